/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which vendor wrote a record, and the way to its mapper: see vendor.h. */

#include "ingest/page.h"
#include "ingest/convert.h"
#include "ingest/html.h"
#include "ingest/mapfile.h"
#include "ingest/rows.h"
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
	&hd_salesforce,
	&hd_gorgias,
	&hd_ada,
	&hd_generic,
};

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

/* What a mapping file says the records are, and whose. */
static int
map_by_file(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_mapping *m = in->o->map;

	if (hd_set_source(in, m->vendor[0] != '\0' ? m->vendor : "generic",
		(struct hd_str){ NULL, 0 }, err) != 0)
		return -1;
	if (hd_map_by_file(in, j, err) == 0)
		return 0;
	return err->code == HD_EDATA ? hd_reject(in, m->kind, err) : -1;
}

/*
 * What an array or stream of this name holds, when its records could be
 * anything: a type, or NULL for what is read only from vendors that are known.
 */
static const char *
hinted(struct hd_str name)
{
	static const struct {
		const char *name, *type;
	} hints[] = {
		{ "users", NULL },
		{ "user", NULL },
		{ "contacts", NULL },
		{ "contact", NULL },
		{ "groups", NULL },
		{ "articles", NULL },
		{ "audits", NULL },
		{ "audit_logs", NULL },
		{ "ticket_audits", NULL },
		{ "ticket_events", NULL },
		{ "ticket_fields", NULL },
		{ "ticket_metrics", NULL },
		{ "ticket_metric_events", NULL },
		{ "metric_sets", NULL },
		{ "satisfaction_ratings", NULL },
		{ "agent_engagement_data", NULL },
		{ "comments", "generic:message" },
		{ "comment", "generic:message" },
		{ "note", "generic:message" },
		{ "threads", "generic:message" },
		{ "messages", "generic:message" },
		{ "ticket_comments", "generic:message" },
		{ "conversation_parts", "generic:message" },
		{ "organizations", "generic:account" },
		{ "organization", "generic:account" },
		{ "companies", "generic:account" },
		{ "company", "generic:account" },
		{ "accounts", "generic:account" },
	};

	for (size_t i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		if (hd_str_eq(name, hints[i].name))
			return hints[i].type;
	return "generic:ticket";
}

/* By --as, by the content, or by where it stood: in this order. */
static const struct hd_rectype *
choose(const struct hd_ingest_opts *o, const struct hd_json *j,
    struct hd_str hint, const struct hd_vendor **vendor)
{
	const struct hd_rectype *t;
	const char *type;

	if (o->as != NULL)
		return type_named(hd_str(o->as), vendor);
	t = type_of(j, vendor);
	if (hint.p == NULL || (t != NULL && *vendor != &hd_generic))
		return t;
	if (t != NULL && t->kind != HD_REC_TICKET)
		return t; /* a message or an account proves itself */
	type = hinted(hint);
	return type != NULL ? type_named(hd_str(type), vendor) : NULL;
}

static int
unknown(struct hd_ingest *in, struct hd_str hint, struct hd_err *err)
{
	if (hint.p != NULL)
		(void)hd_err_set(err, HD_EDATA,
		    "cannot tell what this record of '%.*s' is: say --as "
		    "vendor:type or --map FILE",
		    (int)hint.n, hint.p);
	else
		(void)hd_err_set(err, HD_EDATA,
		    "cannot tell what this record is: say --as vendor:type "
		    "or --map FILE");
	return hd_broken(in, err);
}

static int64_t
counted(const struct hd_ingest *in)
{
	int64_t n = 0;

	for (int k = 0; k < HD_REC_KINDS; k++)
		n += in->counts[k].read;
	return n;
}

/* A record of which nothing is kept counts as skipped: none is lost unsaid. */
static int
map(struct hd_ingest *in, const struct hd_rectype *t, const struct hd_json *j,
    struct hd_err *err)
{
	int64_t before = counted(in);

	if (t->map(in, j, err) == 0) {
		if (counted(in) == before)
			hd_skip(in, t->kind);
		return 0;
	}
	return err->code == HD_EDATA ? hd_reject(in, t->kind, err) : -1;
}

int
hd_map_record(struct hd_ingest *in, struct hd_str array,
    const struct hd_json *j, struct hd_err *err)
{
	const struct hd_vendor *vendor = NULL;
	const struct hd_rectype *t;

	if (j->type != HD_JOBJ) {
		(void)hd_err_set(err, HD_EDATA, "not a JSON object");
		return hd_broken(in, err);
	}
	if (in->rows != NULL)
		return hd_rows_object(in, j, err);
	j = hd_unwrap(in, j, &array);
	if (j == NULL)
		return 0; /* a pipeline's word to itself */
	if (hd_is_page(j))
		return hd_map_page_members(in, j, err);
	if (in->o->as == NULL && hd_mapping_shapes(in->o->map))
		return map_by_file(in, j, err);
	t = choose(in->o, j, array, &vendor);
	if (t == NULL)
		return unknown(in, array, err);
	if (vendor != &hd_zendesk && hd_set_source(in, vendor->name,
					 (struct hd_str){ NULL, 0 }, err) != 0)
		return -1;
	return map(in, t, j, err);
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
	hd_rec_text(r, col, hd_keep_text(in));
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

struct hd_str
hd_plain(struct hd_ingest *in, struct hd_str html)
{
	if (html.p == NULL)
		return html;
	hd_buf_reset(&in->text);
	hd_html_text(&in->text, html);
	return hd_keep_text(in);
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
