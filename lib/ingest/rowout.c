/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row has become, on its way out: see row.h. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/mapfile.h"
#include "ingest/row.h"
#include "ingest/shape.h"
#include "ingest/side.h"

/* Is it the first of its name, and which of the others say something else? */
static size_t
others_named(const struct hd_row *row, size_t i, bool *first)
{
	const struct hd_row_other *o = row->others;
	size_t n = 1;

	*first = true;
	for (size_t k = 0; k < row->n; k++) {
		if (o[k].t.col != HD_T_OTHER ||
		    !hd_str_same(o[k].name, o[i].name))
			continue;
		if (k < i)
			*first = false;
		n += k > i && !hd_str_same(o[k].text, o[i].text);
	}
	return n;
}

/* Several values of one name, each once. */
static void
all_values(struct hd_jgen *g, const struct hd_row *row, size_t i)
{
	const struct hd_row_other *o = row->others;
	size_t before;

	hd_jgen_arr(g);
	for (size_t k = i; k < row->n; k++) {
		if (o[k].t.col != HD_T_OTHER ||
		    !hd_str_same(o[k].name, o[i].name))
			continue;
		for (before = i; before < k; before++)
			if (hd_str_same(o[before].name, o[k].name) &&
			    hd_str_same(o[before].text, o[k].text))
				break;
		if (before == k)
			hd_jgen_str(g, o[k].text);
	}
	hd_jgen_endarr(g);
}

/* What no column took is kept under its own name. */
static void
fields(struct hd_row *row)
{
	struct hd_ingest *in = row->in;
	size_t n = 0, values = 1;
	bool first = true;

	for (size_t i = 0; i < row->n; i++)
		n += row->others[i].t.col == HD_T_OTHER;
	if (n == 0 || row->r.v[HD_TK_FIELDS].type != HD_CELL_NONE)
		return;
	hd_jgen_obj(&in->gen);
	for (size_t i = 0; i < row->n; i++) {
		if (row->others[i].t.col != HD_T_OTHER)
			continue;
		if (row->shape != NULL && row->shape->repeats)
			values = others_named(row, i, &first);
		if (!first)
			continue;
		hd_jgen_str(&in->gen, row->others[i].name);
		if (values > 1)
			all_values(&in->gen, row, i);
		else
			hd_jgen_str(&in->gen, row->others[i].text);
	}
	hd_jgen_endobj(&in->gen);
	hd_keep_json(in, &row->r, HD_TK_FIELDS);
}

static const struct hd_row_other *
fact(const struct hd_row *row, const char *name)
{
	const struct hd_row_other *o;

	for (size_t i = 0; i < row->n; i++) {
		o = &row->others[i];
		if (o->t.col == HD_T_FACT && strcmp(o->t.fact, name) == 0)
			return o;
	}
	return NULL;
}

struct hd_str
hd_row_currency(const struct hd_row *row)
{
	const struct hd_row_other *o = fact(row, "currency");

	return o != NULL ? o->text : (struct hd_str){ NULL, 0 };
}

/*
 * A currency that is not that of the database: its amounts are rejected, and
 * those that stand must not go by it.
 */
static bool
other_currency(const struct hd_row *row, const struct hd_row_other *o)
{
	const struct hd_ingest *in = row->in;

	return strcmp(o->t.fact, "currency") == 0 && in->o->fx == NULL &&
	       in->currency[0] != '\0' &&
	       !hd_str_ieq(hd_str_trim(o->text), in->currency);
}

static int
emit_facts(struct hd_row *row, struct hd_err *err)
{
	struct hd_factset set = { row->r.id, row->since, row->r.ver,
		hd_row_currency(row), HD_TIME_NONE };
	const struct hd_row_other *o = fact(row, "churned_at");
	struct hd_ingest *in = row->in;

	if (o != NULL) {
		in->order = o->order;
		in->zone = o->zone;
		if (hd_churn_date(in, &set, o->text, err) != 0)
			return -1;
	}
	for (size_t i = 0; i < row->n; i++) {
		o = &row->others[i];
		in->order = o->order;
		if (o->t.col == HD_T_FACT && !other_currency(row, o) &&
		    hd_fact_of(in, &set, o->t.fact, o->text, err) != 0)
			return -1;
	}
	return 0;
}

