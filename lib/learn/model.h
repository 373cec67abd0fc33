/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LEARN_MODEL_H
#define HD_LEARN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "learn/shown.h"

/*
 * A model: what was learned of one dimension, to be stored and asked.  It holds
 * weights of hashed n-grams and no text.  A model never changes: threads may
 * share it, each with a scratch of its own.
 */
struct hd_model;
struct hd_scratch;

/* What a model says of a document. */
struct hd_guess {
	int cls;  /* index of the class, -1: not asked */
	double p; /* calibrated probability that cls is right */
	bool low; /* p is below the model's threshold: better say nothing */
	int fold; /* that the document was kept for, -1 outside learning */
};

/* A word or two of a document, a tag or a number, and how much it spoke for a
   class: a number as far as it lies from its mean. */
struct hd_reason {
	size_t part; /* of the document; nparts: a tag; nparts + 1: a number */
	size_t start,
	    end;       /* bytes of the part; start: index of tag or number */
	double weight; /* > 0, in units of the logit */
};

void hd_model_free(struct hd_model *m);
size_t hd_model_nclasses(const struct hd_model *m);
/* Names; borrowed from the model. */
const char *hd_model_class(const struct hd_model *m, size_t i);
size_t hd_model_ncounts(const struct hd_model *m);
const char *hd_model_count(const struct hd_model *m, size_t i);
/* Is a document one text to it (false), or messages apart? */
bool hd_model_is_per_part(const struct hd_model *m);
/* The probability below which a guess is low. */
double hd_model_low(const struct hd_model *m);

struct hd_scratch *hd_scratch_new(void);
void hd_scratch_free(struct hd_scratch *s);

/* d has the numbers that the model names. */
void hd_model_guess(const struct hd_model *m, struct hd_scratch *s,
    const struct hd_shown *d, struct hd_guess *guess);
/*
 * The words that spoke for class cls rather than for the likeliest other, the
 * strongest first, at most max and none over another; returns how many.
 */
size_t hd_model_explain(const struct hd_model *m, struct hd_scratch *s,
    const struct hd_shown *d, int cls, struct hd_reason *reasons, size_t max);

/* The model as bytes, appended to b: the same model gives the same bytes. */
void hd_model_save(const struct hd_model *m, struct hd_buf *b);
/*
 * A model of bytes, owned by the caller; NULL and HD_EDATA when they are no
 * model of this version, or damaged.
 */
struct hd_model *hd_model_load(struct hd_str bytes, struct hd_err *err);

#endif
