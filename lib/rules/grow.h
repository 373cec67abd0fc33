/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GROW_H
#define HD_GROW_H

#include "base/hash.h"
#include "base/mem.h"
#include "rules/ruleset.h"

/* Private to lib/rules: what a rule set needs while it grows. */

/* Counts and capacities of the growing arrays of struct hd_ruleset. */
struct hd_vec {
	size_t n, cap;
};

struct hd_ruleset_mem {
	struct hd_arena arena;
	struct hd_map ids[HD_RULEKINDS]; /* of live rules; -1: dropped */
	struct hd_diags *found; /* gets all errors; NULL: the first ends it */
	size_t errors;
	struct hd_vec files, languages, dims, fields, rules, routes, policies;
	struct hd_vec alts, conds, operands, sets, examples, allows;
	struct hd_vec each_fields, probes, patterns, triggers;
	struct hd_vec cases, givens, expects, steps;
	struct hd_map case_names; /* by file and name */
};

/* The array with room for one more element, which is zeroed and counted. */
void *hd_vec_add(void *array, struct hd_vec *v, size_t size);
/* Add an element to an array of rs: its index / the same and count it in rs. */
#define HD_PUSH(rs, name)                                                      \
	((rs)->name =                                                          \
		hd_vec_add((rs)->name, &(rs)->mem->name, sizeof(*(rs)->name)), \
	    (rs)->mem->name.n - 1)
#define HD_ADD(rs, name) \
	((rs)->n##name = HD_PUSH(rs, name) + 1, (rs)->n##name - 1)

#endif
