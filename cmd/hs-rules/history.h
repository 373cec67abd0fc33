/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULES_HISTORY_H
#define HD_RULES_HISTORY_H

#include "audit/historyrun.h"
#include "cli/progress.h"
#include "hs-rules/hs-rules.h"

/*
 * What the options say of a question about history; 90 days without a period.
 * The progress is the caller's to end, and must outlive the job.
 */
int hd_rules_history_job(struct hd_ctx *ctx, struct hd_historyjob *job,
    struct hd_progress *p, struct hd_err *err);

#endif
