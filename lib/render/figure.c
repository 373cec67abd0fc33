/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as rows: see figure.h. */
#include <math.h>

#include "render/figure.h"

const char *const hd_figure_columns[11] = { "metric", "segment", "estimate",
	"lo", "hi", "x", "n", "N", "method", "definition", "status" };

const char *
hd_status_name(enum hd_status s)
{
	static const char *const names[] = { "MEASURED", "ESTIMATED",
		"ESTIMATED(transported)", "ESTIMATED(assumed)", "UNVERIFIED",
		"IMMATURE", "SUPPRESSED", "NOT-MEASURABLE", "INCOMPATIBLE" };

	return names[s];
}

static void
real(struct hd_table *t, double v, int decimals, bool hide)
{
	if (hide || isnan(v))
		hd_table_null(t);
	else
		hd_table_real(t, v, decimals);
}

static void
count(struct hd_table *t, int64_t v)
{
	if (v < 0)
		hd_table_null(t);
	else
		hd_table_int(t, v);
}

bool
hd_figure_hidden(const struct hd_figure *f)
{
	return f->status == HD_NOT_MEASURABLE || f->status == HD_SUPPRESSED ||
	       f->status == HD_INCOMPATIBLE || f->status == HD_IMMATURE;
}

void
hd_figure_limits(struct hd_table *t, const struct hd_figure *f, int decimals)
{
	real(t, f->estimate, decimals, hd_figure_hidden(f));
	real(t, f->lo, decimals, hd_figure_hidden(f));
	real(t, f->hi, decimals, hd_figure_hidden(f));
}

void
hd_figure_row(struct hd_table *t, const struct hd_figure *f)
{
	hd_table_cstr(t, f->metric);
	hd_table_cstr(t, f->segment);
	hd_figure_limits(t, f, f->decimals);
	count(t, hd_figure_hidden(f) ? -1 : f->x);
	count(t, f->n);
	count(t, f->N);
	hd_table_cstr(t, f->method);
	hd_table_cstr(t, f->definition);
	hd_table_cstr(t, hd_status_name(f->status));
	hd_table_row(t);
}
