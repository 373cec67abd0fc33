/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desk and the database: see desk.h.  Each answer is a transaction of its own,
 * and is on the disk when the next question stands on the screen: a database is in
 * WAL mode with SQLite's default synchronous=FULL, one flush a commit, which a
 * person never waits for and a crash of the machine cannot take back.
 */
#include "audit/desk.h"
#include "base/tstamp.h"

int
hd_desk_reload(struct hd_desk *d, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/review_answers", err);
	struct hd_desk_ticket *t = hd_desk_ticket(d);
	struct hd_str found[HD_QUESTIONS] = { { NULL, 0 } };
	int r, q;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, d->sample.id);
	hd_bind_int(st, 2, t->ticket);
	hd_bind_text(st, 3, d->reviewer);
	while ((r = hd_stmt_step(st, err)) == 1) {
		q = hd_codebook_find(hd_col_text(st, 0));
		if (q < 0)
			continue;
		/* the old string may stand in what can be undone: not copied twice */
		found[q] = t->answer[q].p != NULL &&
				   hd_str_same(t->answer[q], hd_col_text(st, 1))
			       ? t->answer[q]
			       : hd_str_keep(&d->arena, hd_col_text(st, 1));
	}
	hd_stmt_close(st);
	for (q = 0; r == 0 && q < HD_QUESTIONS; q++)
		t->answer[q] = found[q];
	return r;
}

int
hd_desk_read(
    struct hd_desk *d, struct hd_db *db, bool second, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/label_tickets", err);
	size_t place;
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, d->sample.id);
	hd_bind_int(st, 2, second);
	while ((r = hd_stmt_step(st, err)) == 1) {
		d->v = hd_grow(d->v, &d->cap, d->n + 1, sizeof(*d->v));
		d->v[d->n++] = (struct hd_desk_ticket){
			.ticket = hd_col_int(st, 0),
			.key = hd_str_keep(&d->arena, hd_col_text(st, 1)),
			.ai = hd_col_int(st, 2) != 0,
		};
		d->at = d->n - 1;
		if (hd_desk_asked(d, &place) == 0)
			d->n--;
	}
	hd_stmt_close(st);
	for (d->at = 0; r == 0 && d->at < d->n; d->at++)
		r = hd_desk_reload(d, db, err);
	return r; /* at is n: nothing is on the desk yet */
}

int
hd_desk_move(struct hd_desk *d, struct hd_db *db, struct hd_err *err)
{
	do {
		if (!hd_desk_next(d))
			return 0;
		if (hd_desk_reload(d, db, err) != 0)
			return -1;
	} while (hd_desk_ticket(d)->answer[hd_desk_question(d)].p != NULL);
	return 1;
}

static bool
same(struct hd_str a, struct hd_str b)
{
	return (a.p == NULL) == (b.p == NULL) && hd_str_same(a, b);
}

/* Inside the transaction: store if it still is `was`, or is `value` already. */
static int
put(struct hd_desk *d, struct hd_db *db, struct hd_verdicts *v,
    struct hd_str was, struct hd_str value, enum hd_desk_stored *what,
    struct hd_err *err)
{
	struct hd_desk_ticket *t = hd_desk_ticket(d);
	struct hd_review review = { d->sample.id, t->ticket, d->reviewer,
		hd_str(hd_codebook(hd_desk_question(d))->name), value };
	enum hd_review_change change;
	struct hd_str now;

	if (hd_desk_reload(d, db, err) != 0)
		return -1;
	now = t->answer[hd_desk_question(d)];
	*what = HD_DESK_STORED;
	if (same(now, value))
		return 0;
	if (!same(now, was)) {
		*what = HD_DESK_OTHERWISE;
		return 0;
	}
	if (hd_review_put(db, &review, &change, err) != 0)
		return -1;
	return hd_verdicts_put(v, t->ticket, d->reviewer, err);
}

