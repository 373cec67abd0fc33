/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that are probably wrong: see suspect.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "learn/suspect.h"

#define FLOOR 1e-6 /* no class is surer out of the question */

/* How likely each class is, on average, where people gave it; 1 where none did. */
static double *
thresholds(const double *p, const int *label, size_t n, size_t k)
{
	double *t = hd_xcalloc(k + 1, sizeof(*t));
	size_t *has = hd_xcalloc(k + 1, sizeof(*has));

	for (size_t i = 0; i < n; i++)
		if (label[i] >= 0) {
			t[label[i]] += p[i * k + (size_t)label[i]];
			has[label[i]]++;
		}
	for (size_t c = 0; c < k; c++)
		t[c] = has[c] > 0 ? t[c] / (double)has[c] : 1;
	free(has);
	return t;
}

/* The likeliest class other than `but`. */
static size_t
likeliest(const double *p, size_t k, size_t but)
{
	size_t best = but == 0 ? 1 : 0;

	for (size_t c = 0; c < k; c++)
		if (c != but && p[c] > p[best])
			best = c;
	return best;
}

void
hd_suspects(
    const double *p, const int *label, size_t n, size_t k, struct hd_suspect *s)
{
	double *t = thresholds(p, label, n, k);
	const double *row;
	size_t own, other;

	for (size_t i = 0; i < n; i++) {
		s[i] = (struct hd_suspect){ -1, 0, false };
		if (label[i] < 0)
			continue;
		row = p + i * k;
		own = (size_t)label[i];
		other = likeliest(row, k, own);
		s[i].model = (int)other;
		s[i].score =
		    (row[other] + FLOOR) / (row[other] + row[own] + 2 * FLOOR);
		s[i].wrong = row[other] >= t[other] && row[other] > row[own];
	}
	free(t);
}
