/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GAPS_H
#define HD_GAPS_H

#include "report/report.h"

/*
 * Types of tickets in which answers of the AI go wrong more often than in the
 * others: a table, ranked by the lower limit of the rate ratio, and the types
 * that were so in the period before as well.  A ratio compares a type with all
 * others together, conditional on the sum (stats/rate.h); a type is said to
 * stand out where it does with Benjamini and Hochberg's q of at most 0.05 among
 * all types tested, at least five such tickets and half as many again as elsewhere.
 */
struct hd_gapkind {
	const char *metric;	/* x of n answers */
	const char *id, *title; /* of the table */
	const char *word;	/* "corrected" */
};

/* Nothing is written where no answer went wrong. */
int hd_gaps(
    struct hd_report *r, const struct hd_gapkind *kind, struct hd_err *err);

#endif
