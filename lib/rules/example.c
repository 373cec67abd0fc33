/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hit, miss and todo lines: see hd_ruleset_examples() in eval.h. */
#include "rules/evidence.h"
#include "rules/pattern.h"

struct trial {
	const struct hd_ruleset *rs;
	struct hd_runner *runner;
	struct hd_str text;
};

/*
 * Every text of the rule is the example; a fact says nothing about it, so it
 * neither makes an alternative fire by itself nor cancels.
 */
static enum hd_tri
alt_holds(struct trial *t, const struct hd_alt *alt)
{
	enum hd_tri all = HD_YES, one;
	const struct hd_cond *c;
	bool pattern = false;

	for (size_t i = 0; i < alt->nconds; i++) {
		c = &t->rs->conds[alt->cond + i];
		if (c->op > HD_OP_NOMATCH) {
			if (alt->unless)
				return HD_NO;
			continue;
		}
		pattern = true;
		one = hd_runner_match(
		    t->runner, t->rs->probes[c->probe].pattern, t->text, NULL);
		all = hd_and(all, c->op == HD_OP_MATCH ? one : hd_not(one));
	}
	return pattern ? all : HD_NO;
}

static enum hd_tri
fires(struct trial *t, const struct hd_rule *r)
{
	enum hd_tri when = HD_NO, unless = HD_NO;
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &t->rs->alts[r->alt + i];
		if (alt->unless)
			unless = hd_or(unless, alt_holds(t, alt));
		else
			when = hd_or(when, alt_holds(t, alt));
	}
	return hd_and(when, hd_not(unless));
}

static int
try_rule(struct trial *t, const struct hd_rule *r,
    int (*cb)(void *ctx, const struct hd_rule *rule,
	const struct hd_example *ex, bool ok),
    void *ctx)
{
	const struct hd_example *ex;
	enum hd_tri want;
	int st = 0;

	for (size_t k = 0; k < r->nexamples && st == 0; k++) {
		ex = &t->rs->examples[r->example + k];
		t->text = ex->text;
		want = hd_tri(ex->kind != HD_EX_MISS);
		st = cb(ctx, r, ex, fires(t, r) == want);
	}
	return st;
}

int
hd_ruleset_examples(const struct hd_ruleset *rs,
    int (*cb)(void *ctx, const struct hd_rule *rule,
	const struct hd_example *ex, bool ok),
    void *ctx, struct hd_err *err)
{
	struct trial t = { .rs = rs };
	int st = 0;

	t.runner = hd_runner_new(rs->patterns, rs->npatterns);
	if (t.runner == NULL)
		return hd_err_set(err, HD_ESYS, "out of memory for patterns");
	for (size_t i = 0; i < rs->nrules && st == 0; i++)
		st = try_rule(&t, &rs->rules[i], cb, ctx);
	for (size_t i = 0; i < rs->nroutes && st == 0; i++)
		st = try_rule(&t, &rs->routes[i], cb, ctx);
	hd_runner_free(t.runner);
	return st != 0 ? -1 : 0;
}
