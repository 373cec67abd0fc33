/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in every format: see table.h. */
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/mem.h"
#include "base/tstamp.h"
#include "base/utf8.h"
#include "render/mdtext.h"
#include "render/table.h"

#define MAX_WIDTH 60 /* of a cell on a terminal */

int
hd_format_read(
    const char *word, bool terminal, enum hd_format *f, struct hd_err *err)
{
	static const char *const words[] = { "table", "tsv", "csv", "json",
		"md" };

	*f = terminal ? HD_FMT_TABLE : HD_FMT_TSV;
	if (word == NULL)
		return 0;
	for (int i = 0; i <= HD_FMT_MD; i++)
		if (strcmp(word, words[i]) == 0) {
			*f = (enum hd_format)i;
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE,
	    "-f: unknown format '%s': table, tsv, csv, json or md", word);
}

static int
choose_columns(struct hd_table *t, const char *columns, struct hd_err *err)
{
	struct hd_str rest = hd_str(columns), name;
	size_t i;

	t->show = hd_xcalloc(t->ncols + (columns != NULL ? strlen(columns) : 0),
	    sizeof(*t->show));
	if (columns == NULL) {
		for (i = 0; i < t->ncols; i++)
			t->show[t->nshow++] = i;
		return 0;
	}
	while (hd_str_split(&rest, ',', &name)) {
		for (i = 0; i < t->ncols; i++)
			if (hd_str_eq(name, t->names[i]))
				break;
		if (i == t->ncols)
			return hd_err_set(err, HD_EUSAGE,
			    "-c: no column '%.*s'", (int)name.n, name.p);
		t->show[t->nshow++] = i;
	}
	return 0;
}

/* \t \n \\ \xNN, so that a record is always one line of so many fields. */
static void
escape_tsv(struct hd_buf *b, struct hd_str s)
{
	unsigned char c;

	for (size_t i = 0; i < s.n; i++) {
		c = (unsigned char)s.p[i];
		if (c == '\t')
			hd_buf_adds(b, "\\t");
		else if (c == '\n')
			hd_buf_adds(b, "\\n");
		else if (c == '\\')
			hd_buf_adds(b, "\\\\");
		else if (c < 0x20 || c == 0x7F)
			hd_buf_addf(b, "\\x%02X", c);
		else if (c == 0xC2 && i + 1 < s.n &&
			 (unsigned char)s.p[i + 1] <
			     0xA0) /* U+0080 to U+009F */
			hd_buf_addf(
			    b, "\\x%02X\\x%02X", c, (unsigned char)s.p[++i]);
		else
			hd_buf_addc(b, (char)c);
	}
}

/* A cell a spreadsheet would run gets an apostrophe; numbers never do. */
static void
escape_csv(struct hd_buf *b, struct hd_str s, bool number)
{
	struct hd_buf text = HD_BUF_INIT;
	size_t n;

	if (!number && s.n > 0 && strchr("=+-@\t\r", s.p[0]) != NULL)
		hd_buf_addc(&text, '\'');
	hd_buf_add(&text, s.p, s.n);
	n = csv_write(NULL, 0, text.s, text.n);
	b->s = hd_grow(b->s, &b->cap, b->n + n + 1, 1);
	(void)csv_write(b->s + b->n, n, text.s, text.n);
	b->n += n;
	b->s[b->n] = '\0';
	hd_buf_release(&text);
}

static void
cell_text(struct hd_table *t, struct hd_buf *b, struct hd_str s, bool number)
{
	switch (t->format) {
	case HD_FMT_TSV:
		escape_tsv(b, s);
		break;
	case HD_FMT_CSV:
		escape_csv(b, s, number);
		break;
	case HD_FMT_MD:
		if (number)
			hd_buf_add(b, s.p, s.n);
		else
			hd_md_text(b, s);
		break;
	case HD_FMT_TABLE:
	case HD_FMT_JSON:
		hd_buf_add(b, s.p, s.n);
		break;
	}
}

