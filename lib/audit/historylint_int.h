/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HISTORYLINT_INT_H
#define HD_HISTORYLINT_INT_H

#include "audit/historyrun.h"

/* Private to historylint*.c: what the checks share. */

struct hd_historylint {
	struct hd_historyjob *job;
	struct hd_history *h;
	struct hd_diags *out;
	size_t tested; /* rules, for their drift */
};

/* A finding about a rule, or NULL the files, seen on n tickets. */
struct hd_diag *hd_historylint_add(struct hd_historylint *l, const char *id,
    const struct hd_rule *r, int64_t n, const char *fmt, ...) HD_PRINTF(5, 6);
/* "1 ticket", "12 tickets". */
#define HD_TICKETS_TEXT 32
const char *hd_historylint_tickets(int64_t n, char text[HD_TICKETS_TEXT]);

/* Two rules and the tickets they share: R193, R194. */
void hd_historylint_pairs(struct hd_historylint *l);
/* What no rule of an issue touches, which is the selection then: R197. */
int hd_historylint_uncovered(struct hd_historylint *l, struct hd_err *err);

#endif
