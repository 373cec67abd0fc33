/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FIT_H
#define HD_FIT_H

#include "learn/learn.h"
#include "learn/model_int.h"

/* One model fitted on some of the folds.  Internal to lib/learn. */

#define HD_FIT_ALL (-1)

struct hd_fit_data {
	const struct hd_corpus *corpus;
	const struct hd_learn_opts *opts;
	struct hd_bags bags;
	const uint32_t *group;
	size_t ngroups;
	const unsigned *fold;
};

/*
 * Fit weights on the documents with a class that are in neither fold a nor fold
 * b (HD_FIT_ALL: none is left out); nothing is calibrated.  Scores of the
 * documents of both folds go to z, hd_model_width() numbers a document, which
 * the model did not see.  The model is owned by the caller.
 */
struct hd_model *hd_fit(
    const struct hd_fit_data *data, int a, int b, double *z);

#endif
