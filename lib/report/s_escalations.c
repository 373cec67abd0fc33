/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went from the AI to people, and how. */
#include "report/blocks.h"
#include "report/escsums.h"
#include "report/escissues.h"

/* A metric with what a reader calls it. */
struct said {
	const char *metric, *title;
};

static size_t
whole(struct hd_report *r, const struct hd_escsums *s, const struct said *m)
{
	return hd_escsums_figure(r, s, m->metric, "all", m->title);
}

static void
lead(struct hd_report *r, const struct hd_escsums *s)
{
	static const struct said all = { "escalations", "Handed over" };
	static const struct said again = { "repeat_rate", "Asked again" };
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_words(d, "The AI handed ");
	hd_doc_fig(d, whole(r, s, &all), HD_AS_TEXT);
	hd_doc_words(d, " tickets to people in the period, whenever "
			"they were created.");
	if (s->escalations > 0) {
		hd_doc_words(d, " Customers were asked again for something "
				"that they had already given in ");
		hd_doc_fig(d, whole(r, s, &again), HD_AS_BOTH);
		hd_doc_words(d, " of those that an agent answered.");
	}
	hd_doc_end(d);
}

/* Was the verdict on these handoffs ever checked by people? */
static void
needed(struct hd_report *r, const struct hd_escsums *s)
{
	size_t fig = hd_escsums_reviewed(
	    r, s, "escalation_precision", "all", "A person was needed");
	struct hd_doc *d = &r->doc;
	bool checked = hd_doc_known(d, fig)->status != HD_UNVERIFIED;

	hd_doc_para(d, HD_TONE_PLAIN);
	if (!hd_doc_shown(d, fig)) {
		hd_doc_words(d, "Whether a person was needed: ");
		hd_doc_fig(d, fig, HD_AS_TEXT);
	} else {
		hd_doc_words(d, "A person was needed in ");
		hd_doc_fig(d, fig, HD_AS_BOTH);
		hd_doc_words(d, " of those with a verdict");
	}
	if (checked)
		hd_doc_words(d, ", as reviewers judge it.");
	else
		hd_doc_words(d,
		    ", as rules judge it and nobody has checked. To check it: "
		    "hs-sample draw --by path -n 100, then hs-sample label.");
	hd_doc_end(d);
}

static void
triggers(struct hd_report *r, const struct hd_escsums *s)
{
	static const struct {
		const char *metric, *segment, *title;
	} rows[] = {
		{ "trigger.customer", "trigger=customer",
		    "The customer asked for a person" },
		{ "trigger.keyword", "trigger=keyword",
		    "A word sends such cases to people" },
		{ "trigger.sentiment", "trigger=sentiment",
		    "The customer's mood" },
		{ "trigger.account", "trigger=account", "Who the customer is" },
		{ "trigger.issue", "trigger=issue", "What it is about" },
		{ "trigger.no-answer", "trigger=no-answer",
		    "The AI did not know" },
		{ "trigger.limit", "trigger=limit", "A limit of the AI" },
		{ "trigger.out-of-hours", "trigger=out-of-hours",
		    "Nobody was on duty" },
		{ "trigger.unexplained", "trigger=unexplained",
		    "Nothing tells why" },
	};
	static const struct hd_doccol columns[] = { { "Trigger", false },
		{ "Handoffs", true }, { "Share", true },
		{ "A person was needed", true } };
	struct hd_doc *d = &r->doc;
	size_t fig;

	hd_doc_table(d, "triggers", "Why tickets went to people",
	    "The last column is the share of handoffs with a verdict.", columns,
	    4);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		fig = hd_escsums_figure(
		    r, s, rows[i].metric, "all", rows[i].title);
		if (!hd_doc_shown(d, fig) || hd_doc_known(d, fig)->x == 0)
			continue;
		hd_doc_row(d);
		hd_doc_cell(d, rows[i].title);
		hd_doc_cell_fig(d, fig, HD_AS_XN);
		hd_doc_cell_fig(d, fig, HD_AS_BOTH);
		fig = hd_escsums_reviewed(r, s, "escalation_precision",
		    rows[i].segment, "A person was needed");
		if (fig == HD_DOC_NONE)
			hd_doc_cell_none(d);
		else
			hd_doc_cell_fig(d, fig, HD_AS_BOTH);
	}
	hd_doc_end(d);
}

