/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables in, by libcsv.  The parser is fed a line at a time, so that a record's
 * first line is known and a broken one ends at a line end.  Facts about libcsv
 * that force the code: callbacks cannot stop the parse, so errors wait in the
 * context; blanks around unquoted cells are cut unless a space function says
 * nothing is one; there is no limit to a cell but the reallocator's.
 */
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/mem.h"
#include "ingest/reader.h"
#include "ingest/sheet.h"

#define MAX_CELL ((size_t)64 * 1024 * 1024)

struct csv {
	struct hd_ingest *in;
	struct hd_err *err;
	struct csv_parser p;
	struct hd_buf text;   /* the cells of the row, one after the other */
	size_t *ends, n, cap; /* where each cell ends in text */
	bool have_header;
	struct hd_arena keep; /* of the header's names */
	struct hd_sheet sheet;
	size_t width;
	size_t first_line; /* of the row being read */
	bool open;	   /* a row has begun and not ended */
	int rc;
};

static void *
limited_realloc(void *p, size_t n)
{
	return n > MAX_CELL ? NULL : realloc(p, n);
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void
on_cell(void *cell, size_t n, void *ctx)
{
	struct csv *c = ctx;

	c->ends = hd_grow(c->ends, &c->cap, c->n + 1, sizeof(*c->ends));
	hd_buf_add(&c->text, cell, n);
	c->ends[c->n++] = c->text.n;
}

static struct hd_str
cell(const struct csv *c, size_t i)
{
	size_t from = i > 0 ? c->ends[i - 1] : 0;

	return (struct hd_str){ c->text.s + from, c->ends[i] - from };
}

/* A second column of one name is another column: "Labels (2)". */
static struct hd_str
unique_name(struct csv *c, size_t i)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s = hd_str_trim(cell(c, i));
	size_t same = 1;

	if (i == 0 && s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0)
		s = (struct hd_str){ s.p + 3, s.n - 3 };
	for (size_t k = 0; k < i; k++)
		same += hd_str_same(hd_str_trim(cell(c, k)), s);
	hd_buf_add(&b, s.p, s.n);
	if (same > 1)
		hd_buf_addf(&b, " (%zu)", same);
	s = (struct hd_str){ hd_arena_memdup(&c->keep, hd_buf_cstr(&b), b.n),
		b.n };
	hd_buf_release(&b);
	return s;
}

static void
header(struct csv *c)
{
	struct hd_str *names = hd_xcalloc(c->n, sizeof(*names));

	c->width = c->n;
	for (size_t i = 0; i < c->n; i++)
		names[i] = unique_name(c, i);
	c->have_header = true;
	c->in->line = c->first_line;
	c->rc = hd_sheet_open(&c->sheet, c->in, names, c->n, c->err);
	free(names);
}

/* What a row that cannot be read counts as. */
static enum hd_rec_kind
kind(const struct csv *c)
{
	return c->have_header ? c->sheet.kind : HD_REC_TICKET;
}

static bool
blank_row(const struct csv *c)
{
	return c->n == 0 || (c->n == 1 && hd_str_trim(cell(c, 0)).n == 0);
}

static int
row_values(struct csv *c)
{
	struct hd_ingest *in = c->in;
	struct hd_str *cells;

	if (c->n != c->width && !(in->o->lenient && c->n < c->width))
		return hd_err_set(c->err, HD_EDATA,
		    "%zu cells where the header has %zu%s", c->n, c->width,
		    c->n < c->width ? ": --lenient takes the rest as empty"
				    : "");
	cells = hd_arena_alloc(&in->arena, c->n * sizeof(*cells));
	for (size_t i = 0; i < c->n; i++) {
		cells[i] = cell(c, i);
		cells[i].p =
		    hd_arena_memdup(&in->arena, cells[i].p, cells[i].n);
	}
	return hd_sheet_row(&c->sheet, cells, c->n, c->err);
}

static void
on_row(int end, void *ctx)
{
	struct csv *c = ctx;

	(void)end;
	c->open = false;
	if (c->rc == 0 && !blank_row(c) && !c->have_header) {
		header(c);
	} else if (c->rc == 0 && !blank_row(c)) {
		hd_arena_reset(&c->in->arena);
		c->in->line = c->first_line;
		if (row_values(c) != 0)
			c->rc = c->err->code == HD_EDATA
				    ? hd_reject(c->in, kind(c), c->err)
				    : -1;
	}
	c->n = 0;
	hd_buf_reset(&c->text);
}

