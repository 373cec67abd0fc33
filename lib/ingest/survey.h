/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SURVEY_H
#define HD_SURVEY_H

#include "ingest/ingest.h"

/*
 * Answers to surveys, each on a scale of its own.  A scale is "good-bad",
 * "great-okay-not good", "freshdesk" (-103 to 103, by rank),
 * "freshdesk-classic" (1 happy, 2 neutral, 3 unhappy), "7-agree", or two
 * numbers worst-best, as "1-5", "0-10" or "5-1" where less is better.
 */
struct hd_score {
	double score;	/* as a number, where it is one; else the value */
	double value;	/* 0 worst to 1 best of its scale */
	bool satisfied; /* good, great, happy; 4 and 5 of 5; 9 and 10 of 10 */
};

bool hd_scale_known(struct hd_str scale);
/* 1, 0 when it is no answer (offered, empty), -1 with HD_EDATA. */
int hd_score_read(struct hd_str scale, struct hd_str raw, struct hd_score *s,
    struct hd_err *err);

/*
 * Fill kind, scale, raw and what follows from them in a record of kind
 * HD_REC_SURVEY; 1, 0 or -1 as above.  kind: csat, ces or nps.
 */
int hd_survey_fill(struct hd_rec *r, const char *kind, struct hd_str scale,
    struct hd_str raw, struct hd_err *err);

#endif
