/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGSCORE_H
#define HD_TAGSCORE_H

#include "audit/reviewed.h"
#include "stats/strata.h"

/*
 * How right the machine is, by a review sample: of the tickets it tagged so, how
 * many are; of those that are, how many it tagged.  Weighted by the strata, never
 * by counting reviewed tickets.
 */

/* A tag in question. */
struct hd_tagask {
	/* does the machine say so? */
	bool (*machine)(const void *ctx, const struct hd_reviewed_ticket *t);
	/* do people?  HD_JUDGED_NOTHING: they were not asked */
	enum hd_judged (*people)(
	    const void *ctx, const struct hd_reviewed_ticket *t);
	const void *ctx;
	/* of each stratum, the tickets of which machine() is true; borrowed */
	const int64_t *N;
};

struct hd_tagscore {
	int64_t N;	  /* tickets the machine tagged so */
	int64_t n, x;	  /* of those reviewed with a clear answer; right */
	int64_t missed;	  /* reviewed, not tagged so, and should be */
	int64_t unclear;  /* answered so, tagged or not; left out */
	int64_t reviewed; /* with a clear answer, tagged or not */
	struct hd_estimate tagged, untagged; /* shares that should be tagged */
	struct hd_interval precision, recall;
	double f1; /* NaN: no estimate */
	/* estimates were the unclear answers all against it, or all for it */
	double precision_min, precision_max, recall_min, recall_max;
};

/*
 * Precision: hd_review_share() of the tagged cells of the strata, a domain, as
 * hs-tiers has it.  Recall: hd_recall() of the tagged and the untagged cells.  Both without estimate (p NaN, [0, 1]) where no
 * ticket of a side that has some was reviewed.
 */
void hd_tagscore(const struct hd_reviewed *r, const struct hd_tagask *ask,
    struct hd_tagscore *s);

/* The tickets of a sample's frame with a value of a dimension. */
struct hd_tagcount {
	struct hd_str value; /* "unknown": not tagged */
	int64_t *n;	     /* by stratum */
	int64_t sum;
};

/* All values of a dimension, the commonest first, from r's arena. */
int hd_tagcounts(struct hd_reviewed *r, struct hd_db *db, const char *dimension,
    struct hd_tagcount **v, size_t *n, struct hd_err *err);

#endif
