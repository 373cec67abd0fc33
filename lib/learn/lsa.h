/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LSA_H
#define HD_LSA_H

#include "learn/terms.h"

/*
 * Latent semantic analysis: texts as points of a space of few dimensions, in
 * which those that use words of the same company are near (Deerwester et al.
 * 1990).
 */

#define HD_LSA_DIMS 100

/*
 * A point a row of weighed terms: HD_LSA_DIMS floats of length 1, all 0 where
 * a row has no term.  Owned by caller.  The space is that of the largest
 * singular values, found by iterating on a random one with a fixed seed (Halko,
 * Martinsson and Tropp 2011, algorithm 4.4).
 */
float *hd_lsa(const struct hd_terms *t);

/* The cosine of two points. */
double hd_lsa_cosine(const float *a, const float *b);

#endif
