/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EVAL_H
#define HD_EVAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "rules/ruleset.h"

/*
 * Tickets against a rule set.  A matcher holds all that changes: one a
 * thread.  Texts must be valid UTF-8.  Results depend on the values and on what
 * was given alone, never on what was evaluated before.
 */

enum hd_val_kind {
	HD_VAL_UNSET,
	HD_VAL_NUM,
	HD_VAL_STR,
	HD_VAL_LIST
};

/*
 * A field's value, everything borrowed.  A bool is NUM 0 or 1, a duration NUM
 * seconds, a text STR, a per-message text LIST in time order (empty: unset).
 * A value of a kind that does not fit the field's type counts as unset; a STR
 * for a number field is read as one.
 */
struct hd_val {
	enum hd_val_kind kind;
	double num;
	struct hd_str str;
	const struct hd_str *list;
	size_t n;
};

/* Who decided, where it was no rule. */
#define HD_BY_DEFAULT 0
#define HD_BY_MODEL   (-1)
#define HD_BY_MANUAL  (-2)
#define HD_BY_NONE    (-3)

/* What a ticket got; the arrays are indexed by dimension. */
struct hd_tags {
	/* The value's index, -1 unknown; `many`: the first declared. */
	int *one;
	/* The rule number that decided, or HD_BY_... */
	int *by;
	/* A rule that gave up could have changed it (one or values). */
	bool *undecided;
	/* All values, in declared order; of `one` at most one. */
	int **values;
	size_t *nvalues;
	size_t *fired; /* numbers of the rules that fired, rising */
	size_t nfired;
	size_t gave_up;		 /* rules that could not be decided */
	size_t truncated;	 /* texts cut at HD_SUBJECT_MAX bytes */
	struct hd_tags_mem *mem; /* private */
};

#define HD_TAGS_INIT                                              \
	{                                                         \
		NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL \
	}
#define HD_SUBJECT_MAX ((size_t)64 * 1024)

void hd_tags_release(struct hd_tags *t);

struct hd_matcher;

/* A matcher owned by the caller; rs is borrowed and must outlive it. */
struct hd_matcher *hd_matcher_new(
    const struct hd_ruleset *rs, struct hd_err *err);
/* NULL is allowed. */
void hd_matcher_free(struct hd_matcher *m);
/* Tickets on which rules[rule] could not be decided so far. */
size_t hd_matcher_gave_up(const struct hd_matcher *m, size_t rule);

/*
 * What is known of a dimension without the rules: it stands instead of what
 * they find, and rules that test the dimension see it.
 */
struct hd_given {
	int dim, value; /* value -1: unknown, whatever the rules say */
	int by;		/* HD_BY_MODEL or HD_BY_MANUAL */
	bool
	    only; /* of `many`: what the rules found does not stand beside it */
};

/*
 * From now on evaluate only the rules on which these dimensions depend, names up
 * to NULL, of which not all need be there; what is said of others is void.
 */
void hd_matcher_only(struct hd_matcher *m, const char *const *names);

/* Those rules, to be chosen again and again; owned by caller, for free(). */
unsigned char *hd_rules_of(
    const struct hd_ruleset *rs, const char *const *names);
/* From now on evaluate only these; borrowed, NULL: all. */
void hd_matcher_choose(struct hd_matcher *m, const unsigned char *rules);

/*
 * From now on evaluate and explain with these, in place of those given before;
 * borrowed until the next call.  n 0: none.
 */
void hd_matcher_give(struct hd_matcher *m, const struct hd_given *v, size_t n);

/*
 * Evaluate one ticket; cannot fail.  vals has a value for each of the rule
 * set's fields (those with uses 0 are not looked at); readable says that a
 * default "when readable" may apply.  *out is reused from call to call and
 * released by the caller.
 */
void hd_eval(struct hd_matcher *m, const struct hd_val *vals, bool readable,
    struct hd_tags *out);

#endif
