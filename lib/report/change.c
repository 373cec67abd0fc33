/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences of figures: see change.h. */
#include <math.h>
#include <stdio.h>

#include "report/change.h"
#include "report/doc_int.h"
#include "stats/difference.h"

static bool
shown(const struct hd_report *r, size_t fig)
{
	return fig != HD_DOC_NONE && hd_doc_shown(&r->doc, fig);
}

size_t
hd_report_difference(
    struct hd_report *r, size_t now, size_t before, const struct hd_interval *i)
{
	const struct hd_docfig *a, *b;
	struct hd_docfig d;
	char metric[96];

	if (!shown(r, now) || !shown(r, before))
		return HD_DOC_NONE;
	a = &r->doc.figs[now].f;
	b = &r->doc.figs[before].f;
	(void)snprintf(metric, sizeof(metric), "%s.change", a->f.metric);
	d = (struct hd_docfig){ .f = a->f,
		.title = a->title,
		.unit = a->unit,
		.currency = a->currency,
		.change = true,
		.sources = a->sources,
		.from = { now, before },
		.nfrom = 2 };
	d.f.metric = metric;
	d.f.estimate = i->p;
	d.f.lo = i->lo;
	d.f.hi = i->hi;
	d.f.x = d.f.N = -1;
	d.f.n = a->f.n >= 0 && b->f.n >= 0 ? a->f.n + b->f.n : -1;
	d.f.method = "mover";
	/* no better known than what is least known of the two */
	if (b->f.status > a->f.status)
		d.f.status = b->f.status;
	return hd_doc_figure(&r->doc, &d);
}

size_t
hd_report_change(struct hd_report *r, size_t now, size_t before)
{
	const struct hd_figure *a, *b;
	struct hd_interval i, k, d;

	if (!shown(r, now) || !shown(r, before))
		return HD_DOC_NONE;
	a = hd_doc_known(&r->doc, now);
	b = hd_doc_known(&r->doc, before);
	i = (struct hd_interval){ a->estimate, a->lo, a->hi, 1 };
	k = (struct hd_interval){ b->estimate, b->lo, b->hi, 1 };
	d = hd_interval_difference(&i, &k);
	return hd_report_difference(r, now, before, &d);
}

enum hd_trend
hd_report_trend(const struct hd_report *r, size_t change)
{
	const struct hd_figure *f;

	if (!shown(r, change))
		return HD_TREND_UNKNOWN;
	f = hd_doc_known(&r->doc, change);
	if (f->lo > 0)
		return HD_TREND_UP;
	return f->hi < 0 ? HD_TREND_DOWN : HD_TREND_NONE;
}
