/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AGREE_H
#define HD_AGREE_H

#include "audit/reviewed.h"
#include "render/figure.h"
#include "stats/agreement.h"

/*
 * How far reviewers agree with each other, and the machine with the first of
 * them, question by question.  Reviewed tickets count once each, unweighted: it is
 * of the codebook that this tells, and of the sample.
 */
struct hd_agreejob {
	struct hd_db *db;
	struct hd_reviewed *r;
	struct hd_table *t; /* rows of hd_agree_columns, or figures */
	bool figures;
	const char *const *questions; /* those to tell of; n 0: all */
	size_t nquestions;
	/* results */
	size_t twice;	  /* answers that two people or more gave */
	size_t undefined; /* comparisons in which nothing varies */
	int weakest;	  /* question on which people agree least, -1 none */
	double alpha;	  /* how far, there */
};

#define HD_AGREE_COLUMNS 20
extern const char *const hd_agree_columns[HD_AGREE_COLUMNS];

int hd_agree(struct hd_agreejob *job, struct hd_err *err);

/* --- shared by agree*.c --- */

/* What coders said of tickets; categories are ranked where `ordered`. */
struct hd_coded {
	enum hd_question q;
	const char *between; /* who */
	struct hd_ratings r; /* "unclear" and "unknown" are categories */
	size_t ranks;	     /* the first so many categories have an order */
	bool ordered;
};

struct hd_agreed {
	struct hd_agreement raw, kappa, weighted, alpha, ac1;
	bool pair, ordered; /* kappa has a meaning; weighted has one */
	size_t n;
};

/* seed: of the sample. */
void hd_agreed(const struct hd_coded *c, const char *seed, struct hd_agreed *a);
void hd_agreed_row(const struct hd_coded *c, const struct hd_agreed *a,
    bool figures, struct hd_table *t);

#endif
