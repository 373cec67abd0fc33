/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DIAG_H
#define HD_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

/*
 * What a checker has to say about a file: a finding with its place, and the
 * outcome of a test case.  Collected in order, owned by the list; text given is
 * copied.
 */

enum hd_severity {
	HD_SEV_NOTE,
	HD_SEV_WARNING,
	HD_SEV_ERROR,
};

/* How it is known: so that nobody takes a guess for a proof. */
enum hd_proof {
	HD_PROVED,
	HD_OBSERVED,
	HD_HEURISTIC,
};

/* A kind of finding: stable id, title of a few words, a sentence of help. */
struct hd_check {
	const char *id;
	enum hd_severity severity;
	enum hd_proof proof;
	const char *title, *help;
};

struct hd_place {
	const char *file;
	size_t line, col; /* from 1; columns count code points */
	size_t width;	  /* code points from col; 0: not known */
};

struct hd_diag {
	const char *id;
	enum hd_severity severity;
	enum hd_proof proof;
	int64_t observed; /* tickets, of HD_OBSERVED; -1: no number */
	struct hd_place at;
	const char *rule;   /* the id of the rule it is about, or NULL */
	size_t alternative; /* of the rule, from 1; 0: the whole of it */
	const char *message;
	/* other places that belong to it, each with what it is */
	struct hd_related {
		struct hd_place at;
		const char *message;
	} * related;
	size_t nrelated;
	const char *allowed; /* the reason why it is let pass, or NULL */
	bool known;	     /* in the baseline: told, and counts for nothing */
};

enum hd_outcome {
	HD_PASSED,
	HD_FAILED,
	HD_ERRORED, /* could not be decided: a pattern gave up */
	HD_SKIPPED, /* not run: blocked by another */
	HD_TODO,    /* failed as expected */
};

struct hd_result {
	enum hd_outcome outcome;
	const char *name; /* unique in its file */
	struct hd_place at;
	/* NULL where passed; what was got and wanted, and the rule that won */
	const char *message, *got, *want, *rule;
};

struct hd_diags {
	struct hd_arena arena;
	struct hd_diag *v;
	size_t n, cap;
	struct hd_result *results;
	size_t nresults, results_cap;
};

#define HD_DIAGS_INIT                                 \
	{                                             \
		HD_ARENA_INIT, NULL, 0, 0, NULL, 0, 0 \
	}

/* The check of that id in a table of n; NULL: there is none. */
const struct hd_check *hd_check_find(
    const struct hd_check *checks, size_t n, const char *id);

/*
 * A finding of that check; fmt is its message, one line.  What was added last
 * may be filled further; borrowed until the next is added.
 */
struct hd_diag *hd_diag_add(struct hd_diags *d, const struct hd_check *check,
    struct hd_place at, const char *fmt, ...) HD_PRINTF(4, 5);
/* Another place of the finding added last. */
void hd_diag_relate(struct hd_diags *d, struct hd_place at, const char *fmt,
    ...) HD_PRINTF(3, 4);
/* Copies r with its strings. */
void hd_result_add(struct hd_diags *d, const struct hd_result *r);
/* By file name, line, column, id, message: the same order every time. */
void hd_diags_sort(struct hd_diags *d);
/* Of a sorted list: what was found twice is there once. */
void hd_diags_unique(struct hd_diags *d);
void hd_diags_release(struct hd_diags *d);

#endif
