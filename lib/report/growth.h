/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GROWTH_H
#define HD_GROWTH_H

#include "base/hash.h"
#include "base/mem.h"
#include "report/report.h"
#include "stats/rate.h"

/* How often types of tickets came in, against the period before. */

struct hd_grown {
	struct hd_str issue, key;      /* key: an example */
	int64_t now, before;	       /* tickets */
	int64_t first;		       /* when one first came in */
	struct hd_rate_ratio up, down; /* of now to before, and the other way */
	double p, q; /* two-sided; the rate of false discoveries */
};

struct hd_grownall {
	struct hd_grown *v; /* by name */
	size_t n, cap;
	double days, days_before; /* as far as there is data */
	double phi;		  /* how much more than by chance counts vary */
	int64_t now, before;	  /* tickets of any type */
	struct hd_map at;
	struct hd_arena arena;
};

/* Release in any case.  There is a period before. */
int hd_grown_read(
    struct hd_grownall *g, struct hd_report *r, struct hd_err *err);
void hd_grown_release(struct hd_grownall *g);

/*
 * 1: it grew, -1: it shrank, 0: neither in a way to tell of.  That takes a rate of
 * false discoveries of 5 % at most among all types, a quarter more or a fifth less,
 * and ten tickets in one of the periods.
 */
int hd_grown_way(const struct hd_grown *t);

#endif
