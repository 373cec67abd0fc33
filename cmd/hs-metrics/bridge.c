/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics bridge: the same tickets as each vendor counts them. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "hs-metrics/hs-metrics.h"
#include "metrics/bridge.h"
#include "render/lines.h"

static const char *const columns[] = { "metric", "segment", "estimate", "lo",
	"hi", "x", "n", "N", "method", "definition", "status", "vendor", "what",
	"interval", "missing" };
#define NCOLS (sizeof(columns) / sizeof(columns[0]))
static const char few[] = "vendor,what,estimate,interval,n,status";
static const char many[] = "metric,segment,estimate,lo,hi,x,n,N,method,"
			   "definition,status,vendor,missing";

struct page {
	struct hd_metrics_out o;
	/* What stands below the table, a line each. */
	struct hd_buf lacks, claims;
	struct hd_buf missing, rows; /* the last thing missing, and where */
};

/* "0.365-0.691", or nothing. */
static void
interval(struct hd_table *t, const struct hd_figure *f)
{
	char text[64];

	if (hd_figure_hidden(f) || isnan(f->lo)) {
		hd_table_null(t);
		return;
	}
	(void)snprintf(text, sizeof(text), "%.3f-%.3f", f->lo, f->hi);
	hd_table_cstr(t, text);
}

static void
row(struct page *p, const struct hd_figure *f, const struct hd_bridge_row *b)
{
	struct hd_table *t = &p->o.table;
	bool hidden = hd_figure_hidden(f);

	hd_table_cstr(t, f->metric);
	hd_table_cstr(t, f->segment);
	hd_figure_limits(t, f, t->format == HD_FMT_TABLE ? 3 : f->decimals);
	hd_table_index(t, hidden ? -1 : f->x);
	hd_table_index(t, f->n);
	hd_table_index(t, f->N);
	hd_table_cstr(t, f->method);
	hd_table_cstr(t, f->definition);
	hd_table_cstr(t, hd_status_name(f->status));
	hd_table_cstr(t, b->vendor);
	hd_table_cstr(t, b->name);
	interval(t, f);
	hd_table_cstr(t, b->missing);
	hd_table_row(t);
	hd_metrics_test(&p->o, f);
}

/* A figure beside the row's own: NAME.deff, NAME.claim, NAME.p. */
static void
beside(struct page *p, const struct hd_bridge_row *b, const char *part,
    struct hd_figure f)
{
	char name[96];

	(void)snprintf(name, sizeof(name), "%s.%s", b->figure.metric, part);
	f.metric = name;
	row(p, &f, b);
}

static void
claim_figures(struct page *p, const struct hd_bridge_row *b)
{
	const struct hd_claim *c = &b->claim;
	struct hd_figure f = b->figure;

	f.x = -1;
	f.estimate = c->difference;
	f.lo = c->lo;
	f.hi = c->hi;
	beside(p, b, "claim", f);
	f.estimate = c->p;
	f.lo = f.hi = NAN;
	f.method = c->exact ? "binomial" : "score";
	beside(p, b, "p", f);
}

static void
claim_words(struct page *p, const struct hd_bridge_row *b)
{
	const struct hd_claim *c = &b->claim;
	const struct hd_figure *f = &b->figure;
	double claimed = 100 * hd_metrics_opts.claimed;

	hd_buf_addf(&p->claims, "%s, %s: ", b->vendor, b->name);
	if (!b->claimed) {
		hd_buf_addf(
		    &p->claims, "%.1f %% cannot be tested here.\n", claimed);
		return;
	}
	hd_buf_addf(&p->claims, "%.1f %% is claimed, %.1f %% measured", claimed,
	    100 * f->estimate);
	if (isnan(f->lo)) {
		hd_buf_adds(&p->claims,
		    ", of one account alone: there is no interval to test by.\n");
		return;
	}
	hd_buf_addf(
	    &p->claims, " (%.1f to %.1f %%).  ", 100 * f->lo, 100 * f->hi);
	if (c->inside)
		hd_buf_adds(&p->claims, "The claim is inside the interval: ");
	else
		hd_buf_addf(&p->claims,
		    "The claim is %.1f points %s what was measured: ",
		    100 * fabs(c->difference),
		    c->difference > 0 ? "above" : "below");
	hd_buf_adds(&p->claims, c->inside
				    ? "these tickets do not speak against it"
				    : "these tickets speak against it");
	if (c->p < 0.0001)
		hd_buf_adds(&p->claims, " (p below 0.0001, ");
	else
		hd_buf_addf(&p->claims, " (p %.4f, ", c->p);
	hd_buf_addf(&p->claims, "design effect %.2f).\n", b->deff);
}

