/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CARRIED_H
#define HD_CARRIED_H

#include "escalation/escalation.h"

/*
 * The first identifier of a note that had been said in public before: an
 * address or login, or the number of an order, a booking, an error and the
 * like.  *given gets the message and *words its words there; false: there is
 * none.
 */
bool hd_carried(const struct hd_escalation *e, int64_t note, int64_t *given,
    struct hd_str *words);

#endif
