/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PLATT_H
#define HD_PLATT_H

#include <stddef.h>

/*
 * From scores to a probability: logistic regression on one or two scores of
 * documents that the scores were not fitted on, with Platt's targets (Platt
 * 1999; Lin, Lin and Weng 2007), so that it stays finite where scores separate.
 * A score never counts against: its weight is 0 rather than below.  Internal
 * to lib/learn.
 */
struct hd_platt {
	double w[3]; /* constant, first score, second score */
};

struct hd_platt_point {
	double x[2];
	int y; /* 1 or 0 */
};

/* Points of one kind only give the share with a constant alone. */
struct hd_platt hd_platt_fit(const struct hd_platt_point *p, size_t n);
/* The logit of the probability, and the probability. */
double hd_platt_logit(const struct hd_platt *f, const double x[2]);
double hd_platt_p(const struct hd_platt *f, const double x[2]);

#endif
