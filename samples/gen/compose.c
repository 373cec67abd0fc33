/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole ticket: what kind it is, who writes it, what becomes of it. */
#include <string.h>

#include "gen/talk.h"
#include "gen/world.h"

static const struct gen_lang *const langs[] = { &gen_en, &gen_de, &gen_fr,
	&gen_es };

/* 0 until four weeks before the end, then rising to 1. */
static double
trend(const struct gen_story *st)
{
	double left = (double)(st->w->until - st->created) / (28.0 * 86400);

	return left > 1 ? 0 : 1 - left;
}

static enum gen_domain
pick_domain(struct gen_story *st)
{
	if (st->vendor == GEN_INTERCOM)
		return GEN_SAAS;
	if (st->vendor == GEN_FRESHDESK)
		return gen_chance(st->w, 0.66) ? GEN_SHOP : GEN_IT;
	return gen_chance(st->w, 0.5 + 0.12 * trend(st)) ? GEN_TELECOM
							 : GEN_FINANCE;
}

/* The trending issue grows to seven times its share. */
static double
weight(const struct gen_story *st, const struct gen_issue *i)
{
	return strcmp(i->name, "eSIM activation") == 0
		   ? i->weight * (1 + 6 * trend(st))
		   : i->weight;
}

static const struct gen_issue *
pick_issue(struct gen_story *st)
{
	const struct gen_issue *list = st->lang->issues[st->domain], *i;
	double sum = 0, u;

	for (i = list; i->name != NULL; i++)
		sum += weight(st, i);
	u = gsl_rng_uniform(st->w->rng) * sum;
	for (i = list; i[1].name != NULL; i++) {
		u -= weight(st, i);
		if (u < 0)
			break;
	}
	return i;
}

/* Go on with an earlier ticket of the same customer, if one is due. */
static bool
take_pending(struct gen_story *st)
{
	struct gen_world *w = st->w;

	for (size_t k = 0; k < w->npending; k++) {
		struct gen_pending *p = &w->pending[k];

		if (p->vendor != st->vendor || p->due > st->created)
			continue;
		st->user = p->user;
		st->domain = p->domain;
		st->lang = langs[p->user.lang];
		st->issue = p->issue;
		st->prev = p->prev;
		memcpy(st->value, p->value, sizeof(p->value));
		*p = w->pending[--w->npending];
		return true;
	}
	return false;
}

static void
leave_pending(struct gen_story *st)
{
	struct gen_world *w = st->w;
	struct gen_pending *p;

	if (st->excluded != GEN_COUNTED || st->resolved || st->nmsg == 0 ||
	    w->npending == GEN_NPENDING || st->planned != GEN_AI_ONLY ||
	    st->last_close == 0 || !gen_chance(w, 0.6))
		return;
	p = &w->pending[w->npending++];
	p->user = st->user;
	p->vendor = st->vendor;
	p->domain = st->domain;
	p->issue = st->issue;
	p->prev = st->id;
	p->due = st->last_close + gen_between(w, GEN_HOUR, 4 * GEN_DAY);
	memcpy(p->value, st->value, sizeof(p->value));
}

static void
plan_kind(struct gen_story *st)
{
	static const double low[2] = { 0.60, 0.32 }, high[2] = { 0.88, 0.75 };
	bool hard = st->issue->judge >= 45, sour;
	struct gen_world *w = st->w;
	double u = gsl_rng_uniform(w->rng), stakes = 0.055, angry = 0.095;
	int64_t a = st->user.account;

	st->complexity = u < low[hard] ? 0 : u < high[hard] ? 1 : 2;
	sour = a >= 0 && w->accounts[a].soured != 0 &&
	       st->created > w->accounts[a].soured;
	if (sour) {
		angry = 0.38;
		stakes = 0.12;
	}
	if (strcmp(st->issue->name, "unrecognised payment") == 0)
		stakes = 0.3;
	if (st->prev != 0)
		angry = 0.5;
	u = gsl_rng_uniform(w->rng);
	st->emotion = u < stakes ? 2 : u < stakes + angry ? 1 : 0;
	u = gsl_rng_uniform(w->rng) * 100;
	if (st->complexity == 2)
		st->judgment = u < 70;
	else if (st->complexity == 1)
		st->judgment =
		    u < (st->issue->judge > 34 ? st->issue->judge : 34);
	else
		st->judgment = u < st->issue->judge;
}

