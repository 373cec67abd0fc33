/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_USEFUL_H
#define HD_USEFUL_H

#include "escalation/escalation.h"

/*
 * Seconds from the handoff to the first public message of an agent that
 * answers: no greeting, word of thanks, promise or bare question.  -1: there is
 * none, or one of the two times is not known.
 */
int64_t hd_useful_after(const struct hd_escalation *e);

#endif
