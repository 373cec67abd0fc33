/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying an old review to a new window: see transport.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/strata.h"
#include "stats/transport.h"

/* se + sp of a coin is 1: near it the correction divides by nearly nothing. */
#define LEAST_SUM 1.1

/* A share with one ticket more on each side, and its variance. */
struct smoothed {
	double p, var;
};

static struct smoothed
smooth(double p, double n)
{
	struct smoothed s;

	s.p = (p * n + 1) / (n + 2);
	s.var = s.p * (1 - s.p) / (n + 2);
	return s;
}

static void
limits(double x, double n, const struct smoothed *se, const struct smoothed *sp,
    struct hd_interval *out)
{
	double z = gsl_cdf_ugaussian_Pinv(0.975), z2 = z * z;
	double q = (x + z2 / 2) / (n + z2), sum = se->p + sp->p - 1;
	double t = (q + sp->p - 1) / sum;
	double d = 2 * z2 * (t * se->var - (1 - t) * sp->var);
	double var = q * (1 - q) / (n + z2) + t * t * se->var +
		     (1 - t) * (1 - t) * sp->var;

	out->lo = t + d - z * sqrt(var) / sum;
	out->hi = t + d + z * sqrt(var) / sum;
}

enum hd_transported
hd_transport(
    double x, double n, const struct hd_calibration *c, struct hd_interval *out)
{
	struct smoothed se = smooth(c->se, c->n_se);
	struct smoothed sp = smooth(c->sp, c->n_sp);

	*out = (struct hd_interval){ NAN, 0, 1, 1 };
	if (!(n > 0 && c->se + c->sp > LEAST_SUM && se.p + sp.p > LEAST_SUM))
		return HD_TRANSPORT_REFUSED;
	limits(x, n, &se, &sp, out);
	if (out->hi < 0 || out->lo > 1)
		return HD_TRANSPORT_INCOMPATIBLE;
	out->p = (x / n + c->sp - 1) / (c->se + c->sp - 1);
	out->p = fmin(1, fmax(0, out->p));
	out->lo = fmax(0, out->lo);
	out->hi = fmin(1, out->hi);
	return HD_TRANSPORT_OK;
}

/* --- the calibration --- */

/* Tickets of one kind on one side: as found, and the middle of the limits. */
struct part {
	double found, mid;
	double cv2; /* squared coefficient of variation of mid */
};

static struct part
part(double N, double p, double lo, double hi)
{
	double z = gsl_cdf_ugaussian_Pinv(0.975), cv;
	struct part t = { N * p, N * (lo + hi) / 2, 0 };

	cv = (hi - lo) / (lo + hi) / z;
	t.cv2 = cv * cv;
	return t;
}

/* The share of a in a and b, and how large a simple sample says it as well. */
static void
share(const struct part *a, const struct part *b, double *p, double *n)
{
	double mid = a->mid / (a->mid + b->mid);

	*p = a->found / (a->found + b->found);
	*n = 1 / (mid * (1 - mid) * (a->cv2 + b->cv2));
}

struct hd_calibration
hd_calibration_of(
    const struct hd_estimate *tagged, const struct hd_estimate *untagged)
{
	const struct hd_estimate *t = tagged, *u = untagged;
	struct part hit = part(t->N, t->p, t->lo, t->hi);
	struct part miss = part(u->N, u->p, u->lo, u->hi);
	struct part right = part(u->N, 1 - u->p, 1 - u->hi, 1 - u->lo);
	struct part alarm = part(t->N, 1 - t->p, 1 - t->hi, 1 - t->lo);
	struct hd_calibration c;

	share(&hit, &miss, &c.se, &c.n_se);
	share(&right, &alarm, &c.sp, &c.n_sp);
	return c;
}
