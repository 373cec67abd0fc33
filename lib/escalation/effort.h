/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EFFORT_H
#define HD_EFFORT_H

#include "escalation/figures.h"

/*
 * What a handoff took the customer, where no survey says it, in points:
 *
 *	3 each time the ticket was opened again
 *	2 each message of an agent that asks for what had been given
 *	2 each transfer between people, or change of the one who answers
 *	1 each message of the customer after the handoff, from the third on
 *	1 a wait for the first human reply of an hour or more, 2 of a day, 3 of three
 *
 * Having to come back, to repeat oneself and to be passed on are what
 * customers of the study of Dixon, Freeman and Toman (Harvard Business Review,
 * July 2010) named as effort, in this order: 62, 59 and 56 of 100.  Those
 * weights are its order in whole points; turns and waits are lighter, as an
 * answer and a thank-you are no effort, and the study has no figure for them.
 * They are a convention, not a measurement: change one and compare with
 * nobody.
 */
struct hd_effort {
	int64_t reopens, transfers, turns;
	int64_t repeats, wait; /* -1: not known; seconds */
	int64_t score;	       /* points */
	double ces; /* a survey's answer, 0 worst to 1 best; NaN: none */
};

/* From so many points on it is high: two of the heavy ones, and then some. */
#define HD_EFFORT_HIGH 6
/* A survey's answer below its middle says so itself. */
#define HD_EFFORT_CES 0.5

/* f holds the findings of the audit of repeats. */
struct hd_effort hd_effort_of(
    const struct hd_escalation *e, const struct hd_findings *f);

/*
 * Figures: mean and median of the points, mean of the answers with how many
 * answered.  Limits of means are Student's with the accounts as clusters.
 */
struct hd_effortsum;

/* Owned by caller. */
struct hd_effortsum *hd_effortsum_new(void);
void hd_effortsum_free(struct hd_effortsum *s);
struct hd_escextra hd_effortsum_extra(struct hd_effortsum *s);

#endif
