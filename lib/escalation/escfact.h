/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCFACT_H
#define HD_ESCFACT_H

/* Columns of the view escalation_facts, in the order of hd_escfact_names. */
enum hd_escfact {
	HD_EF_CHANNEL,
	HD_EF_ACCOUNT, /* a number that stands for the account */
	HD_EF_LANGUAGE,
	HD_EF_ISSUE,
	HD_EF_EMOTION,
	HD_EF_COMPLEXITY,
	HD_EF_PATTERN,
	HD_EF_APPROACH,
	HD_EF_TRIGGERS, /* a JSON array */
	HD_EF_CLUSTER_SIZE,
	HD_EF_CLUSTER_DURABLE,
	HD_EF_REOPENS,
	HD_EF_TRANSFERS,
	HD_EF_SATISFIED,
	HD_EF_AI_STATE,
	HD_EF_PATH,
	HD_EF_HANDOFF,
	HD_EF_HANDOFF_AT,
	HD_EF_CUSTOMER, /* the requester, where it is known who that is */
	HD_EF_BRAND,
	HD_EF_RECONTACT,
	HD_EF_AGAIN, /* what the requester wrote next, within seven days */
	HD_EF_GUESS_NEEDED, /* a value of human_needed */
	HD_EF_GUESS_FAILED, /* yes or no */
	HD_EF_CES,	    /* the latest survey's answer, 0 worst to 1 best */
	HD_ESCFACTS,
};
extern const char *const hd_escfact_names[HD_ESCFACTS];

#endif
