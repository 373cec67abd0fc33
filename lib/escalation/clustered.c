/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means and shares over accounts: see clustered.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "escalation/clustered.h"
#include "stats/order.h"
#include "stats/proportion.h"

int64_t
hd_clustered_account(const struct hd_escalation *e)
{
	double account = hd_esc_num(e, HD_EF_ACCOUNT);

	return isnan(account) ? -e->th->ticket - 1 : (int64_t)account;
}

void
hd_clustered_add(struct hd_clustered *c, int64_t account, double v)
{
	if (isnan(v))
		return;
	c->v = hd_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	c->v[c->n++] = (struct hd_clustervalue){ account, v };
}

void
hd_clustered_release(struct hd_clustered *c)
{
	free(c->v);
	*c = (struct hd_clustered){ NULL, 0, 0 };
}

static int
by_account(const void *pa, const void *pb)
{
	const struct hd_clustervalue *a = pa, *b = pb;

	return (a->account > b->account) - (a->account < b->account);
}

static int
by_value(const void *pa, const void *pb)
{
	const struct hd_clustervalue *a = pa, *b = pb;

	return (a->v > b->v) - (a->v < b->v);
}

/* The sum; of accounts their number and the squares around the mean. */
struct sums {
	double sum, squares;
	int64_t accounts;
};

static struct sums
sum_up(struct hd_clustered *c)
{
	struct sums s = { 0, 0, 0 };
	double mean, part = 0;

	if (c->n == 0)
		return s;
	qsort(c->v, c->n, sizeof(*c->v), by_account);
	for (size_t i = 0; i < c->n; i++)
		s.sum += c->v[i].v;
	mean = s.sum / (double)c->n;
	for (size_t i = 0; i < c->n; i++) {
		part += c->v[i].v - mean;
		if (i + 1 < c->n && c->v[i + 1].account == c->v[i].account)
			continue;
		s.accounts++;
		s.squares += part * part;
		part = 0;
	}
	return s;
}

static struct hd_figure
empty(const struct hd_clustered *c, const char *metric, const char *segment,
    const char *method)
{
	return (struct hd_figure){ metric, segment, NAN, NAN, NAN, -1,
		(int64_t)c->n, -1, 6, method, NULL, HD_NOT_MEASURABLE };
}

struct hd_figure
hd_clustered_mean(
    struct hd_clustered *c, const char *metric, const char *segment)
{
	struct hd_figure fig = empty(c, metric, segment, "t-cluster");
	struct sums s = sum_up(c);
	struct hd_interval i;

	if (c->n == 0)
		return fig;
	i = hd_mean_cluster(
	    s.sum / (double)c->n, (double)c->n, s.accounts, s.squares, NAN);
	fig.status = HD_MEASURED;
	fig.decimals = 3;
	fig.estimate = i.p;
	fig.lo = i.lo;
	fig.hi = i.hi;
	return fig;
}

struct hd_figure
hd_clustered_rate(
    struct hd_clustered *c, const char *metric, const char *segment)
{
	struct hd_figure fig = empty(c, metric, segment, "wilson-cluster");
	struct sums s = sum_up(c);
	struct hd_interval i;

	if (c->n == 0)
		return fig;
	fig.status = HD_MEASURED;
	fig.x = (int64_t)s.sum;
	i = hd_wilson_cluster(fig.x, fig.n, s.accounts, s.squares);
	fig.estimate = i.p;
	fig.lo = i.lo;
	fig.hi = i.hi;
	return fig;
}

struct hd_figure
hd_clustered_median(
    struct hd_clustered *c, const char *metric, const char *segment)
{
	struct hd_figure fig = empty(c, metric, segment, "median");
	double *v = hd_xcalloc(c->n + 1, sizeof(*v));
	struct hd_median m;

	if (c->n > 0)
		qsort(c->v, c->n, sizeof(*c->v), by_value);
	for (size_t i = 0; i < c->n; i++)
		v[i] = c->v[i].v;
	m = hd_median(v, c->n);
	free(v);
	if (c->n == 0)
		return fig;
	fig.status = HD_MEASURED;
	fig.decimals = 1;
	fig.estimate = m.median;
	fig.lo = m.lo;
	fig.hi = m.hi;
	return fig;
}
