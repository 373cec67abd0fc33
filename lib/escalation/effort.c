/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a handoff took the customer: see effort.h. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "base/tstamp.h"
#include "escalation/detect.h"
#include "escalation/effort.h"

#define HOUR 3600
#define DAY  86400
#define FREE 2 /* messages of the customer that are no effort */

/* Messages that ask again, whatever number of things; -1: nobody can tell. */
static int64_t
repeats(const struct hd_findings *f)
{
	int64_t n = 0, last = -1;

	if (!hd_finding_measured(f, HD_AUDIT_REPEAT))
		return -1;
	for (size_t i = 0; i < f->n; i++) {
		const struct hd_finding *one = &f->v[i];

		if (one->audit != HD_AUDIT_REPEAT || one->message == last)
			continue;
		last = one->message;
		n++;
	}
	return n;
}

/* As the desk counts them, or as the customer saw them. */
static int64_t
transfers(const struct hd_escalation *e)
{
	double counted = hd_esc_num(e, HD_EF_TRANSFERS);
	struct hd_str last = { NULL, 0 };
	int64_t seen = 0;

	for (size_t i = 0; e->first_human >= 0 && i < e->n; i++) {
		const struct hd_message *m = e->turns[i].m;

		if (!hd_turn_is(&e->turns[i], HD_ROLE_AGENT) ||
		    (int64_t)i < e->first_human || m->author.n == 0)
			continue;
		seen += last.p != NULL && !hd_str_same(last, m->author);
		last = m->author;
	}
	return counted > (double)seen ? (int64_t)counted : seen;
}

static int64_t
turns(const struct hd_escalation *e)
{
	int64_t n = 0;

	for (size_t i = e->handoff >= 0 ? (size_t)e->handoff : e->n; i < e->n;
	     i++)
		n += hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER);
	return n;
}

static int64_t
wait(const struct hd_escalation *e)
{
	int64_t at;

	if (e->first_human < 0 || e->handoff_at == HD_TIME_NONE)
		return -1;
	at = e->turns[e->first_human].m->at;
	if (at == HD_TIME_NONE)
		return -1;
	return at > e->handoff_at ? at - e->handoff_at : 0;
}

struct hd_effort
hd_effort_of(const struct hd_escalation *e, const struct hd_findings *f)
{
	double reopens = hd_esc_num(e, HD_EF_REOPENS);
	struct hd_effort o = { .reopens = isnan(reopens) ? 0 : (int64_t)reopens,
		.repeats = repeats(f),
		.transfers = transfers(e),
		.turns = turns(e),
		.wait = wait(e),
		.ces = hd_esc_num(e, HD_EF_CES) };

	o.score = 3 * o.reopens + 2 * (o.repeats > 0 ? o.repeats : 0) +
		  2 * o.transfers + (o.turns > FREE ? o.turns - FREE : 0) +
		  (o.wait >= HOUR) + (o.wait >= DAY) + (o.wait >= 3 * DAY);
	return o;
}

struct part {
	char s[24];
};

static const char *
known(struct part *p, int64_t n)
{
	if (n < 0)
		return "unknown";
	(void)snprintf(p->s, sizeof(p->s), "%" PRId64, n);
	return p->s;
}

static struct hd_finding *
high(struct hd_findings *f, const struct hd_effort *o)
{
	struct part asked, waited;

	return hd_finding_add(f, HD_AUDIT_EFFORT, "high-effort",
	    "%" PRId64 " points, high from %d on: opened again %" PRId64
	    ", asked again %s, passed on %" PRId64
	    ", messages after the handoff %" PRId64
	    ", seconds to the first reply %s",
	    o->score, HD_EFFORT_HIGH, o->reopens, known(&asked, o->repeats),
	    o->transfers, o->turns, known(&waited, o->wait));
}

void
hd_esc_effort(const struct hd_escalation *e, struct hd_findings *f)
{
	const struct hd_finding *repeat;
	struct hd_effort o;
	struct hd_finding *one;
	bool told;

	if (!e->escalated)
		return;
	o = hd_effort_of(e, f);
	told = !isnan(o.ces);
	if (told ? o.ces >= HD_EFFORT_CES : o.score < HD_EFFORT_HIGH)
		return;
	if (told)
		one = hd_finding_add(f, HD_AUDIT_EFFORT, "high-effort",
		    "the customer's own answer is %.2f of 1", o.ces);
	else
		one = high(f, &o);
	one->basis = told ? "survey" : "count";
	one->value = told ? o.ces : (double)o.score;
	/* the words of the first request for what had been given */
	repeat = hd_finding_of(f, HD_AUDIT_REPEAT, "repeat", NULL);
	if (repeat != NULL)
		hd_finding_prove(one, repeat);
}
