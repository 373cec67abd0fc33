/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handoffs by type: see escissues.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/blocks.h"
#include "report/escissues.h"

#define MOST 8

/* Surely asked again most often first: a high rate of few tickets is none. */
static int
by_repeat(const void *pa, const void *pb)
{
	const struct hd_figure *a = *(const struct hd_figure *const *)pa,
			       *b = *(const struct hd_figure *const *)pb;

	if (a->lo != b->lo)
		return a->lo > b->lo ? -1 : 1;
	if (a->estimate != b->estimate)
		return a->estimate > b->estimate ? -1 : 1;
	return strcmp(a->segment, b->segment);
}

static void
cell(struct hd_report *r, const struct hd_escsums *s, const char *metric,
    const char *segment, const char *title, enum hd_docas as)
{
	size_t fig = hd_escsums_figure(r, s, metric, segment, title);

	if (fig == HD_DOC_NONE)
		hd_doc_cell_none(&r->doc);
	else
		hd_doc_cell_fig(&r->doc, fig, as);
}

static void
row(struct hd_report *r, const struct hd_escsums *s, const char *segment)
{
	hd_doc_row(&r->doc);
	hd_doc_cell(&r->doc, strchr(segment, '=') + 1);
	cell(r, s, "escalations", segment, "Handed over", HD_AS_TEXT);
	cell(r, s, "repeat_rate", segment, "Asked again", HD_AS_BOTH);
	cell(r, s, "handoff_completeness", segment, "Context complete",
	    HD_AS_TEXT);
	cell(r, s, "escalation_precision", segment, "A person was needed",
	    HD_AS_TEXT);
}

void
hd_escissues(struct hd_report *r, const struct hd_escsums *s)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "Handoffs", true }, { "Asked again", true },
		{ "Context complete", true }, { "A person was needed", true } };
	const struct hd_figure **v = hd_xcalloc(s->n + 1, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].metric, "repeat_rate") == 0 &&
		    strncmp(s->v[i].segment, "issue=", 6) == 0 &&
		    !hd_figure_hidden(&s->v[i]))
			v[n++] = &s->v[i];
	qsort(v, n, sizeof(*v), by_repeat);
	if (n > 0) {
		hd_doc_table(&r->doc, "handoffs-by-type",
		    "Types whose handoffs went worst",
		    "By the lower limit of how often customers were asked "
		    "again. Whether a person was needed is what rules say.",
		    columns, 5);
		for (size_t i = 0; i < n && i < MOST; i++)
			row(r, s, v[i]->segment);
		hd_doc_end(&r->doc);
	}
	free(v);
}
