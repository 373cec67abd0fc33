/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The prefilter of a rule set, and what wakes each rule: a rule can only fire
 * when one of its alternatives has all it asks for, so of each alternative one
 * pattern is watched.  A rule with an alternative that asks for no pattern is
 * always awake.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "rules/link.h"
#include "rules/parse.h"
#include "rules/pattern.h"
#include "rules/prefilter.h"

/* The condition to watch, one that few texts meet if there is one. */
static const struct hd_cond *
watched(const struct hd_ruleset *rs, const struct hd_alt *alt)
{
	const struct hd_cond *c, *any = NULL;

	for (size_t i = 0; i < alt->nconds; i++) {
		c = &rs->conds[alt->cond + i];
		if (c->op != HD_OP_MATCH)
			continue;
		if (!hd_prefilter_always(
			rs->prefilter, rs->probes[c->probe].pattern))
			return c;
		any = c;
	}
	return any;
}

static int
by_field(const void *a, const void *b)
{
	const struct hd_trigger *x = a, *y = b;

	if (x->field != y->field)
		return x->field < y->field ? -1 : 1;
	if (x->pattern != y->pattern)
		return x->pattern < y->pattern ? -1 : 1;
	return x->rule < y->rule ? -1 : x->rule > y->rule;
}

static void
watch_rule(struct hd_ruleset *rs, size_t rule)
{
	const struct hd_rule *r = &rs->rules[rule];
	const struct hd_cond *c;
	struct hd_trigger *t;
	size_t at;

	for (size_t i = 0; i < r->nalts; i++) {
		if (rs->alts[r->alt + i].unless)
			continue;
		c = watched(rs, &rs->alts[r->alt + i]);
		if (c == NULL) {
			rs->restless[rule] = 1;
			continue;
		}
		at = HD_ADD(rs, triggers); /* may move the array */
		t = &rs->triggers[at];
		t->field = c->index;
		t->pattern = rs->probes[c->probe].pattern;
		t->rule = rule;
	}
}

void
hd_link_prefilter(struct hd_ruleset *rs)
{
	struct hd_str *texts = hd_xcalloc(rs->npatterns, sizeof(*texts));
	size_t k = 0;

	for (size_t i = 0; i < rs->npatterns; i++)
		texts[i] = hd_pattern_text(rs->patterns[i]);
	rs->prefilter = hd_prefilter_new(texts, rs->npatterns);
	free(texts);
	rs->restless = hd_xcalloc(rs->nrules, 1);
	for (size_t i = 0; i < rs->nrules; i++)
		watch_rule(rs, i);
	if (rs->ntriggers > 0)
		qsort(rs->triggers, rs->ntriggers, sizeof(*rs->triggers),
		    by_field);
	rs->trigger_at = hd_xcalloc(rs->nfields + 1, sizeof(*rs->trigger_at));
	for (size_t f = 0; f <= rs->nfields; f++) {
		while (k < rs->ntriggers && rs->triggers[k].field < f)
			k++;
		rs->trigger_at[f] = k;
	}
}
