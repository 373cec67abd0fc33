/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SURVIVAL_H
#define HD_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What share has had an event by a time when some were not watched that long:
 * tickets reopened within seven days, those of yesterday among them.
 */

/* One thing, watched until time: the event's, or when the watch ended. */
struct hd_watched {
	double time;
	bool event;
};

struct hd_incidence {
	double p, lo, hi; /* 95 % limits */
	size_t at_risk;	  /* without an event and watched until w */
	size_t n, events; /* events by w */
};

/*
 * 1 - S(w) of Kaplan and Meier (1958), Greenwood's variance on the scale of
 * log(-log S) (Kalbfleisch and Prentice 1980).  What was watched longer than w
 * has a time above w, or at w no event.  things are sorted on the way.  No event
 * by w, or no other outcome: limits are Wilson's for those last at risk.  Where
 * the watch of all ends before w, and for n = 0: p NaN, limits 0 and 1.
 */
struct hd_incidence hd_incidence(struct hd_watched *things, size_t n, double w);

#endif
