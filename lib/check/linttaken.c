/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R143, hits of routes that an earlier route takes: see lint.h. */
#include <stdlib.h>

#include "check/lint_int.h"
#include "rules/decide.h"

struct taken {
	const struct hd_ruleset *rs;
	struct hd_diags *out;
	struct hd_matcher *m;
	struct hd_val *vals;
	struct hd_tags tags;
};

/* A ticket of which the text is all that is known. */
static void
say(struct taken *t, enum hd_stage stage, const struct hd_str *text)
{
	const struct hd_field *f;

	for (size_t i = 0; i < t->rs->nfields; i++) {
		f = &t->rs->fields[i];
		t->vals[i] = (struct hd_val){ .kind = HD_VAL_UNSET };
		if (f->type != HD_FT_TEXT ||
		    (stage == HD_STAGE_OPEN && f->known == HD_KNOWN_OUTCOME))
			continue;
		t->vals[i].kind = f->each ? HD_VAL_LIST : HD_VAL_STR;
		t->vals[i].str = *text;
		t->vals[i].list = text;
		t->vals[i].n = 1;
	}
	hd_eval(t->m, t->vals, true, &t->tags);
}

static void
hit(struct taken *t, size_t route, const struct hd_example *ex)
{
	const struct hd_rule *r = &t->rs->routes[route], *by;
	struct hd_decision d;

	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++) {
		if ((r->stages & 1u << s) == 0)
			continue;
		say(t, (enum hd_stage)s, &ex->text);
		hd_decide(t->m, (enum hd_stage)s, &d);
		if (d.route < 0 || (size_t)d.route >= route)
			continue;
		by = &t->rs->routes[d.route];
		hd_lint_add(t->out, t->rs, "R143", r, 0, ex->pos,
		    "on %s this hit is taken by '%s', which stands above: "
		    "move '%s' up, or narrow the other",
		    hd_stage_name((enum hd_stage)s), by->id, r->id);
		hd_diag_relate(t->out, hd_ruleset_place(t->rs, by->pos, 0),
		    "route '%s'", by->id);
		return;
	}
}

void
hd_lint_taken(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct taken t = { .rs = rs, .out = out, .tags = HD_TAGS_INIT };
	struct hd_err err = HD_ERR_INIT;
	const struct hd_example *ex;

	t.m = rs->nroutes > 1 ? hd_matcher_new(rs, &err) : NULL;
	if (t.m == NULL)
		return;
	t.vals = hd_xcalloc(rs->nfields + 1, sizeof(*t.vals));
	for (size_t i = 1; i < rs->nroutes; i++)
		for (size_t k = 0; k < rs->routes[i].nexamples; k++) {
			ex = &rs->examples[rs->routes[i].example + k];
			if (ex->kind == HD_EX_HIT && hd_lint_wanted(o, ex->pos))
				hit(&t, i, ex);
		}
	hd_tags_release(&t.tags);
	hd_matcher_free(t.m);
	free(t.vals);
}
