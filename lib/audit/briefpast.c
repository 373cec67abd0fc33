/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened before, to them and to others: see briefer.h. */
#include "audit/briefer.h"

#define RECENT ((int64_t)90 * 86400)
#define NEWEST 5
#define MOST   1000 /* rows that brief_past looks at */

static void
bind(struct hd_stmt *st, const struct hd_briefscope *s)
{
	hd_bind_int_as(st, ":ticket", s->ticket);
	hd_bind_int_as(st, ":account", s->account);
	hd_bind_int_as(st, ":source", s->source);
	hd_bind_text_as(st, ":requester", s->requester);
	hd_bind_int_as(st, ":asof", s->as_of);
}

/* Of the requester [0] and of the account [1]. */
struct counts {
	int64_t recent[2], open[2];
};

/* Looked up of the few that are printed, not of all that are counted. */
static struct hd_str
issue_of(struct hd_briefer *w, struct hd_brief *b, int64_t ticket,
    struct hd_err *err)
{
	struct hd_str s = { NULL, 0 };

	hd_bind_int(w->issues, 1, w->ruleset);
	hd_bind_int(w->issues, 2, ticket);
	if (hd_stmt_step(w->issues, err) == 1)
		s = hd_str_keep(b->arena, hd_col_text(w->issues, 0));
	hd_stmt_reset(w->issues);
	return s;
}

static void
put_ticket(struct hd_briefer *w, struct hd_brief *b, struct hd_brieflist *l,
    struct hd_err *err)
{
	struct hd_stmt *st = w->past;
	struct hd_briefcell *c = hd_brief_row(l);

	if (c == NULL)
		return;
	hd_briefcell_text(
	    &c[0], "key", hd_str_keep(b->arena, hd_col_text(st, 0)), false);
	hd_briefcell_time(&c[1], "created", hd_col_int(st, 1));
	hd_briefcell_text(
	    &c[2], "issue", issue_of(w, b, hd_col_int(st, 2), err), false);
	hd_briefcell_text(
	    &c[3], "status", hd_str_keep(b->arena, hd_col_text(st, 3)), false);
	hd_briefcell_text(&c[4], "of",
	    hd_str(hd_col_int(st, 4) != 0 ? "requester" : "account"), false);
}

static void
put_count(struct hd_briefpart *p, const char *name, bool known, int64_t v)
{
	if (known)
		hd_brief_int(p, name, v, "tickets");
	else
		hd_brief_text(p, name, (struct hd_str){ NULL, 0 }, "tickets");
}

static int
tickets(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, struct hd_err *err)
{
	static const char *const names[2][2] = { { "requester_90d",
						     "requester_open" },
		{ "account_90d", "account_open" } };
	struct hd_briefpart *p = hd_brief_part(b, "activity");
	struct hd_brieflist *recent, *open;
	struct hd_stmt *st = w->past;
	struct counts n = { { 0, 0 }, { 0, 0 } };
	bool dated = scope->as_of != HD_TIME_NONE, is_open, is_recent;
	bool has[2] = { dated && scope->requester.p != NULL,
		dated && scope->account >= 0 };
	int r = 0;

	recent = hd_brief_list(b, p, "recent", 5, NEWEST);
	open = hd_brief_list(b, p, "open", 5, NEWEST);
	bind(st, scope);
	while (dated && (r = hd_stmt_step(st, err)) == 1) {
		is_open = hd_str_eq(hd_col_text(st, 3), "open");
		is_recent = hd_col_int(st, 1) >= scope->as_of - RECENT;
		for (int i = 0; i < 2; i++) {
			n.recent[i] += hd_col_int(st, 4 + i) && is_recent;
			n.open[i] += hd_col_int(st, 4 + i) && is_open;
		}
		if (is_recent)
			put_ticket(w, b, recent, err);
		if (is_open)
			put_ticket(w, b, open, err);
	}
	hd_stmt_reset(st);
	for (int i = scope->ticket >= 0 ? 0 : 1; i < 2; i++) {
		put_count(p, names[i][0], has[i], n.recent[i]);
		put_count(p, names[i][1], has[i], n.open[i]);
	}
	return r;
}