static void
line_of_names(struct hd_table *t)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < t->nshow; i++) {
		if (t->format == HD_FMT_MD)
			hd_buf_adds(&b, "| ");
		else if (i > 0)
			hd_buf_addc(&b, t->format == HD_FMT_CSV ? ',' : '\t');
		hd_buf_adds(&b, t->names[t->show[i]]);
		if (t->format == HD_FMT_MD)
			hd_buf_addc(&b, ' ');
	}
	hd_buf_adds(&b, t->format == HD_FMT_MD ? "|\n" : "\n");
	if (t->format == HD_FMT_MD) {
		for (size_t i = 0; i < t->nshow; i++)
			hd_buf_adds(&b, "|---");
		hd_buf_adds(&b, "|\n");
	}
	hd_out_add(t->out, b.s, b.n);
	hd_buf_release(&b);
}

int
hd_table_begin(struct hd_table *t, struct hd_out *out, enum hd_format f,
    const char *const *names, size_t ncols, const char *columns, bool header,
    struct hd_err *err)
{
	memset(t, 0, sizeof(*t));
	t->out = out;
	t->format = f;
	t->names = names;
	t->ncols = ncols;
	t->header = header;
	t->row = hd_xcalloc(ncols, sizeof(*t->row));
	hd_jgen_init(&t->gen, false);
	if (choose_columns(t, columns, err) != 0) {
		t->format = HD_FMT_JSON; /* nothing held, nothing to write */
		hd_table_end(t);
		return -1;
	}
	t->widths = hd_xcalloc(t->nshow, sizeof(*t->widths));
	t->right = hd_xcalloc(t->nshow, sizeof(*t->right));
	if (f == HD_FMT_MD || f == HD_FMT_CSV || (f == HD_FMT_TSV && header))
		line_of_names(t);
	return 0;
}

static struct hd_cellbuf *
next_cell(struct hd_table *t, bool number)
{
	struct hd_cellbuf *c = &t->row[t->at++];

	hd_buf_reset(&c->s);
	c->null = false;
	c->number = number;
	return c;
}

void
hd_table_text(struct hd_table *t, struct hd_str s)
{
	struct hd_cellbuf *c = next_cell(t, false);

	c->null = s.p == NULL;
	if (s.p != NULL)
		hd_buf_add(&c->s, s.p, s.n);
}

void
hd_table_cstr(struct hd_table *t, const char *s)
{
	hd_table_text(t, hd_str(s));
}

void
hd_table_int(struct hd_table *t, int64_t v)
{
	hd_buf_addf(&next_cell(t, true)->s, "%lld", (long long)v);
}

void
hd_table_index(struct hd_table *t, int64_t v)
{
	if (v < 0)
		hd_table_null(t);
	else
		hd_table_int(t, v);
}

void
hd_table_real(struct hd_table *t, double v, int decimals)
{
	hd_buf_addf(&next_cell(t, true)->s, "%.*f", decimals, v);
}

void
hd_table_null(struct hd_table *t)
{
	next_cell(t, true)->null = true;
}

void
hd_table_time(struct hd_table *t, int64_t v)
{
	char iso[HD_TIME_TEXT];

	hd_table_text(t, hd_str(hd_time_iso(v, iso)));
}

static void
json_row(struct hd_table *t)
{
	const struct hd_cellbuf *c;
	struct hd_buf b = HD_BUF_INIT;

	hd_jgen_obj(&t->gen);
	for (size_t i = 0; i < t->nshow; i++) {
		c = &t->row[t->show[i]];
		hd_jgen_cstr(&t->gen, t->names[t->show[i]]);
		if (c->null)
			hd_jgen_null(&t->gen);
		else if (c->number)
			hd_jgen_num(&t->gen, hd_buf_str(&c->s));
		else
			hd_jgen_str(&t->gen, hd_buf_str(&c->s));
	}
	hd_jgen_endobj(&t->gen);
	hd_jgen_take(&t->gen, &b);
	hd_buf_addc(&b, '\n');
	hd_out_add(t->out, b.s, b.n);
	hd_buf_release(&b);
}