static int
store(struct hd_desk *d, struct hd_db *db, struct hd_verdicts *v,
    struct hd_str was, struct hd_str value, enum hd_desk_stored *what,
    struct hd_err *err)
{
	if (hd_db_begin(db, err) != 0)
		return -1;
	if (put(d, db, v, was, value, what, err) == 0 &&
	    hd_db_commit(db, err) == 0)
		return 0;
	hd_db_rollback(db);
	return -1;
}

int
hd_desk_store(struct hd_desk *d, struct hd_db *db, struct hd_verdicts *v,
    struct hd_str value, enum hd_desk_stored *what, struct hd_err *err)
{
	struct hd_str *answer = &hd_desk_ticket(d)->answer[hd_desk_question(d)];

	if (store(d, db, v, *answer, value, what, err) != 0)
		return -1;
	/* an answer that stood there already is not this terminal's to undo */
	if (*what == HD_DESK_STORED && !same(*answer, value))
		hd_desk_answer(d, value);
	return 0;
}

int
hd_desk_undo(struct hd_desk *d, struct hd_db *db, struct hd_verdicts *v,
    enum hd_desk_stored *what, struct hd_err *err)
{
	const struct hd_desk_act *a = &d->acts[d->nacts - 1];
	size_t at = d->at, q = d->q;

	d->at = a->at;
	d->q = a->q;
	if (store(d, db, v, a->now, a->was, what, err) != 0) {
		d->at = at;
		d->q = q;
		return -1;
	}
	if (*what == HD_DESK_STORED)
		hd_desk_ticket(d)->answer[hd_desk_question(d)] = a->was;
	hd_desk_ticket(d)->passed = 0;
	d->nacts--;
	return 0;
}

int
hd_desk_issues(struct hd_desk *d, struct hd_db *db, struct hd_str **list,
    size_t *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/label_issues", err);
	int r;

	*n = 0;
	*list = NULL;
	if (st == NULL)
		return -1;
	hd_bind_index(st, 1, d->sample.ruleset);
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (*list == NULL) /* the count of all is in every row */
			*list = hd_arena_alloc(&d->arena,
			    (size_t)hd_col_int(st, 1) * sizeof(**list));
		(*list)[(*n)++] = hd_str_keep(&d->arena, hd_col_text(st, 0));
	}
	hd_stmt_close(st);
	return r;
}

static void
show_message(struct hd_lines *l, struct hd_stmt *st)
{
	struct hd_buf b = HD_BUF_INIT;
	char iso[HD_TIME_TEXT];

	hd_buf_add(&b, hd_col_text(st, 2).p, hd_col_text(st, 2).n);
	if (!hd_col_is_null(st, 1))
		hd_buf_addf(&b, "  %s", hd_time_iso(hd_col_int(st, 1), iso));
	if (hd_col_int(st, 3) == 0)
		hd_buf_adds(&b, "  (internal)");
	hd_lines_add(l, hd_str(""), 0, HD_STYLE_TEXT);
	hd_lines_add(l, hd_buf_str(&b), 0, HD_STYLE_QUIET);
	hd_lines_add(l, hd_str_trim(hd_col_text(st, 7)), 2, HD_STYLE_TEXT);
	hd_buf_release(&b);
}

int
hd_desk_show(const struct hd_desk *d, struct hd_db *db, struct hd_lines *l,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/label_subject", err);
	int r = -1;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, hd_desk_ticket(d)->ticket);
	r = hd_stmt_step(st, err);
	if (r == 1)
		hd_lines_add(l,
		    hd_col_text(st, 0).n > 0 ? hd_col_text(st, 0)
					     : hd_str("(no subject)"),
		    0, HD_STYLE_TITLE);
	hd_stmt_close(st);
	st = r < 0 ? NULL : hd_stmt_named(db, "sql/show_messages", err);
	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, hd_desk_ticket(d)->ticket);
	while ((r = hd_stmt_step(st, err)) == 1)
		show_message(l, st);
	hd_stmt_close(st);
	return r;
}
