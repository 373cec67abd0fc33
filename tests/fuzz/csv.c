/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables.  The first byte chooses: 1 lenient, 2 a zone, 4 day first, 8 all
 * shapes of exports and not tables alone, 16 the smallest limit to a record, 32
 * rows as they are, as a filled sheet is read.
 */
#include "base/utf8.h"
#include "import.h"
#include "ingest/csvcut.h"
#include "ingest/rows.h"

/* The lines that the input has, by the same ends. */
struct lines {
	struct hd_str s;
	size_t at, line;
	bool cr;
};

static bool
next_line(struct lines *l, struct hd_str *line)
{
	size_t end = hd_csvline_end(l->s, l->at, l->cr);

	if (l->at == l->s.n)
		return false;
	if (end == 0)
		end = l->s.n;
	MUST(end > l->at && end <= l->s.n);
	*line = (struct hd_str){ l->s.p + l->at, end - l->at };
	l->at = end;
	l->line++;
	return true;
}

static void
without_blanks(struct hd_buf *b, struct hd_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr(" \t\r\n", s.p[i], 4) == NULL)
			hd_buf_addc(b, s.p[i]);
}

/* A line without quotes is its cells with delimiters between. */
static void
same_text(const struct hd_csv *c, struct hd_str line)
{
	struct hd_buf want = HD_BUF_INIT, got = HD_BUF_INIT;

	if (memchr(line.p, '"', line.n) == NULL && c->delimiter != '\t' &&
	    c->delimiter != '\r' && c->delimiter != '\n' &&
	    !hd_str_starts(line, "\xEF\xBB\xBF")) {
		without_blanks(&want, line);
		for (size_t i = 0; i < c->row.n; i++) {
			if (i > 0)
				hd_buf_addc(&got, c->delimiter);
			without_blanks(&got, hd_cell(&c->row, i));
		}
		MUST(hd_str_same(hd_buf_str(&want), hd_buf_str(&got)));
	}
	hd_buf_release(&want);
	hd_buf_release(&got);
}

/* Every line is of one record, or of one that is named as broken, or blank. */
static void
account(struct hd_str s, size_t max, bool lenient)
{
	struct hd_csvhead h;
	struct hd_reader r;
	struct hd_csv c;
	struct hd_str line = { NULL, 0 };
	struct lines l = { s, 0, 0, false };
	enum hd_cut what;

	hd_csv_head(&h, s, NULL);
	l.cr = h.cr;
	hd_reader_init(&r, fuzz_file((const uint8_t *)s.p, s.n));
	hd_csv_init(&c, &r, max, &h);
	c.width = 2 + s.n % 3;
	c.id = s.n % 5 == 0 ? SIZE_MAX : 0;
	c.lenient = lenient;
	while ((what = hd_csv_next(&c)) != HD_CUT_END) {
		MUST(c.first > l.line && c.last >= c.first);
		while (l.line < c.first) {
			MUST(next_line(&l, &line));
			MUST(l.line == c.first || hd_str_trim(line).n == 0);
		}
		if (what == HD_CUT_ROW && c.last == c.first)
			same_text(&c, line);
		while (l.line < c.last)
			MUST(next_line(&l, &line));
		if (what == HD_CUT_ROW && c.row.n == c.width)
			hd_csv_learn(&c, hd_cell(&c.row, 0));
	}
	while (next_line(&l, &line))
		MUST(hd_str_trim(line).n == 0);
	hd_csv_release(&c);
	hd_reader_release(&r);
}

/* A row of valid texts; one without a name for its first cell is rejected. */
static int
take(void *ctx, const struct hd_named *cells, size_t n, struct hd_err *err)
{
	size_t *rows = ctx;

	for (size_t i = 0; i < n; i++)
		MUST(hd_utf8_valid(cells[i].name) &&
		     hd_utf8_valid(cells[i].text));
	++*rows;
	return n > 0 && cells[0].text.n > 0
		   ? 0
		   : hd_err_set(err, HD_EDATA, "nothing in the first cell");
}

static void
as_rows(const struct hd_ingest_opts *o, const uint8_t *data, size_t n,
    int (*read)(struct hd_ingest *, struct hd_reader *, struct hd_err *))
{
	struct hd_err err = HD_ERR_INIT;
	size_t warned = 0, taken = 0;
	const struct hd_rows rows = { take, &taken };
	struct hd_ingest in;
	struct hd_reader r;

	hd_ingest_init(&in, o, NULL);
	in.rows = &rows;
	in.warn = fuzz_warn;
	in.ctx = &warned;
	in.file = "sheet.csv";
	hd_reader_init(&r, fuzz_file(data, n));
	MUST(read(&in, &r, &err) == 0);
	hd_told(&in);
	MUST(!fuzz_check(&in, warned));
	hd_reader_release(&r);
	hd_ingest_release(&in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	struct hd_ingest_opts o = { .max_record = FUZZ_RECORD };

	if (n == 0)
		return 0;
	if ((data[0] & 16) != 0)
		o.max_record = 1024;
	o.lenient = (data[0] & 1) != 0;
	o.tz = (data[0] & 2) != 0 ? &utc : NULL;
	o.order = (data[0] & 4) != 0 ? HD_ORDER_DMY : HD_ORDER_UNKNOWN;
	account((struct hd_str){ (const char *)data + 1, n - 1 }, o.max_record,
	    o.lenient);
	((data[0] & 32) != 0 ? as_rows : fuzz_import)(&o, data + 1, n - 1,
	    (data[0] & 8) != 0 ? hd_read_export : hd_read_csv);
	return 0;
}
