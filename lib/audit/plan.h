/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PLAN_H
#define HD_PLAN_H

#include "audit/draw.h"
#include "stats/strata.h"

/*
 * How large a review should be: what interval of the ceiling so many tickets buy,
 * going by the last review, or where there is none by the worst that can be.
 */
struct hd_plan {
	struct hd_db *db;
	const char *const *columns; /* that cut strata, beside the ceiling */
	size_t ncolumns;
	bool proportional;
	int64_t N;     /* tickets of the selection; hd_plan_open() sets it */
	bool reviewed; /* a review says what to expect */
	bool filled;
};

/* What a review would give. */
struct hd_planned {
	int64_t n;
	struct hd_interval random; /* tickets taken from all alike */
	struct hd_estimate strata; /* as hs-sample draws them */
	size_t nstrata;
};

/* Make the frame from the selection. */
int hd_plan_open(struct hd_plan *p, struct hd_err *err);
/* With n tickets. */
int hd_plan_try(
    struct hd_plan *p, int64_t n, struct hd_planned *out, struct hd_err *err);
/*
 * The fewest tickets, in strata, for an interval of no more than plus or minus
 * `margin`; all of them where no number is enough.
 */
int hd_plan_margin(struct hd_plan *p, double margin, struct hd_planned *out,
    struct hd_err *err);

#endif
