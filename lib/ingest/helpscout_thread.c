/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threads of Help Scout.  They come newest first; each says the status and the
 * assignee as it left them, so that changes show between neighbours.
 */
#include <stdlib.h>

#include "ingest/author.h"
#include "ingest/helpscout.h"
#include "ingest/parts.h"

/* 1, 2 and 3 of the reports, and the words of the API and of webhooks. */
struct hd_str
hd_helpscout_rating(struct hd_str raw)
{
	static const struct {
		const char *raw, *word;
	} words[] = {
		{ "1", "great" },
		{ "2", "okay" },
		{ "3", "not good" },
		{ "bad", "not good" },
		{ "not_good", "not good" },
		{ "unknown", "" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(raw, words[i].raw))
			return hd_str(words[i].word);
	return raw;
}

int
hd_helpscout_rate(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err)
{
	struct hd_answer a = { .ticket = ticket,
		.id = hd_json_at(j, "id"),
		.raw = hd_helpscout_rating(hd_json_at(j, "rating")),
		.given = hd_json_at(j, "rating"),
		.comment = hd_json_at(j, "comments"),
		.scale = "great-okay-not good" };

	/* who is rated: the user whose reply the customer judged */
	if (hd_str_eq(hd_json_at(j, "user.type"), "system_user"))
		a.rated = "ai";
	return hd_emit_answer(in, &a, j, "createdAt", err);
}

bool
hd_helpscout_lineitem(const struct hd_json *t)
{
	return hd_str_eq(hd_json_at(t, "type"), "lineitem");
}

static enum hd_role
creator_role(const struct hd_json *t)
{
	struct hd_str type = hd_json_at(t, "createdBy.type");

	if (hd_str_eq(type, "customer"))
		return HD_ROLE_CUSTOMER;
	if (hd_str_eq(type, "system_user"))
		return hd_helpscout_lineitem(t) ? HD_ROLE_SYSTEM : HD_ROLE_AI;
	/* in v2 an AI is a user too, and nothing tells it from one */
	return hd_str_eq(type, "user") ? HD_ROLE_AGENT : HD_ROLE_UNKNOWN;
}

/* Customers are numbered apart from users. */
static struct hd_str
creator_id(struct hd_ingest *in, const struct hd_json *t)
{
	struct hd_str id = hd_json_at(t, "createdBy.id");

	return creator_role(t) == HD_ROLE_CUSTOMER
		   ? hd_made_id(in, "customer:", id)
		   : id;
}

/* Users write under their names; the role of the others is in the thread. */
static int
creator(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *t,
    struct hd_err *err)
{
	const struct hd_json *by = hd_json_get(t, "createdBy");
	enum hd_role role = creator_role(t);
	struct hd_author who = { hd_json_at(by, "id"),
		hd_full_name(
		    in, hd_json_at(by, "first"), hd_json_at(by, "last")),
		hd_json_at(by, "email"), role, NULL };

	hd_rec_text(r, HD_MS_AUTHOR, creator_id(in, t));
	if (role == HD_ROLE_UNKNOWN)
		return 0;
	if (role == HD_ROLE_AGENT)
		return hd_author_emit(in, &who, err);
	hd_rec_int(r, HD_MS_SAID, role);
	if (role == HD_ROLE_AI)
		hd_rec_text(
		    r, HD_MS_EVIDENCE, hd_str("createdBy.type system_user"));
	return 0;
}

static int
message(struct hd_ingest *in, const struct hd_json *t, struct hd_str ticket,
    struct hd_err *err)
{
	bool note = hd_str_eq(hd_json_at(t, "type"), "note");
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(t, "id");
	r.ticket = ticket;
	bad = hd_take_utc(&r, HD_MS_AT, t, "createdAt", err);
	if (creator(in, &r, t, err) != 0)
		return -1;
	/* to a third person: not a reply to the customer */
	note = note || hd_str_starts(hd_json_at(t, "type"), "forward");
	hd_rec_int(&r, HD_MS_PUBLIC, !note);
	if (note)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, hd_plain(in, hd_json_at(t, "body")));
	return hd_emit_part(in, &r, bad, err);
}

/* A line in the history: a workflow ran, the mailbox changed, a merge ... */
static int
lineitem(struct hd_ingest *in, const struct hd_json *t, struct hd_str ticket,
    struct hd_err *err)
{
	struct hd_str type = hd_json_at(t, "action.type");
	struct hd_str text = hd_json_at(t, "action.text");
	struct hd_change c = { .ticket = ticket,
		.id = hd_json_at(t, "id"),
		.actor = creator_id(in, t),
		.role = creator_role(t),
		.field = "lineitem" };

