/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WORLDPART_H
#define HD_WORLDPART_H

#include "check/world_int.h"

/* Private to world*.c and sketch*.c: what they do for each other. */

/* As hd_world_solve(), with what the last question left of its steps. */
enum hd_tri hd_world_again(struct hd_world *w, const int *lits, size_t n);

/* Where a holds, b does. */
void hd_world_imply(struct hd_world *w, int a, int b);
/* A new atom: its index in atoms. */
size_t hd_world_atom(
    struct hd_world *w, enum hd_atom_kind kind, size_t fact, struct hd_str s);
/* The index that was given to the name in w->key; -1: none yet. */
int64_t *hd_world_name(
    struct hd_world *w, const char *what, size_t of, struct hd_str name);

/* Facts.  A condition on one, a message being the only one there is. */
int hd_worldfact_cond(
    struct hd_world *w, const struct hd_side *s, const struct hd_cond *c);
/* Is the field unset whatever the ticket? */
bool hd_worldfact_unset(const struct hd_world *w, const struct hd_side *s,
    const struct hd_field *f);
size_t hd_worldfact(struct hd_world *w, const struct hd_field *f);
/* A comparison of a number, of which cut says whether it is >= x or > x. */
int hd_worldnum_cond(struct hd_world *w, const struct hd_ruleset *rs,
    const struct hd_cond *c, int set,
    int (*cut)(struct hd_world *w, const void *ctx, double x, bool above),
    const void *ctx);
int hd_worldfact_set(
    struct hd_world *w, const struct hd_side *s, const struct hd_field *f);
/* The fact is, or has among others, the constant: it is then set. */
int hd_worldfact_is(struct hd_world *w, size_t fact, struct hd_str s);
/* The pattern matches the fact, which is then set. */
int hd_worldfact_match(struct hd_world *w, size_t fact, struct hd_str pattern);
bool hd_world_matches_empty(struct hd_world *w, struct hd_str pattern);

/* May a ticket have several messages? */
bool hd_world_many(const struct hd_world *w);
/* The alternative's conditions on messages, and what cancels them there. */
int hd_worldeach_alt(struct hd_world *w, size_t side, const struct hd_rule *r,
    const struct hd_alt *alt);
int hd_worldeach_cond(
    struct hd_world *w, const struct hd_side *s, const struct hd_cond *c);

int hd_worlddim_cond(struct hd_world *w, size_t side, const struct hd_cond *c);

/* Patterns that match some of a list of words; -1: it is none. */
int hd_words_of(struct hd_world *w, struct hd_str pattern);
/* Does a text that matches a match b? */
bool hd_words_within(const struct hd_world *w, int a, int b);

#endif
