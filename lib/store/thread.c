/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threads: see thread.h.  Four statements run side by side in ticket order
 * (facts, messages, handovers, overrides) and are merged, so that a million
 * tickets take four passes and no look-ups.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/tstamp.h"
#include "store/thread_int.h"

#define BUILT_IN 13 /* columns before those asked for */
#define ONE	 9  /* the parameter for the ticket of hd_threads_seek() */

/* Before each statement, so that what it takes for the selection is one ticket. */
static const char one[] = "WITH sel (ticket) AS (SELECT ?9) ";

static const char facts_head[] =
    "SELECT f.ticket, f.rev, f.key, f.created, f.subject, f.page, f.action,"
    " f.ticket_language, CASE WHEN t.joined IS NULL THEN k.ai_state END,"
    " f.ticket_solved,"
    " coalesce(f.ticket_reopens, 0) > 0, s.has_text, k.first_solved, t.tags,"
    " t.fields";

/* A column exists if the view prepares with it; nothing is run. */
static int
check_column(struct hd_db *db, const char *name, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_err ignored = HD_ERR_INIT;
	struct hd_stmt *st = NULL;

	hd_buf_addf(&b, "SELECT rule_facts.%s FROM rule_facts", name);
	if (strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") ==
	    strlen(name))
		st = hd_stmt_text(db, b.s, &ignored);
	hd_buf_release(&b);
	if (st == NULL)
		return hd_err_set(err, HD_EUSAGE,
		    "field '%s' is no column of the view rule_facts [R125]",
		    name);
	hd_stmt_close(st);
	return 0;
}

static bool
failed(const struct hd_threads *t)
{
	return t->have_message < 0 || t->have_handover < 0 ||
	       t->have_override < 0 || t->have_cluster < 0 ||
	       t->have_more < 0 || t->have_event < 0;
}

struct hd_stmt *
hd_threads_stmt(struct hd_threads *t, const char *text, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_stmt *st;

	hd_buf_addf(&b, "%s%s", t->with, text);
	st = hd_stmt_text(t->db, b.s, err);
	hd_buf_release(&b);
	return st;
}

static struct hd_stmt *
named(struct hd_threads *t, const char *name, struct hd_err *err)
{
	return hd_threads_stmt(t, hd_sql_text(name), err);
}

static int
prepare(struct hd_threads *t, struct hd_db *db, const char *const *columns,
    struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s%s", t->with, facts_head);
	for (size_t i = 0; i < t->ncols; i++) {
		if (check_column(db, columns[i], err) != 0) {
			hd_buf_release(&b);
			return -1;
		}
		hd_buf_addf(&b, ", f.%s", columns[i]);
	}
	hd_buf_adds(&b, " FROM sel CROSS JOIN ticket t ON t.id = sel.ticket"
			" JOIN source s ON s.id = t.source"
			" LEFT JOIN ticket_stat k ON k.ticket = t.id"
			" JOIN rule_facts f ON f.ticket = t.id"
			" ORDER BY sel.ticket");
	t->facts = hd_stmt_text(db, b.s, err);
	hd_buf_release(&b);
	t->messages = named(t, "sql/thread_messages", err);
	t->handovers = named(t, "sql/thread_handovers", err);
	t->overrides = named(t, "sql/thread_overrides", err);
	return t->facts != NULL && t->messages != NULL &&
		       t->handovers != NULL && t->overrides != NULL
		   ? 0
		   : -1;
}

/* The first rows of the statements that are merged. */
static int
begin(struct hd_threads *t, struct hd_err *err)
{
	t->have_message = hd_stmt_step(t->messages, err);
	t->have_handover = hd_stmt_step(t->handovers, err);
	t->have_override = hd_stmt_step(t->overrides, err);
	t->have_cluster =
	    t->clusters != NULL ? hd_stmt_step(t->clusters, err) : 0;
	t->have_more = t->more != NULL ? hd_stmt_step(t->more, err) : 0;
	t->have_event = t->events != NULL ? hd_stmt_step(t->events, err) : 0;
	return failed(t) ? -1 : 0;
}

