/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Upsert of canonical records: see loader.h.  An insert is tried first, because
 * most records are new; only a record that is there already is read, merged
 * and, where it differs, written.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "store/loader_int.h"

struct hd_loader *
hd_loader_new(struct hd_db *db, struct hd_err *err)
{
	struct hd_loader *l = hd_xcalloc(1, sizeof(*l));

	l->db = db;
	l->last_dirty = -1;
	if (hd_loader_prepare(l, err) == 0 && hd_forget_open(l, err) == 0)
		return l;
	hd_loader_free(l);
	return NULL;
}

void
hd_loader_free(struct hd_loader *l)
{
	if (l == NULL)
		return;
	hd_loader_unprepare(l);
	hd_forget_close(l);
	hd_buf_release(&l->source_name);
	hd_buf_release(&l->last_ticket);
	hd_buf_release(&l->merged);
	hd_buf_release(&l->moved);
	free(l);
}

/* Columns that are NOT NULL have a value even when the record has none. */
static void
bind_default(struct hd_stmt *st, int i, enum hd_rec_kind kind, size_t col)
{
	if (kind == HD_REC_MESSAGE && col == HD_MS_SEQ)
		hd_bind_int(st, i, 0);
	else if (kind == HD_REC_MESSAGE && col == HD_MS_PUBLIC)
		hd_bind_int(st, i, 1);
	else if (kind == HD_REC_MESSAGE && col == HD_MS_KIND)
		hd_bind_static(st, i, hd_str("reply"));
	else if (kind == HD_REC_EVENT && col == HD_EV_FIELD)
		hd_bind_static(st, i, hd_str(""));
	else
		hd_bind_null(st, i);
}

/* Bind all columns of the row from parameter i on; returns the next one. */
static int
bind_row(struct hd_stmt *st, int i, const struct hd_rec *r)
{
	size_t n;

	(void)hd_rec_columns(r->kind, &n);
	for (size_t k = 0; k < n; k++) {
		if (r->kind == HD_REC_MESSAGE && k == HD_MS_BODY)
			continue;
		if (r->v[k].type == HD_CELL_NONE)
			bind_default(st, i++, r->kind, k);
		else
			hd_cell_bind(st, i++, &r->v[k]);
	}
	return i;
}

static int
put_body(
    struct hd_loader *l, int64_t id, const struct hd_rec *r, struct hd_err *err)
{
	if (r->kind != HD_REC_MESSAGE || r->v[HD_MS_BODY].type != HD_CELL_TEXT)
		return 0;
	hd_bind_int(l->body_put, 1, id);
	hd_bind_static(l->body_put, 2, r->v[HD_MS_BODY].s);
	return hd_stmt_run(l->body_put, err);
}

/* Objects merge member by member, so that two exports add up. */
static int
merge_json(struct hd_loader *l, struct hd_str old, struct hd_cell *c, bool wins,
    struct hd_err *err)
{
	int r;

	hd_bind_static(l->patch, 1, wins ? old : c->s);
	hd_bind_static(l->patch, 2, wins ? c->s : old);
	r = hd_stmt_step(l->patch, err);
	hd_buf_reset(&l->merged);
	if (r == 1 && !hd_col_is_null(l->patch, 0)) {
		hd_buf_add(&l->merged, hd_col_text(l->patch, 0).p,
		    hd_col_text(l->patch, 0).n);
		c->s = hd_buf_str(&l->merged);
	}
	hd_stmt_reset(l->patch);
	return r < 0 ? -1 : 0;
}

/*
 * The column that says whether another is known to be empty: an older record
 * must not fill what a newer one cleared.
 */
static int
leader(enum hd_rec_kind kind, size_t col)
{
	if (kind != HD_REC_TICKET)
		return -1;
	switch (col) {
	case HD_TK_STATUS:
	case HD_TK_MARK:
		return HD_TK_STATUS_RAW;
	case HD_TK_CSAT:
	case HD_TK_SATISFIED:
	case HD_TK_CSAT_AT:
		return HD_TK_CSAT_RAW;
	case HD_TK_AI_STATE:
		return HD_TK_AI_STATE_RAW;
	default:
		return -1;
	}
}

/* May a record that loses fill column k, which is empty? */
static bool
may_fill(struct hd_stmt *find, enum hd_rec_kind kind, size_t k)
{
	int lead = leader(kind, k);

	return hd_col_is_null(find, (int)k + 3) &&
	       (lead < 0 || hd_col_is_null(find, lead + 3));
}

/*
 * Fill m with the row that is to stand: 1 when it differs from the stored one,
 * 0 when not.  The find statement is on the stored row.
 */
static int
merge(struct hd_loader *l, struct hd_stmt *find, const struct hd_rec *r,
    bool wins, struct hd_rec *m, struct hd_err *err)
{
	size_t n;
	const struct hd_column *cols = hd_rec_columns(r->kind, &n);
	int changed = 0, i;

	*m = *r;
	for (size_t k = 0; k < n; k++) {
		i = (int)k + 3;
		if (cols[k].type == HD_C_JSON && m->v[k].type == HD_CELL_TEXT &&
		    !hd_col_is_null(find, i) &&
		    merge_json(l, hd_col_text(find, i), &m->v[k], wins, err) !=
			0)
			return -1;
		if (m->v[k].type == HD_CELL_NONE ||
		    (!wins && cols[k].type != HD_C_JSON &&
			(m->v[k].type == HD_CELL_NULL ||
			    !may_fill(find, r->kind, k))))
			hd_cell_stored(find, i, &m->v[k]);
		else if (!hd_cell_same(find, i, &m->v[k]))
			changed = 1;
	}
	return changed;
}

