/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WORLD_INT_H
#define HD_WORLD_INT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/mem.h"
#include "check/ints.h"
#include "check/sat.h"
#include "check/world.h"
#include "rules/grep.h"

/*
 * Private to world*.c and sketch*.c.  One thing that may be so of a fact is an
 * atom, a variable of the solver: examples are made of atoms, and every literal
 * that is given out is a function of them.
 */
enum hd_atom_kind {
	HD_ATOM_SET,
	HD_ATOM_TRUE,	  /* of a bool */
	HD_ATOM_FROM,	  /* of a number: >= num */
	HD_ATOM_ABOVE,	  /* > num */
	HD_ATOM_IS,	  /* of a string: = text; of a list: one of it is */
	HD_ATOM_MATCH,	  /* text is a pattern */
	HD_ATOM_SOME,	  /* some message is as eaches[fact] says */
	HD_ATOM_READABLE, /* in one of the languages that text names */
};

struct hd_atom {
	enum hd_atom_kind kind;
	size_t fact;
	int lit;
	double num;
	struct hd_str text;
	struct hd_grep *grep; /* of a pattern on a string or list */
};

/* A field, known by its name and by what can be said of it. */
struct hd_worldfact {
	const char *name;
	enum hd_ftype type;
	enum hd_range range;
	size_t set_atom;
	int set;	     /* its literal */
	int some;	     /* of a string: it is one of those in is */
	bool closed;	     /* an enum on every side */
	struct hd_ints cuts; /* atoms of a number, rising */
	struct hd_ints is, match;
	struct hd_ints words; /* indexes of w->words: patterns of words */
};

/* A condition on one message: id 2 * i, and its !~ 2 * i + 1. */
struct hd_eachcond {
	size_t fact;
	struct hd_str pattern;
	int words; /* index in w->words, -1 */
};

/* Where these hold of a message, and the literal, it does not count. */
struct hd_cancel {
	int when;
	struct hd_ints ids;
};

/* There is a message on which all ids hold and that nothing cancels. */
struct hd_each {
	struct hd_ints ids; /* rising */
	struct hd_cancel *cancels;
	size_t ncancels;
	int lit;
};

/* A value of a dimension that was asked for; lit 0: the sides differ. */
struct hd_dimname {
	const char *dim, *value;
	int lit;
};

struct hd_side {
	const struct hd_ruleset *rs;
	const char *without; /* name of a field that is unset, or NULL */
	int *alts, *got;     /* by alternative, by value of all dimensions */
	int *none;	     /* by route and one more: none before it fires */
	size_t *first;	     /* by value and one more: in setters */
	size_t *setters;     /* tag rules by the values they set */
};

struct hd_world {
	enum hd_stage stage;
	struct hd_sat *sat;
	struct hd_arena arena;
	struct hd_map gates; /* sorted literals: the literal of their and */
	struct hd_map names; /* of facts and atoms: their indexes */
	int truth;
	struct hd_atom *atoms;
	struct hd_worldfact *facts;
	struct hd_eachcond *eachconds;
	struct hd_each *eaches;
	struct hd_words *words;
	struct hd_dimname *dims;
	struct hd_side *sides;
	size_t natoms, nfacts, neachconds, neaches, nwords, ndims, nsides;
	size_t atoms_cap, facts_cap, eachconds_cap, eaches_cap, words_cap,
	    dims_cap, sides_cap;
	size_t budget, steps; /* steps: left of the last question */
	size_t left;	      /* for all questions to come */
	size_t undecided;
	size_t *core, ncore;
	struct hd_buf key;
};

#endif
