/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dimensions as formulas over the tag rules that set them, as dims.c decides
 * them.  Only the values asked for are made, with the rules they need: a pack
 * has a thousand rules, and a route tests a few of their values.  Formulas nest
 * as deep as the levels of the rule set, which loading bounds.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/worldpart.h"

/* Some rule gives the dimension this value. */
static int
got(struct hd_world *w, size_t side, size_t dim, size_t value)
{
	const struct hd_ruleset *rs = w->sides[side].rs;
	size_t v = rs->dims[dim].off + value, at = w->sides[side].first[v];
	size_t n = w->sides[side].first[v + 1] - at;
	int *fires;

	if (w->sides[side].got[v] != 0)
		return w->sides[side].got[v];
	fires = hd_xcalloc(n + 1, sizeof(*fires));
	for (size_t i = 0; i < n; i++)
		fires[i] = hd_world_fires(
		    w, side, &rs->rules[w->sides[side].setters[at + i]]);
	w->sides[side].got[v] = hd_world_or(w, fires, n);
	free(fires);
	return w->sides[side].got[v];
}

/* Some rule gives it a value from `from` on. */
static int
got_from(struct hd_world *w, size_t side, size_t dim, size_t from)
{
	size_t n = w->sides[side].rs->dims[dim].n;
	int *lits = hd_xcalloc(n + 1, sizeof(*lits)), lit;

	for (size_t v = from; v < n; v++)
		lits[v - from] = got(w, side, dim, v);
	lit = hd_world_or(w, lits, n - from);
	free(lits);
	return lit;
}

/* Is the text in a language that the rule set reads? */
static int
readable(struct hd_world *w, size_t side)
{
	const struct hd_ruleset *rs = w->sides[side].rs;
	struct hd_buf codes = HD_BUF_INIT;
	struct hd_str kept;
	int64_t *known;

	for (size_t i = 0; i < rs->nlanguages; i++)
		hd_buf_addf(&codes, "%s%s", i > 0 ? " " : "", rs->languages[i]);
	kept = hd_str_keep(
	    &w->arena, (struct hd_str){ hd_buf_cstr(&codes), codes.n });
	hd_buf_release(&codes);
	known = hd_world_name(w, "readable", 0, kept);
	if (*known < 0)
		*known = (int64_t)hd_world_atom(w, HD_ATOM_READABLE, 0, kept);
	return w->atoms[*known].lit;
}

/* The default stands: there is one, and no rule gives a value. */
static int
by_default(struct hd_world *w, size_t side, size_t dim)
{
	const struct hd_dim *d = &w->sides[side].rs->dims[dim];
	int lits[2];

	if (d->dflt < 0)
		return -w->truth;
	lits[0] = d->dflt_readable ? readable(w, side) : w->truth;
	lits[1] = -got_from(w, side, dim, 0);
	return hd_world_and(w, lits, 2);
}

static int
is_set(struct hd_world *w, size_t side, size_t dim)
{
	int lits[2] = { got_from(w, side, dim, 0), by_default(w, side, dim) };

	return hd_world_or(w, lits, 2);
}

static int
has_value(struct hd_world *w, size_t side, size_t dim, size_t value)
{
	const struct hd_dim *d = &w->sides[side].rs->dims[dim];
	int lits[2] = { got(w, side, dim, value), w->truth };

	if (!d->many) /* the highest wins */
		lits[1] = -got_from(w, side, dim, value + 1);
	lits[0] = hd_world_and(w, lits, 2);
	lits[1] = -w->truth;
	if (d->dflt == (int)value)
		lits[1] = by_default(w, side, dim);
	return hd_world_or(w, lits, 2);
}

/*
 * For examples: what a value means, as long as all sides agree.  A ticket with
 * a field left out is not the ticket of the example.
 */
