/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The effect of the page in the handoff: see pagefx.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "escalation/clustered.h"
#include "escalation/context.h"
#include "escalation/needed.h"
#include "escalation/pagefx.h"
#include "escalation/useful.h"
#include "stats/compare.h"

enum outcome {
	REPEAT,
	LATE,
	NOT_NEEDED,
	OUTCOMES
};

static const struct {
	const char *rate, *effect, *p;
} names[OUTCOMES] = {
	[REPEAT] = { "page_context.repeat", "page_effect.repeat",
	    "page_effect.repeat.p" },
	[LATE] = { "page_context.late_reply", "page_effect.late_reply",
	    "page_effect.late_reply.p" },
	[NOT_NEEDED] = { "page_context.not_needed", "page_effect.not_needed",
	    "page_effect.not_needed.p" },
};
static const char *const arms[2] = { "page_context=without",
	"page_context=with" };

/* A handoff with (1) or without (0) the page. */
struct row {
	int64_t account;
	size_t stratum;
	int arm;
	int is[OUTCOMES]; /* 1, 0, or -1: cannot be told */
	double useful;	  /* seconds to the first useful reply, NaN */
};

struct hd_pagefx {
	struct row *v;
	size_t n, cap;
	struct hd_map strata; /* issue and channel */
	int64_t handoffs[2];
};

struct hd_pagefx *
hd_pagefx_new(void)
{
	return hd_xcalloc(1, sizeof(struct hd_pagefx));
}

void
hd_pagefx_free(struct hd_pagefx *p)
{
	if (p == NULL)
		return;
	free(p->v);
	hd_map_release(&p->strata);
	free(p);
}

static int
not_needed(const struct hd_findings *f)
{
	int was = hd_need_answer(hd_finding_of(f, HD_AUDIT_NEEDED, NULL, NULL));

	return was < 0 ? -1 : !was;
}

/* Channels differ in how fast they are, and in which of them has pages. */
static size_t
stratum(struct hd_pagefx *p, const struct hd_escalation *e)
{
	struct hd_str issue = hd_esc_str(e, HD_EF_ISSUE),
		      channel = hd_esc_str(e, HD_EF_CHANNEL);
	struct hd_buf b = HD_BUF_INIT;
	size_t n;

	hd_buf_add(&b, issue.p, issue.n);
	hd_buf_addc(&b, '\n');
	hd_buf_add(&b, channel.p, channel.n);
	n = (size_t)*hd_map_put(
	    &p->strata, hd_buf_str(&b), (int64_t)p->strata.count);
	hd_buf_release(&b);
	return n;
}

static void
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f)
{
	struct hd_pagefx *p = ctx;
	bool with = hd_finding_of(f, HD_AUDIT_HANDOFF, hd_context_present,
			"page") != NULL;
	int64_t useful = hd_useful_after(e);
	struct row *r;

	if (!e->escalated || (!with && hd_finding_of(f, HD_AUDIT_HANDOFF,
					   hd_context_absent, "page") == NULL))
		return;
	p->v = hd_grow(p->v, &p->cap, p->n + 1, sizeof(*p->v));
	r = &p->v[p->n++];
	r->account = hd_clustered_account(e);
	r->arm = with;
	p->handoffs[with]++;
	r->stratum = stratum(p, e);
	r->useful = useful < 0 ? NAN : (double)useful;
	r->is[REPEAT] = -1;
	if (e->first_human >= 0 && hd_finding_measured(f, HD_AUDIT_REPEAT))
		r->is[REPEAT] =
		    hd_finding_of(f, HD_AUDIT_REPEAT, NULL, NULL) != NULL;
	r->is[NOT_NEEDED] = not_needed(f);
}

/* Of one arm, or of both: 2. */
static struct hd_figure
useful(const struct hd_pagefx *p, int arm)
{
	struct hd_clustered c = { NULL, 0, 0 };
	struct hd_figure fig;

	for (size_t i = 0; i < p->n; i++)
		if (arm == 2 || p->v[i].arm == arm)
			hd_clustered_add(&c, p->v[i].account, p->v[i].useful);
	fig = hd_clustered_median(
	    &c, "page_context.useful_reply", arm == 2 ? "all" : arms[arm]);
	hd_clustered_release(&c);
	return fig;
}

