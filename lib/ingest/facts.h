/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FACTS_IN_H
#define HD_FACTS_IN_H

#include "ingest/ingest.h"

/*
 * Dated values of accounts: plan mrr arr currency health churn seats advocate
 * renewal churned_at churn_reason failure_at.  Money becomes cents.
 */

/* The fact a column or field of this name holds, or NULL. */
const char *hd_fact_name(struct hd_str header);

/* What the facts of one record have in common. */
struct hd_factset {
	struct hd_str account;
	int64_t since; /* HD_TIME_NONE when only today's value is known */
	int64_t ver;   /* when that was written */
	struct hd_str currency; /* of amounts; p NULL if not said */
	int64_t churned;	/* facts of a churn hold from its own day */
};

/* Emit one fact.  Empty text says nothing. */
int hd_fact_of(struct hd_ingest *in, const struct hd_factset *set,
    const char *name, struct hd_str text, struct hd_err *err);
/* Read the day of a churn into set; no text says nothing. */
int hd_churn_date(struct hd_ingest *in, struct hd_factset *set,
    struct hd_str text, struct hd_err *err);
/* The text in lower case, as rules compare plans. */
struct hd_str hd_fact_lower(struct hd_ingest *in, struct hd_str text);

/*
 * Emit one fact of an account; since: HD_TIME_NONE when only today's value is
 * known; ver: when that was written.  Empty text says nothing.
 */
int hd_fact(struct hd_ingest *in, struct hd_str account, const char *name,
    struct hd_str text, int64_t since, int64_t ver, struct hd_err *err);
/* All members of an object that name facts, as of today. */
int hd_facts_object(struct hd_ingest *in, struct hd_str account,
    const struct hd_json *j, int64_t ver, struct hd_err *err);

#endif
