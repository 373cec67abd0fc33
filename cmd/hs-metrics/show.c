/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics show: metrics by their names. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "hs-metrics/hs-metrics.h"

int
hd_metrics_names(const char *text, const char ***names, struct hd_err *err)
{
	struct hd_str rest = hd_str(text), name;
	const struct hd_metric *m;
	size_t n = 0, cap = 0;
	char word[64];

	*names = NULL;
	while (hd_str_split(&rest, ',', &name)) {
		(void)snprintf(word, sizeof(word), "%.*s", (int)name.n, name.p);
		m = hd_metric_find(word);
		if (m == NULL)
			return hd_err_set(err, HD_EUSAGE,
			    "no metric '%s': see hs-metrics define", word);
		*names = hd_grow(*names, &cap, n + 2, sizeof(**names));
		(*names)[n++] = m->name;
		(*names)[n] = NULL;
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
