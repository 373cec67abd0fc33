/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named values to records: see row.h. */
#include <string.h>

#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/row.h"
#include "ingest/side.h"

void
hd_row_begin(struct hd_row *row, struct hd_ingest *in, enum hd_rec_kind kind)
{
	memset(row, 0, sizeof(*row));
	row->in = in;
	row->since = HD_TIME_NONE;
	hd_rec_init(&row->r, kind);
}

/* A target in one integer, for the map of names already met. */
#define PACK(t) (((int64_t)(t).col + 100) * 100000 + (int64_t)(t).unit)

struct hd_target
hd_row_target(struct hd_ingest *in, enum hd_rec_kind kind, struct hd_str name)
{
	struct hd_map *m = &in->names[kind];
	struct hd_target t;
	int64_t *known = hd_map_get(m, name);

	if (known != NULL)
		return (struct hd_target){ (int)(*known / 100000 - 100),
			(double)(*known % 100000) };
	t = hd_target_of(in->o->map, kind, name);
	if (m->count < 4096) /* a hostile export has no end of names */
		(void)hd_map_put(m, name, PACK(t));
	return t;
}

static void
keep(struct hd_row *row, struct hd_str name, struct hd_target t,
    struct hd_str text)
{
	struct hd_row_other *more;

	if (row->n == row->cap) {
		row->cap = row->cap > 0 ? row->cap * 2 : 16;
		more =
		    hd_arena_alloc(&row->in->arena, row->cap * sizeof(*more));
		if (row->n > 0)
			memcpy(more, row->others, row->n * sizeof(*more));
		row->others = more;
	}
	row->others[row->n++] = (struct hd_row_other){ name, text, t };
}

static int
moment(struct hd_row *row, struct hd_str text, int64_t *t, struct hd_err *err)
{
	struct hd_rec tmp;

	hd_rec_init(&tmp, HD_REC_ACCOUNT);
	if (hd_convert(row->in, &tmp, HD_AC_CREATED, 0, text, err) != 0)
		return -1;
	if (tmp.v[HD_AC_CREATED].type == HD_CELL_INT)
		*t = tmp.v[HD_AC_CREATED].i;
	return 0;
}

static int private(struct hd_row *row, struct hd_str text, struct hd_err *err)
{
	if (hd_convert(row->in, &row->r, HD_MS_PUBLIC, 0, text, err) != 0)
		return -1;
	row->r.v[HD_MS_PUBLIC].i = !row->r.v[HD_MS_PUBLIC].i;
	return 0;
}

int
hd_row_put(struct hd_row *row, struct hd_str name, struct hd_target t,
    struct hd_str text, struct hd_err *err)
{
	text = hd_str_trim(text);
	if (text.n == 0 || hd_str_eq(text, "-"))
		return 0;
	switch (t.col) {
	case HD_T_ID:
		if (row->r.id.p == NULL)
			row->r.id = text;
		return 0;
	case HD_T_TICKET:
		row->r.ticket = text;
		return 0;
	case HD_T_KEY:
		row->r.key = text;
		return 0;
	case HD_T_DESCRIPTION:
		row->description = text;
		return 0;
	case HD_T_PRIVATE:
		return private(row, text, err);
	case HD_T_SINCE:
		return moment(row, text, &row->since, err);
	case HD_T_VERSION:
		return row->r.ver == HD_TIME_NONE
			   ? moment(row, text, &row->r.ver, err)
			   : 0;
	case HD_T_DOMAIN:
		if (row->domains.n == 0)
			row->domains = text;
		return 0;
	case HD_T_IGNORE:
		return 0;
	case HD_T_FACT:
	case HD_T_OTHER:
		keep(row, name, t, text);
		return 0;
	default:
		break;
	}
	/* of several columns for one thing the first that says it counts */
	if (row->r.v[t.col].type != HD_CELL_NONE)
		return 0;
	if (hd_convert(row->in, &row->r, t.col, t.unit, text, err) != 0)
		return hd_err_in(
		    err, "%.*s", (int)(name.n < 40 ? name.n : 40), name.p);
	return 0;
}

