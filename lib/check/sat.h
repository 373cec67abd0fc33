/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SAT_H
#define HD_SAT_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/tri.h"

/*
 * Satisfiability of clauses over boolean variables, by conflict-driven clause
 * learning (Marques-Silva and Sakallah 1999; Een and Sorensson, "An Extensible
 * SAT-solver", 2003).  A literal is a variable's number, from 1, or its
 * negative.  Clauses may be added between questions, and stay.  No recursion,
 * no clock, no chance: the same calls give the same answers.
 */

struct hd_sat;

struct hd_sat *hd_sat_new(void);
void hd_sat_free(struct hd_sat *s); /* NULL is allowed */

/* A new variable.  like: the value it is tried with first. */
int hd_sat_var(struct hd_sat *s, bool like);
/*
 * A new variable that is never tried: clauses are to define it, so that it
 * follows once those are set that it is made of.
 */
int hd_sat_defined(struct hd_sat *s);
/* One of the n literals holds. */
void hd_sat_clause(struct hd_sat *s, const int *lits, size_t n);

/*
 * Can all clauses hold, and all n assumed literals?  HD_MAYBE: it could not be
 * told in *steps literals set and clauses looked at; what is left of them is
 * put back there.
 */
enum hd_tri hd_sat_solve(
    struct hd_sat *s, const int *assume, size_t n, size_t *steps);
/* After HD_YES: does the literal hold in the model that was found? */
bool hd_sat_value(const struct hd_sat *s, int lit);
/*
 * After HD_NO: indexes, rising, of assumed literals that cannot hold together;
 * none: the clauses alone cannot.  Borrowed until the next question.
 */
const size_t *hd_sat_core(const struct hd_sat *s, size_t *n);

#endif
