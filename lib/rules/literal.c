/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a pattern cannot match without: of the sets of literals that its parts
 * need, those that are found least in a text.
 */
#include <string.h>

#include "rules/literalchoice.h"

#define CLAUSES_MAX ((size_t)64)

/* Of a part of the pattern: any is the best, near the best that is. */
struct found {
	struct hd_litset any, near;
};

/* A walk along parts: what run can match, and where it and the next begin. */
struct walk {
	struct hd_litset run;
	struct hd_litspan from, at;
};

static const struct hd_litspan far = { 0, HD_FAR, 0 };

static struct found best(
    struct hd_arena *a, const struct hd_litnode *node, bool left, bool right);

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
offer(struct hd_litchoice *c, struct hd_litset s, struct hd_litspan at)
{
	hd_litchoice_any(c, s);
	hd_litchoice_near(c, s, at);
}

static void
offer_best(struct hd_litchoice *c, const struct hd_litnode *n, bool left,
    bool right, struct hd_litspan at)
{
	struct found f = best(c->a, n, left, right);

	if (f.any.n > 0)
		hd_litchoice_any(c, f.any);
	if (f.near.n > 0)
		hd_litchoice_near(c, f.near, at);
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

/* Nothing is known of what is directly before the next part. */
static void
restart(struct hd_litchoice *c, struct walk *w, const struct hd_litnode *n)
{
	w->run = hd_litset_empty(c->a, false, false);
	w->from = hd_lit_behind(w->at, hd_lit_width(n));
}

/* Repeated: the last time is directly before the next part. */
static void
open_repeat(struct hd_litchoice *c, const struct hd_litnode *n, struct walk *w,
    bool left, bool right)
{
	struct hd_litnode before = *n;
	struct hd_litset one, both;

	if (n->min == 0 || !exact(c->a, n->child, &one)) {
		offer(c, w->run, w->from);
		if (n->min > 0)
			offer_best(
			    c, n->child, left, right && n->max == 1, w->at);
		restart(c, w, n);
		return;
	}
	if (hd_litset_cross(c->a, w->run, one, &both))
		offer(c, both, w->from);
	offer(c, w->run, w->from);
	before.min--;
	before.most -= before.most < HD_FAR;
	w->from = hd_lit_behind(w->at, hd_lit_width(&before));
	w->run = one;
}

/*
 * A node that is not a list of literals: what it needs, and what may stand
 * directly before the next node.
 */
static void
open_node(struct hd_litchoice *c, const struct hd_litnode *n, struct walk *w,
    bool right)
{
	bool left = bound_before(w->run);

	if (n->kind == HD_LIT_REPEAT) {
		open_repeat(c, n, w, left, right);
		return;
	}
	offer(c, w->run, w->from);
	offer_best(c, n, left, right, w->at);
	restart(c, w, n);
}

static void
cat(struct hd_litchoice *c, const struct hd_litnode *cat, bool left, bool right)
{
	struct walk w = { .run = hd_litset_empty(c->a, left, false) };
	const struct hd_litnode *n = cat->child;
	struct hd_litset part;

	for (; n != NULL; n = n->next) {
		if (n->kind == HD_LIT_AHEAD)
			offer_best(c, n->child, false, false, far);
		if (!exact(c->a, n, &part)) {
			open_node(c, n, &w, bound_next(n->next, right));
		} else if (!hd_litset_cross(c->a, w.run, part, &w.run)) {
			offer(c, w.run, w.from);
			w.run = part;
			w.from = w.at;
		}
		w.at = hd_lit_behind(w.at, hd_lit_width(n));
	}
	/* cannot be too many or too long: it adds nothing */
	(void)hd_litset_cross(
	    c->a, w.run, hd_litset_empty(c->a, right, false), &w.run);
	offer(c, w.run, w.from);
}

/* Join what another alternative needs; nothing is left if it needs nothing. */
static void
join(struct hd_arena *a, struct hd_litset *set, struct hd_litset more,
    bool first)
{
	if (first)
		*set = more;
	else if (set->n == 0 || more.n == 0 ||
		 !hd_litset_union(a, *set, more, set))
		set->n = 0;
}

static struct found
alt(struct hd_arena *a, const struct hd_litnode *n, bool left, bool right)
{
	struct found all = { { NULL, 0 }, { NULL, 0 } }, one;
	const struct hd_litnode *first = n->child;

	for (n = first; n != NULL; n = n->next) {
		one = best(a, n, left, right);
		join(a, &all.any, one.any, n == first);
		join(a, &all.near, one.near, n == first);
	}
	return all;
}

/*
 * Literals of which every match of the node has one; left and right: there is
 * a \b at its edge.  Sets of none: none are known.
 */
static struct found
best(struct hd_arena *a, const struct hd_litnode *node, bool left, bool right)
{
	struct hd_litnode one = { .kind = HD_LIT_CAT };
	struct hd_litnode copy = *node;
	struct hd_litchoice c = { .a = a };
	struct found f = { { NULL, 0 }, { NULL, 0 } };

	if (node->kind == HD_LIT_ALT)
		return alt(a, node, left, right);
	if (node->kind == HD_LIT_ANY)
		return f;
	if (node->kind == HD_LIT_CAT) {
		cat(&c, node, left, right);
	} else {
		copy.next = NULL;
		one.child = &copy;
		cat(&c, &one, left, right);
	}
	if (c.best.n > 0)
		f.any = c.best.sets[0];
	f.near = c.near;
	return f;
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

/* One alternative: joined to those that need one set, or a clause more. */
static bool
add_branch(struct hd_litneed *need, struct hd_litchoice *c)
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

/* The alternatives of a pattern, one at least. */
static const struct hd_litnode *
branches(
    struct hd_arena *a, const struct hd_litnode *tree, bool *left, bool *right)
{
	const struct hd_litnode *node = unwrap(tree, left, right);
	struct hd_litnode *copy;

	if (node->kind == HD_LIT_ALT)
		return node->child;
	copy = hd_arena_alloc(a, sizeof(*copy));
	*copy = *node;
	copy->next = NULL;
	return copy;
}

/* false: a branch is no use. */
static bool
add_tree(
    struct hd_arena *a, const struct hd_litnode *tree, struct hd_litneed *need)
{
	bool left = false, right = false, known = true;
	const struct hd_litnode *first = branches(a, tree, &left, &right);
	struct hd_litchoice c;

	for (const struct hd_litnode *n = first; n != NULL; n = n->next) {
		c = (struct hd_litchoice){ .a = a };
		cat(&c, n, left, right);
		join(a, &need->near, c.near, n == first);
		known =
		    known && hd_litchoice_useful(&c) && add_branch(need, &c);
	}
	return known;
}

bool
hd_literals(
    struct hd_arena *arena, struct hd_str pattern, struct hd_litneed *need)
{
	const struct hd_litnode *tree = hd_lit_parse(arena, pattern);
	const size_t size = CLAUSES_MAX * sizeof(*need->v);

	*need = (struct hd_litneed){ NULL, 0, { NULL, 0 } };
	if (tree == NULL)
		return false;
	need->v = hd_arena_alloc(arena, size);
	memset(need->v, 0, size);
	need->n = 1; /* the first is for what needs one set, maybe none */
	if (!add_tree(arena, tree, need)) {
		hd_litset_reduce(&need->near);
		need->n = 0;
		return false;
	}
	if (need->v[0].n == 0)
		need->v[0] = need->v[--need->n];
	for (size_t i = 0; i < need->n; i++)
		for (size_t k = 0; k < need->v[i].n; k++)
			hd_litset_reduce(&need->v[i].sets[k]);
	hd_litset_reduce(&need->near);
	return need->n > 0;
}
