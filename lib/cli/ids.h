/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_IDS_H
#define HD_IDS_H

#include "base/tstamp.h"
#include "cli/prog.h"
#include "store/select.h"

/*
 * What a program works on: ticket keys as operands, "-" for keys on standard
 * input (one a line, first field), or a period; narrowed by -w.
 */

struct hd_period {
	bool all; /* no period was asked for and none is the default */
	enum hd_by by;
	int64_t since, until; /* [since, until) */
	int64_t asof;
	struct hd_zone zone;
};

/*
 * Read the period options; without any, the `days` whole days that end with
 * the day of --asof (0: no period).
 */
int hd_period_read(struct hd_ctx *ctx, enum hd_by by, int days,
    struct hd_period *p, struct hd_err *err);

/*
 * A period by its name: 2026-10, 2026Q3, or FROM..UNTIL; the zone is that of *p.  1,
 * 0 where it is none of these, -1.
 */
int hd_period_named(const char *name, struct hd_period *p, struct hd_err *err);

/*
 * Where the period before begins: the month or quarter before, else so long
 * that both are as long.
 */
int64_t hd_period_before(const struct hd_common *c, const struct hd_period *p);

/*
 * Fill the selection: keys when argv names any (an unknown one is HD_EUSAGE,
 * on standard input a warning), else the period; then -w.  All of standard
 * input is read before this returns.
 */
int hd_select(struct hd_ctx *ctx, int argc, char *argv[],
    const struct hd_period *p, struct hd_err *err);

/*
 * Say that nothing is tagged, or how many tickets hs-tag has to run for again, as they
 * are in no path and of no issue.  1, 0 nothing is tagged, -1.
 */
int hd_say_untagged(struct hd_ctx *ctx, struct hd_err *err);

/* Call fn for each key in the order given, without filling the selection. */
int hd_each_key(struct hd_ctx *ctx, int argc, char *argv[],
    int (*fn)(
	void *arg, struct hd_str key, bool from_stdin, struct hd_err *err),
    void *arg, struct hd_err *err);

#endif
