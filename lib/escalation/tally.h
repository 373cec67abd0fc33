/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCTALLY_H
#define HD_ESCTALLY_H

#include "audit/pagename.h"
#include "base/hash.h"
#include "base/tstamp.h"
#include "escalation/escalation.h"

/* What findings add up to: of each ticket, what it counts in and for. */

enum hd_escmetric {
	HD_EM_AUTOMATIC, /* the triggers */
	HD_EM_CUSTOMER,
	HD_EM_UNEXPLAINED,
	HD_EM_SENTIMENT,
	HD_EM_KEYWORD,
	HD_EM_ACCOUNT,
	HD_EM_ISSUE,
	HD_EM_NO_ANSWER,
	HD_EM_OUT_OF_HOURS,
	HD_EM_LIMIT,
	HD_EM_PRECISION, /* needed */
	HD_EM_RECALL,
	HD_EM_NEEDED,
	HD_EM_KNOWLEDGE,
	HD_EM_CONTEXT,
	HD_EM_PREMATURE,
	HD_EM_UNCLEAR,
	HD_EM_FAILED,
	HD_EM_IDENTITY, /* handoff */
	HD_EM_STATUS,
	HD_EM_DESCRIBED,
	HD_EM_ATTEMPTED,
	HD_EM_MOOD,
	HD_EM_PAGE,
	HD_EM_ACTION,
	HD_EM_COMPLETE,
	HD_EM_REPEAT,
	HD_EM_KEPT, /* wording */
	HD_EM_BARE,
	HD_EM_SILENT,
	HD_EM_DEAD_END,
	HD_EM_ACKNOWLEDGES, /* opening */
	HD_EM_NEUTRAL,
	HD_EM_ASKS_AGAIN,
	HD_EM_OPPORTUNITY, /* pages */
	HD_EM_EFFORT,
	HD_ESCMETRICS,
};

struct hd_escmetric_info {
	const char *name;
	enum hd_audit audit;
	const char *code, *item; /* of the finding that counts, NULL: others */
};
extern const struct hd_escmetric_info hd_escmetric_info[HD_ESCMETRICS];

enum hd_escsegment {
	HD_ES_PERIOD, /* the month of the handoff, else of the creation */
	HD_ES_TRIGGER,
	HD_ES_ISSUE,
	HD_ES_CHANNEL,
	HD_ES_PAGE,
	HD_ES_PAGE_ISSUE, /* "NAME,issue=ISSUE" */
	HD_ESCSEGMENTS,
};
extern const char *const hd_escsegment_names[HD_ESCSEGMENTS];

struct hd_tallied {
	int64_t account;		 /* or, below 0, the ticket alone */
	uint64_t n, x;			 /* by metric, a bit each */
	int32_t segment[HD_ESCSEGMENTS]; /* in values, -1: none */
	int64_t useful_s; /* handoff to the first useful reply, -1: none */
	bool escalated;
};

struct hd_esctally {
	const struct hd_zone *zone;
	unsigned audits;
	const struct hd_pagemap *pages; /* NULL: not by page */
	struct hd_tallied *v;
	size_t n, cap;
	struct hd_map values[HD_ESCSEGMENTS];
	struct hd_map reasons; /* of not-measurable, "repeat: ...": tickets */
};

void hd_esctally_add(struct hd_esctally *t, const struct hd_escalation *e,
    const struct hd_findings *f);
void hd_esctally_release(struct hd_esctally *t);

#endif
