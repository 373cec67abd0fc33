/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULESET_H
#define HD_RULESET_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/hash.h"
#include "rules/model.h"
#include "rules/source.h"
#include "rules/testcase.h"

/*
 * A rule set: files read, checked, linked and compiled.  Read-only once
 * loaded, so any number of threads may share it, each with a matcher of its
 * own (eval.h).  It knows facts by name and nothing of a database.
 */

struct hd_pattern;
struct hd_prefilter;

struct hd_ruleset {
	struct hd_rulefile *files; /* in load order: the operand first */
	size_t nfiles;
	const char **languages; /* codes of the language lines */
	size_t nlanguages;
	struct hd_dim *dims;
	size_t ndims;
	size_t nvalues;		 /* of all dimensions together */
	struct hd_field *fields; /* declared or tested */
	size_t nfields;
	struct hd_rule *rules; /* the tags: number r is rules[r - 1] */
	size_t nrules;
	struct hd_rule *routes; /* in order: the first that fires decides */
	size_t nroutes;
	struct hd_rule *policies;
	size_t npolicies;
	struct hd_stagedflt stage_default[HD_STAGES];

	/* What the runs of model.h are ranges of. */
	struct hd_alt *alts;
	struct hd_cond *conds;
	struct hd_operand *operands;
	struct hd_set *sets;
	struct hd_example *examples;
	struct hd_allow *allows;
	size_t *each_fields;

	/* The tests (testcase.h). */
	struct hd_case *cases; /* in the order of the files */
	size_t ncases;
	struct hd_casefact *givens;
	struct hd_expect *expects;
	struct hd_step *steps;

	/* For the evaluation. */
	size_t *order;	  /* as conds: a run in the order of cost */
	size_t *by_level; /* rule indices, by level, then by number */
	size_t nlevels;
	struct hd_probe *probes; /* distinct (field, pattern) pairs */
	size_t nprobes;
	struct hd_pattern **patterns; /* distinct */
	size_t npatterns;
	struct hd_prefilter *prefilter; /* over patterns */
	struct hd_trigger *triggers;	/* by field, then by pattern */
	size_t ntriggers;
	size_t *trigger_at;	    /* by field, and one more: in triggers */
	unsigned char *restless;    /* by rule: evaluated whatever texts say */
	struct hd_ruleset_mem *mem; /* private to lib/rules */
};

/*
 * Read the file `name` and what it uses.  *rs is owned by the caller.  An
 * error in a file reads "file:line:col: message [R110]" with code HD_EUSAGE,
 * as does a file that cannot be read or a set without a rule [R105].
 */
int hd_ruleset_load(struct hd_ruleset **rs, const struct hd_rulesrc *src,
    const char *name, struct hd_err *err);
/*
 * The same, with all that is wrong instead of the first: 1, *rs NULL, and the
 * errors added to found; names when every line can be read.  No rule is fine.
 */
int hd_ruleset_load_all(struct hd_ruleset **rs, const struct hd_rulesrc *src,
    const char *name, struct hd_diags *found, struct hd_err *err);
/* NULL is allowed. */
void hd_ruleset_free(struct hd_ruleset *rs);

/*
 * The rule set's name: SHA-256 over its files in load order, each framed by
 * its base name and length.
 */
void hd_ruleset_hash(const struct hd_ruleset *rs, char hex[HD_SHA256_HEX]);
/* What a rule file can call a value that a person named: blanks become '_'. */
void hd_value_name(struct hd_buf *b, struct hd_str value);
/* The index of a dimension, or -1. */
int hd_ruleset_dim(const struct hd_ruleset *rs, const char *name);
/* The index of a dimension's value, or -1. */
int hd_ruleset_value(const struct hd_ruleset *rs, int dim, const char *value);
/* The index of a field of fields, or -1. */
int hd_ruleset_field(const struct hd_ruleset *rs, const char *name);
/* The index of a tag rule, or -1. */
int hd_ruleset_rule(const struct hd_ruleset *rs, const char *id);
/* A rule of any kind, or NULL. */
const struct hd_rule *hd_rule_find(const struct hd_ruleset *rs, const char *id);
/* The rules of a kind: an array and its length. */
const struct hd_rule *hd_ruleset_kind(
    const struct hd_ruleset *rs, enum hd_rulekind kind, size_t *n);
/* "default.rules:12:5", the place of pos, appended to b. */
void hd_ruleset_where(
    const struct hd_ruleset *rs, struct hd_pos pos, struct hd_buf *b);
/* The same as a place of findings; the file's name is borrowed from rs. */
struct hd_place hd_ruleset_place(
    const struct hd_ruleset *rs, struct hd_pos pos, size_t width);

#endif
