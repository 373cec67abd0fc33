/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HISTORY_H
#define HD_HISTORY_H

#include "audit/rulecover.h"
#include "audit/sighting.h"

/*
 * What the tags and routes of a rule set do over a period, and did over the one
 * before: exact counts.  Memory grows with the rules, not with the tickets.
 * Tags and routes are numbered in one row: tags first, each kind in its order.
 */

enum hd_era {
	HD_ERA_NOW,
	HD_ERA_BEFORE, /* the period before it */
	HD_ERA_EARLIER, /* all that came before that: told is when a rule fired last */
};
#define HD_ERAS (HD_ERA_BEFORE + 1) /* that are counted */

/* So many of so many; n 0: nobody can tell. */
struct hd_tally {
	int64_t x, n;
};

struct hd_rulehistory {
	const struct hd_rule *rule;
	int64_t fires[HD_ERAS]; /* tickets, as all that follows */
	int64_t first;	  /* its tag, or its action, is that of the ticket */
	int64_t shadowed; /* of a route: it fires, and never comes first */
	int64_t
	    alone; /* of its kind (routes: at a stage) nothing else says it */
	int64_t gave_up;
	int64_t last;	     /* when the newest was created, HD_TIME_NONE */
	const char *example; /* key of the first, NULL: none */
	const char *lacks;   /* a fact of no ticket, without which it cannot */
	/*
	 * Of the tickets where it is first: those that people looked at, and
	 * of them those of which they say something else (labels, answers of
	 * reviewers).  Those that people may correct, and those they did
	 * (`hs-tag set`; for a route a person gave it to another team later).
	 */
	struct hd_tally judged, corrected;
};

struct hd_stagehistory {
	int64_t tickets[HD_ERAS]; /* that were asked about */
	int64_t dflt;		  /* no route took */
	int64_t undecided;
	const char *example; /* of dflt */
};

/* Tickets on which both of two routes fire at a stage. */
struct hd_clash {
	int64_t n;
	const char *keys[3]; /* of the first, NULL: fewer */
};

struct hd_history {
	const struct hd_ruleset *rs;
	struct hd_rulehistory *rules; /* tags, then routes */
	size_t n;
	int64_t tickets[HD_ERAS];
	struct hd_stagehistory stages[HD_STAGES];
	int segment;		    /* the dimension of that name, -1 none */
	int64_t *segments[HD_ERAS]; /* tickets by its values */

	/* private */
	struct hd_rulecover *tags;
	struct hd_clash **clashes; /* routes x routes, a < b; NULL: none */
	int64_t *taken;		   /* routes x routes: the second's, by first */
	unsigned char *marks;	   /* by route, of the ticket at hand */
	int *top, *by;		   /* by dimension, of the ticket at hand */
	bool *segmented;	   /* by value, of the ticket at hand */
	struct hd_arena arena;
};

void hd_history_init(struct hd_history *h, const struct hd_ruleset *rs);
void hd_history_release(struct hd_history *h);
void hd_history_add(
    struct hd_history *h, enum hd_era era, const struct hd_sighting *s);

/*
 * After the tickets of the period: which fields of the rule set are known of
 * any of them.
 */
void hd_history_lacking(struct hd_history *h, const bool *known);
/* After the tickets of the period: what is worked out of all of them. */
void hd_history_end(struct hd_history *h);

/* Of the ticket added last: the number of the rule that decides a dimension. */
int hd_history_decider(const struct hd_history *h, size_t dim);
/* The rule of a tag's number, of a route's index. */
struct hd_rulehistory *hd_history_tag(struct hd_history *h, size_t number);
struct hd_rulehistory *hd_history_route(struct hd_history *h, size_t route);

/* Tickets that a rule was asked about. */
int64_t hd_history_asked(
    const struct hd_history *h, const struct hd_rule *r, enum hd_era era);
/* Tickets on which two rules of a kind fire (routes: at one stage). */
int64_t hd_history_both(const struct hd_history *h, size_t a, size_t b);
/* The same of two routes, with keys; NULL: none. */
const struct hd_clash *hd_history_clash(
    const struct hd_history *h, size_t a, size_t b);
/* Tickets that route `taker` took from `loser`, which came first nowhere. */
int64_t hd_history_taken(
    const struct hd_history *h, size_t taker, size_t loser);
/* Tickets without a rule of a dimension; the key of the first. */
int64_t hd_history_bare(
    const struct hd_history *h, size_t dim, const char **example);

#endif
