/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COST_H
#define HD_COST_H

#include "metrics/measure.h"

/* What tickets cost, from prices and hours that are stated. */

enum hd_ai_unit {
	HD_AI_RESOLUTION,   /* of ours: N5, without a person and for now */
	HD_AI_CONVERSATION, /* in which the AI took part: N2 */
	HD_AI_ANSWER,	    /* substantive and public */
};
/* HD_EOPTION for a word that is none; NULL is resolution. */
int hd_ai_unit_read(
    const char *word, enum hd_ai_unit *unit, struct hd_err *err);

/* In cents; NaN: not stated. */
struct hd_prices {
	double agent_hour, ai, fixed;
	double minutes_per_reply; /* where there is no handle time */
	enum hd_ai_unit unit;
};

/*
 * Cents, ESTIMATED(assumed), by path and of all tickets whose path is known:
 *	cost.agent		hours of agents times their price
 *	cost.ai			units of the AI times theirs, x the units
 *	cost.per_contact	both, and the fixed price by tickets, a ticket
 * and of all cost.fixed and
 *	cost.ai_resolution.gross, .net	what the AI costs, by what it resolved; net, who
 *				came back costs what people take for a ticket too
 *	cost.saved.gross, .net	what people would have cost for what the AI resolved
 *				(net: and what held), less what the AI costs
 * What a price or an hour is missing for is NOT-MEASURABLE.  Limits are those of the
 * agents' time, where it is measured: prices have none.
 */
int hd_cost_measure(
    const struct hd_measure *m, const struct hd_prices *p, struct hd_err *err);

#endif
