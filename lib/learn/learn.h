/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LEARN_H
#define HD_LEARN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/shown.h"
#include "learn/model.h"

/*
 * Learning a dimension from labelled documents: logistic regression on hashed
 * n-grams, judged by cross-validation.  Documents of one group (a customer, a
 * conversation, copies of a text) are never on both sides of a fold, and all
 * that is fitted (n-grams, their rarity, weights, probabilities, thresholds) is
 * fitted without the fold that it is judged on.
 */

/* Labels that are no class: not labelled, and labelled as none of the classes.
   The second is guessed by models that never saw it, and learned from by none. */
#define HD_LABEL_UNKNOWN (-1)
#define HD_LABEL_NONE	 (-2)

#define HD_LEARN_FOLDS	   10
#define HD_LEARN_FOLDS_MAX 50

struct hd_corpus {
	const struct hd_shown *docs;
	const int *labels;	/* < nclasses, or one of HD_LABEL_... */
	const uint64_t *groups; /* of each document; see groups.h */
	size_t n;
};

struct hd_learn_opts {
	const char *const *classes; /* names; in their order if `ordered` */
	size_t nclasses;
	const char *const *counts; /* names of the documents' numbers */
	size_t ncounts;
	bool ordered;  /* a later class is more of the same */
	bool per_part; /* the most severe part decides, with the whole */
	size_t folds;  /* 0: HD_LEARN_FOLDS */
	uint64_t seed;
	unsigned jobs; /* threads; changes no result */
	bool spread;   /* tell the probability of every class too */
};

struct hd_learned {
	struct hd_model *model;	   /* of all labelled documents */
	struct hd_guess *guesses;  /* out of fold, of each document */
	double *spread;		   /* out of fold, nclasses a document; NULL
				      unless asked for */
	size_t docs, none, groups; /* labelled; labelled none; groups of both */
	size_t features;	   /* of the model */
	size_t folds;
};

/*
 * Learn.  *l is filled and owned by the caller; guesses[i].cls is -1 where the
 * label is unknown, and its spread is 0.  -1 and HD_EDATA when fewer than two classes have documents
 * of as many groups as there are folds.
 */
int hd_learn(const struct hd_corpus *c, const struct hd_learn_opts *o,
    struct hd_learned *l, struct hd_err *err);
void hd_learned_release(struct hd_learned *l);

#endif
