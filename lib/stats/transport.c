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

/* The share of "no" in place of that of "yes". */
static struct hd_estimate
turned(const struct hd_estimate *e)
{
	struct hd_estimate t = *e;

	t.p = 1 - e->p;
	t.lo = 1 - e->hi;
	t.hi = 1 - e->lo;
	return t;
}

/*
 * The n at which Wilson's interval of p is as wide as i: with a = z^2 / n and h
 * half the width, h (1 + a) = sqrt(a p (1 - p) + a^2 / 4), solved for a.
 */
static double
same_width(const struct hd_interval *i)
{
	double z = gsl_cdf_ugaussian_Pinv(0.975), h = (i->hi - i->lo) / 2;
	double square = 0.25 - h * h, line = i->p * (1 - i->p) - 2 * h * h;

	return z * z * 2 * square /
	       (sqrt(line * line + 4 * square * h * h) - line);
}

struct hd_calibration
hd_calibration_of(
    const struct hd_estimate *tagged, const struct hd_estimate *untagged)
{
	struct hd_estimate alarms = turned(tagged), quiet = turned(untagged);
	struct hd_interval se = hd_recall(tagged, untagged);
	struct hd_interval sp = hd_recall(&quiet, &alarms);

	return (struct hd_calibration){ se.p, same_width(&se), sp.p,
		same_width(&sp) };
}
