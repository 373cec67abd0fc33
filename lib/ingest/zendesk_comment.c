/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zendesk's comments: messages, or a whole chat in one.  A comment has the same
 * id in the list of comments, in the ticket, and as the event of an audit or of
 * a ticket event, so that it is one message wherever it comes from.
 */
#include <stdio.h>

#include "ingest/transcript.h"
#include "ingest/zendesk_int.h"

bool
hd_zd_is_lone_comment(const struct hd_json *j)
{
	return hd_json_at(j, "author_id").p != NULL &&
	       hd_json_get(j, "public") != NULL &&
	       (hd_json_get(j, "body") != NULL ||
		   hd_json_get(j, "html_body") != NULL ||
		   hd_json_get(j, "plain_body") != NULL);
}

static struct hd_str
either(const struct hd_json *c, const struct hd_json *around, const char *a,
    const char *b)
{
	struct hd_str s = hd_json_at(c, a);

	if (s.p == NULL)
		s = hd_json_at(around, a);
	if (s.p == NULL && b != NULL)
		s = hd_json_at(around, b);
	return s;
}

/* An object in tickets and audits, a word in ticket events. */
static struct hd_str
channel(const struct hd_json *c, const struct hd_json *around)
{
	struct hd_str via = hd_json_at(c, "via.channel");

	if (via.p == NULL)
		via = hd_json_at(c, "via");
	if (via.p == NULL)
		via = hd_json_at(around, "via.channel");
	return via;
}

/* Text whose entities are still to be read, and which has no marks. */
static struct hd_str
decoded(struct hd_ingest *in, struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str plain;

	if (s.p == NULL || hd_str_find(s, "&") == NULL)
		return s;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '<')
			hd_buf_adds(&b, "&lt;");
		else if (s.p[i] == '\n')
			hd_buf_adds(&b, "<br>");
		else
			hd_buf_addc(&b, s.p[i]);
	plain = hd_plain(in, hd_buf_str(&b));
	hd_buf_release(&b);
	return plain;
}

/* body has its blanks; the others are HTML, or plain with its entities. */
static struct hd_str
words(struct hd_ingest *in, const struct hd_json *c, struct hd_str via)
{
	struct hd_str s = hd_json_at(c, "body");

	if (s.p == NULL && hd_json_at(c, "html_body").n > 0)
		s = hd_plain(in, hd_json_at(c, "html_body"));
	if (s.p == NULL)
		s = decoded(in, hd_json_at(c, "plain_body"));
	if (hd_str_eq(via, "voice") ||
	    hd_str_eq(hd_json_at(c, "type"), "VoiceComment"))
		s = hd_zd_line_feeds(in, s);
	if (hd_zd_scrubbed(s))
		s.n = 0; /* what stood here is to go */
	return s;
}

/*
 * Roles that the comment itself proves; the rest is told by the author.  What
 * the requester types into the bot's window comes through its channel too.
 */
static void
role(struct hd_rec *r, struct hd_str via, struct hd_str author,
    struct hd_str requester)
{
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

/*
 * Is the text a chat, not a text that quotes one?  The helpdesk writes it, at
 * the end of a session and for all to see.
 */
static bool
is_chat(const struct hd_transcript *t, struct hd_str via, struct hd_str author,
    bool public)
{
	if (hd_str_eq(via, "chat_transcript"))
		return true;
	if (!public || t->n < 2)
		return false;
	if (hd_str_eq(author, "-1") || hd_zd_chat_channel(via))
		return true;
	return via.p == NULL && t->speakers == 2;
}

/*
 * Who speaks is settled when all users are known; these the line proves.  A
 * bot's name counts unless a user has it.
 */
static void
line_role(struct hd_ingest *in, struct hd_rec *r, struct hd_str speaker,
    struct hd_str name)
{
	if (speaker.n == 0) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
		return;
	}
	hd_rec_text(r, HD_MS_AUTHOR, speaker);
	if (hd_transcript_visitor(speaker) ||
	    (name.n > 0 && hd_str_same(speaker, name)))
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	else if (hd_transcript_bot(speaker))
		hd_rec_text(r, HD_MS_EVIDENCE,
		    hd_join(in, hd_str("speaker"), " ", speaker));
}

