/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * R164, comparisons that were meant to complement each other and do not, as
 * `< 90d` here and `> 90d` there: see lint.h.
 */
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "check/lint_int.h"

#define DAY 86400.0

struct bound {
	const struct hd_cond *c;
	const struct hd_rule *r;
	size_t alt, nth;
	double x;
};

struct gaps {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	struct bound *v; /* comparisons of a number, by what and with which */
	size_t n, cap;
	struct hd_map told; /* fields with operators and numbers */
};

static void
collect(struct gaps *g, const struct hd_rule *r)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &g->rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &g->rs->conds[alt->cond + k];
			if (c->op < HD_OP_LT || c->op > HD_OP_GE)
				continue;
			g->v = hd_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
			g->v[g->n] = (struct bound){ c, r, i + 1, g->n,
				g->rs->operands[c->value].num };
			g->n++;
		}
	}
}

static int
by_number(const void *a, const void *b)
{
	const struct bound *x = a, *y = b;

	if (x->c->var != y->c->var)
		return x->c->var < y->c->var ? -1 : 1;
	if (x->c->index != y->c->index)
		return x->c->index < y->c->index ? -1 : 1;
	if (x->x < y->x || x->x > y->x)
		return x->x < y->x ? -1 : 1;
	return (x->nth > y->nth) - (x->nth < y->nth);
}

