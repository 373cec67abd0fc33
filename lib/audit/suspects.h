/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AUDIT_SUSPECTS_H
#define HD_AUDIT_SUSPECTS_H

#include "render/table.h"
#include "rules/ruleset.h"
#include "store/db.h"

/*
 * Labels that are probably wrong, the most suspicious first: what a model says of
 * each labelled ticket that learned from the others.
 */
struct hd_suspectjob {
	struct hd_db *db;
	const struct hd_ruleset *rs; /* its tags are read beside the text */
	const char *languages;	     /* path of languages.conf */
	int64_t sample;		     /* its answers are the labels; 0: none */
	unsigned jobs;		     /* threads; change no result */
	size_t top;		     /* rows of a dimension; 0: all */
	struct hd_table *t;	     /* rows of hd_suspect_columns */
	/* Told of a dimension that was left out, and of one that was done. */
	void (*warn)(void *ctx, const struct hd_err *err);
	void (*said)(
	    void *ctx, const char *dimension, size_t labels, size_t wrong);
	void *ctx;
	size_t dimensions; /* filled: that had labels */
};

#define HD_SUSPECT_COLUMNS 8
extern const char *const hd_suspect_columns[HD_SUSPECT_COLUMNS];

/*
 * Those of the dimensions named, or (n 0) of all that have labels, in the
 * selection, which stays.
 */
int hd_suspects_list(struct hd_suspectjob *job, const char *const *dimensions,
    size_t n, struct hd_err *err);

#endif
