/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LESSON_H
#define HD_LESSON_H

#include "audit/corpus.h"
#include "audit/learn.h"
#include "learn/learn.h"
#include "stats/agreement.h"

/* Shared by learn.c, which teaches and judges, and lesson.c, which stores. */

/* What a dimension's labels taught, and how it compares. */
struct hd_lesson {
	struct hd_labelled *c;
	struct hd_doc *docs;
	int *labels;
	uint64_t *groups;
	struct hd_learned l;
	struct hd_kappas kappa;
	bool rivals; /* the rules name a class of some ticket */
};

/* The model, where it comes from, and what it said of the labelled tickets. */
int hd_lesson_store(const struct hd_learnjob *job, const struct hd_lesson *s,
    struct hd_err *err);

#endif
