/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cases have shown of rules: see testcover.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/testcover.h"
#include "rules/catalogue.h"

enum what {
	ALTERNATIVE,
	THRESHOLD,
	POLICY,
};

struct item {
	enum what what;
	struct hd_place at;
	const char *rule, *text;
	size_t alternative;
	bool seen[2]; /* of a threshold: below, above; else the first */
};

struct hd_testcover {
	struct hd_arena arena;
	struct hd_map places; /* what:file:line:col -> items */
	struct item *items;
	size_t n, cap;
	const struct hd_ruleset *rs; /* of the cases at hand */
	const bool *wanted;
};

struct hd_testcover *
hd_testcover_new(void)
{
	return hd_xcalloc(1, sizeof(struct hd_testcover));
}

void
hd_testcover_free(struct hd_testcover *c)
{
	if (c == NULL)
		return;
	hd_map_release(&c->places);
	hd_arena_release(&c->arena);
	free(c->items);
	free(c);
}

bool
hd_threshold(const struct hd_ruleset *rs, const struct hd_cond *c,
    double *constant, double *step)
{
	const struct hd_operand *o;
	const char *dot;
	char unit;

	if (c->var == HD_VAR_DIM || c->op < HD_OP_LT || c->op > HD_OP_GE)
		return false;
	o = &rs->operands[c->value];
	*constant = o->num;
	*step = 1;
	if (c->var == HD_VAR_FIELD &&
	    rs->fields[c->index].type == HD_FT_DURATION) {
		unit = o->s.p[o->s.n - 1];
		*step = unit == 'w'   ? 604800
			: unit == 'd' ? 86400
			: unit == 'h' ? 3600
			: unit == 'm' ? 60
				      : 1;
		return true;
	}
	dot = memchr(o->s.p, '.', o->s.n);
	if (dot != NULL)
		*step = pow(10, -(double)(o->s.p + o->s.n - dot - 1));
	return true;
}

static void
key(struct hd_buf *b, const struct hd_ruleset *rs, enum what what,
    struct hd_pos pos)
{
	hd_buf_addf(b, "%d ", (int)what);
	hd_ruleset_where(rs, pos, b);
}

/* The item of that place, or NULL. */
static struct item *
find(const struct hd_testcover *c, enum what what, struct hd_pos pos)
{
	struct hd_buf b = HD_BUF_INIT;
	const int64_t *i;

	key(&b, c->rs, what, pos);
	i = hd_map_get(&c->places, hd_buf_str(&b));
	hd_buf_release(&b);
	return i != NULL ? &c->items[*i] : NULL;
}

static struct item *
add(struct hd_testcover *c, enum what what, struct hd_pos pos)
{
	struct item *known = find(c, what, pos);
	struct hd_buf b = HD_BUF_INIT;
	struct hd_place at;

	if (known != NULL)
		return known;
	key(&b, c->rs, what, pos);
	*hd_map_put(&c->places, hd_buf_str(&b), 0) = (int64_t)c->n;
	hd_buf_release(&b);
	c->items = hd_grow(c->items, &c->cap, c->n + 1, sizeof(*c->items));
	known = &c->items[c->n++];
	at = hd_ruleset_place(c->rs, pos, 0);
	at.file = hd_arena_memdup(&c->arena, at.file, strlen(at.file));
	*known = (struct item){ .what = what, .at = at };
	return known;
}

/* The conditions of an alternative, as written. */
static const char *
alt_text(struct hd_testcover *c, const struct hd_alt *alt)
{
	struct hd_buf b = HD_BUF_INIT;
	const char *text;
	struct hd_str src;

	for (size_t i = 0; i < alt->nconds; i++) {
		src = c->rs->conds[alt->cond + i].src;
		hd_buf_addf(
		    &b, "%s%.*s", i > 0 ? " and " : "", (int)src.n, src.p);
	}
	text = hd_arena_memdup(&c->arena, b.s, b.n);
	hd_buf_release(&b);
	return text;
}

static void
describe(struct hd_testcover *c, struct item *it, const struct hd_rule *r,
    size_t alternative, const char *text)
{
	it->rule = hd_arena_memdup(&c->arena, r->id, strlen(r->id));
	it->alternative = alternative;
	it->text = text;
}

static void
add_alt(struct hd_testcover *c, const struct hd_rule *r, size_t number)
{
	const struct hd_ruleset *rs = c->rs;
	const struct hd_alt *alt = &rs->alts[r->alt + number];
	const struct hd_cond *cond;
	double constant, step;

	if (!alt->unless)
		describe(c, add(c, ALTERNATIVE, rs->conds[alt->cond].pos), r,
		    number + 1, alt_text(c, alt));
	for (size_t i = 0; i < alt->nconds; i++) {
		cond = &rs->conds[alt->cond + i];
		if (cond->var == HD_VAR_FIELD &&
		    hd_threshold(rs, cond, &constant, &step))
			describe(c, add(c, THRESHOLD, cond->pos), r, number + 1,
			    hd_arena_memdup(
				&c->arena, cond->src.p, cond->src.n));
	}
}

static void
add_rules(struct hd_testcover *c, enum hd_rulekind kind)
{
	const struct hd_rule *r;
	size_t n;

	r = hd_ruleset_kind(c->rs, kind, &n);
	for (size_t i = 0; i < n; i++) {
		if (!c->wanted[r[i].pos.file])
			continue;
		if (kind == HD_POLICY)
			describe(c, add(c, POLICY, r[i].pos), &r[i], 0, NULL);
		for (size_t a = 0; a < r[i].nalts && kind != HD_POLICY; a++)
			add_alt(c, &r[i], a);
	}
}

