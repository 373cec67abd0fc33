/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BRIDGE_H
#define HD_BRIDGE_H

#include "audit/basis.h"
#include "metrics/measure.h"

/*
 * The same tickets by every vendor's published definition, and by ours: what stands
 * in window 0 of store/ladder.h.
 */

/* A vendor's claim, a share, against what was counted. */
struct hd_claim {
	double difference, lo, hi; /* claimed minus measured */
	double p;    /* two-sided; NaN: of reviews, or a single account */
	bool exact;  /* the binomial test: each ticket is of another account */
	bool inside; /* of the interval */
};

struct hd_bridge_row {
	const char *vendor, *name; /* "chatwoot", "durable" */
	struct hd_figure figure;
	double deff;	  /* its design effect; NaN: none */
	int64_t accounts; /* of its n tickets */
	/* What it lacks or what stands in for it, a sentence; NULL: nothing */
	const char *missing;
	struct hd_claim claim; /* where one was made and there is a number */
	bool claimed;
};

struct hd_bridge {
	struct hd_db *db;
	int64_t min_n;
	struct hd_listing tickets; /* those of the window */
	const char *as;		   /* vendors, "intercom,ada"; NULL: all */
	double claimed;		   /* NaN: nothing is */
	void (*give)(void *ctx, const struct hd_bridge_row *row);
	void *ctx;
};

/*
 * Rows in a fixed order, ours last.  HD_EOPTION: `as` names no vendor.  A figure of
 * tickets from an export without the conversations that the AI closed alone is
 * INCOMPATIBLE; where a verdict is not in the export, the reviews' estimate stands in.
 */
int hd_bridge(const struct hd_bridge *b, struct hd_err *err);

#endif
