/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of reports: see report.h. */
#include <stdarg.h>

#include "report/prepare.h"

#define DASH	HD_KIND_DASH
#define MONTH	HD_KIND_MONTHLY
#define QUARTER HD_KIND_QUARTERLY
#define PACK	HD_KIND_PACK
#define ALL	(DASH | MONTH | QUARTER | PACK)

const struct hd_section hd_sections[] = {
	{ "pack", "Thirty minutes with ten tickets", PACK, hd_section_pack },
	{ "summary", "In short", DASH | MONTH | QUARTER, hd_section_summary },
	{ "layers", "The AI and the people", DASH | MONTH, hd_section_layers },
	{ "moved", "What moved, and why", MONTH | QUARTER, hd_section_moved },
	{ "accuracy", "AI accuracy review", MONTH, hd_section_accuracy },
	{ "escalations", "What went from the AI to people", MONTH,
	    hd_section_escalations },
	{ "rules", "Routing rules", MONTH, hd_section_rules },
	{ "corrections", "Corrections and flags", MONTH,
	    hd_section_corrections },
	{ "growth", "Types that grew or shrank", MONTH | QUARTER,
	    hd_section_growth },
	{ "landscape", "The landscape", DASH | MONTH | QUARTER,
	    hd_section_landscape },
	{ "quarter", "Against the quarter before", QUARTER,
	    hd_section_quarter },
	{ "keep", "Types that stay with people", MONTH | QUARTER,
	    hd_section_keep },
	{ "pages", "Pages and what brings people from them", MONTH,
	    hd_section_pages },
	{ "counted", "What was counted", ALL, hd_section_counted },
	{ NULL, NULL, 0, NULL },
};

static const struct hd_section *
find(struct hd_str name)
{
	const struct hd_section *s = hd_sections;

	while (s->id != NULL && !hd_str_eq(name, s->id))
		s++;
	return s->id != NULL ? s : NULL;
}

static int
unknown(struct hd_str name, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	for (const struct hd_section *s = hd_sections; s->id != NULL; s++)
		hd_buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", s->id);
	(void)hd_err_set(err, HD_EUSAGE,
	    "--sections: no section '%.*s': there are %s",
	    (int)(name.n < 64 ? name.n : 64), name.p, hd_buf_cstr(&b));
	hd_buf_release(&b);
	return -1;
}

/* Is s named, or without names of this kind of report? */
static bool
wanted(const struct hd_report *r, const struct hd_section *s, const char *names)
{
	struct hd_str rest = hd_str(names), name;

	if (names == NULL)
		return (s->kinds & (unsigned)r->kind) != 0;
	while (hd_str_split(&rest, ',', &name))
		if (hd_str_eq(name, s->id))
			return true;
	return false;
}

int
hd_report_names(const char *names, struct hd_err *err)
{
	struct hd_str rest = hd_str(names), name;

	while (names != NULL && hd_str_split(&rest, ',', &name))
		if (find(name) == NULL)
			return unknown(name, err);
	return 0;
}

int
hd_report_sections(struct hd_report *r, const char *names, struct hd_err *err)
{
	size_t n = 0;

	for (const struct hd_section *s = hd_sections; s->id != NULL; s++) {
		if (!wanted(r, s, names))
			continue;
		hd_doc_section(&r->doc, s->id, s->title);
		/* on the page that is read first, whatever is on it */
		if (n == 0 && hd_report_caveats(r, err) != 0)
			return -1;
		if (s->write(r, err) != 0)
			return hd_err_in(err, "section %s", s->id);
		hd_doc_endsection(&r->doc);
		n++;
		if (r->written != NULL)
			r->written(r->written_ctx, n);
	}
	return 0;
}

void
hd_report_note(struct hd_report *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	hd_buf_vaddf(&r->notes, fmt, ap);
	va_end(ap);
	hd_buf_addc(&r->notes, '\n');
}