/* A sentence of what the last rows lack, once for all of them. */
static void
end_missing(struct page *p)
{
	if (p->rows.n > 0)
		hd_buf_addf(&p->lacks, "%s: %s.\n", p->rows.s, p->missing.s);
	hd_buf_reset(&p->rows);
	hd_buf_reset(&p->missing);
}

static void
add_missing(struct page *p, const struct hd_bridge_row *b)
{
	if (b->missing == NULL ||
	    strcmp(hd_buf_cstr(&p->missing), b->missing) != 0)
		end_missing(p);
	if (b->missing == NULL)
		return;
	if (p->rows.n == 0)
		hd_buf_adds(&p->missing, b->missing);
	hd_buf_addf(
	    &p->rows, "%s%s %s", p->rows.n > 0 ? ", " : "", b->vendor, b->name);
}

static void
give(void *ctx, const struct hd_bridge_row *b)
{
	struct page *p = ctx;
	struct hd_figure deff = b->figure;

	row(p, &b->figure, b);
	add_missing(p, b);
	if (!isnan(hd_metrics_opts.claimed))
		claim_words(p, b);
	if (p->o.table.format == HD_FMT_TABLE)
		return;
	if (!isnan(b->deff)) {
		deff.estimate = b->deff;
		deff.lo = deff.hi = NAN;
		deff.x = -1;
		deff.N = b->accounts;
		deff.method = "count";
		beside(p, b, "deff", deff);
	}
	if (b->claimed)
		claim_figures(p, b);
}

static int
check_claimed(struct hd_err *err)
{
	double v = hd_metrics_opts.claimed;

	if (isnan(v) || (v >= 0 && v <= 1))
		return 0;
	return hd_err_set(err, HD_EOPTION,
	    "--claimed: a share from 0 to 1, as 0.76, not %g", v);
}

static int
one_cell(uint32_t c)
{
	return c >= ' ' ? 1 : -1;
}

/* Below a table, after an empty line. */
static void
print_words(struct hd_out *out, struct hd_str words)
{
	struct hd_lines l = { 0 };

	hd_lines_begin(&l, 80, one_cell);
	hd_lines_add(&l, words, 0, HD_STYLE_TEXT);
	hd_out_adds(out, words.n > 0 ? "\n" : "");
	for (size_t i = 0; words.n > 0 && i < l.n; i++) {
		struct hd_str s = hd_lines_at(&l, i);

		hd_out_addf(out, "%.*s\n", (int)s.n, s.p);
	}
	hd_lines_release(&l);
}

int
hd_metrics_bridge(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct page p = { .o = { .ctx = ctx } };
	const struct hd_bridge b = { .db = ctx->db,
		.min_n = hd_metrics_opts.min_n,
		.as = hd_metrics_opts.as,
		.claimed = hd_metrics_opts.claimed,
		.give = give,
		.ctx = &p };
	struct hd_period period;
	int r = check_claimed(err);

	if (r == 0)
		r = hd_metrics_begin_as(
		    &p.o, ctx, columns, NCOLS, few, many, err);
	if (r == 0)
		r = hd_metrics_select(ctx, argc, argv, &period, err);
	if (r == 0)
		r = hd_bridge(&b, err);
	end_missing(&p);
	r = hd_metrics_end(&p.o, r, err);
	if (r == 0 && p.o.table.format == HD_FMT_TABLE) {
		print_words(&ctx->out, hd_buf_str(&p.lacks));
		print_words(&ctx->out, hd_buf_str(&p.claims));
	}
	hd_buf_release(&p.lacks);
	hd_buf_release(&p.claims);
	hd_buf_release(&p.missing);
	hd_buf_release(&p.rows);
	return r;
}
