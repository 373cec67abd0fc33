/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LITERALCHOICE_H
#define HD_LITERALCHOICE_H

#include "rules/literalset.h"

/*
 * Private to literal*.c: of the sets that parts of a pattern need, which follow
 * each other, those that are found least in a text.
 */
struct hd_litchoice {
	struct hd_arena *a;
	struct hd_litclause best; /* the best first */
	double rate[HD_CLAUSE_MAX];
	struct hd_litset near; /* the best that is near the start of all */
	double near_rate;
};

/* One more set. */
void hd_litchoice_any(struct hd_litchoice *c, struct hd_litset s);
/* One of a part that begins at `at`, if it is near. */
void hd_litchoice_near(
    struct hd_litchoice *c, struct hd_litset s, struct hd_litspan at);
/* Sets that make no difference are left out; false when all are. */
bool hd_litchoice_useful(struct hd_litchoice *c);

#endif