/* Do the wheres of the mapping file want it?  Those of one name are "or". */
static bool
wanted(const struct hd_row *row)
{
	const struct hd_mapping *m = row->in->o->map;
	const struct hd_map_where *w;
	bool asked, same, any;

	for (size_t i = 0; row->where != NULL && i < m->n_wheres; i++) {
		asked = any = false;
		for (size_t k = i; k < m->n_wheres; k++) {
			w = &m->wheres[k];
			if (w->first != i)
				continue;
			same = row->where[i].n == w->value.n &&
			       (w->value.n == 0 ||
				   hd_str_ieq(row->where[i], w->value.p));
			if (w->differs && same)
				return false;
			asked = asked || !w->differs;
			any = any || (!w->differs && same);
		}
		if (asked && !any)
			return false;
	}
	return true;
}

static void
finish_ticket(struct hd_row *row)
{
	struct hd_rec *r = &row->r;

	fields(row);
	if (r->v[HD_TK_PAGE].type == HD_CELL_TEXT)
		r->v[HD_TK_PAGE].s = hd_page(r->v[HD_TK_PAGE].s);
	if (r->v[HD_TK_SUBJECT].type == HD_CELL_TEXT &&
	    hd_placeholder(r->v[HD_TK_SUBJECT].s))
		r->v[HD_TK_SUBJECT].type = HD_CELL_NONE;
	if (r->ver == HD_TIME_NONE && r->v[HD_TK_UPDATED].type == HD_CELL_INT)
		r->ver = r->v[HD_TK_UPDATED].i;
}

/* A status in a history, in the words that tickets have. */
static void
status_cell(struct hd_cell *c)
{
	const char *word =
	    c->type == HD_CELL_TEXT ? hd_status_word(c->s) : NULL;

	if (word != NULL)
		c->s = hd_str(word);
}

static void
finish_event(struct hd_rec *r)
{
	if (r->v[HD_EV_FIELD].type != HD_CELL_TEXT ||
	    !hd_str_eq(r->v[HD_EV_FIELD].s, "status"))
		return;
	status_cell(&r->v[HD_EV_OLD]);
	status_cell(&r->v[HD_EV_NEW]);
}

/* What has no id of its own is known by what it says. */
static void
id_of_content(struct hd_row *row)
{
	struct hd_rec *r = &row->r;
	struct hd_buf b = HD_BUF_INIT;
	char id[24];
	size_t n;

	(void)hd_rec_columns(r->kind, &n);
	for (size_t i = 0; i < n; i++) {
		if (r->v[i].type == HD_CELL_TEXT)
			hd_buf_add(&b, r->v[i].s.p, r->v[i].s.n);
		else if (r->v[i].type == HD_CELL_INT)
			hd_buf_addf(&b, "%" PRId64, r->v[i].i);
		hd_buf_addc(&b, '\0');
	}
	(void)snprintf(
	    id, sizeof(id), "#%016" PRIx64, hd_hash64(hd_buf_str(&b)));
	r->id = (struct hd_str){ hd_arena_memdup(&row->in->arena, id, 17), 17 };
	hd_buf_release(&b);
}

bool
hd_row_of_vendor(const struct hd_row *row)
{
	const struct hd_mapping *m = row->in->o->map;

	return row->shape != NULL || (m != NULL && m->vendor[0] != '\0');
}