int
hd_loader_dirty(struct hd_loader *l, enum hd_rec_kind kind, int64_t id,
    int64_t ticket, struct hd_err *err)
{
	if (kind == HD_REC_PERSON || kind == HD_REC_ACCOUNT ||
	    kind == HD_REC_SUBSCRIPTION || kind == HD_REC_NAME ||
	    kind == HD_REC_STAGE) {
		hd_bind_static(
		    l->dirty_other, 1, hd_str(hd_rec_kind_name(kind)));
		hd_bind_int(l->dirty_other, 2, id);
		return hd_stmt_run(l->dirty_other, err);
	}
	/* what people say of a ticket is none of its facts */
	if (kind == HD_REC_LABEL || kind == HD_REC_SUGGESTION ||
	    ticket == l->last_dirty)
		return 0;
	l->last_dirty = ticket;
	hd_bind_int(l->dirty_ticket, 1, ticket);
	return hd_stmt_run(l->dirty_ticket, err);
}

/* The record is stored already: merge. */
static int
put_again(struct hd_loader *l, const struct hd_rec *r, int64_t owner,
    enum hd_put *result, struct hd_err *err)
{
	struct hd_kind_sql *s = r->part ? &l->part : &l->sql[r->kind];
	struct hd_rec m;
	int64_t id, ver;
	bool fresh, wins;
	int changed, i;

	hd_bind_int(s->find, 1, owner);
	hd_bind_static(s->find, 2, r->id);
	if (hd_stmt_step(s->find, err) != 1)
		return -1;
	id = hd_col_int(s->find, 0);
	ver = hd_col_time(s->find, 1);
	wins = r->ver >= ver;
	changed = merge(l, s->find, r, wins, &m, err);
	/* known by name alone so far; of a part: the first that says a thing */
	fresh = r->part ? ver == HD_TIME_NONE && changed > 0
			: hd_col_int(s->find, 2) != 0;
	*result = fresh		  ? HD_PUT_NEW
		  : changed	  ? HD_PUT_UPDATED
		  : r->ver >= ver ? HD_PUT_UNCHANGED
				  : HD_PUT_OLDER;
	if (changed > 0 || fresh || r->ver > ver) {
		hd_ver_bind(s->update, 1, wins ? r->ver : ver);
		i = bind_row(s->update, 2, &m);
		hd_bind_int(s->update, i, id);
		if (hd_stmt_run(s->update, err) != 0 ||
		    put_body(l, id, &m, err) != 0)
			changed = -1;
	}
	hd_stmt_reset(s->find);
	if (changed < 0)
		return -1;
	if (changed == 0 && !fresh)
		return 0;
	return hd_loader_dirty(
	    l, r->kind, id, r->kind == HD_REC_TICKET ? id : owner, err);
}

/* Of a conversation that became another's: under the conversation's id. */
static const struct hd_rec *
moved(struct hd_loader *l, const struct hd_rec *r, struct hd_rec *copy)
{
	if (!l->last_moved || r->kind == HD_REC_LABEL)
		return r;
	hd_buf_reset(&l->moved);
	hd_buf_add(&l->moved, r->ticket.p, r->ticket.n);
	hd_buf_addc(&l->moved, '/');
	hd_buf_add(&l->moved, r->id.p, r->id.n);
	*copy = *r;
	copy->id = hd_buf_str(&l->moved);
	return copy;
}

/* Write a record; owner: the source, or the ticket that it is of. */
static int
put(struct hd_loader *l, const struct hd_rec *r, int64_t owner,
    enum hd_put *result, struct hd_err *err)
{
	struct hd_stmt *st;
	int64_t id;

	if (r->part)
		return hd_loader_find(l, l->find_ticket, l->stub_ticket, r->id,
			   &id, NULL, err) != 0
			   ? -1
			   : put_again(l, r, owner, result, err);
	st = l->sql[r->kind].insert;
	hd_bind_int(st, 1, owner);
	hd_bind_static(st, 2, r->id);
	hd_ver_bind(st, 3, r->ver);
	(void)bind_row(st, 4, r);
	if (hd_stmt_run(st, err) != 0)
		return -1;
	if (hd_db_changes(l->db) == 0)
		return put_again(l, r, owner, result, err);
	*result = HD_PUT_NEW;
	id = hd_db_last_id(l->db);
	if (r->kind == HD_REC_TICKET) {
		hd_buf_reset(&l->last_ticket);
		hd_buf_add(&l->last_ticket, r->id.p, r->id.n);
		l->last_ticket_id = owner = id;
		l->last_moved = false;
	}
	if (put_body(l, id, r, err) != 0)
		return -1;
	return hd_loader_dirty(l, r->kind, id, owner, err);
}

int
hd_loader_put(struct hd_loader *l, const struct hd_rec *r, enum hd_put *result,
    struct hd_err *err)
{
	bool of_ticket = hd_rec_of_ticket(r->kind);
	int64_t owner = l->source;
	struct hd_rec copy, less;

	if (r->kind == HD_REC_FACT)
		return hd_loader_fact(l, r, result, err);
	if (of_ticket) {
		if (hd_loader_ticket(l, r, &owner, err) != 0)
			return -1;
		r = moved(l, r, &copy);
	}
	if (l->forgotten.count == 0)
		return put(l, r, owner, result, err);
	less = *r;
	if (hd_forget_cut(l, &less, of_ticket ? owner : 0, err) != 0)
		return -1;
	return put(l, &less, owner, result, err);
}
