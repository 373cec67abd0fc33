/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The AI's layer and the people's, side by side and never as one number. */
#include "report/blocks.h"
#include "report/change.h"
#include "report/measured.h"
#include "report/spoken.h"
#include "report/weekly.h"

#define METRICS 8 /* of a layer */

struct layer {
	const char *who; /* "The AI" */
	const char *metrics[METRICS];
};

/* "Deflection: up, +4.0 points (+1.2 to +6.8 points)" as an item. */
static void
item(struct hd_report *r, const struct hd_beside *b)
{
	hd_doc_item(&r->doc);
	hd_doc_words(&r->doc, "%s", b->title);
	hd_spoken_change(r, b->change);
}

/* What changed, or that nothing did that the data can show. */
static void
changes(
    struct hd_report *r, const char *who, const struct hd_beside *b, size_t n)
{
	size_t moved = 0, known = 0;
	enum hd_trend t;

	for (size_t i = 0; i < n; i++) {
		t = hd_report_trend(r, b[i].change);
		moved += t == HD_TREND_UP || t == HD_TREND_DOWN;
		known += t != HD_TREND_UNKNOWN;
	}
	if (known == 0)
		return;
	if (moved == 0) {
		hd_doc_say(&r->doc, HD_TONE_PLAIN,
		    "%s: against the period before there is no change that "
		    "the data can show.",
		    who);
		return;
	}
	hd_doc_say(&r->doc, HD_TONE_PLAIN,
	    "%s: against the period before this changed, the rest did not in "
	    "a way that the data can show.",
	    who);
	hd_doc_list(&r->doc, false);
	for (size_t i = 0; i < n; i++) {
		t = hd_report_trend(r, b[i].change);
		if (t == HD_TREND_UP || t == HD_TREND_DOWN)
			item(r, &b[i]);
	}
	hd_doc_end(&r->doc);
}

static int
layer(struct hd_report *r, const struct layer *l, struct hd_err *err)
{
	struct hd_beside b[METRICS];
	size_t n = 0;

	for (; n < METRICS && l->metrics[n] != NULL; n++)
		if (hd_report_beside(r, l->metrics[n], &b[n], err) != 0)
			return -1;
	hd_doc_say(&r->doc, HD_TONE_LEAD, "%s", l->who);
	hd_doc_tiles(&r->doc);
	for (size_t i = 0; i < n; i++)
		hd_doc_tile(&r->doc, b[i].title, b[i].now, b[i].before,
		    b[i].change, b[i].better);
	hd_doc_end(&r->doc);
	changes(r, l->who, b, n);
	return 0;
}

static int
weeks(struct hd_report *r, struct hd_err *err)
{
	static const struct hd_docchart deflection = { "weekly-deflection",
		"Deflection by week",
		"What the AI resolved without a person, of all tickets of the "
		"week, and what of that held. Weeks that an end of the two periods cuts are left out.",
		"share" };
	static const struct hd_weeklyline ai[] = {
		{ "deflection", "Deflection", "ai" },
		{ "verified_deflection", "Verified deflection", "neutral" },
	};
	static const struct hd_docchart csat = { "weekly-csat",
		"Satisfied customers by week",
		"The share of ratings that are good, each path apart: who "
		"rates one is not who rates the other.",
		"share" };
	static const struct hd_weeklyline paths[] = {
		{ "ai_csat", "AI alone", "ai" },
		{ "csat", "People alone", "human" },
		{ "csat_escalated", "Handed over", "neutral" },
	};
	static const struct hd_docchart reply = { "weekly-reply",
		"Time to the first reply of a person, by week",
		"The median, from the creation of a ticket or from its handoff.",
		"seconds" };
	static const struct hd_weeklyline people[] = {
		{ "first_reply_s", "Time to first reply", "human" },
	};

	if (hd_report_weekly(r, &deflection, ai, 2, err) != 0 ||
	    hd_report_weekly(r, &csat, paths, 3, err) != 0)
		return -1;
	return hd_report_weekly(r, &reply, people, 1, err);
}

static bool
any_shown(const struct hd_report *r, const struct hd_reportparts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (hd_doc_shown(&r->doc, parts->v[i].fig))
			return true;
	return false;
}

/* Times of several kinds: the section says why it has none. */
static bool
any_mixed(const struct hd_report *r, const struct hd_reportparts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (hd_doc_known(&r->doc, parts->v[i].fig)->status ==
		    HD_INCOMPATIBLE)
			return true;
	return false;
}

/* A value's figure in both periods, and the change; p NULL: not known. */
static void
handle_row(struct hd_report *r, struct hd_str value,
    const struct hd_reportparts *now, const struct hd_reportparts *before)
{
	size_t is = hd_reportparts_find(now, value),
	       was = hd_reportparts_find(before, value),
	       change = hd_report_change(r, is, was);
	struct hd_doc *d = &r->doc;

	if (is == HD_DOC_NONE)
		return;
	hd_doc_row(d);
	hd_doc_cell(d, value.p != NULL ? value.p : "unknown");
	hd_doc_cell_fig(d, is, HD_AS_TEXT);
	if (was == HD_DOC_NONE)
		hd_doc_cell_none(d);
	else
		hd_doc_cell_fig(d, was, HD_AS_TEXT);
	if (change == HD_DOC_NONE)
		hd_doc_cell_none(d);
	else
		hd_doc_cell_fig(d, change, HD_AS_RANGE);
}

static int
handle(struct hd_report *r, struct hd_err *err)
{
	static const char *const order[] = { "low", "medium", "high", NULL };
	static const struct hd_doccol columns[] = { { "Complexity", false },
		{ "Median", true }, { "Before", true },
		{ "Change, 95 % limits", true } };
	struct hd_reportparts now = { NULL, 0, 0 }, before = { NULL, 0, 0 };
	int n = hd_report_split(
	    r, "handle_s", HD_WIN_PERIOD, "complexity", &now, err);

	if (n == 0 && r->before.name[0] != '\0')
		n = hd_report_split(
		    r, "handle_s", HD_WIN_BEFORE, "complexity", &before, err);
	if (n == 0 && any_shown(r, &now)) {
		hd_doc_table(&r->doc, "handle-complexity",
		    "Agents’ time on a ticket by complexity",
		    "Tickets that people handled. Harder tickets take longer: "
		    "compare like with like.",
		    columns, 4);
		for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
			handle_row(r, hd_str(order[i]), &now, &before);
		hd_doc_end(&r->doc);
	}
	if (n == 0 && any_mixed(r, &now))
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "Agents’ time on a ticket is not compared: for some "
		    "tickets it is the helpdesk’s own, for others computed "
		    "from messages. Each apart: hs-metrics human --split "
		    "handle_basis.");
	hd_reportparts_release(&now);
	hd_reportparts_release(&before);
	return n;
}

int
hd_section_layers(struct hd_report *r, struct hd_err *err)
{
	static const struct layer ai = { "The AI",
		{ "involvement", "deflection", "verified_deflection",
		    "containment", "durable", "ai_csat", NULL } },
				  people = { "People",
					  { "csat", "resolution_quality",
					      "first_contact", "reopen_rate",
					      "recontact_rate", "transfers",
					      "first_reply_s", NULL } };

	if (r->tickets == 0)
		return 0;
	if (layer(r, &ai, err) != 0 || layer(r, &people, err) != 0)
		return -1;
	if (r->before.name[0] != '\0')
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "A change counts as one when the interval of the "
		    "difference leaves out nought. Of twenty things that did "
		    "not change one seems to by chance.");
	if (weeks(r, err) != 0)
		return -1;
	return handle(r, err);
}
