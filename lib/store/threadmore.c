/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events, and cells of other views: see thread.h. */
#include <string.h>

#include "store/thread_int.h"

void
hd_threads_cell(
    struct hd_stmt *st, int i, struct hd_arena *a, struct hd_factcell *c)
{
	memset(c, 0, sizeof(*c));
	if (hd_col_is_null(st, i))
		return;
	c->kind = hd_col_is_text(st, i) ? HD_FACT_STR : HD_FACT_NUM;
	c->num = hd_col_real(st, i);
	if (c->kind == HD_FACT_STR)
		c->str = hd_str_keep(a, hd_col_text(st, i));
}

int
hd_threads_more(struct hd_threads *t, const char *view,
    const char *const *columns, size_t n, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, "SELECT v.ticket");
	for (size_t i = 0; i < n; i++)
		hd_buf_addf(&b, ", v.%s", columns[i]);
	hd_buf_addf(&b,
	    " FROM sel CROSS JOIN %s v ON v.ticket = sel.ticket"
	    " ORDER BY sel.ticket",
	    view);
	t->nmore = n;
	t->more = hd_threads_stmt(t, b.s, err);
	hd_buf_release(&b);
	t->have_more = t->more != NULL ? hd_stmt_step(t->more, err) : -1;
	return t->have_more < 0 ? -1 : 0;
}

int
hd_threads_events(struct hd_threads *t, struct hd_err *err)
{
	t->events = hd_threads_stmt(t, hd_sql_text("sql/thread_events"), err);
	t->have_event = t->events != NULL ? hd_stmt_step(t->events, err) : -1;
	return t->have_event < 0 ? -1 : 0;
}

static void
take_more(struct hd_threads *t, struct hd_arena *a, struct hd_thread *th)
{
	th->more = hd_arena_alloc(a, (t->nmore + 1) * sizeof(*th->more));
	for (size_t i = 0; i < t->nmore; i++)
		hd_threads_cell(t->more, 1 + (int)i, a, &th->more[i]);
}

static void
add_event(struct hd_threads *t, struct hd_arena *a, struct hd_thread *th)
{
	struct hd_stmt *st = t->events;
	size_t n = th->nevents;
	struct hd_event *e;

	/* room for a power of two: grown whenever one is full */
	if ((n & (n - 1)) == 0) {
		e = hd_arena_alloc(a, (n > 0 ? 2 * n : 1) * sizeof(*e));
		if (n > 0)
			memcpy(e, th->events, n * sizeof(*e));
		th->events = e;
	}
	e = &th->events[th->nevents++];
	e->at = hd_col_time(st, 1);
	e->role = (enum hd_role)hd_col_int(st, 2);
	e->actor = hd_str_keep(a, hd_col_text(st, 3));
	e->field = hd_str_keep(a, hd_col_text(st, 4));
	e->old = hd_str_keep(a, hd_col_text(st, 5));
	e->now = hd_str_keep(a, hd_col_text(st, 6));
}

void
hd_threads_merge_more(struct hd_threads *t, struct hd_arena *a,
    struct hd_thread *th, struct hd_err *err)
{
	while (t->have_more == 1 && hd_col_int(t->more, 0) <= th->ticket) {
		if (hd_col_int(t->more, 0) == th->ticket)
			take_more(t, a, th);
		t->have_more = hd_stmt_step(t->more, err);
	}
	while (t->have_event == 1 && hd_col_int(t->events, 0) <= th->ticket) {
		if (hd_col_int(t->events, 0) == th->ticket)
			add_event(t, a, th);
		t->have_event = hd_stmt_step(t->events, err);
	}
}
