/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ada, a bot in front of a helpdesk: conversations of its own export.  One that
 * went on in the helpdesk names the ticket in a variable.
 */
#include <string.h>

#include "ingest/ada.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/parts.h"

static bool
is_conversation(const struct hd_json *j)
{
	return hd_json_get(j, "_id") != NULL &&
	       hd_json_get(j, "chatter_id") != NULL &&
	       (hd_json_get(j, "automated_resolution_classification") != NULL ||
		   hd_json_get(j, "is_escalated") != NULL ||
		   hd_json_get(j, "is_engaged") != NULL);
}

/* Ada's own verdict; that it gave the conversation away counts more. */
static void
ai_state(struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str verdict =
	    hd_json_at(j, "automated_resolution_classification");
	bool away = hd_json_true(hd_json_get(j, "is_escalated"));

	if (verdict.n == 0 && !away)
		return;
	hd_rec_text(
	    r, HD_TK_AI_STATE_RAW, away ? hd_str("is_escalated") : verdict);
	hd_rec_text(r, HD_TK_AI_STATE,
	    hd_str(away				     ? "handed_over"
		   : hd_str_ieq(verdict, "Resolved") ? "resolved_confirmed"
						     : "unknown"));
}

/* Letters and digits alone, in lower case: "Zendesk Ticket-ID". */
static bool
same_letters(struct hd_str s, const char *name)
{
	size_t k = 0, n = strlen(name);

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if ((c < 'a' || c > 'z') && (c < '0' || c > '9'))
			continue;
		if (k == n || (unsigned char)name[k] != c)
			return false;
		k++;
	}
	return k == n;
}

static const struct {
	const char *name, *head;
} tickets[] = {
	{ "zendeskticketid", "zendesk:" },
	{ "zendeskticketnumber", "zendesk:" },
	{ "zdticketid", "zendesk:" },
	{ "freshdeskticketid", "freshdesk:" },
	{ "gorgiasticketid", "gorgias:" },
	{ "intercomconversationid", "intercom:" },
	{ "hubspotticketid", "hubspot:" },
	{ "ticketid", "" },
	{ "ticketnumber", "" },
	{ "ticketno", "" },
	{ "supportticketid", "" },
	{ "supportticketnumber", "" },
	{ "casenumber", "" },
	{ "caseid", "" },
};

/*
 * A variable is a value, or an object that holds one; "none" and "pending" are
 * no numbers of tickets.
 */
static struct hd_str
value(const struct hd_json *j)
{
	struct hd_str s =
	    j->type == HD_JOBJ ? hd_json_at(j, "value") : hd_json_str(j);

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return hd_str_trim(s);
	return hd_str(NULL);
}

static void
link_in(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *vars)
{
	struct hd_str id;

	if (vars == NULL || vars->type != HD_JOBJ)
		return;
	for (const struct hd_json *v = vars->child; v != NULL; v = v->next) {
		id = value(v);
		for (size_t i = 0;
		     id.n > 0 && i < sizeof(tickets) / sizeof(tickets[0]); i++)
			if (same_letters(v->key, tickets[i].name)) {
				hd_rec_text(r, HD_TK_LINK,
				    hd_made_id(in, tickets[i].head, id));
				return;
			}
	}
}

/* The page the conversation began on. */
static void
page(struct hd_rec *r, const struct hd_json *meta)
{
	static const char *const names[] = { "initialurl", "initial_url",
		"url" };
	struct hd_str url;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		url = hd_json_at(meta, names[i]);
		if (url.n > 0) {
			hd_rec_text(r, HD_TK_PAGE, hd_page(url));
			return;
		}
	}
}

static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	static const char *const names[] = { "inquiry_summary",
		"automated_resolution_classification_reason", "bot_handle_time",
		"is_engaged", "device", "browser" };
	struct hd_fields f;

	hd_fields_begin(&f, in);
	hd_fields_members(&f, hd_json_get(j, "variables"));
	hd_fields_named(&f, j, names, sizeof(names) / sizeof(names[0]));
	hd_fields_end(&f, r);
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *agents = hd_json_get(j, "agent_id");

	if (hd_take_utc(r, HD_TK_CREATED, j, "date_created", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "date_updated", err) != 0 ||
	    hd_take(in, r, HD_TK_HANDLE, j, "agent_handle_time", err) != 0)
		return -1;
	hd_rec_text(r, HD_TK_ORIGIN, hd_str("ai"));
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "platform"));
	hd_rec_text(r, HD_TK_LANGUAGE, hd_json_at(j, "language"));
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(j, "chatter_id"));
	hd_rec_text(r, HD_TK_CATEGORY, hd_json_at(j, "generated_topic_label"));
	if (agents != NULL && agents->type == HD_JARR && agents->child != NULL)
		hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_str(agents->child));
	hd_rec_null(r, HD_TK_MARK);
	if (hd_json_true(hd_json_get(j, "is_test_user")))
		hd_rec_text(r, HD_TK_MARK, hd_str("test"));
	ai_state(r, j);
	hd_ada_csat(r, j);
	page(r, hd_json_get(j, "metavariables"));
	link_in(in, r, hd_json_get(j, "metavariables"));
	link_in(in, r, hd_json_get(j, "variables"));
	fields(in, r, j);
	return 0;
}

/* Two lists, of ids and of names, in one order. */
static int
agents(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *id = hd_json_get(j, "agent_id");
	const struct hd_json *name = hd_json_get(j, "agent_name");
	struct hd_author a = { { NULL, 0 }, { NULL, 0 }, { NULL, 0 },
		HD_ROLE_AGENT, NULL };

	id = id != NULL && id->type == HD_JARR ? id->child : NULL;
	name = name != NULL && name->type == HD_JARR ? name->child : NULL;
	for (; id != NULL; id = id->next) {
		a.id = hd_json_str(id);
		a.name = hd_json_str(name);
		if (hd_author_emit(in, &a, err) != 0)
			return -1;
		name = name != NULL ? name->next : NULL;
	}
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "_id");
	if (columns(in, &r, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0 || agents(in, j, err) != 0)
		return -1;
	return hd_ada_rating(in, j, r.ver, err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_TICKET, is_conversation, map_conversation },
	{ "message", HD_REC_MESSAGE, hd_ada_is_message, hd_ada_message },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_ada = { "ada", types };
