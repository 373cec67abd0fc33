/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on a report's figures: see crossed.h. */
#include "report/crossed.h"
#include "report/measured.h"

/* The figure of the whole period. */
static int
find(struct hd_report *r, const char *metric, size_t *fig, struct hd_err *err)
{
	*fig = hd_doc_find(&r->doc, metric, "all");
	if (*fig == HD_DOC_NONE && hd_metric_find(metric) != NULL)
		return hd_report_metric(r, metric, HD_WIN_PERIOD, fig, err);
	if (*fig == HD_DOC_NONE)
		return hd_err_set(err, HD_EOPTION,
		    "--fail-if: no figure '%s' in this report", metric);
	return 0;
}

int
hd_report_crossed(struct hd_report *r, const struct hd_failif *conditions,
    size_t n, struct hd_crossed *c, struct hd_err *err)
{
	size_t fig;
	int got;

	*c = (struct hd_crossed){ false, false };
	for (size_t i = 0; i < n; i++) {
		if (find(r, conditions[i].metric, &fig, err) != 0)
			return -1;
		got =
		    hd_failif_test(&conditions[i], hd_doc_known(&r->doc, fig));
		c->failed = c->failed || got == 1;
		c->open = c->open || got < 0;
		if (got != 0)
			hd_report_note(r,
			    got > 0 ? "%s is past its limit"
				    : "%s has no number to test",
			    conditions[i].metric);
	}
	return 0;
}
