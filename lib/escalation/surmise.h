/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SURMISE_H
#define HD_SURMISE_H

#include "escalation/escalation.h"

/*
 * What the course of a talk shows of why it was handed over, where nobody gives
 * a reason: the AI's answer had failed (no-answer); people decide such matters,
 * or those of one field (issue); the AI did not try, and the customer stands
 * high (account).
 */
struct hd_surmise {
	const char *code;	  /* NULL: nothing */
	int64_t message;	  /* -1: in a field */
	struct hd_str quote, why; /* quote.p NULL: no words */
};

struct hd_surmise hd_esc_surmise(const struct hd_escalation *e);

#endif
