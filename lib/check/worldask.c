/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about a world, and what cannot hold together: see world.h. */
#include <stdlib.h>

#include "check/worldpart.h"

enum hd_tri
hd_world_again(struct hd_world *w, const int *lits, size_t n)
{
	size_t before = w->steps;
	const size_t *core;
	enum hd_tri t = HD_MAYBE;

	if (w->steps > 0)
		t = hd_sat_solve(w->sat, lits, n, &w->steps);
	w->left -= before - w->steps;
	w->undecided += t == HD_MAYBE;
	if (t != HD_NO)
		return t;
	core = hd_sat_core(w->sat, &w->ncore);
	w->core = hd_xreallocarray(w->core, w->ncore + 1, sizeof(*w->core));
	for (size_t i = 0; i < w->ncore; i++)
		w->core[i] = core[i];
	return t;
}

enum hd_tri
hd_world_solve(struct hd_world *w, const int *lits, size_t n)
{
	w->steps = w->budget < w->left ? w->budget : w->left;
	w->ncore = 0;
	return hd_world_again(w, lits, n);
}

size_t
hd_world_undecided(const struct hd_world *w)
{
	return w->undecided;
}

bool
hd_world_holds(const struct hd_world *w, int lit)
{
	return hd_sat_value(w->sat, lit);
}

const size_t *
hd_world_core(const struct hd_world *w, size_t *n)
{
	*n = w->ncore;
	return w->core;
}

/*
 * Leave out one after the other, from the back; what is still a core is taken,
 * as a core of it may be smaller yet.
 */
const size_t *
hd_world_shrink(struct hd_world *w, const int *lits, size_t n, size_t *ncore)
{
	size_t *kept = hd_xcalloc(n + 1, sizeof(*kept)), nkept = w->ncore;
	int *part = hd_xcalloc(n + 1, sizeof(*part));

	for (size_t i = 0; i < nkept; i++)
		kept[i] = w->core[i];
	for (size_t k = nkept; k-- > 0;) {
		size_t m = 0, behind = nkept - 1 - k;

		for (size_t i = 0; i < nkept; i++)
			if (i != k)
				part[m++] = lits[kept[i]];
		if (w->steps == 0 || hd_world_again(w, part, m) != HD_NO)
			continue;
		for (size_t i = k; i + 1 < nkept; i++)
			kept[i] = kept[i + 1];
		for (size_t i = 0; i < w->ncore; i++)
			kept[i] = kept[w->core[i]];
		nkept = w->ncore;
		k = nkept > behind ? nkept - behind : 0;
	}
	for (size_t i = 0; i < nkept; i++)
		w->core[i] = kept[i];
	*ncore = w->ncore = nkept;
	free(part);
	free(kept);
	return w->core;
}
