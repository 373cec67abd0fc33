/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, tried and handed over: see briefer.h. */
#include <string.h>

#include "audit/briefer.h"
#include "audit/quote.h"

/* A message that the brief may print whole or in part. */
static struct hd_str
words_of(struct hd_brieftalk *t, const struct hd_message *m, size_t max)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	hd_new_text(&b, m->body);
	s = hd_brief_short(t->b->arena, hd_buf_str(&b), max);
	hd_buf_release(&b);
	return s;
}

static void
request(struct hd_brieftalk *t, struct hd_stmt *st)
{
	struct hd_briefpart *p = hd_brief_part(t->b, "request");
	struct hd_str text = { NULL, 0 };
	int64_t at = -1;

	for (size_t i = 0; i < t->n && at < 0; i++)
		if (hd_brief_public(&t->th->messages[i], HD_ROLE_CUSTOMER)) {
			text = words_of(t, &t->th->messages[i], HD_BRIEF_SHORT);
			at = (int64_t)i;
		}
	hd_brief_text(p, "channel",
	    hd_str_keep(t->b->arena, hd_col_text(st, HD_BT_CHANNEL)), "ticket");
	hd_brief_text(p, "subject",
	    hd_brief_short(
		t->b->arena, hd_col_text(st, HD_BT_SUBJECT), HD_BRIEF_SHORT),
	    "ticket")
	    ->theirs = true;
	hd_brief_text(p, "text", text, "message")->theirs = true;
	if (at >= 0)
		hd_brief_int(p, "message", at, "message");
	else
		hd_brief_text(
		    p, "message", (struct hd_str){ NULL, 0 }, "message");
	hd_brief_tag(t, p, "issue", t->w->issue);
	hd_brief_tag(t, p, "complexity", t->w->complexity);
}

/* The last sentence that asks, p NULL: none does. */
static struct hd_str
question(struct hd_str s)
{
	size_t end = s.n, from;

	while (end > 0 && s.p[end - 1] != '?')
		end--;
	for (from = end > 0 ? end - 1 : 0; from > 0; from--)
		if (s.p[from - 1] == '\n' ||
		    (s.p[from] == ' ' && memchr(".!?:", s.p[from - 1], 4)))
			break;
	return end == 0
		   ? (struct hd_str){ NULL, 0 }
		   : hd_str_trim((struct hd_str){ s.p + from, end - from });
}

static void
tried(struct hd_brieftalk *t)
{
	struct hd_briefpart *p = hd_brief_part(t->b, "tried");
	struct hd_brieflist *l = hd_brief_list(t->b, p, "steps", 5, t->n);
	enum hd_tagger_kind kind = HD_TAGGER_ANSWER;
	const struct hd_message *m;
	struct hd_briefcell *c;
	struct hd_str asked;
	int64_t n[HD_TAGGER_QUESTION + 1] = { 0 };

	for (size_t i = 0; i < t->n; i++) {
		m = &t->th->messages[i];
		asked = (struct hd_str){ NULL, 0 };
		if (!hd_brief_public(m, HD_ROLE_AI) || (int64_t)i == t->handoff)
			continue;
		if (t->tags != NULL)
			kind = hd_tagger_kind(t->w->tagger, m->body);
		n[kind]++;
		if (kind == HD_TAGGER_OTHER)
			continue;
		c = hd_brief_row(l);
		hd_briefcell_int(&c[0], "message", (int64_t)i);
		hd_briefcell_time(&c[1], "at", m->at);
		hd_briefcell_text(&c[2], "kind",
		    hd_str(kind == HD_TAGGER_ANSWER ? "answer" : "question"),
		    false);
		hd_briefcell_text(
		    &c[3], "text", words_of(t, m, HD_BRIEF_SHORT), true);
		/* a question stands there already */
		if (kind == HD_TAGGER_ANSWER)
			asked = question(m->body);
		hd_briefcell_text(&c[4], "asked",
		    hd_brief_short(t->b->arena, asked, HD_BRIEF_SHORT), true);
	}
	if (t->th->n == 0 && !t->th->has_text) {
		hd_brief_text(
		    p, "answers", (struct hd_str){ NULL, 0 }, "messages");
		hd_brief_text(
		    p, "questions", (struct hd_str){ NULL, 0 }, "messages");
		return;
	}
	hd_brief_int(p, "answers", n[HD_TAGGER_ANSWER], "messages");
	hd_brief_int(p, "questions", n[HD_TAGGER_QUESTION], "messages");
}

/* The words that decided the emotion. */
struct telling {
	const struct hd_brieftalk *t;
	size_t rule;
	const char *field;
	int64_t item; /* of the customer's messages, -1: none of them */
	struct hd_str words;
	struct hd_str why;
};

static int
note(void *ctx, const struct hd_evidence *e)
{
	struct telling *f = ctx;

	if (e->number != f->rule || e->rule == NULL)
		return 0;
	f->why = e->rule->why;
	if (!e->span || f->words.p != NULL)
		return 0;
	f->field = e->field;
	f->item = e->item;
	f->words = hd_str_keep(f->t->b->arena,
	    (struct hd_str){ e->val.str.p + e->start, e->end - e->start });
	return 0;
}

/* Where in the thread the customer's message number `item` is. */
static int64_t
place(const struct hd_brieftalk *t, int64_t item)
{
	const struct hd_message *m;

	for (size_t i = 0; i < t->n; i++) {
		m = &t->th->messages[i];
		if (m->public && m->role == HD_ROLE_CUSTOMER &&
		    m->body.p != NULL && item-- == 0)
			return (int64_t)i;
	}
	return -1;
}

