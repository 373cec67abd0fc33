/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rates did and what the mix did: see compare.h. */
#include <math.h>

#include "stats/compare.h"

static double
ratio(int64_t x, double n)
{
	return n > 0 ? (double)x / n : NAN;
}

static void
part(struct hd_kitagawa_row *row, double mean)
{
	row->rate = isnan(mean) ? NAN : 0;
	if (isnan(mean))
		row->mix = NAN;
	else if (row->w0 <= 0 && row->w1 <= 0)
		row->mix = 0;
	else if (row->w0 <= 0)
		row->mix = row->w1 * (row->r1 - mean);
	else if (row->w1 <= 0)
		row->mix = -row->w0 * (row->r0 - mean);
	else {
		row->rate = (row->w0 + row->w1) / 2 * (row->r1 - row->r0);
		row->mix =
		    (row->w1 - row->w0) * ((row->r0 + row->r1) / 2 - mean);
	}
}

/* The variance of a type's rate part; of one window only, it has none. */
static double
variance(const struct hd_compared *c, const struct hd_kitagawa_row *row)
{
	double w = (row->w0 + row->w1) / 2;

	if (c->n0 <= 0 || c->n1 <= 0)
		return 0;
	return w * w *
	       (row->r0 * (1 - row->r0) / (double)c->n0 +
		   row->r1 * (1 - row->r1) / (double)c->n1);
}

struct hd_kitagawa
hd_kitagawa(
    const struct hd_compared *cells, size_t k, struct hd_kitagawa_row *rows)
{
	struct hd_kitagawa all = { 0, 0, 0, 0, 0 };
	int64_t x0 = 0, x1 = 0;
	double n0 = 0, n1 = 0, var = 0;

	for (size_t i = 0; i < k; i++) {
		x0 += cells[i].x0;
		x1 += cells[i].x1;
		n0 += (double)cells[i].n0;
		n1 += (double)cells[i].n1;
	}
	all.r0 = ratio(x0, n0);
	all.r1 = ratio(x1, n1);
	for (size_t i = 0; i < k; i++) {
		rows[i].w0 = ratio(cells[i].n0, n0);
		rows[i].w1 = ratio(cells[i].n1, n1);
		rows[i].r0 = ratio(cells[i].x0, (double)cells[i].n0);
		rows[i].r1 = ratio(cells[i].x1, (double)cells[i].n1);
		part(&rows[i], (all.r0 + all.r1) / 2);
		all.rate += rows[i].rate;
		all.mix += rows[i].mix;
		var += variance(&cells[i], &rows[i]);
	}
	all.rate_se = sqrt(var);
	if (n0 <= 0 || n1 <= 0)
		all.rate = all.mix = all.rate_se = NAN;
	return all;
}
