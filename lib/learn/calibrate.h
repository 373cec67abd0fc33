/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CALIBRATE_H
#define HD_CALIBRATE_H

#include "learn/model_int.h"

/*
 * Probabilities and thresholds of a model, fitted on documents that models like
 * it did not see.  Internal to lib/learn.
 */
struct hd_held {
	const double *z; /* hd_model_width() scores; borrowed */
	int label;	 /* a class */
	uint32_t group;
};

/* Fit mix, cut, sure and low of m on n documents, in the order of groups. */
void hd_calibrate(struct hd_model *m, const struct hd_held *held, size_t n);

#endif
