/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics tickets: the tickets that a metric counts, for hs-show. */
#include "hs-metrics/hs-metrics.h"
#include "store/ladder.h"

static int
print(struct hd_ctx *ctx, const struct hd_metric *m, struct hd_err *err)
{
	static const char *const columns[] = { "key" };
	const struct hd_common *c = &hd_metrics_opts.common;
	const struct hd_str all = { NULL, 0 };
	enum hd_format f;
	struct hd_table t;
	struct hd_stmt *st;
	int r = -1;

	if (hd_format_read(c->format, false, &f, err) != 0 ||
	    hd_table_begin(
		&t, &ctx->out, f, columns, 1, c->columns, c->header, err) != 0)
		return -1;
	st = hd_ladder_keys(
	    ctx->db, m->name, NULL, all, 0, !hd_metrics_opts.miss, err);
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		hd_table_text(&t, hd_col_text(st, 0));
		hd_table_row(&t);
	}
	hd_stmt_close(st);
	hd_table_end(&t);
	return r;
}

int
hd_metrics_tickets(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	const struct hd_metric *m;
	struct hd_period p;

	if (argc == 0)
		return hd_err_set(err, HD_EUSAGE, "tickets: of which metric?");
	m = hd_metric_find(argv[0]);
	if (m == NULL)
		return hd_err_set(err, HD_EUSAGE,
		    "no metric '%s': see hs-metrics define", argv[0]);
	if (hd_metrics_select(ctx, argc - 1, argv + 1, &p, err) != 0 ||
	    hd_metrics_rungs(ctx, &p, err) != 0)
		return -1;
	return print(ctx, m, err);
}
