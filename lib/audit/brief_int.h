/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BRIEF_INT_H
#define HD_BRIEF_INT_H

#include "audit/brief.h"
#include "base/mem.h"
#include "base/tstamp.h"

/*
 * What is known, put together once: parts with cells and lists, which briefer.h
 * fills and brieftext.c and briefjson.c print.
 */

enum hd_briefkind {
	HD_BRIEF_UNKNOWN, /* the export cannot say */
	HD_BRIEF_NONE,	  /* it is known that there is none */
	HD_BRIEF_TEXT,
	HD_BRIEF_INT,
	HD_BRIEF_REAL,
	HD_BRIEF_TIME,
	HD_BRIEF_BOOL,
	HD_BRIEF_WORDS,
};

#define HD_BRIEF_UNDATED (-1) /* of since: only today's value is known */

struct hd_briefcell {
	const char *name;
	enum hd_briefkind kind;
	bool theirs; /* what a customer wrote or is: printed on request */
	struct hd_str s;
	int64_t i;
	double r;
	const struct hd_str *words;
	size_t nwords;
	const char *source; /* of a cell of a part */
	int64_t since;	    /* from when it held, HD_TIME_NONE: says nothing */
};

/* Rows of cells, n of at most max; all rows have the same names. */
struct hd_brieflist {
	const char *name;
	struct hd_briefcell *cells;
	size_t ncols, n, max;
};

#define HD_BRIEF_CELLS 14
#define HD_BRIEF_LISTS 2

struct hd_briefpart {
	const char *name;
	struct hd_briefcell cell[HD_BRIEF_CELLS];
	size_t n;
	struct hd_brieflist list[HD_BRIEF_LISTS];
	size_t nlists;
};

#define HD_BRIEF_PARTS 10

struct hd_brief {
	const char *kind; /* ticket or account */
	struct hd_str key;
	int64_t as_of;	   /* HD_TIME_NONE: not known */
	int64_t messages;  /* of the talk that are read, -1: no talk */
	const char *until; /* why no more of them */
	struct hd_briefpart part[HD_BRIEF_PARTS];
	size_t nparts;
	struct hd_arena *arena;
};

/* Add a part; a cell; source is kept as it is.  A text of p NULL is unknown. */
struct hd_briefpart *hd_brief_part(struct hd_brief *b, const char *name);
struct hd_briefcell *hd_brief_text(struct hd_briefpart *p, const char *name,
    struct hd_str s, const char *source);
struct hd_briefcell *hd_brief_int(
    struct hd_briefpart *p, const char *name, int64_t v, const char *source);
struct hd_briefcell *hd_brief_time(
    struct hd_briefpart *p, const char *name, int64_t t, const char *source);
struct hd_briefcell *hd_brief_none(
    struct hd_briefpart *p, const char *name, const char *source);
/* Add a list of at most max rows of ncols cells; and a row, NULL when full. */
struct hd_brieflist *hd_brief_list(struct hd_brief *b, struct hd_briefpart *p,
    const char *name, size_t ncols, size_t max);
struct hd_briefcell *hd_brief_row(struct hd_brieflist *l);
/* Set a cell of a row. */
void hd_briefcell_text(
    struct hd_briefcell *c, const char *name, struct hd_str s, bool theirs);
void hd_briefcell_int(struct hd_briefcell *c, const char *name, int64_t v);
void hd_briefcell_time(struct hd_briefcell *c, const char *name, int64_t t);

void hd_brief_print_text(
    const struct hd_brief *b, bool show_text, struct hd_out *out);
void hd_brief_print_json(
    const struct hd_brief *b, bool show_text, struct hd_out *out);

#endif
