/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which vendor wrote a record, and the way to its mapper: see vendor.h. */
#include <string.h>

#include "ingest/convert.h"
#include "ingest/html.h"
#include "ingest/mapping.h"
#include "ingest/vendor.h"

static const struct hd_vendor *const vendors[] = {
	/* ids and members of their own; others' tests are wider */
	&hd_chatwoot,
	&hd_helpscout,
	&hd_front,
	&hd_zammad,
	&hd_hubspot,
	&hd_jira,
	&hd_zendesk,
	&hd_freshdesk,
	&hd_intercom,
	&hd_generic,
};

static bool
listed(struct hd_str name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (hd_str_eq(name, *list))
			return true;
	return false;
}

bool
hd_is_member_array(struct hd_str name)
{
	static const char *const names[] = { "comments", "contacts", "data",
		"payload", "threads", "users", "groups", "companies", NULL };

	return listed(name, names);
}

bool
hd_is_record_array(struct hd_str name)
{
	static const char *const names[] = { "tickets", "results",
		"conversations", "ticket_events", "audits", "ticket_audits",
		"ticket_metrics", "metric_sets", "satisfaction_ratings",
		"organizations", "ticket_fields", "chats", "_results",
		"articles", "records", "value", "issues", "customers",
		"history", NULL };

	return listed(name, names) || hd_is_member_array(name);
}

/* {"ticket": {...}} and the like: one member, a known noun, an object. */
static const struct hd_json *
unwrap(const struct hd_json *j)
{
	static const char *const nouns[] = { "ticket", "helpdesk_ticket",
		"conversation", "comment", "user", "organization", "note",
		"company", "contact", NULL };

	while (j->type == HD_JOBJ && j->count == 1 &&
	       j->child->type == HD_JOBJ && listed(j->child->key, nouns))
		j = j->child;
	return j;
}

static const struct hd_rectype *
type_named(struct hd_str as, const struct hd_vendor **vendor)
{
	struct hd_str name;

	(void)hd_str_split(&as, ':', &name);
	for (size_t i = 0; i < sizeof(vendors) / sizeof(vendors[0]); i++) {
		if (!hd_str_eq(name, vendors[i]->name))
			continue;
		*vendor = vendors[i];
		for (const struct hd_rectype *t = vendors[i]->types;
		     t->name != NULL; t++)
			if (hd_str_eq(as, t->name))
				return t;
	}
	return NULL;
}

bool
hd_as_known(const char *as, const char **vendor, enum hd_rec_kind *kind)
{
	const struct hd_vendor *v = NULL;
	const struct hd_rectype *t = type_named(hd_str(as), &v);

	if (t == NULL)
		return false;
	*vendor = v->name;
	*kind = t->kind;
	return true;
}

static const struct hd_rectype *
type_of(const struct hd_json *j, const struct hd_vendor **vendor)
{
	for (size_t i = 0; i < sizeof(vendors) / sizeof(vendors[0]); i++) {
		*vendor = vendors[i];
		for (const struct hd_rectype *t = vendors[i]->types;
		     t->name != NULL; t++)
			if (t->is(j))
				return t;
	}
	return NULL;
}

static int map_array(
    struct hd_ingest *in, const struct hd_json *array, struct hd_err *err);

/*
 * A page met whole (NDJSON, one page a line): its arrays hold the records,
 * at most two levels down.
 */
static bool
is_page(const struct hd_json *j, int depth)
{
	if (j->type != HD_JOBJ || hd_json_get(j, "id") != NULL)
		return false;
	for (j = j->child; j != NULL; j = j->next)
		if ((j->type == HD_JARR && hd_is_record_array(j->key)) ||
		    (depth > 0 && is_page(j, depth - 1)))
			return true;
	return false;
}

static int
map_page(struct hd_ingest *in, const struct hd_json *page, struct hd_err *err)
{
	int r = 0;

	for (const struct hd_json *m = page->child; m != NULL && r == 0;
	     m = m->next) {
		if (m->type == HD_JARR && hd_is_record_array(m->key))
			r = map_array(in, m, err);
		else if (is_page(m, 0))
			r = map_page(in, m, err);
	}
	return r;
}

static int
map_array(struct hd_ingest *in, const struct hd_json *array, struct hd_err *err)
{
	for (const struct hd_json *j = array->child; j != NULL; j = j->next)
		if (hd_map_record(in, array->key, j, err) != 0)
			return -1;
	return 0;
}

