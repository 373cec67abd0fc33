/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics human: what people did. */
#include "hs-metrics/hs-metrics.h"
#include "metrics/handle.h"

/* The period before, to compare handle times with: window 1. */
static int
add_before(struct hd_ctx *ctx, const struct hd_period *p, struct hd_err *err)
{
	struct hd_period before = *p;

	before.until = p->since;
	before.since = hd_period_before(&hd_metrics_opts.common, p);
	if (hd_select(ctx, 0, NULL, &before, err) != 0)
		return -1;
	return hd_ladder_add(ctx->db, 1, err);
}

static int
measure(struct hd_metrics_out *o, struct hd_err *err)
{
	static const char *const names[] = { "csat", "csat_response",
		"csat_escalated", "csat_escalated_response",
		"resolution_quality", "first_contact", "first_contact_net",
		"reopen_rate", "recontact_rate", "transfers", "first_reply_s",
		NULL };
	struct hd_measure m = hd_metrics_measurer(o);

	if (hd_metrics_measure(o, names, err) != 0)
		return -1;
	return hd_handle_measure(&m, hd_metrics_opts.split, err);
}

int
hd_metrics_human(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	const char *split = hd_metrics_opts.split;
	struct hd_metrics_out o = { .ctx = ctx };
	struct hd_measure m;
	struct hd_period p;
	int r = hd_metrics_begin(&o, ctx, NULL, err);

	if (r == 0)
		r = hd_metrics_select(ctx, argc, argv, &p, err);
	if (r == 0)
		r = measure(&o, err);
	if (r == 0)
		r = hd_metrics_about(&o, err);
	m = hd_metrics_measurer(&o);
	if (r == 0 && argc == 0 && !p.all) {
		r = add_before(ctx, &p, err);
		if (r == 0)
			r = hd_handle_oe(&m, 1, NULL, err);
	}
	if (r == 0 && split != NULL)
		r = hd_handle_oe(&m, 0, split, err);
	return hd_metrics_end(&o, r, err);
}
