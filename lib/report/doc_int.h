/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOC_INT_H
#define HD_DOC_INT_H

#include "report/doc.h"

/* What doc.c, docfig.c and blocks.c share. */

enum hd_docblock {
	HD_BLOCK_NONE,
	HD_BLOCK_PARA,
	HD_BLOCK_LIST,	/* part 1: in an item */
	HD_BLOCK_TILES, /* of a tile */
	HD_BLOCK_TABLE, /* part 1: in a row, 2: in a cell of spans */
	HD_BLOCK_BARS,
	HD_BLOCK_SERIES, /* part 1: in a line, 2: in the notes */
	HD_BLOCK_MOSAIC, /* part 1: in a column */
	HD_BLOCK_THREAD, /* part 0: facts, 1: messages, 2: questions */
};

/* A figure as registered. */
struct hd_docown {
	struct hd_docfig f; /* its texts are the arena's */
	size_t number;	    /* 0: not used */
};

/* Begin a block of the open section, its object open. */
void hd_doc_block(struct hd_doc *d, enum hd_docblock block, const char *type);
/* A member, its value to follow; a member of text, null when p is NULL. */
void hd_doc_key(struct hd_doc *d, const char *name);
void hd_doc_member(struct hd_doc *d, const char *name, struct hd_str s);
void hd_doc_cmember(struct hd_doc *d, const char *name, const char *s);
/* A member that names a figure, null for HD_DOC_NONE; it is used then. */
void hd_doc_figmember(struct hd_doc *d, const char *name, size_t fig);
/* The words of enum hd_docas. */
const char *hd_doc_asname(enum hd_docas as);
/* The members figures and definitions. */
void hd_doc_figures(struct hd_doc *d);
void hd_doc_definitions(struct hd_doc *d);

#endif
