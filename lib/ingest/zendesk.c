/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zendesk: tickets with or without their comments, comments, users and
 * organizations.  Audits, metrics and chats have their place in the table of
 * types at the end.
 */
#include <string.h>

#include "base/num.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/vendor.h"

static bool
url_has(const struct hd_json *j, const char *part)
{
	struct hd_str url = hd_json_at(j, "url");

	return url.p != NULL && hd_str_find(url, part) != NULL;
}

static bool
is_ticket(const struct hd_json *j)
{
	const struct hd_json *via = hd_json_get(j, "via");

	return url_has(j, "/api/v2/tickets/") ||
	       (via != NULL && via->type == HD_JOBJ &&
		   hd_json_get(j, "requester_id") != NULL &&
		   hd_json_get(j, "status") != NULL);
}

static bool
is_user(const struct hd_json *j)
{
	struct hd_str role = hd_json_at(j, "role");

	return url_has(j, "/api/v2/users/") ||
	       (hd_json_get(j, "name") != NULL &&
		   (hd_str_eq(role, "end-user") || hd_str_eq(role, "agent") ||
		       hd_str_eq(role, "admin")));
}

static bool
is_organization(const struct hd_json *j)
{
	return url_has(j, "/api/v2/organizations/") ||
	       hd_json_get(j, "organization_fields") != NULL;
}

static bool
is_comment(const struct hd_json *j)
{
	return hd_json_get(j, "author_id") != NULL &&
	       hd_json_get(j, "public") != NULL &&
	       hd_json_get(j, "body") != NULL;
}

/* https://SUBDOMAIN.zendesk.com/... */
static int
set_source(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str url = hd_json_at(j, "url"), sub = { NULL, 0 };
	const char *dot =
	    url.p != NULL ? hd_str_find(url, ".zendesk.com/") : NULL;

	if (dot != NULL && hd_str_starts(url, "https://")) {
		sub.p = url.p + 8;
		sub.n = (size_t)(dot - sub.p);
	}
	return hd_set_source(in, "zendesk", sub, err);
}

/*
 * Roles that the comment itself proves; the rest is told by the author.  What
 * the requester types into the bot's window comes through its channel too.
 */
static void
comment_role(struct hd_rec *r, const struct hd_json *c, struct hd_str requester)
{
	struct hd_str via = hd_json_at(c, "via.channel");
	struct hd_str author = hd_json_at(c, "author_id");

	if (requester.p == NULL && !hd_str_eq(author, "-1"))
		return; /* a comment by itself: the users and the ticket tell */
	if (author.p != NULL && hd_str_same(author, requester)) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	} else if (via.p != NULL && hd_str_starts(via, "answer_bot")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str("via answer bot"));
	} else if (hd_str_eq(author, "-1")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	}
}

static int
comment(struct hd_ingest *in, const struct hd_json *c, struct hd_str ticket,
    struct hd_str requester, int64_t ver, size_t seq, struct hd_err *err)
{
	const struct hd_json *public = hd_json_get(c, "public");
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.ver =
	    ver; /* a comment has none: redacted ones come with the ticket */
	r.id = hd_json_at(c, "id");
	r.ticket = ticket;
	hd_rec_int(&r, HD_MS_SEQ, (int64_t)seq);
	bad = hd_take_utc(&r, HD_MS_AT, c, "created_at", err);
	hd_rec_text(&r, HD_MS_AUTHOR, hd_json_at(c, "author_id"));
	comment_role(&r, c, requester);
	hd_rec_int(&r, HD_MS_PUBLIC, public == NULL || hd_json_true(public));
	if (!r.v[HD_MS_PUBLIC].i)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	if (hd_json_at(c, "body").p != NULL)
		hd_rec_text(&r, HD_MS_BODY, hd_json_at(c, "body"));
	else
		hd_rec_text(
		    &r, HD_MS_BODY, hd_plain(in, hd_json_at(c, "html_body")));
	return hd_emit_part(in, &r, bad, err);
}

