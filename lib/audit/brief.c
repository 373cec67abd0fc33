/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Briefs, one a ticket or of an account: see brief.h. */
#include "audit/briefer.h"
#include "base/utf8.h"
#include "store/select.h"

struct hd_str
hd_brief_short(struct hd_arena *a, struct hd_str text, size_t max)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s, head;
	bool blank = false;

	for (size_t i = 0; i < text.n && b.n <= max; i++) {
		if (text.p[i] == ' ' || text.p[i] == '\n' ||
		    text.p[i] == '\t' || text.p[i] == '\r') {
			blank = b.n > 0;
			continue;
		}
		if (blank)
			hd_buf_addc(&b, ' ');
		blank = false;
		hd_buf_addc(&b, text.p[i]);
	}
	s = hd_buf_str(&b);
	if (s.n > max) {
		head = hd_utf8_head(s, max - 3);
		for (s.n = head.n; s.n > max / 2 && s.p[s.n] != ' '; s.n--)
			;
		if (s.n <= max / 2)
			s.n = head.n;
		b.n = s.n;
		hd_buf_adds(&b, "...");
		s = hd_buf_str(&b);
	}
	s = s.n > 0 ? hd_str_keep(a, s) : (struct hd_str){ NULL, 0 };
	hd_buf_release(&b);
	return s;
}

static int
open_rules(struct hd_briefer *w, struct hd_err *err)
{
	int r = hd_ruleset_find(w->db, NULL, &w->ruleset, err);

	if (r != 1) {
		w->ruleset = 0;
		return r;
	}
	if (hd_tagset_load(&w->set, w->db, NULL, &w->ruleset, err) != 0)
		return -1;
	w->tagger = hd_tagger_new(w->set.rs, w->o->languages, err);
	if (w->tagger == NULL)
		return -1;
	hd_tagger_use(w->tagger, w->set.models);
	hd_tagger_whole(w->tagger);
	w->columns = hd_tagger_columns(w->tagger, &w->ncolumns);
	w->issue = hd_ruleset_dim(w->set.rs, "issue");
	w->complexity = hd_ruleset_dim(w->set.rs, "complexity");
	w->emotion = hd_ruleset_dim(w->set.rs, "emotion");
	w->segment = hd_ruleset_dim(w->set.rs, "segment");
	w->trigger = hd_ruleset_dim(w->set.rs, "trigger");
	return 0;
}

static int
open_statements(struct hd_briefer *w, struct hd_err *err)
{
	w->ticket = hd_stmt_named(w->db, "sql/brief_ticket", err);
	w->facts = hd_stmt_named(w->db, "sql/brief_facts", err);
	w->past = hd_stmt_named(w->db, "sql/brief_past", err);
	w->issues = hd_stmt_named(w->db, "sql/brief_issue", err);
	w->scores = hd_stmt_named(w->db, "sql/brief_scores", err);
	w->similar = hd_stmt_named(w->db, "sql/brief_similar", err);
	w->answer = hd_stmt_named(w->db, "sql/brief_answer", err);
	return w->ticket == NULL || w->facts == NULL || w->past == NULL ||
		       w->issues == NULL || w->scores == NULL ||
		       w->similar == NULL || w->answer == NULL
		   ? -1
		   : 0;
}

static void
close_briefer(struct hd_briefer *w)
{
	hd_stmt_close(w->ticket);
	hd_stmt_close(w->facts);
	hd_stmt_close(w->past);
	hd_stmt_close(w->issues);
	hd_stmt_close(w->scores);
	hd_stmt_close(w->similar);
	hd_stmt_close(w->answer);
	hd_threads_close(w->threads);
	hd_tagger_free(w->tagger);
	hd_tagset_release(&w->set);
	hd_arena_release(&w->arena);
}

static void
print(struct hd_briefer *w, const struct hd_brief *b, bool first,
    struct hd_out *out)
{
	if (w->o->json) {
		hd_brief_print_json(b, w->o->show_text, out);
		return;
	}
	if (!first)
		hd_out_adds(out, "\n");
	hd_brief_print_text(b, w->o->show_text, out);
}

/* st is on the row of the ticket. */
static int
gather(struct hd_briefer *w, struct hd_brief *b, int64_t ticket,
    struct hd_err *err)
{
	struct hd_stmt *st = w->ticket;
	struct hd_briefscope scope = { .ticket = ticket,
		.account = hd_col_index(st, HD_BT_ACCOUNT),
		.source = hd_col_int(st, HD_BT_SOURCE) };
	struct hd_thread th;
	int issue, r;