/* The lines of the chat in place of the comment that holds them. */
static int
lines(struct hd_ingest *in, const struct hd_transcript *t,
    const struct hd_rec *whole, struct hd_str name, struct hd_err *err)
{
	struct hd_rec r;
	char number[24];

	for (size_t i = 0; i < t->n; i++) {
		hd_rec_init(&r, HD_REC_MESSAGE);
		r.ver = whole->ver;
		r.ticket = whole->ticket;
		(void)snprintf(number, sizeof(number), "%zu", i + 1);
		r.id = hd_join(in, whole->id, "/", hd_str(number));
		hd_rec_int(&r, HD_MS_SEQ, (int64_t)i + 1);
		if (whole->v[HD_MS_AT].type == HD_CELL_INT)
			hd_rec_int(&r, HD_MS_AT,
			    hd_transcript_at(t, i, whole->v[HD_MS_AT].i));
		line_role(in, &r, t->lines[i].speaker, name);
		hd_rec_int(&r, HD_MS_PUBLIC, 1);
		hd_rec_text(&r, HD_MS_KIND, hd_str("transcript_line"));
		hd_rec_text(&r, HD_MS_BODY, t->lines[i].text);
		if (hd_emit_part(in, &r, 0, err) != 0)
			return -1;
	}
	return 0;
}

/* The id, which ticket, when; -1 rejects the comment. */
static int
head(struct hd_rec *r, const struct hd_json *c, const struct hd_json *around,
    const struct hd_zd_about *t, struct hd_err *err)
{
	struct hd_str at = either(c, around, "created_at", "timestamp");

	hd_rec_init(r, HD_REC_MESSAGE);
	r->ver = t->ver; /* redacted ones come with the ticket */
	r->id = hd_json_at(c, "id");
	r->ticket = t->id;
	return at.p != NULL ? hd_convert_utc(r, HD_MS_AT, at, err) : 0;
}

int
hd_zd_comment(struct hd_ingest *in, const struct hd_json *c,
    const struct hd_json *around, const struct hd_zd_about *t, int64_t seq,
    struct hd_err *err)
{
	const struct hd_json *public = hd_json_get(c, "public");
	struct hd_str via = channel(c, around);
	struct hd_str author =
	    hd_whole_id(either(c, around, "author_id", "updater_id"));
	struct hd_str body = words(in, c, via);
	struct hd_transcript chat;
	struct hd_rec r;
	int bad = head(&r, c, around, t, err);
	bool open;

	if (public == NULL)
	public = hd_json_get(c, "comment_public");
	open = public == NULL || hd_json_true(public);
	if (bad == 0 && r.id.n > 0 &&
	    hd_transcript_read(&in->arena, body, &chat) &&
	    is_chat(&chat, via, author, open))
		return lines(in, &chat, &r, t->name, err);
	if (bad == 0 && hd_zd_made_up(body) &&
	    (!open || hd_zd_chat_channel(via))) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	if (seq >= 0)
		hd_rec_int(&r, HD_MS_SEQ, seq);
	hd_rec_text(&r, HD_MS_AUTHOR, author);
	role(&r, via, author, t->requester);
	hd_rec_int(&r, HD_MS_PUBLIC, open);
	if (!open)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, body);
	return hd_emit_part(in, &r, bad, err);
}

int
hd_zd_lone_comment(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_zd_about t = { .ver = HD_TIME_NONE };

	if (hd_zd_ticket_of(in, j, &t.id, err) != 0 ||
	    hd_zd_source(in, j, err) != 0)
		return -1;
	return hd_zd_comment(in, j, NULL, &t, -1, err);
}
