/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of effort: see effort.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "base/mem.h"
#include "escalation/effort.h"
#include "stats/order.h"
#include "stats/proportion.h"

/* What is said of a ticket; account below 0: it stands for itself. */
struct value {
	int64_t account;
	double v;
};

struct values {
	struct value *v;
	size_t n, cap;
};

struct hd_effortsum {
	struct values score, ces;
	int64_t handoffs;
};

struct hd_effortsum *
hd_effortsum_new(void)
{
	return hd_xcalloc(1, sizeof(struct hd_effortsum));
}

void
hd_effortsum_free(struct hd_effortsum *s)
{
	if (s == NULL)
		return;
	free(s->score.v);
	free(s->ces.v);
	free(s);
}

static void
add(struct values *s, int64_t account, double v)
{
	if (isnan(v))
		return;
	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	s->v[s->n++] = (struct value){ account, v };
}

static void
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f)
{
	struct hd_effortsum *s = ctx;
	double ref = hd_esc_num(e, HD_EF_ACCOUNT);
	int64_t account = isnan(ref) ? -e->th->ticket - 1 : (int64_t)ref;
	struct hd_effort o;

	if (!e->escalated)
		return;
	o = hd_effort_of(e, f);
	s->handoffs++;
	add(&s->score, account, (double)o.score);
	add(&s->ces, account, o.ces);
}

static int
by_account(const void *pa, const void *pb)
{
	const struct value *a = pa, *b = pb;

	return (a->account > b->account) - (a->account < b->account);
}

static int
by_value(const void *pa, const void *pb)
{
	const struct value *a = pa, *b = pb;

	return (a->v > b->v) - (a->v < b->v);
}

/*
 * Mean and limits: V = m / (m - 1) sum over accounts of (sum of its tickets less
 * their number times the mean)^2 / n^2 (Cochran 1977, 2.11), Student's t with
 * m - 1 degrees of freedom.  One account: no limits.
 */
static struct hd_figure
mean(struct values *s, const char *metric)
{
	struct hd_figure fig = { metric, "all", NAN, NAN, NAN, -1,
		(int64_t)s->n, -1, 3, "t-cluster", "effort", HD_MEASURED };
	double sum = 0, part = 0, squares = 0, m = 0, half;

	if (s->n == 0)
		return fig;
	/* one order for all sums, whatever that of the tickets */
	qsort(s->v, s->n, sizeof(*s->v), by_account);
	for (size_t i = 0; i < s->n; i++)
		sum += s->v[i].v;
	fig.estimate = sum / (double)s->n;
	for (size_t i = 0; i < s->n; i++) {
		part += s->v[i].v - fig.estimate;
		if (i + 1 < s->n && s->v[i + 1].account == s->v[i].account)
			continue;
		m++;
		squares += part * part;
		part = 0;
	}
	if (m < 2)
		return fig;
	half = gsl_cdf_tdist_Pinv(0.975, m - 1) * sqrt(m / (m - 1) * squares) /
	       (double)s->n;
	fig.lo = fig.estimate - half;
	fig.hi = fig.estimate + half;
	return fig;
}

static struct hd_figure
median(struct values *s, const char *metric)
{
	struct hd_figure fig = { metric, "all", NAN, NAN, NAN, -1,
		(int64_t)s->n, -1, 1, "median", "effort", HD_MEASURED };
	double *v = hd_xcalloc(s->n + 1, sizeof(*v));
	struct hd_median m;

	qsort(s->v, s->n, sizeof(*s->v), by_value);
	for (size_t i = 0; i < s->n; i++)
		v[i] = s->v[i].v;
	m = hd_median(v, s->n);
	free(v);
	fig.estimate = m.median;
	fig.lo = m.lo;
	fig.hi = m.hi;
	return fig;
}

static struct hd_figure
response(const struct hd_effortsum *s)
{
	struct hd_interval i = hd_wilson((int64_t)s->ces.n, s->handoffs);

	return (struct hd_figure){ "effort.ces.response", "all", i.p, i.lo,
		i.hi, (int64_t)s->ces.n, s->handoffs, -1, 6, "wilson", "effort",
		HD_MEASURED };
}

/* Nobody was asked: that is no bad answer. */
static void
give_one(const struct hd_effortsum *s, const struct hd_escgive *to,
    struct hd_figure fig)
{
	fig.N = s->handoffs;
	if (isnan(fig.estimate) || fig.x == 0)
		fig.status = HD_NOT_MEASURABLE;
	else if (fig.n < to->min_n)
		fig.status = HD_SUPPRESSED;
	to->figure(to->ctx, &fig);
}

static void
give(void *ctx, const struct hd_escgive *to)
{
	struct hd_effortsum *s = ctx;

	give_one(s, to, mean(&s->ces, "effort.ces"));
	give_one(s, to, response(s));
	give_one(s, to, mean(&s->score, "effort.score"));
	give_one(s, to, median(&s->score, "effort.score.median"));
}

struct hd_escextra
hd_effortsum_extra(struct hd_effortsum *s)
{
	return (struct hd_escextra){ 1u << HD_AUDIT_REPEAT, take, give, s };
}