static void
put_score(struct hd_brief *b, struct hd_brieflist *l, struct hd_stmt *st)
{
	struct hd_briefcell *c = hd_brief_row(l);

	if (c == NULL)
		return;
	hd_briefcell_text(
	    &c[0], "key", hd_str_keep(b->arena, hd_col_text(st, 0)), false);
	hd_briefcell_time(&c[1], "at", hd_col_int(st, 1));
	c[2].name = "csat";
	c[2].kind = HD_BRIEF_REAL;
	c[2].r = hd_col_real(st, 2);
	c[3].name = "bad";
	c[3].kind = hd_col_is_null(st, 3) ? HD_BRIEF_UNKNOWN : HD_BRIEF_BOOL;
	c[3].i = hd_col_int(st, 3) == 0;
	hd_briefcell_text(
	    &c[4], "rated", hd_str_keep(b->arena, hd_col_text(st, 4)), false);
	hd_briefcell_text(&c[5], "of",
	    hd_str(hd_col_int(st, 5) != 0 ? "requester" : "account"), false);
}

static int
scores(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, struct hd_err *err)
{
	struct hd_briefpart *p = hd_brief_part(b, "csat");
	struct hd_brieflist *l = hd_brief_list(b, p, "scores", 6, NEWEST);
	struct hd_brieflist *worst = hd_brief_list(b, p, "bad", 6, NEWEST);
	struct hd_stmt *st = w->scores;
	bool known = scope->as_of != HD_TIME_NONE &&
		     (scope->requester.p != NULL || scope->account >= 0);
	int64_t n = 0, bad = 0;
	int r = 0;

	bind(st, scope);
	while (known && (r = hd_stmt_step(st, err)) == 1) {
		n++;
		put_score(b, l, st);
		if (hd_col_is_null(st, 3) || hd_col_int(st, 3) != 0)
			continue;
		bad++;
		put_score(b, worst, st);
	}
	hd_stmt_reset(st);
	put_count(p, "given", known, n);
	put_count(p, "given_bad", known, bad);
	return r;
}

int
hd_brief_past(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, struct hd_err *err)
{
	return tickets(w, b, scope, err) == 0 ? scores(w, b, scope, err) : -1;
}

/* What was answered then. */
static struct hd_str
answer(struct hd_briefer *w, struct hd_brief *b, int64_t ticket,
    int64_t message, struct hd_err *err)
{
	struct hd_str s = { NULL, 0 };

	hd_bind_int(w->answer, 1, ticket);
	hd_bind_int(w->answer, 2, message);
	if (hd_stmt_step(w->answer, err) == 1)
		s = hd_brief_short(
		    b->arena, hd_col_text(w->answer, 0), HD_BRIEF_SHORT);
	hd_stmt_reset(w->answer);
	return s;
}

int
hd_brief_similar(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, int issue, struct hd_err *err)
{
	struct hd_briefpart *p = hd_brief_part(b, "similar");
	struct hd_brieflist *l = hd_brief_list(b, p, "solved", 6, NEWEST);
	struct hd_stmt *st = w->similar;
	bool known = issue >= 0 && scope->as_of != HD_TIME_NONE;
	struct hd_briefcell *c;
	int r = 0;

	bind(st, scope);
	hd_bind_int_as(st, ":ruleset", w->ruleset);
	hd_bind_int_as(st, ":issue", issue);
	while (known && (r = hd_stmt_step(st, err)) == 1 &&
	       (c = hd_brief_row(l)) != NULL) {
		hd_briefcell_text(&c[0], "key",
		    hd_str_keep(b->arena, hd_col_text(st, 0)), false);
		hd_briefcell_time(&c[1], "solved", hd_col_int(st, 1));
		hd_briefcell_text(&c[2], "approach",
		    hd_str_keep(b->arena, hd_col_text(st, 2)), false);
		hd_briefcell_text(&c[3], "by",
		    hd_str_keep(b->arena, hd_col_text(st, 3)), false);
		hd_briefcell_int(&c[4], "handle_s", hd_col_index(st, 4));
		hd_briefcell_text(&c[5], "answer",
		    answer(w, b, hd_col_int(st, 5), hd_col_int(st, 6), err),
		    true);
	}
	hd_stmt_reset(st);
	put_count(p, "found", known, (int64_t)l->n);
	return r < 0 ? -1 : 0;
}
