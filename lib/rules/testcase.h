/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TESTCASE_H
#define HD_TESTCASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "rules/cond.h"
#include "rules/stage.h"

/*
 * The tests of a loaded rule set: cases, the rows of tables, and journeys.
 * Read-only, every pointer borrowed until hd_ruleset_free(); runs are ranges of
 * the arrays of struct hd_ruleset.
 */

enum hd_casekind {
	HD_CASE,
	HD_CASE_TABLE, /* what its rows share; nothing that is run */
	HD_CASE_ROW,
	HD_CASE_JOURNEY,
};

/* FIELD = VALUE; values of lists and messages may come in several lines. */
struct hd_casefact {
	struct hd_pos pos, arg_pos;
	struct hd_str name, value; /* value.p NULL: unset */
	struct hd_str lines;	   /* as written, of a value of `|' lines */
	bool unset;		   /* said so, or an empty cell */
	size_t field;
	double num; /* of a number, a bool (0, 1), a duration in seconds */
};

enum hd_expect_kind {
	HD_EXPECT_ROUTE,
	HD_EXPECT_QUEUE,
	HD_EXPECT_TAG, /* has it (`many': among others) */
	HD_EXPECT_NO_TAG,
};

#define HD_BY_ANY (-2) /* beside HD_BY_STAGE_DEFAULT */

struct hd_expect {
	enum hd_expect_kind kind;
	struct hd_pos pos, arg_pos, by_pos;
	struct hd_str name, arg; /* of a dimension; what is wanted */
	struct hd_str by;	 /* a rule's id, p NULL: any */
	enum hd_action action;
	int rule; /* of routes or of tags, HD_BY_STAGE_DEFAULT, HD_BY_ANY */
	size_t dim;
	int value; /* -1: none at all */
};

/* A step of a journey, and what is expected after it. */
struct hd_step {
	bool ai; /* what the AI answers; else what the customer writes */
	struct hd_pos pos;
	struct hd_str text, lines;
	size_t expect, nexpects;
};

struct hd_case {
	const char *name; /* unique in its file */
	enum hd_casekind kind;
	struct hd_pos pos;
	enum hd_stage stage; /* HD_STAGE_WHOLE: tags alone are looked at */
	struct hd_pos stage_pos;
	int parent;	       /* the case it is like, the table of a row; -1 */
	size_t given, ngivens; /* over what the parent has */
	size_t expect, nexpects; /* of a row: beside those of its table */
	size_t column, ncolumns; /* of a table: in givens */
	size_t what;		 /* of a table: the expect of its rows */
	size_t step, nsteps;	 /* of a journey */
	size_t nrows;		 /* of a table */
	bool headless;		 /* its columns cannot be read */
	struct hd_str todo; /* why it may fail as yet, p NULL: it may not */
};

#endif
