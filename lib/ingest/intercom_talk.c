/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Messages and events of Intercom.  The first message is the conversation's
 * source, not a part.  A bot is an AI only when the part says so: Operator's
 * greetings and surveys are the system's.
 */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/intercom.h"
#include "ingest/parts.h"

/* An admin called Fin who has an address of his own is a person. */
static bool
is_fin(struct hd_str type, struct hd_str name, struct hd_str mail)
{
	if (hd_str_eq(name, "Fin AI Agent"))
		return true;
	return hd_str_eq(name, "Fin") &&
	       (hd_str_eq(type, "bot") || mail.n == 0 ||
		   hd_str_starts(mail, "operator+"));
}

enum hd_role
hd_intercom_role(const struct hd_json *a, const char **evidence)
{
	struct hd_str type = hd_json_at(a, "type");
	struct hd_str name = hd_json_at(a, "name");
	struct hd_str mail = hd_json_at(a, "email");

	/* of a generated answer this says more than of a menu */
	if (hd_json_true(hd_json_get(a, "is_ai_answer"))) {
		*evidence = "is_ai_answer";
		return HD_ROLE_AI;
	}
	if (hd_json_true(hd_json_get(a, "from_ai_agent"))) {
		*evidence = "from_ai_agent";
		return HD_ROLE_AI;
	}
	if (hd_str_eq(type, "user") || hd_str_eq(type, "lead") ||
	    hd_str_eq(type, "contact"))
		return HD_ROLE_CUSTOMER;
	if ((hd_str_eq(type, "bot") || hd_str_eq(type, "admin")) &&
	    is_fin(type, name, mail)) {
		*evidence = "is named Fin";
		return HD_ROLE_AI;
	}
	if (hd_str_eq(type, "admin") && !hd_str_eq(name, "Operator") &&
	    !(mail.n > 0 && hd_str_starts(mail, "operator+")))
		return HD_ROLE_AGENT;
	return type.n > 0 ? HD_ROLE_SYSTEM : HD_ROLE_UNKNOWN;
}

void
hd_intercom_thread_init(struct hd_intercom_thread *t, struct hd_ingest *in,
    const struct hd_json *j, const char *name)
{
	const struct hd_json *list = hd_json_get(j, name);
	const struct hd_json *parts = hd_json_get(list, name);
	struct hd_rec total;
	struct hd_err ignored = HD_ERR_INIT;

	t->ticket = hd_json_at(j, "id");
	t->ver = HD_TIME_NONE;
	t->parts =
	    parts != NULL && parts->type == HD_JARR ? parts->child : NULL;
	t->count = t->parts != NULL ? parts->count : 0;
	hd_rec_init(&total, HD_REC_TICKET);
	/* a head without parts is no thread cut short */
	if (t->count > 0 &&
	    hd_take(in, &total, HD_TK_REPLIES, list, "total_count", &ignored) ==
		0 &&
	    total.v[HD_TK_REPLIES].type == HD_CELL_INT &&
	    total.v[HD_TK_REPLIES].i > (int64_t)t->count)
		in->cut_threads++;
}

/* The words are gone: the turn was taken all the same. */
static bool
redacted(const struct hd_json *j)
{
	return hd_json_true(hd_json_get(j, "redacted"));
}

/* `at`: the object that says when. */
static int
emit_message(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const struct hd_json *at, struct hd_err *err)
{
	const struct hd_json *author = hd_json_get(j, "author");
	const char *evidence = NULL;
	int bad = hd_take_utc(r, HD_MS_AT, at, "created_at", err);

	hd_rec_role(r, HD_MS_SAID, hd_intercom_role(author, &evidence));
	if (evidence != NULL)
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str(evidence));
	hd_rec_text(r, HD_MS_AUTHOR, hd_json_at(author, "id"));
	hd_rec_text(r, HD_MS_BODY,
	    redacted(j) ? hd_str("") : hd_plain(in, hd_json_at(j, "body")));
	return hd_emit_part(in, r, bad, err);
}

int
hd_intercom_source(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *src = hd_json_get(j, "source");
	struct hd_rec r;

	if (hd_json_at(src, "body").n == 0 && !redacted(src))
		return 0;
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(src, "id");
	if (r.id.n == 0)
		r.id = hd_str("#source");
	r.ticket = t->ticket;
	r.ver = t->ver;
	return emit_message(in, &r, src, j, err);
}

/* Statuses that a type of part goes from and to. */
static const struct {
	const char *type, *old, *new;
} moves[] = {
	{ "close", "open", "closed" },
	{ "open", "closed", "open" },
	{ "assign_and_reopen", "closed", "open" },
	{ "snoozed", "open", "pending" },
	{ "unsnoozed", "pending", "open" },
	{ "timer_unsnooze", "pending", "open" },
};

