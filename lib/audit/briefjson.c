/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as JSON, by samples/brief.schema.json: see brief_int.h. */
#include "audit/brief_int.h"
#include "base/json.h"
#include "base/num.h"

static void
words(struct hd_jgen *g, const struct hd_briefcell *c)
{
	hd_jgen_arr(g);
	for (size_t i = 0; i < c->nwords; i++)
		hd_jgen_str(g, c->words[i]);
	hd_jgen_endarr(g);
}

static void
value(struct hd_jgen *g, const struct hd_briefcell *c, bool show_text)
{
	char text[HD_TIME_TEXT + 8];

	if (c->theirs && !show_text) {
		hd_jgen_null(g);
		return;
	}
	switch (c->kind) {
	case HD_BRIEF_TEXT:
		hd_jgen_str(g, c->s);
		break;
	case HD_BRIEF_INT:
		hd_jgen_int(g, c->i);
		break;
	case HD_BRIEF_REAL:
		hd_jgen_num(g, hd_str(hd_num_shortest(c->r, text)));
		break;
	case HD_BRIEF_TIME:
		hd_jgen_cstr(g, hd_time_iso(c->i, text));
		break;
	case HD_BRIEF_BOOL:
		hd_jgen_bool(g, c->i != 0);
		break;
	case HD_BRIEF_WORDS:
		words(g, c);
		break;
	case HD_BRIEF_UNKNOWN:
	case HD_BRIEF_NONE:
		hd_jgen_null(g);
		break;
	}
}

static void
member(struct hd_jgen *g, const struct hd_briefcell *c, bool show_text)
{
	char iso[HD_TIME_TEXT];

	hd_jgen_cstr(g, c->name);
	if (c->kind == HD_BRIEF_UNKNOWN || c->kind == HD_BRIEF_NONE) {
		hd_jgen_null(g);
		return;
	}
	hd_jgen_obj(g);
	hd_jgen_cstr(g, "value");
	value(g, c, show_text);
	hd_jgen_cstr(g, "source");
	hd_jgen_cstr(g, c->source);
	if (c->since != HD_TIME_NONE) {
		hd_jgen_cstr(g, "since");
		if (c->since == HD_BRIEF_UNDATED)
			hd_jgen_null(g);
		else
			hd_jgen_cstr(g, hd_time_iso(c->since, iso));
	}
	hd_jgen_endobj(g);
}

static void
rows(struct hd_jgen *g, const struct hd_brieflist *l, bool show_text)
{
	const struct hd_briefcell *c;

	hd_jgen_cstr(g, l->name);
	hd_jgen_arr(g);
	for (size_t i = 0; i < l->n; i++) {
		c = &l->cells[i * l->ncols];
		hd_jgen_obj(g);
		for (size_t k = 0; k < l->ncols; k++) {
			hd_jgen_cstr(g, c[k].name);
			value(g, &c[k], show_text);
		}
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

/* PART.CELL of all that the export cannot say. */
static void
missing(struct hd_jgen *g, const struct hd_brief *b)
{
	const struct hd_briefpart *p;
	struct hd_buf name = HD_BUF_INIT;

	hd_jgen_cstr(g, "missing");
	hd_jgen_arr(g);
	for (size_t i = 0; i < b->nparts; i++) {
		p = &b->part[i];
		for (size_t k = 0; k < p->n; k++) {
			if (p->cell[k].kind != HD_BRIEF_UNKNOWN)
				continue;
			hd_buf_reset(&name);
			hd_buf_addf(&name, "%s.%s", p->name, p->cell[k].name);
			hd_jgen_str(g, hd_buf_str(&name));
		}
	}
	hd_jgen_endarr(g);
	hd_buf_release(&name);
}

static void
head(struct hd_jgen *g, const struct hd_brief *b, bool show_text)
{
	char iso[HD_TIME_TEXT];

	hd_jgen_cstr(g, "brief");
	hd_jgen_cstr(g, b->kind);
	hd_jgen_cstr(g, "key");
	hd_jgen_str(g, b->key);
	hd_jgen_cstr(g, "as_of");
	if (b->as_of == HD_TIME_NONE)
		hd_jgen_null(g);
	else
		hd_jgen_cstr(g, hd_time_iso(b->as_of, iso));
	hd_jgen_cstr(g, "redacted");
	hd_jgen_bool(g, !show_text);
	if (b->messages < 0)
		return;
	hd_jgen_cstr(g, "messages");
	hd_jgen_int(g, b->messages);
	hd_jgen_cstr(g, "until");
	hd_jgen_cstr(g, b->until);
}

void
hd_brief_print_json(
    const struct hd_brief *b, bool show_text, struct hd_out *out)
{
	const struct hd_briefpart *p;
	struct hd_buf line = HD_BUF_INIT;
	struct hd_jgen g;

	hd_jgen_init(&g, false);
	hd_jgen_obj(&g);
	head(&g, b, show_text);
	for (size_t i = 0; i < b->nparts; i++) {
		p = &b->part[i];
		hd_jgen_cstr(&g, p->name);
		hd_jgen_obj(&g);
		for (size_t k = 0; k < p->n; k++)
			member(&g, &p->cell[k], show_text);
		for (size_t k = 0; k < p->nlists; k++)
			rows(&g, &p->list[k], show_text);
		hd_jgen_endobj(&g);
	}
	missing(&g, b);
	hd_jgen_endobj(&g);
	hd_jgen_take(&g, &line);
	hd_buf_addc(&line, '\n');
	hd_out_add(out, line.s, line.n);
	hd_jgen_release(&g);
	hd_buf_release(&line);
}
