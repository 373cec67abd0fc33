/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CODEBOOK_H
#define HD_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * The questions a reviewer is asked, in the order of the sheet, with what their
 * answers mean.  The same text is printed by the codebook, the sheet, the
 * terminal reviewer and the report.
 */
enum hd_question {
	HD_Q_COMPLEXITY,
	HD_Q_EMOTION,
	HD_Q_PATTERN,
	HD_Q_ISSUE,
	HD_Q_AI_CORRECT,
	HD_Q_HUMAN_NEEDED,
	HD_Q_CONTEXT_CARRIED,
	HD_Q_ASKED_REPEAT,
	HD_Q_LEAK,
	HD_Q_NOTE,
	HD_QUESTIONS,
};

/* An answer: its word in a sheet, the key that gives it, what it means. */
struct hd_choice {
	const char *word;
	char key;
	const char *means;
};

struct hd_codebook {
	const char *name; /* the column of the sheet */
	const char *asks;
	const char *definition;
	const struct hd_choice *choices; /* ended by a NULL word; NULL: text */
	const char *borderline[2];	 /* an example, and how it is decided */
	bool tag;     /* asks for a tag that the machine gives too */
	bool ordered; /* its answers are ranked, as they stand in choices */
};

/* "I cannot tell": an answer of every question that has choices. */
#define HD_UNCLEAR "unclear"

const struct hd_codebook *hd_codebook(enum hd_question q);
/* The question of that name ("issue_type" is issue), -1 for none. */
int hd_codebook_find(struct hd_str name);
/* The same; that there is none is HD_EUSAGE and names those that are. */
int hd_codebook_get(
    struct hd_str name, enum hd_question *q, struct hd_err *err);
/*
 * The questions of a list with commas, each once, or of "all"; NULL: complexity,
 * emotion, pattern, issue, ai_correct and human_needed.  v holds HD_QUESTIONS.
 */
int hd_codebook_list(
    const char *list, enum hd_question *v, size_t *n, struct hd_err *err);
/* The choice of that word, letter case aside, or NULL. */
const struct hd_choice *hd_codebook_choice(
    const struct hd_codebook *c, struct hd_str word);

#endif
