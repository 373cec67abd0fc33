/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From findings to what a ticket counts for: see tally.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "escalation/clustered.h"
#include "escalation/context.h"
#include "escalation/needed.h"
#include "escalation/tally.h"
#include "escalation/useful.h"

const struct hd_escmetric_info hd_escmetric_info[HD_ESCMETRICS] = {
	{ "trigger.automatic", HD_AUDIT_TRIGGERS, NULL, NULL },
	{ "trigger.customer", HD_AUDIT_TRIGGERS, "customer", NULL },
	{ "trigger.unexplained", HD_AUDIT_TRIGGERS, "unexplained", NULL },
	{ "trigger.sentiment", HD_AUDIT_TRIGGERS, "sentiment", NULL },
	{ "trigger.keyword", HD_AUDIT_TRIGGERS, "keyword", NULL },
	{ "trigger.account", HD_AUDIT_TRIGGERS, "account", NULL },
	{ "trigger.issue", HD_AUDIT_TRIGGERS, "issue", NULL },
	{ "trigger.no-answer", HD_AUDIT_TRIGGERS, "no-answer", NULL },
	{ "trigger.out-of-hours", HD_AUDIT_TRIGGERS, "out-of-hours", NULL },
	{ "trigger.limit", HD_AUDIT_TRIGGERS, "limit", NULL },
	{ "escalation_precision", HD_AUDIT_NEEDED, NULL, NULL },
	{ "escalation_recall", HD_AUDIT_NEEDED, NULL, NULL },
	{ "verdict.needed", HD_AUDIT_NEEDED, "needed", NULL },
	{ "verdict.knowledge", HD_AUDIT_NEEDED, "not-needed-knowledge", NULL },
	{ "verdict.context", HD_AUDIT_NEEDED, "not-needed-context", NULL },
	{ "verdict.premature", HD_AUDIT_NEEDED, "not-needed-premature", NULL },
	{ "verdict.unclear", HD_AUDIT_NEEDED, "unclear", NULL },
	{ "ai_failed_rate", HD_AUDIT_NEEDED, NULL, NULL },
	{ "handoff.identity", HD_AUDIT_HANDOFF, "present", "identity" },
	{ "handoff.account_status", HD_AUDIT_HANDOFF, "present",
	    "account_status" },
	{ "handoff.issue", HD_AUDIT_HANDOFF, "present", "issue" },
	{ "handoff.attempted", HD_AUDIT_HANDOFF, "present", "attempted" },
	{ "handoff.sentiment", HD_AUDIT_HANDOFF, "present", "sentiment" },
	{ "handoff.page", HD_AUDIT_HANDOFF, "present", "page" },
	{ "handoff.action", HD_AUDIT_HANDOFF, "present", "action" },
	{ "handoff_completeness", HD_AUDIT_HANDOFF, NULL, NULL },
	{ "repeat_rate", HD_AUDIT_REPEAT, NULL, NULL },
	{ "wording.context-kept", HD_AUDIT_WORDING, "context-kept", NULL },
	{ "wording.bare", HD_AUDIT_WORDING, "bare", NULL },
	{ "wording.silent", HD_AUDIT_WORDING, "silent", NULL },
	{ "wording.dead-end", HD_AUDIT_WORDING, "dead-end", NULL },
	{ "opening.acknowledges", HD_AUDIT_OPENING, "acknowledges", NULL },
	{ "opening.neutral", HD_AUDIT_OPENING, "neutral", NULL },
	{ "opening.asks-again", HD_AUDIT_OPENING, "asks-again", NULL },
	{ "page_opportunity_rate", HD_AUDIT_PAGES, NULL, NULL },
	{ "high_effort_rate", HD_AUDIT_EFFORT, NULL, NULL },
};

const char *const hd_escsegment_names[HD_ESCSEGMENTS] = { "period", "trigger",
	"issue", "channel", "page", "page" };

/* What the audits found of the ticket at hand. */
struct sums {
	struct hd_tallied *row;
	const struct hd_escalation *e;
	const struct hd_findings *f;
};

