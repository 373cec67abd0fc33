/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zendesk messaging, a message a record: conversation logs, events of webhooks,
 * and the events of chats within audits or by themselves.  A bot's messages may
 * carry an agent's id: who wrote one is told by where it came from.
 */
#include <string.h>

#include "ingest/author.h"
#include "ingest/zendesk_int.h"

/* What a message says of itself. */
struct voice {
	struct hd_str id, ticket, at, text, author, name;
	struct hd_str author_type, source; /* "bot", "zd:answerBot" */
	bool public;
	/*
	 * How much the record knows of who spoke, where several have the same
	 * message: the conversation log most, an event of a webhook nothing.
	 */
	enum {
		KNOWS_LITTLE,
		KNOWS_MORE,
		KNOWS_MOST,
	} knows;
};

static bool
is_object(const struct hd_json *j, const char *name)
{
	const struct hd_json *m = hd_json_get(j, name);

	return m != NULL && m->type == HD_JOBJ;
}

bool
hd_zd_is_log_entry(const struct hd_json *j)
{
	return is_object(j, "author") && is_object(j, "content") &&
	       (hd_str_starts(hd_json_at(j, "type"), "Messaging::") ||
		   hd_json_get(j, "reference") != NULL ||
		   is_object(j, "source"));
}

bool
hd_zd_is_message_event(const struct hd_json *j)
{
	return hd_json_path(j, "event.message") != NULL &&
	       hd_str_starts(hd_json_at(j, "subject"), "zen:ticket:");
}

bool
hd_zd_is_chat_event(const struct hd_json *j)
{
	return hd_json_get(j, "chat_id") != NULL &&
	       hd_json_get(j, "actor_type") != NULL &&
	       hd_str_starts(hd_json_at(j, "type"), "Chat");
}

static bool
one_of(struct hd_str s, const char *const *words)
{
	for (; s.p != NULL && *words != NULL; words++)
		if (hd_str_ieq(s, *words))
			return true;
	return false;
}

/* The role that source and author prove; unknown where the author decides. */
static enum hd_role
voice_role(const struct voice *v, const char **why)
{
	static const char *const bots[] = { "zd:answerBot", "ultimate", NULL };
	static const char *const desks[] = { "zd:agentWorkspace",
		"zd:agentCopilot", NULL };
	static const char *const users[] = { "user", "end-user", "end_user",
		"enduser", "visitor", NULL };
	static const char *const systems[] = { "system", "trigger", NULL };
	static const char *const machines[] = { "bot", "business", NULL };

	*why = "source";
	if (one_of(v->source, bots))
		return HD_ROLE_AI;
	if (one_of(v->source, desks))
		return HD_ROLE_AGENT;
	*why = "author";
	if (one_of(v->author, bots))
		return HD_ROLE_AI;
	*why = "author type";
	if (one_of(v->author_type, machines))
		return HD_ROLE_AI;
	if (one_of(v->author_type, users))
		return HD_ROLE_CUSTOMER;
	if (one_of(v->author_type, systems))
		return HD_ROLE_SYSTEM;
	return hd_str_ieq(v->author_type, "agent") ? HD_ROLE_AGENT
						   : HD_ROLE_UNKNOWN;
}

/* An agent's name, for the chats that name and do not number who speaks. */
static int
agent(struct hd_ingest *in, const struct voice *v, struct hd_err *err)
{
	struct hd_author who = { v->author, v->name, { NULL, 0 }, HD_ROLE_AGENT,
		NULL };

	return v->name.n > 0 ? hd_author_emit(in, &who, err) : 0;
}

