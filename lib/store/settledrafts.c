/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of an AI's drafts.  No vendor exports an edit log, so pairs of
 * draft and reply come from files of suggestions, or are read off the thread: a
 * private note of the AI and the next public reply of an agent within a day,
 * where at least 30 % of the words stand.  A note that shares less may as well
 * be a summary, so a draft that was thrown away is not seen there.
 */
#include "base/similar.h"
#include "store/loader_int.h"

#define DAY	    86400
#define MAX_CHANGED 0.7

struct drafts {
	struct hd_stmt *put;
	int64_t ticket;
	struct hd_buf id, author, text; /* of the note; id empty: none waits */
	int64_t at;
};

static void
keep(struct hd_buf *b, struct hd_str s)
{
	hd_buf_reset(b);
	hd_buf_add(b, s.p, s.n);
}

/* The reply that a note waited for: a pair, if it is one. */
static int
pair(struct drafts *d, int64_t at, struct hd_str reply, struct hd_err *err)
{
	struct hd_str draft = hd_buf_str(&d->text);

	if (d->id.n == 0 || at - d->at > DAY ||
	    hd_edit_share(draft, reply) > MAX_CHANGED)
		return 0;
	hd_bind_int(d->put, 1, d->ticket);
	hd_bind_static(d->put, 2, hd_buf_str(&d->id));
	hd_bind_int(d->put, 3, d->at);
	hd_bind_static(d->put, 4, hd_buf_str(&d->author));
	hd_bind_static(d->put, 5, draft);
	hd_bind_static(d->put, 6, reply);
	return hd_stmt_run(d->put, err);
}

/* Columns: ticket ext_id at role public author body. */
static int
message(struct drafts *d, struct hd_stmt *st, struct hd_err *err)
{
	enum hd_role role = (enum hd_role)hd_col_int(st, 3);
	bool public = hd_col_int(st, 4) != 0;
	int r = 0;

	if (hd_col_int(st, 0) != d->ticket) {
		d->ticket = hd_col_int(st, 0);
		hd_buf_reset(&d->id);
	}
	if (role == HD_ROLE_AI && !public) {
		keep(&d->id, hd_col_text(st, 1));
		keep(&d->author, hd_col_text(st, 5));
		keep(&d->text, hd_col_text(st, 6));
		d->at = hd_col_int(st, 2);
	} else if (role == HD_ROLE_AGENT && public) {
		r = pair(d, hd_col_int(st, 2), hd_col_text(st, 6), err);
		hd_buf_reset(&d->id);
	}
	return r;
}

static int
from_notes(struct hd_loader *l, struct hd_err *err)
{
	struct hd_stmt *st = NULL;
	struct drafts d = { 0 };
	int r;

	if (hd_db_script(l->db, "sql/draft_clear", err) != 0)
		return -1;
	d.put = hd_stmt_named(l->db, "sql/draft_put", err);
	st = hd_stmt_named(l->db, "sql/draft_messages", err);
	r = d.put != NULL && st != NULL ? hd_stmt_step(st, err) : -1;
	while (r == 1) {
		r = message(&d, st, err);
		if (r == 0)
			r = hd_stmt_step(st, err);
	}
	hd_stmt_close(st);
	hd_stmt_close(d.put);
	hd_buf_release(&d.id);
	hd_buf_release(&d.author);
	hd_buf_release(&d.text);
	return r;
}

/* Bands: the same words, up to 40 % of them changed, more. */
static const char *
outcome(double share)
{
	return share <= 0 ? "unchanged" : share <= 0.4 ? "edited" : "rewritten";
}

static int
judge(struct hd_loader *l, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/draft_open", err);
	struct hd_stmt *set = hd_stmt_named(l->db, "sql/draft_set", err);
	double share;
	int r = st != NULL && set != NULL ? hd_stmt_step(st, err) : -1;

	while (r == 1) {
		hd_bind_int(set, 1, hd_col_int(st, 0));
		if (hd_col_is_null(st, 2)) {
			hd_bind_null(set, 2);
			hd_bind_static(set, 3, hd_str("unused"));
		} else {
			share = hd_edit_share(
			    hd_col_text(st, 1), hd_col_text(st, 2));
			hd_bind_real(set, 2, share);
			hd_bind_static(set, 3, hd_str(outcome(share)));
		}
		r = hd_stmt_run(set, err);
		if (r == 0)
			r = hd_stmt_step(st, err);
	}
	hd_stmt_close(st);
	hd_stmt_close(set);
	return r;
}

int
hd_settle_drafts(struct hd_loader *l, struct hd_err *err)
{
	return from_notes(l, err) != 0 ? -1 : judge(l, err);
}
