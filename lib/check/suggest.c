/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases that are still to be written: see suggest.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/retext.h"
#include "check/suggest_int.h"

#define WORDS 6 /* texts that are tried for a goal */

/* A case that was made up, run: does it show what it is for? */
struct trial {
	struct hd_suggester *s;
	struct hd_testrun t;
	struct hd_testcover *cover;
};

static const struct hd_case *
case_named(const struct hd_ruleset *rs, const char *name)
{
	for (size_t i = rs->ncases; i > 0; i--)
		if (strcmp(rs->cases[i - 1].name, name) == 0)
			return &rs->cases[i - 1];
	return NULL;
}

/* The same rule of the rule set that was read again: only cases are new. */
static const struct hd_rule *
again(const struct trial *x, const struct hd_rule *r)
{
	size_t n, i;

	i = (size_t)(r - hd_ruleset_kind(x->s->rs, r->kind, &n));
	return &hd_ruleset_kind(x->t.rs, r->kind, &n)[i];
}

static bool
reached(const struct trial *x, const struct hd_goal *g)
{
	const struct hd_ruleset *rs = x->t.rs;
	const struct hd_rule *r = again(x, g->rule);
	size_t a;

	switch (g->kind) {
	case HD_GOAL_BROKEN:
		return hd_testcover_spoke(x->cover, r) && !x->t.open &&
		       (r->actions & 1u << x->t.decision.action) == 0;
	case HD_GOAL_POLICY:
		return hd_testcover_spoke(x->cover, r);
	case HD_GOAL_ALT:
		a = (size_t)(g->alt - &x->s->rs->alts[g->rule->alt]);
		return hd_testcover_fired(x->cover, &rs->alts[r->alt + a]);
	case HD_GOAL_BELOW:
	case HD_GOAL_ABOVE:
		break;
	}
	return hd_testcover_side(x->cover,
	    &rs->conds[g->cond - x->s->rs->conds], g->kind == HD_GOAL_ABOVE);
}

/* What comes out today, as lines that expect it. */
static void
add_expects(const struct trial *x, const struct hd_goal *g, struct hd_buf *b)
{
	const struct hd_testrun *t = &x->t;
	const struct hd_rule *r;
	const struct hd_set *set;
	const struct hd_dim *d;
	bool has;

	if (t->facts.stage != HD_STAGE_WHOLE &&
	    t->decision.action != HD_ACTION_NONE) {
		hd_buf_addf(b, "    expect route = %s by %s\n",
		    hd_action_name(t->decision.action),
		    t->decision.route >= 0 ? t->rs->routes[t->decision.route].id
					   : "default");
		return;
	}
	r = again(x, g->rule);
	for (size_t i = 0; i < r->nsets; i++) {
		set = &t->rs->sets[r->set + i];
		d = &t->rs->dims[set->dim];
		has = false;
		for (size_t k = 0; k < t->tags.nvalues[set->dim]; k++)
			has |= t->tags.values[set->dim][k] == set->value;
		hd_buf_addf(b, "    expect %stag %s=%s\n", has ? "" : "no ",
		    d->name, d->values[set->value]);
	}
}

static int
try_goal(struct trial *x, struct hd_goal *g, const char *text,
    const bool *wanted, struct hd_buf *out)
{
	const struct hd_case *c = case_named(x->t.rs, g->name);

	if (c == NULL)
		return -1;
	x->cover = hd_testcover_new();
	hd_testcover_begin(x->cover, x->t.rs, wanted);
	(void)hd_test_case(&x->t, c, hd_testcover_seen, x->cover, NULL);
	g->done = !x->t.open && reached(x, g);
	if (g->done) {
		hd_buf_adds(out, text);
		add_expects(x, g, out);
	}
	hd_testcover_free(x->cover);
	return 0;
}

/* One attempt at every goal that is open: one more reading of the files. */
static int
round_of(struct hd_suggester *s, struct hd_retext *files, const char *name,
    const struct hd_attempt *attempt, struct hd_buf *out, struct hd_err *err)
{
	struct trial x = { .s = s };
	struct hd_rulesrc src = hd_retext_source(files);
	struct hd_buf all = HD_BUF_INIT, *one;
	struct hd_ruleset *rs = NULL;
	int st;

	one = hd_xcalloc(s->n, sizeof(*one));
	hd_buf_add(&all, s->rs->files[0].text, s->rs->files[0].len);
	hd_buf_addc(&all, '\n');
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].possible && !s->v[i].done &&
		    hd_suggest_case(s, &s->v[i], attempt, &one[i]))
			hd_buf_add(&all, one[i].s, one[i].n);
		else
			hd_buf_reset(&one[i]);
	files->changed = s->rs->files[0].name;
	files->text = hd_buf_str(&all);
	st = hd_ruleset_load(&rs, &src, name, err);
	if (st == 0)
		st = hd_testrun_open(&x.t, rs, err);
	for (size_t i = 0; i < s->n && st == 0; i++)
		if (one[i].n > 0)
			(void)try_goal(&x, &s->v[i], one[i].s, s->wanted, out);
	if (st == 0)
		hd_testrun_close(&x.t);
	hd_ruleset_free(rs);
	for (size_t i = 0; i < s->n; i++)
		hd_buf_release(&one[i]);
	free(one);
	hd_buf_release(&all);
	return st;
}

static size_t
to_do(const struct hd_suggester *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += !s->v[i].done;
	return n;
}

static void
release(struct hd_suggester *s)
{
	for (size_t i = 0; i < s->n; i++)
		hd_sketch_release(&s->v[i].sketch);
	free(s->v);
	for (int i = 0; i < HD_STAGES; i++)
		hd_world_free(s->worlds[i]);
	hd_map_release(&s->names);
	hd_arena_release(&s->arena);
}

int
hd_suggest(const struct hd_rulesrc *src, const char *name,
    const struct hd_ruleset *rs, const struct hd_testcover *shown,
    const bool *wanted, struct hd_buf *out, size_t *left, struct hd_err *err)
{
	struct hd_suggester s = { .rs = rs, .shown = shown, .wanted = wanted };
	struct hd_retext files = { .under = src };
	struct hd_attempt attempt;
	int st = 0;

	hd_suggest_goals(&s);
	*left = to_do(&s);
	for (size_t i = 0; i < 2 * WORDS && st == 0 && *left > 0; i++) {
		attempt = (struct hd_attempt){ i < WORDS, i % WORDS };
		st = round_of(&s, &files, name, &attempt, out, err);
		*left = to_do(&s);
	}
	hd_retext_release(&files);
	release(&s);
	return st;
}
