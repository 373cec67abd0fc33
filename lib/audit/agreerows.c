/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures of agreement, and their rows: see agree.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/agree.h"
#include "base/mem.h"
#include "stats/bootstrap.h"

const char *const hd_agree_columns[HD_AGREE_COLUMNS] = { "question", "between",
	"n", "raw", "raw_lo", "raw_hi", "kappa", "k_lo", "k_hi", "linear",
	"l_lo", "l_hi", "alpha", "a_lo", "a_hi", "ac1", "g_lo", "g_hi",
	"metric", "note" };

static void
segment(const struct hd_coded *c, struct hd_buf *b)
{
	hd_buf_addf(
	    b, "question=%s,between=%s", hd_codebook(c->q)->name, c->between);
}

/* "I cannot tell" has no place in an order: it is as if nothing was said. */
static int *
ranked(const struct hd_coded *c)
{
	size_t n = c->r.units * c->r.coders;
	int *code = hd_xcalloc(n + 1, sizeof(*code));

	for (size_t i = 0; i < n; i++)
		code[i] = c->r.code[i] < (int)c->ranks ? c->r.code[i] : -1;
	return code;
}

static struct hd_agreement
kappa(const struct hd_ratings *r, enum hd_weights w)
{
	double *table = hd_xcalloc(r->k * r->k + 1, sizeof(*table));
	struct hd_agreement a;

	(void)hd_ratings_table(r, 0, 1, table);
	a = hd_kappa_weighted(table, r->k, w);
	free(table);
	return a;
}

void
hd_agreed(const struct hd_coded *c, const char *seed, struct hd_agreed *a)
{
	struct hd_buf where = HD_BUF_INIT;
	struct hd_ratings r = c->r;
	int *code = NULL;
	uint32_t s;

	memset(a, 0, sizeof(*a));
	segment(c, &where);
	a->pair = r.coders == 2;
	a->ordered = c->ordered;
	a->raw = hd_agreement_raw(&r);
	a->n = a->raw.n;
	s = hd_boot_seed(seed, "agree.ac1", hd_buf_cstr(&where));
	a->ac1 = hd_ac1(&r, s);
	if (a->pair)
		a->kappa = kappa(&r, HD_WEIGHTS_IDENTITY);
	if (c->ordered) {
		code = ranked(c);
		r.code = code;
		r.k = c->ranks;
	}
	if (a->pair && c->ordered)
		a->weighted = kappa(&r, HD_WEIGHTS_LINEAR);
	s = hd_boot_seed(seed, "agree.alpha", hd_buf_cstr(&where));
	a->alpha =
	    hd_alpha(&r, c->ordered ? HD_METRIC_ORDINAL : HD_METRIC_NOMINAL, s);
	free(code);
	hd_buf_release(&where);
}

static void
put(struct hd_table *t, double v)
{
	if (isnan(v))
		hd_table_null(t);
	else
		hd_table_real(t, v, 3);
}

static void
list(const struct hd_coded *c, const struct hd_agreed *a, struct hd_table *t)
{
	static const struct hd_agreement none = { NAN, NAN, NAN, NAN, 0 };
	const struct hd_agreement *v[] = { &a->raw, a->pair ? &a->kappa : &none,
		a->pair && a->ordered ? &a->weighted : &none, &a->alpha,
		&a->ac1 };

	hd_table_cstr(t, hd_codebook(c->q)->name);
	hd_table_cstr(t, c->between);
	hd_table_int(t, (int64_t)a->n);
	for (size_t i = 0; i < 5; i++) {
		put(t, v[i]->value);
		put(t, v[i]->lo);
		put(t, v[i]->hi);
	}
	hd_table_cstr(t, a->ordered ? "ordinal" : "nominal");
	if (isnan(a->alpha.value))
		hd_table_cstr(t, "no variation");
	else
		hd_table_null(t);
	hd_table_row(t);
}

static void
figure(const char *metric, const char *where, const char *method,
    const struct hd_agreement *a, struct hd_table *t)
{
	struct hd_figure f = { metric, where, a->value, a->lo, a->hi, -1,
		(int64_t)a->n, -1, 6, method, "review",
		isnan(a->value) ? HD_NOT_MEASURABLE : HD_MEASURED };

	hd_figure_row(t, &f);
}

void
hd_agreed_row(const struct hd_coded *c, const struct hd_agreed *a, bool figures,
    struct hd_table *t)
{
	struct hd_buf where = HD_BUF_INIT;
	const char *s;

	if (!figures) {
		list(c, a, t);
		return;
	}
	segment(c, &where);
	s = hd_buf_cstr(&where);
	figure("agree.raw", s, "wilson", &a->raw, t);
	if (a->pair)
		figure("agree.kappa", s, "cohen", &a->kappa, t);
	if (a->pair && a->ordered)
		figure(
		    "agree.kappa_linear", s, "cohen-linear", &a->weighted, t);
	figure("agree.alpha", s,
	    a->ordered ? "krippendorff-ordinal" : "krippendorff-nominal",
	    &a->alpha, t);
	figure("agree.ac1", s, "gwet", &a->ac1, t);
	hd_buf_release(&where);
}
