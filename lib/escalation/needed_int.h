/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NEEDED_INT_H
#define HD_NEEDED_INT_H

#include "escalation/escalation.h"
#include "escalation/needed.h"

/*
 * Between needed.c, which weighs, and needsigns.c, which sees: what speaks for
 * which verdict, and by how many points.
 */

enum hd_sign {
	HD_SG_AUTHORITY,
	HD_SG_SYSTEM,
	HD_SG_ELSEWHERE,
	HD_SG_DID,
	HD_SG_JUDGEMENT,
	HD_SG_INSIDE,
	HD_SG_CHANGED,
	HD_SG_STAKES,
	HD_SG_WEIGHED,
	HD_SG_FAILS,
	HD_SG_GUESSED,
	HD_SG_LINK,
	HD_SG_STEPS,
	HD_SG_FACT,
	HD_SG_ANSWERED,
	HD_SG_STANDARD,
	HD_SG_HOLDS,
	HD_SG_RECORD,
	HD_SG_PLACE,
	HD_SG_AGREED,
	HD_SG_DONE,
	HD_SG_CONFIRMS,
	HD_SG_REPEATS,
	HD_SG_ACCEPTED,
	HD_SG_UNCALLED,
	HD_SG_MIDWAY,
	HD_SG_OFFERED,
	HD_SIGNS,
};

struct hd_signinfo {
	enum hd_need verdict;
	int points;
	const char *act; /* of the dimension act, NULL: not by a rule */
	const char *why;
};
extern const struct hd_signinfo hd_signs[HD_SIGNS];

struct hd_seen {
	bool is;
	int64_t message; /* -1: in none */
	struct hd_str quote;
};

struct hd_weighing {
	const struct hd_escalation *e;
	enum hd_need guessed; /* what HD_SG_GUESSED speaks for */
	struct hd_seen seen[HD_SIGNS];
};

/* See every sign of a ticket that a person answered. */
void hd_signs_see(struct hd_weighing *w);

#endif
