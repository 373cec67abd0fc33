/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zammad: tickets, articles, the history of a ticket, users and organizations,
 * with names (expand=true) or without.  A ticket's id is not its number; what
 * else is written names the id.
 */
#include "base/num.h"
#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/fields.h"
#include "ingest/parts.h"
#include "ingest/zammad.h"

static bool
is_ticket(const struct hd_json *j)
{
	return hd_json_get(j, "number") != NULL &&
	       hd_json_get(j, "group_id") != NULL &&
	       hd_json_get(j, "state_id") != NULL &&
	       hd_json_get(j, "customer_id") != NULL;
}

static bool
is_user(const struct hd_json *j)
{
	return hd_json_get(j, "login") != NULL &&
	       hd_json_get(j, "firstname") != NULL &&
	       hd_json_get(j, "role_ids") != NULL;
}

static bool
is_organization(const struct hd_json *j)
{
	return hd_json_get(j, "name") != NULL &&
	       hd_json_get(j, "domain_assignment") != NULL &&
	       hd_json_get(j, "shared") != NULL;
}

/* Words of the states that come with Zammad, which begin with these. */
struct hd_str
hd_zammad_status(struct hd_str state)
{
	static const struct {
		const char *head, *word;
	} words[] = {
		{ "pending", "pending" },
		{ "merged", "closed" },
		{ "removed", "deleted" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_starts(state, words[i].head))
			return hd_str(words[i].word);
	return hd_status_or_raw(state);
}

static int
status(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	/* without names: the first five are the same everywhere */
	static const char *const ids[] = { "new", "open", "pending reminder",
		"closed", "merged" };
	struct hd_str state = hd_json_at(j, "state"), word;
	int64_t id;

	if (state.n == 0 && hd_num_int(hd_json_at(j, "state_id"), &id) &&
	    id >= 1 && id <= 5)
		state = hd_str(ids[id - 1]);
	if (state.n == 0)
		state = hd_json_at(j, "state_id");
	hd_rec_null(r, HD_TK_MARK);
	if (hd_convert(in, r, HD_TK_STATUS, 0, state, err) != 0)
		return -1;
	word = hd_zammad_status(state);
	if (hd_status_word(word) != NULL)
		hd_rec_text(r, HD_TK_STATUS, word);
	if (hd_str_eq(state, "merged"))
		hd_rec_text(r, HD_TK_MARK, hd_str("merged"));
	else if (hd_str_eq(word, "deleted"))
		hd_rec_text(r, HD_TK_MARK, hd_str("deleted"));
	return 0;
}

static bool
ends(struct hd_str s, const char *tail)
{
	struct hd_str t = hd_str(tail);

	return s.n >= t.n &&
	       hd_str_same((struct hd_str){ s.p + s.n - t.n, t.n }, t);
}

/* A member of every ticket, not one the admins added. */
static bool
is_standard(struct hd_str key)
{
	static const char *const names[] = { "id", "number", "title", "group",
		"priority", "state", "organization", "owner", "customer",
		"note", "created_by", "updated_by", "create_article_type",
		"create_article_sender", "article_count", "type", NULL };
	static const char *const tails[] = { "_id", "_ids", "_at", "_in_min",
		"_by", NULL };

	for (size_t i = 0; names[i] != NULL; i++)
		if (hd_str_eq(key, names[i]))
			return true;
	for (size_t i = 0; tails[i] != NULL; i++)
		if (ends(key, tails[i]))
			return true;
	return false;
}

/* Time accounted stays among them: its unit is the account's secret. */
static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	struct hd_fields out;

	hd_fields_begin(&out, in);
	for (j = j->child; j != NULL; j = j->next)
		if (!is_standard(j->key) && hd_json_str(j).n > 0)
			hd_fields_add(&out, j->key, j);
	hd_fields_end(&out, r);
}

