/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples of rules: see lint.h. */
#include <stdlib.h>
#include <string.h>

#include "check/lint_int.h"
#include "check/personal.h"
#include "rules/evidence.h"

struct examples {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
};

static void
personal(
    struct examples *e, const struct hd_rule *r, const struct hd_example *ex)
{
	const char *what = hd_looks_personal(ex->text);

	if (what != NULL)
		hd_lint_add(e->out, e->rs, "R145", r, 0, ex->pos,
		    "this looks like %s: make one up (example.com, 555-0100)",
		    what);
}

static int
example(
    void *ctx, const struct hd_rule *r, const struct hd_example *ex, bool ok)
{
	struct examples *e = ctx;

	if (!hd_lint_wanted(e->o, ex->pos))
		return 0;
	personal(e, r, ex);
	if (ex->kind == HD_EX_TODO && ok)
		hd_lint_add(e->out, e->rs, "R144", r, 0, ex->pos,
		    "'%s' fires on it now: make it a hit", r->id);
	else if (ex->kind == HD_EX_HIT && !ok)
		hd_lint_add(e->out, e->rs, "R140", r, 0, ex->pos,
		    "'%s' does not fire on its hit: correct the pattern or "
		    "the text",
		    r->id);
	else if (ex->kind == HD_EX_MISS && !ok)
		hd_lint_add(e->out, e->rs, "R141", r, 0, ex->pos,
		    "'%s' fires on its miss: narrow it, or make this a hit",
		    r->id);
	return 0;
}

static bool
has_pattern(const struct hd_ruleset *rs, const struct hd_rule *r)
{
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; !alt->unless && k < alt->nconds; k++)
			if (rs->conds[alt->cond + k].op <= HD_OP_NOMATCH)
				return true;
	}
	return false;
}

static void
lacks(struct examples *e, const struct hd_rule *r)
{
	bool hit = false, miss = false;

	if (!has_pattern(e->rs, r) || !hd_lint_wanted(e->o, r->pos))
		return;
	for (size_t i = 0; i < r->nexamples; i++) {
		hit |= e->rs->examples[r->example + i].kind == HD_EX_HIT;
		miss |= e->rs->examples[r->example + i].kind == HD_EX_MISS;
	}
	if (hit && miss)
		return;
	hd_lint_add(e->out, e->rs, "R142", r, 0, r->pos,
	    "%s '%s' has a pattern and no %s: write one%s",
	    hd_rulekind_name(r->kind), r->id,
	    hit	   ? "miss"
	    : miss ? "hit"
		   : "hit or miss",
	    hit ? ", a text that is nearly a hit" : "");
}

void
hd_lint_examples(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct examples e = { rs, o, out };
	struct hd_rules all = hd_lint_rules(rs);
	struct hd_err err = HD_ERR_INIT;

	for (size_t i = 0; i < all.n; i++)
		lacks(&e, all.v[i]);
	(void)hd_ruleset_examples(rs, example, &e, &err);
	hd_lint_taken(rs, o, out);
	free(all.v);
}
