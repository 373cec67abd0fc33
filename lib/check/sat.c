/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses, and the search: see sat.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/sat_int.h"

#define RESTART ((size_t)64)	  /* conflicts, times Luby's sequence */
#define DECAY	0.95		  /* of the weight of earlier conflicts */
#define LEARNT	((size_t)1 << 18) /* ints; more are forgotten */

struct hd_sat *
hd_sat_new(void)
{
	struct hd_sat *s = hd_xcalloc(1, sizeof(*s));

	s->bump = 1;
	hd_ints_push(&s->mem, 0); /* place 0 is no clause */
	return s;
}

void
hd_sat_free(struct hd_sat *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < 2 * s->nvars; i++)
		free(s->watches[i].v);
	free(s->watches);
	free(s->val);
	free(s->var);
	free(s->mem.v);
	free(s->trail.v);
	free(s->limits.v);
	free(s->heap.v);
	free(s->lits.v);
	free(s->assumed.v);
	free(s->phased.v);
	free(s->core);
	free(s);
}

static int
new_var(struct hd_sat *s, bool like, bool tried)
{
	size_t v = s->nvars++, n = 2 * s->nvars, cap = s->lits_cap;

	s->var = hd_grow(s->var, &s->vars_cap, s->nvars, sizeof(*s->var));
	s->watches = hd_grow(s->watches, &cap, n, sizeof(*s->watches));
	s->val = hd_grow(s->val, &s->lits_cap, n, sizeof(*s->val));
	s->var[v] =
	    (struct hd_satvar){ .like = like, .phase = like, .tried = tried };
	for (size_t i = 2 * v; i < n; i++) {
		s->val[i] = 0;
		s->watches[i] = (struct hd_satwatches){ NULL, 0, 0 };
	}
	hd_satorder_put(s, v);
	return (int)v + 1;
}

int
hd_sat_var(struct hd_sat *s, bool like)
{
	return new_var(s, like, true);
}

int
hd_sat_defined(struct hd_sat *s)
{
	return new_var(s, false, false);
}

static int
inside(int lit)
{
	return lit > 0 ? 2 * (lit - 1) : 2 * (-lit - 1) + 1;
}

/* What of the clause is open at level 0, in s->lits; true: it holds anyway. */
static bool
simplify(struct hd_sat *s, const int *lits, size_t n)
{
	int lit;
	size_t k;

	s->lits.n = 0;
	for (size_t i = 0; i < n; i++) {
		lit = inside(lits[i]);
		if (s->val[lit] > 0)
			return true;
		for (k = 0; k < s->lits.n; k++)
			if (s->lits.v[k] / 2 == lit / 2)
				break;
		if (k < s->lits.n && s->lits.v[k] != lit)
			return true;
		if (k == s->lits.n && s->val[lit] == 0)
			hd_ints_push(&s->lits, lit);
	}
	return false;
}

void
hd_sat_clause(struct hd_sat *s, const int *lits, size_t n)
{
	hd_sat_cancel(s, 0);
	if (simplify(s, lits, n))
		return;
	if (s->lits.n == 0)
		s->broken = true;
	else if (s->lits.n == 1)
		hd_sat_enqueue(s, s->lits.v[0], HD_SAT_NONE);
	else
		(void)hd_sat_attach(s, s->lits.v, s->lits.n, false);
}

/*
 * Forget what was learnt: it follows from the rest.  At level 0, where no
 * reason is asked for again.
 */
static void
forget(struct hd_sat *s)
{
	struct hd_ints old = s->mem;
	size_t n;

	for (size_t i = 0; i < 2 * s->nvars; i++)
		s->watches[i].n = 0;
	s->mem = (struct hd_ints){ NULL, 0, 0 };
	hd_ints_push(&s->mem, 0);
	s->learnt = 0;
	for (size_t c = 1; c < old.n; c += n + 2) {
		n = (size_t)old.v[c];
		if (old.v[c + 1] == 0)
			(void)hd_sat_attach(s, &old.v[c + 2], n, false);
	}
	free(old.v);
}

/* The sequence 1 1 2 1 1 2 4 ... of Luby, Sinclair and Zuckerman (1993). */
static size_t
luby(size_t i)
{
	size_t size = 1, power = 0;

	while (size < i + 1) {
		size = 2 * size + 1;
		power++;
	}
	while (size - 1 != i) {
		size = (size - 1) / 2;
		power--;
		i %= size;
	}
	return (size_t)1 << power;
}