static void
plan_path(struct gen_story *st)
{
	/* ai_only, ai_to_human, human_only; the rest gets no reply */
	static const double share[4][3] = {
		{ 0.63, 0.18, 0.175 }, /* low, repeatable, neutral */
		{ 0.30, 0.34, 0.34 },  /* other low */
		{ 0.28, 0.31, 0.39 },  /* medium */
		{ 0.10, 0.37, 0.51 },  /* high */
	};
	bool easy = st->complexity == 0 && !st->judgment && st->emotion == 0;
	const double *p = share[easy ? 0 : st->complexity + 1];
	double u = gsl_rng_uniform(st->w->rng);

	st->planned = u < p[0]		       ? GEN_AI_ONLY
		      : u < p[0] + p[1]	       ? GEN_AI_TO_HUMAN
		      : u < p[0] + p[1] + p[2] ? GEN_HUMAN_ONLY
					       : GEN_NO_REPLY;
	u = gsl_rng_uniform(st->w->rng);
	st->excluded = u < 0.009   ? GEN_SPAM
		       : u < 0.013 ? GEN_TEST
		       : u < 0.019 ? GEN_MERGED
		       : u < 0.027 ? GEN_OUTBOUND
				   : GEN_COUNTED;
	if (st->excluded != GEN_COUNTED)
		st->planned = GEN_NO_REPLY;
	if (st->planned == GEN_AI_ONLY)
		st->judgment = false;
}

static void
plan_bot(struct gen_story *st)
{
	unsigned n = 0;

	if (st->planned != GEN_AI_ONLY && st->planned != GEN_AI_TO_HUMAN)
		return;
	for (int i = 0; i < (int)gen_nbots; i++)
		if (gen_bots[i].domain == st->domain &&
		    gen_below(st->w, ++n) == 0)
			st->bot = i;
	if (gen_bots[st->bot].widget)
		st->chat = true;
}

static void
make_page(struct gen_story *st)
{
	double share = st->vendor == GEN_INTERCOM ? 0.8 : 0.35;

	if (!st->chat || !gen_chance(st->w, share))
		return;
	hd_buf_addf(&st->page, "https://%s", gen_hosts[st->domain]);
	gen_expand(st, st->issue->page, &st->page);
	for (size_t i = 0; i < st->page.n; i++)
		if (st->page.s[i] == ' ')
			st->page.s[i] = '-';
}

static void
come_back(struct gen_story *st)
{
	struct gen_msg *m;
	enum gen_role by = st->planned == GEN_AI_ONLY ? GEN_AI : GEN_AGENT;

	if (!gen_chance(st->w, st->complexity > 0 ? 0.11 : 0.06))
		return;
	st->now += gen_between(st->w, GEN_HOUR, 4 * GEN_DAY);
	m = gen_add(st, GEN_CUSTOMER, GEN_REPLY, 1);
	gen_say(st, SAY_REOPEN, &m->text);
	gen_done(st, m);
	(void)gen_add(st, GEN_SYSTEM, GEN_OPEN, 1);
	if (by == GEN_AI) { /* the bot repeats itself, and that's that */
		m = gen_add(st, GEN_AI, GEN_REPLY, gen_wait(st, GEN_AI));
		gen_say(st, SAY_AI_RETRY, &m->text);
		hd_buf_addc(&m->text, ' ');
		gen_expand(st, gen_pick_of(st, st->issue->ai, 3), &m->text);
		m->answer = true;
	} else {
		m = gen_add(st, GEN_AGENT, GEN_REPLY, gen_wait(st, GEN_AGENT));
		gen_say(st, SAY_REOPEN_FIX, &m->text);
	}
	gen_done(st, m);
	(void)gen_add(st, by, GEN_CLOSE, by == GEN_AI ? GEN_DAY : GEN_HOUR);
}

/* Mail history below a reply, as mail programs leave it. */
static void
quote_history(struct gen_story *st)
{
	char date[GEN_VALUE];

	for (size_t i = 1; !st->chat && i < st->nmsg; i++) {
		struct gen_msg *m = &st->msg[i];
		const struct gen_msg *old = &st->msg[i - 1];

		if (m->kind != GEN_REPLY || m->role != GEN_CUSTOMER ||
		    old->kind != GEN_REPLY || !gen_chance(st->w, 0.35))
			continue;
		/* the day of the older message, not one the customer named */
		memcpy(date, st->value[SLOT_DATE], GEN_VALUE);
		gen_date_words(st->user.lang, old->at, st->value[SLOT_DATE]);
		gen_say(st, SAY_QUOTE, &m->quoted);
		memcpy(st->value[SLOT_DATE], date, GEN_VALUE);
		hd_buf_addc(&m->quoted, '\n');
		hd_buf_add(&m->quoted, old->text.s, old->text.n);
	}
}

