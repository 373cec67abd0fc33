/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics bridge: the same tickets as each vendor counts them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
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
	size_t nrows;
	/* What stands below the table: what is missing where, and claims. */
	struct lack {
		struct hd_buf what, rows;
		size_t n;
	} * lacks;
	size_t nlacks, cap;
	struct hd_buf claims;
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
claim_tested(struct hd_buf *w, const struct hd_bridge_row *b)
{
	const struct hd_claim *c = &b->claim;
	const struct hd_figure *f = &b->figure;

	hd_buf_addf(w, "measured %.1f %% (%.1f to %.1f %%), ",
	    100 * f->estimate, 100 * f->lo, 100 * f->hi);
	hd_buf_addf(w, "%.1f points %s.  ", 100 * fabs(c->difference),
	    c->difference > 0 ? "less" : "more");
	hd_buf_adds(w, c->inside ? "These tickets do not refute it"
				 : "These tickets refute it");
	if (c->p < 0.0001)
		hd_buf_adds(w, ": p below 0.0001");
	else if (!isnan(c->p))
		hd_buf_addf(w, ": p %.4f", c->p);
	if (!isnan(b->deff))
		hd_buf_addf(w, ", design effect %.2f", b->deff);
	hd_buf_adds(w, ".\n");
}

static void
claim_words(struct page *p, const struct hd_bridge_row *b)
{
	const struct hd_figure *f = &b->figure;
	struct hd_buf *w = &p->claims;

	hd_buf_addf(w, "%s %s: claimed %.1f %%, ", b->vendor, b->name,
	    100 * hd_metrics_opts.claimed);
	if (!b->claimed)
		hd_buf_adds(w, "which cannot be tested here.\n");
	else if (isnan(f->lo))
		hd_buf_addf(w,
		    "measured %.1f %%, all of one account: there is no "
		    "interval to test it by.\n",
		    100 * f->estimate);
	else
		claim_tested(w, b);
}

static struct lack *
lack_of(struct page *p, struct hd_str what)
{
	for (size_t i = 0; i < p->nlacks; i++)
		if (hd_str_eq(what, hd_buf_cstr(&p->lacks[i].what)))
			return &p->lacks[i];
	p->lacks = hd_grow(p->lacks, &p->cap, p->nlacks + 1, sizeof(*p->lacks));
	p->lacks[p->nlacks] = (struct lack){ .n = 0 };
	hd_buf_add(&p->lacks[p->nlacks].what, what.p, what.n);
	return &p->lacks[p->nlacks++];
}

/* The rows that lack the same share a sentence. */
static void
add_missing(struct page *p, const struct hd_bridge_row *b)
{
	struct hd_str rest = hd_str(b->missing != NULL ? b->missing : ""), what;
	struct lack *l;

	p->nrows++;
	while (rest.n > 0 && hd_str_split(&rest, ';', &what)) {
		l = lack_of(p, hd_str_trim(what));
		hd_buf_addf(&l->rows, "%s%s %s", l->n > 0 ? ", " : "",
		    b->vendor, b->name);
		l->n++;
	}
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
check_options(struct hd_err *err)
{
	double v = hd_metrics_opts.claimed;

	if (hd_metrics_opts.split != NULL)
		return hd_err_set(err, HD_EUSAGE,
		    "bridge: it has no --split; narrow the tickets with -w");
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

	if (words.n == 0)
		return;
	words.n--; /* its last line feed */
	hd_lines_begin(&l, 80, one_cell);
	hd_lines_add(&l, words, 0, HD_STYLE_TEXT);
	hd_out_adds(out, "\n");
	for (size_t i = 0; i < l.n; i++) {
		struct hd_str s = hd_lines_at(&l, i);

		hd_out_addf(out, "%.*s\n", (int)s.n, s.p);
	}
	hd_lines_release(&l);
}

static void
print_lacks(const struct page *p)
{
	struct hd_buf words = HD_BUF_INIT;

	for (size_t i = 0; i < p->nlacks; i++) {
		const struct lack *l = &p->lacks[i];

		hd_buf_addf(&words, "%s: %s.\n",
		    l->n == p->nrows ? "All rows" : l->rows.s, l->what.s);
	}
	print_words(&p->o.ctx->out, hd_buf_str(&words));
	hd_buf_release(&words);
}

static void
release(struct page *p)
{
	for (size_t i = 0; i < p->nlacks; i++) {
		hd_buf_release(&p->lacks[i].what);
		hd_buf_release(&p->lacks[i].rows);
	}
	free(p->lacks);
	hd_buf_release(&p->claims);
}

int
hd_metrics_bridge(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct page p = { .o = { .ctx = ctx } };
	struct hd_bridge b = { .db = ctx->db,
		.min_n = hd_metrics_opts.min_n,
		.as = hd_metrics_opts.as,
		.claimed = hd_metrics_opts.claimed,
		.give = give,
		.ctx = &p };
	struct hd_period period = { 0 };
	int r = check_options(err);

	if (r == 0)
		r = hd_metrics_begin_as(
		    &p.o, ctx, columns, NCOLS, few, many, err);
	if (r == 0)
		r = hd_metrics_select(ctx, argc, argv, &period, err);
	b.tickets = (struct hd_listing){ period.by, period.since, period.until,
		hd_metrics_opts.common.where, argc > 0 };
	if (r == 0)
		r = hd_bridge(&b, err);
	r = hd_metrics_end(&p.o, r, err);
	if (r == 0 && p.o.table.format == HD_FMT_TABLE) {
		print_lacks(&p);
		print_words(&ctx->out, hd_buf_str(&p.claims));
	}
	release(&p);
	return r;
}
