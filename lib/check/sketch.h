/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SKETCH_H
#define HD_SKETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"
#include "check/world.h"

/* Examples: a ticket of a world, reduced to the facts that matter. */

enum hd_sketch_kind {
	HD_SKETCH_FACT,
	HD_SKETCH_DIM,	    /* field names a dimension */
	HD_SKETCH_READABLE, /* value true or false: can the text be read? */
};

/* One fact as the rule language writes it. */
struct hd_sketch_fact {
	enum hd_sketch_kind kind;
	const char *field;
	enum hd_op op;	   /* = ~ !~ is set, is unset; of lists also != */
	const char *value; /* 90d, 50000, true, a pattern; NULL: is (un)set */
	double num;	   /* of a number, a duration (s), a bool */
};

/*
 * What matters of a ticket: the facts that are enough for what was asked, and
 * none that could be left out.
 */
struct hd_sketch {
	struct hd_sketch_fact *facts; /* by name of the field */
	size_t n;
	/* A pattern is to match or not to, and no text was tried. */
	bool possible;
	struct hd_arena arena;
};

#define HD_SKETCH_INIT                        \
	{                                     \
		NULL, 0, false, HD_ARENA_INIT \
	}

/*
 * As hd_world_solve(); HD_YES fills *out, reused from call to call and
 * released by the caller.  tags: a dimension's value is named where that is
 * enough, in place of the facts that give it.
 */
enum hd_tri hd_world_sketch(struct hd_world *w, const int *lits, size_t n,
    bool tags, struct hd_sketch *out);
void hd_sketch_release(struct hd_sketch *s);
/* "account.plan = enterprise, account.age = 90d" appended to b. */
void hd_sketch_text(const struct hd_sketch *s, struct hd_buf *b);
/* What the ticket has and is; "..." stands for what it has not and is not. */
void hd_sketch_brief(const struct hd_sketch *s, struct hd_buf *b);

#endif
