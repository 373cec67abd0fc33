/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asks, and what was known of the account: see briefer.h. */
#include <string.h>

#include "audit/briefer.h"

static struct hd_briefcell *
theirs(struct hd_briefcell *c)
{
	c->theirs = true;
	return c;
}

static struct hd_str
keep(struct hd_brief *b, struct hd_stmt *st, int i)
{
	return hd_str_keep(b->arena, hd_col_text(st, i));
}

/* The address stands in the users' file, or is what the ticket calls them. */
static void
email(struct hd_brief *b, struct hd_briefpart *p, struct hd_stmt *st)
{
	struct hd_str s = keep(b, st, HD_BT_EMAIL);
	struct hd_str id = keep(b, st, HD_BT_REQUESTER);
	bool is_id = s.n == 0 && id.n > 0 && memchr(id.p, '@', id.n) != NULL;

	theirs(hd_brief_text(
	    p, "email", is_id ? id : s, is_id ? "ticket" : "user"));
}

void
hd_brief_identity(struct hd_brief *b, struct hd_stmt *st)
{
	struct hd_briefpart *p = hd_brief_part(b, "identity");
	bool found = !hd_col_is_null(st, HD_BT_ACCOUNT);
	struct hd_str said = keep(b, st, HD_BT_ACCOUNT_SAID);

	theirs(hd_brief_text(
	    p, "requester", keep(b, st, HD_BT_REQUESTER), "ticket"));
	theirs(hd_brief_text(p, "name", keep(b, st, HD_BT_NAME), "user"));
	email(b, p, st);
	theirs(hd_brief_text(
	    p, "account_name", keep(b, st, HD_BT_ACCOUNT_NAME), "account"));
	theirs(hd_brief_text(p, "account",
	    found ? keep(b, st, HD_BT_ACCOUNT_KEY) : said,
	    found ? "account" : "ticket"));
}

/* What the facts of an account are called here, and what they are. */
static const struct fact {
	const char *fact, *name;
	enum hd_briefkind kind;
	double unit;
} known[] = {
	{ "plan", "plan", HD_BRIEF_TEXT, 1 },
	{ "mrr", "mrr", HD_BRIEF_REAL, 100 },
	{ "arr", "arr", HD_BRIEF_REAL, 100 },
	{ "currency", "currency", HD_BRIEF_TEXT, 1 },
	{ "seats", "seats", HD_BRIEF_REAL, 1 },
	{ "age", "age_days", HD_BRIEF_INT, 1 },
	{ "health", "health", HD_BRIEF_TEXT, 1 },
	{ "renewal", "renewal", HD_BRIEF_TEXT, 1 },
	{ "churn", "churn_risk", HD_BRIEF_REAL, 1 },
	{ "churned_at", "churned_at", HD_BRIEF_TIME, 1 },
	{ "failure_at", "failure_at", HD_BRIEF_TIME, 1 },
	{ "advocate", "advocate", HD_BRIEF_BOOL, 1 },
};

#define KNOWN (sizeof(known) / sizeof(known[0]))

static void
fill(struct hd_brief *b, struct hd_briefcell *c, const struct fact *f,
    struct hd_stmt *st)
{
	c->kind = f->kind;
	c->s = hd_str_keep(b->arena, hd_col_text(st, 1));
	c->i = hd_col_int(st, 2);
	c->r = hd_col_real(st, 2) / f->unit;
	c->since = hd_col_int(st, 3);
	/* the age is worked out anew, and holds for this day alone */
	if (c->since < HD_BRIEF_UNDATED)
		c->since = HD_TIME_NONE;
	c->source = hd_col_int(st, 4) != 0 ? "derived" : "account";
}

int
hd_brief_status(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, struct hd_err *err)
{
	struct hd_briefpart *p = hd_brief_part(b, "account");
	struct hd_str name;
	int r;

	for (size_t i = 0; i < KNOWN; i++)
		hd_brief_text(
		    p, known[i].name, (struct hd_str){ NULL, 0 }, "account");
	if (scope->account < 0 || scope->as_of == HD_TIME_NONE)
		return 0;
	hd_bind_int_as(w->facts, ":account", scope->account);
	hd_bind_int_as(w->facts, ":asof", scope->as_of);
	while ((r = hd_stmt_step(w->facts, err)) == 1) {
		name = hd_col_text(w->facts, 0);
		for (size_t i = 0; i < KNOWN; i++)
			if (hd_str_eq(name, known[i].fact))
				fill(b, &p->cell[i], &known[i], w->facts);
	}
	hd_stmt_reset(w->facts);
	return r;
}
