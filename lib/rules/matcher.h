/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MATCHER_H
#define HD_MATCHER_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/eval.h"
#include "rules/pattern.h"
#include "rules/prefiltertext.h"
#include "rules/tri.h"

/*
 * Private to lib/rules: what one thread knows of the ticket it is at.  Vals
 * are borrowed for the call that was given them.
 */

#define HD_NO_ITEM ((size_t)-1)

/* A dimension once its level is done. */
struct hd_dimstate {
	int top;   /* of those that fired the one that wins, -1 */
	int dflt;  /* the default if it may apply to this ticket, -1 */
	int value; /* what the ticket has, -1 unknown */
	int by;	   /* as in struct hd_tags */
	bool undecided;
	size_t yes, maybe; /* values that fired, that may have */
};

struct hd_matcher {
	const struct hd_ruleset *rs;
	struct hd_runner *runner;
	const struct hd_val *vals;
	bool readable;
	struct hd_texts texts;
	size_t *base;		/* by field: its first item in slots */
	struct hd_text **slots; /* by item, NULL until a pattern asks */
	size_t slots_cap;
	size_t *item; /* by field: the message being tried, HD_NO_ITEM */
	const unsigned char *only; /* rules evaluated; NULL: all */
	unsigned char *own;	   /* of hd_matcher_only() */
	unsigned char *awake;	   /* by rule: it may fire */
	unsigned char *fired;	   /* by rule: enum hd_tri */
	unsigned char *got;	   /* by value of all dimensions: enum hd_tri */
	size_t *by; /* by value: the first rule index that set it */
	struct hd_dimstate *dims;
	const struct hd_given *given;
	size_t ngiven;
	size_t *gave_up; /* by rule, over all tickets */
};

/* A text or list value as items; NUM and UNSET have none. */
size_t hd_val_count(const struct hd_val *v);
struct hd_str hd_val_item(const struct hd_val *v, size_t i);

/*
 * For tests: without the prefilter, every pattern on every text.  What comes
 * out is the same, but a pattern may give up that else was known to fail.
 */
void hd_matcher_plain(struct hd_matcher *m, bool plain);
/* Evaluate all levels, into fired, got, by and dims. */
void hd_matcher_run(
    struct hd_matcher *m, const struct hd_val *vals, bool readable);
/* Does it match item i of its field, and at which bytes? */
bool hd_item_span(
    struct hd_matcher *m, const struct hd_probe *pr, size_t i, size_t span[2]);
/* At the items that m->item says. */
enum hd_tri hd_cond_holds(struct hd_matcher *m, const struct hd_cond *c);
/* Over all items; HD_YES leaves m->item where it first held. */
enum hd_tri hd_alt_holds(
    struct hd_matcher *m, const struct hd_rule *r, const struct hd_alt *alt);
/* Of the ticket that hd_matcher_run() was given. */
enum hd_tri hd_rule_fires(struct hd_matcher *m, const struct hd_rule *r);
/* A condition on a dimension of a lower level, or on a count. */
enum hd_tri hd_dim_holds(const struct hd_matcher *m, const struct hd_cond *c);
/* A comparison of a known number. */
bool hd_num_holds(
    const struct hd_ruleset *rs, const struct hd_cond *c, double x);
/* Decide a dimension from what fired. */
void hd_dim_decide(struct hd_matcher *m, size_t dim);

#endif
