/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a review sample: see draw.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "base/hash.h"
#include "base/mem.h"
#include "stats/draw.h"

uint64_t
hd_draw_number(struct hd_str seed, struct hd_str key)
{
	struct hd_buf b = HD_BUF_INIT;
	uint64_t head;

	hd_buf_add(&b, seed.p, seed.n);
	hd_buf_addc(&b, '\x1f');
	hd_buf_add(&b, key.p, key.n);
	head = hd_sha256_head(hd_buf_str(&b));
	hd_buf_release(&b);
	return head;
}

/* --- sizes --- */

/* Up to the next whole number, within [1, N]; -1 for what is no number. */
static int64_t
whole(double n, double N)
{
	if (N > 0)
		n = fmin(n, N);
	if (!(n < 9e15))
		return -1;
	/* 100.00000000001 is 100 and the error of a division */
	return (int64_t)fmax(1, ceil(n * (1 - 1e-12)));
}

int64_t
hd_size_margin(double p, double d, double N)
{
	double z = gsl_cdf_ugaussian_Pinv(0.975), n = z * z * p * (1 - p);

	if (!(p >= 0 && p <= 1 && d > 0))
		return -1;
	n /= d * d;
	return whole(N > 0 ? n / (1 + (n - 1) / N) : n, N);
}

int64_t
hd_size_stratified(
    const double *W, const double *S, size_t h, double d, double N)
{
	double z = gsl_cdf_ugaussian_Pinv(0.975), ws = 0, ws2 = 0;

	for (size_t k = 0; k < h; k++) {
		ws += W[k] * S[k];
		ws2 += W[k] * S[k] * S[k];
	}
	if (!(d > 0))
		return -1;
	return whole(ws * ws / (d * d / (z * z) + (N > 0 ? ws2 / N : 0)), N);
}

int64_t
hd_size_two(double p0, double p1, double alpha, double power)
{
	double p = (p0 + p1) / 2, a, b, root;

	if (!(p0 >= 0 && p0 <= 1 && p1 >= 0 && p1 <= 1 && alpha > 0 &&
		alpha < 1 && power > 0 && power < 1))
		return -1;
	a = gsl_cdf_ugaussian_Qinv(alpha / 2);
	b = gsl_cdf_ugaussian_Pinv(power);
	root =
	    a * sqrt(2 * p * (1 - p)) + b * sqrt(p0 * (1 - p0) + p1 * (1 - p1));
	return whole(root * root / ((p0 - p1) * (p0 - p1)), 0);
}

int64_t
hd_size_rare(double p, double alpha)
{
	if (!(p > 0 && p <= 1 && alpha > 0 && alpha < 1))
		return -1;
	return whole(log(alpha) / log1p(-p), 0);
}

/* --- allocation --- */

/* The least and the size of a stratum, and its part of one at scale. */
struct want {
	double least, most, size, share;
};

static void
want_of(const struct hd_alloc *s, struct want *w)
{
	int64_t N = s->N > 0 ? s->N : 0;
	int64_t least = s->least > 0 ? s->least : 0;

	if (least > N || N <= HD_ALLOCATE_WHOLE)
		least = N;
	w->least = (double)least;
	w->most = (double)N;
	w->size = w->most *
		  sqrt(isnan(s->s2) ? 0.25 : fmax(HD_ALLOCATE_FLOOR, s->s2));
}

/* All shares at a scale, each within its limits; their sum. */
static double
at_scale(struct want *w, size_t h, double scale)
{
	double sum = 0;

	for (size_t k = 0; k < h; k++) {
		w[k].share = fmin(w[k].most, scale * w[k].size);
		w[k].share = fmax(w[k].least, w[k].share);
		sum += w[k].share;
	}
	return sum;
}

/*
 * The shares whose sum is n.  The sum grows with the scale, from the leasts at
 * 0 to all tickets where S is smallest, so that halving finds it; as many
 * halvings as a double has bits, and some to come down from the upper end.
 */
static void
find_shares(struct want *w, size_t h, double n)
{
	double lo = 0, hi = 1 / sqrt(HD_ALLOCATE_FLOOR), mid;

	for (int i = 0; i < 120; i++) {
		mid = (lo + hi) / 2;
		if (at_scale(w, h, mid) < n)
			lo = mid;
		else
			hi = mid;
	}
	(void)at_scale(w, h, hi);
}

/* The stratum with the most left over that can still take one. */
static size_t
most_left(const struct hd_alloc *s, const struct want *w, size_t h)
{
	size_t at = h;
	double best = -1, left;

	for (size_t k = 0; k < h; k++) {
		left = w[k].share - (double)s[k].n;
		/* equal up to what halving leaves open: the first */
		if (left > best + 1e-7 && (double)s[k].n < w[k].most) {
			best = left;
			at = k;
		}
	}
	return at;
}

int64_t
hd_allocate(struct hd_alloc *s, size_t h, int64_t n)
{
	struct want *w = hd_xmalloc((h + 1) * sizeof(*w));
	int64_t sum = 0;
	size_t k;

	for (k = 0; k < h; k++)
		want_of(&s[k], &w[k]);
	find_shares(w, h, (double)n);
	for (k = 0; k < h; k++) {
		s[k].n = (int64_t)w[k].share;
		sum += s[k].n;
	}
	while (sum < n && (k = most_left(s, w, h)) < h) {
		s[k].n++;
		sum++;
	}
	free(w);
	return sum;
}
