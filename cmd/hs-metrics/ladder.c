/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics ladder: how far tickets came, rung by rung. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "hs-metrics/hs-metrics.h"
#include "store/ladder.h"

static const char *const columns[] = { "metric", "segment", "estimate", "lo",
	"hi", "x", "n", "N", "method", "definition", "status", "rung", "title",
	"of", "step", "step_lo", "step_hi", "step_n", "step_status" };
#define NCOLS (sizeof(columns) / sizeof(columns[0]))
static const char few[] = "rung,title,x,estimate,of,step,n,status";
static const char few_split[] = "segment,rung,x,estimate,of,step,n,status";
static const char many[] = "metric,segment,estimate,lo,hi,x,n,N,method,"
			   "definition,status,rung,of,step,step_lo,step_hi,"
			   "step_n,step_status";

/*
 * A rung: the metric that is its share of all tickets, and the one that is its share
 * of the rung that it stands on.  Whoever reads how much was deflected reads how much
 * of it held, in the next rows.
 */
static const struct rung {
	const char *rung, *share, *of, *step;
} rungs[] = {
	{ "N0", "demand", NULL, NULL },
	{ "N1", "eligible", "N0", NULL },
	{ "N2", "involvement", "N1", "involved_eligible" },
	{ "N3", "answered_all", "N2", "answered" },
	{ "N4", "contained_all", "N2", "containment" },
	{ "N5", "deflection", "N4", "resolved_contained" },
	{ "N6", "confirmed_all", "N5", "confirmed" },
	{ "N7", "durable_all", "N5", "durable" },
	{ "N7+", "verified_deflection", NULL, NULL },
	{ "N8", NULL, "N5", "correct" },
};
#define RUNGS (sizeof(rungs) / sizeof(rungs[0]))

/* The figures of a part of the window. */
struct part {
	char *segment;
	struct hd_figure share[RUNGS], step[RUNGS];
};

struct page {
	struct hd_metrics_out o;
	struct part *parts;
	size_t n, cap;
	size_t rung; /* being measured */
	bool step;
};

static struct part *
part_of(struct page *p, const char *segment)
{
	struct part *part;

	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->parts[i].segment, segment) == 0)
			return &p->parts[i];
	p->parts = hd_grow(p->parts, &p->cap, p->n + 1, sizeof(*p->parts));
	part = &p->parts[p->n++];
	memset(part, 0, sizeof(*part));
	part->segment = hd_xstrdup(segment);
	return part;
}

static void
take(void *ctx, const struct hd_metric *m, const struct hd_figure *f,
    const char *by, struct hd_str value)
{
	struct page *p = ctx;
	struct part *part;
	struct hd_figure *to;

	(void)by;
	(void)value;
	if (strcmp(f->metric, m->name) != 0) /* a design effect */
		return;
	part = part_of(p, f->segment);
	to = p->step ? &part->step[p->rung] : &part->share[p->rung];
	*to = *f;
	to->metric = m->name;
	to->segment = part->segment;
	hd_metrics_test(&p->o, to);
}

static int
measure(struct page *p, const char *name, struct hd_err *err)
{
	const char *split = hd_metrics_opts.split;
	struct hd_measure m = hd_metrics_measurer(&p->o);
	const struct hd_metric *metric =
	    name != NULL ? hd_metric_find(name) : NULL;

	m.give = take;
	m.ctx = p;
	if (metric == NULL)
		return 0;
	if (hd_measure(&m, metric, NULL, err) != 0)
		return -1;
	return split != NULL ? hd_measure(&m, metric, split, err) : 0;
}

static int
measure_all(struct page *p, struct hd_err *err)
{
	for (p->rung = 0; p->rung < RUNGS; p->rung++) {
		p->step = false;
		if (measure(p, rungs[p->rung].share, err) != 0)
			return -1;
		p->step = true;
		if (measure(p, rungs[p->rung].step, err) != 0)
			return -1;
	}
	return 0;
}

static void
step_cells(struct hd_table *t, const struct rung *r, const struct hd_figure *f)
{
	hd_table_cstr(t, r->of);
	if (f->metric == NULL) {
		for (int i = 0; i < 5; i++)
			hd_table_null(t);
		return;
	}
	hd_figure_limits(t, f, t->format == HD_FMT_TABLE ? 3 : f->decimals);
	hd_table_index(t, f->n);
	hd_table_cstr(t, hd_status_name(f->status));
}

static void
row(struct hd_table *t, const struct part *part, size_t i)
{
	const struct rung *r = &rungs[i];
	/* of all tickets nobody knows: the reviewed ones are a few of N5 */
	const struct hd_figure *f =
	    r->share != NULL ? &part->share[i] : &part->step[i];
	struct hd_figure none = *f;

	if (f->metric == NULL)
		return;
	none.estimate = none.lo = none.hi = NAN;
	hd_table_cstr(t, f->metric);
	hd_table_cstr(t, part->segment);
	hd_figure_limits(t, r->share != NULL ? f : &none,
	    t->format == HD_FMT_TABLE ? 3 : f->decimals);
	hd_table_index(t, hd_figure_hidden(f) ? -1 : f->x);
	hd_table_index(t, f->n);
	hd_table_index(t, f->N);
	hd_table_cstr(t, f->method);
	hd_table_cstr(t, f->definition);
	hd_table_cstr(t, hd_status_name(f->status));
	hd_table_cstr(t, r->rung);
	hd_table_cstr(t, hd_metric_find(f->metric)->title);
	step_cells(t, r, &part->step[i]);
	hd_table_row(t);
}

static int
run(struct page *p, int argc, char *argv[], struct hd_err *err)
{
	struct hd_period period;

	if (hd_metrics_select(p->o.ctx, argc, argv, &period, err) != 0 ||
	    hd_metrics_rungs(p->o.ctx, &period, err) != 0 ||
	    measure_all(p, err) != 0)
		return -1;
	for (size_t k = 0; k < p->n; k++)
		for (size_t i = 0; i < RUNGS; i++)
			row(&p->o.table, &p->parts[k], i);
	return hd_metrics_about(&p->o, err);
}

int
hd_metrics_ladder(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct page p = { .n = 0 };
	int r = hd_metrics_begin_as(&p.o, ctx, columns, NCOLS,
	    hd_metrics_opts.split != NULL ? few_split : few, many, err);

	if (r == 0)
		r = run(&p, argc, argv, err);
	for (size_t k = 0; k < p.n; k++)
		free(p.parts[k].segment);
	free(p.parts);
	return hd_metrics_end(&p.o, r, err);
}

/* "24h", "7d" as a column of the ladder. */
static int
durable_column(const char *text, const char **column, struct hd_err *err)
{
	static const char *const names[][2] = { { "24h", "n7_24h" },
		{ "72h", "n7_72h" }, { "7d", NULL }, { "14d", "n7_14d" } };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(text, names[i][0]) == 0) {
			*column = names[i][1];
			return 0;
		}
	return hd_err_set(
	    err, HD_EUSAGE, "--durable '%s': 24h, 72h, 7d or 14d", text);
}

int
hd_metrics_rungs(
    struct hd_ctx *ctx, const struct hd_period *p, struct hd_err *err)
{
	const char *durable = hd_metrics_opts.durable, *column = NULL;

	if (durable != NULL && durable_column(durable, &column, err) != 0)
		return -1;
	if (column != NULL && hd_ladder_durable(ctx->db, column, err) != 0)
		return -1;
	return hd_metrics_opts.ai_on != NULL
		   ? hd_metrics_ai_on(ctx, hd_metrics_opts.ai_on, &p->zone, err)
		   : 0;
}
