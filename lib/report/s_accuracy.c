/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the AI's answers are correct, by people who read them. */
#include <math.h>
#include <stdlib.h>

#include "audit/codebook.h"
#include "base/mem.h"
#include "report/accuracy.h"
#include "report/blocks.h"
#include "report/options.h"
#include "report/quoted.h"
#include "store/query.h"

#define TYPES	 12
#define EXAMPLES 3
#define NOTES	 5

/* A wrong answer, and what else reviewers said of the ticket. */
struct wrong {
	int64_t ticket;
	struct hd_str key, issue, needed, note;
};

struct wrongs {
	struct wrong *v;
	size_t n, cap;
	struct hd_arena arena;
};

static int
read_wrongs(struct hd_report *r, const struct hd_accuracy *a, struct wrongs *w,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/accuracy_wrong", err);
	int n = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, HD_WIN_PERIOD);
		hd_bind_int(st, 2, a->id);
	}
	while (st != NULL && (n = hd_stmt_step(st, err)) == 1) {
		w->v = hd_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
		w->v[w->n++] = (struct wrong){ hd_col_int(st, 0),
			hd_str_keep(&w->arena, hd_col_text(st, 1)),
			hd_str_keep(&w->arena, hd_col_text(st, 2)),
			hd_str_keep(&w->arena, hd_col_text(st, 3)),
			hd_str_keep(&w->arena, hd_col_text(st, 4)) };
	}
	hd_stmt_close(st);
	return n;
}

/* How to come by reviews. */
static void
say_how(struct hd_report *r)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_report_options(r, &b);
	hd_doc_say(&r->doc, HD_TONE_NOTE,
	    "To measure it, read a hundred of them: hs-sample draw%s -n 100 "
	    "--sample answers -w \"path IN ('ai_only', 'ai_to_human')\", then "
	    "hs-sample label --sample answers --questions "
	    "ai_correct,human_needed,note. Half an hour a month keeps it "
	    "known.",
	    b.s);
	hd_buf_release(&b);
}

static void
examples(struct hd_doc *d, const struct wrongs *w, struct hd_str issue)
{
	int n = 0;

	hd_doc_cell_spans(d);
	for (size_t i = 0; i < w->n && n < EXAMPLES; i++) {
		if (!hd_str_same(w->v[i].issue, issue))
			continue;
		if (n++ > 0)
			hd_doc_words(d, " ");
		hd_doc_ticket(d, w->v[i].key);
	}
	hd_doc_end(d);
}

static void
table(struct hd_report *r, const struct hd_accuracy *a, const struct wrongs *w)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "Correct", true }, { "Of those read", true },
		{ "Wrong ones", false } };
	struct hd_doc *d = &r->doc;
	size_t fig;

	hd_doc_table(d, "accuracy-by-type", "Correct answers by type",
	    "Types with most wrong answers first.", columns, 4);
	for (size_t i = 0; i < a->n && i < TYPES; i++) {
		const struct hd_acctype *t = &a->v[i];

		fig = hd_accuracy_figure(r, a, t);
		hd_doc_row(d);
		hd_doc_cell_text(
		    d, t->issue.p != NULL ? t->issue : hd_str("unknown"));
		hd_doc_cell_fig(d, fig, HD_AS_BOTH);
		hd_doc_cell_fig(d, fig, HD_AS_XN);
		examples(d, w, t->issue);
	}
	hd_doc_end(d);
}

/* What reviewers say of the wrong ones: did it take a person, or knowledge? */
static void
verdicts(
    struct hd_report *r, const struct hd_accuracy *a, const struct wrongs *w)
{
	const struct hd_choice *c = hd_codebook(HD_Q_HUMAN_NEEDED)->choices;
	struct hd_doc *d = &r->doc;
	bool any = false;

	for (; c->word != NULL; c++) {
		struct hd_buf segment = HD_BUF_INIT, query = HD_BUF_INIT;
		struct hd_docfig fig = { .title = "Wrong answers",
			.unit = "count" };
		int64_t n = 0;

		for (size_t i = 0; i < w->n; i++)
			n += hd_str_eq(w->v[i].needed, c->word);
		if (n == 0)
			continue;
		hd_buf_addf(&segment, "human_needed=%s", c->word);
		hd_query_wrong(&query, a->sample, hd_str(c->word),
		    r->period.since, r->period.until);
		fig.f = (struct hd_figure){ "response_accuracy.wrong",
			segment.s, (double)n, NAN, NAN, n, -1, -1, 0, "count",
			"response_accuracy", HD_MEASURED };
		fig.query = hd_buf_str(&query);
		if (!any)
			hd_doc_list(d, false);
		any = true;
		hd_doc_item(d);
		hd_doc_fig(d, hd_doc_figure(d, &fig), HD_AS_TEXT);
		hd_doc_words(d, " wrong, and %s: %s", c->word, c->means);
		hd_buf_release(&segment);
		hd_buf_release(&query);
	}
	if (any)
		hd_doc_end(d);
}

static int
notes(struct hd_report *r, const struct wrongs *w, struct hd_err *err)
{
	struct hd_doc *d = &r->doc;
	struct hd_quoted q;
	int n = 0;

	for (size_t i = 0; i < w->n && n < NOTES; i++) {
		const struct wrong *one = &w->v[i];

		if (one->note.n == 0)
			continue;
		if (hd_quoted_begin(&q, r, one->ticket, err) != 0)
			return -1;
		if (n++ == 0) {
			hd_doc_say(d, HD_TONE_PLAIN,
			    "What reviewers noted on wrong answers:");
			hd_doc_list(d, false);
		}
		hd_doc_item(d);
		hd_doc_ticket(d, one->key);
		hd_doc_words(d, ": ");
		hd_doc_text(d, hd_quoted(&q, one->note));
		hd_quoted_end(&q);
	}
	if (n > 0)
		hd_doc_end(d);
	return 0;
}

/* The sentence to read if only one is read. */
static void
lead(struct hd_report *r, const struct hd_accuracy *a)
{
	size_t fig = hd_accuracy_figure(r, a, &a->all);
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_words(d, "Correct answers of the AI, by people who read some: ");
	hd_doc_fig(d, fig, HD_AS_BOTH);
	hd_doc_words(d, ".");
	hd_doc_end(d);
	if (a->all.n < 30 && r->tickets > 0)
		say_how(r);
}

int
hd_section_accuracy(struct hd_report *r, struct hd_err *err)
{
	struct hd_accuracy a;
	struct wrongs w = { 0 };
	int n = hd_accuracy_read(&a, r, err);

	if (n == 0)
		lead(r, &a);
	if (n == 0 && a.all.n > 0)
		n = read_wrongs(r, &a, &w, err);
	if (n == 0 && a.all.n > 0) {
		table(r, &a, &w);
		verdicts(r, &a, &w);
		n = notes(r, &w, err);
	}
	hd_accuracy_release(&a);
	hd_arena_release(&w.arena);
	free(w.v);
	return n;
}