#define NMOVES (sizeof(moves) / sizeof(moves[0]))

static size_t
move_of(struct hd_str type)
{
	size_t i;

	for (i = 0; i < NMOVES; i++)
		if (hd_str_eq(type, moves[i].type))
			break;
	return i;
}

static void
move(struct hd_rec *r, struct hd_str type)
{
	size_t i = move_of(type);

	hd_rec_text(r, HD_EV_FIELD, hd_str("status"));
	hd_rec_text(r, HD_EV_OLD, hd_str(moves[i].old));
	hd_rec_text(r, HD_EV_NEW, hd_str(moves[i].new));
}

/* A ticket's state before and after. */
static bool
state(struct hd_rec *r, const struct hd_json *p)
{
	struct hd_str to = hd_json_at(p, "ticket_state");
	struct hd_str from = hd_json_at(p, "previous_ticket_state");

	if (to.n == 0)
		return false;
	hd_rec_text(r, HD_EV_FIELD, hd_str("status"));
	hd_rec_text(r, HD_EV_OLD, hd_str(hd_intercom_state(from)));
	hd_rec_text(r, HD_EV_NEW, hd_str(hd_intercom_state(to)));
	return true;
}

static void
what(struct hd_rec *r, const struct hd_json *p, struct hd_str type)
{
	const struct hd_json *to = hd_json_get(p, "assigned_to");

	if (move_of(type) < NMOVES) {
		move(r, type);
	} else if (hd_str_starts(type, "ticket_state_") && state(r, p)) {
		return;
	} else if (hd_json_at(to, "id").n > 0) {
		hd_rec_text(r, HD_EV_FIELD,
		    hd_str(hd_str_eq(hd_json_at(to, "type"), "team")
			       ? "team"
			       : "assignee"));
		hd_rec_text(r, HD_EV_NEW, hd_json_at(to, "id"));
	} else {
		hd_rec_text(r, HD_EV_FIELD, type);
		hd_rec_text(
		    r, HD_EV_NEW, hd_json_at(p, "event_details.value.name"));
	}
}

/* A part that is no mere message: an assignment, a close, a reopening. */
static int
part_event(struct hd_ingest *in, const struct hd_json *p,
    const struct hd_intercom_thread *t, struct hd_str type, struct hd_err *err)
{
	const struct hd_json *author = hd_json_get(p, "author");
	const char *evidence;
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_json_at(p, "id");
	r.ticket = t->ticket;
	r.ver = t->ver;
	bad = hd_take_utc(&r, HD_EV_AT, p, "created_at", err);
	hd_rec_text(&r, HD_EV_ACTOR, hd_json_at(author, "id"));
	hd_rec_role(&r, HD_EV_ROLE, hd_intercom_role(author, &evidence));
	what(&r, p, type);
	if (hd_emit_part(in, &r, bad, err) != 0)
		return -1;
	/* reopened, and given to somebody: two things */
	if (!hd_str_eq(type, "assign_and_reopen") || r.id.n == 0)
		return 0;
	r.id = hd_made_id(in, "assign:", r.id);
	r.v[HD_EV_OLD].type = HD_CELL_NONE;
	what(&r, p, hd_str("assignment"));
	return hd_emit_part(in, &r, bad, err);
}

static int
part(struct hd_ingest *in, const struct hd_json *p,
    const struct hd_intercom_thread *t, size_t seq, struct hd_err *err)
{
	struct hd_str type = hd_json_at(p, "part_type");
	bool note = hd_str_eq(type, "note");
	bool talk = note || hd_str_eq(type, "comment") ||
		    hd_str_eq(type, "quick_reply");
	const struct hd_json *files = hd_json_get(p, "attachments");
	struct hd_rec r;

	if (type.n == 0) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	if (hd_json_at(p, "body").n > 0 ||
	    (talk && (redacted(p) || (files != NULL && files->count > 0)))) {
		hd_rec_init(&r, HD_REC_MESSAGE);
		r.id = hd_json_at(p, "id");
		r.ticket = t->ticket;
		r.ver = t->ver;
		hd_rec_int(&r, HD_MS_SEQ, (int64_t)seq);
		hd_rec_int(&r, HD_MS_PUBLIC, !note);
		if (note)
			hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
		if (emit_message(in, &r, p, p, err) != 0)
			return -1;
	}
	return talk ? 0 : part_event(in, p, t, type, err);
}

int
hd_intercom_parts(struct hd_ingest *in, const struct hd_intercom_thread *t,
    struct hd_err *err)
{
	size_t seq = 0;

	for (const struct hd_json *p = t->parts; p != NULL; p = p->next)
		if (part(in, p, t, ++seq, err) != 0)
			return -1;
	return 0;
}
