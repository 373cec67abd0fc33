/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paired tickets: see paired.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "base/mem.h"
#include "stats/bootstrap.h"
#include "stats/order.h"
#include "stats/paired.h"

double
hd_mcnemar(int64_t b, int64_t c)
{
	unsigned least = (unsigned)(b < c ? b : c), n = (unsigned)(b + c);

	if (b == c)
		return 1;
	return 2 * gsl_cdf_binomial_P(least, 0.5, n) -
	       gsl_ran_binomial_pdf(least, 0.5, n);
}

/* One round: how many of each kind are drawn, then the share. */
static double
draw(gsl_rng *rng, const struct hd_alike *v, size_t n, int64_t accounts,
    const double *weights, unsigned *drawn)
{
	double sum = 0, tickets = 0;

	gsl_ran_multinomial(rng, n, (unsigned)accounts, weights, drawn);
	for (size_t i = 0; i < n; i++) {
		sum += (double)v[i].sum * drawn[i];
		tickets += (double)v[i].tickets * drawn[i];
	}
	return sum / tickets;
}

void
hd_boot_accounts(
    const struct hd_alike *v, size_t n, uint32_t seed, double *lo, double *hi)
{
	double *weights, *shares;
	unsigned *drawn;
	int64_t accounts = 0;
	gsl_rng *rng;

	*lo = *hi = NAN;
	for (size_t i = 0; i < n; i++)
		accounts += v[i].accounts;
	if (accounts < 2)
		return;
	weights = hd_xcalloc(n, sizeof(*weights));
	drawn = hd_xcalloc(n, sizeof(*drawn));
	shares = hd_xcalloc(HD_BOOT_ROUNDS, sizeof(*shares));
	rng = gsl_rng_alloc(gsl_rng_mt19937);
	gsl_rng_set(rng, seed);
	for (size_t i = 0; i < n; i++)
		weights[i] = (double)v[i].accounts;
	for (size_t i = 0; i < HD_BOOT_ROUNDS; i++)
		shares[i] = draw(rng, v, n, accounts, weights, drawn);
	hd_order_limits(shares, HD_BOOT_ROUNDS, lo, hi);
	gsl_rng_free(rng);
	free(weights);
	free(drawn);
	free(shares);
}
