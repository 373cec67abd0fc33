/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AUDIT_LEARN_H
#define HD_AUDIT_LEARN_H

#include "audit/tagset.h"
#include "render/table.h"

/*
 * Learning from labels, dimension by dimension: a model is fitted, judged
 * beside the rules on tickets that neither was made from, and used from then on
 * if it agrees with people better than the rules do.
 */
struct hd_learnjob {
	struct hd_db *db;
	const struct hd_ruleset *rs; /* the rules to be better than */
	const char *rules, *pack;    /* where they were read from */
	const char *languages;	     /* path of languages.conf */
	unsigned jobs;		     /* threads; change no result */
	uint64_t seed;
	struct hd_table *t; /* gets a row a dimension, of hd_learn_columns */
	/* Told when a dimension begins (may be NULL), and of one left out. */
	void (*said)(void *ctx, const char *dimension, size_t labels);
	void (*warn)(void *ctx, const struct hd_err *err);
	void *ctx;
	/* Filled: what was looked at, and how much of it a model decides. */
	size_t dimensions, learned;
};

#define HD_LEARN_COLUMNS 14
extern const char *const hd_learn_columns[HD_LEARN_COLUMNS];

/*
 * Learn the dimensions named, or (n 0) all that somebody labelled, from the
 * selection; inside the caller's transaction.
 */
int hd_learn_all(struct hd_learnjob *job, const char *const *dimensions,
    size_t n, struct hd_err *err);

#endif
