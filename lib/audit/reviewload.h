/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REVIEWLOAD_H
#define HD_REVIEWLOAD_H

#include "audit/codebook.h"
#include "store/sample.h"

/*
 * Filled review sheets into the database: answers row by row, then the verdicts
 * that they give.  All inside the caller's transaction.
 */
struct hd_reviewload;

/* What a row says; n 0: nothing.  Valid UTF-8, borrowed. */
struct hd_reviewrow {
	struct hd_str sample; /* its name; the default if empty */
	struct hd_str key;    /* or an id alone */
	struct hd_str reviewer;
	struct hd_str answer[HD_QUESTIONS];
};

/* The reviewer of rows that name none. */
#define HD_REVIEWER "reviewer"

struct hd_reviewcounts {
	size_t answers[HD_REVIEW_SAME + 1]; /* by what became of them */
	size_t verdicts;
	size_t erased;	/* notes on people who are forgotten: not taken */
	size_t unnamed; /* rows that nobody's name stands for */
};

/*
 * sample: of rows that name none, NULL the newest; reviewer: the same, NULL for
 * HD_REVIEWER.  -1 with HD_EUSAGE when there is no such sample.  languages is the path
 * of languages.conf; all borrowed.  Owned by caller.
 */
struct hd_reviewload *hd_reviewload_open(struct hd_db *db, const char *sample,
    const char *reviewer, const char *languages, struct hd_err *err);
void hd_reviewload_close(struct hd_reviewload *l);
/*
 * Take a row.  One without an answer is nothing, an empty answer withdraws
 * none.  -1 with HD_EDATA when the row is wrong, and nothing of it is stored.
 */
int hd_reviewload_row(struct hd_reviewload *l, const struct hd_reviewrow *row,
    struct hd_err *err);
/* After the last row: the verdicts of what changed. */
int hd_reviewload_end(struct hd_reviewload *l, struct hd_err *err);
const struct hd_reviewcounts *hd_reviewload_counts(
    const struct hd_reviewload *l);

#endif
