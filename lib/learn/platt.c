/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Probabilities of scores: see platt.h. */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>

#include "learn/platt.h"

#define STEPS 100
#define RIDGE 1e-3 /* two scores that are the same share their weight */
#define CLOSE 1e-9

double
hd_platt_logit(const struct hd_platt *f, const double x[2])
{
	return f->w[0] + f->w[1] * x[0] + f->w[2] * x[1];
}

static double
sigmoid(double z)
{
	return z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z));
}

double
hd_platt_p(const struct hd_platt *f, const double x[2])
{
	return sigmoid(hd_platt_logit(f, x));
}

struct task {
	const struct hd_platt_point *p;
	size_t n;
	double target[2]; /* of y = 0, y = 1 */
	bool use[3];
};

static double
loss(const struct task *t, const struct hd_platt *f)
{
	double sum = RIDGE / 2 * (f->w[1] * f->w[1] + f->w[2] * f->w[2]), z;

	for (size_t i = 0; i < t->n; i++) {
		z = hd_platt_logit(f, t->p[i].x);
		sum += fmax(z, 0) - z * t->target[t->p[i].y] +
		       log1p(exp(-fabs(z)));
	}
	return sum;
}

/* Gradient g and Hessian h (3 by 3) at f; an unused score moves nowhere. */
static void
slopes(const struct task *t, const struct hd_platt *f, double *g, double *h)
{
	double x[3] = { 1, 0, 0 }, p;

	memset(g, 0, 3 * sizeof(*g));
	memset(h, 0, 9 * sizeof(*h));
	for (size_t i = 0; i < t->n; i++) {
		p = hd_platt_p(f, t->p[i].x);
		x[1] = t->use[1] ? t->p[i].x[0] : 0;
		x[2] = t->use[2] ? t->p[i].x[1] : 0;
		for (int a = 0; a < 3; a++) {
			g[a] += (p - t->target[t->p[i].y]) * x[a];
			for (int b = 0; b < 3; b++)
				h[3 * a + b] += p * (1 - p) * x[a] * x[b];
		}
	}
	for (int a = 0; a < 3; a++) {
		g[a] += a > 0 ? RIDGE * f->w[a] : 0;
		h[4 * a] += RIDGE;
	}
}

/* Newton's method, steps halved until they gain. */
static struct hd_platt
solve(const struct task *t)
{
	struct hd_platt f = { { 0, 0, 0 } }, next;
	double g[3], h[9], d[3], at = loss(t, &f), to, step;
	gsl_matrix_view hm = gsl_matrix_view_array(h, 3, 3);
	gsl_vector_view gv = gsl_vector_view_array(g, 3);
	gsl_vector_view dv = gsl_vector_view_array(d, 3);

	for (int i = 0; i < STEPS; i++) {
		slopes(t, &f, g, h);
		if (gsl_linalg_cholesky_decomp1(&hm.matrix) != GSL_SUCCESS ||
		    gsl_linalg_cholesky_solve(
			&hm.matrix, &gv.vector, &dv.vector) != GSL_SUCCESS)
			break;
		for (step = 1; step > CLOSE; step /= 2) {
			for (int a = 0; a < 3; a++)
				next.w[a] = f.w[a] - step * d[a];
			to = loss(t, &next);
			if (to <= at)
				break;
		}
		if (step <= CLOSE || at - to <= CLOSE * (1 + at))
			break;
		f = next;
		at = to;
	}
	return f;
}

struct hd_platt
hd_platt_fit(const struct hd_platt_point *p, size_t n)
{
	struct task t = { p, n, { 0, 1 }, { true, true, true } };
	struct hd_platt f;
	double pos = 0;

	for (size_t i = 0; i < n; i++)
		pos += p[i].y;
	t.target[0] = 1 / ((double)n - pos + 2);
	t.target[1] = (pos + 1) / (pos + 2);
	if (pos <= 0 || pos >= (double)n)
		t.use[1] = t.use[2] = false;
	for (;;) {
		f = solve(&t);
		if (f.w[1] < 0 && f.w[1] <= f.w[2])
			t.use[1] = false;
		else if (f.w[2] < 0)
			t.use[2] = false;
		else
			return f;
	}
}
