/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CEILING_H
#define HD_CEILING_H

#include "audit/tiers.h"

/* The automation ceiling of the selection. */

/* What the tiers of the selection add up to. */
struct hd_tier_sums {
	int64_t n, known;		 /* tickets; those with a tier */
	int64_t automate, assist, human; /* kept types count as human */
	int64_t kept; /* automate by the rules, kept by the list */
	struct hd_hours all, automate_hours, assist_hours, human_hours;
};

enum hd_tier {
	HD_TIER_UNKNOWN,
	HD_TIER_AUTOMATE,
	HD_TIER_ASSIST,
	HD_TIER_HUMAN,
};

/* The tier in which a ticket counts: human, where its type is kept. */
enum hd_tier hd_tier_of(struct hd_str tier, bool kept);

int hd_tier_sums(
    struct hd_tiers *t, struct hd_tier_sums *s, struct hd_err *err);

/* The ceiling: the same, and from arrival facts alone. */
struct hd_ceiling {
	struct hd_tier_sums sums;
	int64_t open, open_known; /* automate; with a tier */
};

enum hd_ceiling_part {
	HD_CEILING_TAGGED,
	HD_CEILING_ARRIVAL,
	HD_CEILING_ASSIST,
	HD_CEILING_HUMAN,
	HD_CEILING_KEPT,
	HD_CEILING_UNKNOWN,
	HD_CEILING_PARTS,
};

/* Uses t->keep: see hd_tiers_keep_list(). */
int hd_ceiling_read(
    struct hd_tiers *t, struct hd_ceiling *c, struct hd_err *err);
struct hd_figure hd_ceiling_share(
    const struct hd_ceiling *c, enum hd_ceiling_part part);

/* The ceiling by review. */
enum hd_ceiling_review {
	HD_CEILING_VERIFIED,
	HD_CEILING_UNCLEAR_NO, /* as if what is unclear could not be ... */
	HD_CEILING_UNCLEAR_YES,
	HD_CEILING_AI_ACCURACY,
	HD_CEILING_REALISABLE,
	HD_CEILING_HEADROOM,
	HD_CEILING_REVIEWS,
};

/*
 * Uses t->basis.  `unclear` says whether anything is: f's figures of it stand
 * for nothing otherwise.
 */
int hd_ceiling_reviewed(struct hd_tiers *t, const struct hd_tier_sums *s,
    struct hd_figure f[HD_CEILING_REVIEWS], bool *unclear, struct hd_err *err);

/* Agents' seconds of a tier by review of this very window. */
struct hd_tier_total {
	double seconds, lo, hi; /* NaN: cannot be had */
	int64_t n, N;		/* reviewed, and of the frame */
	enum hd_status status;	/* UNVERIFIED: this window was not reviewed */
};

/*
 * Of automate, assist and human by hd_hours() over the sample's strata, cut by the
 * tier of the tags too where each part has five reviewed (post-stratified, Holt
 * and Smith 1979).  The time of every ticket of its frame must be known or stood
 * in for.  Uses t->basis.
 */
int hd_tier_totals(struct hd_tiers *t,
    struct hd_tier_total total[HD_TIER_HUMAN + 1], struct hd_err *err);

/* Agents' time of a tier as a figure: by review if it can be, else by tags. */
struct hd_figure hd_tier_time(const char *metric, const struct hd_hours *h,
    bool tiered, const struct hd_tier_total *total);

#define HD_CEILING_FIGURES (HD_CEILING_PARTS + HD_CEILING_REVIEWS + 2)

/* All of the above, as figures in the order in which they are listed. */
struct hd_tiers_ceiling {
	struct hd_tier_sums sums;
	struct hd_figure v[HD_CEILING_FIGURES];
	size_t n;
};

/* Sets t->basis, and adds to t->notes. */
int hd_tiers_ceiling(
    struct hd_tiers *t, struct hd_tiers_ceiling *c, struct hd_err *err);
/* The figure of a metric; every one is there but ceiling.verified.min and .max. */
const struct hd_figure *hd_ceiling_figure(
    const struct hd_tiers_ceiling *c, const char *metric);

#endif