static void
rate(struct gen_story *st)
{
	double good = 0.86, u;

	if (st->excluded != GEN_COUNTED || st->last_close == 0 ||
	    st->planned == GEN_NO_REPLY || gen_chance(st->w, 0.3))
		return;
	st->csat = GEN_OFFERED;
	if (!gen_chance(st->w, 0.3))
		return;
	good -= st->emotion * 0.15 + (double)st->nrepeats * 0.25;
	good -= st->reopened ? 0.3 : 0;
	good -= st->resolved ? 0 : 0.45;
	u = gsl_rng_uniform(st->w->rng);
	st->csat = u < good ? GEN_GOOD : u < good + 0.05 ? GEN_MIXED : GEN_BAD;
	if (gen_chance(st->w, 0.35))
		gen_say(
		    st, st->csat == GEN_GOOD ? SAY_GOOD : SAY_BAD, &st->remark);
}

static void
talk(struct gen_story *st)
{
	struct gen_msg *m;

	if (st->excluded == GEN_OUTBOUND) {
		st->now = st->created - 1;
		m = gen_add(st, GEN_AGENT, GEN_REPLY, 1);
		m->at = st->now = st->created;
		gen_say(st, SAY_OUTBOUND, &m->text);
		gen_done(st, m);
		return;
	}
	gen_opening(st);
	if (st->planned == GEN_HUMAN_ONLY && !st->chat &&
	    gen_chance(st->w, 0.06)) {
		m = gen_add(st, GEN_SYSTEM, GEN_REPLY, 5);
		gen_say(st, SAY_AUTO_ACK, &m->text);
		gen_done(st, m);
	}
	if (st->excluded == GEN_MERGED) {
		m = gen_add(st, GEN_AGENT, GEN_NOTE, 1800);
		hd_buf_addf(&m->text,
		    "Duplicate, closed and merged into request #%lld.",
		    (long long)(st->id > 1010 ? st->id - 3 : st->id + 5));
		gen_done(st, m);
		(void)gen_add(st, GEN_AGENT, GEN_CLOSE, 20);
	}
	if (st->planned == GEN_AI_ONLY || st->planned == GEN_AI_TO_HUMAN)
		gen_robot(st);
	if (st->planned == GEN_AI_TO_HUMAN || st->planned == GEN_HUMAN_ONLY)
		gen_person(st);
	if (st->planned != GEN_NO_REPLY)
		come_back(st);
}

void
gen_compose(struct gen_story *st, struct gen_world *w, enum gen_vendor vendor,
    int64_t created)
{
	bool again;

	gen_story_begin(st);
	st->w = w;
	st->vendor = vendor;
	st->created = created;
	w->next_id[vendor] += vendor == GEN_INTERCOM ? gen_between(w, 3, 90)
						     : gen_between(w, 1, 2);
	st->id = w->next_id[vendor];
	again = gen_chance(w, 0.25) && take_pending(st);
	if (!again) {
		st->domain = pick_domain(st);
		gen_user_pick(w, st->domain, created, &st->user);
		st->lang = langs[st->user.lang];
		st->issue = pick_issue(st);
	}
	st->chat = gen_chance(w, vendor == GEN_INTERCOM ? 0.75 : 0.4);
	st->team = gen_team_pick(w, st->domain);
	st->agent = gen_agent_pick(w, st->team);
	plan_kind(st);
	plan_path(st);
	plan_bot(st);
	st->channel = (int)gen_below(w, 100);
	make_page(st);
	gen_expand(st, gen_pick_of(st, st->issue->subject, 4), &st->subject);
	/* what URL and subject tell is not new when somebody asks for it */
	for (int i = 0; i < GEN_NITEMS; i++)
		if (st->value[i][0] != '\0')
			st->paged |= BIT(i);
	talk(st);
	gen_settle(st);
	quote_history(st);
	rate(st);
	leave_pending(st);
}
