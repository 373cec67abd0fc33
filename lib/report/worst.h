/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WORST_H
#define HD_WORST_H

#include "escalation/figures.h"
#include "report/report.h"

/*
 * The handoffs of which a reader should hear: of each kind of finding the one of
 * the ticket with the most points, with the words that prove it.
 *
 *	4 the AI left the customer without a way forward
 *	2 each thing that was asked for again
 *	2 it fell silent: nobody said that the ticket goes to a person
 *	1 it said only that it transfers
 *	2 much was at stake for the customer; 1 the customer was frustrated
 *	1 the customer was not satisfied in the end
 *
 * Points put findings in an order and are shown to nobody; of equals the ticket
 * that comes first in the database stands first.
 */
#define HD_WORSTS 3

struct hd_worst {
	int64_t ticket;
	struct hd_str key, issue;   /* issue p NULL: not known */
	const char *code;	    /* of the finding quoted */
	int64_t message;	    /* its number in the ticket */
	const char *role;	    /* who wrote it */
	struct hd_str quote, given; /* as stored; given p NULL: none */
	int64_t points;
};

struct hd_worsts {
	struct hd_worst v[HD_WORSTS]; /* the worst first */
	size_t n;
	struct hd_arena *arena; /* where its texts go, the caller's */
};

/* Take in a ticket with its findings. */
void hd_worst_take(struct hd_worsts *w, const struct hd_escalation *e,
    const struct hd_findings *f);

/*
 * The worst of the report's period, borrowed from the report; *w is NULL where
 * there is none.
 */
int hd_report_worst(
    struct hd_report *r, const struct hd_worst **w, struct hd_err *err);
/* Write it as a quote, redacted as the report is. */
int hd_worst_quote(
    struct hd_report *r, const struct hd_worst *w, struct hd_err *err);

#endif
