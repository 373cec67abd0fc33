/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blind sheet: see reviewsheet.h.  The pages of Markdown are reviewpage.c. */
#include <string.h>

#include "audit/codepage.h"
#include "audit/reviewsheet_int.h"
#include "base/tstamp.h"
#include "base/utf8.h"

#define FIXED 7 /* columns before the questions */

static const char *const fixed[FIXED] = { "sample", "key", "reviewer",
	"created", "channel", "subject", "conversation" };

/* The longest head of s with so many units of UTF-16; *all: those of all of s. */
static struct hd_str
head(struct hd_str s, size_t max, size_t *all)
{
	const char *p = s.p, *end = s.p + s.n;
	struct hd_str h = { s.p, 0 };
	size_t units = 0, n;
	uint32_t c;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		units += c > 0xFFFF ? 2 : 1;
		if (units <= max)
			h.n = (size_t)(p - s.p) + n;
	}
	*all = units;
	return h;
}

void
hd_sheet_cell(struct hd_buf *b, struct hd_str s, struct hd_str key)
{
	struct hd_buf safe = HD_BUF_INIT;
	struct hd_str all, h;
	size_t units;

	hd_utf8_safe(&safe, s, true);
	/* a blank before it would hide a formula from who escapes it */
	all = hd_str_trim(hd_buf_str(&safe));
	h = head(all, HD_SHEET_CELL, &units);
	if (units > HD_SHEET_CELL) {
		/* room for the mark */
		h = head(all, HD_SHEET_CELL - 100 - key.n, &units);
		hd_buf_add(b, h.p, h.n);
		hd_buf_addf(b,
		    "\n[... %zu characters are left out: hs-show %.*s has "
		    "them]",
		    hd_utf8_count(all) - hd_utf8_count(h), (int)key.n, key.p);
	} else {
		hd_buf_add(b, h.p, h.n);
	}
	hd_buf_release(&safe);
}

/* "customer, 2026-01-05T09:12:00Z:" and what was said, for each. */
static int
conversation(
    struct hd_stmt *st, int64_t ticket, struct hd_buf *b, struct hd_err *err)
{
	char iso[HD_TIME_TEXT];
	struct hd_str body;
	int r;

	hd_bind_int(st, 1, ticket);
	while ((r = hd_stmt_step(st, err)) == 1) {
		body = hd_str_trim(hd_col_text(st, 7));
		hd_buf_addf(
		    b, "%s%s", b->n > 0 ? "\n\n" : "", hd_col_text(st, 2).p);
		if (!hd_col_is_null(st, 1))
			hd_buf_addf(
			    b, ", %s", hd_time_iso(hd_col_int(st, 1), iso));
		hd_buf_adds(
		    b, hd_col_int(st, 3) == 0 ? " (internal):\n" : ":\n");
		hd_buf_add(b, body.p, body.n);
	}
	hd_stmt_reset(st);
	return r;
}

/* Times of the moment, subject and talk of the ticket that st is on. */
static int
ticket_row(struct hd_reviewsheet *s, struct hd_stmt *st,
    struct hd_stmt *messages, struct hd_table *t, struct hd_err *err)
{
	struct hd_buf talk = HD_BUF_INIT, b = HD_BUF_INIT;
	struct hd_str key = hd_col_text(st, 1);
	int r;

	hd_table_text(t, s->sample->name);
	hd_table_text(t, key);
	hd_table_cstr(t, s->reviewer != NULL ? s->reviewer : "");
	if (hd_col_is_null(st, 2))
		hd_table_null(t);
	else
		hd_table_time(t, hd_col_int(st, 2));
	hd_sheet_cell(&b, hd_col_text(st, 3), key);
	hd_table_text(t, hd_buf_str(&b));
	hd_buf_reset(&b);
	hd_sheet_cell(&b, hd_col_text(st, 4), key);
	hd_table_text(t, hd_buf_str(&b));
	r = conversation(messages, hd_col_int(st, 0), &talk, err);
	hd_buf_reset(&b);
	hd_sheet_cell(&b, hd_buf_str(&talk), key);
	hd_table_text(t, hd_buf_str(&b));
	for (size_t i = 0; i < s->n; i++)
		hd_table_cstr(t, "");
	hd_table_row(t);
	hd_buf_release(&talk);
	hd_buf_release(&b);
	return r;
}

static void
codebook_row(
    const struct hd_reviewsheet *s, struct hd_str types, struct hd_table *t)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_table_text(t, s->sample->name);
	hd_table_cstr(t, "codebook");
	for (int i = 2; i < FIXED; i++)
		hd_table_cstr(t, "");
	for (size_t i = 0; i < s->n; i++) {
		hd_buf_reset(&b);
		hd_code_cell(s->questions[i], types, &b);
		hd_table_text(t, hd_buf_str(&b));
	}
	hd_table_row(t);
	hd_buf_release(&b);
}

static int
rows(struct hd_reviewsheet *s, struct hd_reviewread *r, struct hd_out *out,
    enum hd_format f, const char *columns, struct hd_err *err)
{
	const char *names[FIXED + HD_QUESTIONS];
	struct hd_table t;
	int n;

	memcpy(names, fixed, sizeof(fixed));
	for (size_t i = 0; i < s->n; i++)
		names[FIXED + i] = hd_codebook(s->questions[i])->name;
	if (hd_table_begin(
		&t, out, f, names, FIXED + s->n, columns, true, err) != 0)
		return -1;
	codebook_row(s, hd_buf_str(&r->types), &t);
	while ((n = hd_stmt_step(r->tickets, err)) == 1) {
		s->tickets = hd_col_int(r->tickets, 5);
		if (ticket_row(s, r->tickets, r->messages, &t, err) != 0) {
			n = -1;
			break;
		}
	}
	hd_table_end(&t);
	return n;
}

int
hd_reviewsheet_print(struct hd_reviewsheet *s, struct hd_db *db,
    struct hd_out *out, enum hd_format f, const char *columns,
    struct hd_err *err)
{
	struct hd_reviewread r = { .types = HD_BUF_INIT };
	int rc = -1;

	s->tickets = 0;
	r.tickets = hd_stmt_named(db, "sql/sheet_tickets", err);
	r.messages = hd_stmt_named(db, "sql/show_messages", err);
	if (r.tickets != NULL && r.messages != NULL &&
	    hd_code_types(db, s->sample->id, &r.types, err) == 0) {
		hd_bind_int(r.tickets, 1, s->sample->id);
		hd_bind_int(r.tickets, 2, s->twice);
		rc = f == HD_FMT_MD ? hd_reviewpages(s, &r, out, err)
				    : rows(s, &r, out, f, columns, err);
	}
	hd_stmt_close(r.tickets);
	hd_stmt_close(r.messages);
	hd_buf_release(&r.types);
	return rc;
}
