/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics define: what a metric is, and how to count it again. */
#include "hs-metrics/hs-metrics.h"

static const char *const columns[] = { "name", "layer", "title" };

static int
list(struct hd_ctx *ctx, struct hd_err *err)
{
	static const char *const layers[] = { "ai", "human", "vendor" };
	struct hd_metrics_out o = { .ctx = ctx };
	const struct hd_metric *m;
	int r = hd_metrics_begin_as(&o, ctx, columns, 3, NULL, NULL, err);

	for (size_t i = 0; r == 0 && (m = hd_metric_at(i)) != NULL; i++) {
		hd_table_cstr(&o.table, m->name);
		hd_table_cstr(&o.table, layers[m->layer]);
		hd_table_cstr(&o.table, m->title);
		hd_table_row(&o.table);
	}
	return hd_metrics_end(&o, r, err);
}

/* The view as it stands, and for a metric where it is from and its query. */
static int
define(struct hd_ctx *ctx, const char *name, struct hd_err *err)
{
	const struct hd_metric *m = hd_metric_find(name);
	const char *text = hd_view_text(name);
	struct hd_buf query = HD_BUF_INIT;
	struct hd_window w = { 0 };
	struct hd_period p;

	if (text == NULL)
		return hd_err_set(err, HD_EUSAGE,
		    "no metric '%s': see hs-metrics define", name);
	hd_out_adds(&ctx->out, text);
	if (m == NULL)
		return 0;
	if (hd_period_read(ctx, HD_BY_CREATED, 90, &p, err) != 0)
		return -1;
	w.since = p.since;
	w.until = p.until;
	w.by = p.by;
	w.where = hd_metrics_opts.common.where;
	hd_ladder_query(&query, m->name, m->kind == HD_KIND_MEDIAN, NULL,
	    (struct hd_str){ NULL, 0 }, &w);
	hd_out_addf(&ctx->out,
	    "\n-- Source: %s\n\n-- estimate, x, n and N of the period:\n",
	    m->sources);
	hd_out_adds(&ctx->out, hd_buf_cstr(&query));
	hd_out_adds(&ctx->out, "\n");
	hd_buf_release(&query);
	return 0;
}

int
hd_metrics_define(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	if (argc == 0)
		return list(ctx, err);
	if (argc > 1)
		return hd_err_set(
		    err, HD_EUSAGE, "define: one metric at a time");
	return define(ctx, argv[0], err);
}