static int
say(struct hd_ingest *in, const struct voice *v, struct hd_err *err)
{
	const char *why;
	enum hd_role role = voice_role(v, &why);
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = v->id;
	r.ticket = v->ticket;
	if (v->at.p != NULL && hd_convert_utc(&r, HD_MS_AT, v->at, err) != 0)
		return -1;
	/* messages do not change: the time stands for the record's version */
	if (v->knows != KNOWS_LITTLE && r.v[HD_MS_AT].type == HD_CELL_INT)
		r.ver = r.v[HD_MS_AT].i - (v->knows == KNOWS_MORE);
	hd_rec_text(&r, HD_MS_AUTHOR, v->author);
	if (role != HD_ROLE_UNKNOWN)
		hd_rec_int(&r, HD_MS_SAID, role);
	if (role == HD_ROLE_AI)
		hd_rec_text(&r, HD_MS_EVIDENCE,
		    hd_join(in, hd_str(why), " ",
			strcmp(why, "source") == 0   ? v->source
			: strcmp(why, "author") == 0 ? v->author
						     : v->author_type));
	hd_rec_int(&r, HD_MS_PUBLIC, v->public);
	if (!v->public)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, v->text);
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return role == HD_ROLE_AGENT &&
		       hd_str_eq(v->source, "zd:agentWorkspace")
		   ? agent(in, v, err)
		   : 0;
}

/* What a form was filled with: "label: value" a line. */
static struct hd_str
form(struct hd_ingest *in, const struct hd_json *content)
{
	const struct hd_json *f = hd_json_get(content, "fields");
	struct hd_str all = { NULL, 0 }, name, value;

	for (f = f != NULL ? f->child : NULL; f != NULL; f = f->next) {
		name = hd_json_at(f, "label");
		if (name.p == NULL)
			name = hd_json_at(f, "name");
		value = hd_json_at(f, "text");
		if (value.p == NULL)
			value = hd_json_at(f, "email");
		if (value.p == NULL)
			continue;
		name = hd_join(in, name, ": ", value);
		all = all.p == NULL ? name : hd_join(in, all, "\n", name);
	}
	return all;
}

static struct hd_str
text_of(struct hd_ingest *in, const struct hd_json *content)
{
	struct hd_str s = hd_json_at(content, "text");

	if (s.p == NULL && hd_str_eq(hd_json_at(content, "type"), "html"))
		return hd_plain(in, hd_json_at(content, "body"));
	if (s.p == NULL)
		s = hd_json_at(content, "body");
	return s.n > 0 ? s : form(in, content);
}

/* "zen:ticket_event:17" and the like: what stands after the last colon. */
static struct hd_str
tail(struct hd_str s)
{
	for (size_t i = s.n; s.p != NULL && i > 0; i--)
		if (s.p[i - 1] == ':')
			return (struct hd_str){ s.p + i, s.n - i };
	return s;
}

int
hd_zd_log_entry(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str type = hd_json_at(j, "type");
	const struct hd_json *open = hd_json_path(j, "metadata.public");
	struct voice v = { .public = open == NULL || hd_json_true(open),
		.knows = KNOWS_MOST };

	if (hd_zd_ticket_of(in, j, &v.ticket, err) != 0 ||
	    hd_zd_source(in, j, err) != 0)
		return -1;
	v.id = tail(hd_json_at(j, "reference"));
	if (v.id.n == 0)
		v.id = hd_json_at(j, "id");
	v.at = hd_json_at(j, "created_at");
	if (v.at.p == NULL)
		v.at = hd_json_at(j, "received");
	v.author = hd_json_at(j, "author.id");
	if (v.author.p == NULL)
		v.author = hd_json_at(j, "author.userId");
	v.name = hd_json_at(j, "author.display_name");
	if (v.name.p == NULL)
		v.name = hd_json_at(j, "author.displayName");
	v.author_type = hd_json_at(j, "author.type");
	v.source = hd_json_at(j, "source.type");
	v.text = text_of(in, hd_json_get(j, "content"));
	/* a survey's question and answer are no talk */
	if (v.text.n == 0 || hd_str_eq(v.source, "zd:surveys") ||
	    (type.p != NULL && hd_str_find(type, "Message") == NULL &&
		hd_str_find(type, "Comment") == NULL)) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	return say(in, &v, err);
}

int
hd_zd_message_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct voice v = { .public = true };

	if (hd_zd_source(in, j, err) != 0)
		return -1;
	v.ticket = tail(hd_json_at(j, "subject"));
	v.id = hd_json_at(j, "event.message.id");
	v.text = hd_json_at(j, "event.message.body");
	v.at = hd_json_at(j, "time");
	v.author = hd_json_at(j, "event.actor.id");
	v.name = hd_json_at(j, "event.actor.name");
	v.author_type = hd_json_at(j, "event.actor.type");
	return say(in, &v, err);
}

