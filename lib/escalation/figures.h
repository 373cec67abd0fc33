/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCFIGURES_H
#define HD_ESCFIGURES_H

#include "base/tstamp.h"
#include "escalation/run.h"
#include "render/failif.h"

/*
 * The rates behind the findings of a run: of all tickets, and by month, trigger,
 * issue and channel.  Limits are Wilson's with the accounts as clusters.
 */
struct hd_escfigures {
	struct hd_escrun *run;
	struct hd_out *out; /* NULL: only the conditions are asked for */
	enum hd_format format;
	const char *columns;
	const struct hd_zone *zone; /* in which months are cut */
	int64_t min_n;
	const char *const *conditions; /* --fail-if */
	size_t nconditions;
	/* results */
	bool failed, open; /* a condition is crossed; one could not be tested */
	struct hd_buf notes; /* lines for standard error, each ended */
};

/* notes is the caller's to release. */
int hd_escfigures(struct hd_escfigures *f, struct hd_err *err);

#endif
