/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MOVED_H
#define HD_MOVED_H

#include "audit/replay.h"
#include "check/kinds.h"
#include "stats/order.h"
#include "stats/paired.h"

/*
 * What a change of rules would have moved: the tickets of a selection replayed
 * under two rule sets, counted by the kinds that are proved to differ.  A
 * ticket counts once, where the two first act differently.
 */

#define HD_MOVED_KEYS 3 /* examples */
/* Where a ticket ends: an action, or nobody knows. */
#define HD_MOVED_UNKNOWN HD_ACTIONS
#define HD_MOVED_ENDS	 (HD_ACTIONS + 1)

struct hd_movedkind {
	enum hd_stage stage;
	size_t from, to;	    /* as in struct hd_kind */
	const struct hd_kind *kind; /* NULL: seen, though not proved */
	int64_t tickets, accounts;
	int64_t handle_s, timed;   /* what people spent on those that have it */
	char *keys[HD_MOVED_KEYS]; /* NULL: fewer */
	int64_t *ids; /* of the accounts, while tickets are added */
	size_t nids, cap;
};

/* The handle times of the tickets of an issue. */
struct hd_timed {
	double *v;
	size_t n, cap;
	int64_t net; /* tickets that went to people, less those to the AI */
};

struct hd_moved {
	const struct hd_rulejob *job;
	const struct hd_ruleset *rs[2];
	const struct hd_kinds *kinds;
	struct hd_movedkind *v; /* as kinds, then what is not proved */
	size_t n, cap;
	int64_t tickets, moved, moved_max; /* most: with what gave up */
	int64_t end[HD_MOVED_ENDS][HD_MOVED_ENDS];
	int64_t to_people, to_ai; /* ends that changed hands */
	struct {
		int64_t surely, maybe;
	} ai[2];			/* that the AI begins and keeps */
	int64_t change_min, change_max; /* of what the AI has */
	/* after the last: */
	/* limits of what to expect, of the least and of the most; NaN: none */
	double change_lo, change_hi;
	struct hd_timed *times; /* by issue + 1; sorted */
	size_t ntimes;
	int64_t timed; /* tickets with a time */
	int64_t gave_up;
	struct hd_movedmem *mem; /* private */
};

/*
 * Fill *m, which the caller releases also after an error; kinds and rs are
 * borrowed.  Errors are those of hd_replay().
 */
int hd_moved_count(struct hd_moved *m, const struct hd_rulejob *job,
    const struct hd_ruleset *const rs[2], const struct hd_kinds *kinds,
    struct hd_err *err);
void hd_moved_release(struct hd_moved *m);

/* A ticket of the issue (-1: unknown) took so long (-1: unknown). */
void hd_moved_time(
    struct hd_moved *m, int64_t issue, int64_t handle_s, int net);
/* After the last. */
void hd_moved_times_sort(struct hd_moved *m);
/*
 * Hours of people that come on top: of each issue the tickets that went to
 * people, less those that went to the AI, at the median time of the issue, or
 * of all where too few of it have a time.  The limits are as if all medians
 * erred the same way.  NaN where no ticket has a time.
 */
struct hd_median hd_moved_hours(const struct hd_moved *m);
/*
 * Three tables: kinds, those without a ticket too; where tickets end; figures.
 * The columns asked for are those of the first.
 */
int hd_moved_print(const struct hd_moved *m, struct hd_err *err);

#endif
