/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a pattern cannot match without: of the sets of literals that its parts
 * need, those that are found least in a text.
 */
#include <string.h>

#include "rules/literalset.h"

#define RATE_MAX    0.02 /* found in nearly every text: no use */
#define RATE_RARE   1e-9 /* so rare that nothing else need be looked for */
#define CLAUSES_MAX ((size_t)64)

/* The sets seen of what must follow each other; the best come first. */
struct choice {
	struct hd_arena *a;
	struct hd_litclause best;
	double rate[HD_CLAUSE_MAX];
};

static bool best(struct hd_arena *a, const struct hd_litnode *node, bool left,
    bool right, struct hd_litset *set);

/* All that the node can match, if that is a short list of literals. */
static bool
exact(struct hd_arena *a, const struct hd_litnode *node, struct hd_litset *s)
{
	struct hd_litset part;

	switch (node->kind) {
	case HD_LIT_EMPTY:
	case HD_LIT_BOUND:
	case HD_LIT_AHEAD:
		*s = hd_litset_empty(a, node->kind == HD_LIT_BOUND, false);
		return true;
	case HD_LIT_CHAR:
		*s = hd_litset_chars(a, node);
		return true;
	case HD_LIT_CAT:
		*s = hd_litset_empty(a, false, false);
		for (node = node->child; node != NULL; node = node->next)
			if (!exact(a, node, &part) ||
			    !hd_litset_cross(a, *s, part, s))
				return false;
		return true;
	case HD_LIT_ALT:
		*s = (struct hd_litset){ NULL, 0 };
		for (node = node->child; node != NULL; node = node->next)
			if (!exact(a, node, &part) ||
			    !hd_litset_union(a, *s, part, s))
				return false;
		return true;
	case HD_LIT_REPEAT:
		if (node->max > 1 || !exact(a, node->child, &part))
			return false;
		*s = hd_litset_empty(a, false, false);
		if (node->max == 0)
			return true;
		if (node->min > 0)
			*s = part;
		return node->min > 0 || hd_litset_union(a, part, *s, s);
	case HD_LIT_ANY:
		break;
	}
	return false;
}

static void
offer(struct choice *c, struct hd_litset s)
{
	double rate = hd_litset_rate(s);
	size_t at = c->best.n;

	if (rate >= 1)
		return;
	while (at > 0 && rate < c->rate[at - 1])
		at--;
	if (at == HD_CLAUSE_MAX)
		return;
	if (c->best.n < HD_CLAUSE_MAX)
		c->best.n++;
	for (size_t i = c->best.n - 1; i > at; i--) {
		c->best.sets[i] = c->best.sets[i - 1];
		c->rate[i] = c->rate[i - 1];
	}
	c->best.sets[at] = s;
	c->rate[at] = rate;
}

static void
offer_best(struct choice *c, const struct hd_litnode *n, bool left, bool right)
{
	struct hd_litset s;

	if (best(c->a, n, left, right, &s))
		offer(c, s);
}

/* Is a \b at the edge that these nodes begin with? */
static bool
bound_next(const struct hd_litnode *n, bool right)
{
	for (; n != NULL; n = n->next) {
		if (n->kind == HD_LIT_BOUND)
			return true;
		if (n->kind != HD_LIT_EMPTY && n->kind != HD_LIT_AHEAD)
			return false;
	}
	return right;
}

static bool
bound_before(struct hd_litset run)
{
	for (size_t i = 0; i < run.n; i++)
		if (run.v[i].n > 0 || !run.v[i].left)
			return false;
	return true;
}

/*
 * A node that is not a list of literals: what it needs, and what may stand
 * directly before the next node.
 */
static void
open_node(struct choice *c, const struct hd_litnode *n, struct hd_litset *run,
    bool right)
{
	bool left = bound_before(*run);
	struct hd_litset one, both;

	if (n->kind != HD_LIT_REPEAT) {
		offer(c, *run);
		offer_best(c, n, left, right);
		*run = hd_litset_empty(c->a, false, false);
		return;
	}
	if (n->min == 0 || !exact(c->a, n->child, &one)) {
		offer(c, *run);
		if (n->min > 0)
			offer_best(c, n->child, left, right && n->max == 1);
		*run = hd_litset_empty(c->a, false, false);
		return;
	}
	if (hd_litset_cross(c->a, *run, one, &both))
		offer(c, both);
	offer(c, *run);
	*run = one;
}

static void
cat(struct choice *c, const struct hd_litnode *cat, bool left, bool right)
{
	struct hd_litset run = hd_litset_empty(c->a, left, false), part;
	const struct hd_litnode *n = cat->child;

	for (; n != NULL; n = n->next) {
		if (n->kind == HD_LIT_AHEAD)
			offer_best(c, n->child, false, false);
		if (!exact(c->a, n, &part)) {
			open_node(c, n, &run, bound_next(n->next, right));
			continue;
		}
		if (hd_litset_cross(c->a, run, part, &run))
			continue;
		offer(c, run);
		run = part;
	}
	/* cannot be too many or too long: it adds nothing */
	(void)hd_litset_cross(
	    c->a, run, hd_litset_empty(c->a, right, false), &run);
	offer(c, run);
}

