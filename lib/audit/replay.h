/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPLAY_H
#define HD_REPLAY_H

#include "audit/rulejob.h"
#include "rules/decide.h"
#include "store/thread.h"

/*
 * Where rules would have sent tickets of the past.  At stage open a ticket is
 * its first customer message and what was known when it came; then, while the
 * AI had it, rules are asked again at each further message of the customer, and
 * the first careful action takes it to a person.  Nothing that came later
 * counts: not what models learned, nor tags that people set.
 */

/* How much of that the history of a ticket can answer. */
enum hd_replaybasis {
	HD_REPLAY_OPEN,	   /* no rule is asked again, or it was not needed */
	HD_REPLAY_TALK,	   /* an AI had it: each of its messages was asked */
	HD_REPLAY_UNKNOWN, /* an AI would begin, but none did: nobody knows */
};

const char *hd_replaybasis_name(enum hd_replaybasis b);

/* What one route has to do with one ticket. */
struct hd_replayroute {
	size_t route;
	enum hd_tri open, reply; /* does it fire, whatever stands above */
	/*
	 * -1, 0 or 1: what the AI would have of this ticket if this route alone
	 * were gone, less what it has, at least and at most.  Where basis is
	 * unknown and the route did not decide at open, nobody knows: 0.
	 */
	int gain_min, gain_max;
};

/* Decisions of one rule set about one ticket; borrowed for the call. */
struct hd_replayed {
	struct hd_str key;
	int64_t ticket;
	/*
	 * asked[0] at open, asked[i] at the reply to message number[i] of the
	 * customer, from 1; the last is the one that took it to a person, or
	 * the last of the AI's.  taken: the one that surely did, or -1.
	 */
	const struct hd_decision *asked;
	const size_t *number;
	size_t nasked;
	int taken;
	enum hd_replaybasis basis;
	unsigned possible;	  /* 1u << action of all in which it may end */
	bool ai_surely, ai_maybe; /* the AI begins and keeps it */
	bool met_ai;		  /* in history the AI answered first */
	/* With HD_REPLAY_WIDE only: */
	const struct hd_replayroute *routes; /* those that say something */
	size_t nroutes;
	const int *segments; /* values of the dimension segment at open */
	size_t nsegments;
};

/* The decision that stands for the ticket: taken, else asked[0]. */
const struct hd_decision *hd_replayed_end(const struct hd_replayed *r);
/* The AI may or may not have it because a pattern gave up. */
bool hd_replayed_gave_up(const struct hd_replayed *r);

/* What more is wanted than where a ticket goes. */
enum hd_replayhow {
	HD_REPLAY_PLAIN,
	HD_REPLAY_WIDE,	  /* of each route what it does, and what without it */
	HD_REPLAY_BESIDE, /* ask at replies though these rules have none */
};

/* One ticket at a time; one replayer a thread. */
struct hd_replayer;

/* Owned by caller; rs and the path of languages.conf are borrowed. */
struct hd_replayer *hd_replayer_new(const struct hd_ruleset *rs,
    const char *languages, enum hd_replayhow how, struct hd_err *err);
void hd_replayer_free(struct hd_replayer *p);
/* The columns threads must bring: see hd_subject_columns(). */
const char *const *hd_replayer_columns(const struct hd_replayer *p, size_t *n);
/* What outlives the call lies in arena. */
void hd_replayer_run(struct hd_replayer *p, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_replayed *r);

#define HD_REPLAY_SETS 2

/*
 * Replay the selection under one or two rule sets.  done is called in ticket
 * order on the caller's thread, with a result for each set.
 */
struct hd_replay {
	const struct hd_rulejob *job;
	const struct hd_ruleset *rs[HD_REPLAY_SETS];
	size_t nsets;
	enum hd_replayhow how;
	int (*done)(void *ctx, const struct hd_replayed *r, struct hd_err *err);
	void *ctx;
	int64_t tickets; /* result */
	int64_t gave_up; /* result: of these a pattern leaves the end open */
};

int hd_replay(struct hd_replay *r, struct hd_err *err);
/*
 * HD_EUSAGE for a rule set without routes, or one that leaves open where a
 * ticket goes that no route takes; the same error is hd_replay()'s.
 */
int hd_replay_check(const struct hd_ruleset *rs, struct hd_err *err);

#endif
