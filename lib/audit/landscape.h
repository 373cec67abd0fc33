/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LANDSCAPE_H
#define HD_LANDSCAPE_H

#include "audit/tiers.h"
#include "stats/proportion.h"

/*
 * The lists of the landscape over the selection: how it came about, the map, the
 * targets, keep-human.  Figures borrow their text from where they stand.
 */

/* Why a ticket is not analysed, in the order in which it is asked. */
enum hd_left_out {
	HD_LEFT_SPAM,
	HD_LEFT_MERGED,
	HD_LEFT_OUTBOUND,
	HD_LEFT_DELETED,
	HD_LEFT_PERIOD,
	HD_LEFT_UNRESOLVED,
	HD_LEFT_TEXT,	  /* without customer text */
	HD_LEFT_SELECTED, /* by the caller's own condition */
	HD_LEFTS,
};

/* What was read, less what is left out, is what is analysed. */
struct hd_waterfall {
	int64_t read, duplicates, rejected; /* by all imports */
	int64_t left[HD_LEFTS];
	int64_t analysed;
};

int hd_tiers_waterfall(
    struct hd_tiers *t, struct hd_waterfall *w, struct hd_err *err);
/* What was read alone, without a look at the tickets; the rest of *w stays. */
int hd_tiers_read(
    struct hd_tiers *t, struct hd_waterfall *w, struct hd_err *err);

/* What the tickets of the selection cover; nothing else is set where n is 0. */
struct hd_tiers_coverage {
	int64_t n, first, last;	    /* tickets; of the first and last, times */
	int64_t untagged, outdated; /* outdated: tagged by other rules */
	int64_t changed;	    /* since they were tagged */
	int64_t empty_days;	    /* of the period; 0 at least */
	int64_t language, short_text; /* not covered; too little to tag */
	int64_t assumed;	      /* nothing says when they were solved */
	int64_t ai_apart; /* the AI's own conversations were not imported */
};

int hd_tiers_coverage(
    struct hd_tiers *t, struct hd_tiers_coverage *c, struct hd_err *err);

/* A cell of the map; by tags, and what reviews make of it. */
struct hd_landcell {
	struct hd_str value[3]; /* complexity, emotion, pattern */
	char segment[256];
	int64_t n, total; /* total: tickets of the map */
	struct hd_hours hours;
	struct hd_str example; /* p NULL: no ticket is tagged so */
	struct hd_figure verified;
};

/*
 * Call fn for every cell with tickets by tags, in the order of the dimensions,
 * then for those that only reviewers use.  The cell is borrowed.
 */
int hd_tiers_cells(struct hd_tiers *t,
    int (*fn)(void *ctx, const struct hd_landcell *c, struct hd_err *err),
    void *ctx, struct hd_err *err);
/* Its share by tags. */
struct hd_figure hd_landcell_share(const struct hd_landcell *c);

/* A type of the automate tier that is not kept with people. */
struct hd_target {
	struct hd_str issue, key; /* key: an example */
	char segment[256];
	int64_t n, satisfied, rated, durable, durable_known;
	struct hd_hours hours;
	struct hd_interval share; /* of all tickets of the tier */
	int64_t rank_lo, rank_hi; /* where it may rank another time */
	struct hd_figure verified, precision; /* by review */
};

struct hd_targets {
	struct hd_target *v; /* the largest first, then by name */
	size_t n, cap;
	int64_t tier;  /* tickets of the tier and not kept */
	int64_t total; /* tickets of the selection */
	struct hd_arena arena;
};

int hd_tiers_targets(
    struct hd_tiers *t, struct hd_targets *targets, struct hd_err *err);
void hd_targets_release(struct hd_targets *targets);
/* Its share of all tickets by tags. */
struct hd_figure hd_target_share(
    const struct hd_targets *targets, const struct hd_target *x);

/* A row of the keep-human list as a figure, of metric and segment as given. */
struct hd_figure hd_keep_figure(const struct hd_tiers *t,
    const struct hd_keep_row *row, const char *metric, const char *segment);

#endif
