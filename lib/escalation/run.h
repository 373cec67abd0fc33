/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCRUN_H
#define HD_ESCRUN_H

#include "escalation/escalation.h"
#include "store/db.h"

/* The audits over the tickets of the selection, in ticket order. */
struct hd_escrun {
	struct hd_db *db;
	struct hd_escworld world; /* rules is set by the caller, borrowed */
	unsigned audits;	  /* 1u << enum hd_audit */
	size_t jobs;
	/* Told after every ticket how many are done; NULL: nobody is. */
	void (*at)(void *ctx, size_t tickets);
	void *at_ctx;
	int64_t gave_up; /* result: tickets with a rule that gave up */
};

/* done gets each ticket with its findings, borrowed for the call. */
int hd_escrun(struct hd_escrun *run,
    int (*done)(void *ctx, const struct hd_escalation *e,
	const struct hd_findings *f, struct hd_err *err),
    void *ctx, struct hd_err *err);

#endif
