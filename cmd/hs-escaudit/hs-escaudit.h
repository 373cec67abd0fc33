/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_ESCAUDIT_H
#define HD_HS_ESCAUDIT_H

#include "cli/ids.h"
#include "escalation/backtest.h"

/* What the files of hs-escaudit share. */

/* A proposed trigger: its file, and what it would have done. */
struct hd_escaudit_backtest {
	const char *file; /* NULL: no backtest is asked for */
	struct hd_ruleset *rs;
	struct hd_backtest *test;
};

/*
 * Replay the selection under b->file; keys: tickets are named, so the period
 * says nothing.  Release in any case.
 */
int hd_escaudit_replay(struct hd_ctx *ctx, struct hd_escaudit_backtest *b,
    const struct hd_period *p, bool keys, struct hd_err *err);
void hd_escaudit_backtest_release(struct hd_escaudit_backtest *b);

#endif
