/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comments and changelogs of Jira: see jira.h.  An app may be a rule, an
 * integration or an AI: nobody says which, so it is an automation first.
 */
#include "ingest/adf.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/jira.h"
#include "ingest/parts.h"

struct hd_str
hd_jira_user(const struct hd_json *user)
{
	static const char *const names[] = { "accountId", "name", "key" };
	struct hd_str id = { NULL, 0 };

	for (size_t i = 0; id.n == 0 && i < 3; i++)
		id = hd_json_at(user, names[i]);
	return id;
}

struct hd_str
hd_jira_body(struct hd_ingest *in, const struct hd_json *body)
{
	struct hd_str text = hd_json_str(body);

	if (body == NULL || body->type != HD_JOBJ)
		return text;
	hd_buf_reset(&in->text);
	hd_adf_text(&in->text, body);
	return (struct hd_str){ hd_arena_memdup(&in->arena,
				    hd_buf_cstr(&in->text), in->text.n),
		in->text.n };
}

/* Statuses that come with service projects; others by their category. */
struct hd_str
hd_jira_status(struct hd_str name, struct hd_str category)
{
	static const struct {
		const char *name, *word;
	} words[] = {
		{ "waiting for support", "open" },
		{ "waiting for customer", "pending" },
		{ "waiting for approval", "hold" },
		{ "work in progress", "open" },
		{ "under investigation", "open" },
		{ "escalated", "open" },
		{ "to do", "new" },
		{ "canceled", "closed" },
		{ "cancelled", "closed" },
		{ "declined", "closed" },
		{ "completed", "solved" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(name, words[i].name))
			return hd_str(words[i].word);
	if (name.p != NULL && hd_status_word(name) != NULL)
		return hd_str(hd_status_word(name));
	if (hd_str_eq(category, "done"))
		return hd_str("solved");
	if (hd_str_eq(category, "new"))
		return hd_str("new");
	if (hd_str_eq(category, "indeterminate"))
		return hd_str("open");
	return name;
}

static enum hd_role
role_of(const struct hd_jira *issue, const struct hd_json *user)
{
	struct hd_str type = hd_json_at(user, "accountType");
	struct hd_str id = hd_jira_user(user);

	if (hd_str_eq(type, "customer") ||
	    (id.n > 0 && issue->reporter.n > 0 &&
		hd_str_same(id, issue->reporter)))
		return HD_ROLE_CUSTOMER;
	if (hd_str_eq(type, "atlassian"))
		return HD_ROLE_AGENT;
	if (hd_str_eq(type, "app"))
		return HD_ROLE_SYSTEM;
	return HD_ROLE_UNKNOWN;
}

static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_jira *issue,
    const struct hd_json *user, struct hd_err *err)
{
	enum hd_role role = role_of(issue, user);
	struct hd_author who = { hd_jira_user(user),
		hd_json_at(user, "displayName"),
		hd_json_at(user, "emailAddress"), role, NULL };

	hd_rec_some(r, HD_MS_AUTHOR, who.id);
	if (role == HD_ROLE_CUSTOMER) {
		hd_rec_int(r, HD_MS_SAID, role);
		return 0;
	}
	if (role == HD_ROLE_UNKNOWN)
		return 0;
	return hd_author_emit(in, &who, err);
}

int
hd_jira_description(struct hd_ingest *in, const struct hd_jira *issue,
    const struct hd_json *fields, struct hd_err *err)
{
	struct hd_str body =
	    hd_jira_body(in, hd_json_get(fields, "description"));
	const struct hd_json *by = hd_json_get(fields, "creator");
	struct hd_rec r;
	int bad;

	if (body.n == 0)
		return 0;
	if (by == NULL || by->type != HD_JOBJ)
		by = hd_json_get(fields, "reporter");
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_str("#description");
	r.ticket = issue->key;
	bad = hd_take_utc(&r, HD_MS_AT, fields, "created", err);
	if (bad == 0)
		bad = hd_take_version(&r, fields, "updated", err);
	hd_rec_int(&r, HD_MS_SEQ, -1);
	hd_rec_text(&r, HD_MS_BODY, body);
	if (author(in, &r, issue, by, err) != 0)
		return -1;
	return hd_emit_part(in, &r, bad, err);
}

int
hd_jira_comment(struct hd_ingest *in, const struct hd_jira *issue,
    const struct hd_json *c, struct hd_err *err)
{
	const struct hd_json *public = hd_json_get(c, "jsdPublic");
	bool seen = public != NULL ? hd_json_true(public)
				   : hd_json_get(c, "visibility") == NULL;
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(c, "id");
	r.ticket = issue->key;
	bad = hd_take_utc(&r, HD_MS_AT, c, "created", err);
	if (bad == 0)
		bad = hd_take_version(&r, c, "updated", err);
	if (author(in, &r, issue, hd_json_get(c, "author"), err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC, seen);
	if (!seen)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, hd_jira_body(in, hd_json_get(c, "body")));
	return hd_emit_part(in, &r, bad, err);
}

/* In a changelog a status is a name; its category is known of today's. */
static struct hd_str
word(const struct hd_jira *issue, struct hd_str name)
{
	if (name.p != NULL && issue->status.p != NULL &&
	    hd_str_same(name, issue->status))
		return issue->normalised;
	return hd_jira_status(name, (struct hd_str){ NULL, 0 });
}

/* False when it is a change of no interest. */
static bool
item(const struct hd_jira *issue, const struct hd_json *i, struct hd_change *c)
{
	struct hd_str field = hd_json_at(i, "field");

	if (hd_str_eq(field, "status")) {
		c->field = "status";
		c->old = word(issue, hd_json_at(i, "fromString"));
		c->new = word(issue, hd_json_at(i, "toString"));
	} else if (hd_str_eq(field, "assignee")) {
		c->field = "assignee";
		c->old = hd_json_at(i, "from");
		c->new = hd_json_at(i, "to");
	} else if (hd_str_eq(field, "labels")) {
		c->field = "tag";
		c->old = hd_json_at(i, "fromString");
		c->new = hd_json_at(i, "toString");
	} else {
		return false;
	}
	return true;
}

int
hd_jira_change(struct hd_ingest *in, const struct hd_jira *issue,
    const struct hd_json *h, struct hd_err *err)
{
	const struct hd_json *i = hd_json_get(h, "items");
	const struct hd_json *by = hd_json_get(h, "author");
	struct hd_change c = { .ticket = issue->key,
		.actor = hd_jira_user(by),
		.role = role_of(issue, by) };

	for (i = i != NULL ? i->child : NULL; i != NULL; i = i->next) {
		if (!item(issue, i, &c)) {
			hd_skip(in, HD_REC_EVENT);
			continue;
		}
		/* an entry may change several things, each once */
		c.id = hd_made_id(in,
		    c.field[0] == 's'	? "status:"
		    : c.field[0] == 'a' ? "assignee:"
					: "tag:",
		    hd_json_at(h, "id"));
		if (hd_emit_change(in, &c, h, "created", err) != 0)
			return -1;
	}
	return 0;
}