static struct hd_threads *
open_with(const char *with, struct hd_db *db, const char *const *columns,
    size_t n, struct hd_err *err)
{
	struct hd_threads *t = hd_xcalloc(1, sizeof(*t));

	t->db = db;
	t->ncols = n;
	t->with = with;
	if (prepare(t, db, columns, err) == 0)
		return t;
	hd_threads_close(t);
	return NULL;
}

struct hd_threads *
hd_threads_open(
    struct hd_db *db, const char *const *columns, size_t n, struct hd_err *err)
{
	struct hd_threads *t = open_with("", db, columns, n, err);

	if (t == NULL || begin(t, err) == 0)
		return t;
	hd_threads_close(t);
	return NULL;
}

struct hd_threads *
hd_threads_open_one(
    struct hd_db *db, const char *const *columns, size_t n, struct hd_err *err)
{
	return open_with(one, db, columns, n, err);
}

int
hd_threads_seek(struct hd_threads *t, int64_t ticket, struct hd_err *err)
{
	struct hd_stmt *all[] = { t->facts, t->messages, t->handovers,
		t->overrides, t->clusters, t->more, t->events };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i] != NULL) {
			hd_stmt_reset(all[i]);
			hd_bind_int(all[i], ONE, ticket);
		}
	return begin(t, err);
}

int
hd_threads_clusters(struct hd_threads *t, int64_t ruleset, struct hd_err *err)
{
	t->clusters = named(t, "sql/thread_clusters", err);
	if (t->clusters == NULL)
		return -1;
	hd_bind_int(t->clusters, 1, ruleset);
	t->have_cluster = hd_stmt_step(t->clusters, err);
	return t->have_cluster < 0 ? -1 : 0;
}

void
hd_threads_close(struct hd_threads *t)
{
	if (t == NULL)
		return;
	hd_stmt_close(t->facts);
	hd_stmt_close(t->messages);
	hd_stmt_close(t->handovers);
	hd_stmt_close(t->overrides);
	hd_stmt_close(t->clusters);
	hd_stmt_close(t->more);
	hd_stmt_close(t->events);
	free(t);
}

static void
read_facts(struct hd_threads *t, struct hd_arena *a, struct hd_thread *th)
{
	struct hd_stmt *st = t->facts;

	memset(th, 0, sizeof(*th));
	th->ticket = hd_col_int(st, 0);
	th->rev = hd_col_int(st, 1);
	th->key = hd_str_keep(a, hd_col_text(st, 2));
	th->created = hd_col_time(st, 3);
	th->subject = hd_str_keep(a, hd_col_text(st, 4));
	th->page = hd_str_keep(a, hd_col_text(st, 5));
	th->action = hd_str_keep(a, hd_col_text(st, 6));
	th->language = hd_str_keep(a, hd_col_text(st, 7));
	th->ai_state = hd_str_keep(a, hd_col_text(st, 8));
	th->resolved = hd_col_int(st, 9) != 0;
	th->reopened = hd_col_int(st, 10) != 0;
	th->has_text = hd_col_int(st, 11) != 0;
	th->first_solved = hd_col_time(st, 12);
	th->tags = hd_str_keep(a, hd_col_text(st, BUILT_IN));
	th->fields = hd_str_keep(a, hd_col_text(st, BUILT_IN + 1));
	th->handover_at = HD_TIME_NONE;
	th->facts = hd_arena_alloc(a, (t->ncols + 1) * sizeof(*th->facts));
	for (size_t i = 0; i < t->ncols; i++)
		hd_threads_cell(st, BUILT_IN + 2 + (int)i, a, &th->facts[i]);
}

static void
add_message(struct hd_threads *t, struct hd_arena *a, struct hd_thread *th)
{
	struct hd_stmt *st = t->messages;
	struct hd_message *m;

	if (th->n == th->cap) {
		th->cap = th->cap > 0 ? th->cap * 2 : 8;
		m = hd_arena_alloc(a, th->cap * sizeof(*m));
		if (th->n > 0)
			memcpy(m, th->messages, th->n * sizeof(*m));
		th->messages = m;
	}
	m = &th->messages[th->n++];
	m->ext_id = hd_str_keep(a, hd_col_text(st, 1));
	m->at = hd_col_time(st, 2);
	m->seq = hd_col_int(st, 3);
	m->role = (enum hd_role)hd_col_int(st, 4);
	m->public = hd_col_int(st, 5) != 0;
	m->kind = hd_str_keep(a, hd_col_text(st, 6));
	m->author = hd_str_keep(a, hd_col_text(st, 7));
	m->evidence = hd_str_keep(a, hd_col_text(st, 8));
	m->body = hd_str_keep(a, hd_col_text(st, 9));
}

