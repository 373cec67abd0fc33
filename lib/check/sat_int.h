/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SAT_INT_H
#define HD_SAT_INT_H

#include <stdbool.h>
#include <stddef.h>

#include "check/ints.h"
#include "check/sat.h"

/*
 * Private to sat*.c.  Inside, variables count from 0 and a literal is
 * 2 * variable, + 1 when negated, so that literals are indexes.
 */

/* A clause that watches a literal; when blocker holds it need not be read. */
struct hd_satwatch {
	size_t clause;
	int blocker;
};

struct hd_satwatches {
	struct hd_satwatch *v;
	size_t n, cap;
};

#define HD_SAT_NONE ((size_t)0) /* no clause */
/* A clause is its size, 1 when learnt, and its literals, in mem. */
#define HD_SAT_SIZE(s, c)   ((size_t)(s)->mem.v[c])
#define HD_SAT_LEARNT(s, c) ((s)->mem.v[(c) + 1])
#define HD_SAT_LITS(s, c)   (&(s)->mem.v[(c) + 2])

struct hd_sat {
	size_t nvars, vars_cap, lits_cap;
	bool broken; /* the clauses alone cannot hold */
	/* by literal */
	signed char *val; /* 1 true, -1 false, 0 open */
	struct hd_satwatches *watches;
	/* by variable */
	struct hd_satvar {
		size_t reason; /* the clause that set it, or none */
		size_t level;
		double activity;
		size_t at; /* in heap; heap.n and beyond: not there */
		bool like, phase, seen, model, tried;
	} * var;
	struct hd_ints mem;
	size_t learnt; /* ints of mem that learnt clauses take */
	/* literals in the order in which they became true */
	struct hd_ints trail, limits; /* limits: where levels begin */
	size_t head;		      /* of trail: propagated up to here */
	struct hd_ints heap;	      /* open variables, most active first */
	size_t next;		      /* all others before it are set */
	double bump;
	size_t steps;		/* that are left */
	struct hd_ints lits;	/* a clause that is being made */
	struct hd_ints assumed; /* a level each, the first at 1 */
	struct hd_ints phased;	/* variables that were tried otherwise */
	size_t *core, ncore, core_cap;
};

/* Set a literal, for that reason. */
void hd_sat_enqueue(struct hd_sat *s, int lit, size_t reason);
/* The clause that has no true literal left, or none. */
size_t hd_sat_propagate(struct hd_sat *s);
/* Undo all levels above level. */
void hd_sat_cancel(struct hd_sat *s, size_t level);
/*
 * What a conflict teaches, into s->lits: its first literal is to be set at
 * the level that is returned.
 */
size_t hd_sat_analyze(struct hd_sat *s, size_t conflict);
/* Mark as seen the variables assumed that make the literal false. */
void hd_sat_blame(struct hd_sat *s, int lit);
/* A clause of two or more literals is kept and watched by its first two. */
size_t hd_sat_attach(struct hd_sat *s, const int *lits, size_t n, bool learnt);

/* The order in which variables are tried (satorder.c). */
void hd_satorder_put(struct hd_sat *s, size_t v);
void hd_satorder_bump(struct hd_sat *s, size_t v);
/* The most active variable, taken out; false when there is none. */
bool hd_satorder_take(struct hd_sat *s, size_t *v);

#endif
