/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: see sheet.h. */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "ingest/alias.h"
#include "ingest/mapfile.h"
#include "ingest/notes.h"
#include "ingest/rows.h"
#include "ingest/sheet.h"
#include "ingest/shape.h"

static const struct hd_zone utc = HD_ZONE_UTC;

/* " [list]" and the like behind the name of a column of the user's. */
static struct hd_str
without_type(struct hd_str name)
{
	static const char *const types[] = { " [list]", " [txt]", " [int]",
		" [dec]", " [date]", " [flag]" };
	size_t n;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		n = strlen(types[i]);
		if (name.n > n && memcmp(name.p + name.n - n, types[i], n) == 0)
			return hd_str_trim(
			    (struct hd_str){ name.p, name.n - n });
	}
	return name;
}

static bool
same_name(struct hd_str a, struct hd_str b)
{
	struct hd_buf x = HD_BUF_INIT, y = HD_BUF_INIT;
	bool same;

	hd_alias_normal(a, &x);
	hd_alias_normal(b, &y);
	same = hd_str_same(hd_buf_str(&x), hd_buf_str(&y));
	hd_buf_release(&x);
	hd_buf_release(&y);
	return same;
}

/* "Labels (3)" is another "Labels", if there is one before it. */
static struct hd_str
repeated(const struct hd_str *names, size_t i)
{
	struct hd_str s = names[i], place;
	int64_t n;

	for (size_t k = 0; k < i; k++) {
		if (s.n <= names[k].n + 3 || s.p[s.n - 1] != ')' ||
		    memcmp(s.p, names[k].p, names[k].n) != 0 ||
		    memcmp(s.p + names[k].n, " (", 2) != 0)
			continue;
		place = (struct hd_str){ s.p + names[k].n + 2,
			s.n - names[k].n - 3 };
		if (hd_num_int(place, &n))
			return names[k];
	}
	return s;
}

/*
 * A column of the user's own goes by its name without the type, unless another
 * column is called that, and is never taken for one of the helpdesk's.
 */
static void
own_column(struct hd_sheet *t, const struct hd_str *names, size_t n, size_t i)
{
	struct hd_sheet_column *c = &t->columns[i];
	struct hd_str name = without_type(names[i]);

	if (name.n == names[i].n ||
	    (c->what.n > 0 && c->what.t[0].col != HD_T_OTHER))
		return;
	for (size_t k = 0; k < n; k++)
		if (k != i && same_name(without_type(names[k]), name))
			return;
	c->name.n = name.n;
	c->what = hd_row_name(t->in, t->kind, name);
	if (c->what.n > 0 && c->what.t[0].rank >= 0 &&
	    c->what.t[0].col != HD_TK_HANDLE)
		c->what.t[0].col = HD_T_OTHER;
}

static void
plan_column(struct hd_sheet *t, const struct hd_str *names, size_t i)
{
	struct hd_sheet_column *c = &t->columns[i];
	struct hd_str name = names[i], base = repeated(names, i);
	struct hd_name first;
	struct hd_target own;

	c->what = hd_row_name(t->in, t->kind, name);
	if (t->shape != NULL && (c->what.n == 0 || c->what.t[0].rank >= 0) &&
	    hd_shape_column(t->shape, base, &own)) {
		c->what.t[0] = own;
		c->what.n = c->what.n > 0 ? c->what.n : 1;
	}
	if (t->shape != NULL && hd_shape_person(t->shape, base, &own)) {
		if (c->what.n == 1 && c->what.t[0].col == HD_T_OTHER)
			c->what.n = 0;
		c->what.t[c->what.n++] = own;
	}
	first = hd_row_name(t->in, t->kind, base);
	if (t->kind == HD_REC_TICKET && first.n > 0 &&
	    first.t[0].col == HD_TK_TAGS)
		c->what = first;
}

/* The zone a header names, else what is known of all its times. */
static void
plan_zone(struct hd_sheet *t, struct hd_str name, size_t i, bool is_utc)
{
	const struct hd_mapping *m = t->in->o->map;
	struct hd_str text = hd_alias_zone(name);
	struct hd_err ignored = HD_ERR_INIT;
	struct hd_zone *z;

	t->columns[i].zone = m != NULL && m->tz_set ? &m->tz
			     : is_utc		    ? &utc
						    : NULL;
	if (text.p == NULL)
		return;
	z = hd_arena_alloc(&t->arena, sizeof(*z));
	if (hd_zone_open(
		z, hd_arena_memdup(&t->arena, text.p, text.n), &ignored) == 0)
		t->columns[i].zone = z;
}

