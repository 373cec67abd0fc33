/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGDIFF_H
#define HD_TAGDIFF_H

#include "rules/ruleset.h"
#include "store/tagging.h"

/*
 * The tags of tickets under two rule sets, compared by name: what a value is
 * called counts, not where it is declared.  Index 0 is the old set, 1 the new.
 */
struct hd_tagdiff;

#define HD_DIFF_KEYS 3

/*
 * What is compared: each dimension; path; ceiling, the tier in which a resolved
 * ticket counts for the automation ceiling.  NAME_all are the values that stand
 * beside the first of a `many` dimension with a column of its own, NAME_open
 * is the value from arrival facts alone.
 */
struct hd_diffdim {
	const char *name;
	bool in[2];	 /* declared in that set */
	int64_t n;	 /* tickets compared */
	int64_t tickets; /* that differ */
};

/*
 * One change.  A `one` dimension goes from a value to another, "unknown" for
 * none; of a `many` dimension a value is lost (the new one NULL) or gained (the
 * old one).  NULL too: the set does not declare the dimension.
 */
struct hd_diffpair {
	size_t dim;
	const char *value[2];
	int64_t tickets;
	const char *keys[HD_DIFF_KEYS]; /* of the first ones, NULL after */
};

/* The tags of one ticket as stored; -1: unknown. */
struct hd_difftags {
	int path, one[HD_CORES], open[HD_CORES];
	int tier; /* enum hd_tier, -1: the ticket is in no ceiling */
	struct hd_str many;
};

/* Owned by caller; the rule sets are borrowed and must outlive it. */
struct hd_tagdiff *hd_tagdiff_new(const struct hd_ruleset *const rs[2]);
void hd_tagdiff_free(struct hd_tagdiff *d); /* NULL is allowed */
/* -1: the stored tags are no JSON object. */
int hd_tagdiff_add(struct hd_tagdiff *d, struct hd_str key,
    const struct hd_difftags tags[2], struct hd_err *err);

/* Borrowed from d. */
const struct hd_diffdim *hd_tagdiff_dims(const struct hd_tagdiff *d, size_t *n);
/* By dimension, then most tickets first, then by name. */
const struct hd_diffpair *hd_tagdiff_pairs(struct hd_tagdiff *d, size_t *n);

#endif
