/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a comparison of two rule sets: see rulediff.h. */
#include <math.h>

#include "audit/rulediff.h"

static void
real_cell(struct hd_table *t, double v, bool known)
{
	if (known && !isnan(v))
		hd_table_real(t, v, 6);
	else
		hd_table_null(t);
}

static void
share_cell(struct hd_table *t, int64_t x, int64_t n)
{
	real_cell(t, (double)x / (double)n, n > 0);
}

static void
gap(const struct hd_rulejob *job)
{
	hd_out_adds(job->out, job->format == HD_FMT_JSON ? "" : "\n");
}

static int
print_dims(const struct hd_rulejob *job, const struct hd_rulediff *d,
    struct hd_err *err)
{
	static const char *const names[] = { "dimension", "declared", "changed",
		"tickets", "share" };
	size_t n;
	const struct hd_diffdim *dims = hd_tagdiff_dims(d->tags, &n);
	struct hd_table t;

	if (hd_table_begin(
		&t, job->out, job->format, names, 5, NULL, true, err) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		hd_table_cstr(&t, dims[i].name);
		hd_table_cstr(&t, !dims[i].in[1]   ? "old"
				  : !dims[i].in[0] ? "new"
						   : "both");
		hd_table_int(&t, dims[i].tickets);
		hd_table_int(&t, dims[i].n);
		share_cell(&t, dims[i].tickets, dims[i].n);
		hd_table_row(&t);
	}
	hd_table_end(&t);
	gap(job);
	return 0;
}

static int
print_ceiling(const struct hd_rulejob *job, const struct hd_rulediff *d,
    struct hd_err *err)
{
	static const char *const names[] = { "metric", "old", "new",
		"difference", "x_old", "x_new", "n", "status" };
	const char *few = job->format == HD_FMT_TABLE
			      ? "metric,old,new,difference,n,status"
			      : NULL;
	struct hd_figure f[2];
	struct hd_table t;
	bool known[2];

	if (hd_table_begin(
		&t, job->out, job->format, names, 8, few, true, err) != 0)
		return -1;
	for (int p = 0; p < HD_CEILING_PARTS; p++) {
		for (int i = 0; i < 2; i++) {
			f[i] = hd_ceiling_share(
			    &d->ceiling[i], (enum hd_ceiling_part)p);
			known[i] = f[i].status != HD_NOT_MEASURABLE;
		}
		hd_table_cstr(&t, f[0].metric);
		for (int i = 0; i < 2; i++)
			real_cell(&t, f[i].estimate, known[i]);
		real_cell(
		    &t, f[1].estimate - f[0].estimate, known[0] && known[1]);
		for (int i = 0; i < 2; i++)
			hd_table_int(&t, f[i].x);
		hd_table_int(&t, f[0].n);
		/* that of the one which is not known, if there is one */
		hd_table_cstr(&t, hd_status_name(f[known[0]].status));
		hd_table_row(&t);
	}
	hd_table_end(&t);
	gap(job);
	return 0;
}

static int
print_pairs(
    const struct hd_rulejob *job, struct hd_rulediff *d, struct hd_err *err)
{
	static const char *const names[] = { "dimension", "old", "new",
		"tickets", "share", "examples" };
	size_t n, ndims;
	const struct hd_diffdim *dims = hd_tagdiff_dims(d->tags, &ndims);
	const struct hd_diffpair *p = hd_tagdiff_pairs(d->tags, &n);
	const char *columns = job->columns;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_table t;

	if (columns == NULL && job->format == HD_FMT_TABLE)
		columns = "dimension,old,new,tickets,share";
	if (hd_table_begin(
		&t, job->out, job->format, names, 6, columns, true, err) != 0)
		return -1;
	for (const struct hd_diffpair *end = p + n; p < end; p++) {
		hd_table_cstr(&t, dims[p->dim].name);
		hd_table_cstr(&t, p->value[0]);
		hd_table_cstr(&t, p->value[1]);
		hd_table_int(&t, p->tickets);
		share_cell(&t, p->tickets, dims[p->dim].n);
		hd_buf_reset(&b);
		for (int i = 0; i < HD_DIFF_KEYS && p->keys[i] != NULL; i++)
			hd_buf_addf(&b, "%s%s", i > 0 ? " " : "", p->keys[i]);
		hd_table_text(&t, hd_buf_str(&b));
		hd_table_row(&t);
	}
	hd_table_end(&t);
	hd_buf_release(&b);
	return 0;
}

int
hd_rulediff_print(
    const struct hd_rulejob *job, struct hd_rulediff *d, struct hd_err *err)
{
	if (print_dims(job, d, err) != 0 || print_ceiling(job, d, err) != 0)
		return -1;
	return print_pairs(job, d, err);
}
