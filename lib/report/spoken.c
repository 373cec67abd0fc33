/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of many sections: see spoken.h. */
#include "report/change.h"
#include "report/measured.h"
#include "report/period.h"
#include "report/spoken.h"

void
hd_spoken(struct hd_report *r, const struct hd_docspan *s)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_span_words(&b, &r->zone, s);
	hd_doc_text(&r->doc, hd_buf_str(&b));
	hd_buf_release(&b);
}

void
hd_spoken_change(struct hd_report *r, size_t change)
{
	struct hd_doc *d = &r->doc;

	switch (hd_report_trend(r, change)) {
	case HD_TREND_UNKNOWN:
		return;
	case HD_TREND_NONE:
		hd_doc_words(d, ": no change that the data can show (");
		hd_doc_fig(d, change, HD_AS_RANGE);
		hd_doc_words(d, ")");
		return;
	case HD_TREND_UP:
		hd_doc_words(d, ": up, ");
		break;
	case HD_TREND_DOWN:
		hd_doc_words(d, ": down, ");
		break;
	}
	hd_doc_fig(d, change, HD_AS_BOTH);
}

int
hd_report_beside(struct hd_report *r, const char *metric, struct hd_beside *c,
    struct hd_err *err)
{
	const struct hd_metric *m = hd_metric_find(metric);

	*c = (struct hd_beside){ metric, 0, HD_DOC_NONE, HD_DOC_NONE,
		HD_DOC_NONE };
	if (hd_report_metric(r, metric, HD_WIN_PERIOD, &c->now, err) != 0)
		return -1;
	c->title = m->title;
	c->better = m->better;
	if (r->before.name[0] == '\0')
		return 0;
	if (hd_report_metric(r, metric, HD_WIN_BEFORE, &c->before, err) != 0)
		return -1;
	c->change = hd_report_change(r, c->now, c->before);
	return 0;
}
