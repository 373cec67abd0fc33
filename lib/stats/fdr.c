/* SPDX-License-Identifier: GPL-3.0-or-later */
/* False discovery rates: see fdr.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_sort.h>

#include "base/mem.h"
#include "stats/fdr.h"

static void
adjust(const double *p, size_t n, double factor, double *q)
{
	size_t *order = hd_xmalloc((n + 1) * sizeof(*order));
	double least = 1;

	gsl_sort_index(order, p, 1, n);
	for (size_t i = n; i-- > 0;) {
		least = fmin(
		    least, factor * p[order[i]] * (double)n / (double)(i + 1));
		q[order[i]] = least;
	}
	free(order);
}

void
hd_fdr_bh(const double *p, size_t n, double *q)
{
	adjust(p, n, 1, q);
}

void
hd_fdr_by(const double *p, size_t n, double *q)
{
	double sum = 0;

	for (size_t j = 1; j <= n; j++)
		sum += 1 / (double)j;
	adjust(p, n, sum, q);
}

void
hd_holm(const double *p, size_t n, double *q)
{
	size_t *order = hd_xmalloc((n + 1) * sizeof(*order));
	double most = 0;

	gsl_sort_index(order, p, 1, n);
	for (size_t i = 0; i < n; i++) {
		most = fmax(most, fmin(1, p[order[i]] * (double)(n - i)));
		q[order[i]] = most;
	}
	free(order);
}
