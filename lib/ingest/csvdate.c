/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of dates, a column at a time: see csvdate.h.  Rows in the order of
 * time may begin with twelve days that prove nothing, so the look ahead is
 * long; what it reads waits in a temporary file.  Columns that prove nothing
 * themselves go by the others of the table: one program wrote them all.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ingest/csvdate.h"

#define MB    ((size_t)1024 * 1024)
#define LOOK  (64 * MB)	  /* at least, so that contradictions show */
#define BOUND (1024 * MB) /* at most */

void
hd_csvdates_init(struct hd_csvdates *d, const struct hd_sheet *sheet)
{
	d->cols = hd_xcalloc(sheet->n, sizeof(*d->cols));
	d->n = sheet->n;
	d->scanned = false;
	for (size_t i = 0; i < d->n; i++)
		d->cols[i].time = hd_sheet_time(sheet, i);
}

void
hd_csvdates_release(struct hd_csvdates *d)
{
	free(d->cols);
	memset(d, 0, sizeof(*d));
}

/* Is it such a date?  What it proves is noted. */
static bool
note(struct hd_csvdate *col, struct hd_str value, size_t line)
{
	enum hd_date_order order;

	if (!hd_time_order(value, &order))
		return false;
	if (order == HD_ORDER_DMY && col->dmy == 0)
		col->dmy = line;
	if (order == HD_ORDER_MDY && col->mdy == 0)
		col->mdy = line;
	col->open = col->dmy == 0 && col->mdy == 0;
	return true;
}

static void
note_row(struct hd_csvdates *d, const struct hd_csv *c)
{
	for (size_t i = 0; i < d->n && i < c->row.n; i++)
		if (d->cols[i].time)
			(void)note(&d->cols[i], hd_cell(&c->row, i), c->first);
}

static bool
all_decided(const struct hd_csvdates *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->cols[i].open)
			return false;
	return true;
}

/* Read on, for the dates alone; what is read is kept to be read again. */
static int
scan(struct hd_csvdates *d, struct hd_csv *c, struct hd_err *err)
{
	struct hd_csv ahead;
	enum hd_cut r = HD_CUT_ROW;
	FILE *tee = tmpfile();
	size_t from = c->l.r->bytes, read = 0;
	int rc = 0;

	if (tee == NULL)
		return hd_err_sys(err, "cannot make a temporary file");
	hd_csv_ahead(&ahead, c, tee);
	while (r != HD_CUT_END && read < BOUND &&
	       (read < LOOK || !all_decided(d))) {
		r = hd_csv_next(&ahead);
		if (r == HD_CUT_ROW)
			note_row(d, &ahead);
		read = c->l.r->bytes - from;
	}
	d->scanned = true;
	if (ahead.l.failed || fflush(tee) != 0 || fseeko(tee, 0, SEEK_SET) != 0)
		rc = hd_err_sys(err, "cannot write a temporary file");
	hd_csv_release(&ahead);
	c->l.spool = tee;
	return rc;
}

/* What the other columns agree on. */
static enum hd_date_order
of_table(const struct hd_csvdates *d)
{
	bool dmy = false, mdy = false;

	for (size_t i = 0; i < d->n; i++) {
		dmy = dmy || d->cols[i].dmy > 0;
		mdy = mdy || d->cols[i].mdy > 0;
	}
	if (dmy == mdy)
		return HD_ORDER_UNKNOWN;
	return dmy ? HD_ORDER_DMY : HD_ORDER_MDY;
}

int
hd_csvdates_order(struct hd_csvdates *d, struct hd_csv *c, size_t i,
    struct hd_str value, enum hd_date_order *order, struct hd_err *err)
{
	struct hd_csvdate *col = &d->cols[i];

	*order = HD_ORDER_UNKNOWN;
	if (!col->time || !note(col, value, c->first))
		return 0;
	if (col->open && !d->scanned) {
		note_row(d, c);
		if (scan(d, c, err) != 0)
			return -1;
	}
	if (col->dmy > 0 && col->mdy > 0)
		return hd_err_set(err, HD_EDATA,
		    "'%.*s': line %zu has the day first and line %zu the "
		    "month: say --date-order dmy or mdy",
		    (int)(value.n < 40 ? value.n : 40), value.p, col->dmy,
		    col->mdy);
	*order = col->dmy > 0	? HD_ORDER_DMY
		 : col->mdy > 0 ? HD_ORDER_MDY
				: of_table(d);
	return 0;
}