	if (type.n > 0 && !hd_str_eq(type, "default"))
		c.field = hd_arena_memdup(&in->arena, type.p, type.n);
	c.new = text.n > 0 ? text : hd_plain(in, hd_json_at(t, "body"));
	return hd_emit_change(in, &c, t, "createdAt", err);
}

int
hd_helpscout_thread(struct hd_ingest *in, const struct hd_json *t,
    struct hd_str ticket, struct hd_err *err)
{
	struct hd_str state = hd_json_at(t, "state");
	const struct hd_json *rated = hd_json_get(t, "rating");
	int r;

	if (hd_str_eq(state, "draft") || hd_str_eq(state, "underreview")) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	r = hd_helpscout_lineitem(t) ? lineitem(in, t, ticket, err)
				     : message(in, t, ticket, err);
	if (r == 0 && rated != NULL && rated->type == HD_JOBJ)
		r = hd_helpscout_rate(in, rated, ticket, err);
	return r;
}

/* What one thread changed against the one before it. */
static int
changes(struct hd_ingest *in, const struct hd_json *old,
    const struct hd_json *t, struct hd_str ticket, struct hd_err *err)
{
	struct hd_str was = hd_json_at(old, "status");
	struct hd_str is = hd_json_at(t, "status");
	struct hd_change c = { .ticket = ticket,
		.id = hd_made_id(in, "status:", hd_json_at(t, "id")),
		.actor = creator_id(in, t),
		.old = hd_status_or_raw(was),
		.new = hd_status_or_raw(is),
		.role = creator_role(t),
		.field = "status" };

	if (was.n > 0 && is.n > 0 && !hd_str_same(was, is) &&
	    hd_emit_change(in, &c, t, "createdAt", err) != 0)
		return -1;
	c.id = hd_made_id(in, "assignee:", hd_json_at(t, "id"));
	c.old = hd_json_at(old, "assignedTo.id");
	c.new = hd_json_at(t, "assignedTo.id");
	c.field = "assignee";
	if (c.new.n == 0 || (c.old.p != NULL && hd_str_same(c.old, c.new)))
		return 0;
	return hd_emit_change(in, &c, t, "createdAt", err);
}

int
hd_helpscout_alone(struct hd_ingest *in, const struct hd_json *t,
    struct hd_str ticket, struct hd_err *err)
{
	struct hd_str status = hd_json_at(t, "status");
	struct hd_change c = { .ticket = ticket,
		.id = hd_made_id(in, "status:", hd_json_at(t, "id")),
		.actor = creator_id(in, t),
		.new = hd_status_or_raw(status),
		.role = creator_role(t),
		.field = "status" };

	if (hd_helpscout_thread(in, t, ticket, err) != 0)
		return -1;
	if (status.n == 0 || hd_str_eq(status, "nochange") ||
	    hd_str_eq(hd_json_at(t, "state"), "draft"))
		return 0;
	return hd_emit_change(in, &c, t, "createdAt", err);
}

/* By time, then by id, which grows. */
static int
by_time(const void *pa, const void *pb)
{
	const struct hd_json *const *a = pa, *const *b = pb;
	struct hd_str x = hd_json_at(*a, "id"), y = hd_json_at(*b, "id");
	int d = hd_str_cmp(
	    hd_json_at(*a, "createdAt"), hd_json_at(*b, "createdAt"));

	if (d != 0)
		return d;
	return x.n != y.n ? (x.n < y.n ? -1 : 1) : hd_str_cmp(x, y);
}

static int
history(struct hd_ingest *in, const struct hd_json *list, struct hd_str ticket,
    struct hd_err *err)
{
	const struct hd_json **v, *t, *old = NULL;
	size_t n = 0;

	v = hd_arena_alloc(&in->arena, list->count * sizeof(const void *));
	for (t = list->child; t != NULL; t = t->next)
		if (!hd_str_eq(hd_json_at(t, "status"), "nochange") &&
		    !hd_str_eq(hd_json_at(t, "state"), "draft"))
			v[n++] = t;
	qsort(v, n, sizeof(*v), by_time);
	for (size_t i = 0; i < n; i++) {
		if (old != NULL && changes(in, old, v[i], ticket, err) != 0)
			return -1;
		old = v[i];
	}
	return 0;
}

int
hd_helpscout_threads(struct hd_ingest *in, const struct hd_json *list,
    struct hd_str ticket, struct hd_err *err)
{
	for (const struct hd_json *t = list->child; t != NULL; t = t->next)
		if (hd_helpscout_thread(in, t, ticket, err) != 0)
			return -1;
	return list->count > 1 ? history(in, list, ticket, err) : 0;
}
