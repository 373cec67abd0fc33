/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGGER_INT_H
#define HD_TAGGER_INT_H

#include "audit/legible.h"
#include "audit/subject.h"
#include "audit/tagger.h"
#include "base/json.h"
#include "learn/minhash.h"

/* Shared by tagger.c, which decides the tags, and taggerrow.c, the row of them. */

struct hd_tagger {
	const struct hd_ruleset *rs;
	struct hd_matcher *m;
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
	struct hd_told told;
	struct hd_jgen gen;
	struct hd_buf many, text, masked;
	char language[HD_LANGUAGE_MAX];
};

/* Fill the row of the last run: see hd_tagger_run(). */
void hd_tagger_row(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row);

#endif