/* The first comparison of what a compares, with x or more. */
static size_t
from(const struct gaps *g, const struct bound *a, double x)
{
	struct bound key = *a;
	size_t lo = 0, hi = g->n, mid;

	key.x = x;
	key.nth = 0;
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (by_number(&g->v[mid], &key) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Is comparison i of what a compares, with x at most? */
static bool
is_upto(const struct gaps *g, const struct bound *a, size_t i, double x)
{
	return i < g->n && g->v[i].c->var == a->c->var &&
	       g->v[i].c->index == a->c->index && g->v[i].x <= x;
}

/* 1: a and b say the same; 2: and do so in one alternative; 0: neither. */
static size_t
twins(const struct bound *a, const struct bound *b)
{
	if (a->c->op != b->c->op || a->r->kind != b->r->kind ||
	    a->r->stages != b->r->stages)
		return 0;
	return a->r == b->r && a->alt == b->alt ? 2 : 1;
}

/*
 * Of many comparisons that are the same two are enough, of two alternatives:
 * whatever is beside one of them is not beside the other.
 */
static void
thin_out(struct gaps *g)
{
	size_t kept = 0, same, k;

	if (g->n == 0)
		return;
	qsort(g->v, g->n, sizeof(*g->v), by_number);
	for (size_t i = 0; i < g->n; i++) {
		same = 0;
		for (k = kept; k > 0 && is_upto(g, &g->v[i], k - 1, HUGE_VAL) &&
			       g->v[k - 1].x >= g->v[i].x;
		     k--)
			same += twins(&g->v[k - 1], &g->v[i]);
		if (same < 2)
			g->v[kept++] = g->v[i];
	}
	g->n = kept;
}

static bool
same_subject(const struct bound *a, const struct bound *b)
{
	return a->c->var == b->c->var && a->c->index == b->c->index &&
	       a->r->kind == b->r->kind &&
	       (a->r->stages == 0 || (a->r->stages & b->r->stages) != 0);
}

static bool
holds(const struct bound *b, double x)
{
	switch (b->c->op) {
	case HD_OP_LT:
		return x < b->x;
	case HD_OP_LE:
		return x <= b->x;
	case HD_OP_GT:
		return x > b->x;
	case HD_OP_GE:
		return x >= b->x;
	default:
		return false;
	}
}

/* Does any other comparison draw a line between x and what is beside it? */
static bool
is_covered(const struct gaps *g, const struct bound *a, double x, double beside)
{
	double lo = x < beside ? x : beside, hi = x < beside ? beside : x;

	for (size_t i = from(g, a, lo); is_upto(g, a, i, hi); i++)
		if (same_subject(a, &g->v[i]) && holds(&g->v[i], x) &&
		    !holds(&g->v[i], beside))
			return true;
	return false;
}

/* Whole days on both sides: `<= 89d` and `>= 90d` leave the hours between. */
static bool
is_next_day(
    const struct gaps *g, const struct bound *up, const struct bound *lo)
{
	return up->c->var == HD_VAR_FIELD &&
	       g->rs->fields[up->c->index].type == HD_FT_DURATION &&
	       lo->x - up->x == DAY && (int64_t)up->x % (int64_t)DAY == 0;
}

static const char *
operand(const struct gaps *g, const struct bound *b, int *n)
{
	const struct hd_str s = g->rs->operands[b->c->value].s;

	*n = (int)s.n;
	return s.p;
}

/* Of the comparisons of one field with the same numbers one pair is enough. */
static bool
is_news(struct gaps *g, const struct bound *up, const struct bound *lo)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t was = g->told.count;

	hd_lint_normal(g->rs, up->c, &b);
	hd_buf_addc(&b, ' ');
	hd_lint_normal(g->rs, lo->c, &b);
	(void)hd_map_put(&g->told, hd_buf_str(&b), 1);
	hd_buf_release(&b);
	return g->told.count > was;
}

static void
tell(struct gaps *g, const struct bound *up, const struct bound *lo,
    const char *what)
{
	const struct bound *late = up->c > lo->c ? up : lo;
	const struct bound *early = late == up ? lo : up;
	int n;
	const char *x = operand(g, late, &n);

	if (!hd_lint_wanted(g->o, late->c->pos) || !is_news(g, up, lo))
		return;
	hd_lint_add(g->out, g->rs, "R164", late->r, late->alt, late->c->pos,
	    "'%.*s' here and '%.*s' in '%s' (line %zu) %s %.*s: write the "
	    "exact complement, such as < and >= of one number",
	    (int)late->c->src.n, late->c->src.p, (int)early->c->src.n,
	    early->c->src.p, early->r->id, early->c->pos.line, what, n, x);
	hd_diag_relate(g->out,
	    hd_ruleset_place(g->rs, early->c->pos, early->c->src.n), "%s '%s'",
	    hd_rulekind_name(early->r->kind), early->r->id);
}

/* up bounds from above, lo from below. */
static void
pair(struct gaps *g, const struct bound *up, const struct bound *lo)
{
	bool strict_up = up->c->op == HD_OP_LT,
	     strict_lo = lo->c->op == HD_OP_GT;

	if (up->r == lo->r && up->alt == lo->alt)
		return;
	if (up->x == lo->x && strict_up && strict_lo) {
		if (!is_covered(g, up, up->x, up->x - 1) &&
		    !is_covered(g, up, up->x, up->x + 1))
			tell(g, up, lo, "both leave out");
	} else if (up->x == lo->x && !strict_up && !strict_lo) {
		tell(g, up, lo, "both take");
	} else if (is_next_day(g, up, lo) && !strict_lo) {
		tell(g, up, lo, "leave out the hours before");
	}
}

/* up with all that bound from below at x. */
static void
pairs(struct gaps *g, const struct bound *up, double x)
{
	for (size_t k = from(g, up, x); is_upto(g, up, k, x); k++)
		if (g->v[k].c->op >= HD_OP_GT && same_subject(up, &g->v[k]))
			pair(g, up, &g->v[k]);
}

void
hd_lint_gaps(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct gaps g = { .rs = rs, .o = o, .out = out };
	struct hd_rules all = hd_lint_rules(rs);

	for (size_t i = 0; i < all.n; i++)
		collect(&g, all.v[i]);
	thin_out(&g);
	for (size_t i = 0; i < g.n; i++) {
		if (g.v[i].c->op > HD_OP_LE)
			continue;
		pairs(&g, &g.v[i], g.v[i].x);
		pairs(&g, &g.v[i], g.v[i].x + DAY);
	}
	hd_map_release(&g.told);
	free(g.v);
	free(all.v);
}
