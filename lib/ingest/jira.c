/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Jira Service Management: issues with their comments and changelog.  Custom
 * fields have numbers, not names: the request type, the satisfaction and the
 * organizations are known by their shape.
 */
#include "base/num.h"
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/jira.h"
#include "ingest/parts.h"

static bool
is_issue(const struct hd_json *j)
{
	const struct hd_json *f = hd_json_get(j, "fields");

	return hd_json_get(j, "key") != NULL && f != NULL &&
	       f->type == HD_JOBJ &&
	       (hd_json_get(f, "summary") != NULL ||
		   hd_json_get(f, "status") != NULL ||
		   hd_json_get(f, "issuetype") != NULL);
}

static bool
is_custom(const struct hd_json *f)
{
	return f->key.p != NULL && hd_str_starts(f->key, "customfield_");
}

/* An element whose address is that of an organization. */
static bool
is_organization(const struct hd_json *f)
{
	struct hd_str self;

	if (f->type != HD_JARR || f->child == NULL)
		return false;
	self = hd_json_at(f->child, "_links.self");
	return self.p != NULL && hd_str_find(self, "/organization/") != NULL;
}

/* Stars from 1 to 5; another number is something else that is rated. */
static bool
is_rating(const struct hd_json *f)
{
	int64_t stars;

	return hd_num_int(hd_json_at(f, "rating"), &stars) && stars >= 1 &&
	       stars <= 5;
}

/* A field's value as text: itself, the value of an option, or a name. */
static struct hd_str
value_of(const struct hd_json *f)
{
	struct hd_str s = hd_json_str(f);

	if (s.p == NULL)
		s = hd_json_at(f, "value");
	return s.p == NULL ? hd_json_at(f, "name") : s;
}

/* The name of a field, where the export was asked for names. */
static struct hd_str
name_of(const struct hd_json *issue, const struct hd_json *f)
{
	const struct hd_json *n = hd_json_get(issue, "names");

	for (n = n != NULL ? n->child : NULL; n != NULL; n = n->next)
		if (hd_str_same(n->key, f->key) && n->s.n > 0)
			return n->s;
	return f->key;
}

static void
one_field(
    struct hd_fields *out, const struct hd_json *issue, const struct hd_json *f)
{
	struct hd_jgen *g = &out->in->gen;

	if (value_of(f).n > 0 || f->type != HD_JARR) {
		hd_fields_text(out, name_of(issue, f), value_of(f));
	} else if (value_of(f->child).n > 0) {
		hd_jgen_str(g, name_of(issue, f));
		hd_jgen_arr(g);
		for (const struct hd_json *e = f->child; e != NULL; e = e->next)
			if (value_of(e).n > 0)
				hd_jgen_str(g, value_of(e));
		hd_jgen_endarr(g);
		out->n++;
	}
}

/* Custom fields; the first that is an address is the page. */
static void
custom_fields(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *issue, const struct hd_json *fields)
{
	const struct hd_json *f;
	struct hd_fields out;

	hd_fields_begin(&out, in);
	for (f = fields->child; f != NULL; f = f->next) {
		if (!is_custom(f) || is_organization(f) || is_rating(f) ||
		    hd_json_get(f, "requestType") != NULL)
			continue;
		one_field(&out, issue, f);
		hd_maybe_page(r, hd_json_str(f));
	}
	hd_fields_end(&out, r);
}

static int
organization(struct hd_ingest *in, const struct hd_json *o, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(o, "id");
	hd_rec_some(&r, HD_AC_NAME, hd_json_at(o, "name"));
	return hd_emit_part(in, &r, 0, err);
}