/* What a mapping file says the records are. */
static const char *
map_type(const struct hd_mapping *m)
{
	return m->kind == HD_REC_MESSAGE   ? "generic:message"
	       : m->kind == HD_REC_ACCOUNT ? "generic:account"
					   : "generic:ticket";
}

int
hd_map_record(struct hd_ingest *in, struct hd_str array,
    const struct hd_json *j, struct hd_err *err)
{
	const struct hd_vendor *vendor = NULL;
	const struct hd_rectype *t;

	(void)array;
	if (j->type != HD_JOBJ) {
		(void)hd_err_set(err, HD_EDATA, "not a JSON object");
		return hd_broken(in, err);
	}
	j = unwrap(j);
	if (is_page(j, 1))
		return map_page(in, j, err);
	t = in->o->as != NULL ? type_named(hd_str(in->o->as), &vendor)
	    : in->o->map != NULL
		? type_named(hd_str(map_type(in->o->map)), &vendor)
		: type_of(j, &vendor);
	if (t == NULL) {
		(void)hd_err_set(err, HD_EDATA,
		    "cannot tell what this record is: say --as vendor:type "
		    "or --map FILE");
		return hd_broken(in, err);
	}
	if (vendor != &hd_zendesk && hd_set_source(in, vendor->name,
					 (struct hd_str){ NULL, 0 }, err) != 0)
		return -1;
	if (t->map(in, j, err) == 0)
		return 0;
	return err->code == HD_EDATA ? hd_reject(in, t->kind, err) : -1;
}

int
hd_take(struct hd_ingest *in, struct hd_rec *r, int col,
    const struct hd_json *j, const char *path, struct hd_err *err)
{
	struct hd_str s = hd_json_at(j, path);

	return s.p != NULL ? hd_convert(in, r, col, 0, s, err) : 0;
}

int
hd_take_utc(struct hd_rec *r, int col, const struct hd_json *j,
    const char *path, struct hd_err *err)
{
	struct hd_str s = hd_json_at(j, path);

	return s.p != NULL ? hd_convert_utc(r, col, s, err) : 0;
}

void
hd_keep_json(struct hd_ingest *in, struct hd_rec *r, int col)
{
	hd_buf_reset(&in->text);
	hd_jgen_take(&in->gen, &in->text);
	hd_rec_text(r, col,
	    (struct hd_str){
		hd_arena_memdup(&in->arena, in->text.s, in->text.n),
		in->text.n });
}

int
hd_take_version(struct hd_rec *r, const struct hd_json *j, const char *path,
    struct hd_err *err)
{
	struct hd_rec tmp;

	hd_rec_init(&tmp, HD_REC_TICKET);
	if (hd_take_utc(&tmp, HD_TK_UPDATED, j, path, err) != 0)
		return -1;
	if (tmp.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r->ver = tmp.v[HD_TK_UPDATED].i;
	return 0;
}

void
hd_take_json(
    struct hd_ingest *in, struct hd_rec *r, int col, const struct hd_json *j)
{
	if (j == NULL || j->count == 0)
		return;
	hd_jgen_val(&in->gen, j);
	hd_keep_json(in, r, col);
}

/* Members that say null say nothing, and would erase in a merge. */
static void
fields(struct hd_jgen *g, const struct hd_json *j)
{
	hd_jgen_obj(g);
	for (j = j->child; j != NULL; j = j->next) {
		if (j->type == HD_JNULL)
			continue;
		hd_jgen_str(g, j->key);
		if (j->type == HD_JOBJ)
			fields(g, j);
		else
			hd_jgen_val(g, j);
	}
	hd_jgen_endobj(g);
}

void
hd_take_fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	if (j == NULL || j->type != HD_JOBJ || j->count == 0)
		return;
	fields(&in->gen, j);
	hd_keep_json(in, r, HD_TK_FIELDS);
}

struct hd_str
hd_plain(struct hd_ingest *in, struct hd_str html)
{
	if (html.p == NULL)
		return html;
	hd_buf_reset(&in->text);
	hd_html_text(&in->text, html);
	return (struct hd_str){ hd_arena_memdup(&in->arena,
				    hd_buf_cstr(&in->text), in->text.n),
		in->text.n };
}

int
hd_emit_part(
    struct hd_ingest *in, struct hd_rec *r, int bad, struct hd_err *err)
{
	if (bad == 0)
		bad = hd_emit(in, r, err);
	if (bad == 0)
		return 0;
	return err->code == HD_EDATA ? hd_reject(in, r->kind, err) : -1;
}
