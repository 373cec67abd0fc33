/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a report: see blocks.h. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "report/blocks.h"
#include "report/doc_int.h"

static void
array(struct hd_doc *d, const char *name)
{
	hd_doc_key(d, name);
	hd_jgen_arr(&d->g);
}

/* The arrays of a thread stand in a fixed order, empty or not. */
static void
thread_part(struct hd_doc *d, int part)
{
	static const char *const names[] = { "facts", "messages", "questions" };

	assert(d->block == HD_BLOCK_THREAD && d->part <= part);
	while (d->part < part) {
		hd_jgen_endarr(&d->g);
		array(d, names[++d->part]);
	}
}

/* Leave the line of a series or the column of a mosaic that is open. */
static void
end_part(struct hd_doc *d)
{
	if (d->part == 1) {
		hd_jgen_endarr(&d->g);
		hd_jgen_endobj(&d->g);
	}
	d->part = 0;
}

static void
end_nested(struct hd_doc *d)
{
	if (d->block == HD_BLOCK_SERIES && d->part != 2) {
		end_part(d);
		hd_jgen_endarr(&d->g);
		array(d, "notes");
	} else if (d->block == HD_BLOCK_MOSAIC) {
		end_part(d);
	} else if (d->block == HD_BLOCK_THREAD) {
		thread_part(d, 2);
	} else if (d->part == 1) { /* of a list, of a table */
		hd_jgen_endarr(&d->g);
	}
}

void
hd_doc_end(struct hd_doc *d)
{
	assert(d->block != HD_BLOCK_NONE);
	if (d->block == HD_BLOCK_TABLE && d->part == 2) {
		hd_jgen_endarr(&d->g);
		hd_jgen_endobj(&d->g);
		d->part = 1;
		return;
	}
	end_nested(d);
	hd_jgen_endarr(&d->g);
	hd_jgen_endobj(&d->g);
	d->block = HD_BLOCK_NONE;
}

/* --- tiles and tables ------------------------------------------------------ */

void
hd_doc_tiles(struct hd_doc *d)
{
	hd_doc_block(d, HD_BLOCK_TILES, "tiles");
	array(d, "items");
}

void
hd_doc_tile(struct hd_doc *d, const char *title, size_t fig, size_t before,
    size_t change, int better)
{
	assert(d->block == HD_BLOCK_TILES);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "title", title);
	hd_doc_figmember(d, "figure", fig);
	hd_doc_figmember(d, "before", before);
	hd_doc_figmember(d, "change", change);
	hd_doc_key(d, "better");
	hd_jgen_int(&d->g, better);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_table(struct hd_doc *d, const char *id, const char *title,
    const char *note, const struct hd_doccol *columns, size_t n)
{
	hd_doc_block(d, HD_BLOCK_TABLE, "table");
	hd_doc_cmember(d, "id", id);
	hd_doc_cmember(d, "title", title);
	hd_doc_cmember(d, "note", note);
	array(d, "columns");
	for (size_t i = 0; i < n; i++) {
		hd_jgen_obj(&d->g);
		hd_doc_cmember(d, "title", columns[i].title);
		hd_doc_cmember(d, "align", columns[i].right ? "right" : "left");
		hd_jgen_endobj(&d->g);
	}
	hd_jgen_endarr(&d->g);
	array(d, "rows");
}

void
hd_doc_row(struct hd_doc *d)
{
	assert(d->block == HD_BLOCK_TABLE && d->part < 2);
	if (d->part == 1)
		hd_jgen_endarr(&d->g);
	hd_jgen_arr(&d->g);
	d->part = 1;
}

static bool
in_row(const struct hd_doc *d)
{
	return d->block == HD_BLOCK_TABLE && d->part == 1;
}

void
hd_doc_cell_none(struct hd_doc *d)
{
	assert(in_row(d));
	hd_jgen_null(&d->g);
}

void
hd_doc_cell_text(struct hd_doc *d, struct hd_str s)
{
	assert(in_row(d));
	if (s.p == NULL)
		hd_jgen_null(&d->g);
	else
		hd_jgen_str(&d->g, s);
}

void
hd_doc_cell(struct hd_doc *d, const char *words)
{
	hd_doc_cell_text(d, hd_str(words));
}

void
hd_doc_cell_fig(struct hd_doc *d, size_t fig, enum hd_docas as)
{
	assert(in_row(d));
	if (fig == HD_DOC_NONE) {
		hd_jgen_null(&d->g);
		return;
	}
	hd_jgen_obj(&d->g);
	hd_doc_figmember(d, "figure", fig);
	hd_doc_cmember(d, "as", hd_doc_asname(as));
	hd_jgen_endobj(&d->g);
}

