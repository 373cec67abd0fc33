/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TOLD_H
#define HD_TOLD_H

#include "audit/modelset.h"
#include "base/json.h"

/*
 * What is known of a ticket's tags without the rules: what models say and what
 * people decided.  Of the tagger; one a thread.
 */
struct hd_told {
	const struct hd_ruleset *rs;
	struct hd_modellane *lane; /* NULL: no models */
	int deaf; /* dimension of which models are not heard, -1: none */
	const struct hd_modelguess *guesses; /* whether they stand or not */
	size_t nguesses;
	const struct hd_tags *tags; /* of the rules, as the models saw them */
	struct hd_given *given;	    /* what stands, for the matcher */
	size_t ngiven;
	struct hd_jgen gen;
	struct hd_buf json;
};

void hd_told_init(struct hd_told *k, const struct hd_ruleset *rs);
void hd_told_release(struct hd_told *k);
/* Let models speak; borrowed, NULL for none. */
void hd_told_use(struct hd_told *k, const struct hd_modelset *models);

/*
 * Begin a ticket, at a stage: ask the models about the thread that the subject
 * took last, of which rules alone say tags.  readable: as in struct hd_tagrow.
 */
void hd_told_ask(struct hd_told *k, const struct hd_subject *s,
    const struct hd_tags *tags, const struct hd_thread *th, enum hd_stage stage,
    int64_t answer, int readable);
/* What people decided stands before that, where the rule set has a place. */
void hd_told_override(struct hd_told *k, const struct hd_thread *th);

/*
 * What the models say as {"issue":["refund",0.8311]}, p NULL where none spoke;
 * borrowed until the next call.
 */
struct hd_str hd_told_json(struct hd_told *k);

#endif
