/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which period a report is about: see hs-report.h. */
#include "cli/ids.h"
#include "hs-report/hs-report.h"
#include "report/period.h"

#define DAY 86400

/*
 * The last span that is over by asof; one whose last day has begun is, as exports
 * are made then.
 */
static struct hd_docspan
last_whole(const struct hd_report *r, struct hd_docspan now)
{
	return r->asof + DAY < now.until ? hd_span_before(&r->zone, &now) : now;
}

static struct hd_docspan
usual(const struct hd_report *r)
{
	struct hd_civil c;

	if (r->kind == HD_KIND_DASH)
		return hd_span_days(&r->zone, r->asof, 28);
	if (r->kind != HD_KIND_QUARTERLY)
		return last_whole(r, hd_span_months(&r->zone, r->asof, 0, 1));
	hd_zone_civil(&r->zone, r->asof, &c);
	return last_whole(
	    r, hd_span_months(&r->zone, r->asof, (c.month - 1) % 3 - 2, 3));
}

int
hd_report_period(
    struct hd_ctx *ctx, struct hd_report *r, bool *widen, struct hd_err *err)
{
	struct hd_period p;

	if (hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) != 0)
		return -1;
	r->zone = p.zone;
	r->asof = p.asof;
	r->period = p.all ? usual(r) : hd_span(&r->zone, p.since, p.until);
	*widen = r->kind != HD_KIND_QUARTERLY &&
		 (p.all || ctx->common->month != NULL);
	return 0;
}
