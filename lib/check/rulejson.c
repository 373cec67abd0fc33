/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of rule files as JSON: see rulejson.h. */
#include <string.h>

#include "check/rulejson.h"
#include "check/rulejson_int.h"

const struct hd_jsonform *
hd_jsonform(enum hd_lineform form)
{
	static const struct hd_jsonform forms[] = {
		[HD_LINE_GIVEN] = { .members = { "field" },
		    .n = 1,
		    .more = "value",
		    .flag = "unset",
		    .flag_parts = { "is", "unset" } },
		[HD_LINE_COND] = { { "field", "op", "value" }, .n = 3 },
		[HD_LINE_SET] = { { "dimension", "value" }, .n = 2 },
		[HD_LINE_ALLOW] = { { "check", "until", "because" }, .n = 3 },
		[HD_LINE_FIELD] = { { "name", "type" }, 2, .rest = "values" },
		[HD_LINE_DIMENSION] = { { "name", "order" }, 2,
		    .rest = "values" },
		[HD_LINE_DEFAULT] = { .members = { "name", "value" },
		    .n = 2,
		    .flag = "readable",
		    .flag_parts = { "when readable" } },
	};

	return (size_t)form < sizeof(forms) / sizeof(forms[0]) &&
		       forms[form].n > 0
		   ? &forms[form]
		   : NULL;
}

static void
strings(struct hd_jgen *g, const struct hd_line *l, size_t from)
{
	hd_jgen_arr(g);
	for (size_t i = from; i < l->n; i++)
		hd_jgen_str(g, l->part[i]);
	hd_jgen_endarr(g);
}

static void
object(struct hd_jgen *g, const struct hd_line *l)
{
	const struct hd_jsonform *f = hd_jsonform(l->keyword->form);

	hd_jgen_obj(g);
	for (size_t i = 0; i < f->n; i++) {
		hd_jgen_cstr(g, f->members[i]);
		hd_jgen_str(g, l->part[i]);
	}
	if (l->n == f->n) {
		hd_jgen_endobj(g);
		return;
	}
	if (f->rest != NULL) {
		hd_jgen_cstr(g, f->rest);
		strings(g, l, f->n);
	} else if (f->more != NULL && l->n == f->n + 1) {
		hd_jgen_cstr(g, f->more);
		hd_jgen_str(g, l->part[f->n]);
	} else {
		hd_jgen_cstr(g, f->flag);
		hd_jgen_bool(g, true);
	}
	hd_jgen_endobj(g);
}

/* The member that the line is; its object stays open. */
static void
open_line(struct hd_jgen *g, const struct hd_line *l)
{
	hd_jgen_obj(g);
	hd_jgen_cstr(g, l->keyword->name);
	switch (l->keyword->form) {
	case HD_LINE_BLANK:
		hd_jgen_bool(g, true);
		break;
	case HD_LINE_COMMENT:
	case HD_LINE_TEXT:
	case HD_LINE_REST:
		if (l->n > 0)
			hd_jgen_str(g, l->part[0]);
		else
			hd_jgen_null(g);
		break;
	case HD_LINE_WORDS:
	case HD_LINE_LIST:
		strings(g, l, 0);
		break;
	default:
		object(g, l);
		break;
	}
	if (l->keyword->form == HD_LINE_COMMENT && l->indented) {
		hd_jgen_cstr(g, "indented");
		hd_jgen_bool(g, true);
	}
}

/* Where the block of line i ends: behind its last line that is indented. */
static size_t
block_end(const struct hd_ruletext *t, size_t i)
{
	size_t end = i + 1;

	for (i++; i < t->n && !hd_keyword_opens(t->lines[i].keyword); i++)
		if (t->lines[i].indented)
			end = i + 1;
	return end;
}

void
hd_rulejson_write(const struct hd_ruletext *t, struct hd_jgen *g)
{
	size_t end = 0; /* of the open block; 0: none is */

	hd_jgen_obj(g);
	hd_jgen_cstr(g, "lines");
	hd_jgen_arr(g);
	for (size_t i = 0; i < t->n; i++) {
		open_line(g, &t->lines[i]);
		if (hd_keyword_block(t->lines[i].keyword)) {
			hd_jgen_cstr(g, "lines");
			hd_jgen_arr(g);
			end = block_end(t, i);
		} else {
			hd_jgen_endobj(g);
		}
		if (i + 1 == end) {
			hd_jgen_endarr(g);
			hd_jgen_endobj(g);
			end = 0;
		}
	}
	hd_jgen_endarr(g);
	hd_jgen_endobj(g);
}
