/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handle time: see handle.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "metrics/handle.h"
#include "stats/order.h"

#define WINSOR 0.99

/* What stands between the measurer and whoever wants the figures. */
struct filter {
	const struct hd_measure *m;
	const char *name; /* instead of the metric's; NULL */
};

static void
give(void *ctx, const struct hd_metric *metric, const struct hd_figure *given,
    const char *by, struct hd_str value)
{
	const struct filter *x = ctx;
	struct hd_figure f = *given;

	if (x->name != NULL && strcmp(f.metric, metric->name) != 0)
		return; /* its design effect */
	if (x->name != NULL)
		f.metric = x->name;
	x->m->give(x->m->ctx, metric, &f, by, value);
}

/* The mean when the longest count as less: values come in order. */
static int
winsorised(const struct filter *x, struct hd_err *err)
{
	const struct hd_measure *m = x->m;
	struct hd_stmt *st =
	    hd_ladder_values(m->db, "handle_s", NULL, m->win, err);
	struct hd_figure f = { "handle_s.winsorised", NULL, NAN, NAN, NAN, -1,
		0, 0, 2, "winsorised-99", "handle_s", HD_MEASURED };
	double *v = NULL;
	size_t n = 0, cap = 0;
	bool mixed = false;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		f.N++;
		if (hd_col_is_null(st, 1))
			continue;
		v = hd_grow(v, &cap, n + 1, sizeof(*v));
		v[n++] = hd_col_real(st, 1);
	}
	hd_stmt_close(st);
	if (r == 0)
		r = hd_measure_mixed(m, &mixed, err);
	f.n = (int64_t)n;
	f.segment = m->prefix != NULL ? m->prefix : "all";
	f.estimate = hd_winsorised_mean(v, n, WINSOR);
	f.status = n == 0	    ? HD_NOT_MEASURABLE
		   : f.n < m->min_n ? HD_SUPPRESSED
		   : mixed	    ? HD_INCOMPATIBLE
				    : HD_MEASURED;
	if (r == 0)
		m->give(m->ctx, hd_metric_find("handle_s"), &f, NULL,
		    (struct hd_str){ NULL, 0 });
	free(v);
	return r;
}

/* The median of all, by complexity and by what is asked for. */
static int
medians(const struct hd_measure *m, const char *by, struct hd_err *err)
{
	const struct hd_metric *metric = hd_metric_find("handle_s");

	if (hd_measure(m, metric, NULL, err) != 0 ||
	    hd_measure(m, metric, "complexity", err) != 0)
		return -1;
	return by == NULL || strcmp(by, "complexity") == 0
		   ? 0
		   : hd_measure(m, metric, by, err);
}

static int
shares(const struct hd_measure *m, const char *by, struct hd_err *err)
{
	static const char *const names[] = { "handle_zero", "handle_long" };
	int r = 0;

	for (size_t i = 0; r == 0 && i < 2; i++) {
		r = hd_measure(m, hd_metric_find(names[i]), NULL, err);
		if (r == 0 && by != NULL)
			r = hd_measure(m, hd_metric_find(names[i]), by, err);
	}
	return r;
}

int
hd_handle_measure(
    const struct hd_measure *m, const char *by, struct hd_err *err)
{
	struct filter x = { m, NULL };
	struct hd_measure through = *m;
	struct hd_metric mean = *hd_metric_find("handle_s");
	int r;

	through.give = give;
	through.ctx = &x;
	mean.kind = HD_KIND_MEAN;
	if (medians(&through, by, err) != 0)
		return -1;
	x.name = "handle_s.mean";
	through.notes = NULL; /* the median said it */
	r = hd_measure(&through, &mean, NULL, err);
	x.name = NULL;
	if (r == 0)
		r = winsorised(&x, err);
	return r == 0 ? shares(&through, by, err) : -1;
}
