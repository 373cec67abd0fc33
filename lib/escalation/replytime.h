/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPLYTIME_H
#define HD_REPLYTIME_H

#include "escalation/tally.h"
#include "render/figure.h"

/*
 * The median of the seconds from a handoff to the first useful reply, over the
 * escalated tickets that have one: those whose context was complete, or the
 * others.  The interval is that of hd_median().
 */
struct hd_figure hd_replytime(
    const struct hd_esctally *t, bool complete, int64_t min_n);

#endif
