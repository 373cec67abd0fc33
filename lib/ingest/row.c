/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named values to records: see row.h. */
#include <limits.h>
#include <string.h>

#include "ingest/alias.h"
#include "ingest/convert.h"
#include "ingest/mapfile.h"
#include "ingest/parts.h"
#include "ingest/row.h"
#include "ingest/shape.h"

void
hd_row_begin(struct hd_row *row, struct hd_ingest *in, enum hd_rec_kind kind)
{
	const struct hd_mapping *m = in->o->map;

	memset(row, 0, sizeof(*row));
	row->in = in;
	row->since = HD_TIME_NONE;
	for (size_t i = 0; i < sizeof(row->rank) / sizeof(row->rank[0]); i++)
		row->rank[i] = INT_MAX;
	if (m != NULL && m->n_wheres > 0) {
		row->where = hd_arena_alloc(
		    &in->arena, m->n_wheres * sizeof(*row->where));
		memset(row->where, 0, m->n_wheres * sizeof(*row->where));
	}
	hd_rec_init(&row->r, kind);
}

struct hd_name
hd_row_name(struct hd_ingest *in, enum hd_rec_kind kind, struct hd_str name)
{
	struct hd_map *m = &in->names[kind];
	struct hd_name what;
	int64_t *known = hd_map_get(m, name);

	if (known != NULL)
		return in->known[*known];
	what = hd_name_of(in->o->map, kind, name);
	if (m->count < 4096) { /* a hostile export has no end of names */
		in->known = hd_grow(in->known, &in->known_cap, in->n_known + 1,
		    sizeof(*in->known));
		in->known[in->n_known] = what;
		(void)hd_map_put(m, name, (int64_t)in->n_known++);
	}
	return what;
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
	row->others[row->n++] = (struct hd_row_other){ name, text, t,
		row->in->zone, row->in->order };
}

static const struct hd_row_other *
find(const struct hd_row *row, const char *name)
{
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_row_other *found = NULL;

	for (size_t i = 0; i < row->n && found == NULL; i++) {
		hd_alias_normal(row->others[i].name, &b);
		if (hd_str_eq(hd_buf_str(&b), name))
			found = &row->others[i];
	}
	hd_buf_release(&b);
	return found;
}

struct hd_str
hd_row_other(const struct hd_row *row, const char *name)
{
	const struct hd_row_other *o = find(row, name);

	return o != NULL ? o->text : (struct hd_str){ NULL, 0 };
}

int
hd_row_take(const struct hd_row *row, const char *name, struct hd_rec *r,
    int col, struct hd_err *err)
{
	const struct hd_row_other *o = find(row, name);

	if (o == NULL)
		return 0;
	row->in->zone = o->zone;
	row->in->order = o->order;
	return hd_convert(row->in, r, col, 0, o->text, err);
}

