/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULECOVER_H
#define HD_RULECOVER_H

#include "audit/rulejob.h"
#include "audit/tagrun.h"

/*
 * What each rule of a set does for a population of tickets: how often it fires,
 * what would be missing without it, where rules overlap and contradict.  Exact
 * counts; memory grows with the rules, not with the tickets.
 */
struct hd_rulecover;

/* Owned by caller; rs is borrowed and must outlive it. */
struct hd_rulecover *hd_rulecover_new(const struct hd_ruleset *rs);
void hd_rulecover_free(struct hd_rulecover *c); /* NULL is allowed */
void hd_rulecover_add(struct hd_rulecover *c, const struct hd_fired *f);

struct hd_rulecount {
	int64_t fires;	   /* tickets */
	int64_t alone;	   /* where some value is set by no other rule */
	int64_t conflicts; /* where another sets another value of a `one` */
	int64_t decided;   /* where the value it sets is the ticket's one */
	/*
	 * Of the rules of its dimensions, and of those that contradict it, the
	 * index of that which fires with it most often (then which fires
	 * least, then the first), -1 none; both: tickets on which both fire.
	 */
	int overlap, opponent;
	int64_t both;
	double jaccard;	     /* both by tickets on which either fires */
	const char *example; /* key of the first ticket, NULL none; borrowed */
};

int64_t hd_rulecover_tickets(const struct hd_rulecover *c);
/* rule: an index in rs->rules. */
void hd_rulecover_rule(
    const struct hd_rulecover *c, size_t rule, struct hd_rulecount *out);
/* Tickets on which two rules fire. */
int64_t hd_rulecover_both(const struct hd_rulecover *c, size_t a, size_t b);
/* Tickets on which no rule of a dimension fires; the key of the first. */
int64_t hd_rulecover_bare(
    const struct hd_rulecover *c, size_t dim, const char **example);

/*
 * The counts of the selection under a rule file as a table: a row a rule, in the order of the
 * files or the most tickets first, then a row a dimension.
 */
int hd_coverlist(struct hd_rulejob *job, const char *rules, bool by_tickets,
    struct hd_err *err);

#endif
