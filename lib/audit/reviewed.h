/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REVIEWED_H
#define HD_REVIEWED_H

#include "audit/codebook.h"
#include "store/sample.h"

/*
 * A review sample in memory, for whatever works out figures from it: what was
 * drawn, what the machine said then, what reviewers say.  Everything lives in
 * its arena.
 */
enum hd_judged {
	HD_JUDGED_NO,	   /* the ticket could not be automated */
	HD_JUDGED_YES,	   /* it could */
	HD_JUDGED_UNCLEAR, /* the reviewer cannot tell */
	HD_JUDGED_NOTHING, /* nobody answered enough */
};

struct hd_reviewed_ticket {
	int64_t ticket;
	struct hd_str key;
	size_t stratum; /* index of strata */
	bool twice;
	/* the machine's tags at the draw, p NULL: unknown, or no tag is asked */
	struct hd_str machine[HD_QUESTIONS];
	struct hd_str machine_tier, path;
	bool kept;	 /* its type stayed with people */
	bool automate;	 /* the machine's: counted in the ceiling */
	double handle_s; /* NaN: not known */
	int64_t turns;	 /* of agents */
	bool ai;	 /* an AI answered */
	/* answers of the first reviewer who gave one (view reviewed) */
	struct hd_str answer[HD_QUESTIONS]; /* p NULL: none */
	enum hd_judged judged;		    /* on the ceiling (view judged) */
	struct hd_str tier; /* by the answers, p NULL: nobody answered enough */
	/* as of now: the AI alone resolved it for good; -1 cannot be known */
	int durable;
	bool immature; /* durable is not known yet */
};

struct hd_reviewed {
	struct hd_sample sample;
	struct hd_sample_stratum *strata;
	int *kind; /* of each: hd_sample_kind() */
	size_t nstrata;
	struct hd_reviewed_ticket *v; /* by key */
	size_t n, cap;
	size_t asked[HD_QUESTIONS]; /* tickets with an answer */
	struct hd_arena arena;
};

/* Read a sample by name (NULL: the newest); release in any case. */
int hd_reviewed_read(struct hd_reviewed *r, struct hd_db *db, const char *name,
    struct hd_err *err);
void hd_reviewed_release(struct hd_reviewed *r);

#endif