static void
text_row(struct hd_table *t)
{
	const struct hd_cellbuf *c;
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < t->nshow; i++) {
		c = &t->row[t->show[i]];
		if (t->format == HD_FMT_MD)
			hd_buf_adds(&b, "| ");
		else if (i > 0)
			hd_buf_addc(&b, t->format == HD_FMT_CSV ? ',' : '\t');
		if (c->null)
			hd_buf_addc(&b, '-');
		else
			cell_text(t, &b, hd_buf_str(&c->s), c->number);
		if (t->format == HD_FMT_MD)
			hd_buf_addc(&b, ' ');
	}
	hd_buf_adds(&b, t->format == HD_FMT_MD ? "|\n" : "\n");
	hd_out_add(t->out, b.s, b.n);
	hd_buf_release(&b);
}

/* Keep the row until the widths are known. */
static void
hold_row(struct hd_table *t)
{
	const struct hd_cellbuf *c;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;
	size_t w;

	for (size_t i = 0; i < t->nshow; i++) {
		c = &t->row[t->show[i]];
		hd_buf_reset(&b);
		if (c->null)
			hd_buf_addc(&b, '-');
		else
			hd_utf8_safe(&b, hd_buf_str(&c->s), false);
		s = hd_utf8_head(hd_buf_str(&b), MAX_WIDTH * 4);
		w = hd_utf8_width(s);
		while (w > MAX_WIDTH && i + 1 < t->nshow) {
			s = hd_utf8_head(s, s.n - 1);
			w = hd_utf8_width(s);
		}
		if (w > t->widths[i])
			t->widths[i] = w;
		if (t->rows == 0 || !c->null)
			t->right[i] = c->number || c->null;
		hd_buf_add(&t->held, s.p, s.n);
		hd_buf_addc(&t->held, '\0');
	}
	hd_buf_release(&b);
}

void
hd_table_row(struct hd_table *t)
{
	t->at = 0;
	if (t->format == HD_FMT_JSON)
		json_row(t);
	else if (t->format == HD_FMT_TABLE)
		hold_row(t);
	else
		text_row(t);
	t->rows++;
}

static void
pad(struct hd_buf *b, struct hd_str s, size_t width, bool right, bool last)
{
	size_t w = hd_utf8_width(s), n = width > w ? width - w : 0;

	for (size_t i = 0; right && i < n; i++)
		hd_buf_addc(b, ' ');
	hd_buf_add(b, s.p, s.n);
	for (size_t i = 0; !right && !last && i < n; i++)
		hd_buf_addc(b, ' ');
	if (!last)
		hd_buf_adds(b, "  ");
}

static void
aligned(struct hd_table *t)
{
	const char *p = hd_buf_cstr(&t->held);
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	for (size_t r = 0; r <= t->rows; r++) {
		if (r == 0 && !t->header)
			continue;
		hd_buf_reset(&b);
		for (size_t i = 0; i < t->nshow; i++) {
			s = hd_str(r == 0 ? t->names[t->show[i]] : p);
			if (r > 0)
				p += s.n + 1;
			pad(&b, s,
			    t->header &&
				    strlen(t->names[t->show[i]]) > t->widths[i]
				? strlen(t->names[t->show[i]])
				: t->widths[i],
			    t->right[i], i + 1 == t->nshow);
		}
		hd_buf_addc(&b, '\n');
		hd_out_add(t->out, b.s, b.n);
	}
	hd_buf_release(&b);
}

void
hd_table_end(struct hd_table *t)
{
	if (t->format == HD_FMT_TABLE)
		aligned(t);
	for (size_t i = 0; i < t->ncols; i++)
		hd_buf_release(&t->row[i].s);
	free(t->row);
	free(t->show);
	free(t->widths);
	free(t->right);
	hd_buf_release(&t->held);
	hd_jgen_release(&t->gen);
}
