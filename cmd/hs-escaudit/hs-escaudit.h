/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_ESCAUDIT_H
#define HD_HS_ESCAUDIT_H

#include "cli/ids.h"
#include "escalation/backtest.h"
#include "escalation/effort.h"
#include "escalation/needreview.h"
#include "escalation/pagefx.h"

/* What the files of hs-escaudit share. */

/* The figures of single audits that are no rates. */
struct hd_escaudit_extras {
	struct hd_pagemap map;
	struct hd_pagefx *pages;
	struct hd_effortsum *effort;
	struct hd_needreview *review;
	struct hd_escextra v[4];
	size_t n;
};

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

/*
 * Put into f the figures of its audits that are no rates, and names of pages.
 * map: a file, or NULL; test: a backtest, or NULL.  Release in any case.
 */
int hd_escaudit_extras(struct hd_escaudit_extras *x, const char *map,
    struct hd_backtest *test, struct hd_escfigures *f, struct hd_err *err);
void hd_escaudit_extras_release(struct hd_escaudit_extras *x);

#endif
