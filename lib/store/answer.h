/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ANSWER_H
#define HD_ANSWER_H

#include "store/db.h"

/*
 * The answers of tickets under a rule set, and what tickets with the same
 * answer have in common.  Nothing here knows what is in a signature.
 */

/* What is known of the tickets with a ticket's answer; NaN: not known. */
enum hd_cluster_fact {
	HD_CLUSTER_SIZE,
	HD_CLUSTER_SHARE,
	HD_CLUSTER_DURABLE,
	HD_CLUSTER_FACTS,
};
/* cluster.size and so on: the names that rules have for them. */
extern const char *const hd_cluster_fact_names[HD_CLUSTER_FACTS];

struct hd_answer {
	int64_t ticket;
	int64_t message; /* place among the messages, -1: no answer */
	int role;
	bool durable;		 /* the ticket did not come back */
	int64_t issue;		 /* index of the value, -1 unknown */
	struct hd_str signature; /* empty: it has no words */
	/* of hd_answers_each() alone: */
	int64_t cluster; /* the ticket that stands for it, -1 */
	double facts[HD_CLUSTER_FACTS];
	bool fresh; /* its tags are of the ticket as it is now */
};

/* Writes answers in place of older ones, without what they have in common. */
struct hd_answers_out;
struct hd_answers_out *hd_answers_out_new(
    struct hd_db *db, int64_t ruleset, struct hd_err *err);
void hd_answers_out_free(struct hd_answers_out *o);
int hd_answers_put(
    struct hd_answers_out *o, const struct hd_answer *a, struct hd_err *err);
/* Only what they have in common: cluster and facts. */
int hd_answers_facts(
    struct hd_answers_out *o, const struct hd_answer *a, struct hd_err *err);

/*
 * Call fn for each answer under a rule set, by source and id of the ticket; but
 * not of tickets that are in no population.  Strings are borrowed until fn
 * returns.
 */
int hd_answers_each(struct hd_db *db, int64_t ruleset,
    int (*fn)(void *ctx, const struct hd_answer *a, struct hd_err *err),
    void *ctx, struct hd_err *err);

/*
 * Are the clusters those of the answers as they are stored?  Forgetting
 * somebody makes them other.
 */
int hd_answers_grouped(
    struct hd_db *db, int64_t ruleset, bool *grouped, struct hd_err *err);
int hd_answers_set_grouped(
    struct hd_db *db, int64_t ruleset, struct hd_err *err);

#endif
