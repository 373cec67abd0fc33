/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics ai: what the AI did. */
#include "hs-metrics/hs-metrics.h"
#include "metrics/accuracy.h"

int
hd_metrics_ai(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	static const char *const names[] = { "involvement", "answered",
		"deflection", "verified_deflection", "containment",
		"resolution", "durable", "ai_csat", "ai_csat_response",
		"negative_feedback", "corrections", "corrections_suggestion",
		"corrections_rating", "corrections_feedback", "flags",
		"suggestion_unchanged", "suggestion_edited",
		"suggestion_rewritten", NULL };
	struct hd_metrics_out o = { .ctx = ctx };
	struct hd_measure m;
	struct hd_period p;
	struct hd_listing w;
	int r = hd_metrics_begin(&o, ctx, NULL, err);

	if (r == 0)
		r = hd_metrics_select(ctx, argc, argv, &p, err);
	if (r != 0)
		return hd_metrics_end(&o, r, err);
	m = hd_metrics_measurer(&o);
	w = (struct hd_listing){ p.by, p.since, p.until,
		hd_metrics_opts.common.where, argc > 0 };
	r = hd_metrics_measure(&o, names, err);
	if (r == 0)
		r = hd_durable_measure(&m, err);
	if (r == 0)
		r = hd_accuracy_measure(&m, &w, err);
	if (r == 0)
		r = hd_metrics_about(&o, err);
	return hd_metrics_end(&o, r, err);
}
