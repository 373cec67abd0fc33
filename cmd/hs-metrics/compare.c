/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics compare: before and after, or one arm and the other. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "hs-metrics/hs-metrics.h"
#include "metrics/compare.h"
#include "store/baseline.h"

/* Two windows, and what chooses their tickets. */
struct sides {
	struct hd_period p[2];
	struct hd_str filter[2]; /* of baselines; p NULL: none */
	struct hd_buf arm[2];
	struct hd_compare c;
	struct hd_arena arena;
};

static void
release(struct sides *s)
{
	hd_buf_release(&s->arm[0]);
	hd_buf_release(&s->arm[1]);
	hd_arena_release(&s->arena);
}

/* A period or a baseline; *p has the zone. */
static int
read_side(struct hd_ctx *ctx, struct sides *s, int w, const char *name,
    struct hd_err *err)
{
	struct hd_compare_window *win = &s->c.win[w];
	struct hd_baseline b;
	int r = hd_period_named(name, &s->p[w], err);

	win->name = name;
	if (r == 0) {
		r = hd_baseline_get(ctx->db, name, &b, &s->arena, err);
		if (r == 0)
			return hd_err_set(err, HD_EUSAGE,
			    "'%s' is no period, as 2026-10, 2026Q3 or "
			    "2026-10-01..2026-11-01, and no baseline",
			    name);
		s->p[w].since = b.since;
		s->p[w].until = b.until;
		s->filter[w] = b.filter;
		win->other_rules = b.other_rules;
	}
	win->since = s->p[w].since;
	win->until = s->p[w].until;
	if (r >= 0 && win->since >= win->until)
		return hd_err_set(
		    err, HD_EUSAGE, "'%s' ends before it begins", name);
	return r < 0 ? -1 : 0;
}

/* What one baseline was narrowed to, the other side is as well. */
static void
share_filter(struct sides *s)
{
	for (int w = 0; w < 2; w++)
		if (s->filter[w].p == NULL)
			s->filter[w] = s->filter[1 - w];
}

static int
read_sides(
    struct hd_ctx *ctx, struct sides *s, char *argv[], struct hd_err *err)
{
	const char *arm = hd_metrics_opts.arm;

	if (hd_period_read(ctx, HD_BY_CREATED, 90, &s->p[0], err) != 0)
		return -1;
	s->p[1] = s->p[0];
	s->c.by = arm != NULL ? arm : "period";
	s->c.zone = &s->p[0].zone;
	for (int w = 0; w < 2; w++) {
		s->c.win[w] = (struct hd_compare_window){ argv[w],
			s->p[w].since, s->p[w].until, false };
		if (arm == NULL && read_side(ctx, s, w, argv[w], err) != 0)
			return -1;
		if (arm != NULL && hd_sel_equals(ctx->db, arm, hd_str(argv[w]),
				       &s->arm[w], err) != 0)
			return -1;
	}
	share_filter(s);
	return 0;
}

static int
fill(struct hd_ctx *ctx, struct sides *s, struct hd_err *err)
{
	int r = hd_ladder_begin(ctx->db, err);

	for (int w = 0; w < 2 && r == 0; w++) {
		r = hd_select(ctx, 0, NULL, &s->p[w], err);
		if (r == 0 && s->filter[w].p != NULL)
			r = hd_sel_where(ctx->db, s->filter[w].p, err);
		if (r == 0 && s->arm[w].n > 0)
			r = hd_sel_where(ctx->db, s->arm[w].s, err);
		if (r == 0)
			r = hd_ladder_add(ctx->db, w, err);
	}
	return r;
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

/* All but those of vendors, which are for the bridge. */
static void
all_metrics(const struct hd_metric ***list)
{
	size_t n = 0, cap = 0;

	for (size_t i = 0; hd_metric_at(i) != NULL; i++) {
		if (hd_metric_at(i)->layer == HD_LAYER_VENDOR)
			continue;
		*list = hd_grow(*list, &cap, n + 2, sizeof(**list));
		(*list)[n++] = hd_metric_at(i);
		(*list)[n] = NULL;
	}
}

static int
named_metrics(const struct hd_metric ***list, struct hd_err *err)
{
	const char **names = NULL;
	size_t n = 0;
	int r = hd_metrics_names(hd_metrics_opts.metric, &names, err);

	while (r == 0 && names[n] != NULL)
		n++;
	*list = hd_xcalloc(n + 1, sizeof(**list));
	for (size_t i = 0; i < n; i++)
		(*list)[i] = hd_metric_find(names[i]);
	free(names);
	return r;
}

int
hd_metrics_compare(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_metrics_out o = { .ctx = ctx };
	struct sides s = { .arena = HD_ARENA_INIT };
	const struct hd_metric **list = NULL;
	int r = argc == 2 ? 0
			  : hd_err_set(err, HD_EUSAGE,
				"compare: two periods, baselines or arms");

	if (r == 0 && hd_metrics_opts.metric != NULL)
		r = named_metrics(&list, err);
	else if (r == 0)
		all_metrics(&list);
	if (r == 0)
		r = hd_metrics_begin(&o, ctx, NULL, err);
	if (r == 0)
		r = hd_db_snapshot(ctx->db, err);
	if (r == 0)
		r = read_sides(ctx, &s, argv, err);
	if (r == 0)
		r = fill(ctx, &s, err);
	if (r == 0) {
		s.c.db = ctx->db;
		s.c.min_n = hd_metrics_opts.min_n;
		s.c.give = give;
		s.c.ctx = &o;
		s.c.notes = &o.notes;
		r = hd_compare_hygiene(&s.c, list, err);
	}
	if (r == 0)
		r = hd_compare_metrics(&s.c, list, err);
	free(list);
	release(&s);
	return hd_metrics_end(&o, r, err);
}
