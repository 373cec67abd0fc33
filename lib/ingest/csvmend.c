/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding the way again in a broken table: see csvmend.h.  Quotes alone do not
 * tell where a record begins once one of them is wrong.  A line that has an id
 * like those before, where the id stands, does.
 */
#include <string.h>

#include "ingest/csvmend.h"

#define MEND_LINES 1000 /* that a mended record may take */
#define SURE_RUN   20	/* records in a row that are no chance */
#define LAST_RUN   3	/* the same, at the end of the file */

void
hd_csv_learn(struct hd_csv *c, struct hd_str id)
{
	bool digits = true;

	id = hd_str_trim(id);
	for (size_t i = 0; i < id.n; i++) {
		digits = digits && id.p[i] >= '0' && id.p[i] <= '9';
		c->blanks = c->blanks || id.p[i] == ' ';
	}
	c->digits = digits && (!c->learned || c->digits);
	if (!c->learned || id.n < c->shortest)
		c->shortest = id.n;
	if (!c->learned || id.n > c->longest)
		c->longest = id.n;
	c->learned = true;
}

bool
hd_csv_is_id(const struct hd_csv *c, struct hd_str s)
{
	size_t digits = 0;

	s = hd_str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < ' ' ||
		    (s.p[i] == ' ' && !c->blanks))
			return false;
		digits += s.p[i] >= '0' && s.p[i] <= '9';
	}
	if (!c->learned)
		return s.n > 0 && s.n <= 64;
	return s.n > 0 && (!c->digits || digits == s.n) &&
	       s.n + 1 >= c->shortest && s.n <= c->longest + 2;
}

/* Cut one line by itself; was its quoting sound? */
static bool
probe(struct hd_csv *c, struct hd_str line, bool strict)
{
	struct csv_parser p;
	bool sound;

	hd_cells_reset(&c->probe);
	hd_csv_parser(&p, c->delimiter, strict);
	sound = hd_csv_feed(&p, &c->probe, line, c->l.cr) &&
		hd_csv_finish(&p, &c->probe);
	csv_free(&p);
	return sound;
}

static bool
probe_has_id(const struct hd_csv *c)
{
	if (c->id == SIZE_MAX)
		return c->probe.n == c->width;
	return c->id < c->probe.n && hd_csv_is_id(c, hd_cell(&c->probe, c->id));
}

/* Is the line a whole record? */
static bool
is_row(struct hd_csv *c, struct hd_str line)
{
	return probe(c, line, true) && c->probe.n == c->width &&
	       probe_has_id(c);
}

/* Might a record begin here, if a broken one? */
static bool
may_begin(struct hd_csv *c, struct hd_str line)
{
	return probe(c, line, false) && (c->probe.n > 1 || c->width == 1) &&
	       probe_has_id(c);
}

/* The lines of the record, without its first; *at is where the next begins. */
static bool
inner_line(const struct hd_csv *c, size_t *at, struct hd_str *line)
{
	struct hd_str held = { c->l.buf.s + c->l.mark, c->l.pos - c->l.mark };
	size_t end;

	if (*at == 0)
		*at = hd_csvline_end(held, 0, c->l.cr);
	if (*at == 0 || *at >= held.n)
		return false;
	end = hd_csvline_end(held, *at, c->l.cr);
	if (end == 0)
		end = held.n;
	*line = (struct hd_str){ held.p + *at, end - *at };
	*at = end;
	return true;
}

bool
hd_csv_holds_rows(struct hd_csv *c, bool most)
{
	size_t at = 0, others = 0, lines = c->l.line - c->l.first;
	struct hd_str line;
	bool any = false;

	if (c->width == 0)
		return false;
	while (inner_line(c, &at, &line)) {
		if (is_row(c, line))
			any = true;
		else
			others++;
		if (any && !most)
			return true;
		if (most && others * 10 > lines + 9)
			return false;
	}
	return any;
}

/*
 * Over as many lines as libcsv takes, if none of these seems to begin a record
 * and the cells are as many as they should be.
 */
static bool
mend_lines(struct hd_csv *c)
{
	struct csv_parser p;
	struct hd_str line;
	bool fits = true;

	hd_csv_parser(&p, c->delimiter, false);
	for (size_t i = 0; fits && !c->row.ended; i++) {
		fits = i < MEND_LINES && hd_csvline_next(&c->l, &line) == 1 &&
		       (i == 0 || !may_begin(c, line)) &&
		       hd_csv_feed(&p, &c->row, line, c->l.cr);
	}
	csv_free(&p);
	return fits && c->row.n == c->width;
}

static bool
mend_first(struct hd_csv *c)
{
	struct csv_parser p;
	struct hd_str line;
	bool fits;

	hd_csv_parser(&p, c->delimiter, false);
	fits = hd_csvline_next(&c->l, &line) == 1 &&
	       hd_csv_feed(&p, &c->row, line, c->l.cr) &&
	       hd_csv_finish(&p, &c->row);
	csv_free(&p);
	return fits;
}

bool
hd_csv_mend(struct hd_csv *c)
{
	hd_csvline_rewind(&c->l);
	if (mend_lines(c))
		return true;
	hd_csvline_rewind(&c->l);
	hd_cells_reset(&c->row);
	if (mend_first(c) &&
	    (c->width == 0 || (c->row.n <= c->width && c->id < c->row.n &&
				  hd_csv_is_id(c, hd_cell(&c->row, c->id)))))
		return true;
	hd_cells_reset(&c->row);
	return false;
}

void
hd_csv_resume(struct hd_csv *c, bool alone)
{
	struct hd_str line = { NULL, 0 };
	size_t quotes = 0;
	int r;

	hd_csvline_rewind(&c->l);
	(void)hd_csvline_next(&c->l, &line);
	alone = alone && hd_csvline_quotes(line) % 2 == 0;
	hd_csvline_mark(&c->l);
	if (alone || c->width == 0)
		return; /* what follows is judged by itself */
	while ((r = hd_csvline_next(&c->l, &line)) != 0) {
		if (r == HD_CSVLINE_OVER)
			hd_csvline_drop(&c->l, &quotes);
		else if (may_begin(c, line))
			break;
		hd_csvline_mark(&c->l);
	}
	hd_csvline_rewind(&c->l);
}

/*
 * With an even number of quotes behind us the record has ended.  If one of them
 * was wrong it never does: then a run of records shows that it has.
 */
void
hd_csv_skip(struct hd_csv *c)
{
	struct hd_str line;
	size_t run = 0, quotes;
	int r;

	quotes = hd_csvline_quotes(
	    (struct hd_str){ c->l.buf.s + c->l.mark, c->l.pos - c->l.mark });
	hd_csvline_drop(&c->l, &quotes);
	while (quotes % 2 != 0) {
		if (run == 0)
			hd_csvline_mark(&c->l);
		r = hd_csvline_next(&c->l, &line);
		if (r == 1) {
			quotes += hd_csvline_quotes(line);
			run = c->width > 0 && is_row(c, line) ? run + 1 : 0;
		}
		if (run == SURE_RUN || (r != 1 && run >= LAST_RUN)) {
			hd_csvline_rewind(&c->l);
			return;
		}
		if (r == 0)
			return;
		if (r == HD_CSVLINE_OVER && run == 0)
			hd_csvline_drop(&c->l, &quotes);
		if (r == HD_CSVLINE_OVER)
			run = 0; /* the line is asked for again */
	}
}
