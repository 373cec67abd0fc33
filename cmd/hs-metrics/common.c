/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: see hs-metrics.h. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "hs-metrics/hs-metrics.h"

/* Is it told in time? */
static bool
is_series(void)
{
	const char *split = hd_metrics_opts.split;

	return split != NULL &&
	       (strcmp(split, "week") == 0 || strcmp(split, "month") == 0);
}

int
hd_metrics_select(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_period *p, struct hd_err *err)
{
	if (hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_period_read(ctx, HD_BY_CREATED, 90, p, err) != 0 ||
	    hd_say_untagged(ctx, err) < 0 ||
	    hd_select(ctx, argc, argv, p, err) != 0 ||
	    hd_ladder_begin(ctx->db, err) != 0 ||
	    hd_ladder_split(ctx->db, hd_metrics_opts.split, err) != 0 ||
	    (argc == 0 && is_series() && hd_metrics_happened(ctx, p, err) != 0))
		return -1;
	return hd_ladder_add(ctx->db, 0, err);
}

int
hd_metrics_begin(struct hd_metrics_out *o, struct hd_ctx *ctx, const char *few,
    struct hd_err *err)
{
	return hd_metrics_begin_as(o, ctx, hd_figure_columns, 11,
	    few != NULL ? few : "metric,segment,estimate,lo,hi,n,N", NULL, err);
}

int
hd_metrics_begin_as(struct hd_metrics_out *o, struct hd_ctx *ctx,
    const char *const *names, size_t n, const char *few, const char *many,
    struct hd_err *err)
{
	const struct hd_common *c = &hd_metrics_opts.common;
	const struct hd_list *fail_if = &hd_metrics_opts.fail_if;
	const char *columns = c->columns;
	enum hd_format f;

	memset(o, 0, sizeof(*o));
	o->ctx = ctx;
	o->met = hd_xcalloc(fail_if->n + 1, sizeof(*o->met));
	if (hd_format_read(c->format, isatty(1) == 1, &f, err) != 0 ||
	    hd_failif_read_all(&o->conditions, fail_if->v, fail_if->n, err) !=
		0)
		return -1;
	if (columns == NULL)
		columns = f == HD_FMT_TABLE ? few : many;
	o->begun = hd_table_begin(&o->table, &ctx->out, f, names, n, columns,
		       true, err) == 0;
	return o->begun ? 0 : -1;
}

void
hd_metrics_test(struct hd_metrics_out *o, const struct hd_figure *f)
{
	for (size_t i = 0; i < hd_metrics_opts.fail_if.n; i++) {
		int r;

		if (strcmp(o->conditions[i].metric, f->metric) != 0)
			continue;
		o->met[i] = true;
		r = hd_failif_test(&o->conditions[i], f);
		o->failed = o->failed || r == 1;
		o->open = o->open || r < 0;
	}
}

void
hd_metrics_give(struct hd_metrics_out *o, const struct hd_figure *f)
{
	hd_figure_row(&o->table, f);
	hd_metrics_test(o, f);
}

static void
give(void *ctx, const struct hd_metric *m, const struct hd_figure *f,
    const char *by, struct hd_str value)
{
	(void)m;
	(void)by;
	(void)value;
	hd_metrics_give(ctx, f);
}

struct hd_measure
hd_metrics_measurer(struct hd_metrics_out *o)
{
	return (struct hd_measure){ .db = o->ctx->db,
		.min_n = hd_metrics_opts.min_n,
		.give = give,
		.ctx = o,
		.notes = &o->notes };
}

int
hd_metrics_measure(
    struct hd_metrics_out *o, const char *const *names, struct hd_err *err)
{
	struct hd_measure m = hd_metrics_measurer(o);
	int r = 0;

	for (; r == 0 && *names != NULL; names++) {
		const struct hd_metric *metric = hd_metric_find(*names);

		r = hd_measure(&m, metric, NULL, err);
		if (r == 0 && hd_metrics_opts.split != NULL)
			r = hd_measure(&m, metric, hd_metrics_opts.split, err);
	}
	return r;
}

int
hd_metrics_about(struct hd_metrics_out *o, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(o->ctx->db, "sql/ladder_about", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, 0);
	r = hd_stmt_step(st, err);
	if (r == 1 && hd_col_int(st, 0) > 0 && hd_col_int(st, 1) < 10)
		hd_buf_addf(&o->notes,
		    "%lld accounts are few to tell how they differ: intervals "
		    "may be too narrow\n",
		    (long long)hd_col_int(st, 1));
	if (r == 1 && hd_col_int(st, 2) > 0)
		hd_buf_addf(&o->notes,
		    "of %lld of %lld tickets it is not known who answered: "
		    "they are in neither layer\n",
		    (long long)hd_col_int(st, 2), (long long)hd_col_int(st, 0));
	if (r == 1 && hd_col_int(st, 4) > 0)
		hd_buf_addf(&o->notes,
		    "of %lld of %lld tickets the time of solution is assumed: "
		    "that of the last message\n",
		    (long long)hd_col_int(st, 4), (long long)hd_col_int(st, 0));
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

static int
check_met(const struct hd_metrics_out *o, struct hd_err *err)
{
	for (size_t i = 0; i < hd_metrics_opts.fail_if.n; i++)
		if (!o->met[i])
			return hd_err_set(err, HD_EOPTION,
			    "--fail-if: no figure '%s' here",
			    o->conditions[i].metric);
	return 0;
}

int
hd_metrics_end(struct hd_metrics_out *o, int r, struct hd_err *err)
{
	if (o->begun)
		hd_table_end(&o->table);
	if (r == 0)
		r = check_met(o, err);
	if (r == 0)
		hd_prog_say_lines(o->ctx, hd_buf_str(&o->notes));
	if (r == 0 && o->failed)
		o->ctx->status = HD_EXIT_FINDINGS;
	else if (r == 0 && o->open)
		o->ctx->status = HD_EXIT_PARTIAL;
	free(o->conditions);
	free(o->met);
	hd_buf_release(&o->notes);
	return r;
}
