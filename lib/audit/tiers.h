/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TIERS_H
#define HD_TIERS_H

#include "audit/basis.h"
#include "audit/keep.h"
#include "base/hash.h"
#include "render/figure.h"
#include "store/select.h"

/*
 * The landscape of the selection of the database, in numbers: what its figures
 * share.  The figures are in landscape.h and ceiling.h.  A program may look at
 * one selection after another, with a struct for each.
 */
struct hd_tiers {
	struct hd_db *db;
	int64_t since, until; /* of the population; weeks are cut from it */
	enum hd_by by;
	bool keys;	    /* the tickets were named: no period applies */
	const char *filter; /* -w, NULL: none */
	double minutes_per_reply; /* 0: not assumed */
	int64_t min_n;		  /* a rate of fewer tickets is no rate */
	bool future; /* reviews speak for tickets like these, yet to come */
	struct hd_keep_limits limits;
	struct hd_map keep; /* types that stay with people */
	bool own_keep;	    /* which is not the list stored by hs-tag */
	double paid_hours, shrinkage, occupancy;
	struct hd_basis basis; /* the review; hd_tiers_basis() sets it */
	struct hd_buf notes;   /* what to know of it, a line each */
};

/* The defaults of the options; db and the window are the caller's to set. */
#define HD_TIERS_DEFAULTS                                       \
	.min_n = 5, .limits = HD_KEEP_LIMITS, .paid_hours = 40, \
	.shrinkage = 0.30, .occupancy = 0.85

void hd_tiers_release(struct hd_tiers *t);

/* Agent time of a group of tickets. */
struct hd_hours {
	double seconds;
	int64_t n, known; /* tickets; those whose handle time is known */
	int64_t human;	  /* those with an agent's turn */
	int64_t missing;  /* those whose time should be known and is not */
	bool assumed;	  /* --minutes-per-reply stands in for some */
};

/* Add what six columns of a statement say: handle_s known turns ... */
void hd_hours_add(const struct hd_tiers *t, struct hd_hours *h,
    struct hd_stmt *st, int col, int64_t n);
/*
 * MEASURED when no ticket lacks its time that an agent may have worked on,
 * ESTIMATED(assumed) when minutes stand in, else NOT-MEASURABLE.
 */
enum hd_status hd_hours_status(const struct hd_hours *h);
/*
 * The time as a figure of segment "all"; of tickets chosen by a tag it is no
 * better known than the tag is, and UNVERIFIED.
 */
struct hd_figure hd_hours_figure(const char *metric, const struct hd_hours *h);
struct hd_figure hd_hours_tagged(const char *metric, const struct hd_hours *h);

/*
 * Types that stay with people: from a file (a name a line), worked out anew
 * with t->limits, or as stored by hs-tag.  Uses the selection unless stored.
 */
int hd_tiers_keep_list(
    struct hd_tiers *t, const char *file, bool anew, struct hd_err *err);

/*
 * Find the review that speaks for the selection, and note what to know of it; of
 * another period's only where it can be carried over.  What was found before is
 * forgotten, and what was noted stays.
 */
int hd_tiers_basis(struct hd_tiers *t, bool carried, struct hd_err *err);
/* Shares by review of this very window; none without one. */
int hd_tiers_shares(struct hd_tiers *t, struct hd_shares *s,
    const char *statement, enum hd_sharing how, struct hd_err *err);
/*
 * Such a share as a figure of segment "all": UNVERIFIED and without numbers
 * where this window was not reviewed.  N: tickets of the listing, for those.
 */
struct hd_figure hd_tiers_reviewed(const struct hd_tiers *t, const char *metric,
    const struct hd_share *s, int64_t N, const char *definition);

/* Is the issue in this column of the row on the keep-human list?  NULL is not. */
bool hd_tiers_kept(const struct hd_tiers *t, struct hd_stmt *st, int col);

#endif
