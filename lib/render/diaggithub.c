/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as workflow commands of GitHub: see diagfmt.h.  A step shows ten
 * annotations of each kind (actions/toolkit, docs/problem-matchers.md), so the
 * worst are printed first and the rest counted.
 */
#include <string.h>

#include "base/utf8.h"
#include "render/diagfmt_int.h"

#define SHOWN 10

struct shown {
	struct hd_out *out;
	size_t n[3], left[3]; /* printed and left out, by severity */
};

/* Text of a command; in a property : and , mean something too. */
static void
escape(struct hd_buf *b, const char *s, bool property)
{
	struct hd_buf safe = HD_BUF_INIT;

	hd_utf8_safe(&safe, hd_str(s), true);
	for (size_t i = 0; i < safe.n; i++) {
		unsigned char c = (unsigned char)safe.s[i];

		if (strchr(property ? "%\r\n:," : "%\r\n", c) != NULL)
			hd_buf_addf(b, "%%%02X", c);
		else
			hd_buf_addc(b, (char)c);
	}
	hd_buf_release(&safe);
}

static void
annotate(struct shown *s, enum hd_severity severity, const struct hd_place *at,
    const char *title, const char *message)
{
	static const char *const words[] = { "notice", "warning", "error" };
	struct hd_buf b = HD_BUF_INIT;

	/* the last notice is kept for the count of what is left out */
	if (s->n[severity] == (severity == HD_SEV_NOTE ? SHOWN - 1 : SHOWN)) {
		s->left[severity]++;
		return;
	}
	s->n[severity]++;
	hd_buf_addf(&b, "::%s file=", words[severity]);
	escape(&b, at->file, true);
	/* without a line it would not be in the diff view */
	hd_buf_addf(&b, ",line=%zu", at->line > 0 ? at->line : 1);
	if (at->col > 0)
		hd_buf_addf(&b, ",col=%zu", at->col);
	hd_buf_adds(&b, ",title=");
	escape(&b, title, true);
	hd_buf_adds(&b, "::");
	escape(&b, message, false);
	hd_buf_addc(&b, '\n');
	hd_out_add(s->out, b.s, b.n);
	hd_buf_release(&b);
}

static void
finding(struct shown *s, const struct hd_diag *d)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s (", d->message);
	hd_diag_proof(&b, d);
	hd_buf_addc(&b, ')');
	for (size_t i = 0; i < d->nrelated; i++) {
		hd_buf_addc(&b, '\n');
		hd_diag_place(&b, &d->related[i].at);
		hd_buf_addf(&b, ": %s", d->related[i].message);
	}
	annotate(s, d->severity, &d->at, d->id, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

static void
result(struct shown *s, const struct hd_result *r)
{
	struct hd_buf title = HD_BUF_INIT, b = HD_BUF_INIT;

	hd_buf_addf(&title, "case %s", r->name);
	hd_result_text(&b, r);
	annotate(s, HD_SEV_ERROR, &r->at, hd_buf_cstr(&title), hd_buf_cstr(&b));
	hd_buf_release(&title);
	hd_buf_release(&b);
}

static void
rest(const struct shown *s, const struct hd_diagreport *r)
{
	struct hd_buf b = HD_BUF_INIT;

	if (s->left[0] + s->left[1] + s->left[2] == 0)
		return;
	hd_buf_adds(&b, "::notice title=");
	escape(&b, r->tool, true);
	hd_buf_adds(&b, "::not shown:");
	for (int i = HD_SEV_ERROR; i >= HD_SEV_NOTE; i--)
		if (s->left[i] > 0)
			hd_buf_addf(&b, "%s %zu %s%s",
			    hd_buf_cstr(&b)[b.n - 1] == ':' ? "" : ",",
			    s->left[i], hd_severity_word((enum hd_severity)i),
			    s->left[i] == 1 ? "" : "s");
	hd_buf_addc(&b, '\n');
	hd_out_add(s->out, b.s, b.n);
	hd_buf_release(&b);
}

void
hd_diags_github(const struct hd_diagreport *r, struct hd_out *out)
{
	const struct hd_diags *d = r->diags;
	struct shown s = { .out = out };

	for (size_t i = 0; i < d->nresults; i++)
		if (hd_result_bad(&d->results[i]))
			result(&s, &d->results[i]);
	for (int level = HD_SEV_ERROR; level >= HD_SEV_NOTE; level--)
		for (size_t i = 0; i < d->n; i++)
			if (hd_diag_open(&d->v[i]) &&
			    (int)d->v[i].severity == level)
				finding(&s, &d->v[i]);
	if (r->bail != NULL && r->nfiles > 0)
		annotate(&s, HD_SEV_ERROR,
		    &(struct hd_place){ .file = r->files[0] }, r->tool,
		    r->bail);
	rest(&s, r);
}
