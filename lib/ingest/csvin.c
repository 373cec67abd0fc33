/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables in: the header names the columns, each row becomes a record.  Rows
 * are cut by csvcut.c.  A row that does not fit the header is never shifted
 * into it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ingest/csvdate.h"
#include "ingest/csvnote.h"
#include "ingest/rows.h"
#include "ingest/sheet.h"

#define HEAD  ((size_t)256 * 1024) /* told the shape from */
#define NOTES 8			   /* rows that may stand below the table */

struct table {
	struct hd_ingest *in;
	struct hd_err *err;
	struct hd_csv c;
	struct hd_arena keep; /* of the header */
	struct hd_str text;   /* of its cells */
	size_t width, named;  /* columns; up to the last with a name */
	struct hd_sheet sheet;
	struct hd_csvdates dates;
	/* rows that are notes if no record follows, and else are broken */
	struct note {
		size_t line, cells;
	} notes[NOTES];
	size_t nnotes;
};

static struct hd_str
cell(const struct table *t, size_t i)
{
	return hd_cell(&t->c.row, i);
}

/* A second column of one name is another column: "Labels (2)". */
static struct hd_str
unique_name(struct table *t, size_t i)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s = hd_str_trim(cell(t, i));
	size_t same = 1;

	for (size_t k = 0; k < i; k++)
		same += hd_str_same(hd_str_trim(cell(t, k)), s);
	if (s.n == 0) {
		hd_buf_addf(&b, "column %zu", i + 1);
	} else {
		t->named = i + 1;
		hd_buf_add(&b, s.p, s.n);
		if (same > 1)
			hd_buf_addf(&b, " (%zu)", same);
	}
	s = (struct hd_str){ hd_arena_memdup(&t->keep, b.s, b.n), b.n };
	hd_buf_release(&b);
	return s;
}

/* The first column that may hold the id of a row's record. */
static size_t
id_column(const struct hd_sheet *sheet)
{
	for (size_t i = 0; i < sheet->n; i++)
		for (size_t k = 0; k < sheet->columns[i].what.n; k++)
			if (sheet->columns[i].what.t[k].col == HD_T_ID)
				return i;
	return SIZE_MAX;
}

static int
order(void *ctx, size_t i, struct hd_str value, enum hd_date_order *order,
    struct hd_err *err)
{
	struct table *t = ctx;

	return hd_csvdates_order(&t->dates, &t->c, i, value, order, err);
}

static int
header(struct table *t)
{
	struct hd_str text = hd_buf_str(&t->c.row.text), *names;
	size_t n = t->c.row.n;
	int rc;

	t->text = (struct hd_str){ hd_arena_memdup(&t->keep, text.p, text.n),
		text.n };
	t->width = t->c.width = n;
	names = hd_xcalloc(n, sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i] = unique_name(t, i);
	t->in->line = t->c.first;
	rc = hd_sheet_open(&t->sheet, t->in, names, n, t->err);
	free(names);
	t->c.id = id_column(&t->sheet);
	hd_csvdates_init(&t->dates, &t->sheet);
	t->sheet.order = order;
	t->sheet.ctx = t;
	return rc;
}

/* The cells are as many as the columns, but for empty ones at the end. */
static bool
fits(const struct table *t)
{
	const struct hd_csv *c = &t->c;

	for (size_t i = t->width; i < c->row.n; i++)
		if (hd_str_trim(cell(t, i)).n > 0)
			return false;
	/* spreadsheets leave out empty cells at the end, and nothing more */
	if (t->in->rows != NULL)
		return true;
	return c->row.n >= t->named || (t->in->o->lenient && c->id < c->row.n &&
					   hd_csv_is_id(c, cell(t, c->id)));
}

static int
ragged(struct table *t, size_t cells)
{
	return hd_err_set(t->err, HD_EDATA,
	    "%zu cells where the header has %zu%s", cells, t->width,
	    cells < t->width ? ": --lenient takes the rest as empty" : "");
}

static int
record(struct table *t)
{
	size_t n = t->c.row.n < t->width ? t->c.row.n : t->width;
	struct hd_str *cells;
	int sound;

	if (!fits(t))
		return ragged(t, t->c.row.n);
	cells = hd_arena_alloc(&t->in->arena, (n + 1) * sizeof(*cells));
	for (size_t i = 0; i < n; i++)
		cells[i] = cell(t, i);
	sound = hd_sheet_row(&t->sheet, cells, n, t->err);
	if (sound > 0 && t->c.id < n && hd_str_trim(cells[t->c.id]).n > 0)
		hd_csv_learn(&t->c, cells[t->c.id]);
	return sound < 0 ? -1 : 0;
}

/* 0 when the record at hand was rejected, -1 when there is no going on. */
static int
rejected(struct table *t, size_t line)
{
	t->in->line = line;
	if (t->err->code != HD_EDATA)
		return -1;
	return hd_reject(t->in, t->sheet.kind, t->err);
}

