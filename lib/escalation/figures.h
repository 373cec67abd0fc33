/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCFIGURES_H
#define HD_ESCFIGURES_H

#include "escalation/run.h"
#include "escalation/tally.h"
#include "render/failif.h"

/* Where figures go, and what is said of them all. */
struct hd_escgive {
	void (*figure)(void *ctx, const struct hd_figure *fig);
	void *ctx;
	int64_t min_n;	 /* a figure of fewer tickets is not shown */
	int64_t tickets; /* of the run */
	struct hd_buf *notes;
};

/* Figures that are no rates: means, effects. */
struct hd_escextra {
	unsigned reads; /* audits whose findings it takes in */
	void (*take)(void *ctx, const struct hd_escalation *e,
	    const struct hd_findings *f);
	void (*give)(void *ctx, const struct hd_escgive *to);
	void *ctx;
};

/*
 * The rates behind the findings of a run: of all tickets, by month, trigger,
 * issue and channel, and by page and issue if that is asked for.  Limits are
 * Wilson's with the accounts as clusters.
 */
struct hd_escfigures {
	struct hd_escrun *run;
	/* Gets each figure, borrowed; NULL: only the conditions are asked for. */
	void (*figure)(void *ctx, const struct hd_figure *fig);
	void *ctx;
	const struct hd_zone *zone; /* in which months are cut */
	int64_t min_n;
	const char *const *conditions; /* --fail-if */
	size_t nconditions;
	const struct hd_pagemap *pages;	  /* NULL: not by page */
	const struct hd_escextra *extras; /* given after the rates */
	size_t nextras;
	/* results */
	struct hd_esctally
	    tally;	   /* ticket by ticket, in the order of the run */
	bool failed, open; /* a condition is crossed; one could not be tested */
	struct hd_buf notes; /* lines for standard error, each ended */
};

/* tally and notes are the caller's to release. */
int hd_escfigures(struct hd_escfigures *f, struct hd_err *err);

#endif
