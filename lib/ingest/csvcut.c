/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records by libcsv: see csvcut.h.  The parser is fed a line at a time, so that
 * a record's first line is known and a broken one ends at a line end.  Facts
 * about libcsv that force the code: callbacks cannot stop the parse; there is no
 * limit to a cell, so the lines that are held have one; a quote that is never
 * closed takes all that follows.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ingest/csvcut.h"
#include "ingest/csvmend.h"

#define GROWN_LINES ((size_t)1000)
#define GROWN_BYTES ((size_t)1024 * 1024)
#define LONG_CELL   20 /* lines: less is never taken for records */

/* Where carriage returns stand within cells, those before a line feed. */
static int
is_space(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static int
is_lf(unsigned char c)
{
	return c == '\n';
}

void
hd_csv_parser(struct csv_parser *p, char delimiter, bool strict)
{
	/* csv_init() fails for a NULL parser only */
	(void)csv_init(p, strict ? CSV_STRICT | CSV_STRICT_FINI : 0);
	csv_set_delim(p, (unsigned char)delimiter);
	csv_set_blk_size(p, 4096);
}

static void
on_cell(void *cell, size_t n, void *ctx)
{
	struct hd_cells *c = ctx;

	c->ends = hd_grow(c->ends, &c->cap, c->n + 1, sizeof(*c->ends));
	hd_buf_add(&c->text, cell, n);
	c->ends[c->n++] = c->text.n;
	hd_buf_add(&c->text, "", 1);
}

static void
on_row(int end, void *ctx)
{
	struct hd_cells *c = ctx;

	(void)end;
	c->ended = true;
}

/*
 * By itself libcsv ends a row at any carriage return, and is fast.  Where line
 * feeds end lines, one in the middle of a line belongs to its cell.
 */
bool
hd_csv_feed(
    struct csv_parser *p, struct hd_cells *cells, struct hd_str line, bool cr)
{
	size_t n = line.n;
	bool within;

	n -= n > 0 && line.p[n - 1] == '\n';
	n -= n > 0 && line.p[n - 1] == '\r';
	within = !cr && n > 0 && memchr(line.p, '\r', n) != NULL;
	csv_set_term_func(p, within ? is_lf : NULL);
	csv_set_space_func(p, within ? is_space : NULL);
	return csv_parse(p, line.p, line.n, on_cell, on_row, cells) == line.n;
}

bool
hd_csv_finish(struct csv_parser *p, struct hd_cells *cells)
{
	return csv_fini(p, on_cell, on_row, cells) == 0;
}

struct hd_str
hd_cell(const struct hd_cells *cells, size_t i)
{
	size_t from = i > 0 ? cells->ends[i - 1] + 1 : 0;

	return (struct hd_str){ cells->text.s + from, cells->ends[i] - from };
}

void
hd_cells_reset(struct hd_cells *cells)
{
	hd_buf_reset(&cells->text);
	cells->n = 0;
	cells->ended = false;
}

void
hd_cells_release(struct hd_cells *cells)
{
	hd_buf_release(&cells->text);
	free(cells->ends);
	memset(cells, 0, sizeof(*cells));
}

void
hd_csv_init(struct hd_csv *c, struct hd_reader *r, size_t max,
    const struct hd_csvhead *h)
{
	memset(c, 0, sizeof(*c));
	hd_csvline_init(&c->l, r, max);
	c->l.cr = h->cr;
	c->delimiter = h->delimiter;
	c->id = SIZE_MAX;
	hd_csv_parser(&c->p, c->delimiter, true);
}

void
hd_csv_ahead(struct hd_csv *ahead, const struct hd_csv *c, FILE *tee)
{
	const struct hd_csvhead h = { c->delimiter, c->l.cr, 0 };

	hd_csv_init(ahead, c->l.r, c->l.max, &h);
	ahead->lenient = c->lenient;
	ahead->width = c->width;
	ahead->id = c->id;
	ahead->learned = c->learned;
	ahead->digits = c->digits;
	ahead->blanks = c->blanks;
	ahead->shortest = c->shortest;
	ahead->longest = c->longest;
	ahead->l.tee = tee;
	ahead->l.first = ahead->l.line = c->l.line;
	hd_buf_add(&ahead->l.buf, c->l.buf.s + c->l.pos, c->l.buf.n - c->l.pos);
}

void
hd_csv_release(struct hd_csv *c)
{
	csv_free(&c->p);
	hd_csvline_release(&c->l);
	hd_cells_release(&c->row);
	hd_cells_release(&c->probe);
}

static void
restart(struct hd_csv *c)
{
	csv_free(&c->p);
	hd_csv_parser(&c->p, c->delimiter, true);
	hd_cells_reset(&c->row);
}

/*
 * The open record is long: are its lines records of their own?  Asked when it
 * has doubled, so that a long cell costs little.
 */
static bool
swallows(struct hd_csv *c, size_t *lines, size_t *bytes)
{
	if (c->l.line - c->l.first < *lines && c->l.pos - c->l.mark < *bytes)
		return false;
	*lines = (c->l.line - c->l.first) * 2;
	*bytes = (c->l.pos - c->l.mark) * 2;
	return hd_csv_holds_rows(c, true);
}

/* The row has ended; has it swallowed others? */
static enum hd_cut
closed(struct hd_csv *c)
{
	size_t lines = c->l.line - c->l.first;

	if (lines > 1 && c->width > 0 &&
	    ((c->row.n != c->width && hd_csv_holds_rows(c, false)) ||
		(lines > LONG_CELL && hd_csv_holds_rows(c, true)))) {
		c->why = "a quote is not closed";
		return HD_CUT_BAD;
	}
	return HD_CUT_ROW;
}

/* Feed lines until the row ends; the mark stands at its beginning. */
static enum hd_cut
cut(struct hd_csv *c)
{
	size_t lines = GROWN_LINES, bytes = GROWN_BYTES;
	struct hd_str line;
	bool open = false;
	int r;

	while (!c->row.ended) {
		r = hd_csvline_next(&c->l, &line);
		if (r == HD_CSVLINE_OVER)
			return HD_CUT_OVER;
		if (r == 0) {
			if (!open)
				return HD_CUT_END;
			c->why = "the file ends inside a quoted cell";
			return hd_csv_finish(&c->p, &c->row) ? closed(c)
							     : HD_CUT_BAD;
		}
		if (!open && hd_str_trim(line).n == 0) {
			/* libcsv would say nothing of a blank line */
			hd_csvline_mark(&c->l);
			continue;
		}
		if (!open && line.n > 3 &&
		    memcmp(line.p, "\xEF\xBB\xBF", 3) == 0)
			line = (struct hd_str){ line.p + 3, line.n - 3 };
		open = true;
		c->why = "a quote inside a cell, or text after a closing quote";
		if (!hd_csv_feed(&c->p, &c->row, line, c->l.cr))
			return HD_CUT_BAD;
		c->why = "a quote is not closed";
		if (!c->row.ended && swallows(c, &lines, &bytes))
			return HD_CUT_BAD;
	}
	return closed(c);
}

enum hd_cut
hd_csv_next(struct hd_csv *c)
{
	enum hd_cut r;
	bool alone;

	hd_cells_reset(&c->row);
	hd_csvline_mark(&c->l);
	r = cut(c);
	c->first = c->l.first + 1;
	c->last = c->l.line;
	if (r == HD_CUT_ROW || r == HD_CUT_END)
		return r;
	alone = c->last == c->first;
	restart(c);
	if (r == HD_CUT_OVER) {
		hd_csv_skip(c);
		c->last = c->l.line;
		return r;
	}
	if (c->lenient && hd_csv_mend(c)) {
		c->last = c->l.line;
		return HD_CUT_ROW;
	}
	hd_csv_resume(c, alone);
	c->last = c->l.line;
	return r;
}