/* One answer of a kind a ticket, as the vendor's other exports have it. */
static void
finish_survey(struct hd_row *row)
{
	struct hd_rec *r = &row->r;
	const struct hd_cell *kind = &r->v[HD_SU_KIND];

	if (!hd_row_of_vendor(row))
		return;
	if (r->id.p == NULL)
		r->id = hd_str(kind->type != HD_CELL_TEXT   ? "#csat"
			       : hd_str_ieq(kind->s, "nps") ? "#nps"
			       : hd_str_ieq(kind->s, "ces") ? "#ces"
							    : "#csat");
	if (r->ver == HD_TIME_NONE && r->v[HD_SU_AT].type == HD_CELL_INT)
		r->ver = r->v[HD_SU_AT].i;
}

static int
finish(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;

	if (r->kind == HD_REC_ACCOUNT)
		return hd_account_finish(row, err);
	if (r->kind == HD_REC_TICKET)
		finish_ticket(row);
	if (r->kind == HD_REC_EVENT)
		finish_event(r);
	if (r->kind == HD_REC_SURVEY)
		finish_survey(row);
	if (r->kind == HD_REC_MESSAGE &&
	    r->v[HD_MS_PUBLIC].type == HD_CELL_INT && !r->v[HD_MS_PUBLIC].i &&
	    r->v[HD_MS_KIND].type == HD_CELL_NONE)
		hd_rec_text(r, HD_MS_KIND, hd_str("note"));
	if (r->id.p == NULL &&
	    (r->kind == HD_REC_MESSAGE || r->kind == HD_REC_EVENT))
		id_of_content(row);
	return 0;
}

/* Is this the first time that a person of this source is met in this run? */
static bool
first_time(struct hd_ingest *in, struct hd_str id)
{
	struct hd_buf key = HD_BUF_INIT;
	int64_t *times;

	hd_buf_addf(&key, "%s ", in->vendor);
	hd_buf_add(&key, id.p, id.n);
	times = hd_map_put(&in->people, hd_buf_str(&key), 0);
	hd_buf_release(&key);
	return ++*times == 1;
}

int
hd_row_member(struct hd_row *row, struct hd_str who, struct hd_err *err)
{
	struct hd_rec r;

	if (!first_time(row->in, who))
		return 0;
	hd_rec_init(&r, HD_REC_PERSON);
	r.id = who;
	hd_rec_text(&r, HD_PS_NAME, who);
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_AGENT);
	return hd_emit_part(row->in, &r, 0, err);
}

/* What the table says of the requester besides the id. */
static int
emit_requester(struct hd_row *row, struct hd_err *err)
{
	const struct hd_cell *id = &row->r.v[HD_TK_REQUESTER];
	struct hd_rec r;

	if (id->type != HD_CELL_TEXT ||
	    (row->who.p == NULL && row->mail.p == NULL) ||
	    !first_time(row->in, id->s))
		return 0;
	hd_rec_init(&r, HD_REC_PERSON);
	r.id = id->s;
	hd_rec_text(&r, HD_PS_NAME, row->who);
	hd_rec_text(&r, HD_PS_EMAIL, row->mail);
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_CUSTOMER);
	return hd_emit_part(row->in, &r, 0, err);
}

int
hd_row_emit(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;

	if (!wanted(row)) {
		row->dropped = true;
		hd_skip(row->in, r->kind);
		return 0;
	}
	if (row->bad) {
		*err = row->why;
		return -1;
	}
	if (finish(row, err) != 0)
		return -1;
	if (r->kind == HD_REC_SUBSCRIPTION)
		return hd_subscription_emit(row, err);
	if (hd_is_side(r->kind))
		return hd_side_emit(row, err);
	if (hd_emit(row->in, r, err) != 0)
		return -1;
	if (r->kind == HD_REC_TICKET)
		return emit_requester(row, err);
	return r->kind == HD_REC_ACCOUNT ? emit_facts(row, err) : 0;
}

int
hd_row_description(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec m;

	if (row->r.kind != HD_REC_TICKET || row->description.n == 0 ||
	    row->dropped)
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
