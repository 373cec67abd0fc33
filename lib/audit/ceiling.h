/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CEILING_H
#define HD_CEILING_H

#include "audit/tiers.h"

/* The automation ceiling in numbers: hd_tiers_ceiling() prints them. */

/* What the tiers of the selection add up to. */
struct hd_tier_sums {
	int64_t n, known;		 /* tickets; those with a tier */
	int64_t automate, assist, human; /* kept types count as human */
	int64_t kept; /* automate by the rules, kept by the list */
	struct hd_hours all, automate_hours, assist_hours, human_hours;
};

enum hd_tier {
	HD_TIER_UNKNOWN,
	HD_TIER_AUTOMATE,
	HD_TIER_ASSIST,
	HD_TIER_HUMAN,
};

/* The tier in which a ticket counts: human, where its type is kept. */
enum hd_tier hd_tier_of(struct hd_str tier, bool kept);

int hd_tier_sums(
    struct hd_tiers *t, struct hd_tier_sums *s, struct hd_err *err);

/* The ceiling: the same, and from arrival facts alone. */
struct hd_ceiling {
	struct hd_tier_sums sums;
	int64_t open, open_known; /* automate; with a tier */
};

enum hd_ceiling_part {
	HD_CEILING_TAGGED,
	HD_CEILING_ARRIVAL,
	HD_CEILING_ASSIST,
	HD_CEILING_HUMAN,
	HD_CEILING_KEPT,
	HD_CEILING_UNKNOWN,
	HD_CEILING_PARTS,
};

/* Uses t->keep: see hd_tiers_keep_list(). */
int hd_ceiling_read(
    struct hd_tiers *t, struct hd_ceiling *c, struct hd_err *err);
struct hd_figure hd_ceiling_share(
    const struct hd_ceiling *c, enum hd_ceiling_part part);

#endif
