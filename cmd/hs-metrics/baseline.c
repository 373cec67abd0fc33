/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics baseline, note: periods with a name, and what happened. */
#include <string.h>
#include <unistd.h>

#include "base/num.h"
#include "hs-metrics/hs-metrics.h"
#include "store/baseline.h"

enum hd_dbmode
hd_metrics_writes(void)
{
	return HD_DB_WRITE;
}

static int
set(struct hd_ctx *ctx, const char *name, struct hd_err *err)
{
	const char *where = hd_metrics_opts.common.where;
	struct hd_period p, named;
	struct hd_baseline b;
	int r;

	if (hd_period_read(ctx, HD_BY_CREATED, 90, &p, err) != 0)
		return -1;
	named = p;
	if (*name == '\0' || hd_period_named(name, &named, err) != 0)
		return hd_err_set(err, HD_EUSAGE,
		    "'%s' is a period, not a name for one", name);
	/* a condition that cannot be is better told now than later */
	if (hd_db_begin(ctx->db, err) != 0)
		return -1;
	r = hd_select(ctx, 0, NULL, &p, err);
	b = (struct hd_baseline){ p.since, p.until,
		where != NULL ? hd_str(where) : (struct hd_str){ NULL, 0 },
		false };
	if (r == 0)
		r = hd_baseline_put(ctx->db, name, &b, err);
	if (r == 0)
		return hd_db_commit(ctx->db, err);
	hd_db_rollback(ctx->db);
	return -1;
}

static int
begin(struct hd_ctx *ctx, struct hd_table *t, const char *const *columns,
    size_t n, struct hd_err *err)
{
	const struct hd_common *c = &hd_metrics_opts.common;
	enum hd_format f;

	if (hd_format_read(c->format, isatty(1) == 1, &f, err) != 0)
		return -1;
	return hd_table_begin(
	    t, &ctx->out, f, columns, n, c->columns, true, err);
}

static int
list(struct hd_ctx *ctx, struct hd_err *err)
{
	static const char *const columns[] = { "name", "since", "until",
		"filter", "ruleset" };
	struct hd_table t;
	struct hd_stmt *st;
	int r = begin(ctx, &t, columns, 5, err);

	if (r != 0)
		return -1;
	st = hd_baselines(ctx->db, err);
	r = -1;
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		struct hd_str rules = hd_col_text(st, 4);

		rules.n = rules.n > 12 ? 12 : rules.n;
		hd_table_text(&t, hd_col_text(st, 0));
		hd_table_time(&t, hd_col_int(st, 1));
		hd_table_time(&t, hd_col_int(st, 2));
		hd_table_text(&t, hd_col_text(st, 3));
		hd_table_text(&t, rules);
		hd_table_row(&t);
	}
	hd_stmt_close(st);
	hd_table_end(&t);
	return r;
}

int
hd_metrics_baseline(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	if (argc == 2 && strcmp(argv[0], "set") == 0)
		return set(ctx, argv[1], err);
	if (argc == 1 && strcmp(argv[0], "list") == 0)
		return list(ctx, err);
	return hd_err_set(err, HD_EUSAGE, "baseline: set name, or list");
}

static int
drop(struct hd_ctx *ctx, const char *text, struct hd_err *err)
{
	int64_t id;
	int r;

	if (!hd_num_int(hd_str(text), &id))
		return hd_err_set(
		    err, HD_EUSAGE, "note drop: no number: '%s'", text);
	r = hd_note_drop(ctx->db, id, err);
	if (r == 0)
		return hd_err_set(err, HD_EUSAGE, "there is no note %s", text);
	return r < 0 ? -1 : 0;
}

static int
add(struct hd_ctx *ctx, const char *day, const char *text, struct hd_err *err)
{
	struct hd_period p;
	struct hd_timeopt o = { &p.zone, HD_ORDER_UNKNOWN };
	int64_t at;
	bool zoned;

	if (hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) != 0)
		return -1;
	if (hd_time_parse(hd_str(day), &o, &at, &zoned, err) != 0) {
		err->code = HD_EUSAGE;
		return hd_err_in(err, "note");
	}
	return hd_note_put(ctx->db, at, hd_str(text), err);
}

static int
notes(struct hd_ctx *ctx, struct hd_err *err)
{
	static const char *const columns[] = { "id", "at", "text" };
	struct hd_table t;
	struct hd_stmt *st;
	int r = begin(ctx, &t, columns, 3, err);

	if (r != 0)
		return -1;
	st = hd_notes(ctx->db, INT64_MIN, INT64_MAX, err);
	r = -1;
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		hd_table_int(&t, hd_col_int(st, 0));
		hd_table_time(&t, hd_col_int(st, 1));
		hd_table_text(&t, hd_col_text(st, 2));
		hd_table_row(&t);
	}
	hd_stmt_close(st);
	hd_table_end(&t);
	return r;
}

int
hd_metrics_happened(
    struct hd_ctx *ctx, const struct hd_period *p, struct hd_err *err)
{
	struct hd_stmt *st = hd_notes(ctx->db, p->since, p->until, err);
	struct hd_civil v;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		hd_zone_civil(&p->zone, hd_col_int(st, 1), &v);
		hd_prog_say(ctx, "%04d-%02d-%02d: %s", (int)v.year, v.month,
		    v.day, hd_col_text(st, 2).p);
	}
	hd_stmt_close(st);
	return r;
}

int
hd_metrics_note(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	if (argc == 1 && strcmp(argv[0], "list") == 0)
		return notes(ctx, err);
	if (argc == 2 && strcmp(argv[0], "drop") == 0)
		return drop(ctx, argv[1], err);
	if (argc == 2 && *argv[1] != '\0')
		return add(ctx, argv[0], argv[1], err);
	return hd_err_set(
	    err, HD_EUSAGE, "note: a day and a text, list, or drop id");
}
