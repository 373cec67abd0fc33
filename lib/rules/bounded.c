/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The number of ways in which a pattern can match from one place, counted too
 * high rather than too low: see bounded.h.
 */
#include "rules/bounded.h"
#include "rules/literaltree.h"

#define WAYS_MAX 10000.0

static double ways(const struct hd_litnode *node);

/* The character that a branch begins with, NULL: not known. */
static const struct hd_litnode *
first(const struct hd_litnode *node)
{
	if (node->kind == HD_LIT_CAT)
		for (node = node->child; node != NULL; node = node->next)
			if (node->kind != HD_LIT_BOUND)
				break;
	return node != NULL && node->kind == HD_LIT_CHAR ? node : NULL;
}

static bool
has(const struct hd_litnode *node, uint32_t c)
{
	for (size_t i = 0; i < node->nchars; i++)
		if (node->chars[i] == c)
			return true;
	return false;
}

/* Of the branches that can match where the text has c, and of all unknown. */
static double
beginning_with(const struct hd_litnode *alt, uint32_t c)
{
	const struct hd_litnode *f;
	double sum = 0;

	for (const struct hd_litnode *n = alt->child; n != NULL; n = n->next) {
		f = first(n);
		if (f == NULL || has(f, c))
			sum += ways(n);
	}
	return sum;
}

/* Branches that begin with other characters cannot match at the same place. */
static double
alternatives(const struct hd_litnode *alt)
{
	double most = beginning_with(alt, 0), sum;
	const struct hd_litnode *f;

	for (const struct hd_litnode *n = alt->child; n != NULL; n = n->next) {
		f = first(n);
		for (size_t i = 0; f != NULL && i < f->nchars; i++) {
			sum = beginning_with(alt, f->chars[i]);
			most = sum > most ? sum : most;
		}
	}
	return most;
}

static double
repeat(const struct hd_litnode *node)
{
	double child = ways(node->child), power = 1, sum = 1;

	if (node->most >= HD_FAR)
		return 2 * WAYS_MAX;
	for (unsigned k = 0; k < node->most && sum <= WAYS_MAX; k++) {
		power *= child;
		sum += power;
	}
	return sum;
}

static double
ways(const struct hd_litnode *node)
{
	double product = 1;

	switch (node->kind) {
	case HD_LIT_EMPTY:
	case HD_LIT_AHEAD:
		return node->child != NULL ? 1 + ways(node->child) : 1;
	case HD_LIT_BOUND:
	case HD_LIT_CHAR:
	case HD_LIT_ANY:
		break;
	case HD_LIT_CAT:
		for (node = node->child; node != NULL; node = node->next)
			product *= ways(node);
		break;
	case HD_LIT_ALT:
		return alternatives(node);
	case HD_LIT_REPEAT:
		return repeat(node);
	}
	return product;
}

bool
hd_pattern_bounded(struct hd_str pattern)
{
	struct hd_arena arena = HD_ARENA_INIT;
	const struct hd_litnode *tree = hd_lit_parse(&arena, pattern);
	bool bounded = tree != NULL && ways(tree) <= WAYS_MAX;

	hd_arena_release(&arena);
	return bounded;
}