static void
name_value(struct hd_world *w, size_t side, const char *dim, const char *value,
    int lit)
{
	struct hd_buf both = HD_BUF_INIT;
	int64_t *known;

	if (w->sides[side].without != NULL)
		return;
	hd_buf_addf(&both, "%s=%s", dim, value != NULL ? value : "");
	known = hd_world_name(w, "value", 0, hd_buf_str(&both));
	hd_buf_release(&both);
	if (*known >= 0) {
		if (w->dims[*known].lit != lit)
			w->dims[*known].lit = 0;
		return;
	}
	*known = (int64_t)w->ndims++;
	w->dims = hd_grow(w->dims, &w->dims_cap, w->ndims, sizeof(*w->dims));
	w->dims[*known] = (struct hd_dimname){ dim, value, lit };
}

int
hd_world_dim(struct hd_world *w, size_t side, size_t dim, int value)
{
	const struct hd_dim *d = &w->sides[side].rs->dims[dim];
	int lit;

	if (value < 0)
		return -is_set(w, side, dim);
	lit = has_value(w, side, dim, (size_t)value);
	name_value(w, side, d->name, d->values[value], lit);
	return lit;
}

/* --- how many values there are ---------------------------------------------
 * At least k of the first i values: at least k of those before, or k - 1 of
 * them and value i.  The gates are shared, so each is made once.
 */

struct count {
	size_t side, dim;
};

static int
at_least(struct hd_world *w, const struct count *c, size_t k)
{
	size_t n = w->sides[c->side].rs->dims[c->dim].n;
	int *row, lit;

	if (k == 0 || k > n)
		return k == 0 ? w->truth : -w->truth;
	row = hd_xcalloc(k + 1, sizeof(*row));
	row[0] = w->truth;
	for (size_t j = 1; j <= k; j++)
		row[j] = -w->truth;
	for (size_t i = 0; i < n; i++) {
		int one = got(w, c->side, c->dim, i);

		for (size_t j = k; j > 0; j--) {
			const int and[2] = { row[j - 1], one };
			const int or [2] = { row[j], hd_world_and(w, and, 2) };

			row[j] = hd_world_or(w, or, 2);
		}
	}
	lit = row[k];
	free(row);
	return lit;
}

static int
count_cut(struct hd_world *w, const void *ctx, double x, bool above)
{
	double least = above ? floor(x) + 1 : ceil(x);
	const struct count *c = ctx;
	double most = (double)w->sides[c->side].rs->dims[c->dim].n + 1;

	if (least <= 0)
		return w->truth;
	return at_least(w, c, (size_t)(least < most ? least : most));
}

/* A text that cannot be read has no count of what it does not mention. */
static int
count_cond(struct hd_world *w, size_t side, const struct hd_cond *c)
{
	const struct count count = { side, c->index };
	int lits[2] = { at_least(w, &count, 1), readable(w, side) };
	int set = hd_world_or(w, lits, 2);

	if (c->op == HD_OP_SET || c->op == HD_OP_UNSET)
		return c->op == HD_OP_SET ? set : -set;
	lits[0] =
	    hd_worldnum_cond(w, w->sides[side].rs, c, set, count_cut, &count);
	lits[1] = set;
	return hd_world_and(w, lits, 2);
}

int
hd_worlddim_cond(struct hd_world *w, size_t side, const struct hd_cond *c)
{
	const struct hd_ruleset *rs = w->sides[side].rs;
	int *lits, any;

	if (c->var == HD_VAR_COUNT)
		return count_cond(w, side, c);
	if (c->op == HD_OP_SET || c->op == HD_OP_UNSET) {
		any = is_set(w, side, c->index);
		return c->op == HD_OP_SET ? any : -any;
	}
	lits = hd_xcalloc(c->nvalues + 1, sizeof(*lits));
	for (size_t i = 0; i < c->nvalues; i++)
		lits[i] = hd_world_dim(
		    w, side, c->index, rs->operands[c->value + i].index);
	any = hd_world_or(w, lits, c->nvalues);
	free(lits);
	if (c->op != HD_OP_NE)
		return any;
	return hd_world_and(w, (int[]){ is_set(w, side, c->index), -any }, 2);
}