/* What no column took is kept under its own name. */
static void
fields(struct hd_row *row)
{
	struct hd_ingest *in = row->in;

	if (row->n == 0 || row->r.v[HD_TK_FIELDS].type != HD_CELL_NONE)
		return;
	hd_jgen_obj(&in->gen);
	for (size_t i = 0; i < row->n; i++) {
		hd_jgen_str(&in->gen, row->others[i].name);
		hd_jgen_str(&in->gen, row->others[i].text);
	}
	hd_jgen_endobj(&in->gen);
	hd_keep_json(in, &row->r, HD_TK_FIELDS);
}

static struct hd_str
fact_text(const struct hd_row *row, const char *fact)
{
	const char *name;

	for (size_t i = 0; i < row->n; i++) {
		name = row->others[i].t.col == HD_T_FACT
			   ? hd_fact_name(row->others[i].name)
			   : NULL;
		if (name != NULL && strcmp(name, fact) == 0)
			return row->others[i].text;
	}
	return (struct hd_str){ NULL, 0 };
}

struct hd_str
hd_row_currency(const struct hd_row *row)
{
	return fact_text(row, "currency");
}

static int
emit_facts(struct hd_row *row, struct hd_err *err)
{
	struct hd_factset set = { row->r.id, row->since, row->r.ver,
		hd_row_currency(row), HD_TIME_NONE };
	const struct hd_row_other *o;

	if (hd_churn_date(row->in, &set, fact_text(row, "churned_at"), err) !=
	    0)
		return -1;
	for (size_t i = 0; i < row->n; i++) {
		o = &row->others[i];
		if (o->t.col == HD_T_FACT &&
		    hd_fact_of(row->in, &set, hd_fact_name(o->name), o->text,
			err) != 0)
			return -1;
	}
	return 0;
}

int
hd_row_emit(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;

	if (r->kind == HD_REC_SUBSCRIPTION)
		return hd_subscription_emit(row, err);
	if (r->kind == HD_REC_ACCOUNT && hd_account_finish(row, err) != 0)
		return -1;
	if (hd_is_side(r->kind))
		return hd_side_emit(row, err);
	if (r->kind == HD_REC_TICKET) {
		fields(row);
		if (r->v[HD_TK_PAGE].type == HD_CELL_TEXT)
			r->v[HD_TK_PAGE].s = hd_page(r->v[HD_TK_PAGE].s);
		if (r->v[HD_TK_SUBJECT].type == HD_CELL_TEXT &&
		    hd_placeholder(r->v[HD_TK_SUBJECT].s))
			r->v[HD_TK_SUBJECT].type = HD_CELL_NONE;
		if (r->v[HD_TK_UPDATED].type == HD_CELL_INT)
			r->ver = r->v[HD_TK_UPDATED].i;
	}
	if (r->kind == HD_REC_MESSAGE &&
	    r->v[HD_MS_PUBLIC].type == HD_CELL_INT && !r->v[HD_MS_PUBLIC].i &&
	    r->v[HD_MS_KIND].type == HD_CELL_NONE)
		hd_rec_text(r, HD_MS_KIND, hd_str("note"));
	if (hd_emit(row->in, r, err) != 0)
		return -1;
	return r->kind == HD_REC_ACCOUNT ? emit_facts(row, err) : 0;
}

int
hd_row_description(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec m;

	if (row->r.kind != HD_REC_TICKET || row->description.n == 0)
		return 0;
	hd_rec_init(&m, HD_REC_MESSAGE);
	m.id = hd_str("#description");
	m.ticket = row->r.id;
	if (row->r.v[HD_TK_CREATED].type == HD_CELL_INT)
		hd_rec_int(&m, HD_MS_AT, row->r.v[HD_TK_CREATED].i);
	hd_rec_int(&m, HD_MS_SEQ, -1);
	hd_rec_int(&m, HD_MS_SAID, HD_ROLE_CUSTOMER);
	hd_rec_text(&m, HD_MS_BODY, row->description);
	return hd_emit_part(row->in, &m, 0, err);
}
