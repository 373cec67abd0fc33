/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from what was set, and what is learnt when it cannot hold. */
#include "base/mem.h"
#include "check/sat_int.h"

void
hd_sat_enqueue(struct hd_sat *s, int lit, size_t reason)
{
	struct hd_satvar *v = &s->var[lit / 2];

	s->val[lit] = 1;
	s->val[lit ^ 1] = -1;
	v->reason = reason;
	v->level = s->limits.n;
	hd_ints_push(&s->trail, lit);
}

static void
watch(struct hd_sat *s, int lit, size_t clause, int blocker)
{
	struct hd_satwatches *w = &s->watches[lit];

	w->v = hd_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
	w->v[w->n++] = (struct hd_satwatch){ clause, blocker };
}

size_t
hd_sat_attach(struct hd_sat *s, const int *lits, size_t n, bool learnt)
{
	size_t c = s->mem.n;

	hd_ints_push(&s->mem, (int)n);
	hd_ints_push(&s->mem, learnt);
	for (size_t i = 0; i < n; i++)
		hd_ints_push(&s->mem, lits[i]);
	if (learnt)
		s->learnt += n + 2;
	watch(s, lits[0], c, lits[1]);
	watch(s, lits[1], c, lits[0]);
	return c;
}

/*
 * The clause lost the literal `gone`, which it watches; after the call its
 * first literal is the other one it watches.  true: it watches a new one.
 */
static bool
rewatch(struct hd_sat *s, size_t clause, int gone)
{
	int *c = HD_SAT_LITS(s, clause);
	size_t n = HD_SAT_SIZE(s, clause);

	if (c[0] == gone) {
		c[0] = c[1];
		c[1] = gone;
	}
	if (s->val[c[0]] > 0)
		return false;
	for (size_t k = 2; k < n; k++)
		if (s->val[c[k]] >= 0) {
			c[1] = c[k];
			c[k] = gone;
			watch(s, c[1], clause, c[0]);
			return true;
		}
	return false;
}

/* All clauses that watch a literal which became false. */
static size_t
visit(struct hd_sat *s, int gone)
{
	struct hd_satwatches *ws = &s->watches[gone];
	size_t kept = 0, conflict = HD_SAT_NONE;
	struct hd_satwatch w;
	int first;

	s->steps -= ws->n < s->steps ? ws->n + 1 : s->steps;
	for (size_t i = 0; i < ws->n; i++) {
		w = ws->v[i];
		if (conflict != HD_SAT_NONE || s->val[w.blocker] > 0) {
			ws->v[kept++] = w;
			continue;
		}
		if (rewatch(s, w.clause, gone))
			continue;
		first = HD_SAT_LITS(s, w.clause)[0];
		ws->v[kept++] = (struct hd_satwatch){ w.clause, first };
		if (s->val[first] < 0)
			conflict = w.clause;
		else if (s->val[first] == 0)
			hd_sat_enqueue(s, first, w.clause);
	}
	ws->n = kept;
	return conflict;
}

size_t
hd_sat_propagate(struct hd_sat *s)
{
	size_t conflict = HD_SAT_NONE;

	while (conflict == HD_SAT_NONE && s->head < s->trail.n)
		conflict = visit(s, s->trail.v[s->head++] ^ 1);
	return conflict;
}

void
hd_sat_cancel(struct hd_sat *s, size_t level)
{
	size_t to;
	int lit;
	bool was;

	if (s->limits.n <= level)
		return;
	to = (size_t)s->limits.v[level];
	while (s->trail.n > to) {
		lit = s->trail.v[--s->trail.n];
		s->val[lit] = s->val[lit ^ 1] = 0;
		was = lit % 2 == 0;
		if (s->var[lit / 2].phase != was)
			hd_ints_push(&s->phased, lit / 2);
		s->var[lit / 2].phase = was;
		hd_satorder_put(s, (size_t)lit / 2);
	}
	s->head = to;
	s->limits.n = level;
}

/* See the literals of a clause but `but`: how many are of this level. */
static size_t
see(struct hd_sat *s, size_t clause, int but)
{
	const int *c = HD_SAT_LITS(s, clause);
	size_t open = 0;
	struct hd_satvar *v;

	for (size_t i = 0; i < HD_SAT_SIZE(s, clause); i++) {
		v = &s->var[c[i] / 2];
		if (c[i] == but || v->seen || v->level == 0)
			continue;
		v->seen = true;
		hd_satorder_bump(s, (size_t)c[i] / 2);
		if (v->level == s->limits.n)
			open++;
		else
			hd_ints_push(&s->lits, c[i]);
	}
	return open;
}

/* Does the rest of the clause learnt already say that lit is false? */
static bool
implied(const struct hd_sat *s, int lit)
{
	size_t reason = s->var[lit / 2].reason;
	const int *c;

	if (reason == HD_SAT_NONE)
		return false;
	c = HD_SAT_LITS(s, reason);
	for (size_t i = 0; i < HD_SAT_SIZE(s, reason); i++)
		if (c[i] / 2 != lit / 2 && !s->var[c[i] / 2].seen &&
		    s->var[c[i] / 2].level > 0)
			return false;
	return true;
}

/*
 * Leave out of lits what the rest implies, forget what was seen, and bring the
 * literal of the highest level but the first to the second place: that level.
 */
static size_t
finish(struct hd_sat *s)
{
	struct hd_ints *l = &s->lits;
	size_t kept = 1, level = 0, n = l->n;
	int lit;

	hd_ints_push(l, l->v[0]);
	for (size_t i = 1; i < n; i++) {
		lit = l->v[i];
		hd_ints_push(l, lit);
		if (!implied(s, lit))
			l->v[kept++] = lit;
	}
	for (size_t i = n; i < l->n; i++)
		s->var[l->v[i] / 2].seen = false;
	l->n = kept;
	for (size_t i = 1; i < kept; i++)
		if (s->var[l->v[i] / 2].level > level) {
			level = s->var[l->v[i] / 2].level;
			lit = l->v[1];
			l->v[1] = l->v[i];
			l->v[i] = lit;
		}
	return level;
}

size_t
hd_sat_analyze(struct hd_sat *s, size_t conflict)
{
	size_t at = s->trail.n, open;
	int lit = -1;

	/* the first place is for the last literal of this level */
	s->lits.n = 0;
	hd_ints_push(&s->lits, 0);
	open = see(s, conflict, lit);
	do {
		while (!s->var[s->trail.v[--at] / 2].seen)
			;
		lit = s->trail.v[at];
		if (--open > 0) {
			s->var[lit / 2].seen = false;
			open += see(s, s->var[lit / 2].reason, lit);
		}
	} while (open > 0);
	s->lits.v[0] = lit ^ 1;
	return finish(s);
}

void
hd_sat_blame(struct hd_sat *s, int lit)
{
	size_t low = s->limits.n > 0 ? (size_t)s->limits.v[0] : s->trail.n;
	struct hd_satvar *v = &s->var[lit / 2];
	const int *c;

	v->seen = v->level > 0;
	for (size_t at = s->trail.n; at-- > low;) {
		v = &s->var[s->trail.v[at] / 2];
		if (!v->seen || v->reason == HD_SAT_NONE)
			continue;
		v->seen = false;
		c = HD_SAT_LITS(s, v->reason);
		for (size_t i = 0; i < HD_SAT_SIZE(s, v->reason); i++)
			if (s->var[c[i] / 2].level > 0 &&
			    c[i] != s->trail.v[at])
				s->var[c[i] / 2].seen = true;
	}
}