static void
add_override(struct hd_threads *t, struct hd_arena *a, struct hd_thread *th)
{
	struct hd_override *o;

	/* a dimension has one, and a ticket few */
	o = hd_arena_alloc(a, (th->noverrides + 1) * sizeof(*o));
	if (th->noverrides > 0)
		memcpy(o, th->overrides, th->noverrides * sizeof(*o));
	th->overrides = o;
	o += th->noverrides++;
	o->dimension = hd_str_keep(a, hd_col_text(t->overrides, 1));
	o->value = hd_str_keep(a, hd_col_text(t->overrides, 2));
	o->why = hd_str_keep(a, hd_col_text(t->overrides, 3));
}

static void
take_cluster(struct hd_threads *t, struct hd_arena *a, struct hd_thread *th)
{
	th->clustered = true;
	for (int i = 0; i < HD_CLUSTER_FACTS; i++)
		th->cluster[i] = hd_col_real(t->clusters, 1 + i);
	th->cluster_key =
	    hd_str_keep(a, hd_col_text(t->clusters, 1 + HD_CLUSTER_FACTS));
}

static int
by_place(const void *pa, const void *pb)
{
	const struct hd_message *a = pa, *b = pb;

	if (a->seq != b->seq)
		return a->seq < b->seq ? -1 : 1;
	if (a->ext_id.n != b->ext_id.n)
		return a->ext_id.n < b->ext_id.n ? -1 : 1;
	return hd_str_cmp(a->ext_id, b->ext_id);
}

static int
by_time(const void *pa, const void *pb)
{
	const struct hd_message *a = pa, *b = pb;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return by_place(pa, pb);
}

void
hd_thread_sort(struct hd_thread *th)
{
	bool timed = true;

	for (size_t i = 0; i < th->n; i++)
		timed = timed && th->messages[i].at != HD_TIME_NONE;
	if (th->n > 1)
		qsort(th->messages, th->n, sizeof(*th->messages),
		    timed ? by_time : by_place);
}

/* What the other statements say of the ticket, and those before it. */
static void
merge(struct hd_threads *t, struct hd_arena *arena, struct hd_thread *th,
    struct hd_err *err)
{
	while (
	    t->have_message == 1 && hd_col_int(t->messages, 0) <= th->ticket) {
		if (hd_col_int(t->messages, 0) == th->ticket)
			add_message(t, arena, th);
		t->have_message = hd_stmt_step(t->messages, err);
	}
	while (t->have_handover == 1 &&
	       hd_col_int(t->handovers, 0) <= th->ticket) {
		if (hd_col_int(t->handovers, 0) == th->ticket)
			th->handover_at = hd_col_time(t->handovers, 1);
		t->have_handover = hd_stmt_step(t->handovers, err);
	}
	while (t->have_override == 1 &&
	       hd_col_int(t->overrides, 0) <= th->ticket) {
		if (hd_col_int(t->overrides, 0) == th->ticket)
			add_override(t, arena, th);
		t->have_override = hd_stmt_step(t->overrides, err);
	}
	while (
	    t->have_cluster == 1 && hd_col_int(t->clusters, 0) <= th->ticket) {
		if (hd_col_int(t->clusters, 0) == th->ticket)
			take_cluster(t, arena, th);
		t->have_cluster = hd_stmt_step(t->clusters, err);
	}
	hd_threads_merge_more(t, arena, th, err);
}

int
hd_threads_next(struct hd_threads *t, struct hd_arena *arena,
    struct hd_thread *th, struct hd_err *err)
{
	int r = hd_stmt_step(t->facts, err);

	if (r != 1)
		return r;
	read_facts(t, arena, th);
	merge(t, arena, th, err);
	hd_thread_sort(th);
	return failed(t) ? -1 : 1;
}