/* What the user says comes before what the header looks like. */
static void
tell_kind(struct hd_sheet *t, const struct hd_str *names, size_t n)
{
	const struct hd_ingest_opts *o = t->in->o;

	t->shape = hd_shape_of(names, n);
	t->kind = t->shape != NULL ? t->shape->kind : hd_table_kind(names, n);
	t->vendor =
	    t->shape != NULL ? t->shape->vendor : hd_table_vendor(names, n);
	if (hd_mapping_shapes(o->map) && o->map->kind_set)
		t->kind = o->map->kind;
	if (o->map != NULL && o->map->vendor[0] != '\0')
		t->vendor = o->map->vendor;
	if (o->as != NULL)
		(void)hd_as_known(o->as, &t->vendor, &t->kind);
	if (t->shape == NULL || t->shape->kind != t->kind ||
	    strcmp(t->shape->vendor, t->vendor) != 0)
		t->shape = hd_shape_for(t->vendor, t->kind);
}

int
hd_sheet_open(struct hd_sheet *t, struct hd_ingest *in,
    const struct hd_str *names, size_t n, struct hd_err *err)
{
	bool is_utc = hd_alias_in(names, n, "fivetran synced");

	memset(t, 0, sizeof(*t));
	t->in = in;
	t->n = n;
	t->columns = hd_xcalloc(n, sizeof(*t->columns));
	for (size_t i = 0; i < n; i++)
		t->columns[i].name = (struct hd_str){
			hd_arena_memdup(&t->arena, names[i].p, names[i].n),
			names[i].n
		};
	if (in->rows != NULL)
		return 0;
	tell_kind(t, names, n);
	if (t->shape != NULL && t->shape->skip != NULL) {
		hd_ingest_note(in, t->shape->skip);
		return 0;
	}
	for (size_t i = 0; i < n; i++) {
		plan_column(t, names, i);
		plan_zone(t, names[i], i, is_utc);
		if (t->shape != NULL && t->shape->typed)
			own_column(t, names, n, i);
	}
	hd_sheet_notes(t);
	return hd_set_source(in, t->vendor, (struct hd_str){ NULL, 0 }, err);
}

/* Is the column but kept, for those who look for it by name? */
static bool
only_kept(const struct hd_sheet_column *c)
{
	return c->what.n == 1 && c->what.t[0].col == HD_T_OTHER;
}

bool
hd_sheet_time(const struct hd_sheet *t, size_t i)
{
	const struct hd_sheet_column *c = &t->columns[i];
	size_t n;
	const struct hd_column *columns = hd_rec_columns(t->kind, &n);
	int col;

	for (size_t k = 0; k < c->what.n; k++) {
		col = c->what.t[k].col;
		if (col == HD_T_SINCE || col == HD_T_VERSION ||
		    col == HD_T_FACT || col == HD_T_COMMENT)
			return true;
		if (col >= 0 && (size_t)col < n &&
		    columns[col].type == HD_C_TIME)
			return true;
	}
	return t->shape != NULL && t->shape->emit != NULL && only_kept(c) &&
	       c->name.n > 3 &&
	       hd_str_ieq(
		   (struct hd_str){ c->name.p + c->name.n - 2, 2 }, "at") &&
	       strchr(" _", c->name.p[c->name.n - 3]) != NULL;
}

/* A column that has both orders makes the row bad. */
static int
find_order(struct hd_sheet *t, struct hd_row *row, size_t i, struct hd_str s,
    struct hd_err *err)
{
	const struct hd_sheet_column *c = &t->columns[i];

	t->in->order = HD_ORDER_UNKNOWN;
	if (t->order == NULL || t->in->o->order != HD_ORDER_UNKNOWN ||
	    t->order(t->ctx, i, s, &t->in->order, err) == 0)
		return 0;
	if (err->code != HD_EDATA)
		return -1;
	if (row == NULL || row->bad || only_kept(c))
		return 0;
	(void)hd_err_in(
	    err, "%.*s", (int)(c->name.n < 40 ? c->name.n : 40), c->name.p);
	row->bad = true;
	row->why = *err;
	return 0;
}

static int
put_cells(struct hd_sheet *t, struct hd_row *row, const struct hd_str *cells,
    size_t n, struct hd_err *err)
{
	struct hd_ingest *in = t->in;

	in->tag_sep = t->shape != NULL ? t->shape->tag_sep : '\0';
	for (size_t i = 0; i < n; i++) {
		if (find_order(t, row, i, cells[i], err) != 0)
			return -1;
		in->zone = t->columns[i].zone;
		hd_row_put(row, t->columns[i].name, &t->columns[i].what,
		    hd_unescaped(cells[i]));
	}
	in->tag_sep = '\0';
	in->order = HD_ORDER_UNKNOWN;
	return 0;
}

