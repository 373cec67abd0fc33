/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PROBER_H
#define HD_PROBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * How the work of a pattern grows with the text.  It is matched, without the
 * shields that a required character is, against texts of growing length that
 * are made up of what the pattern is made of, and steps are counted: no clock,
 * so the same pattern has the same answer everywhere.  Each call is on its own,
 * any number of threads may call it.
 */

enum hd_growth_kind {
	HD_GROWTH_LINEAR, /* nothing worse was found */
	HD_GROWTH_POLYNOMIAL,
	HD_GROWTH_EXPONENTIAL,
	HD_GROWTH_UNDECIDED, /* its budget of steps was used up */
};

/* From this degree on it counts as polynomial. */
#define HD_GROWTH_DEGREE 1.6

struct hd_growth {
	enum hd_growth_kind kind;
	bool proved;   /* linear, and no text can change that */
	double degree; /* of POLYNOMIAL */
	/* The worst text: prefix, `times` pumps, suffix; and what it took. */
	struct hd_buf prefix, pump, suffix;
	size_t times, steps;
	bool stopped; /* and more steps, had it not been stopped there */
	size_t spent; /* steps of all texts */
};

#define HD_GROWTH_INIT                                                \
	{                                                             \
		HD_GROWTH_LINEAR, false, 0, HD_BUF_INIT, HD_BUF_INIT, \
		    HD_BUF_INIT, 0, 0, false, 0                       \
	}

/*
 * Measure a pattern; one that does not compile is undecided.  g is initialised
 * and released by the caller.
 */
void hd_growth_measure(struct hd_growth *g, struct hd_str pattern);
void hd_growth_release(struct hd_growth *g);
/* "10.42": what it was measured on. */
const char *hd_pcre_version(char *buf, size_t size);

#endif
