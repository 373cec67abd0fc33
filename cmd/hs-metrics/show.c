/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics show: metrics by their names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "hs-metrics/hs-metrics.h"

/* Names of metrics, ended by NULL. */
struct names {
	const char **v;
	size_t n, cap;
};

static void
add(struct names *l, const char *name)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i], name) == 0)
			return;
	l->v = hd_grow(l->v, &l->cap, l->n + 2, sizeof(*l->v));
	l->v[l->n++] = name;
	l->v[l->n] = NULL;
}

/* How much was deflected is not said without how much of it held. */
int
hd_metrics_names(const char *text, const char ***names, struct hd_err *err)
{
	struct hd_str rest = hd_str(text), name;
	struct names l = { NULL, 0, 0 };
	const struct hd_metric *m;
	char word[64];

	*names = NULL;
	while (hd_str_split(&rest, ',', &name)) {
		(void)snprintf(word, sizeof(word), "%.*s", (int)name.n, name.p);
		m = hd_metric_find(word);
		if (m == NULL)
			return hd_err_set(err, HD_EUSAGE,
			    "no metric '%s': see hs-metrics define", word);
		add(&l, m->name);
		if (strcmp(m->name, "deflection") == 0)
			add(&l, "verified_deflection");
		*names = l.v;
	}
	return 0;
}

int
hd_metrics_show(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_metrics_out o = { .ctx = ctx };
	const char **names = NULL;
	struct hd_period p;
	int r;

	if (argc == 0)
		return hd_err_set(err, HD_EUSAGE, "show: which metrics?");
	r = hd_metrics_names(argv[0], &names, err);
	if (r == 0)
		r = hd_metrics_begin(&o, ctx, NULL, err);
	if (r == 0)
		r = hd_metrics_select(ctx, argc - 1, argv + 1, &p, err);
	if (r == 0)
		r = hd_metrics_measure(&o, names, err);
	free(names);
	return hd_metrics_end(&o, r, err);
}
