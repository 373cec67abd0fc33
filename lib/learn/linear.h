/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINEAR_H
#define HD_LINEAR_H

#include <stddef.h>

#include "learn/bags.h"

/*
 * Logistic regression with an L2 penalty: liblinear's trust region Newton
 * method, the one of its solvers that draws no random numbers.  Internal to
 * lib/learn, and the one place that knows liblinear.
 */
struct hd_linear;

/* Rows of `size` features; items of row r are v[rows[r]] .. v[rows[r + 1]]. */
struct hd_matrix {
	struct hd_item *v;
	size_t *rows;
	size_t nrows, size;
};

void hd_matrix_release(struct hd_matrix *m);

/* A copy of the matrix as the solver wants it. */
struct hd_linear *hd_linear_new(const struct hd_matrix *m);
void hd_linear_free(struct hd_linear *l);

/*
 * Tell rows with y > 0 from those with y < 0; rows with 0 are left out.  cost
 * weighs errors against the penalty, and positive rows `weight` times more.
 * w has size + 1 weights, the last that of the constant: in, where to begin;
 * out, the answer.  Without rows of both kinds w becomes 0.  May be called from
 * several threads at once.
 */
void hd_linear_fit(const struct hd_linear *l, const signed char *y, double cost,
    double weight, double *w);

#endif