static void
learn(struct hd_sat *s, size_t conflict)
{
	size_t level = hd_sat_analyze(s, conflict), reason = HD_SAT_NONE;

	hd_sat_cancel(s, level);
	if (s->lits.n > 1)
		reason = hd_sat_attach(s, s->lits.v, s->lits.n, true);
	hd_sat_enqueue(s, s->lits.v[0], reason);
	s->bump /= DECAY;
}

/* The assumed literals that stand against the one that is false. */
static void
make_core(struct hd_sat *s, int lit)
{
	struct hd_satvar *v;

	hd_sat_blame(s, lit);
	s->var[lit / 2].seen = true;
	for (size_t i = 0; i < s->assumed.n; i++) {
		v = &s->var[s->assumed.v[i] / 2];
		/* a negated one of the same variable stands for itself */
		if (!v->seen ||
		    (s->assumed.v[i] != lit && s->val[s->assumed.v[i]] <= 0))
			continue;
		s->core[s->ncore++] = i;
	}
	for (size_t i = 0; i < s->assumed.n; i++)
		s->var[s->assumed.v[i] / 2].seen = false;
}

static void
decide(struct hd_sat *s, int lit)
{
	hd_ints_push(&s->limits, (int)s->trail.n);
	if (s->val[lit] == 0)
		hd_sat_enqueue(s, lit, HD_SAT_NONE);
}

/* The next literal to try: HD_MAYBE there was one, or the answer. */
static enum hd_tri
extend(struct hd_sat *s)
{
	size_t v;
	int lit;

	if (s->limits.n < s->assumed.n) {
		lit = s->assumed.v[s->limits.n];
		if (s->val[lit] < 0) {
			make_core(s, lit);
			return HD_NO;
		}
		decide(s, lit);
		return HD_MAYBE;
	}
	do {
		if (!hd_satorder_take(s, &v))
			return HD_YES;
	} while (s->val[2 * v] != 0);
	decide(s, (int)(2 * v + !s->var[v].phase));
	return HD_MAYBE;
}

static enum hd_tri
search(struct hd_sat *s)
{
	size_t conflicts = 0, round = 0, conflict;
	enum hd_tri t;

	for (;;) {
		conflict = hd_sat_propagate(s);
		if (conflict != HD_SAT_NONE && s->limits.n == 0) {
			s->broken = true;
			return HD_NO;
		}
		if (conflict != HD_SAT_NONE) {
			learn(s, conflict);
			conflicts++;
			continue;
		}
		if (s->steps == 0)
			return HD_MAYBE;
		if (conflicts >= RESTART * luby(round)) {
			conflicts = 0;
			round++;
			hd_sat_cancel(s, 0);
		}
		t = extend(s);
		if (t != HD_MAYBE)
			return t;
	}
}

/*
 * Assume these.  Each has a level, so that what follows from those that the
 * last question began with as well is there already.
 */
static void
assume_all(struct hd_sat *s, const int *assume, size_t n)
{
	size_t same = 0;

	while (same < n && same < s->assumed.n &&
	       s->assumed.v[same] == inside(assume[same]))
		same++;
	if (s->learnt > LEARNT)
		same = 0;
	hd_sat_cancel(s, same);
	if (s->learnt > LEARNT)
		forget(s);
	s->assumed.n = same;
	for (size_t i = same; i < n; i++)
		hd_ints_push(&s->assumed, inside(assume[i]));
}

enum hd_tri
hd_sat_solve(struct hd_sat *s, const int *assume, size_t n, size_t *steps)
{
	enum hd_tri t = HD_NO;
	size_t v;

	assume_all(s, assume, n);
	for (size_t i = 0; i < s->phased.n; i++) {
		v = (size_t)s->phased.v[i];
		s->var[v].phase = s->var[v].like;
	}
	s->phased.n = s->ncore = 0;
	s->core = hd_grow(s->core, &s->core_cap, n, sizeof(*s->core));
	s->steps = *steps;
	if (!s->broken)
		t = search(s);
	*steps = s->steps;
	for (size_t i = 0; t == HD_YES && i < s->nvars; i++)
		s->var[i].model = s->val[2 * i] > 0;
	return t;
}

bool
hd_sat_value(const struct hd_sat *s, int lit)
{
	return lit > 0 ? s->var[lit - 1].model : !s->var[-lit - 1].model;
}

const size_t *
hd_sat_core(const struct hd_sat *s, size_t *n)
{
	*n = s->ncore;
	return s->core;
}