/* What service management keeps in custom fields. */
static int
service_fields(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *fields, struct hd_err *err)
{
	const struct hd_json *f;
	struct hd_answer a = { .ticket = r->id, .scale = "1-5" };

	for (f = fields->child; f != NULL; f = f->next) {
		if (!is_custom(f))
			continue;
		if (is_organization(f)) {
			hd_rec_text(
			    r, HD_TK_ACCOUNT, hd_json_at(f->child, "id"));
			if (organization(in, f->child, err) != 0)
				return -1;
		} else if (is_rating(f)) {
			a.raw = hd_json_at(f, "rating");
			a.comment = hd_json_at(f, "comment.body");
			if (hd_take(in, r, HD_TK_CSAT, f, "rating", err) != 0 ||
			    hd_emit_answer(in, &a, f, "date", err) != 0)
				return -1;
		}
		hd_rec_some(
		    r, HD_TK_CATEGORY, hd_json_at(f, "requestType.name"));
	}
	return 0;
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_jira *issue,
    const struct hd_json *f, struct hd_err *err)
{
	if (hd_json_get(f, "resolutiondate") != NULL)
		hd_rec_null(r, HD_TK_SOLVED); /* emptied by a reopening */
	if (hd_take_utc(r, HD_TK_CREATED, f, "created", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, f, "updated", err) != 0 ||
	    hd_take_version(r, f, "updated", err) != 0 ||
	    hd_take_utc(r, HD_TK_SOLVED, f, "resolutiondate", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, f, "status.name", err) != 0 ||
	    hd_take(in, r, HD_TK_HANDLE, f, "timespent", err) != 0)
		return -1;
	if (issue->normalised.p != NULL &&
	    hd_status_word(issue->normalised) != NULL)
		hd_rec_text(r, HD_TK_STATUS, issue->normalised);
	hd_rec_some(r, HD_TK_SUBJECT, hd_json_at(f, "summary"));
	hd_rec_some(r, HD_TK_TEAM, hd_json_at(f, "project.key"));
	hd_rec_some(
	    r, HD_TK_ASSIGNEE, hd_jira_user(hd_json_get(f, "assignee")));
	hd_rec_some(r, HD_TK_REQUESTER, issue->reporter);
	hd_rec_some(r, HD_TK_PRIORITY, hd_json_at(f, "priority.name"));
	hd_rec_some(r, HD_TK_CATEGORY, hd_json_at(f, "issuetype.name"));
	hd_take_tags(in, r, hd_json_get(f, "labels"), "name");
	return 0;
}

static int
talk(struct hd_ingest *in, const struct hd_jira *issue, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *c = hd_json_path(j, "fields.comment.comments");
	const struct hd_json *h = hd_json_path(j, "changelog.histories");

	if (hd_jira_description(in, issue, hd_json_get(j, "fields"), err) != 0)
		return -1;
	for (c = c != NULL ? c->child : NULL; c != NULL; c = c->next)
		if (hd_jira_comment(in, issue, c, err) != 0)
			return -1;
	for (h = h != NULL ? h->child : NULL; h != NULL; h = h->next)
		if (hd_jira_change(in, issue, h, err) != 0)
			return -1;
	return 0;
}

static int
map_issue(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *f = hd_json_get(j, "fields");
	struct hd_jira issue = { .key = hd_json_at(j, "key"),
		.reporter = hd_jira_user(hd_json_get(f, "reporter")),
		.status = hd_json_at(f, "status.name") };
	struct hd_rec r;

	if (f == NULL)
		return hd_err_set(err, HD_EDATA, "the issue has no fields");
	issue.normalised = hd_jira_status(
	    issue.status, hd_json_at(f, "status.statusCategory.key"));
	hd_rec_init(&r, HD_REC_TICKET);
	r.id = issue.key;
	if (columns(in, &r, &issue, f, err) != 0 ||
	    service_fields(in, &r, f, err) != 0)
		return -1;
	custom_fields(in, &r, j, f);
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return talk(in, &issue, j, err);
}

static const struct hd_rectype types[] = {
	{ "issue", HD_REC_TICKET, is_issue, map_issue },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_jira = { "jira", types };
