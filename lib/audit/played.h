/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PLAYED_AUDIT_H
#define HD_PLAYED_AUDIT_H

#include "base/buf.h"
#include "check/journey.h"
#include "store/thread.h"

/*
 * A journey against the ticket that it was played as: who answered each message
 * of the customer, and who should have.  What differs is appended to got and
 * want; true: nothing does.
 */
bool hd_played_compare(const struct hd_journey_turn *turns, size_t n,
    const struct hd_thread *th, struct hd_buf *got, struct hd_buf *want);

#endif
