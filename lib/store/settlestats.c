/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a ticket's messages add up to.  Turns are public messages.  First reply:
 * the vendor's, else from the customer's first words to the first public answer
 * of an AI or agent after them.  Handle time: the vendor's, else computed: over an agent's
 * messages and notes, the time since the ticket's previous message, at most 15
 * minutes each.  One pass in ticket order: sorting millions of messages in SQL
 * would take memory that grows with them.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "store/loader_int.h"

#define MAX_GAP 900

struct line {
	int64_t at, seq;
	enum hd_role role;
	bool public, empty;
	size_t id, idlen; /* of ext_id in ids */
	const struct hd_buf *ids;
};

struct sums {
	struct line *lines;
	size_t n, cap;
	struct hd_buf ids;
	int64_t ticket;
	int64_t vendor_reply, vendor_handle, vendor_replies;
	struct hd_stmt *put, *noted;
};

static int
by_place(const void *pa, const void *pb)
{
	const struct line *a = pa, *b = pb;

	if (a->seq != b->seq)
		return a->seq < b->seq ? -1 : 1;
	if (a->idlen != b->idlen)
		return a->idlen < b->idlen ? -1 : 1;
	return hd_str_cmp((struct hd_str){ a->ids->s + a->id, a->idlen },
	    (struct hd_str){ b->ids->s + b->id, b->idlen });
}

static int
by_time(const void *pa, const void *pb)
{
	const struct line *a = pa, *b = pb;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return by_place(pa, pb);
}

/* As hd_thread_sort() does. */
static void
sort(struct sums *s)
{
	bool timed = true;

	for (size_t i = 0; i < s->n; i++)
		timed = timed && s->lines[i].at != HD_TIME_NONE;
	if (s->n > 1)
		qsort(s->lines, s->n, sizeof(*s->lines),
		    timed ? by_time : by_place);
}

static int64_t
or_none(struct hd_stmt *st, int i)
{
	return hd_col_is_null(st, i) ? HD_TIME_NONE : hd_col_int(st, i);
}

static void
begin(struct sums *s, struct hd_stmt *st)
{
	s->ticket = hd_col_int(st, 0);
	s->vendor_reply = or_none(st, 2);
	s->vendor_handle = or_none(st, 3);
	s->vendor_replies = or_none(st, 10);
	s->n = 0;
	hd_buf_reset(&s->ids);
}

static void
add(struct sums *s, struct hd_stmt *st)
{
	struct hd_str id = hd_col_text(st, 8);

	if (hd_col_is_null(st, 9))
		return;
	s->lines = hd_grow(s->lines, &s->cap, s->n + 1, sizeof(*s->lines));
	s->lines[s->n++] = (struct line){ or_none(st, 4), hd_col_int(st, 5),
		(enum hd_role)hd_col_int(st, 6), hd_col_int(st, 7) != 0,
		hd_col_int(st, 11) != 0, s->ids.n, id.n, &s->ids };
	hd_buf_add(&s->ids, id.p, id.n);
}

static void
bind(struct hd_stmt *st, int i, int64_t v)
{
	if (v == HD_TIME_NONE)
		hd_bind_null(st, i);
	else
		hd_bind_int(st, i, v);
}

/* Seconds from the customer's first words to the first answer after them. */
static int64_t
first_reply(const struct sums *s)
{
	int64_t ask = HD_TIME_NONE, reply = HD_TIME_NONE;

	for (size_t i = 0; i < s->n; i++) {
		const struct line *l = &s->lines[i];

		if (!l->public || l->at == HD_TIME_NONE)
			continue;
		if (l->role == HD_ROLE_CUSTOMER && ask == HD_TIME_NONE)
			ask = l->at;
		if ((l->role == HD_ROLE_AI || l->role == HD_ROLE_AGENT) &&
		    reply == HD_TIME_NONE && ask != HD_TIME_NONE)
			reply = l->at;
	}
	return reply == HD_TIME_NONE ? HD_TIME_NONE : reply - ask;
}