static void
count(struct sums *s, enum hd_escmetric m, bool x)
{
	s->row->n |= (uint64_t)1 << m;
	if (x)
		s->row->x |= (uint64_t)1 << m;
}

/* The metrics with a code of their own: a share of those that have any. */
static void
by_code(struct sums *s, const struct hd_finding *one)
{
	for (int m = 0; m < HD_ESCMETRICS; m++) {
		const struct hd_escmetric_info *i = &hd_escmetric_info[m];

		if (i->audit != one->audit || i->code == NULL ||
		    (i->item != NULL &&
			(one->item == NULL || strcmp(i->item, one->item) != 0)))
			continue;
		if (i->item == NULL || strcmp(one->code, "na") != 0)
			count(s, (enum hd_escmetric)m,
			    strcmp(one->code, i->code) == 0);
	}
}

static void
triggers(struct sums *s, const struct hd_finding *one)
{
	count(s, HD_EM_AUTOMATIC,
	    strcmp(one->code, "customer") != 0 &&
		strcmp(one->code, "unexplained") != 0);
}

/*
 * Of what could be decided; recall sets what went to people because it had to
 * beside what the AI failed at alone.
 */
static void
needed(struct sums *s, const struct hd_finding *one)
{
	int was = hd_need_answer(one);

	if (was < 0)
		return;
	count(s, HD_EM_PRECISION, was == 1);
	if (was == 1)
		count(s, HD_EM_RECALL, true);
}

static void
failed(struct sums *s)
{
	bool yes = hd_finding_of(s->f, HD_AUDIT_NEEDED, NULL, NULL) != NULL;

	count(s, HD_EM_FAILED, yes);
	if (yes)
		count(s, HD_EM_RECALL, false);
}

static void
completeness(struct sums *s)
{
	static const char *const five[] = { "identity", "account_status",
		"issue", "attempted", "sentiment" };
	bool complete = true;

	for (size_t i = 0; i < 5; i++)
		complete = complete && hd_finding_of(s->f, HD_AUDIT_HANDOFF,
					   "absent", five[i]) == NULL;
	count(s, HD_EM_COMPLETE, complete);
}

static void
verdicts(struct sums *s)
{
	for (size_t i = 0; i < s->f->n; i++) {
		const struct hd_finding *one = &s->f->v[i];

		if (one->code == hd_not_measurable)
			continue;
		if (one->audit != HD_AUDIT_NEEDED || s->e->escalated)
			by_code(s, one);
		if (one->audit == HD_AUDIT_TRIGGERS)
			triggers(s, one);
		else if (one->audit == HD_AUDIT_NEEDED && s->e->escalated)
			needed(s, one);
	}
}

/* Audits that find something or nothing. */
static void
any(struct sums *s, enum hd_audit a, enum hd_escmetric m)
{
	if (hd_finding_measured(s->f, a))
		count(s, m, hd_finding_of(s->f, a, NULL, NULL) != NULL);
}

static void
audits(struct sums *s, unsigned which)
{
	verdicts(s);
	if (which & 1u << HD_AUDIT_NEEDED && !s->e->escalated &&
	    hd_finding_measured(s->f, HD_AUDIT_NEEDED))
		failed(s);
	if (which & 1u << HD_AUDIT_HANDOFF && s->e->escalated &&
	    hd_finding_measured(s->f, HD_AUDIT_HANDOFF))
		completeness(s);
	if (which & 1u << HD_AUDIT_REPEAT &&
	    (s->e->first_human >= 0 || s->e->world->ai_asks))
		any(s, HD_AUDIT_REPEAT, HD_EM_REPEAT);
	if (which & 1u << HD_AUDIT_PAGES && s->e->escalated)
		any(s, HD_AUDIT_PAGES, HD_EM_OPPORTUNITY);
	if (which & 1u << HD_AUDIT_EFFORT && s->e->escalated)
		any(s, HD_AUDIT_EFFORT, HD_EM_EFFORT);
}

