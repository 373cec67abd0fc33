/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Examples.  What was asked is a function of the atoms: with all atoms as in
 * the model, it cannot be false.  A minimal set of them that still says so is
 * what matters of the ticket, and the rest of it may be anything.
 */
#include <stdlib.h>
#include <string.h>

#include "check/sketch_int.h"

/* What is assumed: place 0 is the negated goal, then one literal each. */
struct list {
	struct hd_ints lits;
	struct hd_ints of; /* atom, or -1 - index of a dimension's value */
};

static void
add(struct list *l, const struct hd_world *w, int lit, int of)
{
	hd_ints_push(&l->lits, hd_world_holds(w, lit) ? lit : -lit);
	hd_ints_push(&l->of, of);
}

static bool
is_wordy(const struct hd_atom *a)
{
	return a->kind == HD_ATOM_MATCH || a->kind == HD_ATOM_SOME;
}

/* The plainest first: a core takes what comes early where that is enough. */
static void
assume(struct list *l, const struct hd_world *w, bool tags)
{
	hd_ints_push(&l->lits, 0);
	hd_ints_push(&l->of, 0);
	for (size_t i = 0; tags && i < w->ndims; i++)
		if (w->dims[i].lit != 0)
			add(l, w, w->dims[i].lit, -1 - (int)i);
	for (int wordy = 0; wordy < 2; wordy++)
		for (size_t i = 0; i < w->natoms; i++)
			if (is_wordy(&w->atoms[i]) == (wordy == 1))
				add(l, w, w->atoms[i].lit, (int)i);
}

static void
reset(struct hd_sketch *s)
{
	hd_arena_reset(&s->arena);
	s->facts = NULL;
	s->n = 0;
	s->possible = false;
}

/* Note what is in the core, and say it. */
static void
describe(const struct hd_world *w, const struct list *l, const size_t *core,
    size_t n, struct hd_model *m, struct hd_sketch *out)
{
	int of;

	for (size_t i = 0; i < n; i++) {
		if (core[i] == 0)
			continue;
		of = l->of.v[core[i]];
		if (of >= 0)
			m->matters[of] = true;
		else
			hd_sketch_dim(w, &w->dims[-1 - of],
			    l->lits.v[core[i]] == w->dims[-1 - of].lit, out);
	}
	hd_sketch_facts(w, m, out);
}

enum hd_tri
hd_world_sketch(struct hd_world *w, const int *lits, size_t n, bool tags,
    struct hd_sketch *out)
{
	struct list l = { { NULL, 0, 0 }, { NULL, 0, 0 } };
	struct hd_model m;
	const size_t *core;
	size_t ncore;
	enum hd_tri t = hd_world_solve(w, lits, n);

	reset(out);
	if (t != HD_YES)
		return t;
	assume(&l, w, tags);
	m.holds = hd_xcalloc(w->natoms + 1, sizeof(*m.holds));
	m.matters = hd_xcalloc(w->natoms + 1, sizeof(*m.matters));
	for (size_t i = 0; i < w->natoms; i++)
		m.holds[i] = hd_world_holds(w, w->atoms[i].lit);
	l.lits.v[0] = -hd_world_and(w, lits, n);
	t = hd_world_again(w, l.lits.v, l.lits.n);
	if (t == HD_NO) {
		core = hd_world_shrink(w, l.lits.v, l.lits.n, &ncore);
		describe(w, &l, core, ncore, &m, out);
	}
	free(m.holds);
	free(m.matters);
	free(l.lits.v);
	free(l.of.v);
	return t == HD_NO ? HD_YES : HD_MAYBE;
}

void
hd_sketch_release(struct hd_sketch *s)
{
	hd_arena_release(&s->arena);
	*s = (struct hd_sketch)HD_SKETCH_INIT;
}
