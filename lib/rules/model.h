/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MODEL_H
#define HD_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "rules/cond.h"
#include "rules/facts.h"
#include "rules/stage.h"

/*
 * What a rule set consists of once it is loaded: read-only, shared between
 * threads, every pointer borrowed until hd_ruleset_free().  A rule owns a run
 * of alternatives, an alternative a run of conditions; the runs are ranges of
 * the flat arrays of struct hd_ruleset (ruleset.h).
 */

struct hd_rulefile {
	char *name; /* as resolved */
	char *text;
	size_t len;
	const char *owner, *review; /* of the file, or NULL */
	size_t from; /* the file that uses it; itself: the operand */
	int64_t now; /* of its tests, HD_TIME_NONE where none is given */
};

struct hd_field {
	const char *name;   /* account.plan, ticket.field("Plan") */
	const char *arg;    /* Plan in ticket.field("Plan"), else NULL */
	const char *column; /* of the view rule_facts, else NULL: built in */
	enum hd_ftype type;
	enum hd_known known;
	bool each;	     /* one text a message: a rule is tried on each */
	size_t uses;	     /* conditions that test it; 0 needs no value */
	const char **values; /* of an enum */
	size_t n;
	struct hd_pos pos; /* of the field line; line 0 when there is none */
};

struct hd_dim {
	const char *name;
	bool many;
	const char **values; /* `one`: the highest last; `many`: first */
	size_t n, off;	     /* off: of value 0 among all dimensions' values */
	int dflt;	     /* value index, -1 none */
	bool dflt_readable;  /* only for a text that can be read */
	struct hd_pos pos, dflt_pos;
	size_t level; /* decided after the rules of this level */
};

struct hd_set {
	struct hd_str name, arg;
	struct hd_pos pos, arg_pos;
	size_t dim;
	int value;
};

enum hd_example_kind {
	HD_EX_HIT,
	HD_EX_MISS,
	HD_EX_TODO
};

struct hd_example {
	enum hd_example_kind kind;
	struct hd_str text;
	struct hd_pos pos;
};

/*
 * A tag, a route or a policy: of a policy the alternatives are its `for`, and
 * it says something of every ticket on which it would fire.
 */
struct hd_rule {
	const char *id;
	enum hd_rulekind kind;
	struct hd_pos pos;
	unsigned stages;	    /* of a route or policy: 1u << stage */
	unsigned actions;	    /* 1u << action: one of a route's then */
	struct hd_str queue;	    /* p NULL: none */
	struct hd_str why;	    /* p NULL: none */
	const char *owner, *review; /* its own or the file's, or NULL */
	size_t alt, nalts;	    /* run of alts, as written */
	size_t set, nsets;	    /* run of sets */
	size_t example, nexamples;  /* run of examples */
	size_t allow, nallows;	    /* run of allows: lint silenced */
	size_t level; /* evaluated after the dimensions of lower levels */
};

/* default STAGE ACTION */
struct hd_stagedflt {
	enum hd_action action; /* HD_ACTION_NONE: there is none */
	struct hd_pos pos;
};

/* allow CHECK until DATE because TEXT */
struct hd_allow {
	struct hd_str check, until, because;
	struct hd_pos pos;
};

#endif
