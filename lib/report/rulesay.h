/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULESAY_H
#define HD_RULESAY_H

#include "audit/replaysum.h"
#include "report/report.h"

/*
 * What a replay of the report's period says: the share of tickets by rule, rules
 * that decided nothing or are past their review date, and customers whom the
 * AI met first although the rules keep them from it.
 */
void hd_rulesay(struct hd_report *r, const struct hd_replaysum *sum);

#endif
