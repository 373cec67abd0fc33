/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LITERALTREE_H
#define HD_LITERALTREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"
#include "rules/literal.h"

/*
 * Private to literal*.c: a pattern as a tree of what matters for literals.
 * Everything is the arena's.
 */

#define HD_LIT_CHARS 8 /* characters of a class that is spelled out */

enum hd_lit_kind {
	HD_LIT_EMPTY,  /* no width, nothing known */
	HD_LIT_BOUND,  /* \b */
	HD_LIT_CHAR,   /* one of chars, folded */
	HD_LIT_ANY,    /* anything */
	HD_LIT_CAT,    /* children one after the other */
	HD_LIT_ALT,    /* one of the children */
	HD_LIT_REPEAT, /* the child min to max times */
	HD_LIT_AHEAD,  /* no width; the child matches somewhere from here */
};

struct hd_litnode {
	enum hd_lit_kind kind;
	struct hd_litnode *child, *next;
	unsigned min, max; /* 0, 1 or 2: two and more */
	unsigned most;	   /* times, as max; of HD_LIT_ANY its bytes */
	bool word;	   /* HD_LIT_ANY is a character of \w */
	uint32_t chars[HD_LIT_CHARS];
	size_t nchars;
};

/* Of a pattern being read. */
struct hd_litparse {
	const char *p, *end;
	struct hd_arena *arena;
	size_t depth;
	bool lost; /* something was not understood */
};

/* The tree of a pattern; NULL when it is not understood in full. */
struct hd_litnode *hd_lit_parse(struct hd_arena *arena, struct hd_str pattern);

/* Bytes that the node can match, hi HD_FAR at most. */
struct hd_litspan hd_lit_width(const struct hd_litnode *node);
/* A part of a width behind one of another. */
struct hd_litspan hd_lit_behind(struct hd_litspan a, struct hd_litspan b);

struct hd_litnode *hd_lit_node(struct hd_litparse *p, enum hd_lit_kind kind);
/* A node for one character as it stands. */
struct hd_litnode *hd_lit_char(struct hd_litparse *p, uint32_t c);
/* The character at p->p, which is not at the end, p behind it. */
uint32_t hd_lit_next(struct hd_litparse *p);
/* What follows a backslash / a '['. */
struct hd_litnode *hd_lit_escape(struct hd_litparse *p);
struct hd_litnode *hd_lit_class(struct hd_litparse *p);

#endif
