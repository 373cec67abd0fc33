/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that are no records: see csvnote.h.  Reports put sums and notes below
 * their rows.  None of these has an id, so that a record is never taken for
 * one.
 */
#include <string.h>

#include "ingest/csvnote.h"

static bool
is_sum_word(struct hd_str s)
{
	static const char *const words[] = { "sum", "total", "totals",
		"grand total", "subtotal", "average", "avg", "count", "summe",
		"gesamt", "somme", "suma" };

	if (s.n > 0 && s.p[s.n - 1] == ':')
		s.n--;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(s, words[i]))
			return true;
	return false;
}

/* Digits, with signs, separators, and at most a short unit. */
static bool
is_figure(struct hd_str s)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < s.n; i++) {
		digits += s.p[i] >= '0' && s.p[i] <= '9';
		letters += (s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z';
	}
	return digits > 0 && letters <= 3;
}

enum hd_csvrow
hd_csv_row_is(const struct hd_csv *c, struct hd_str header)
{
	const struct hd_cells *row = &c->row;
	struct hd_str s, label = { NULL, 0 };
	size_t full = 0, figures = 0, at = 0;

	if (row->n == c->width && hd_str_same(hd_buf_str(&row->text), header))
		return HD_CSVROW_HEADER;
	if (c->id < row->n && hd_csv_is_id(c, hd_cell(row, c->id)) &&
	    !is_sum_word(hd_str_trim(hd_cell(row, c->id))))
		return HD_CSVROW_RECORD;
	for (size_t i = 0; i < row->n; i++) {
		s = hd_str_trim(hd_cell(row, i));
		if (s.n == 0)
			continue;
		if (full++ == 0) {
			label = s;
			at = i;
		} else {
			figures += is_figure(s);
		}
	}
	if (full == 0)
		return HD_CSVROW_BLANK;
	if (is_sum_word(label) && figures + 1 == full &&
	    (c->id >= row->n || c->id == at ||
		hd_str_trim(hd_cell(row, c->id)).n == 0))
		return HD_CSVROW_TOTAL;
	/* what is left of a text that is cut within a letter is no note */
	if (full == 1 && at == 0 && c->id != SIZE_MAX &&
	    !hd_str_eq(label, "\xEF\xBF\xBD") &&
	    (c->width > 2 || (c->width > 1 && row->n == 1)))
		return HD_CSVROW_NOTE;
	return HD_CSVROW_RECORD;
}
