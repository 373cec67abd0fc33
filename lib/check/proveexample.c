/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples that name what somebody has to know: see prove_int.h. */
#include <stdlib.h>

#include "check/prove_int.h"
#include "check/sketch.h"

/*
 * Of two tickets that show the same, the one of which less is known is the
 * better example: facts are left unknown as long as lits can hold.  Appends to
 * lits; how many there are then, 0 when they cannot hold at all.
 */
static size_t
quieten(struct hd_prove *p, int stage, int *lits, size_t n)
{
	struct hd_provestage *st = &p->st[stage];
	int unset;

	if (hd_world_solve(st->w, lits, n) != HD_YES)
		return 0;
	for (size_t f = 0; f < p->rs->nfields; f++) {
		if (p->rs->fields[f].uses == 0)
			continue;
		unset = -hd_world_set(st->w, st->side, f);
		lits[n++] = unset;
		if (!hd_world_holds(st->w, unset) &&
		    hd_world_solve(st->w, lits, n) != HD_YES) {
			n--;
			/* back to a ticket that there is */
			(void)hd_world_solve(st->w, lits, n);
		}
	}
	return hd_world_solve(st->w, lits, n) == HD_YES ? n : 0;
}

/* What is not so needs no naming. */
static bool
keep_what_is(struct hd_sketch *s)
{
	bool matches = false;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->facts[i].op == HD_OP_NE ||
		    s->facts[i].op == HD_OP_NOMATCH ||
		    s->facts[i].op == HD_OP_UNSET ||
		    s->facts[i].kind == HD_SKETCH_READABLE)
			continue;
		matches |= s->facts[i].op == HD_OP_MATCH;
		s->facts[n++] = s->facts[i];
	}
	s->n = n;
	return matches;
}

size_t
hd_prove_decider(const struct hd_provestage *st)
{
	for (size_t i = 0; i < st->n; i++)
		if (hd_world_holds(st->w, st->fires[i]))
			return i;
	return st->n;
}

bool
hd_prove_example(struct hd_prove *p, int stage, const int *lits, size_t n,
    struct hd_example_of *e)
{
	struct hd_provestage *st = &p->st[stage];
	struct hd_sketch sketch = HD_SKETCH_INIT;
	int *all = hd_xcalloc(n + p->rs->nfields + 2, sizeof(*all));
	enum hd_tri t = HD_NO;

	for (size_t i = 0; i < n; i++)
		all[i] = lits[i];
	n = quieten(p, stage, all, n);
	if (n > 0) {
		e->by = hd_prove_decider(st);
		all[n++] = e->by < st->n ? hd_world_first(st->w, st->side,
					       st->route[e->by])
					 : hd_world_default(st->w, st->side);
		t = hd_world_sketch(st->w, all, n, true, &sketch);
	}
	if (t == HD_YES) {
		e->possible = keep_what_is(&sketch);
		if (sketch.n == 0)
			hd_buf_adds(
			    &e->text, "a ticket of which nothing is known");
		else
			hd_sketch_text(&sketch, &e->text);
	}
	hd_sketch_release(&sketch);
	free(all);
	return t == HD_YES;
}
