/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the audits in a document: see escsums.h. */
#include <stdio.h>
#include <string.h>

#include "report/escsums.h"
#include "report/options.h"

#define KEYS 20

/* Rows that count: those of the metric in the segment. */
struct rows {
	uint64_t bit; /* 0: every ticket */
	int dim;      /* -1: all */
	int32_t value;
};

static bool
find_rows(const struct hd_escsums *s, const char *metric, const char *segment,
    struct rows *rows)
{
	const char *is = strchr(segment, '=');
	int64_t *value;

	*rows = (struct rows){ 0, -1, -1 };
	for (int m = 0; m < HD_ESCMETRICS; m++)
		if (strcmp(hd_escmetric_info[m].name, metric) == 0)
			rows->bit = (uint64_t)1 << m;
	if (rows->bit == 0 && strcmp(metric, "escalations") != 0)
		return false;
	if (is == NULL)
		return true;
	for (int d = 0; d < HD_ESCSEGMENTS; d++) {
		if (strncmp(hd_escsegment_names[d], segment,
			(size_t)(is - segment)) != 0)
			continue;
		value = hd_map_get(&s->tally.values[d], hd_str(is + 1));
		if (value == NULL)
			continue;
		rows->dim = d;
		rows->value = (int32_t)*value;
		return true;
	}
	return false;
}

/* Some of the tickets, and *more: how many there are beside them. */
static size_t
keys_of(const struct hd_escsums *s, const char *metric, const char *segment,
    struct hd_str keys[KEYS], int64_t *more)
{
	struct rows rows;
	size_t n = 0;

	*more = 0;
	if (!find_rows(s, metric, segment, &rows))
		return 0;
	for (size_t i = 0; i < s->tally.n; i++) {
		const struct hd_tallied *t = &s->tally.v[i];

		if ((rows.bit != 0 && !(t->x & rows.bit)) ||
		    (rows.dim >= 0 && t->segment[rows.dim] != rows.value))
			continue;
		if (n < KEYS)
			keys[n++] = s->keys[i];
		else
			++*more;
	}
	return n;
}

/* Medians and means of times; everything else is a share or a count. */
static const char *
unit_of(const struct hd_figure *f)
{
	if (strncmp(f->metric, "useful_reply_s", 14) == 0)
		return "seconds";
	if (strcmp(f->metric, "escalations") == 0)
		return "count";
	if (strncmp(f->metric, "effort.score", 12) == 0)
		return "score";
	return strncmp(f->metric, "page_effect", 11) == 0 ? "ratio" : "share";
}

/* Why a figure has no number. */
static const char *
why(const struct hd_figure *f)
{
	if (f->status == HD_SUPPRESSED)
		return "too few tickets for a rate";
	if (strcmp(f->definition, "needed") == 0)
		return "no verdict could be had from these tickets";
	if (strcmp(f->metric, "escalations") == 0)
		return "of no ticket is it known whether the AI had it";
	return "the export does not hold what this needs: what was said, in a "
	       "language that the rules read";
}

static bool
of_page(const char *segment)
{
	return strncmp(segment, "page=", 5) == 0;
}

/* The command of hs-escaudit that tells the figure. */
static const char *
command(const struct hd_figure *f)
{
	if (of_page(f->segment))
		return "pages";
	return strcmp(f->metric, "escalations") == 0 ? "triggers"
						     : f->definition;
}

size_t
hd_escsums_figure_as(struct hd_report *r, const struct hd_escsums *s,
    const char *metric, const char *segment, const char *shown,
    const char *title)
{
	const struct hd_figure *f = hd_escsums_find(s, metric, segment);
	struct hd_str keys[KEYS];
	struct hd_docfig fig = { .title = title };
	struct hd_buf list = HD_BUF_INIT;
	size_t handle;

	if (f == NULL)
		return HD_DOC_NONE;
	fig.f = *f;
	fig.f.segment = shown;
	fig.unit = unit_of(f);
	fig.why = why(f);
	fig.keys = keys;
	fig.nkeys = keys_of(s, metric, segment, keys, &fig.more);
	hd_buf_addf(&list, "hs-escaudit %s --figures", command(f));
	if (r->page_map != NULL && of_page(segment))
		hd_buf_addf(&list, " --page-map %s", r->page_map);
	hd_report_options(r, &list);
	fig.list = hd_buf_str(&list);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&list);
	return handle;
}

size_t
hd_escsums_figure(struct hd_report *r, const struct hd_escsums *s,
    const char *metric, const char *segment, const char *title)
{
	return hd_escsums_figure_as(r, s, metric, segment, segment, title);
}

/* A segment as reviews tell it may begin with the sample that speaks of it. */
static bool
same_segment(const char *has, const char *segment)
{
	const char *rest;

	if (strncmp(has, "sample=", 7) != 0)
		return strcmp(has, segment) == 0;
	rest = strchr(has, ',');
	return strcmp(rest != NULL ? rest + 1 : "all", segment) == 0;
}

size_t
hd_escsums_reviewed(struct hd_report *r, const struct hd_escsums *s,
    const char *metric, const char *segment, const char *title)
{
	char name[64];

	(void)snprintf(name, sizeof(name), "%s.reviewed", metric);
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].metric, name) == 0 &&
		    !hd_figure_hidden(&s->v[i]) &&
		    s->v[i].status != HD_UNVERIFIED &&
		    same_segment(s->v[i].segment, segment))
			return hd_escsums_figure(
			    r, s, name, s->v[i].segment, title);
	return hd_escsums_figure(r, s, metric, segment, title);
}
