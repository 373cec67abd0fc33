/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics cost: what it costs, by stated prices. */
#include "hs-metrics/hs-metrics.h"
#include "metrics/cost.h"

static int
read_prices(struct hd_prices *p, struct hd_err *err)
{
	const struct hd_metrics_opts *o = &hd_metrics_opts;
	const struct {
		const char *name;
		double v, max;
	} list[] = {
		{ "agent-hour", o->agent_hour, 1e6 },
		{ "ai-price", o->ai_price, 1e6 },
		{ "fixed", o->fixed, 1e12 },
		{ "minutes-per-reply", o->minutes_per_reply, 1440 },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].v < 0 || list[i].v > list[i].max)
			return hd_err_set(err, HD_EOPTION,
			    "--%s: from 0 to %g, not %g", list[i].name,
			    list[i].max, list[i].v);
	if (o->split != NULL)
		return hd_err_set(
		    err, HD_EOPTION, "cost is by path: it takes no --split");
	p->agent_hour = 100 * o->agent_hour;
	p->ai = 100 * o->ai_price;
	p->fixed = 100 * o->fixed;
	p->minutes_per_reply = o->minutes_per_reply;
	return hd_ai_unit_read(o->ai_unit, &p->unit, err);
}

int
hd_metrics_cost(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_metrics_out o = { .ctx = ctx };
	struct hd_measure m;
	struct hd_prices prices;
	struct hd_period p;
	int r = read_prices(&prices, err);

	if (r == 0)
		r = hd_metrics_begin(&o, ctx, NULL, err);
	if (r == 0)
		r = hd_metrics_select(ctx, argc, argv, &p, err);
	if (r == 0) {
		m = hd_metrics_measurer(&o);
		r = hd_cost_measure(&m, &prices, err);
	}
	return hd_metrics_end(&o, r, err);
}