/* original_message: an object, or one written as a text. */
static const struct hd_json *
original(struct hd_ingest *in, const struct hd_json *j)
{
	const struct hd_json *o = hd_json_get(j, "original_message");
	struct hd_err ignored = HD_ERR_INIT;

	if (o != NULL && o->type == HD_JSTR)
		o = hd_json_parse(&in->arena, o->s, &ignored);
	return o != NULL && o->type == HD_JOBJ ? o : NULL;
}

/* An agent joins, or another department takes over: who and when. */
static int
moved(struct hd_ingest *in, const struct hd_json *j, const struct voice *v,
    const char *field, struct hd_err *err)
{
	struct hd_zd_change c = { .ticket = v->ticket,
		.id = v->id,
		.actor = v->author,
		.field = hd_str(field),
		.at = HD_TIME_NONE };
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_EVENT);
	if (v->at.p != NULL && hd_convert_utc(&r, HD_EV_AT, v->at, err) != 0)
		return -1;
	if (r.v[HD_EV_AT].type == HD_CELL_INT)
		c.at = r.v[HD_EV_AT].i;
	c.new = hd_json_at(j, "department_name");
	if (c.new.p == NULL)
		c.new = hd_json_at(j, "department_id");
	return hd_zd_change(in, &c, err);
}

static int
chat_event(struct hd_ingest *in, const struct hd_json *j, struct hd_str chat,
    struct hd_str ticket, struct hd_err *err)
{
	const struct hd_json *o = original(in, j);
	struct hd_str type = hd_json_at(j, "type");
	struct voice v = {
		.ticket = ticket, .public = true, .knows = KNOWS_MORE
	};

	v.id = hd_json_at(o, "id");
	if (v.id.n == 0)
		v.id = hd_json_at(j, "message_id");
	if (v.id.n == 0)
		v.id = hd_join(in, hd_join(in, hd_str("chat"), " ", chat), "/",
		    hd_json_at(j, "chat_index"));
	v.at = hd_json_at(j, "timestamp");
	if (v.at.p == NULL)
		v.at = hd_json_at(j, "created_at");
	v.author = hd_json_at(j, "actor_id");
	v.name = hd_json_at(j, "actor_name");
	v.author_type = hd_json_at(o, "author.type");
	v.source = hd_json_at(o, "source.type");
	if (v.author_type.p == NULL)
		v.author_type = hd_json_at(j, "actor_type");
	v.text = hd_json_at(j, "message");
	if (v.text.n == 0)
		v.text = text_of(in, hd_json_get(o, "content"));
	if (hd_str_eq(type, "ChatDepartmentTransfer"))
		return moved(in, j, &v, "department", err);
	if (hd_str_eq(type, "ChatJoin") && hd_str_ieq(v.author_type, "agent") &&
	    !hd_str_starts(v.author, "zd:"))
		return moved(in, j, &v, "agent_joined", err);
	if (!hd_str_eq(type, "ChatMessage") || v.text.n == 0 ||
	    hd_str_eq(v.source, "zd:surveys")) {
		hd_skip(in, HD_REC_EVENT);
		return 0;
	}
	return say(in, &v, err);
}

int
hd_zd_chat_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str ticket;

	if (hd_zd_ticket_of(in, j, &ticket, err) != 0 ||
	    hd_zd_source(in, j, err) != 0)
		return -1;
	return chat_event(in, j, hd_json_at(j, "chat_id"), ticket, err);
}

int
hd_zd_chat_history(struct hd_ingest *in, const struct hd_json *value,
    struct hd_str ticket, struct hd_err *err)
{
	const struct hd_json *e = hd_json_get(value, "history");
	struct hd_str chat = hd_json_at(value, "chat_id");
	int bad;

	for (e = e != NULL ? e->child : NULL; e != NULL; e = e->next) {
		bad = chat_event(in, e, chat, ticket, err);
		if (bad != 0 && err->code != HD_EDATA)
			return -1;
		if (bad != 0)
			(void)hd_reject(in, HD_REC_MESSAGE, err);
	}
	return 0;
}
