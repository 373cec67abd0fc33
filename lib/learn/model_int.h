/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LEARN_MODEL_INT_H
#define HD_LEARN_MODEL_INT_H

#include <stdint.h>

#include "learn/model.h"
#include "learn/platt.h"
#include "learn/space.h"

/*
 * The inside of a model, for lib/learn.
 *
 * A head tells two sides apart.  Classes in an order, or two of them, have a
 * head between each and the next ("at least frustrated"); other classes have a
 * head each ("this, or another").  A model that sees messages apart has two
 * planes of weights: one for the whole text, one for a single message, of which
 * the one with the highest score counts.
 */
struct hd_model {
	struct hd_space space;
	char **classes, **counts; /* names */
	size_t nclasses, heads;
	bool steps; /* heads stand between classes */
	bool apart;
	/* feature after feature, the constant last: heads of the whole text,
	   then heads of a message */
	float *w;
	struct hd_platt *mix; /* of a head's two scores; one for all heads
				 unless `steps` */
	double *cut; /* of a step: the probability from which it is taken */
	struct hd_platt sure; /* without steps: of the best class's odds */
	double low;
};

/* Heads times planes: scores of one document, before they are mixed. */
size_t hd_model_width(const struct hd_model *m);
/*
 * A model without weights yet; names are copied, mix and cut are for whole
 * texts taken as they are.
 */
struct hd_model *hd_model_new(const char *const *classes, size_t nclasses,
    const char *const *counts, size_t ncounts, bool ordered, bool apart);
/* Scores of one vector on a plane (0 whole, 1 message): heads numbers at z. */
void hd_model_plane(const struct hd_model *m, int plane,
    const struct hd_item *v, size_t n, double *z);
/* The guess from hd_model_width() scores. */
void hd_model_decide(
    const struct hd_model *m, const double *z, struct hd_guess *g);
/*
 * The probability of each class, p[nclasses], which sum to 1: that of the guess
 * where there are no steps is the guess's, the others share the rest by their
 * odds.
 */
void hd_model_spread(const struct hd_model *m, const double *z, double *p);
/* The logit of each head: its scores mixed. */
double hd_model_logit(const struct hd_model *m, const double *z, size_t head);
/*
 * Without steps: the class with the highest logit, and in x[0] the logarithm of
 * its odds against all others, were logits those of one choice (softmax).  A
 * text of another kind is near no class: its odds are short, as they are for a
 * text between two classes.
 */
size_t hd_model_best(const struct hd_model *m, const double *z, double x[2]);

/* What scoring needs again and again. */
struct hd_scratch {
	struct hd_grams grams;
	struct hd_item *items; /* of the whole text */
	size_t n, cap;
	struct hd_item *part; /* of one part */
	size_t partcap;
	double *z; /* scores of the document, then of one part */
	size_t zcap;
};
/* Scores of d at s->z, hd_model_width() of them, and its vector at s->items. */
void hd_model_score(
    const struct hd_model *m, struct hd_scratch *s, const struct hd_shown *d);

#endif
