/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGNAMES_H
#define HD_TAGNAMES_H

#include "base/mem.h"
#include "rules/eval.h"

/*
 * Every tag of a rule set as a word, "issue=refund": what a model is told of
 * the rules' opinion.
 */
struct hd_tagnames {
	const struct hd_ruleset *rs;
	struct hd_str *name; /* by value of all dimensions */
	struct hd_arena arena;
};

void hd_tagnames_init(struct hd_tagnames *n, const struct hd_ruleset *rs);
void hd_tagnames_release(struct hd_tagnames *n);
/*
 * The tags of a ticket, borrowed from n; list has room for rs->nvalues.
 * Returns how many.
 */
size_t hd_tagnames_list(const struct hd_tagnames *n, const struct hd_tags *tags,
    struct hd_str *list);

#endif
