/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SPACE_H
#define HD_SPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/bags.h"

/*
 * The way from a bag of n-grams to a vector, fitted on the training documents:
 * which n-grams count, how rare each is, and where the numbers of conversations
 * are cut.  Internal to lib/learn.
 *
 * A vector has a block of words and one of characters, each of a fixed length,
 * and one of numbers.  Features 0 .. keys.n - 1 are n-grams, the commonest
 * first; then comes one a number.
 */
struct hd_space {
	struct hd_keys keys;
	float *idf; /* keys.n */
	size_t ncounts;
	struct hd_space_count {
		float mean, scale; /* of the logarithm of 1 + the number */
	} * counts;
};

#define HD_SPACE_INIT                       \
	{                                   \
		HD_KEYS_INIT, NULL, 0, NULL \
	}

/* The documents that a space is fitted on. */
struct hd_sample {
	const struct hd_bags *bags;
	const struct hd_shown *docs;
	const uint32_t *group; /* of a document */
	size_t ngroups, ncounts;
	const bool *in; /* of a document: is it in the sample? */
};

/*
 * Fit.  local[i] becomes the feature of item i of the bags, or HD_KEYS_NONE;
 * it has room for bags->keys.n.
 */
void hd_space_fit(
    struct hd_space *s, const struct hd_sample *sample, uint32_t *local);
void hd_space_release(struct hd_space *s);

/* Features in all: no vector has more. */
size_t hd_space_size(const struct hd_space *s);
/*
 * Turn the n items at v (ids are features, times are counts) into a vector in
 * place, which has room for ncounts more; returns its length.  counts NULL
 * leaves the numbers out.
 */
size_t hd_space_vector(const struct hd_space *s, struct hd_item *v, size_t n,
    const double *counts);

#endif
