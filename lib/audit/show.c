/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets to read: see show.h.  The JSON is showjson.c. */
#include <string.h>

#include "audit/show.h"
#include "base/tstamp.h"
#include "base/utf8.h"

#define WRAP 76

struct show {
	struct hd_db *db;
	struct hd_out *out;
	struct hd_stmt *ticket, *messages, *why;
	struct hd_buf b;
};

static int
column(struct hd_stmt *st, const char *name)
{
	for (int i = 0; i < hd_col_count(st); i++)
		if (strcmp(hd_col_name(st, i), name) == 0)
			return i;
	return -1;
}

static struct hd_str
text(struct hd_stmt *st, const char *name)
{
	return hd_col_text(st, column(st, name));
}

/* "  name  value", nothing when there is no value. */
static void
line(struct show *s, const char *name, struct hd_str value)
{
	if (value.p == NULL || value.n == 0 || hd_str_eq(value, "[]"))
		return;
	hd_buf_reset(&s->b);
	hd_buf_addf(&s->b, "  %-12s ", name);
	hd_utf8_safe(&s->b, value, false);
	hd_buf_addc(&s->b, '\n');
	hd_out_add(s->out, s->b.s, s->b.n);
}

static void
time_line(struct show *s, const char *name)
{
	char iso[HD_TIME_TEXT];
	int i = column(s->ticket, name);

	if (!hd_col_is_null(s->ticket, i))
		line(s, name,
		    hd_str(hd_time_iso(hd_col_int(s->ticket, i), iso)));
}

static void
heading(struct show *s)
{
	static const char *const names[] = { "status", "channel", "team",
		"assignee", "category", "account", "plan", "language", "page",
		"ai_state", "path", "systems", "segments", "triggers", "issues",
		"tags" };

	hd_buf_reset(&s->b);
	hd_utf8_safe(&s->b, text(s->ticket, "key"), false);
	if (text(s->ticket, "subject").n > 0) {
		hd_buf_adds(&s->b, "  ");
		hd_utf8_safe(&s->b, text(s->ticket, "subject"), false);
	}
	hd_buf_addc(&s->b, '\n');
	hd_out_add(s->out, s->b.s, s->b.n);
	time_line(s, "created");
	time_line(s, "solved");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		line(s, names[i], text(s->ticket, names[i]));
	time_line(s, "handoff_at");
}

void
hd_show_body(struct hd_out *out, struct hd_str body)
{
	struct hd_buf safe = HD_BUF_INIT;
	struct hd_str rest, l, head;
	size_t cut;

	hd_utf8_safe(&safe, body, true);
	rest = hd_buf_str(&safe);
	while (hd_str_split(&rest, '\n', &l)) {
		do {
			head = hd_utf8_head(l, WRAP);
			for (cut = head.n; cut > 0 && head.n < l.n; cut--)
				if (l.p[cut] == ' ')
					break;
			if (head.n < l.n && cut > 0)
				head.n = cut;
			hd_out_adds(out, "    ");
			hd_out_add(out, head.p, head.n);
			hd_out_adds(out, "\n");
			l.p += head.n;
			l.n -= head.n;
			while (l.n > 0 && l.p[0] == ' ') {
				l.p++;
				l.n--;
			}
		} while (l.n > 0);
	}
	hd_buf_release(&safe);
}

static int
messages(struct show *s, int64_t handoff, struct hd_err *err)
{
	char iso[HD_TIME_TEXT] = "-";
	struct hd_stmt *st = s->messages;
	int64_t n = 0;
	int r;

	hd_bind_int(st, 1, hd_col_int(s->ticket, column(s->ticket, "ticket")));
	while ((r = hd_stmt_step(st, err)) == 1) {
		hd_buf_reset(&s->b);
		hd_buf_addf(&s->b, "\n  [%lld] %s  ", (long long)n,
		    hd_col_is_null(st, 1)
			? "-"
			: hd_time_iso(hd_col_int(st, 1), iso));
		hd_utf8_safe(&s->b, hd_col_text(st, 2), false);
		if (hd_col_int(st, 3) == 0)
			hd_buf_adds(&s->b, " (internal)");
		if (n == handoff)
			hd_buf_adds(&s->b, "  <- handoff");
		hd_buf_addc(&s->b, '\n');
		hd_out_add(s->out, s->b.s, s->b.n);
		hd_show_body(s->out, hd_col_text(st, 7));
		n++;
	}
	hd_stmt_reset(st);
	return r;
}

static int
why(struct show *s, struct hd_err *err)
{
	struct hd_stmt *st = s->why;
	int r;

	hd_bind_int(st, 1, hd_col_int(s->ticket, column(s->ticket, "ticket")));
	while ((r = hd_stmt_step(st, err)) == 1) {
		hd_buf_reset(&s->b);
		hd_buf_addf(&s->b, "  %-12.*s ", (int)hd_col_text(st, 0).n,
		    hd_col_text(st, 0).p);
		if (hd_col_is_null(st, 1))
			hd_buf_adds(&s->b, "unknown");
		else
			hd_utf8_safe(&s->b, hd_col_text(st, 1), false);
		if (!hd_col_is_null(st, 2)) {
			hd_buf_adds(&s->b, "  by ");
			hd_utf8_safe(&s->b, hd_col_text(st, 2), false);
			hd_buf_adds(&s->b, ": ");
			hd_utf8_safe(&s->b, hd_col_text(st, 3), false);
		} else if (!hd_col_is_null(st, 1)) {
			hd_buf_adds(&s->b, "  by default");
		}
		hd_buf_addc(&s->b, '\n');
		hd_out_add(s->out, s->b.s, s->b.n);
	}
	hd_stmt_reset(st);
	return r;
}

int
hd_show_text(struct hd_db *db, struct hd_out *out, struct hd_err *err)
{
	struct show s = { db, out, NULL, NULL, NULL, HD_BUF_INIT };
	bool first = true;
	int r = -1, h;

	s.ticket = hd_stmt_named(db, "sql/show_ticket", err);
	s.messages = hd_stmt_named(db, "sql/show_messages", err);
	s.why = hd_stmt_named(db, "sql/show_why", err);
	while (s.ticket != NULL && s.messages != NULL && s.why != NULL &&
	       (r = hd_stmt_step(s.ticket, err)) == 1) {
		if (!first)
			hd_out_adds(out, "\n");
		first = false;
		heading(&s);
		if (why(&s, err) != 0)
			break;
		h = column(s.ticket, "handoff_message");
		if (messages(&s, hd_col_index(s.ticket, h), err) != 0)
			break;
	}
	hd_stmt_close(s.ticket);
	hd_stmt_close(s.messages);
	hd_stmt_close(s.why);
	hd_buf_release(&s.b);
	return r == 0 ? 0 : -1;
}