static void
verdicts(struct hd_report *r, const struct hd_escsums *s)
{
	static const struct said rows[] = {
		{ "verdict.needed", "needed" },
		{ "verdict.knowledge",
		    "an article or a standard reply did it" },
		{ "verdict.context",
		    "the page or the account would have told" },
		{ "verdict.premature",
		    "the AI had the answer, or gave up early" },
		{ "verdict.unclear", "unclear" },
	};
	struct hd_doc *d = &r->doc;
	size_t fig;

	hd_doc_para(d, HD_TONE_PLAIN);
	hd_doc_words(d, "What rules say of them: ");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		fig = whole(r, s, &rows[i]);
		hd_doc_words(d, "%s%s ", i > 0 ? "; " : "", rows[i].title);
		hd_doc_fig(d, fig, HD_AS_TEXT);
	}
	hd_doc_words(d, ".");
	hd_doc_end(d);
}

static void
context(struct hd_report *r, const struct hd_escsums *s)
{
	static const struct said elements[] = {
		{ "handoff.identity", "who the customer is" },
		{ "handoff.account_status", "account and plan" },
		{ "handoff.issue", "what it is about" },
		{ "handoff.attempted", "what the AI tried" },
		{ "handoff.sentiment", "how the customer feels" },
		{ "handoff.page", "the page" },
		{ "handoff.action", "the last action" },
	};
	static const struct said all = { "handoff_completeness",
		"Context complete" };
	static const struct hd_docchart chart = { "context",
		"What of the context reached the agent",
		"A bar for each element of a handoff: the share of handoffs "
		"that carried it, of those to which it applies.",
		"share" };
	struct hd_doc *d = &r->doc;

	hd_doc_bars(d, &chart);
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		hd_doc_mark(
		    d, elements[i].title, whole(r, s, &elements[i]), "neutral");
	hd_doc_end(d);
	hd_doc_para(d, HD_TONE_PLAIN);
	hd_doc_words(
	    d, "All of the first five, where they apply, came along in ");
	hd_doc_fig(d, whole(r, s, &all), HD_AS_BOTH);
	hd_doc_words(d, " of handoffs.");
	hd_doc_end(d);
}

static void
words(struct hd_report *r, const struct hd_escsums *s)
{
	static const struct said rows[] = {
		{ "wording.context-kept", "The AI said what it passes on" },
		{ "wording.bare", "The AI said only that it transfers" },
		{ "wording.silent", "The AI said nothing" },
		{ "wording.dead-end", "The AI left no way forward" },
		{ "opening.acknowledges", "The agent began with the case" },
		{ "opening.neutral", "The agent began with a greeting or so" },
		{ "opening.asks-again", "The agent began by asking again" },
		{ "high_effort_rate", "It cost the customer much effort" },
		{ "useful_reply_s.complete",
		    "First useful reply, context complete" },
		{ "useful_reply_s.incomplete",
		    "First useful reply, context not complete" },
	};
	static const struct hd_doccol columns[] = { { "What happened", false },
		{ "How often, or how long", true }, { "Handoffs", true } };
	struct hd_doc *d = &r->doc;
	size_t fig;

	hd_doc_table(
	    d, "words", "How it was said, and what it took", NULL, columns, 3);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		fig = whole(r, s, &rows[i]);
		if (fig == HD_DOC_NONE)
			continue;
		hd_doc_row(d);
		hd_doc_cell(d, rows[i].title);
		hd_doc_cell_fig(d, fig, HD_AS_BOTH);
		if (hd_doc_known(d, fig)->x < 0)
			hd_doc_cell_none(d);
		else
			hd_doc_cell_fig(d, fig, HD_AS_XN);
	}
	hd_doc_end(d);
}

static int
quotes(struct hd_report *r, const struct hd_escsums *s, struct hd_err *err)
{
	if (s->worst.n == 0)
		return 0;
	hd_doc_say(&r->doc, HD_TONE_PLAIN,
	    "The findings to begin with, in the words that were written:");
	for (size_t i = 0; i < s->worst.n; i++)
		if (hd_worst_quote(r, &s->worst.v[i], err) != 0)
			return -1;
	return 0;
}

int
hd_section_escalations(struct hd_report *r, struct hd_err *err)
{
	const struct hd_escsums *s = hd_report_escalations(r, err);

	if (s == NULL)
		return -1;
	if (s->escalations < 0) {
		hd_doc_say(&r->doc, HD_TONE_WARN,
		    "Of no ticket is it known whether the AI had it, so "
		    "handoffs cannot be audited: hs-import --coverage tells "
		    "what the export lacks.");
		return 0;
	}
	lead(r, s);
	if (s->escalations == 0)
		return 0;
	triggers(r, s);
	needed(r, s);
	verdicts(r, s);
	context(r, s);
	words(r, s);
	hd_escissues(r, s);
	return quotes(r, s, err);
}