static int32_t
value(struct hd_map *m, struct hd_str s)
{
	return s.n == 0 ? -1 : (int32_t)*hd_map_put(m, s, (int64_t)m->count);
}

static void
page_segments(struct hd_esctally *t, const struct hd_escalation *e,
    struct hd_tallied *row)
{
	struct hd_str issue = hd_esc_str(e, HD_EF_ISSUE);
	struct hd_buf b = HD_BUF_INIT;

	row->segment[HD_ES_PAGE] = row->segment[HD_ES_PAGE_ISSUE] = -1;
	if (t->pages == NULL || !e->escalated || e->th->page.n == 0)
		return;
	hd_pagemap_name(t->pages, &b, e->th->page);
	row->segment[HD_ES_PAGE] =
	    value(&t->values[HD_ES_PAGE], hd_buf_str(&b));
	hd_buf_adds(&b, ",issue=");
	hd_buf_add(&b, issue.p, issue.n);
	if (issue.n == 0)
		hd_buf_adds(&b, "unknown");
	row->segment[HD_ES_PAGE_ISSUE] =
	    value(&t->values[HD_ES_PAGE_ISSUE], hd_buf_str(&b));
	hd_buf_release(&b);
}

static void
segments(struct hd_esctally *t, const struct hd_escalation *e,
    const struct hd_findings *f, struct hd_tallied *row)
{
	const struct hd_finding *trigger =
	    hd_finding_of(f, HD_AUDIT_TRIGGERS, NULL, NULL);
	int64_t at =
	    e->handoff_at != HD_TIME_NONE ? e->handoff_at : e->th->created;
	char month[16] = "";
	struct hd_civil c;

	if (at != HD_TIME_NONE) {
		hd_zone_civil(t->zone, at, &c);
		(void)snprintf(month, sizeof(month), "%04d-%02d",
		    (int)(c.year % 10000), c.month);
	}
	row->segment[HD_ES_PERIOD] =
	    value(&t->values[HD_ES_PERIOD], hd_str(month));
	row->segment[HD_ES_TRIGGER] = value(&t->values[HD_ES_TRIGGER],
	    hd_str(trigger != NULL ? trigger->code : ""));
	row->segment[HD_ES_ISSUE] =
	    value(&t->values[HD_ES_ISSUE], hd_esc_str(e, HD_EF_ISSUE));
	row->segment[HD_ES_CHANNEL] =
	    value(&t->values[HD_ES_CHANNEL], hd_esc_str(e, HD_EF_CHANNEL));
	page_segments(t, e, row);
}

static void
reasons(struct hd_esctally *t, const struct hd_findings *f)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < f->n; i++) {
		const struct hd_finding *one = &f->v[i];

		if (one->code != hd_not_measurable ||
		    !(t->audits & 1u << one->audit))
			continue;
		hd_buf_reset(&b);
		hd_buf_addf(&b, "%s: ", hd_audit_name(one->audit));
		hd_buf_add(&b, one->reason.p, one->reason.n);
		++*hd_map_put(&t->reasons, hd_buf_str(&b), 0);
	}
	hd_buf_release(&b);
}

void
hd_esctally_add(struct hd_esctally *t, const struct hd_escalation *e,
    const struct hd_findings *f)
{
	struct hd_tallied *row;
	struct sums s;

	t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	row = &t->v[t->n++];
	memset(row, 0, sizeof(*row));
	row->account = hd_clustered_account(e);
	row->escalated = e->escalated;
	row->useful_s = e->escalated ? hd_useful_after(e) : -1;
	s = (struct sums){ row, e, f };
	audits(&s, t->audits);
	segments(t, e, f, row);
	reasons(t, f);
}

void
hd_esctally_release(struct hd_esctally *t)
{
	free(t->v);
	for (int i = 0; i < HD_ESCSEGMENTS; i++)
		hd_map_release(&t->values[i]);
	hd_map_release(&t->reasons);
}
