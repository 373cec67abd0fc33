/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of weeks: see weekly.h. */
#include "report/measured.h"
#include "report/weekly.h"

#define LINES 4 /* of a chart */

/* The weeks of one line, in both periods. */
struct weeks {
	struct hd_reportparts before, now;
};

/*
 * Is it a week of the period before, and no part of one in which the period begins?
 * Of that week the part in the period is shown.
 */
static bool
earlier(const struct weeks *w, struct hd_str week)
{
	return w->now.n == 0 || hd_str_cmp(week, w->now.v[0].value) < 0;
}

static bool
any(const struct hd_report *r, const struct weeks *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < w[i].now.n; k++)
			if (hd_doc_shown(&r->doc, w[i].now.v[k].fig))
				return true;
	return false;
}

static void
points(struct hd_report *r, const struct weeks *w)
{
	for (size_t i = 0; i < w->before.n; i++)
		if (earlier(w, w->before.v[i].value))
			hd_doc_point(&r->doc, w->before.v[i].value.p,
			    w->before.v[i].fig);
	for (size_t i = 0; i < w->now.n; i++)
		hd_doc_point(&r->doc, w->now.v[i].value.p, w->now.v[i].fig);
}

static int
notes(struct hd_report *r, struct hd_err *err)
{
	bool before = r->before.name[0] != '\0';
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/report_notes", err);
	int got = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, before ? r->before.since : r->period.since);
		hd_bind_int(st, 2, r->period.until);
	}
	while (st != NULL && (got = hd_stmt_step(st, err)) == 1)
		hd_doc_note(&r->doc, hd_col_text(st, 0).p, hd_col_text(st, 1));
	hd_stmt_close(st);
	return got;
}

static int
chart(struct hd_report *r, const struct hd_docchart *c,
    const struct hd_weeklyline *lines, const struct weeks *w, size_t n,
    struct hd_err *err)
{
	int got;

	if (!any(r, w, n))
		return 0;
	hd_doc_series(&r->doc, c);
	for (size_t i = 0; i < n; i++) {
		hd_doc_line(&r->doc, lines[i].name, lines[i].tone);
		points(r, &w[i]);
	}
	got = notes(r, err);
	hd_doc_end(&r->doc);
	return got;
}

int
hd_report_weekly(struct hd_report *r, const struct hd_docchart *c,
    const struct hd_weeklyline *lines, size_t n, struct hd_err *err)
{
	struct weeks w[LINES] = { { { NULL, 0, 0 }, { NULL, 0, 0 } } };
	int got = 0;

	for (size_t i = 0; got == 0 && i < n && i < LINES; i++) {
		got = hd_report_split(
		    r, lines[i].metric, HD_WIN_PERIOD, "week", &w[i].now, err);
		if (got == 0 && r->before.name[0] != '\0')
			got = hd_report_split(r, lines[i].metric, HD_WIN_BEFORE,
			    "week", &w[i].before, err);
	}
	if (got == 0)
		got = chart(r, c, lines, w, n, err);
	for (size_t i = 0; i < LINES; i++) {
		hd_reportparts_release(&w[i].now);
		hd_reportparts_release(&w[i].before);
	}
	return got;
}
