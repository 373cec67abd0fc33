/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Front's analytics exports: a message a row, or an activity a row.  Of a
 * message they hold only an extract, the beginning of its text.
 */
#include <string.h>

#include "ingest/convert.h"
#include "ingest/shape.h"

/* What a row says of its conversation; the latest row counts. */
static int
conversation(struct hd_row *row, int at, struct hd_err *err)
{
	static const struct {
		const char *name;
		int col;
	} columns[] = {
		{ "subject", HD_TK_SUBJECT },
		{ "status", HD_TK_STATUS },
		{ "inbox", HD_TK_TEAM },
		{ "assignee", HD_TK_ASSIGNEE },
		{ "contact handle", HD_TK_REQUESTER },
		{ "account names", HD_TK_ACCOUNT },
		{ "account name", HD_TK_ACCOUNT },
		{ "tags", HD_TK_TAGS },
	};
	struct hd_cell *c = &row->r.v[at];
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = row->r.ticket;
	row->in->tag_sep = ',';
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		if (r.v[columns[i].col].type == HD_CELL_NONE &&
		    hd_row_take(
			row, columns[i].name, &r, columns[i].col, err) != 0)
			return hd_emit_part(row->in, &r, -1, err);
	row->in->tag_sep = '\0';
	if (c->type == HD_CELL_INT) {
		r.ver = c->i;
		if (hd_str_ieq(hd_row_other(row, "new conversation"), "yes") ||
		    hd_str_ieq(hd_row_other(row, "new conversation"), "true"))
			hd_rec_int(&r, HD_TK_CREATED, c->i);
	}
	return hd_emit_part(row->in, &r, 0, err);
}

static bool
says_yes(struct hd_str s)
{
	return hd_str_ieq(s, "yes") || hd_str_ieq(s, "true") ||
	       hd_str_eq(s, "1");
}

/* Fill what a message's row says of it besides time and text. */
static int
message(struct hd_row *row, struct hd_rec *m, struct hd_err *err)
{
	struct hd_str who = hd_row_other(row, "author");

	bool inbound = hd_str_ieq(hd_row_other(row, "direction"), "inbound");

	if (inbound || says_yes(hd_row_other(row, "autoreply")))
		hd_rec_int(
		    m, HD_MS_SAID, inbound ? HD_ROLE_CUSTOMER : HD_ROLE_SYSTEM);
	/* of what an author wrote the evidence is that of the author's role */
	if (inbound || who.p == NULL)
		hd_rec_text(
		    m, HD_MS_EVIDENCE, hd_str("an extract: the text is cut"));
	if (inbound || who.p == NULL)
		return 0;
	hd_rec_text(m, HD_MS_AUTHOR, who);
	return hd_row_member(row, who, err);
}

int
hd_front_row(struct hd_row *row, struct hd_err *err)
{
	if (message(row, &row->r, err) != 0 || hd_row_emit(row, err) != 0)
		return -1;
	return row->dropped ? 0 : conversation(row, HD_MS_AT, err);
}

/* The activity as a change of something we know, or under its own name. */
static void
change(struct hd_row *row)
{
	static const struct {
		const char *type, *field, *value, *other, *old;
	} kinds[] = {
		{ "archive", "status", "closed", NULL, NULL },
		{ "resolve", "status", "solved", NULL, NULL },
		{ "unarchive", "status", "open", NULL, "closed" },
		{ "reopen", "status", "open", NULL, "closed" },
		{ "snooze", "status", "pending", NULL, NULL },
		{ "unsnooze", "status", "open", NULL, "pending" },
		{ "delete", "status", "deleted", NULL, NULL },
		{ "assign", "assignee", NULL, "assignee", NULL },
		{ "unassign", "assignee", "", NULL, NULL },
		{ "tag", "tag", NULL, "added tag", NULL },
		{ "add tag", "tag", NULL, "added tag", NULL },
		{ "move", "team", NULL, "inbox", NULL },
	};
	struct hd_str type = hd_row_other(row, "type");
	struct hd_str who = hd_row_other(row, "author");
	struct hd_rec *r = &row->r;

	if (type.p == NULL)
		type = hd_str("activity");
	hd_rec_text(r, HD_EV_FIELD, type);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (!hd_str_ieq(type, kinds[i].type))
			continue;
		hd_rec_text(r, HD_EV_FIELD, hd_str(kinds[i].field));
		hd_rec_text(r, HD_EV_NEW,
		    kinds[i].value != NULL ? hd_str(kinds[i].value)
					   : hd_row_other(row, kinds[i].other));
		if (kinds[i].old != NULL)
			hd_rec_text(r, HD_EV_OLD, hd_str(kinds[i].old));
	}
	hd_rec_text(r, HD_EV_ACTOR, who);
	if (who.p != NULL)
		hd_rec_int(r, HD_EV_ROLE, HD_ROLE_AGENT);
}

/* A comment is a note, what has a direction a message, the rest an event. */
int
hd_front_activity(struct hd_row *row, struct hd_err *err)
{
	struct hd_str text = hd_row_other(row, "extract");
	struct hd_str note = hd_row_other(row, "comment api id");
	struct hd_str id = hd_row_other(row, "message api id");
	struct hd_rec m;
	int bad = 0;

	if (row->bad || text.p == NULL || (id.p == NULL && note.p == NULL)) {
		change(row);
		return hd_row_emit(row, err) != 0 ? -1
		       : row->dropped		  ? 0
				      : conversation(row, HD_EV_AT, err);
	}
	hd_rec_init(&m, HD_REC_MESSAGE);
	m.id = note.p != NULL ? note : id;
	m.ticket = row->r.ticket;
	hd_rec_text(&m, HD_MS_BODY, text);
	if (row->r.v[HD_EV_AT].type == HD_CELL_INT)
		hd_rec_int(&m, HD_MS_AT, row->r.v[HD_EV_AT].i);
	bad = message(row, &m, err);
	if (note.p != NULL) {
		hd_rec_int(&m, HD_MS_PUBLIC, 0);
		hd_rec_text(&m, HD_MS_KIND, hd_str("note"));
	}
	if (hd_emit_part(row->in, &m, bad, err) != 0)
		return -1;
	return conversation(row, HD_EV_AT, err);
}