/* Emit a row: 1; a bad one is rejected: 0. */
static int
emit(struct hd_sheet *t, struct hd_row *row, struct hd_err *err)
{
	int rc;

	if (t->shape != NULL && t->shape->emit != NULL) {
		rc = t->shape->emit(row, err);
	} else {
		rc = hd_row_emit(row, err);
		if (rc == 0)
			rc = hd_row_description(row, err);
	}
	t->in->zone = NULL;
	t->in->order = HD_ORDER_UNKNOWN;
	if (rc == 0)
		return 1;
	return err->code == HD_EDATA ? hd_reject(t->in, t->kind, err) : -1;
}

static struct hd_str
id_cell(const struct hd_sheet *t, const struct hd_str *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (t->columns[i].what.n > 0 &&
		    t->columns[i].what.t[0].col == HD_T_ID &&
		    hd_str_trim(cells[i]).n > 0)
			return hd_str_trim(cells[i]);
	return (struct hd_str){ NULL, 0 };
}

/* Rows of one ticket may stand anywhere: they wait for each other. */
static int
hold(struct hd_sheet *t, const struct hd_str *cells, size_t n,
    struct hd_err *err)
{
	struct hd_ingest *in = t->in;
	struct hd_str id = id_cell(t, cells, n);

	if (id.p == NULL) { /* the line of totals */
		hd_skip(in, t->kind);
		return 0;
	}
	/* what their dates prove is to be known when they are read again */
	for (size_t i = 0; i < n; i++)
		if (find_order(t, NULL, i, cells[i], err) != 0)
			return -1;
	hd_jgen_arr(&in->gen);
	for (size_t i = 0; i < n; i++)
		hd_jgen_str(&in->gen, cells[i]);
	hd_jgen_endarr(&in->gen);
	hd_buf_reset(&in->text);
	hd_jgen_take(&in->gen, &in->text);
	return hd_loader_hold(in->loader, id, (int64_t)in->line,
		   hd_buf_str(&in->text), err) == 0
		   ? 1
		   : -1;
}

int
hd_sheet_row(struct hd_sheet *t, const struct hd_str *cells, size_t n,
    struct hd_err *err)
{
	struct hd_row row;

	if (t->in->rows != NULL)
		return hd_rows_cells(t, cells, n, err);
	if (t->shape != NULL && t->shape->skip != NULL) {
		hd_skip(t->in, t->kind);
		return 0;
	}
	if (t->shape != NULL && t->shape->repeats)
		return hold(t, cells, n, err);
	hd_row_begin(&row, t->in, t->kind);
	row.shape = t->shape;
	if (put_cells(t, &row, cells, n, err) != 0)
		return -1;
	return emit(t, &row, err);
}

/* Rows that waited, those of a ticket one after the other. */
struct waiting {
	struct hd_sheet *t;
	struct hd_row row;
	struct hd_buf id; /* of the ticket at hand, empty before the first */
};

static int
waited(void *ctx, struct hd_str id, int64_t line, struct hd_str text,
    struct hd_err *err)
{
	struct waiting *w = ctx;
	struct hd_ingest *in = w->t->in;
	struct hd_str *cells;
	const struct hd_json *j;
	size_t n = 0;

	if (!hd_str_same(hd_buf_str(&w->id), id)) {
		if (w->id.n > 0 && emit(w->t, &w->row, err) < 0)
			return -1;
		hd_arena_reset(&in->arena);
		hd_buf_reset(&w->id);
		hd_buf_add(&w->id, id.p, id.n);
		in->line = (size_t)line;
		hd_row_begin(&w->row, in, w->t->kind);
		w->row.shape = w->t->shape;
	}
	j = hd_json_parse(&in->arena, text, err);
	if (j == NULL)
		return -1;
	cells = hd_arena_alloc(&in->arena, (j->count + 1) * sizeof(*cells));
	for (j = j->child; j != NULL; j = j->next)
		cells[n++] = j->s;
	return put_cells(w->t, &w->row, cells, n, err);
}

int
hd_sheet_end(struct hd_sheet *t, struct hd_err *err)
{
	struct waiting w = { .t = t };
	int rc;

	if (t->shape == NULL || !t->shape->repeats)
		return 0;
	rc = hd_loader_held(t->in->loader, waited, &w, err);
	if (rc == 0 && w.id.n > 0 && emit(t, &w.row, err) < 0)
		rc = -1;
	hd_buf_release(&w.id);
	return rc;
}

void
hd_sheet_release(struct hd_sheet *t)
{
	free(t->columns);
	hd_arena_release(&t->arena);
	memset(t, 0, sizeof(*t));
}
