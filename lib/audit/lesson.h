/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LESSON_H
#define HD_LESSON_H

#include "audit/corpus.h"
#include "audit/learn.h"
#include "learn/learn.h"
#include "stats/agreement.h"

/*
 * What labels teach: shared by learn.c, which judges it, lesson.c, which stores
 * it, and suspects.c, which turns it against the labels.
 */

/* What a dimension's labels taught, and how it compares. */
struct hd_lesson {
	struct hd_labelled *c;
	struct hd_shown *docs;
	int *labels;
	uint64_t *groups;
	struct hd_learned l;
	struct hd_kappas kappa;
	bool rivals; /* the rules name a class of some ticket */
};

/* Are there labels enough to say anything of agreement? */
bool hd_lesson_enough(const struct hd_labelled *c);
/*
 * Learn from the tickets of s->c; those of one account or requester and copies
 * of a text are never on both sides of a fold.  spread: tell the probability of
 * every class too.  Release in any case.
 */
int hd_lesson_fit(struct hd_lesson *s, uint64_t seed, unsigned jobs,
    bool spread, struct hd_err *err);
void hd_lesson_release(struct hd_lesson *s);

/* The model, where it comes from, and what it said of the labelled tickets. */
int hd_lesson_store(const struct hd_learnjob *job, const struct hd_lesson *s,
    struct hd_err *err);

#endif
