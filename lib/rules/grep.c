/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pattern outside a rule: see grep.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "rules/grep.h"
#include "rules/pattern.h"

struct hd_grep {
	struct hd_pattern *pattern;
	struct hd_runner *runner;
	size_t gave_up;
};

struct hd_grep *
hd_grep_new(const char *pattern, struct hd_err *err)
{
	struct hd_grep *g = hd_xcalloc(1, sizeof(*g));
	struct hd_pattern_err why;

	g->pattern = hd_pattern_new(hd_str(pattern), &why);
	if (g->pattern == NULL) {
		(void)hd_err_set(err, HD_EUSAGE, "%s (pattern offset %zu)",
		    why.msg, why.offset);
		free(g);
		return NULL;
	}
	g->runner = hd_runner_new(&g->pattern, 1);
	if (g->runner != NULL)
		return g;
	(void)hd_err_set(err, HD_ESYS, "out of memory");
	hd_grep_free(g);
	return NULL;
}

void
hd_grep_free(struct hd_grep *g)
{
	if (g == NULL)
		return;
	hd_runner_free(g->runner);
	hd_pattern_free(g->pattern);
	free(g);
}

bool
hd_grep_match(struct hd_grep *g, struct hd_str text)
{
	enum hd_tri t;

	if (text.p == NULL)
		return false;
	t = hd_runner_match(g->runner, 0, text, NULL);
	g->gave_up += t == HD_MAYBE;
	return t == HD_YES;
}

size_t
hd_grep_gave_up(const struct hd_grep *g)
{
	return g->gave_up;
}
