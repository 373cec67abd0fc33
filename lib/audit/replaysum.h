/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPLAYSUM_H
#define HD_REPLAYSUM_H

#include "audit/replay.h"

/* What the replayed tickets of a selection add up to. */

#define HD_REPLAY_KEYS 3 /* examples */

/* Tickets kept from the AI at open, and those that met it in history. */
struct hd_replaykept {
	int64_t tickets, met;
	int64_t tickets_max, met_max; /* with those a pattern leaves open */
	char *keys[HD_REPLAY_KEYS];   /* of met; NULL: fewer */
};

struct hd_replaycount {
	int64_t open, reply; /* tickets it decided: at open, took at a reply */
	int64_t would;	     /* on which it fires, whatever stands above */
	int64_t gave_up;
	/* tickets that the AI would have more without it: at least, at most */
	int64_t alone, alone_max;
	struct hd_replaykept kept;
	char *example; /* of those decided */
};

struct hd_replaysum {
	const struct hd_ruleset *rs;
	int64_t tickets;
	int64_t surely, maybe; /* that the AI begins and keeps */
	int64_t unknown;
	/* by action: tickets decided so at open, at least and at most */
	int64_t open_min[HD_ACTIONS], open_max[HD_ACTIONS];
	/* the same of where they end */
	int64_t end_min[HD_ACTIONS], end_max[HD_ACTIONS];
	struct hd_replaycount *routes; /* and the default of open at the end */
	struct hd_replaykept kept;
	struct hd_replaykept *segments; /* by value; and none at the end */
	size_t nsegments;
	int segment; /* the dimension, -1 */
};

void hd_replaysum_init(struct hd_replaysum *s, const struct hd_ruleset *rs);
void hd_replaysum_release(struct hd_replaysum *s);
/* A ticket that was replayed wide. */
void hd_replaysum_add(struct hd_replaysum *s, const struct hd_replayed *r);
/* After the last. */
void hd_replaysum_end(struct hd_replaysum *s);

#endif