static int64_t
handle(const struct sums *s)
{
	int64_t sum = HD_TIME_NONE, gap;
	const struct line *l;

	for (size_t i = 0; i < s->n; i++) {
		l = &s->lines[i];
		if (l->role != HD_ROLE_AGENT)
			continue;
		/* where some have no time, all are in place's order */
		gap = i > 0 && l->at != HD_TIME_NONE &&
			      l[-1].at != HD_TIME_NONE && l->at > l[-1].at
			  ? l->at - l[-1].at
			  : 0;
		if (sum == HD_TIME_NONE)
			sum = 0;
		/* lines in the order of the export may go back in time */
		if (gap > 0)
			sum += gap < MAX_GAP ? gap : MAX_GAP;
	}
	return sum;
}

static int
finish(struct sums *s, struct hd_err *err)
{
	int64_t turns[HD_ROLE_SYSTEM + 1] = { 0 }, computed, after_ai = 0;
	bool note = false;

	sort(s);
	for (size_t i = 0; i < s->n; i++) {
		note = note ||
		       (s->lines[i].role == HD_ROLE_AI && !s->lines[i].public);
		if (!s->lines[i].public || s->lines[i].empty)
			continue;
		turns[s->lines[i].role]++;
		after_ai +=
		    s->lines[i].role == HD_ROLE_AGENT && turns[HD_ROLE_AI] > 0;
	}
	computed = handle(s);
	hd_bind_int(s->put, 1, s->ticket);
	hd_bind_int(s->put, 2, (int64_t)s->n);
	/* without messages nobody knows who spoke how often */
	bind(s->put, 3, s->n > 0 ? turns[HD_ROLE_CUSTOMER] : HD_TIME_NONE);
	bind(s->put, 4, s->n > 0 ? turns[HD_ROLE_AI] : HD_TIME_NONE);
	bind(s->put, 5, s->n > 0 ? turns[HD_ROLE_AGENT] : s->vendor_replies);
	bind(s->put, 6, s->n > 0 ? s->lines[s->n - 1].at : HD_TIME_NONE);
	bind(s->put, 7,
	    s->vendor_reply != HD_TIME_NONE ? s->vendor_reply : first_reply(s));
	bind(s->put, 8,
	    s->vendor_handle != HD_TIME_NONE ? s->vendor_handle : computed);
	hd_bind_static(s->put, 9,
	    hd_str(s->vendor_handle != HD_TIME_NONE ? "imported"
		   : computed != HD_TIME_NONE	    ? "computed"
						    : NULL));
	bind(s->put, 10, turns[HD_ROLE_AI] > 0 ? after_ai > 0 : HD_TIME_NONE);
	if (note) {
		hd_bind_int(s->noted, 1, s->ticket);
		if (hd_stmt_run(s->noted, err) != 0)
			return -1;
	}
	return hd_stmt_run(s->put, err);
}

int
hd_settle_stats(struct hd_loader *l, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/settle_messages", err);
	struct sums s = { 0 };
	bool any = false;
	int r = -1;

	s.put = hd_stmt_named(l->db, "sql/stat_put", err);
	s.noted = hd_stmt_named(l->db, "sql/noted_put", err);
	while (st != NULL && s.put != NULL && s.noted != NULL &&
	       (r = hd_stmt_step(st, err)) == 1) {
		if (any && hd_col_int(st, 0) != s.ticket &&
		    finish(&s, err) != 0) {
			r = -1;
			break;
		}
		if (!any || hd_col_int(st, 0) != s.ticket)
			begin(&s, st);
		any = true;
		add(&s, st);
	}
	if (r == 0 && any)
		r = finish(&s, err);
	hd_stmt_close(st);
	hd_stmt_close(s.put);
	hd_stmt_close(s.noted);
	free(s.lines);
	hd_buf_release(&s.ids);
	return r;
}
