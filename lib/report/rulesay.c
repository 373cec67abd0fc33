/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A replay in words: see rulesay.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/blocks.h"
#include "report/options.h"
#include "report/rulesay.h"

/* A share of all those tickets, so without an interval. */
struct share {
	const char *metric, *segment, *title;
	int64_t x, n;
	char *const *keys; /* HD_REPLAY_KEYS of them, or NULL */
	const char *key;
};

static size_t
figure(struct hd_report *r, const struct share *s)
{
	struct hd_str keys[HD_REPLAY_KEYS];
	struct hd_buf list = HD_BUF_INIT;
	struct hd_docfig fig = { .title = s->title,
		.unit = "share",
		.why = "no ticket of the period",
		.keys = keys };
	size_t handle;

	for (int i = 0; s->keys != NULL && i < HD_REPLAY_KEYS; i++)
		if (s->keys[i] != NULL)
			keys[fig.nkeys++] = hd_str(s->keys[i]);
	if (s->key != NULL)
		keys[fig.nkeys++] = hd_str(s->key);
	fig.more = s->x > (int64_t)fig.nkeys ? s->x - (int64_t)fig.nkeys : 0;
	hd_buf_adds(&list, "hs-rules replay --summary");
	hd_report_options(r, &list);
	hd_buf_addf(&list, " %s", r->rules_file);
	fig.f = (struct hd_figure){ s->metric, s->segment,
		s->n > 0 ? (double)s->x / (double)s->n : NAN, NAN, NAN, s->x,
		s->n, s->n, 6, "count", "replay",
		s->n > 0 ? HD_MEASURED : HD_NOT_MEASURABLE };
	fig.list = hd_buf_str(&list);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&list);
	return handle;
}

static const char *
action(enum hd_action a)
{
	switch (a) {
	case HD_AI_FIRST:
		return "AI first";
	case HD_HUMAN_FIRST:
		return "a person first";
	case HD_ESCALATE:
		return "to a person at once";
	default:
		return hd_action_name(a);
	}
}

static void
lead(struct hd_report *r, const struct hd_replaysum *sum)
{
	const struct share met = { "ai_met_kept", "all",
		"Met the AI first against the rules", sum->kept.met,
		sum->kept.tickets, sum->kept.keys, NULL };
	struct hd_doc *d = &r->doc;
	size_t fig = figure(r, &met);

	hd_doc_para(d, HD_TONE_LEAD);
	if (!hd_doc_shown(d, fig)) {
		hd_doc_words(
		    d, "The rules keep no ticket of the period from the AI.");
	} else {
		hd_doc_words(d, "Of the tickets that the rules keep from the "
				"AI, ");
		hd_doc_fig(d, fig, HD_AS_TEXT);
		hd_doc_words(d, " met it first (");
		hd_doc_fig(d, fig, HD_AS_XN);
		hd_doc_words(d, ").");
	}
	hd_doc_end(d);
}

/* As of the day of the report. */
static bool
past_review(const struct hd_report *r, const struct hd_rule *rule)
{
	char today[HD_TIME_TEXT];

	return rule->review != NULL &&
	       strncmp(rule->review, hd_time_iso(r->asof, today), 10) < 0;
}

static void
route(struct hd_report *r, const struct hd_replaysum *sum, size_t i)
{
	const struct hd_ruleset *rs = sum->rs;
	const struct hd_replaycount *c = &sum->routes[i];
	bool is_route = i < rs->nroutes;
	const char *id = is_route ? rs->routes[i].id : "default";
	char segment[128];
	const struct share s = { "route_share", segment, "Tickets by rule",
		c->open + c->reply, sum->tickets, NULL, c->example };
	struct hd_doc *d = &r->doc;
	size_t fig;

	(void)snprintf(segment, sizeof(segment), "rule=%s", id);
	fig = figure(r, &s);
	hd_doc_row(d);
	hd_doc_cell(d, id);
	hd_doc_cell(
	    d, action(is_route ? hd_route_action(&rs->routes[i])
			       : rs->stage_default[HD_STAGE_OPEN].action));
	hd_doc_cell_fig(d, fig, HD_AS_XN);
	hd_doc_cell_fig(d, fig, HD_AS_TEXT);
	if (is_route && c->would == 0 && c->gave_up == 0)
		hd_doc_cell(d, "did not fire");
	else if (is_route && c->open + c->reply == 0)
		hd_doc_cell(d, "other rules came first");
	else
		hd_doc_cell(d, "");
}

