/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Formulas as variables (Tseitin 1968): the same formula is the same variable,
 * whichever rule or rule set it comes from, so that what two versions share
 * cannot differ.
 */
#include <stdlib.h>

#include "check/worldpart.h"

static int
by_number(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/*
 * The n literals sorted, each once, true ones left out.  false: some is false,
 * or one is the negative of another.
 */
static bool
normal(const struct hd_world *w, int *lits, size_t *n)
{
	size_t kept = 0, lo = 0, hi;

	qsort(lits, *n, sizeof(*lits), by_number);
	for (size_t i = 0; i < *n; i++) {
		if (lits[i] == -w->truth)
			return false;
		if (lits[i] != w->truth &&
		    (kept == 0 || lits[kept - 1] != lits[i]))
			lits[kept++] = lits[i];
	}
	*n = hi = kept;
	while (lo < hi) {
		if (lits[lo] == -lits[hi - 1])
			return false;
		if (lits[lo] < -lits[hi - 1])
			lo++;
		else
			hi--;
	}
	return true;
}

/* gate <=> all of lits. */
static void
define(struct hd_world *w, int gate, int *lits, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		hd_world_imply(w, gate, lits[i]);
		lits[i] = -lits[i];
	}
	lits[n] = gate;
	hd_sat_clause(w->sat, lits, n + 1);
}

/* As hd_world_and(), of the literals each times sign. */
static int
conjunction(struct hd_world *w, const int *lits, size_t n, int sign)
{
	int *own = hd_xcalloc(n + 1, sizeof(*own)), gate;
	int64_t *known;

	for (size_t i = 0; i < n; i++)
		own[i] = sign * lits[i];
	if (!normal(w, own, &n)) {
		gate = -w->truth;
	} else if (n <= 1) {
		gate = n == 0 ? w->truth : own[0];
	} else {
		known = hd_map_put(&w->gates,
		    (struct hd_str){ (const char *)own, n * sizeof(*own) }, 0);
		if (*known == 0) {
			*known = hd_sat_defined(w->sat);
			define(w, (int)*known, own, n);
		}
		gate = (int)*known;
	}
	free(own);
	return gate;
}

int
hd_world_and(struct hd_world *w, const int *lits, size_t n)
{
	return conjunction(w, lits, n, 1);
}

int
hd_world_or(struct hd_world *w, const int *lits, size_t n)
{
	return -conjunction(w, lits, n, -1);
}

int
hd_world_true(const struct hd_world *w)
{
	return w->truth;
}

void
hd_world_imply(struct hd_world *w, int a, int b)
{
	const int lits[2] = { -a, b };

	hd_sat_clause(w->sat, lits, 2);
}

/*
 * What a model has where it may choose: facts that are set, an enum's first
 * value, no match.  Examples are plainer for it.
 */
static bool
likes(const struct hd_world *w, enum hd_atom_kind kind, size_t fact)
{
	if (kind == HD_ATOM_IS)
		return w->facts[fact].type == HD_FT_ENUM &&
		       w->facts[fact].is.n == 0;
	return kind == HD_ATOM_SET || kind == HD_ATOM_READABLE;
}

size_t
hd_world_atom(
    struct hd_world *w, enum hd_atom_kind kind, size_t fact, struct hd_str s)
{
	size_t i = w->natoms++;

	w->atoms =
	    hd_grow(w->atoms, &w->atoms_cap, w->natoms, sizeof(*w->atoms));
	w->atoms[i] = (struct hd_atom){ .kind = kind, .fact = fact, .text = s };
	w->atoms[i].lit = hd_sat_var(w->sat, likes(w, kind, fact));
	return i;
}

int64_t *
hd_world_name(
    struct hd_world *w, const char *what, size_t of, struct hd_str name)
{
	hd_buf_reset(&w->key);
	hd_buf_addf(&w->key, "%s %zu ", what, of);
	hd_buf_add(&w->key, name.p, name.n);
	return hd_map_put(&w->names, hd_buf_str(&w->key), -1);
}