void
hd_doc_cell_ticket(struct hd_doc *d, struct hd_str key)
{
	assert(in_row(d));
	hd_jgen_obj(&d->g);
	hd_doc_member(d, "ticket", key);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_cell_spans(struct hd_doc *d)
{
	assert(in_row(d));
	hd_jgen_obj(&d->g);
	array(d, "spans");
	d->part = 2;
}

/* --- charts ---------------------------------------------------------------- */

static void
chart(struct hd_doc *d, enum hd_docblock block, const char *kind,
    const struct hd_docchart *c)
{
	hd_doc_block(d, block, "chart");
	hd_doc_cmember(d, "chart", kind);
	hd_doc_cmember(d, "id", c->id);
	hd_doc_cmember(d, "title", c->title);
	hd_doc_cmember(d, "desc", c->desc);
	hd_doc_cmember(d, "unit", c->unit);
}

void
hd_doc_bars(struct hd_doc *d, const struct hd_docchart *c)
{
	chart(d, HD_BLOCK_BARS, "bars", c);
	array(d, "marks");
}

void
hd_doc_mark(struct hd_doc *d, const char *label, size_t fig, const char *tone)
{
	assert(d->block == HD_BLOCK_BARS);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "label", label);
	hd_doc_figmember(d, "figure", fig);
	hd_doc_cmember(d, "tone", tone);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_series(struct hd_doc *d, const struct hd_docchart *c)
{
	chart(d, HD_BLOCK_SERIES, "series", c);
	array(d, "lines");
}

void
hd_doc_line(struct hd_doc *d, const char *name, const char *tone)
{
	assert(d->block == HD_BLOCK_SERIES && d->part < 2);
	end_part(d);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "name", name);
	hd_doc_cmember(d, "tone", tone);
	array(d, "points");
	d->part = 1;
}

void
hd_doc_point(struct hd_doc *d, const char *label, size_t fig)
{
	assert(d->block == HD_BLOCK_SERIES && d->part == 1);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "label", label);
	hd_doc_figmember(d, "figure", fig);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_note(struct hd_doc *d, const char *label, struct hd_str text)
{
	assert(d->block == HD_BLOCK_SERIES);
	if (d->part < 2) {
		end_part(d);
		hd_jgen_endarr(&d->g);
		array(d, "notes");
		d->part = 2;
	}
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "label", label);
	hd_doc_member(d, "text", text);
	hd_jgen_endobj(&d->g);
}

static void
share_member(struct hd_doc *d, double share)
{
	char digits[64];

	hd_doc_key(d, "share");
	(void)snprintf(digits, sizeof(digits), "%.6f", share);
	hd_jgen_num(&d->g, hd_str(digits));
}

void
hd_doc_mosaic(struct hd_doc *d, const struct hd_docchart *c)
{
	chart(d, HD_BLOCK_MOSAIC, "mosaic", c);
	array(d, "columns");
}

void
hd_doc_stripe(struct hd_doc *d, const char *label, double share)
{
	assert(d->block == HD_BLOCK_MOSAIC);
	end_part(d);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "label", label);
	share_member(d, share);
	array(d, "cells");
	d->part = 1;
}

void
hd_doc_field(struct hd_doc *d, const char *label, double share, size_t fig,
    const char *tier)
{
	assert(d->block == HD_BLOCK_MOSAIC && d->part == 1);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "label", label);
	share_member(d, share);
	hd_doc_figmember(d, "figure", fig);
	hd_doc_cmember(d, "tier", tier);
	hd_jgen_endobj(&d->g);
}

/* --- what people wrote ----------------------------------------------------- */

void
hd_doc_quote(struct hd_doc *d, const struct hd_docquote *q)
{
	hd_doc_block(d, HD_BLOCK_NONE, "quote");
	hd_doc_member(d, "ticket", q->ticket);
	hd_doc_key(d, "message");
	hd_jgen_int(&d->g, q->message);
	hd_doc_cmember(d, "role", q->role);
	hd_doc_member(d, "text", q->text);
	hd_doc_member(d, "given", q->given);
	hd_doc_member(d, "why", q->why);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_thread(struct hd_doc *d, struct hd_str ticket, struct hd_str title)
{
	hd_doc_block(d, HD_BLOCK_THREAD, "thread");
	hd_doc_member(d, "ticket", ticket);
	hd_doc_member(d, "title", title);
	array(d, "facts");
}

void
hd_doc_fact(struct hd_doc *d, const char *fmt, ...)
{
	struct hd_buf text = HD_BUF_INIT;
	va_list ap;

	assert(d->block == HD_BLOCK_THREAD && d->part == 0);
	va_start(ap, fmt);
	hd_buf_vaddf(&text, fmt, ap);
	va_end(ap);
	hd_jgen_str(&d->g, hd_buf_str(&text));
	hd_buf_release(&text);
}

void
hd_doc_message(
    struct hd_doc *d, const char *role, int64_t at, struct hd_str text)
{
	char iso[HD_TIME_TEXT];

	thread_part(d, 1);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "role", role);
	hd_doc_cmember(
	    d, "at", at == HD_TIME_NONE ? NULL : hd_time_iso(at, iso));
	hd_doc_member(d, "text", text);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_question(struct hd_doc *d, const char *text)
{
	thread_part(d, 2);
	hd_jgen_cstr(&d->g, text);
}
