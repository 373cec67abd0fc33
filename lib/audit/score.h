/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AUDIT_SCORE_H
#define HD_AUDIT_SCORE_H

#include "audit/tagscore.h"
#include "render/figure.h"

/*
 * How right the tags of a review sample were, and what reviewers answered
 * besides: a row a value, the figures behind them, or the confusion matrix.
 */
struct hd_scorejob {
	struct hd_db *db;
	struct hd_reviewed *r;
	struct hd_out *out;
	enum hd_format format;
	const char *columns;
	const char *const *dimensions; /* those to tell of; n 0: all */
	size_t ndimensions;
	int64_t least; /* reviewed tickets below which a figure is suppressed */
	bool figures, confusion;
	bool brief;	     /* leave out types with too few reviewed tickets */
	int64_t hidden;	     /* filled: those left out */
	struct hd_buf notes; /* filled: lines for people; release it */
	void (*say)(void *ctx, const char *line); /* of what nobody was asked */
	void *ctx;
};

int hd_score(struct hd_scorejob *job, struct hd_err *err);

/* --- shared by score*.c --- */

/* A dimension of tags: a question of the codebook, or the ceiling. */
struct hd_scored {
	const char *name;
	int question; /* -1: the ceiling */
	const struct hd_reviewed *r;
	struct hd_tagcount
	    *v; /* values in order; those nobody tagged at the end */
	size_t n;
};

/* What the machine says, "unknown" for nothing; what people say, p NULL for
   nothing. */
struct hd_str hd_scored_machine(
    const struct hd_scored *d, const struct hd_reviewed_ticket *t);
struct hd_str hd_scored_people(
    const struct hd_scored *d, const struct hd_reviewed_ticket *t);
/* Score "the machine says v" by "people say so"; v by its tag count. */
void hd_scored_value(const struct hd_scored *d, const struct hd_tagcount *v,
    struct hd_str said, struct hd_tagscore *s);

/* Rows of a dimension, and of a question that has no tag. */
#define HD_SCORE_COLUMNS 20
extern const char *const hd_score_columns[HD_SCORE_COLUMNS];
void hd_score_dimension(
    struct hd_scorejob *job, const struct hd_scored *d, struct hd_table *t);
void hd_score_question(
    const struct hd_scorejob *job, enum hd_question q, struct hd_table *t);

/* The confusion matrix, a row a pair of values that was seen. */
extern const char *const hd_confusion_columns[6];
void hd_score_confusion(const struct hd_scored *d, struct hd_table *t);
/* The error of the dimension that costs money; false: it has none. */
bool hd_score_error(const struct hd_scorejob *job, const struct hd_scored *d,
    struct hd_figure *f);

/* A yes/no question: the weighted share of an answer. */
struct hd_estimate hd_score_answer(const struct hd_reviewed *r,
    enum hd_question q, struct hd_str answer, int64_t *x, int64_t *n);

#endif