	b->kind = "ticket";
	b->key = hd_str_keep(b->arena, hd_col_text(st, HD_BT_KEY));
	b->as_of = scope.as_of = hd_col_time(st, HD_BT_CREATED);
	scope.requester =
	    hd_str_keep(b->arena, hd_col_text(st, HD_BT_REQUESTER));
	hd_brief_identity(b, st);
	if (hd_brief_status(w, b, &scope, err) != 0 ||
	    hd_brief_past(w, b, &scope, err) != 0 ||
	    hd_threads_seek(w->threads, ticket, err) != 0)
		return -1;
	r = hd_threads_next(w->threads, b->arena, &th, err);
	if (r != 1)
		return r;
	hd_brief_talk(w, b, st, &th, &issue);
	return hd_brief_similar(w, b, &scope, issue, err);
}

static int
one_ticket(struct hd_briefer *w, int64_t ticket, bool first, struct hd_out *out,
    struct hd_err *err)
{
	struct hd_brief b = { .arena = &w->arena };
	int r;

	hd_arena_reset(&w->arena);
	hd_bind_int(w->ticket, 1, ticket);
	r = hd_stmt_step(w->ticket, err);
	if (r == 1)
		r = gather(w, &b, ticket, err);
	hd_stmt_reset(w->ticket);
	if (r == 0)
		print(w, &b, first, out);
	return r;
}

int
hd_brief_tickets(struct hd_db *db, const struct hd_briefopt *o,
    struct hd_out *out, struct hd_err *err)
{
	struct hd_briefer w = { .db = db, .o = o };
	struct hd_stmt *keys = NULL;
	bool first = true;
	int r = -1;

	w.issue = w.complexity = w.emotion = w.segment = w.trigger = -1;
	if (open_statements(&w, err) == 0 && open_rules(&w, err) == 0) {
		w.threads = hd_threads_open_one(db, w.columns, w.ncolumns, err);
		keys = hd_stmt_named(db, "sql/sel_keys", err);
	}
	while (w.threads != NULL && keys != NULL &&
	       (r = hd_stmt_step(keys, err)) == 1) {
		r = one_ticket(&w, hd_col_int(keys, 1), first, out, err);
		if (r != 0)
			break;
		first = false;
	}
	hd_stmt_close(keys);
	close_briefer(&w);
	return r == 0 ? 0 : -1;
}

/* The name of an account is not one of its facts. */
static void
account_identity(struct hd_brief *b, struct hd_stmt *st)
{
	struct hd_briefpart *p = hd_brief_part(b, "identity");

	hd_brief_text(p, "account_name",
	    hd_str_keep(b->arena, hd_col_text(st, 2)), "account")
	    ->theirs = true;
	hd_brief_text(p, "account", b->key, "account")->theirs = true;
}

/* 1: it is one; its id in *id, and its name in b. */
static int
find_account(struct hd_briefer *w, struct hd_str key, struct hd_brief *b,
    int64_t *id, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(w->db, "sql/brief_account", err);
	struct hd_str rest = key, source;
	int r;

	if (st == NULL)
		return -1;
	(void)hd_str_split(&rest, ':', &source);
	hd_bind_text(st, 1, source);
	hd_bind_text(st, 2, rest);
	hd_bind_text(st, 3, key);
	r = hd_stmt_step(st, err);
	if (r == 1) {
		*id = hd_col_int(st, 0);
		b->key = hd_str_keep(b->arena, hd_col_text(st, 1));
		account_identity(b, st);
		r = hd_stmt_step(st, err) == 1 ? 2 : 1;
	}
	hd_stmt_close(st);
	if (r == 0)
		return hd_err_set(
		    err, HD_EUSAGE, "no account '%.*s'", (int)key.n, key.p);
	if (r == 2)
		return hd_err_set(err, HD_EUSAGE,
		    "'%.*s' is in more than one source: write source:id",
		    (int)key.n, key.p);
	return r;
}

int
hd_brief_account(struct hd_db *db, struct hd_str key,
    const struct hd_briefopt *o, struct hd_out *out, struct hd_err *err)
{
	struct hd_briefer w = { .db = db, .o = o };
	struct hd_brief b = {
		.kind = "account", .arena = &w.arena, .messages = -1
	};
	struct hd_briefscope scope = { -1, -1, -1, { NULL, 0 }, 0 };
	int r = -1;

	if (open_statements(&w, err) == 0 &&
	    hd_ruleset_find(db, NULL, &w.ruleset, err) >= 0 &&
	    find_account(&w, key, &b, &scope.account, err) == 1 &&
	    hd_newest(db, &scope.as_of, err) == 0) {
		b.as_of = scope.as_of;
		if (hd_brief_status(&w, &b, &scope, err) == 0 &&
		    hd_brief_past(&w, &b, &scope, err) == 0)
			r = 0;
	}
	if (r == 0)
		print(&w, &b, true, out);
	close_briefer(&w);
	return r;
}
