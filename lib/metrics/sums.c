/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums over accounts: see sums.h. */
#include <math.h>

#include "metrics/sums.h"

void
hd_sums_add(struct hd_sums *s, double x, double square, int64_t n, int64_t N)
{
	double k = (double)n;

	s->N += N;
	if (n < 1)
		return;
	s->x += x;
	s->square += square;
	s->n += n;
	s->xx += x * x;
	s->xn += x * k;
	s->nn += k * k;
	s->accounts++;
}

void
hd_sums_row(struct hd_sums *s, struct hd_stmt *st)
{
	hd_sums_add(s, hd_col_real(st, 2), hd_col_real(st, 5),
	    hd_col_int(st, 3), hd_col_int(st, 4));
}

void
hd_sums_join(struct hd_sums *s, const struct hd_sums *more)
{
	s->x += more->x;
	s->square += more->square;
	s->xx += more->xx;
	s->xn += more->xn;
	s->nn += more->nn;
	s->n += more->n;
	s->N += more->N;
	s->accounts += more->accounts;
}

/* Of (x - p n)^2 over accounts, p the mean of all. */
static double
squares(const struct hd_sums *s, double p)
{
	return fmax(0, s->xx - 2 * p * s->xn + p * p * s->nn);
}

struct hd_clusters
hd_sums_clusters(const struct hd_sums *s)
{
	double p = s->n > 0 ? s->x / (double)s->n : 0;

	return (struct hd_clusters){ (int64_t)llround(s->x), s->n, s->accounts,
		squares(s, p) };
}

struct hd_interval
hd_sums_rate(const struct hd_sums *s)
{
	struct hd_clusters c = hd_sums_clusters(s);

	if (s->n == 0)
		return (struct hd_interval){ NAN, NAN, NAN, NAN };
	return hd_wilson_cluster(c.x, c.n, c.m, c.sum_sq);
}

struct hd_interval
hd_sums_mean(const struct hd_sums *s)
{
	double n = (double)s->n, mean = s->x / n;

	if (s->n == 0)
		return (struct hd_interval){ NAN, NAN, NAN, NAN };
	return hd_mean_cluster(mean, n, s->accounts, squares(s, mean),
	    s->square / n - mean * mean);
}