/* The description is the first comment; it stands in where there are none. */
static int
description(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str author = hd_json_at(j, "submitter_id");
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_str("#description");
	r.ticket = hd_json_at(j, "id");
	bad = hd_take_utc(&r, HD_MS_AT, j, "created_at", err);
	hd_rec_text(&r, HD_MS_AUTHOR,
	    author.p != NULL ? author : hd_json_at(j, "requester_id"));
	hd_rec_text(&r, HD_MS_BODY, hd_json_at(j, "description"));
	return hd_emit_part(in, &r, bad, err);
}

/* Custom fields as {"id": value}; the first that is an address is the page. */
static void
custom_fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *f = hd_json_get(j, "custom_fields"), *v;
	struct hd_str s;

	if (f == NULL || f->type != HD_JARR || f->count == 0)
		return;
	hd_jgen_obj(&in->gen);
	for (f = f->child; f != NULL; f = f->next) {
		v = hd_json_get(f, "value");
		if (v == NULL || v->type == HD_JNULL)
			continue;
		hd_jgen_str(&in->gen, hd_json_at(f, "id"));
		hd_jgen_val(&in->gen, v);
		s = hd_json_str(v);
		if (s.p != NULL && r->v[HD_TK_PAGE].type == HD_CELL_NONE &&
		    (hd_str_starts(s, "https://") ||
			hd_str_starts(s, "http://")))
			hd_rec_text(r, HD_TK_PAGE, hd_page(s));
	}
	hd_jgen_endobj(&in->gen);
	hd_keep_json(in, r, HD_TK_FIELDS);
}

static int
metrics(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *m,
    struct hd_err *err)
{
	static const char *const calendar = "reply_time_in_minutes.calendar";
	struct hd_rec stations;

	if (m == NULL || m->type != HD_JOBJ)
		return 0;
	if (hd_take_utc(r, HD_TK_SOLVED, m, "solved_at", err) != 0 ||
	    hd_take(in, r, HD_TK_REOPENS, m, "reopens", err) != 0 ||
	    hd_take(in, r, HD_TK_REPLIES, m, "replies", err) != 0 ||
	    hd_convert(in, r, HD_TK_FIRST_REPLY, 60, hd_json_at(m, calendar),
		err) != 0 ||
	    hd_convert(in, r, HD_TK_RESOLUTION, 60,
		hd_json_at(m, "full_resolution_time_in_minutes.calendar"),
		err) != 0)
		return -1;
	hd_rec_init(&stations, HD_REC_TICKET);
	if (hd_take(in, &stations, HD_TK_TRANSFERS, m, "group_stations", err) !=
	    0)
		return -1;
	/* the first station is no transfer */
	if (stations.v[HD_TK_TRANSFERS].type == HD_CELL_INT)
		hd_rec_int(r, HD_TK_TRANSFERS,
		    stations.v[HD_TK_TRANSFERS].i > 1
			? stations.v[HD_TK_TRANSFERS].i - 1
			: 0);
	return 0;
}

static void
marks(struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *tags = hd_json_get(j, "tags"), *t;
	struct hd_str via = hd_json_at(j, "via.channel");

	if (r->v[HD_TK_MARK].type == HD_CELL_NONE)
		hd_rec_null(r, HD_TK_MARK);
	if (hd_str_eq(via, "sample_ticket"))
		hd_rec_text(r, HD_TK_MARK, hd_str("test"));
	for (t = tags != NULL ? tags->child : NULL; t != NULL; t = t->next) {
		if (hd_str_eq(t->s, "closed_by_merge"))
			hd_rec_text(r, HD_TK_MARK, hd_str("merged"));
		else if (hd_str_eq(t->s, "spam"))
			hd_rec_text(r, HD_TK_MARK, hd_str("spam"));
	}
}

