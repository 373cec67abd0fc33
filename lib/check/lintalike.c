/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * R159, rules with the same conditions: see lint.h.  Each condition is named by a number that is the same for conditions
 * that mean the same, so that what is compared is sorted lists of numbers.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "check/lint_int.h"

struct alike {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	struct hd_map names; /* of conditions in normal form: a number */
	size_t *named;	     /* by condition: its number */
};

static int
by_number(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Number every condition; those of an alternative end up sorted. */
static void
name_conds(struct alike *a, const struct hd_rule *r)
{
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &a->rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			hd_buf_reset(&b);
			hd_lint_normal(a->rs, &a->rs->conds[alt->cond + k], &b);
			a->named[alt->cond + k] = (size_t)*hd_map_put(
			    &a->names, hd_buf_str(&b), (int64_t)a->names.count);
		}
		qsort(&a->named[alt->cond], alt->nconds, sizeof(*a->named),
		    by_number);
	}
	hd_buf_release(&b);
}

static int
by_str(const void *a, const void *b)
{
	const struct hd_str *x = a, *y = b;

	return hd_str_cmp(*x, *y);
}

/* The rule's conditions as one word: its alternatives sorted. */
static void
rule_normal(const struct alike *a, const struct hd_rule *r, struct hd_buf *b)
{
	struct hd_str *v = hd_xcalloc(r->nalts + 1, sizeof(*v));
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_buf one = HD_BUF_INIT;
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &a->rs->alts[r->alt + i];
		hd_buf_reset(&one);
		hd_buf_adds(&one, alt->unless ? "unless" : "when");
		for (size_t k = 0; k < alt->nconds; k++)
			hd_buf_addf(&one, " %zu", a->named[alt->cond + k]);
		v[i] = hd_str_keep(&arena, hd_buf_str(&one));
	}
	qsort(v, r->nalts, sizeof(*v), by_str);
	hd_buf_addf(b, "%s %x", hd_rulekind_name(r->kind), r->stages);
	for (size_t i = 0; i < r->nalts; i++)
		hd_buf_addf(b, "\n%.*s", (int)v[i].n, v[i].p);
	free(v);
	hd_buf_release(&one);
	hd_arena_release(&arena);
}

static void
same_rules(struct alike *a, const struct hd_rules *all)
{
	struct hd_map seen = HD_MAP_INIT;
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_rule *first, *r;
	size_t k;

	for (size_t i = 0; i < all->n; i++) {
		r = all->v[i];
		if (r->kind == HD_ROUTE)
			continue; /* the later one is dead: R152 */
		hd_buf_reset(&b);
		rule_normal(a, r, &b);
		k = (size_t)*hd_map_put(&seen, hd_buf_str(&b), (int64_t)i);
		if (k == i || !hd_lint_wanted(a->o, r->pos))
			continue;
		first = all->v[k];
		hd_lint_add(a->out, a->rs, "R159", r, 0, r->pos,
		    "'%s' has the conditions of '%s': merge the two", r->id,
		    first->id);
		hd_diag_relate(a->out, hd_ruleset_place(a->rs, first->pos, 0),
		    "%s '%s'", hd_rulekind_name(first->kind), first->id);
	}
	hd_buf_release(&b);
	hd_map_release(&seen);
}

void
hd_lint_alike(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct hd_rules all = hd_lint_rules(rs);
	struct alike a = { rs, o, out, HD_MAP_INIT, NULL };
	size_t nconds = 0;

	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < all.v[i]->nalts; k++) {
			const struct hd_alt *alt = &rs->alts[all.v[i]->alt + k];

			if (nconds < alt->cond + alt->nconds)
				nconds = alt->cond + alt->nconds;
		}
	a.named = hd_xcalloc(nconds + 1, sizeof(*a.named));
	for (size_t i = 0; i < all.n; i++)
		name_conds(&a, all.v[i]);
	same_rules(&a, &all);
	hd_lint_gaps(rs, o, out);
	hd_map_release(&a.names);
	free(a.named);
	free(all.v);
}
