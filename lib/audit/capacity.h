/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CAPACITY_H
#define HD_CAPACITY_H

#include "audit/ceiling.h"

/* Agents' hours and the people they take. */
enum hd_capacity_part {
	HD_CAPACITY_HANDLE, /* seconds */
	HD_CAPACITY_WEEK,   /* seconds a week */
	HD_CAPACITY_PEOPLE, /* full-time equivalents */
	HD_CAPACITY_PARTS,
};

struct hd_capacity {
	/* by tier; of all tiers at HD_TIER_UNKNOWN */
	struct hd_figure v[HD_TIER_HUMAN + 1][HD_CAPACITY_PARTS];
	double weeks; /* that the tickets span */
};

/* Sets t->basis, and adds to t->notes. */
int hd_tiers_capacity(
    struct hd_tiers *t, struct hd_capacity *c, struct hd_err *err);

#endif