static int
ticket_columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str subject = hd_json_at(j, "subject");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "status", err) != 0 ||
	    hd_take(in, r, HD_TK_CSAT, j, "satisfaction_rating.score", err) !=
		0 ||
	    metrics(in, r, hd_json_get(j, "metric_set"), err) != 0)
		return -1;
	if (subject.p != NULL && subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "via.channel"));
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "group_id"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "assignee_id"));
	hd_rec_text(r, HD_TK_CATEGORY, hd_json_at(j, "type"));
	hd_rec_text(r, HD_TK_PRIORITY, hd_json_at(j, "priority"));
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(j, "requester_id"));
	if (hd_json_get(j, "organization_id") != NULL)
		hd_rec_null(r, HD_TK_ACCOUNT);
	hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(j, "organization_id"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "brand_id"));
	hd_rec_text(r, HD_TK_FORM, hd_json_at(j, "ticket_form_id"));
	hd_take_json(in, r, HD_TK_TAGS, hd_json_get(j, "tags"));
	custom_fields(in, r, j);
	marks(r, j);
	return 0;
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *c = hd_json_get(j, "comments");
	struct hd_rec r;
	struct hd_str gen = hd_json_at(j, "generated_timestamp");
	size_t seq = 0;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (set_source(in, j, err) != 0 || ticket_columns(in, &r, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (gen.p != NULL && !hd_num_int(gen, &r.ver))
		return hd_err_set(
		    err, HD_EDATA, "generated_timestamp is no number");
	if (hd_emit(in, &r, err) != 0)
		return -1;
	if (c == NULL || c->count == 0)
		return hd_json_at(j, "description").n > 0
			   ? description(in, j, err)
			   : 0;
	for (c = c->child; c != NULL; c = c->next)
		if (comment(in, c, r.id, hd_json_at(j, "requester_id"), r.ver,
			seq++, err) != 0)
			return -1;
	return 0;
}

/* The last number of a file's name: comments saved a file a ticket. */
static struct hd_str
id_in_file_name(const char *file)
{
	const char *end = file + strlen(file), *start;

	if (end - file > 4 && strcmp(end - 4, ".bz2") == 0)
		end -= 4;
	/* a member of an archive is "zip:member" */
	while (end > file && (end[-1] < '0' || end[-1] > '9') &&
	       end[-1] != '/' && end[-1] != ':')
		end--;
	for (start = end; start > file && start[-1] >= '0' && start[-1] <= '9';)
		start--;
	return (struct hd_str){ start, (size_t)(end - start) };
}

static int
map_comment(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str ticket = hd_json_at(j, "ticket_id");

	if (ticket.p == NULL)
		ticket = id_in_file_name(in->file);
	if (ticket.n == 0)
		return hd_err_set(err, HD_EDATA,
		    "the comment names no ticket: put the ticket's id into "
		    "the file's name, as 1001.json");
	if (set_source(in, j, err) != 0)
		return -1;
	return comment(
	    in, j, ticket, (struct hd_str){ NULL, 0 }, HD_TIME_NONE, 0, err);
}

static int
map_user(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;
	struct hd_str role = hd_json_at(j, "role");

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_PS_NAME, hd_json_at(j, "name"));
	hd_rec_text(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	if (hd_json_get(j, "organization_id") != NULL)
		hd_rec_null(&r, HD_PS_ACCOUNT);
	hd_rec_text(&r, HD_PS_ACCOUNT, hd_json_at(j, "organization_id"));
	hd_rec_int(&r, HD_PS_ROLE,
	    hd_str_eq(role, "end-user") ? HD_ROLE_CUSTOMER : HD_ROLE_AGENT);
	if (set_source(in, j, err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

static int
map_organization(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_AC_NAME, hd_json_at(j, "name"));
	if (set_source(in, j, err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0 ||
	    hd_take_utc(&r, HD_AC_CREATED, j, "created_at", err) != 0 ||
	    hd_emit(in, &r, err) != 0)
		return -1;
	return hd_facts_object(
	    in, r.id, hd_json_get(j, "organization_fields"), r.ver, err);
}

static const struct hd_rectype types[] = {
	{ "organization", HD_REC_ACCOUNT, is_organization, map_organization },
	{ "user", HD_REC_PERSON, is_user, map_user },
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ "comment", HD_REC_MESSAGE, is_comment, map_comment },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_zendesk = { "zendesk", types };