void
hd_testcover_begin(
    struct hd_testcover *c, const struct hd_ruleset *rs, const bool *wanted)
{
	c->rs = rs;
	c->wanted = wanted;
	add_rules(c, HD_TAG);
	add_rules(c, HD_ROUTE);
	add_rules(c, HD_POLICY);
}

static void
see_rule(
    struct hd_testcover *c, const struct hd_testrun *t, const struct hd_rule *r)
{
	const struct hd_alt *alt;

	for (size_t i = 0; c->wanted[r->pos.file] && i < r->nalts; i++) {
		alt = &c->rs->alts[r->alt + i];
		if (!alt->unless && hd_decide_alt(t->m, r, alt) == HD_YES)
			find(c, ALTERNATIVE, c->rs->conds[alt->cond].pos)
			    ->seen[0] = true;
	}
}

/*
 * At the constant or one step beside it: 90 itself lies above < and >=, below
 * <= and >.
 */
static void
see_threshold(struct hd_testcover *c, const struct hd_testrun *t,
    const struct hd_cond *cond)
{
	const struct hd_val *v;
	double constant, step, slack;
	struct item *it;
	bool above;

	if (cond->var != HD_VAR_FIELD ||
	    !hd_threshold(c->rs, cond, &constant, &step))
		return;
	v = &t->facts.vals[cond->index];
	if (v->kind != HD_VAL_NUM)
		return;
	/* a step such as 0.1 is no binary fraction */
	slack = step * 1e-6;
	if (fabs(v->num - constant) > step + slack)
		return;
	above = v->num > constant ||
		(v->num == constant &&
		    (cond->op == HD_OP_LT || cond->op == HD_OP_GE));
	it = find(c, THRESHOLD, cond->pos);
	it->seen[above] = true;
}

static void
see_thresholds(struct hd_testcover *c, const struct hd_testrun *t,
    enum hd_rulekind kind, enum hd_stage stage)
{
	const struct hd_alt *alt;
	const struct hd_rule *r;
	size_t n;

	r = hd_ruleset_kind(c->rs, kind, &n);
	for (; n > 0; n--, r++) {
		if (!c->wanted[r->pos.file] ||
		    (kind == HD_ROUTE && (r->stages & 1u << stage) == 0))
			continue;
		for (size_t a = 0; a < r->nalts; a++) {
			alt = &c->rs->alts[r->alt + a];
			for (size_t i = 0; i < alt->nconds; i++)
				see_threshold(
				    c, t, &c->rs->conds[alt->cond + i]);
		}
	}
}

void
hd_testcover_seen(void *ctx, const struct hd_testrun *t)
{
	const struct hd_ruleset *rs = t->rs;
	enum hd_stage stage = t->facts.stage;
	struct hd_testcover *c = ctx;
	const struct hd_rule *p;

	for (size_t i = 0; i < t->tags.nfired; i++)
		see_rule(c, t, &rs->rules[t->tags.fired[i] - 1]);
	see_thresholds(c, t, HD_TAG, stage);
	if (stage == HD_STAGE_WHOLE)
		return;
	if (t->decision.route >= 0 && !t->open)
		see_rule(c, t, &rs->routes[t->decision.route]);
	see_thresholds(c, t, HD_ROUTE, stage);
	for (size_t i = 0; i < rs->npolicies; i++) {
		p = &rs->policies[i];
		if (c->wanted[p->pos.file] && (p->stages & 1u << stage) != 0 &&
		    hd_decide_fires(t->m, p) == HD_YES)
			find(c, POLICY, p->pos)->seen[0] = true;
	}
}

bool
hd_testcover_side(
    const struct hd_testcover *c, const struct hd_cond *cond, int side)
{
	return find(c, THRESHOLD, cond->pos)->seen[side];
}

bool
hd_testcover_fired(const struct hd_testcover *c, const struct hd_alt *alt)
{
	return find(c, ALTERNATIVE, c->rs->conds[alt->cond].pos)->seen[0];
}

bool
hd_testcover_spoke(const struct hd_testcover *c, const struct hd_rule *policy)
{
	return find(c, POLICY, policy->pos)->seen[0];
}

/* The constant of "account.age < 90d". */
static const char *
constant_of(const char *src)
{
	const char *blank = strrchr(src, ' ');
	const char *sign = strpbrk(src, "<>");

	if (blank != NULL)
		return blank + 1;
	return sign + 1 + (sign[1] == '=');
}

static void
tell(const struct item *it, struct hd_diags *out)
{
	static const char *const ids[] = { "R503", "R504", "R165" };
	const struct hd_check *check = hd_rules_check(ids[it->what]);
	struct hd_diag *d;

	if (it->what == ALTERNATIVE)
		d = hd_diag_add(out, check, it->at,
		    "no case makes '%s' fire by alternative %zu: %s", it->rule,
		    it->alternative, it->text);
	else if (it->what == THRESHOLD)
		d = hd_diag_add(out, check, it->at,
		    "no case has a value %s %s: %s",
		    it->seen[0]	  ? "just above"
		    : it->seen[1] ? "just below"
				  : "on either side of",
		    constant_of(it->text), it->text);
	else
		d = hd_diag_add(out, check, it->at,
		    "no case is about the tickets of policy '%s'", it->rule);
	d->rule = it->rule;
	d->alternative = it->alternative;
}

void
hd_testcover_report(const struct hd_testcover *c, struct hd_diags *out,
    size_t *fired, size_t *alternatives)
{
	const struct item *it;
	bool seen;

	*fired = *alternatives = 0;
	for (size_t i = 0; i < c->n; i++) {
		it = &c->items[i];
		seen = it->seen[0] && (it->what != THRESHOLD || it->seen[1]);
		*alternatives += it->what == ALTERNATIVE;
		*fired += it->what == ALTERNATIVE && seen;
		if (!seen && out != NULL)
			tell(it, out);
	}
}
