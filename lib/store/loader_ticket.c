/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ticket a record is of: see loader_int.h. */
#include "store/loader_int.h"

/* Row id of an external id, made as a stub when it is not there. */
int
hd_loader_find(struct hd_loader *l, struct hd_stmt *find, struct hd_stmt *stub,
    struct hd_str ext, int64_t *id, bool *moved, struct hd_err *err)
{
	int r;

	if (moved != NULL)
		*moved = false;
	hd_bind_int(find, 1, l->source);
	hd_bind_static(find, 2, ext);
	r = hd_stmt_step(find, err);
	if (r == 1)
		*id = hd_col_int(find, 0);
	if (r == 1 && moved != NULL)
		*moved = hd_col_int(find, 1) != 0;
	hd_stmt_reset(find);
	if (r != 0)
		return r < 0 ? -1 : 0;
	hd_bind_int(stub, 1, l->source);
	hd_bind_static(stub, 2, ext);
	r = hd_stmt_run(stub, err);
	*id = hd_db_last_id(l->db);
	return r;
}

static int
no_ticket(struct hd_str key, const char *why, struct hd_err *err)
{
	return hd_err_set(err, HD_EDATA, "no ticket '%.*s'%s",
	    (int)(key.n < 60 ? key.n : 60), key.p, why);
}

/* A key, or an id that one source alone has. */
static int
by_key(struct hd_loader *l, struct hd_str key, int64_t *id, struct hd_err *err)
{
	int64_t n = 0;
	int r;

	hd_bind_static(l->ticket_keyed, 1, key);
	while ((r = hd_stmt_step(l->ticket_keyed, err)) == 1) {
		*id = hd_col_int(l->ticket_keyed, 0);
		n++;
		if (hd_col_int(l->ticket_keyed, 1))
			break; /* the whole key is better than any id */
	}
	r = r == 1 ? 1 : r < 0 ? -1 : n == 1;
	hd_stmt_reset(l->ticket_keyed);
	if (r != 0)
		return r < 0 ? -1 : 0;
	return n == 0 ? no_ticket(key, "", err)
		      : no_ticket(key,
			    " alone: several sources have it: give its key, "
			    "SOURCE:ID",
			    err);
}

/* A ticket of the loader's source that must be there, by its id. */
static int
by_id(struct hd_loader *l, struct hd_str ext, int64_t *id, struct hd_err *err)
{
	int r;

	hd_bind_int(l->find_ticket, 1, l->source);
	hd_bind_static(l->find_ticket, 2, ext);
	r = hd_stmt_step(l->find_ticket, err);
	if (r == 1)
		*id = hd_col_int(l->find_ticket, 0);
	hd_stmt_reset(l->find_ticket);
	if (r != 0)
		return r < 0 ? -1 : 0;
	return no_ticket(ext, " in this source", err);
}

int
hd_loader_ticket(struct hd_loader *l, const struct hd_rec *r, int64_t *id,
    struct hd_err *err)
{
	if (r->key.p != NULL || r->known) {
		hd_buf_reset(&l->last_ticket);
		l->last_moved = false;
		return r->key.p != NULL ? by_key(l, r->key, id, err)
					: by_id(l, r->ticket, id, err);
	}
	if (l->last_ticket.n > 0 &&
	    hd_str_same(hd_buf_str(&l->last_ticket), r->ticket)) {
		*id = l->last_ticket_id;
		return 0;
	}
	if (hd_loader_find(l, l->find_ticket, l->stub_ticket, r->ticket, id,
		&l->last_moved, err) != 0)
		return -1;
	hd_buf_reset(&l->last_ticket);
	hd_buf_add(&l->last_ticket, r->ticket.p, r->ticket.n);
	l->last_ticket_id = *id;
	return 0;
}
