/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NEEDED_H
#define HD_NEEDED_H

#include "escalation/finding.h"

/* The verdicts of the audit `needed` on what went to people. */
enum hd_need {
	HD_NV_NEEDED,
	HD_NV_KNOWLEDGE,
	HD_NV_CONTEXT,
	HD_NV_PREMATURE,
	HD_NVERDICTS,
};
extern const char *const hd_need_codes[HD_NVERDICTS];
/* That of too little to decide. */
extern const char hd_need_unclear[];

/*
 * Was a person needed?  1: yes, also where the AI alone failed; 0: no; -1: it
 * is not decided, or there is no verdict (NULL).
 */
int hd_need_answer(const struct hd_finding *verdict);

#endif
