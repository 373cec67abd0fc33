/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BACKTEST_INT_H
#define HD_BACKTEST_INT_H

#include "escalation/backtest.h"
#include "escalation/clustered.h"

/* Shared by backtest.c, which replays, and backtestsum.c, which adds up. */

/* Where the replay of one ticket ended. */
struct hd_backend {
	int64_t ticket;
	int32_t number; /* of the customer's message, from 1 */
	int16_t route;	/* index, below 0: the default */
	uint8_t action;
	int8_t would; /* 1, 0, -1: nobody knows */
};

enum hd_backrate {
	HD_BACK_CAUGHT, /* of those that should, the rules take */
	HD_BACK_MISSED,
	HD_BACK_EXTRA,	    /* of those that should not */
	HD_BACK_WAS_CAUGHT, /* the same of what was done in fact */
	HD_BACK_WAS_MISSED,
	HD_BACK_WAS_EXTRA,
	HD_BACKRATES,
};

struct hd_backtest {
	const struct hd_ruleset *rs;
	double weeks;
	struct hd_backend *v;
	size_t n, cap, at;
	struct hd_clustered rates[HD_BACKRATES];
	struct hd_clustered more; /* 1, 0 or -1 tickets for people */
	int64_t unknown, tickets;
};

#endif
