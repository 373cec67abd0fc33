/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a conversation that a bot has, and how it ends. */
#include <string.h>

#include "gen/talk.h"
#include "gen/world.h"

void
gen_answer_item(struct gen_story *st, enum gen_slot item, bool again)
{
	struct gen_msg *m =
	    gen_add(st, GEN_CUSTOMER, GEN_REPLY, gen_wait(st, GEN_CUSTOMER));
	enum gen_say say = SAY_GIVE;

	(void)memcpy(st->value[SLOT_VALUE], gen_value(st, item), GEN_VALUE);
	if (again)
		say = SAY_REGIVE;
	if (again && gen_chance(st->w, st->emotion > 0 ? 0.7 : 0.2)) {
		say = SAY_REGIVE_CROSS;
		if (st->emotion == 0)
			st->emotion = 1;
	}
	gen_say(st, say, &m->text);
	st->seen |= BIT(item);
	gen_done(st, m);
}

int
gen_new_item(struct gen_story *st)
{
	unsigned open = st->issue->items & ~st->seen & ~st->paged;
	int found = -1;
	unsigned n = 0;

	/*
	 * The address is known to the helpdesk, so asking is never new; a date
	 * or a sum is no question for somebody who asks how to do a thing.
	 */
	open &= ~(BIT(SLOT_EMAIL) | BIT(SLOT_DATE) | BIT(SLOT_AMOUNT));
	for (int i = 0; i < GEN_NITEMS; i++)
		if ((open & BIT(i)) != 0 && gen_below(st->w, ++n) == 0)
			found = i;
	return found;
}

static struct gen_msg *
robot_says(struct gen_story *st)
{
	return gen_add(st, GEN_AI, GEN_REPLY, gen_wait(st, GEN_AI));
}

static void
answer(struct gen_story *st, bool retry, bool hello)
{
	struct gen_msg *m = robot_says(st);

	if (retry)
		gen_say(st, SAY_AI_RETRY, &m->text);
	else if (hello)
		gen_say(st, SAY_AI_HELLO, &m->text);
	hd_buf_addc(&m->text, ' ');
	gen_expand(st, st->issue->ai[retry && st->issue->ai[1] != NULL ? 1 : 0],
	    &m->text);
	hd_buf_addc(&m->text, ' ');
	gen_say(st, SAY_AI_END, &m->text);
	m->answer = true;
	gen_done(st, m);
}

static void
customer_fails(struct gen_story *st, bool person)
{
	struct gen_msg *m =
	    gen_add(st, GEN_CUSTOMER, GEN_REPLY, gen_wait(st, GEN_CUSTOMER));
	const char *said = NULL;

	st->speaking = true;
	if (gen_chance(st->w, 0.65) && st->issue->fail[0] != NULL)
		said = gen_pick_of(st, st->issue->fail, 3);
	if (said == NULL || said == st->failed)
		said = gen_pick(st, gen_list(st, SAY_FAIL));
	st->failed = said;
	gen_expand(st, said, &m->text);
	if (st->emotion == 1 && gen_chance(st->w, 0.6)) {
		hd_buf_addc(&m->text, ' ');
		gen_say(st, SAY_ANGRY_MORE, &m->text);
	}
	if (person) {
		hd_buf_addc(&m->text, ' ');
		gen_say(st, SAY_PERSON, &m->text);
	}
	st->speaking = false;
	gen_done(st, m);
}

/* Talk as long as the bot is alone with the customer. */
static void
alone(struct gen_story *st)
{
	int item = gen_new_item(st);
	bool hello = true;

	if (item >= 0 && gen_chance(st->w, 0.28)) {
		struct gen_msg *m = robot_says(st);

		gen_say(st, SAY_AI_HELLO, &m->text);
		hd_buf_addc(&m->text, ' ');
		gen_say(st, SAY_AI_ASK, &m->text);
		hd_buf_addc(&m->text, ' ');
		gen_expand(st, gen_pick(st, st->lang->ask[item]), &m->text);
		gen_done(st, m);
		gen_answer_item(st, (enum gen_slot)item, false);
		hello = false;
	}
	answer(st, false, hello);
	if (gen_chance(st->w, 0.25)) {
		customer_fails(st, false);
		answer(st, true, false);
	}
}

static void
ends_alone(struct gen_story *st)
{
	double u = gsl_rng_uniform(st->w->rng);
	struct gen_msg *m;

	if (u < 0.5) {
		m = gen_add(
		    st, GEN_CUSTOMER, GEN_REPLY, gen_wait(st, GEN_CUSTOMER));
		gen_say(st, SAY_OK, &m->text);
		gen_done(st, m);
		st->resolved = st->confirmed = true;
		if (gen_chance(st->w, 0.6)) {
			m = robot_says(st);
			gen_say(st, SAY_AI_CLOSE, &m->text);
			gen_done(st, m);
		}
		(void)gen_add(st, GEN_AI, GEN_CLOSE, 60);
	} else if (u < 0.82) { /* silence: taken for solved */
		st->resolved = gen_chance(st->w, 0.7);
		(void)gen_add(
		    st, GEN_AI, GEN_CLOSE, st->chat ? 900 : 3 * GEN_DAY);
	} else {
		m = gen_add(
		    st, GEN_CUSTOMER, GEN_REPLY, gen_wait(st, GEN_CUSTOMER));
		gen_say(st, SAY_GIVE_UP, &m->text);
		gen_done(st, m);
		st->gave_up = true;
		(void)gen_add(
		    st, GEN_AI, GEN_CLOSE, st->chat ? 900 : 3 * GEN_DAY);
	}
}

static void
transition(struct gen_story *st, enum gen_say say, const char *wording)
{
	struct gen_msg *m = robot_says(st);

	gen_say(st, say, &m->text);
	gen_done(st, m);
	st->wording = wording;
	st->transition = st->handoff = m->index;
}

/* From the bot to people: well, badly, or without a word. */
static void
hand_over(struct gen_story *st)
{
	double u = gsl_rng_uniform(st->w->rng);
	struct gen_msg *m;

	customer_fails(st, gen_chance(st->w, 0.55));
	st->handoff_at = st->now + 30;
	if (u < 0.36) {
		transition(st, SAY_KEPT, "context-kept");
		if (gen_chance(st->w, 0.75)) {
			m = gen_add(st, GEN_AI, GEN_NOTE, 5);
			gen_say(st, SAY_SUMMARY, &m->text);
			gen_done(st, m);
			st->summary = true;
		}
	} else if (u < 0.70) {
		transition(st, SAY_BARE, "bare");
	} else if (u < 0.88) {
		st->wording = "silent";
		st->handing = true;
	} else {
		transition(st, SAY_DEAD, "dead-end");
		if (gen_chance(st->w, 0.5)) {
			m = gen_add(st, GEN_CUSTOMER, GEN_REPLY,
			    gen_wait(st, GEN_CUSTOMER));
			gen_say(st, SAY_ANGRY_MORE, &m->text);
			gen_done(st, m);
			if (st->emotion == 0)
				st->emotion = 1;
		}
	}
	(void)gen_add(st, GEN_AI, GEN_ASSIGN, 5);
	st->handoff_at = st->now;
}

void
gen_robot(struct gen_story *st)
{
	alone(st);
	if (st->planned == GEN_AI_ONLY)
		ends_alone(st);
	else
		hand_over(st);
}
