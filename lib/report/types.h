/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TYPES_H
#define HD_TYPES_H

#include "metrics/bytype.h"

/*
 * A share in two windows, 0 the one before and 1 the one after, type by type: has
 * it changed, and was it what came in or how it was handled?
 */

struct hd_typeshift {
	struct hd_interval before, after, change;
	struct hd_kitagawa k; /* change = k.rate + k.mix */
	struct hd_interval
	    rate; /* k.rate with limits, the mix taken as it is */
	struct hd_kitagawa_row *rows; /* one a type */
	int64_t n;		      /* tickets, of both windows */
};

/* What moved the share; release it. */
void hd_types_shift(const struct hd_bytype *t, struct hd_typeshift *s);
void hd_typeshift_release(struct hd_typeshift *s);

/* What can be said of a change, its part by rates and that by the mix. */
enum hd_cause {
	HD_SHIFT_NONE,	 /* no change that the data can show */
	HD_SHIFT_HIDDEN, /* none in all, but rates moved against the mix */
	HD_SHIFT_MIX,	 /* and no change of rates that the data can show */
	HD_SHIFT_RATE,	 /* most of it */
	HD_SHIFT_BOTH,
	HD_SHIFT_UNKNOWN, /* a window is empty, or has no interval */
};
enum hd_cause hd_shift_cause(const struct hd_interval *change,
    const struct hd_interval *rate, double mix);

#endif
