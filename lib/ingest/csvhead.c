/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a table is written, told from its first lines: the delimiter, the end of
 * a line, and which line is the header.  See csvcut.h.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "ingest/csvcut.h"
#include "ingest/mapping.h"
#include "ingest/shape.h"

#define ROWS 20 /* that are looked at */

struct look {
	size_t line;  /* lines before the row */
	size_t cells; /* in all */
	size_t full;  /* that say something */
	size_t known; /* that name a column */
	bool shape;   /* it is the header of a table we know */
};

/* The first lines as one delimiter cuts them. */
struct trial {
	char delimiter;
	struct look rows[ROWS];
	size_t n;
	size_t header; /* index of rows */
	bool sure;     /* its names are known */
	size_t alike;  /* rows as wide as the header */
};

/* The first line end outside quotes. */
static bool
ends_with_cr(struct hd_str s)
{
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			quoted = !quoted;
		else if (!quoted && s.p[i] == '\n')
			return false;
		else if (!quoted && s.p[i] == '\r')
			return i + 1 == s.n || s.p[i + 1] != '\n';
	}
	return false;
}

/* A first line that says "sep=;", as spreadsheets write and read. */
static bool
sep_line(struct hd_str line, char *delimiter)
{
	while (line.n > 0 &&
	       (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r'))
		line.n--;
	if (line.n == 7 && line.p[0] == '"' && line.p[6] == '"')
		line = (struct hd_str){ line.p + 1, 5 };
	if (line.n != 5 || strncasecmp(line.p, "sep=", 4) != 0 ||
	    line.p[4] == '"' || line.p[4] == '\0' || line.p[4] == ' ')
		return false;
	*delimiter = line.p[4];
	return true;
}

static void
look_at(struct trial *t, const struct hd_cells *cells, size_t line,
    const struct hd_mapping *map)
{
	struct look *k = &t->rows[t->n++];
	struct hd_str *names = hd_xcalloc(cells->n, sizeof(*names));
	struct hd_str s;

	*k = (struct look){ line, cells->n, 0, 0, false };
	for (size_t i = 0; i < cells->n; i++) {
		s = names[i] = hd_str_trim(hd_cell(cells, i));
		k->full += s.n > 0;
		k->known += s.n > 0 && s.n < 200 && hd_name_known(map, s);
	}
	k->shape = hd_shape_of(names, cells->n) != NULL;
	free(names);
}

/* Three names of which two are known, or those of a shape, below nothing that is as wide. */
static bool
find_known(struct trial *t)
{
	size_t widest = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->rows[i].cells >= 3 &&
		    (t->rows[i].known >= 2 || t->rows[i].shape) &&
		    widest < t->rows[i].cells) {
			t->header = i;
			return true;
		}
		if (t->rows[i].full > widest)
			widest = t->rows[i].full;
	}
	return false;
}

/* The first row, or what is wider below a title. */
static size_t
guess(const struct trial *t)
{
	size_t first = 0;

	while (first + 1 < t->n && t->rows[first].full == 0)
		first++;
	for (size_t i = first; i < t->n && t->rows[first].full <= 1; i++)
		if (t->rows[i].full >= 3)
			return i;
	return first;
}

static void
try(struct trial *t, struct hd_str head, size_t from, size_t line, bool cr,
    const struct hd_mapping *map)
{
	struct hd_cells cells = { 0 };
	struct csv_parser p;
	struct hd_str text;
	size_t end, first = line;
	bool open = false;

	hd_csv_parser(&p, t->delimiter, false);
	for (; t->n < ROWS && from < head.n; from = end, line++) {
		end = hd_csvline_end(head, from, cr);
		if (end == 0)
			end = head.n;
		text = (struct hd_str){ head.p + from, end - from };
		if (!open && hd_str_trim(text).n == 0)
			continue;
		if (!open)
			first = line;
		open = true;
		(void)hd_csv_feed(&p, &cells, text, cr);
		if (end == head.n)
			(void)hd_csv_finish(&p, &cells);
		if (!cells.ended)
			continue;
		look_at(t, &cells, first, map);
		hd_cells_reset(&cells);
		open = false;
	}
	csv_free(&p);
	hd_cells_release(&cells);
	t->sure = find_known(t);
	if (!t->sure)
		t->header = guess(t);
	for (size_t i = t->header; i < t->n; i++)
		t->alike += t->rows[i].cells == t->rows[t->header].cells;
}

static bool
better(const struct trial *a, const struct trial *b)
{
	const struct look *x, *y;

	if (a->n == 0 || b->n == 0)
		return a->n > b->n;
	x = &a->rows[a->header];
	y = &b->rows[b->header];
	if (a->sure != b->sure)
		return a->sure;
	if (a->sure && x->known != y->known)
		return x->known > y->known;
	if ((x->cells > 1) != (y->cells > 1))
		return x->cells > 1;
	if (a->alike != b->alike)
		return a->alike > b->alike;
	return x->cells > y->cells;
}

void
hd_csv_head(
    struct hd_csvhead *h, struct hd_str head, const struct hd_mapping *map)
{
	static const char usual[] = ",;\t";
	struct trial t, best;
	char said[2] = "";
	const char *d = usual;
	size_t from;

	memset(&best, 0, sizeof(best));
	best.delimiter = ',';
	h->cr = ends_with_cr(head);
	from = hd_csvline_end(head, 0, h->cr);
	if (from > 0 && sep_line((struct hd_str){ head.p, from }, said))
		d = said;
	else
		from = 0;
	for (; *d != '\0'; d++) {
		memset(&t, 0, sizeof(t));
		t.delimiter = *d;
		try(&t, head, from, from > 0, h->cr, map);
		if (*d == said[0] || better(&t, &best))
			best = t;
	}
	h->delimiter = best.delimiter;
	h->preamble = best.n > 0 ? best.rows[best.header].line : from > 0;
}
