/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINK_H
#define HD_LINK_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"
#include "rules/ruleset.h"

/*
 * Private to lib/rules: from what was parsed to what can be evaluated.  Names
 * are resolved when all files are read, so that a rule may use what a later
 * line declares.
 */

/* Everything: names, types, patterns, levels, orders. */
int hd_rules_link(struct hd_ruleset *rs, struct hd_err *err);

struct hd_link {
	struct hd_ruleset *rs;
	struct hd_err *err;
	struct hd_map patterns, probes;
};

/* The parts of it. */
int hd_link_cond(struct hd_link *l, struct hd_cond *c);
int hd_link_operands(
    struct hd_ruleset *rs, struct hd_cond *c, struct hd_err *err);
/* A value of a field: o->num or o->index from o->s. */
int hd_link_value(const struct hd_ruleset *rs, const struct hd_field *f,
    struct hd_operand *o, struct hd_err *err);
/* The field of that name, made if it is built in; -1: there is none. */
int hd_link_field(struct hd_ruleset *rs, struct hd_str name);
int hd_link_levels(struct hd_ruleset *rs, struct hd_err *err);
void hd_link_prefilter(struct hd_ruleset *rs);

/* X of ticket.field("X"), kept; NULL for any other name. */
const char *hd_field_arg(struct hd_ruleset *rs, struct hd_str name);
/* What a field has from the built-in fact of its name (NULL: none). */
void hd_field_init(
    struct hd_ruleset *rs, struct hd_field *f, const struct hd_fact *fact);

/* The nearest name to `want`, for messages. */
struct hd_near {
	struct hd_str want;
	const char *best;
	size_t distance;
	char hint[160];
};

void hd_near_init(struct hd_near *n, struct hd_str want);
void hd_near_try(struct hd_near *n, const char *name);
/* The fields that are declared or built in. */
void hd_near_fields(struct hd_near *n, const struct hd_ruleset *rs);
/* ": did you mean 'x'?" or ""; borrowed until n changes. */
const char *hd_near_hint(struct hd_near *n);

#endif