static bool
alt(struct hd_arena *a, const struct hd_litnode *n, bool left, bool right,
    struct hd_litset *set)
{
	struct hd_litset part;

	*set = (struct hd_litset){ NULL, 0 };
	for (n = n->child; n != NULL; n = n->next)
		if (!best(a, n, left, right, &part) ||
		    !hd_litset_union(a, *set, part, set))
			return false;
	return true;
}

/*
 * Literals of which every match of the node has one; left and right: there is
 * a \b at its edge.  false: none are known.
 */
static bool
best(struct hd_arena *a, const struct hd_litnode *node, bool left, bool right,
    struct hd_litset *set)
{
	struct hd_litnode one = { .kind = HD_LIT_CAT };
	struct hd_litnode copy = *node;
	struct choice c = { .a = a };

	if (node->kind == HD_LIT_ALT)
		return alt(a, node, left, right, set);
	if (node->kind == HD_LIT_ANY)
		return false;
	if (node->kind == HD_LIT_CAT) {
		cat(&c, node, left, right);
	} else {
		copy.next = NULL;
		one.child = &copy;
		cat(&c, &one, left, right);
	}
	*set = c.best.sets[0];
	return c.best.n > 0;
}

/*
 * Down to the alternatives of a pattern like \b(?:one|two)\b; the edges are
 * theirs then.
 */
static const struct hd_litnode *
unwrap(const struct hd_litnode *node, bool *left, bool *right)
{
	const struct hd_litnode *inner = NULL;
	bool bound[2] = { false, false };

	if (node->kind != HD_LIT_CAT)
		return node;
	for (const struct hd_litnode *n = node->child; n != NULL; n = n->next)
		if (n->kind == HD_LIT_BOUND)
			bound[inner != NULL] = true;
		else if (n->kind == HD_LIT_AHEAD)
			return node;
		else if (n->kind != HD_LIT_EMPTY && inner != NULL)
			return node;
		else if (n->kind != HD_LIT_EMPTY)
			inner = n;
	if (inner == NULL ||
	    (inner->kind != HD_LIT_ALT && inner->kind != HD_LIT_CAT))
		return node;
	*left = *left || bound[0];
	*right = *right || bound[1];
	return unwrap(inner, left, right);
}

/* Sets that make no difference are left out; false when all are. */
static bool
useful(struct choice *c)
{
	size_t n = 0;

	if (c->best.n == 0 || c->rate[0] > RATE_MAX)
		return false;
	while (n < c->best.n && c->rate[n] <= RATE_MAX &&
	       (n == 0 || c->rate[n - 1] > RATE_RARE))
		n++;
	c->best.n = n;
	return true;
}

/* One alternative: joined to those that need one set, or a clause more. */
static bool
add_branch(struct hd_litneed *need, struct choice *c)
{
	struct hd_litset *sets = c->best.sets;

	if (c->best.n > 1 && need->n < CLAUSES_MAX) {
		need->v[need->n++] = c->best;
		return true;
	}
	need->v[0].n = 1;
	return hd_litset_union(
	    c->a, need->v[0].sets[0], sets[0], &need->v[0].sets[0]);
}

static bool
add_tree(
    struct hd_arena *a, const struct hd_litnode *node, struct hd_litneed *need)
{
	bool left = false, right = false;
	struct hd_litnode one;
	struct choice c;

	node = unwrap(node, &left, &right);
	one = (struct hd_litnode){ .kind = HD_LIT_ALT };
	if (node->kind != HD_LIT_ALT) {
		one.child = hd_arena_alloc(a, sizeof(*node));
		*one.child = *node;
		one.child->next = NULL;
		node = &one;
	}
	for (node = node->child; node != NULL; node = node->next) {
		c = (struct choice){ .a = a };
		cat(&c, node, left, right);
		if (!useful(&c) || !add_branch(need, &c))
			return false;
	}
	return true;
}

bool
hd_literals(
    struct hd_arena *arena, struct hd_str pattern, struct hd_litneed *need)
{
	const struct hd_litnode *tree = hd_lit_parse(arena, pattern);
	const size_t size = CLAUSES_MAX * sizeof(*need->v);

	if (tree == NULL)
		return false;
	need->v = hd_arena_alloc(arena, size);
	memset(need->v, 0, size);
	need->n = 1; /* the first is for what needs one set, maybe none */
	if (!add_tree(arena, tree, need))
		return false;
	if (need->v[0].n == 0)
		need->v[0] = need->v[--need->n];
	for (size_t i = 0; i < need->n; i++)
		for (size_t k = 0; k < need->v[i].n; k++)
			hd_litset_reduce(&need->v[i].sets[k]);
	return need->n > 0;
}
