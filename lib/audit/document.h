/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCUMENT_H
#define HD_DOCUMENT_H

#include "audit/subject.h"
#include "audit/talk.h"
#include "learn/model.h"

/*
 * A ticket as a model of a dimension reads it: what the rules say of it, and
 * texts.  Which texts follows from the dimension: emotion is in single messages
 * of the customer, the pattern and the approach are in the answer, complexity is
 * also in the numbers of the conversation; how an AI did ("resolved",
 * "human_needed" and what begins with "ai_") is in the numbers of the talk with
 * it; everything else is in all that the customer wrote.
 */
enum hd_reads {
	HD_READS_TEXT,	   /* subject and new text of the customer, joined */
	HD_READS_MESSAGES, /* each new text of the customer apart */
	HD_READS_ANSWER,   /* the resolution */
	HD_READS_TALK,	   /* no text */
};

enum hd_numbers {
	HD_NUMBERS_NONE,
	HD_NUMBERS_SIZE, /* who wrote how much */
	HD_NUMBERS_TALK, /* of talk.h */
};

struct hd_reading {
	enum hd_reads reads;
	enum hd_numbers numbers;
};

struct hd_reading hd_reading_of(const char *dimension);
/* Names of the numbers that go with it, *n of them; NULL: none. */
const char *const *hd_reading_numbers(struct hd_reading r, size_t *n);
/* Does arrival know all that is read?  Else rules alone speak for it. */
bool hd_reading_opens(struct hd_reading r);
/*
 * Are the numbers that the model knows those of a document?  A stored one may be
 * of another version, or made up.
 */
bool hd_reading_suits(struct hd_reading r, const struct hd_model *m);
/* Was all that the customer wrote there on arrival? */
bool hd_document_arrived(const struct hd_subject *s);

struct hd_document {
	struct hd_shown doc; /* points into this struct */
	struct hd_str one;
	struct hd_str copied; /* without text: what copies have in common */
	double counts[HD_TALK_NUMBERS];
	bool blank; /* there is nothing to judge by */
};

/*
 * The thread that the subject took last.  Texts are borrowed from the subject
 * until it takes another, tags from the caller.  answer: index of the
 * resolution, -1 none.
 */
void hd_document_make(struct hd_document *d, const struct hd_subject *s,
    struct hd_reading r, enum hd_stage stage, int64_t answer,
    const struct hd_str *tags, size_t ntags);

#endif