/* Later than half of all replies. */
static void
late(struct hd_pagefx *p)
{
	double middle = useful(p, 2).estimate;

	for (size_t i = 0; i < p->n; i++)
		p->v[i].is[LATE] =
		    isnan(p->v[i].useful) ? -1 : p->v[i].useful > middle;
}

/* Without two arms there is nothing to compare. */
static enum hd_status
status(const struct hd_pagefx *p, const struct hd_escgive *to, int64_t least,
    enum outcome o)
{
	if (p->handoffs[0] == 0 || p->handoffs[1] == 0)
		return HD_NOT_MEASURABLE;
	if (least < to->min_n)
		return HD_SUPPRESSED;
	return o == NOT_NEEDED ? HD_UNVERIFIED : HD_MEASURED;
}

/* A figure of one arm. */
static void
give_arm(const struct hd_pagefx *p, const struct hd_escgive *to, int arm,
    enum outcome o, struct hd_figure fig)
{
	fig.N = p->handoffs[arm];
	fig.definition = "pages";
	fig.status = status(p, to, fig.n, o);
	to->figure(to->ctx, &fig);
}

static void
give_rates(
    const struct hd_pagefx *p, const struct hd_escgive *to, enum outcome o)
{
	for (int arm = 1; arm >= 0; arm--) {
		struct hd_clustered c = { NULL, 0, 0 };

		for (size_t i = 0; i < p->n; i++)
			if (p->v[i].arm == arm && p->v[i].is[o] >= 0)
				hd_clustered_add(
				    &c, p->v[i].account, p->v[i].is[o]);
		give_arm(p, to, arm, o,
		    hd_clustered_rate(&c, names[o].rate, arms[arm]));
		hd_clustered_release(&c);
	}
}

static void
give_effect(struct hd_pagefx *p, const struct hd_escgive *to, enum outcome o)
{
	struct hd_compared *cells =
	    hd_xcalloc(p->strata.count + 1, sizeof(*cells));
	struct hd_compared sum = { 0, 0, 0, 0 };
	struct hd_mantel m;
	struct hd_figure fig;

	for (size_t i = 0; i < p->n; i++) {
		const struct row *r = &p->v[i];
		struct hd_compared *both[2] = { &cells[r->stratum], &sum };

		for (size_t k = 0; k < 2 && r->is[o] >= 0; k++) {
			*(r->arm ? &both[k]->n1 : &both[k]->n0) += 1;
			*(r->arm ? &both[k]->x1 : &both[k]->x0) += r->is[o];
		}
	}
	m = hd_mantel_haenszel(cells, p->strata.count);
	free(cells);
	give_rates(p, to, o);
	fig = (struct hd_figure){ names[o].effect, "all", m.odds, m.lo, m.hi,
		sum.n1, sum.n0 + sum.n1, p->handoffs[0] + p->handoffs[1], 6,
		"mantel-haenszel", "pages",
		status(p, to, sum.n0 < sum.n1 ? sum.n0 : sum.n1, o) };
	/* too few: no stratum has both, or one outcome is everybody's */
	if (!isfinite(m.odds) && fig.status != HD_NOT_MEASURABLE)
		fig.status = HD_SUPPRESSED;
	to->figure(to->ctx, &fig);
	fig.metric = names[o].p;
	fig.method = "cmh";
	fig.estimate = m.p;
	fig.lo = fig.hi = NAN;
	to->figure(to->ctx, &fig);
}

static void
give(void *ctx, const struct hd_escgive *to)
{
	struct hd_pagefx *p = ctx;

	late(p);
	for (int arm = 1; arm >= 0; arm--)
		give_arm(p, to, arm, LATE, useful(p, arm));
	for (int o = 0; o < OUTCOMES; o++)
		give_effect(p, to, (enum outcome)o);
}

struct hd_escextra
hd_pagefx_extra(struct hd_pagefx *p)
{
	return (struct hd_escextra){ 1u << HD_AUDIT_HANDOFF |
					 1u << HD_AUDIT_REPEAT |
					 1u << HD_AUDIT_NEEDED,
		take, give, p };
}
