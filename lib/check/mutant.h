/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MUTANT_H
#define HD_MUTANT_H

#include "base/diag.h"
#include "rules/ruleset.h"

/*
 * Small mistakes put into rule files, one at a time, to see whether a test
 * notices: a threshold moved by a step, a condition, an alternative or a rule
 * left out, a route's action turned round, two neighbours swapped.  A mutant is
 * the text of one file with a few places replaced.
 */

struct hd_mutant {
	size_t file;
	struct hd_mutation {
		size_t from, to; /* bytes of the file; do not overlap */
		const char *with;
	} edit[3]; /* by place */
	size_t nedits;
	struct hd_pos pos;
	const struct hd_rule *rule;
	size_t alternative; /* from 1; 0: the rule as a whole */
	const char *what;   /* "account.age < 90d made < 91d" */
};

/*
 * All mutants of the tags and routes of the files that are wanted, by index,
 * in the order of the rules: an array in arena, *n its length.
 */
const struct hd_mutant *hd_mutants_of(const struct hd_ruleset *rs,
    const bool *wanted, struct hd_arena *arena, size_t *n);
/* The text of its file with the mistake, appended to b. */
void hd_mutant_text(
    const struct hd_ruleset *rs, const struct hd_mutant *m, struct hd_buf *b);
/*
 * Proved that no ticket gets another action, queue or tag by the changed rules;
 * m says which rule was changed.
 */
bool hd_mutant_same(const struct hd_ruleset *rs,
    const struct hd_ruleset *changed, const struct hd_mutant *m);

/* What became of mutants, over any number of files of tests. */
struct hd_mutation_run;

struct hd_mutation_run *hd_mutation_run_new(void);
void hd_mutation_run_free(struct hd_mutation_run *r);
/*
 * Make the mutants of a rule set, read from src by that name, and run its tests
 * over each.  What one set of tests noticed is noticed.
 */
int hd_mutation_run_add(struct hd_mutation_run *r, const struct hd_rulesrc *src,
    const char *name, const struct hd_ruleset *rs, const bool *wanted,
    struct hd_err *err);

struct hd_mutation_count {
	size_t killed, survived;
	size_t same; /* no test could notice them: not among the others */
};
/* Those that survived, as findings R505. */
void hd_mutation_run_report(const struct hd_mutation_run *r,
    struct hd_diags *out, struct hd_mutation_count *n);

#endif