/* A name, else the id beside it. */
static void
name_or_id(struct hd_rec *r, int col, const struct hd_json *j, const char *name,
    const char *id)
{
	struct hd_str s = hd_json_at(j, name);

	hd_rec_some(r, col, s.n > 0 ? s : hd_json_at(j, id));
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str owner = hd_whole_id(hd_json_at(j, "owner_id"));
	struct hd_str title = hd_json_at(j, "title");
	const char *closed =
	    hd_json_at(j, "last_close_at").n > 0 ? "last_close_at" : "close_at";

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take_version(r, j, "updated_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_FIRST_SOLVED, j, "close_at", err) != 0 ||
	    hd_take_first_reply(r, j, "first_response_at", err) != 0 ||
	    status(in, r, j, err) != 0)
		return -1;
	hd_rec_null(r, HD_TK_CLOSED); /* one reopened keeps the times */
	if (hd_str_eq(r->v[HD_TK_STATUS].s, "closed") &&
	    hd_take_utc(r, HD_TK_CLOSED, j, closed, err) != 0)
		return -1;
	if (title.n > 0 && !hd_placeholder(title))
		hd_rec_text(r, HD_TK_SUBJECT, title);
	name_or_id(r, HD_TK_TEAM, j, "group", "group_id");
	name_or_id(r, HD_TK_PRIORITY, j, "priority", "priority_id");
	hd_rec_some(r, HD_TK_CHANNEL, hd_json_at(j, "create_article_type"));
	hd_rec_some(r, HD_TK_CATEGORY, hd_json_at(j, "type"));
	hd_rec_null(r, HD_TK_ASSIGNEE);
	if (!hd_str_eq(owner, "1")) /* nobody */
		hd_rec_text(r, HD_TK_ASSIGNEE, owner);
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(j, "customer_id"));
	hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(j, "organization_id"));
	hd_take_tags(in, r, hd_json_get(j, "tags"), "name");
	fields(in, r, j);
	return 0;
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *a = hd_json_get(j, "articles");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (columns(in, &r, j, err) != 0 || hd_emit(in, &r, err) != 0)
		return -1;
	if (a == NULL || a->type != HD_JARR)
		return 0;
	for (a = a->child; a != NULL; a = a->next)
		if (hd_zammad_article_of(in, a, r.id, err) != 0)
			return -1;
	return 0;
}

/* Agents and admins, by the names of roles, else by their usual ids. */
static bool
works_here(const struct hd_json *j)
{
	const struct hd_json *v = hd_json_get(j, "roles");

	if (v == NULL || v->type != HD_JARR || v->count == 0)
		v = hd_json_get(j, "role_ids");
	for (v = v != NULL ? v->child : NULL; v != NULL; v = v->next)
		if (hd_str_eq(v->s, "Agent") || hd_str_eq(v->s, "Admin") ||
		    hd_str_eq(v->s, "1") || hd_str_eq(v->s, "2"))
			return true;
	return false;
}

static int
map_user(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_some(&r, HD_PS_NAME,
	    hd_full_name(
		in, hd_json_at(j, "firstname"), hd_json_at(j, "lastname")));
	hd_rec_some(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	hd_rec_text(&r, HD_PS_ACCOUNT, hd_json_at(j, "organization_id"));
	hd_rec_int(
	    &r, HD_PS_ROLE, works_here(j) ? HD_ROLE_AGENT : HD_ROLE_CUSTOMER);
	if (hd_take_version(&r, j, "updated_at", err) != 0)
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
	if (hd_account_emit(in, &r, j, err) != 0)
		return -1;
	return hd_facts_object(in, r.id, j, r.ver, err);
}

static const struct hd_rectype types[] = {
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ "article", HD_REC_MESSAGE, hd_zammad_is_article, hd_zammad_article },
	{ "history", HD_REC_EVENT, hd_zammad_is_history, hd_zammad_history },
	{ "time_accounting", HD_REC_EVENT, hd_zammad_is_time, hd_zammad_time },
	{ "user", HD_REC_PERSON, is_user, map_user },
	{ "organization", HD_REC_ACCOUNT, is_organization, map_organization },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_zammad = { "zammad", types };
