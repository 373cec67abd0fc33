/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a conversation that people of the helpdesk have. */
#include "gen/talk.h"
#include "gen/world.h"

static void
hello(struct gen_story *st, struct hd_buf *b)
{
	if (!st->chat || gen_chance(st->w, 0.5)) {
		gen_say(st, SAY_AG_HELLO, b);
		hd_buf_adds(b, st->chat ? " " : "\n\n");
	}
}

static void
farewell(struct gen_story *st, struct hd_buf *b)
{
	if (st->chat)
		return;
	hd_buf_adds(b, "\n\n");
	gen_say(st, SAY_AG_END, b);
}

static struct gen_msg *
agent_says(struct gen_story *st)
{
	return gen_add(st, GEN_AGENT, GEN_REPLY, gen_wait(st, GEN_AGENT));
}

static void
note(struct gen_story *st, enum gen_say say)
{
	struct gen_msg *m =
	    gen_add(st, GEN_AGENT, GEN_NOTE, 60 + gen_below(st->w, 1800));

	gen_say(st, say, &m->text);
	gen_done(st, m);
}

/* Pass the ticket to another team. */
static void
transfer(struct gen_story *st)
{
	int team, tries = 0;

	do {
		team = gen_team_pick(st->w, st->domain);
	} while (team == st->team && ++tries < 8);
	if (team == st->team)
		return;
	/* the note names the team that gets it */
	st->team = team;
	note(st, SAY_MOVE);
	(void)gen_add(st, GEN_AGENT, GEN_ASSIGN, 10);
	st->agent = gen_agent_pick(st->w, team);
}

/* Ask for an item, and get it. */
static void
ask(struct gen_story *st, int item, bool first)
{
	struct gen_msg *m = agent_says(st);
	int given = st->given_in[item];

	if (first) {
		hello(st, &m->text);
		gen_say(st, SAY_AG_ASK, &m->text);
		hd_buf_addc(&m->text, ' ');
	}
	gen_expand(st, gen_pick(st, st->lang->ask[item]), &m->text);
	if (first)
		farewell(st, &m->text);
	gen_done(st, m);
	if (given >= 0 && st->nrepeats < GEN_MAXREPEAT)
		st->repeats[st->nrepeats++] =
		    (struct gen_repeat){ (enum gen_slot)item, m->index, given };
	gen_answer_item(st, (enum gen_slot)item, given >= 0);
}

/* An item that was given and could be asked for again, or -1. */
static int
given_item(struct gen_story *st)
{
	int found = -1;
	unsigned n = 0;

	for (int i = 0; i < GEN_NITEMS; i++)
		if ((st->issue->items & BIT(i)) != 0 && st->given_in[i] >= 0 &&
		    gen_below(st->w, ++n) == 0)
			found = i;
	return found;
}

static double
repeat_share(const struct gen_story *st)
{
	const struct gen_user *u = &st->user;
	double p = 0.05;

	if (st->planned == GEN_AI_TO_HUMAN)
		p = st->summary ? 0.08 : 0.34;
	if (u->account >= 0 && st->w->accounts[u->account].soured != 0 &&
	    st->created > st->w->accounts[u->account].soured)
		p *= 1.6;
	return p;
}

/* Everything before the answer; false when nothing was said yet. */
static bool
before(struct gen_story *st)
{
	bool said = false;
	int item = given_item(st);

	if (gen_chance(st->w, 0.12))
		note(st, SAY_NOTE);
	if (item >= 0 && gen_chance(st->w, repeat_share(st))) {
		ask(st, item, true);
		said = true;
	} else if ((item = gen_new_item(st)) >= 0 &&
		   gen_chance(st->w, 0.15 + 0.15 * st->complexity)) {
		ask(st, item, true);
		said = true;
	}
	if (st->complexity > 0 || gen_chance(st->w, 0.08)) {
		if (gen_chance(st->w, 0.2 + 0.25 * st->complexity)) {
			transfer(st);
			item = given_item(st);
			if (item >= 0 && gen_chance(st->w, 0.08)) {
				ask(st, item, !said);
				said = true;
			}
		}
	}
	return said;
}

static void
checking(struct gen_story *st, bool first)
{
	struct gen_msg *m = agent_says(st);

	if (first)
		hello(st, &m->text);
	gen_say(st, SAY_CHECK, &m->text);
	gen_done(st, m);
	if (gen_chance(st->w, 0.35)) {
		st->now += GEN_DAY / 2;
		m = gen_add(st, GEN_CUSTOMER, GEN_REPLY,
		    gen_wait(st, GEN_CUSTOMER) + 1800);
		gen_say(st, SAY_CHASE, &m->text);
		if (st->emotion == 1) {
			hd_buf_addc(&m->text, ' ');
			gen_say(st, SAY_ANGRY_MORE, &m->text);
		}
		gen_done(st, m);
	}
	st->now += 1800 + gen_below(st->w, 7200) * (st->chat ? 1 : 9);
}

/* Decisions of this one case, and not a text from a list. */
static void
decide(struct gen_story *st, struct hd_buf *b)
{
	const char *const *judged = st->issue->judged;
	const char *last = NULL, *next;

	gen_say(st, SAY_REASON, b);
	hd_buf_addc(b, ' ');
	gen_expand(st, gen_pick_of(st, judged, 4), b);
	for (unsigned n = 1 + gen_below(st->w, 2); n > 0; n--) {
		next = gen_pick(st, gen_list(st, SAY_DECIDE));
		if (next == last)
			continue;
		hd_buf_addc(b, ' ');
		gen_expand(st, next, b);
		last = next;
	}
}

static void
solve(struct gen_story *st, bool first)
{
	struct gen_msg *m = agent_says(st);

	if (first || gen_chance(st->w, 0.3))
		hello(st, &m->text);
	if (first && gen_chance(st->w, 0.3)) {
		gen_say(st, SAY_AG_ACK, &m->text);
		hd_buf_addc(&m->text, ' ');
	}
	if (st->planned == GEN_AI_TO_HUMAN && gen_chance(st->w, 0.09)) {
		gen_say(st, SAY_CORRECT, &m->text);
		hd_buf_addc(&m->text, ' ');
		st->correction = m->index;
	}
	if (st->judgment)
		decide(st, &m->text);
	else
		gen_expand(st, gen_pick_of(st, st->issue->macro, 3), &m->text);
	/* mentions what is known, asks for something else or for nothing */
	if (gen_chance(st->w, 0.14)) {
		hd_buf_addc(&m->text, ' ');
		gen_say(st, SAY_NEAR, &m->text);
	}
	farewell(st, &m->text);
	gen_done(st, m);
	st->resolved = true;
}

static void
customer_ends(struct gen_story *st)
{
	struct gen_msg *m;

	if (gen_chance(st->w, 0.45)) {
		m = gen_add(
		    st, GEN_CUSTOMER, GEN_REPLY, gen_wait(st, GEN_CUSTOMER));
		gen_say(st, SAY_OK, &m->text);
		gen_done(st, m);
		st->confirmed = true;
	}
	(void)gen_add(st, GEN_AGENT, GEN_CLOSE, 120);
}

void
gen_person(struct gen_story *st)
{
	bool said;

	said = before(st);
	if (gen_chance(st->w, 0.08 + 0.22 * st->complexity)) {
		checking(st, !said);
		said = true;
	}
	solve(st, !said);
	customer_ends(st);
}
