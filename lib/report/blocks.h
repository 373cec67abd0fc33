/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BLOCKS_H
#define HD_BLOCKS_H

#include "report/doc.h"

/* Blocks of a report beside paragraphs and lists: see doc.h. */

/* Figures side by side, with those of the period before and the change. */
void hd_doc_tiles(struct hd_doc *d);
/* before and change may be HD_DOC_NONE; better: 1 more is, -1 less, 0. */
void hd_doc_tile(struct hd_doc *d, const char *title, size_t fig, size_t before,
    size_t change, int better);

struct hd_doccol {
	const char *title;
	bool right; /* numbers */
};

/*
 * A table: rows are begun, each ends the one before; then a cell for each
 * column.  id is unique in the report; note may be NULL.
 */
void hd_doc_table(struct hd_doc *d, const char *id, const char *title,
    const char *note, const struct hd_doccol *columns, size_t n);
void hd_doc_row(struct hd_doc *d);
void hd_doc_cell_none(struct hd_doc *d);
void hd_doc_cell(struct hd_doc *d, const char *words);
void hd_doc_cell_text(struct hd_doc *d, struct hd_str s); /* p NULL: none */
void hd_doc_cell_fig(struct hd_doc *d, size_t fig, enum hd_docas as);
void hd_doc_cell_ticket(struct hd_doc *d, struct hd_str key);
/* A cell of spans, ended with hd_doc_end(). */
void hd_doc_cell_spans(struct hd_doc *d);

/* What all charts have; desc says in words what there is to see. */
struct hd_docchart {
	const char *id, *title, *desc, *unit;
};

/* Bars with intervals; tone "ai", "human", "neutral". */
void hd_doc_bars(struct hd_doc *d, const struct hd_docchart *c);
void hd_doc_mark(
    struct hd_doc *d, const char *label, size_t fig, const char *tone);

/*
 * Lines over time: each line, then its points; in the end notes, of what
 * happened at a label.
 */
void hd_doc_series(struct hd_doc *d, const struct hd_docchart *c);
void hd_doc_line(struct hd_doc *d, const char *name, const char *tone);
void hd_doc_point(struct hd_doc *d, const char *label, size_t fig);
void hd_doc_note(struct hd_doc *d, const char *label, struct hd_str text);

/*
 * A mosaic: columns as wide as their share of all, each cut into fields as high
 * as their share of it; tier "automate", "assist", "human", "unknown".
 */
void hd_doc_mosaic(struct hd_doc *d, const struct hd_docchart *c);
void hd_doc_stripe(struct hd_doc *d, const char *label, double share);
void hd_doc_field(struct hd_doc *d, const char *label, double share, size_t fig,
    const char *tier);

/* What somebody wrote; p NULL in given and why: nothing. */
struct hd_docquote {
	struct hd_str ticket;
	int64_t message; /* its number in the ticket */
	const char *role;
	struct hd_str text, given, why;
};

void hd_doc_quote(struct hd_doc *d, const struct hd_docquote *q);

/* A ticket to read: first facts, then messages, then questions. */
void hd_doc_thread(struct hd_doc *d, struct hd_str ticket, struct hd_str title);
void hd_doc_fact(struct hd_doc *d, const char *fmt, ...) HD_PRINTF(2, 3);
void hd_doc_message(
    struct hd_doc *d, const char *role, int64_t at, struct hd_str text);
void hd_doc_question(struct hd_doc *d, const char *text);

#endif
