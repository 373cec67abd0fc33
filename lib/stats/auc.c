/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Area under the ROC curve: see auc.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stats/auc.h"

struct point {
	double v;
	size_t x; /* 1 of x, 0 of y */
};

static int
by_value(const void *a, const void *b)
{
	const struct point *p = a, *q = b;

	return (p->v > q->v) - (p->v < q->v);
}

double
hd_auc(const double *x, size_t nx, const double *y, size_t ny)
{
	struct point *p = hd_xmalloc((nx + ny + 1) * sizeof(*p));
	size_t n = nx + ny, end, tied;
	double u = 0, below = 0;

	for (size_t i = 0; i < n; i++)
		p[i] = (struct point){ i < nx ? x[i] : y[i - nx], i < nx };
	qsort(p, n, sizeof(*p), by_value);
	for (size_t i = 0; i < n; i = end) {
		tied = 0;
		for (end = i; end < n && p[end].v <= p[i].v; end++)
			tied += p[end].x;
		u += (double)tied * (below + (double)(end - i - tied) / 2);
		below += (double)(end - i - tied);
	}
	free(p);
	return nx > 0 && ny > 0 ? u / ((double)nx * (double)ny) : NAN;
}
