/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPLAY_INT_H
#define HD_REPLAY_INT_H

#include "audit/legible.h"
#include "audit/path.h"
#include "audit/replay.h"
#include "base/lang.h"

/*
 * Shared by replay.c, which asks the rules, and replaywalk.c, which follows
 * what they say.
 */

/* The actions with which a person meets the customer. */
#define HD_CAREFUL (1u << HD_HUMAN_FIRST | 1u << HD_ESCALATE)

/* A moment at which rules are asked: at open, or at a message. */
struct hd_moment {
	size_t before; /* messages of the thread that stand */
	size_t number; /* of the customer's message, from 1 */
	bool asked;
	unsigned char *fires; /* by route, once it was asked */
};

struct hd_replayer {
	const struct hd_ruleset *rs;
	struct hd_matcher *m;
	struct hd_lang *lang;
	struct hd_subject *s;
	struct hd_tags tags;
	enum hd_replayhow how;
	bool reads;	 /* it matters whether a text can be read */
	unsigned pulled; /* careful actions that replies may end in */
	int segment;	 /* the dimension, -1 */
	/* of the ticket at hand */
	const struct hd_thread *th;
	struct hd_arena *arena;
	struct hd_moment *moments;
	size_t nmoments, cap;
	bool talk; /* an AI had it */
};

/* Where a walk through the moments ends. */
struct hd_walk {
	bool surely, maybe;	/* the AI begins and keeps it */
	bool unknown;		/* it begins; the rest nobody knows */
	unsigned possible;	/* actions in which it may end */
	unsigned first;		/* actions that open may end in */
	size_t visited;		/* moments gone through */
	int taken;		/* the moment that surely took it, -1 */
	struct hd_decision *at; /* by moment visited; NULL: not kept */
};

/* Put the matcher at moment i. */
void hd_replay_eval(struct hd_replayer *p, size_t i);
/* What the routes say at moment i, asked when it is first wanted. */
const unsigned char *hd_replay_ask(struct hd_replayer *p, size_t i);
/* As if the route `without` were not there; -1: as it is. */
void hd_replay_walk(struct hd_replayer *p, int without, struct hd_walk *w);
/* The routes that say something of the ticket that w went through. */
void hd_replay_wide(
    struct hd_replayer *p, const struct hd_walk *w, struct hd_replayed *r);

#endif