static void
routes(struct hd_report *r, const struct hd_replaysum *sum)
{
	static const struct hd_doccol columns[] = { { "Rule", false },
		{ "Sends", false }, { "Tickets", true }, { "Share", true },
		{ "", false } };

	hd_doc_table(&r->doc, "routes", "Where the rules send tickets",
	    "In the order of the file: the first that fires decides. A rule "
	    "counts at the first message and where it takes over later.",
	    columns, 5);
	for (size_t i = 0; i <= sum->rs->nroutes; i++)
		route(r, sum, i);
	hd_doc_end(&r->doc);
}

static void
reviews(struct hd_report *r, const struct hd_replaysum *sum)
{
	const struct hd_ruleset *rs = sum->rs;
	struct hd_doc *d = &r->doc;
	bool any = false;

	for (size_t i = 0; i < rs->nroutes; i++) {
		const struct hd_rule *rule = &rs->routes[i];

		if (!past_review(r, rule))
			continue;
		if (!any) {
			hd_doc_say(d, HD_TONE_PLAIN,
			    "Past their review date, to be read again:");
			hd_doc_list(d, false);
		}
		any = true;
		hd_doc_item(d);
		hd_doc_words(d, "%s, due %s%s%s", rule->id, rule->review,
		    rule->owner != NULL ? ", " : "",
		    rule->owner != NULL ? rule->owner : "");
	}
	if (any)
		hd_doc_end(d);
}

static void
segment(struct hd_report *r, const struct hd_replaysum *sum, size_t i)
{
	const struct hd_replaykept *k = &sum->segments[i];
	const char *name =
	    i < sum->nsegments ? sum->rs->dims[sum->segment].values[i] : "none";
	char text[128];
	const struct share s = { "ai_met_kept", text,
		"Met the AI first against the rules", k->met, k->tickets,
		k->keys, NULL };
	struct hd_doc *d = &r->doc;
	size_t fig;

	(void)snprintf(text, sizeof(text), "segment=%s", name);
	fig = figure(r, &s);
	hd_doc_row(d);
	hd_doc_cell(d, i < sum->nsegments ? name : "in no segment");
	hd_doc_cell_fig(d, fig, HD_AS_XN);
	hd_doc_cell_fig(d, fig, HD_AS_TEXT);
	hd_doc_cell_spans(d);
	for (int j = 0; j < HD_REPLAY_KEYS && k->keys[j] != NULL; j++) {
		hd_doc_words(d, j > 0 ? " " : "");
		hd_doc_ticket(d, hd_str(k->keys[j]));
	}
	hd_doc_end(d);
}

static void
segments(struct hd_report *r, const struct hd_replaysum *sum)
{
	static const struct hd_doccol columns[] = { { "Segment", false },
		{ "Met the AI first", true }, { "Share", true },
		{ "Examples", false } };
	bool any = false;

	if (sum->segment < 0)
		return;
	for (size_t i = 0; i <= sum->nsegments; i++)
		any = any || sum->segments[i].tickets > 0;
	if (!any)
		return;
	hd_doc_table(&r->doc, "segments",
	    "Customers whom the rules keep from the AI",
	    "Of the tickets that the rules send to a person at the first "
	    "message, those that the AI answered first.",
	    columns, 4);
	for (size_t i = 0; i <= sum->nsegments; i++)
		if (sum->segments[i].tickets > 0)
			segment(r, sum, i);
	hd_doc_end(&r->doc);
}

void
hd_rulesay(struct hd_report *r, const struct hd_replaysum *sum)
{
	if (sum->tickets == 0) {
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "No ticket was created in the period: there is nothing to "
		    "replay.");
		return;
	}
	lead(r, sum);
	routes(r, sum);
	reviews(r, sum);
	segments(r, sum);
}
