/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first message: the matter, its complications, the tone. */
#include "gen/talk.h"
#include "gen/world.h"

static void
joint(struct gen_story *st, struct hd_buf *b)
{
	if (b->n > 0)
		hd_buf_adds(
		    b, !st->chat && gen_chance(st->w, 0.25) ? "\n\n" : " ");
}

static void
from_list(struct gen_story *st, const char *const *list, struct hd_buf *b)
{
	joint(st, b);
	gen_expand(st, gen_pick(st, list), b);
}

/* n different entries of a list, starting anywhere. */
static void
several(
    struct gen_story *st, const char *const *list, unsigned n, struct hd_buf *b)
{
	unsigned len = 0, at;

	while (list[len] != NULL)
		len++;
	at = gen_below(st->w, len);
	for (unsigned i = 0; i < n && i < len; i++) {
		joint(st, b);
		gen_expand(st, list[(at + i) % len], b);
	}
}

/*
 * What makes a ticket complex is there to be read: more systems, conditions
 * and exceptions, more than one matter.
 */
static void
complicate(struct gen_story *st, struct hd_buf *b)
{
	const char *const *sys = st->lang->sys[st->domain];
	const char *const *cond = st->lang->cond[st->domain];
	unsigned way = gen_below(st->w, 3);

	if (st->complexity == 1) {
		if (way == 0) {
			several(st, sys, 1, b);
			several(st, cond, 1, b);
		} else if (way == 1) {
			several(st, cond, 2, b);
		} else {
			from_list(st, gen_list(st, SAY_ALSO), b);
			if (gen_chance(st->w, 0.5))
				several(st, cond, 1, b);
		}
	} else if (st->complexity == 2) {
		several(st, sys, way == 1 ? 1 : 2, b);
		several(st, cond, way == 1 ? 4 : 2, b);
		if (way != 1)
			from_list(st, gen_list(st, SAY_ALSO), b);
		if (way == 2)
			from_list(st, gen_list(st, SAY_ALSO), b);
	}
}

static void
tone(struct gen_story *st, struct hd_buf *b)
{
	if (st->emotion == 1) {
		several(
		    st, gen_list(st, SAY_ANGRY), 1 + gen_chance(st->w, 0.3), b);
	} else if (st->emotion == 2) {
		from_list(st,
		    st->lang->stakes[st->domain] != NULL
			? st->lang->stakes[st->domain]
			: gen_list(st, SAY_STAKES),
		    b);
		if (gen_chance(st->w, 0.3))
			from_list(st, gen_list(st, SAY_ANGRY), b);
	} else if (gen_chance(st->w, 0.18)) {
		from_list(st, gen_list(st, SAY_CALM), b);
	}
}

static void
body(struct gen_story *st, struct hd_buf *b)
{
	bool tone_first = st->emotion == 1 && gen_chance(st->w, 0.3);

	if (st->prev != 0)
		from_list(st, gen_list(st, SAY_FOLLOW), b);
	if (tone_first)
		tone(st, b);
	joint(st, b);
	gen_expand(st, gen_pick_of(st, st->issue->open, 8), b);
	if (gen_chance(st->w, st->chat ? 0.1 : 0.3))
		from_list(st, gen_list(st, SAY_CONTEXT), b);
	complicate(st, b);
	if (!tone_first)
		tone(st, b);
}

static void
whole(struct gen_story *st, struct hd_buf *b)
{
	if (gen_chance(st->w, st->chat ? 0.3 : 0.85)) {
		gen_say(st, SAY_HELLO, b);
		hd_buf_adds(b, st->chat ? " " : "\n\n");
	}
	if (b->n > 0) { /* the joint must not see the greeting */
		struct hd_buf rest = HD_BUF_INIT;

		body(st, &rest);
		hd_buf_add(b, hd_buf_cstr(&rest), rest.n);
		hd_buf_release(&rest);
	} else {
		body(st, b);
	}
	if (!st->chat && gen_chance(st->w, 0.75)) {
		hd_buf_adds(b, "\n\n");
		gen_say(st, SAY_BYE, b);
		if (gen_chance(st->w, 0.25)) {
			hd_buf_adds(b, "\n\n-- \n");
			gen_say(st, SAY_SIGN, b);
		}
	}
}

void
gen_opening(struct gen_story *st)
{
	struct gen_msg *m;

	st->now = st->created - 1;
	m = gen_add(st, GEN_CUSTOMER, GEN_REPLY, 1);
	st->speaking = true;
	if (st->excluded == GEN_SPAM)
		gen_say(st, SAY_SPAM, &m->text);
	else if (st->excluded == GEN_TEST)
		gen_say(st, SAY_TEST, &m->text);
	else
		whole(st, &m->text);
	st->speaking = false;
	gen_done(st, m);
}
