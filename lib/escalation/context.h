/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CONTEXT_H
#define HD_CONTEXT_H

#include "escalation/escalation.h"

/*
 * What a handoff carried, and what came of it: hd_esc_handoff() finds each of
 * the seven elements present, absent or na; see metrics of hs-escaudit(1).
 */
#define HD_CONTEXTS 7
extern const char *const hd_context_names[HD_CONTEXTS];
extern const char hd_context_present[], hd_context_absent[], hd_context_na[];

/*
 * The first agent's message from the handoff on that answers: no greeting, word
 * of thanks, promise or bare question.  -1: none.
 */
int64_t hd_esc_useful(const struct hd_escalation *e);
/* Seconds from the handoff to it; -1: not known. */
int64_t hd_esc_useful_after(const struct hd_escalation *e);

#endif