/* A time that is no column of the record. */
static int
moment(struct hd_row *row, struct hd_str text, int64_t *t, struct hd_err *err)
{
	struct hd_rec tmp;

	hd_rec_init(&tmp,
	    row->r.kind == HD_REC_ACCOUNT ? HD_REC_ACCOUNT : HD_REC_TICKET);
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

/* The groups a ticket was in are its transfers and the first. */
static int
stations(struct hd_row *row, struct hd_str text, struct hd_err *err)
{
	struct hd_cell *c = &row->r.v[HD_TK_TRANSFERS];

	if (hd_convert(row->in, &row->r, HD_TK_TRANSFERS, 0, text, err) != 0)
		return -1;
	if (c->type == HD_CELL_INT && c->i > 0)
		c->i--;
	return 0;
}

/* What follows the last slash of an address without query and fragment. */
static struct hd_str
last_part(struct hd_str url)
{
	url = hd_page(url);
	while (url.n > 0 && url.p[url.n - 1] == '/')
		url.n--;
	for (size_t i = url.n; i > 0; i--)
		if (url.p[i - 1] == '/')
			return (struct hd_str){ url.p + i, url.n - i };
	return url;
}

static int
special(struct hd_row *row, const struct hd_target *t, struct hd_str text,
    struct hd_err *err)
{
	switch (t->col) {
	case HD_T_ID:
		row->r.id = text;
		return 0;
	case HD_T_TICKET:
		row->r.ticket = text;
		return 0;
	case HD_T_KEY:
		row->r.key = text;
		return 0;
	case HD_T_DOMAIN:
		row->domains = text;
		return 0;
	case HD_T_LINK:
		row->r.ticket = last_part(text);
		return 0;
	case HD_T_DESCRIPTION:
		row->description = text;
		return 0;
	case HD_T_HTML:
		if (row->r.kind == HD_REC_MESSAGE)
			hd_rec_text(
			    &row->r, HD_MS_BODY, hd_plain(row->in, text));
		else
			row->description = hd_plain(row->in, text);
		return 0;
	case HD_T_WHO:
		row->who = text;
		return 0;
	case HD_T_MAIL:
		row->mail = text;
		return 0;
	case HD_T_PRIVATE:
		return private(row, text, err);
	case HD_T_SINCE:
		return moment(row, text, &row->since, err);
	case HD_T_VERSION:
		return moment(row, text, &row->r.ver, err);
	case HD_T_STATIONS:
		return stations(row, text, err);
	default:
		return 0;
	}
}

/* Two cells of tags: those of both. */
static int
more_tags(struct hd_row *row, struct hd_str text, struct hd_err *err)
{
	struct hd_cell *c = &row->r.v[HD_TK_TAGS];
	struct hd_str first = c->s;

	if (hd_convert(row->in, &row->r, HD_TK_TAGS, 0, text, err) != 0)
		return -1;
	c->s = hd_tags_united(row->in, first, c->s);
	return 0;
}

static int
put_one(struct hd_row *row, struct hd_str name, const struct hd_target *t,
    struct hd_str text, struct hd_err *err)
{
	int *rank = &row->rank[t->col - HD_T_MIN];
	struct hd_cell *c = t->col >= 0 ? &row->r.v[t->col] : NULL;

	if (t->col == HD_T_FACT || t->col == HD_T_OTHER ||
	    t->col == HD_T_COMMENT) {
		keep(row, name, *t, text);
		return 0;
	}
	if (row->r.kind == HD_REC_TICKET && t->col == HD_TK_TAGS &&
	    t->rank == *rank)
		return more_tags(row, text, err);
	if (t->rank == *rank && t->col == HD_T_DESCRIPTION &&
	    !hd_str_same(text, row->description)) {
		keep(row, name, (struct hd_target){ .col = HD_T_OTHER }, text);
		return 0;
	}
	if (t->rank >= *rank)
		return 0;
	/* what the user says a word means comes first: hd_convert() */
	if (t->col >= 0 && row->shape != NULL &&
	    hd_mapping_word(row->in->o->map, row->r.kind, t->col, text).p ==
		NULL)
		text = hd_shape_word(row->shape, t->col, text);
	if (t->col < 0
		? special(row, t, text, err) != 0
		: hd_convert(row->in, &row->r, t->col, t->unit, text, err) != 0)
		return hd_err_in(
		    err, "%.*s", (int)(name.n < 40 ? name.n : 40), name.p);
	if (c == NULL || c->type != HD_CELL_NONE)
		*rank = t->rank;
	return 0;
}

/* JSON in a value that mapped names lead into. */
static void
inside(struct hd_row *row, struct hd_str name, struct hd_str text)
{
	struct hd_err ignored = HD_ERR_INIT;
	const struct hd_json *j;

	if (text.n == 0 || (text.p[0] != '{' && text.p[0] != '['))
		return;
	j = hd_json_parse(&row->in->arena, text, &ignored);
	if (j != NULL)
		hd_row_members(row, j, name);
}

void
hd_row_put(struct hd_row *row, struct hd_str name, const struct hd_name *what,
    struct hd_str text)
{
	struct hd_err err = HD_ERR_INIT;

	text = hd_str_trim(text);
	if (what->where > 0 && row->where != NULL)
		row->where[what->where - 1] = text;
	if (what->inside)
		inside(row, name, text);
	if (text.n == 0 || hd_str_eq(text, "-") ||
	    (row->shape != NULL && hd_shape_nothing(row->shape, text)))
		return;
	for (size_t i = 0; i < what->n; i++)
		if (put_one(row, name, &what->t[i], text, &err) != 0 &&
		    !row->bad) {
			row->bad = true;
			row->why = err;
		}
}

/* The labels of a ticket, gathered in one object. */
static bool
is_labels(const struct hd_row *row, const struct hd_json *m)
{
	return row->r.kind == HD_REC_LABEL && m->type == HD_JOBJ &&
	       hd_str_eq(m->key, "labels");
}

static void
member(struct hd_row *row, const struct hd_json *m, struct hd_str name)
{
	struct hd_ingest *in = row->in;
	struct hd_name what = hd_row_name(in, row->r.kind, name);
	bool nested = m->key.p == NULL || name.n > m->key.n;
	bool label = row->r.kind == HD_REC_LABEL;

	if (m->type == HD_JARR && what.n > 0 && what.t[0].col == HD_TK_TAGS &&
	    row->r.kind == HD_REC_TICKET) {
		hd_take_tags(in, &row->r, m, "name");
		return;
	}
	if (m->type == HD_JOBJ && row->r.kind == HD_REC_TICKET &&
	    (hd_str_eq(name, "fields") || hd_str_eq(name, "custom_fields"))) {
		hd_take_fields(in, &row->r, m);
		return;
	}
	if (is_labels(row, m)) {
		hd_row_members(row, m, (struct hd_str){ NULL, 0 });
		return;
	}
	if (label && m->type == HD_JARR && m->count > 0) {
		/* several values of a label are one: their JSON array */
		hd_buf_reset(&in->text);
		hd_jgen_val(&in->gen, m);
		hd_jgen_take(&in->gen, &in->text);
		hd_row_put(row, name, &what, hd_keep_text(in));
		return;
	}
	/* deeper down only what the file names: the rest is of others */
	if (nested && what.n > 0 && what.t[0].rank >= 0)
		what.n = 0;
	if (hd_json_str(m).p != NULL)
		hd_row_put(row, name, &what, m->s);
}

void
hd_row_members(
    struct hd_row *row, const struct hd_json *j, struct hd_str prefix)
{
	struct hd_arena *a = &row->in->arena;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str name;
	size_t place = 0;

	for (j = j->child; j != NULL; j = j->next) {
		hd_buf_reset(&b);
		if (prefix.n > 0)
			hd_buf_addf(&b, "%.*s.", (int)prefix.n, prefix.p);
		if (j->key.p != NULL)
			hd_buf_add(&b, j->key.p, j->key.n);
		else
			hd_buf_addf(&b, "%zu", place++);
		name.p = hd_arena_memdup(a, hd_buf_cstr(&b), b.n);
		name.n = b.n;
		member(row, j, name);
		if (row->in->o->map != NULL && j->child != NULL &&
		    !is_labels(row, j))
			hd_row_members(row, j, name);
	}
	hd_buf_release(&b);
}
