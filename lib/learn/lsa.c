/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Latent semantic analysis: see lsa.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "base/mem.h"
#include "learn/lsa.h"

#define DIMS	HD_LSA_DIMS
#define ROUNDS	3	 /* the cosines of neighbours have settled by then */
#define SEED	20260101 /* any number, but always the same */
#define NOTHING 1e-9	 /* an eigenvalue so far below the first is 0 */

static void
axpy(float *restrict y, float a, const float *restrict x)
{
	for (size_t k = 0; k < DIMS; k++)
		y[k] += a * x[k];
}

/* rows = T basis: a row the sum of its terms' vectors. */
static void
project(const struct hd_terms *t, const float *basis, float *rows)
{
	memset(rows, 0, t->nrows * DIMS * sizeof(*rows));
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t i = t->rows[r]; i < t->rows[r + 1]; i++)
			axpy(rows + r * DIMS, t->cells[i].weight,
			    basis + t->cells[i].term * DIMS);
}

/* basis = T' rows */
static void
spread(const struct hd_terms *t, const float *rows, float *basis)
{
	memset(basis, 0, t->nterms * DIMS * sizeof(*basis));
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t i = t->rows[r]; i < t->rows[r + 1]; i++)
			axpy(basis + t->cells[i].term * DIMS,
			    t->cells[i].weight, rows + r * DIMS);
}

/* basis' basis, which says how its columns lie to each other. */
static void
gram(const float *basis, size_t n, gsl_matrix *g)
{
	double *sum = hd_xcalloc(DIMS * DIMS, sizeof(*sum));

	for (size_t t = 0; t < n; t++, basis += DIMS)
		for (size_t a = 0; a < DIMS; a++)
			for (size_t b = 0; b <= a; b++)
				sum[a * DIMS + b] +=
				    (double)basis[a] * basis[b];
	for (size_t a = 0; a < DIMS; a++)
		for (size_t b = 0; b <= a; b++) {
			gsl_matrix_set(g, a, b, sum[a * DIMS + b]);
			gsl_matrix_set(g, b, a, sum[a * DIMS + b]);
		}
	free(sum);
}

/*
 * Turn and stretch the columns so that they are orthonormal: basis W L^-1/2
 * with basis' basis = W L W'.  Directions that hold nothing become 0, which is
 * all a handful of texts leaves of most.
 */
static void
orthonormal(float *basis, size_t n)
{
	gsl_matrix *g = gsl_matrix_alloc(DIMS, DIMS);
	gsl_matrix *w = gsl_matrix_alloc(DIMS, DIMS);
	gsl_vector *l = gsl_vector_alloc(DIMS);
	gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(DIMS);
	float turn[DIMS][DIMS], row[DIMS];
	double most, v;

	gram(basis, n, g);
	(void)gsl_eigen_symmv(g, l, w, work);
	most = gsl_vector_max(l);
	for (size_t a = 0; a < DIMS; a++)
		for (size_t b = 0; b < DIMS; b++) {
			v = gsl_vector_get(l, b);
			turn[a][b] =
			    v > most * NOTHING
				? (float)(gsl_matrix_get(w, a, b) / sqrt(v))
				: 0;
		}
	for (size_t t = 0; t < n; t++, basis += DIMS) {
		memset(row, 0, sizeof(row));
		for (size_t a = 0; a < DIMS; a++)
			axpy(row, basis[a], turn[a]);
		memcpy(basis, row, sizeof(row));
	}
	gsl_eigen_symmv_free(work);
	gsl_vector_free(l);
	gsl_matrix_free(w);
	gsl_matrix_free(g);
}

static void
unit(float *x)
{
	double n = sqrt(hd_lsa_cosine(x, x));

	for (size_t k = 0; n > 0 && k < DIMS; k++)
		x[k] = (float)(x[k] / n);
}

float *
hd_lsa(const struct hd_terms *t)
{
	float *basis = hd_xcalloc(t->nterms * DIMS + 1, sizeof(*basis));
	float *rows = hd_xcalloc(t->nrows * DIMS + 1, sizeof(*rows));
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);

	gsl_rng_set(rng, SEED);
	for (size_t i = 0; i < t->nterms * DIMS; i++)
		basis[i] = (float)gsl_ran_gaussian(rng, 1);
	gsl_rng_free(rng);
	for (int i = 0; i < ROUNDS; i++) {
		project(t, basis, rows);
		spread(t, rows, basis);
		orthonormal(basis, t->nterms);
	}
	project(t, basis, rows);
	for (size_t r = 0; r < t->nrows; r++)
		unit(rows + r * DIMS);
	free(basis);
	return rows;
}

double
hd_lsa_cosine(const float *a, const float *b)
{
	double sum = 0;

	for (size_t k = 0; k < DIMS; k++)
		sum += (double)a[k] * b[k];
	return sum;
}