static void
sentiment(struct hd_brieftalk *t)
{
	struct hd_briefpart *p = hd_brief_part(t->b, "sentiment");
	int dim = t->w->emotion;
	struct hd_briefcell *c = hd_brief_tag(t, p, "emotion", dim);
	struct telling f = { t, 0, NULL, -1, { NULL, 0 }, { NULL, 0 } };
	int64_t at = -1;

	if (c->kind == HD_BRIEF_TEXT && t->tags->by[dim] > 0) {
		f.rule = (size_t)t->tags->by[dim];
		(void)hd_tagger_explain(t->w->tagger, note, &f);
		at = f.field != NULL && strcmp(f.field, "message") == 0
			 ? place(t, f.item)
			 : -1;
	}
	if (f.why.p != NULL)
		hd_brief_text(p, "why", f.why, "rule");
	else
		hd_brief_none(p, "why", "rule");
	if (f.words.p == NULL) {
		hd_brief_none(p, "words", "message");
		hd_brief_none(p, "message", "message");
		return;
	}
	hd_brief_text(p, "words",
	    hd_brief_short(t->b->arena, f.words, HD_BRIEF_SHORT), f.field)
	    ->theirs = true;
	if (at >= 0)
		hd_brief_int(p, "message", at, f.field);
	else
		hd_brief_none(p, "message", f.field);
}

static void
page(struct hd_brieftalk *t, struct hd_stmt *st)
{
	struct hd_briefpart *p = hd_brief_part(t->b, "page");

	hd_brief_text(p, "page",
	    hd_str_keep(t->b->arena, hd_col_text(st, HD_BT_PAGE)), "ticket")
	    ->theirs = true;
	hd_brief_text(p, "action",
	    hd_str_keep(t->b->arena, hd_col_text(st, HD_BT_ACTION)), "ticket")
	    ->theirs = true;
}

/*
 * The note that tells a person what it is about: the last of the AI's or the
 * system's that was there when a person answered, else the last of anybody.
 */
static const struct hd_message *
summary(const struct hd_brieftalk *t, size_t *at)
{
	const struct hd_message *found = NULL, *m;

	for (size_t i = 0; i < t->th->n; i++) {
		m = &t->th->messages[i];
		if (i >= t->n && hd_brief_public(m, HD_ROLE_AGENT))
			break;
		if (m->public || m->body.n == 0)
			continue;
		if (found != NULL && found->role != HD_ROLE_AGENT &&
		    m->role == HD_ROLE_AGENT)
			continue;
		found = m;
		*at = i;
	}
	return found;
}

static void
handed(struct hd_brieftalk *t, struct hd_briefpart *p, struct hd_stmt *st)
{
	const struct hd_message *m = NULL;
	size_t at = 0;

	hd_brief_time(p, "at", hd_col_time(st, HD_BT_HANDOFF_AT), "hs-tag");
	if (t->handoff >= 0) {
		m = &t->th->messages[t->handoff];
		hd_brief_int(p, "message", t->handoff,
		    hd_arena_memdup(t->b->arena,
			hd_col_text(st, HD_BT_HANDOFF_BASIS).p,
			hd_col_text(st, HD_BT_HANDOFF_BASIS).n));
	} else {
		hd_brief_text(
		    p, "message", (struct hd_str){ NULL, 0 }, "hs-tag");
	}
	hd_brief_tags(t, p, "triggers", t->w->trigger);
	if (m != NULL && hd_brief_public(m, HD_ROLE_AI))
		hd_brief_text(
		    p, "said", words_of(t, m, HD_BRIEF_SHORT), "message")
		    ->theirs = true;
	else
		hd_brief_none(p, "said", "message");
	m = summary(t, &at);
	if (m == NULL) {
		hd_brief_none(p, "note", "message");
		hd_brief_none(p, "note_message", "message");
		return;
	}
	hd_brief_text(
	    p, "note", words_of(t, m, HD_BRIEF_NOTE), hd_role_name(m->role))
	    ->theirs = true;
	hd_brief_int(p, "note_message", (int64_t)at, "message");
}

static void
handoff(struct hd_brieftalk *t, struct hd_stmt *st)
{
	static const char *const names[] = { "at", "message", "triggers",
		"said", "note", "note_message" };
	struct hd_briefpart *p = hd_brief_part(t->b, "handoff");
	struct hd_str path =
	    hd_str_keep(t->b->arena, hd_col_text(st, HD_BT_PATH));
	struct hd_briefcell *c;

	hd_brief_text(p, "path", path, "hs-tag");
	if (hd_str_eq(path, "ai_to_human")) {
		handed(t, p, st);
		return;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		c = hd_brief_none(p, names[i], "hs-tag");
		if (path.p == NULL)
			c->kind = HD_BRIEF_UNKNOWN;
	}
}

void
hd_brief_talk(struct hd_briefer *w, struct hd_brief *b, struct hd_stmt *st,
    const struct hd_thread *th, int *issue)
{
	struct hd_brieftalk t = { .w = w, .b = b, .th = th };
	struct hd_thread then;
	int64_t n;

	hd_brief_cut(&t, st);
	b->messages = (int64_t)t.n;
	if (w->tagger != NULL) {
		hd_brief_then(&t, &then);
		hd_tagger_run(w->tagger, &then, NULL, &t.row);
		t.tags = hd_tagger_tags(w->tagger);
	}
	for (size_t i = 0; i < b->nparts; i++)
		if (strcmp(b->part[i].name, "account") == 0)
			hd_brief_tags(&t, &b->part[i], "segments", w->segment);
	request(&t, st);
	sentiment(&t);
	tried(&t);
	page(&t, st);
	handoff(&t, st);
	n = t.tags != NULL && w->issue >= 0 ? t.tags->one[w->issue] : -1;
	*issue = (int)n;
}
