/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGGER_INT_H
#define HD_TAGGER_INT_H

#include "audit/legible.h"
#include "audit/subject.h"
#include "audit/tagger.h"
#include "base/json.h"
#include "learn/minhash.h"

/*
 * Shared by tagger.c, which decides the tags, taggerrow.c, the row of them, and
 * taggerai.c, what came of the AI's answers.
 */

struct hd_tagger {
	const struct hd_ruleset *rs;
	struct hd_matcher *m;
	/* chosen for a ticket, for what was said, for what an answer is */
	unsigned char *whole_rules, *ear_rules, *kind_rules;
	struct hd_lang *lang;
	struct hd_subject *s;
	struct hd_tags tags, open, aside;
	struct hd_tags plain; /* of the rules alone, where models speak */
	bool whole;	      /* nobody asks for open: it stays empty */
	struct hd_route route;
	int64_t answer;
	int64_t given_answer; /* of a ticket that came back too */
	struct hd_minhash *minhash;
	int readable;
	int core[HD_CORES]; /* dimension index, -1: the set has none */
	int transfer, announced, hinted, refused, accepted;
	int kind, substantive, question;
	int trigger, customer; /* asks for a person */
	int outcome, helped;
	struct hd_told told;
	struct hd_jgen gen;
	struct hd_buf many, text, masked;
	char language[HD_LANGUAGE_MAX];
};

/* Fill the row of the last run: see hd_tagger_run(). */
void hd_tagger_row(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row);
/*
 * Fill ai_answers, ai_answered_at and ai_reply of the row: how many substantive
 * public answers the AI gave, as hd_tagger_kind() has it, when the last of them,
 * and what the customer wrote behind that and before any person: that it helped,
 * or that more is wanted, where the rules of outcome, trigger=customer or
 * transfer=accepted say so of any message.
 */
void hd_tagger_ai(
    struct hd_tagger *t, const struct hd_thread *th, struct hd_tagrow *row);

bool hd_tagger_has(const struct hd_tags *tags, int dim, int value);
/*
 * Does the customer, after words of the AI, ask for a person, or take its offer
 * of one?  t->aside is what all the rules say.
 */
bool hd_tagger_wants(
    struct hd_tagger *t, struct hd_str ai, struct hd_str reply);

#endif