static int
start(struct csv *c, char delimiter)
{
	unsigned char options =
	    c->in->o->lenient ? 0 : CSV_STRICT | CSV_STRICT_FINI;

	if (csv_init(&c->p, options) != 0)
		return hd_err_set(c->err, HD_ESYS, "out of memory");
	csv_set_delim(&c->p, (unsigned char)delimiter);
	csv_set_space_func(&c->p, no_space);
	csv_set_realloc_func(&c->p, limited_realloc);
	c->open = false;
	return 0;
}

/* The delimiter that cuts the header line most often, outside quotes. */
static char
sniff_delimiter(const struct hd_reader *r)
{
	static const char candidates[] = ",;\t";
	size_t count[3] = { 0, 0, 0 }, best = 0;
	bool quoted = false;

	for (size_t i = r->pos; i < r->buf.n && r->buf.s[i] != '\n'; i++) {
		if (r->buf.s[i] == '"')
			quoted = !quoted;
		for (size_t k = 0; k < 3 && !quoted; k++)
			count[k] += r->buf.s[i] == candidates[k];
	}
	for (size_t k = 1; k < 3; k++)
		if (count[k] > count[best])
			best = k;
	return candidates[best];
}

/* The row is broken: report it and begin afresh after this line. */
static int
recover(struct csv *c, char delimiter)
{
	const char *why =
	    csv_error(&c->p) == CSV_EPARSE
		? "a quote inside a cell, or text after a closing quote"
		: csv_strerror(csv_error(&c->p));

	c->in->line = c->first_line;
	(void)hd_err_set(c->err, HD_EDATA, "bad CSV: %s%s", why,
	    c->in->o->lenient ? "" : ": try --lenient");
	(void)hd_reject(c->in, kind(c), c->err);
	csv_free(&c->p);
	c->n = 0;
	hd_buf_reset(&c->text);
	return start(c, delimiter);
}

static int
over_limit(struct csv *c, char delimiter)
{
	c->in->line = c->first_line;
	(void)hd_err_set(c->err, HD_EDATA,
	    "line over %zu bytes: raise --max-record", c->in->o->max_record);
	(void)hd_reject(c->in, kind(c), c->err);
	csv_free(&c->p);
	c->n = 0;
	hd_buf_reset(&c->text);
	return start(c, delimiter);
}

static int
feed_line(struct csv *c, struct hd_str line, char delimiter)
{
	static const char lf = '\n';

	if (!c->open && hd_str_trim(line).n == 0)
		return 0; /* libcsv would say nothing of a blank line */
	c->open = true;	  /* until on_row() */
	if (csv_parse(&c->p, line.p, line.n, on_cell, on_row, c) != line.n ||
	    csv_parse(&c->p, &lf, 1, on_cell, on_row, c) != 1)
		return recover(c, delimiter);
	return c->rc;
}

static int
finish(struct csv *c)
{
	if (c->rc != 0)
		return c->rc;
	if (csv_fini(&c->p, on_cell, on_row, c) != 0) {
		c->in->line = c->first_line;
		(void)hd_err_set(c->err, HD_EDATA,
		    "bad CSV: the file ends inside a quoted cell");
		(void)hd_reject(c->in, kind(c), c->err);
	}
	return c->rc;
}

int
hd_read_csv(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	char delimiter = sniff_delimiter(r);
	struct csv c;
	struct hd_str line;
	bool cut;
	int rc;

	memset(&c, 0, sizeof(c));
	c.in = in;
	c.err = err;
	rc = start(&c, delimiter);
	while (
	    rc == 0 && hd_reader_line(r, in->o->max_record, &line, &cut) == 1) {
		if (!c.open)
			c.first_line = r->line;
		rc = cut ? over_limit(&c, delimiter)
			 : feed_line(&c, line, delimiter);
		if (in->progress != NULL)
			in->progress(in->ctx, r->bytes);
	}
	if (rc == 0)
		rc = finish(&c);
	if (rc == 0 && c.have_header)
		rc = hd_sheet_end(&c.sheet, err);
	csv_free(&c.p);
	hd_buf_release(&c.text);
	free(c.ends);
	hd_arena_release(&c.keep);
	hd_sheet_release(&c.sheet);
	return rc != 0 ? rc : hd_reader_check(r, in->file, err);
}
