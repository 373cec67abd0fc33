/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loader's statements, made from the column tables of record.c. */
#include "store/loader_int.h"

/* The body of a message has a table of its own. */
static bool
in_row(enum hd_rec_kind kind, size_t col)
{
	return kind != HD_REC_MESSAGE || col != HD_MS_BODY;
}

static const char *
owner(enum hd_rec_kind kind)
{
	return hd_rec_of_ticket(kind) ? "ticket" : "source";
}

static void
insert_sql(enum hd_rec_kind kind, struct hd_buf *b)
{
	size_t n, count = 3;
	const struct hd_column *c = hd_rec_columns(kind, &n);

	hd_buf_addf(b, "INSERT INTO %s (%s, ext_id, ver",
	    hd_rec_kind_name(kind), owner(kind));
	for (size_t i = 0; i < n; i++)
		if (in_row(kind, i)) {
			hd_buf_addf(b, ", %s", c[i].name);
			count++;
		}
	hd_buf_adds(b, ") VALUES (?");
	while (--count > 0)
		hd_buf_adds(b, ", ?");
	hd_buf_adds(b, ") ON CONFLICT DO NOTHING");
}

static void
find_as(enum hd_rec_kind kind, const char *ver, struct hd_buf *b)
{
	size_t n;
	const struct hd_column *c = hd_rec_columns(kind, &n);

	hd_buf_addf(
	    b, "SELECT id, %s, %s", ver, kind == HD_REC_TICKET ? "stub" : "0");
	for (size_t i = 0; i < n; i++)
		if (in_row(kind, i))
			hd_buf_addf(b, ", %s", c[i].name);
		else
			hd_buf_adds(b, ", (SELECT body FROM message_text "
				       "WHERE message = id)");
	hd_buf_addf(b, " FROM %s WHERE %s = ? AND ext_id = ?",
	    hd_rec_kind_name(kind), owner(kind));
}

static void
find_sql(enum hd_rec_kind kind, struct hd_buf *b)
{
	find_as(kind, "ver", b);
}

static void
find_part_sql(enum hd_rec_kind kind, struct hd_buf *b)
{
	find_as(kind, "part_ver", b);
}

static void
update_as(enum hd_rec_kind kind, const char *set, struct hd_buf *b)
{
	size_t n;
	const struct hd_column *c = hd_rec_columns(kind, &n);

	hd_buf_addf(b, "UPDATE %s SET %s", hd_rec_kind_name(kind), set);
	for (size_t i = 0; i < n; i++)
		if (in_row(kind, i))
			hd_buf_addf(b, ", %s = ?", c[i].name);
	hd_buf_adds(b, " WHERE id = ?");
}

static void
update_sql(enum hd_rec_kind kind, struct hd_buf *b)
{
	update_as(
	    kind, kind == HD_REC_TICKET ? "ver = ?, stub = 0" : "ver = ?", b);
}

static void
update_part_sql(enum hd_rec_kind kind, struct hd_buf *b)
{
	update_as(kind, "part_ver = ?", b);
}

static struct hd_stmt *
make(struct hd_loader *l, enum hd_rec_kind kind,
    void (*sql)(enum hd_rec_kind, struct hd_buf *), struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_stmt *st;

	sql(kind, &b);
	st = hd_stmt_text(l->db, b.s, err);
	hd_buf_release(&b);
	return st;
}

static int
prepare_kinds(struct hd_loader *l, struct hd_err *err)
{
	struct hd_kind_sql *s;

	for (int k = 0; k < HD_REC_KINDS; k++) {
		if (k == HD_REC_FACT)
			continue; /* written by statements of its own */
		s = &l->sql[k];
		s->insert = make(l, (enum hd_rec_kind)k, insert_sql, err);
		s->find = make(l, (enum hd_rec_kind)k, find_sql, err);
		s->update = make(l, (enum hd_rec_kind)k, update_sql, err);
		if (s->insert == NULL || s->find == NULL || s->update == NULL)
			return -1;
	}
	l->part.find = make(l, HD_REC_TICKET, find_part_sql, err);
	l->part.update = make(l, HD_REC_TICKET, update_part_sql, err);
	return l->part.find != NULL && l->part.update != NULL ? 0 : -1;
}

int
hd_loader_prepare(struct hd_loader *l, struct hd_err *err)
{
	const struct {
		struct hd_stmt **st;
		const char *name;
	} list[] = {
		{ &l->stub_ticket, "sql/stub_ticket" },
		{ &l->find_ticket, "sql/find_ticket" },
		{ &l->ticket_keyed, "sql/ticket_keyed" },
		{ &l->stub_account, "sql/stub_account" },
		{ &l->find_account, "sql/find_account" },
		{ &l->body_put, "sql/body_put" },
		{ &l->dirty_ticket, "sql/dirty_ticket" },
		{ &l->dirty_other, "sql/dirty_other" },
		{ &l->patch, "sql/json_patch" },
		{ &l->fact_put, "sql/fact_put" },
		{ &l->fact_get, "sql/fact_get" },
		{ &l->fact_set, "sql/fact_set" },
	};

	if (hd_db_script(l->db, "sql/load_begin", err) != 0 ||
	    prepare_kinds(l, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		*list[i].st = hd_stmt_named(l->db, list[i].name, err);
		if (*list[i].st == NULL)
			return -1;
	}
	return 0;
}

void
hd_loader_unprepare(struct hd_loader *l)
{
	struct hd_stmt *list[] = { l->stub_ticket, l->find_ticket,
		l->ticket_keyed, l->stub_account, l->find_account, l->body_put,
		l->dirty_ticket, l->dirty_other, l->patch, l->fact_put,
		l->fact_get, l->fact_set, l->hold };

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		hd_stmt_close(list[i]);
	for (int k = 0; k < HD_REC_KINDS; k++) {
		hd_stmt_close(l->sql[k].insert);
		hd_stmt_close(l->sql[k].find);
		hd_stmt_close(l->sql[k].update);
	}
	hd_stmt_close(l->part.find);
	hd_stmt_close(l->part.update);
}