/* A record follows: what looked like notes below the table was none. */
static void
no_notes(struct table *t)
{
	for (size_t i = 0; i < t->nnotes; i++) {
		if (t->notes[i].cells < t->named)
			(void)ragged(t, t->notes[i].cells);
		else
			(void)hd_err_set(t->err, HD_EDATA, "no id");
		(void)rejected(t, t->notes[i].line);
	}
	t->nnotes = 0;
}

static int
row(struct table *t)
{
	enum hd_csvrow what = hd_csv_row_is(&t->c, t->text);

	if (what == HD_CSVROW_BLANK)
		return 0;
	if (what == HD_CSVROW_NOTE && t->nnotes < NOTES) {
		t->notes[t->nnotes++] = (struct note){ t->c.first, t->c.row.n };
		return 0;
	}
	if (what == HD_CSVROW_TOTAL || what == HD_CSVROW_HEADER) {
		hd_skip(t->in, t->sheet.kind);
		return 0;
	}
	no_notes(t);
	hd_arena_reset(&t->in->arena);
	t->in->line = t->c.first;
	return record(t) == 0 ? 0 : rejected(t, t->c.first);
}

static int
unreadable(struct table *t, enum hd_cut why)
{
	char lines[64] = "";
	const struct hd_csv *c = &t->c;

	no_notes(t);
	if (c->last > c->first)
		(void)snprintf(lines, sizeof(lines),
		    ": lines %zu-%zu are not read", c->first, c->last);
	if (why == HD_CUT_OVER)
		(void)hd_err_set(t->err, HD_EDATA, "%s over %zu bytes%s%s",
		    c->last > c->first ? "record" : "line",
		    t->in->o->max_record, hd_rows_raise(t->in), lines);
	else
		(void)hd_err_set(t->err, HD_EDATA, "bad CSV: %s%s%s", c->why,
		    t->in->o->lenient || t->in->rows != NULL
			? ""
			: ": try --lenient",
		    lines);
	return rejected(t, c->first);
}

/* To the header, and its names; 0 when there is none. */
static int
begin(struct table *t, size_t preamble)
{
	struct hd_str line;
	size_t quotes = 0;
	int r = 1;

	while (t->c.l.line < preamble && r != 0) {
		hd_csvline_mark(&t->c.l);
		r = hd_csvline_next(&t->c.l, &line);
		if (r == HD_CSVLINE_OVER)
			hd_csvline_drop(&t->c.l, &quotes);
	}
	t->c.lenient = true; /* of a header all names are worth having */
	switch (hd_csv_next(&t->c)) {
	case HD_CUT_END:
		return 0;
	case HD_CUT_ROW:
		break;
	case HD_CUT_OVER:
		(void)hd_err_set(t->err, HD_EDATA,
		    "%s over %zu bytes%s: the header cannot be read",
		    t->c.last > t->c.first ? "record" : "line",
		    t->in->o->max_record, hd_rows_raise(t->in));
		t->in->line = t->c.first;
		return hd_broken(t->in, t->err);
	default:
		(void)hd_err_set(t->err, HD_EDATA,
		    "the header cannot be read: nothing of the file is");
		t->in->line = t->c.first;
		return hd_broken(t->in, t->err);
	}
	t->c.lenient = t->in->o->lenient;
	return header(t) == 0 ? 1 : -1;
}

static int
rows(struct table *t, struct hd_reader *r)
{
	enum hd_cut what;
	int rc = 0;

	while (rc == 0 && (what = hd_csv_next(&t->c)) != HD_CUT_END) {
		rc = what == HD_CUT_ROW ? row(t) : unreadable(t, what);
		if (t->in->progress != NULL)
			t->in->progress(t->in->ctx, r->bytes);
	}
	for (; rc == 0 && t->nnotes > 0; t->nnotes--)
		hd_skip(t->in, t->sheet.kind);
	if (rc == 0 && t->c.l.failed)
		rc = hd_err_sys(t->err, "cannot read a temporary file");
	return rc;
}

int
hd_read_csv(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	struct hd_csvhead h;
	struct table t;
	int rc;

	memset(&t, 0, sizeof(t));
	t.in = in;
	t.err = err;
	hd_reader_fill(r, HEAD);
	hd_csv_head(&h, (struct hd_str){ r->buf.s + r->pos, r->buf.n - r->pos },
	    in->o->map);
	hd_csv_init(&t.c, r, in->o->max_record, &h);
	rc = begin(&t, h.preamble);
	if (rc == 1) {
		rc = rows(&t, r);
		if (rc == 0)
			rc = hd_sheet_end(&t.sheet, err);
	}
	hd_csv_release(&t.c);
	hd_csvdates_release(&t.dates);
	hd_arena_release(&t.keep);
	hd_sheet_release(&t.sheet);
	return rc != 0 ? rc : hd_reader_check(r, in->file, err);
}
