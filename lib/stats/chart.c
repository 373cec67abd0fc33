/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Control charts: see chart.h. */
#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "stats/chart.h"

#define RUNS 400
#define FINE 200 /* h is found to one part in so many, or of one */

double
hd_cusum_k(double mu0, double mu1)
{
	return (mu1 - mu0) / log(mu1 / mu0);
}

size_t
hd_cusum(const double *x, size_t n, double k, double h, double *s)
{
	size_t alarm = n;
	double at = 0;

	for (size_t i = 0; i < n; i++) {
		at = fmax(0, at + x[i] - k);
		s[i] = at;
		if (alarm == n && at >= h)
			alarm = i;
	}
	return alarm;
}

/* Whether the runs with h together take so many days. */
static bool
lasts(gsl_rng *rng, double mu, double k, double h, double days)
{
	double at, spent = 0;

	for (int run = 0; run < RUNS; run++) {
		for (at = 0; at < h; spent++) {
			if (spent >= days)
				return true;
			at += (double)gsl_ran_poisson(rng, mu) - k;
			at = fmax(0, at);
		}
	}
	return spent >= days;
}

double
hd_cusum_limit(double mu, double k, double days, uint32_t seed)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	double lo = 0, hi = 0, at = 1;

	/* the same draws for each h, so that a higher one lasts longer */
	while (hi <= 0 || hi - lo > fmax(1, hi) / FINE) {
		gsl_rng_set(rng, seed);
		if (lasts(rng, mu, k, at, RUNS * days))
			hi = at;
		else
			lo = at;
		at = hi > 0 ? (lo + hi) / 2 : 2 * at;
	}
	gsl_rng_free(rng);
	return hi;
}

/* Mean and standard deviation of 2 sqrt(x + 3/8), x Poisson with mean mu. */
static void
moments(double mu, double *mean, double *sd)
{
	double far = 12 * sqrt(mu) + 12, x = floor(fmax(0, mu - far));
	double sum = 0, square = 0, all = 0, p;

	for (; x <= mu + far; x++) {
		p = gsl_ran_poisson_pdf((unsigned)x, mu);
		all += p;
		sum += p * 2 * sqrt(x + 0.375);
		square += p * 4 * (x + 0.375);
	}
	*mean = sum / all;
	*sd = sqrt(fmax(0, square / all - *mean * *mean));
}

size_t
hd_ewma(const double *x, size_t n, double mu, double lambda, double width,
    struct hd_ewma *out)
{
	double mean, sd, at, half, left = 1;
	size_t alarm = n;

	moments(mu, &mean, &sd);
	at = mean;
	for (size_t i = 0; i < n; i++) {
		at = lambda * 2 * sqrt(x[i] + 0.375) + (1 - lambda) * at;
		left *= (1 - lambda) * (1 - lambda);
		half = width * sd * sqrt(lambda / (2 - lambda) * (1 - left));
		out[i] = (struct hd_ewma){ at, mean - half, mean + half };
		if (alarm == n && (at < out[i].lo || at > out[i].hi))
			alarm = i;
	}
	return alarm;
}
