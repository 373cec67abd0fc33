/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of weeks: see weekly.h. */
#include <stdio.h>
#include <string.h>

#include "audit/redact.h"
#include "report/measured.h"
#include "report/weekly.h"

#define LINES 4	 /* of a chart */
#define DAY   11 /* "2026-06-01" */

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

/* The day, days before the moment t. */
static void
day(const struct hd_zone *z, int64_t t, int days, char text[DAY])
{
	struct hd_civil c;

	hd_zone_civil(z, t, &c);
	c.day -= days;
	hd_zone_civil(z, hd_zone_utc(z, &c), &c);
	(void)snprintf(text, DAY, "%04u-%02u-%02u", (unsigned)c.year % 10000,
	    (unsigned)c.month % 100, (unsigned)c.day % 100);
}

/* Leave out the weeks of which the first or the last days were not counted. */
static void
whole(struct hd_reportparts *p, const char *first, const char *last)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->v[i].value.p, first) >= 0 &&
		    strcmp(p->v[i].value.p, last) <= 0)
			p->v[n++] = p->v[i];
	p->n = n;
}

/* Weeks at either end that the periods hold only a part of say little. */
static void
trim(const struct hd_report *r, struct weeks *w)
{
	bool before = r->before.name[0] != '\0';
	char first[DAY], last[DAY];

	day(&r->zone, before ? r->before.since : r->period.since, 0, first);
	day(&r->zone, r->period.until, 7, last);
	whole(&w->before, first, last);
	whole(&w->now, first, last);
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
	struct hd_buf text = HD_BUF_INIT;
	int got = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, before ? r->before.since : r->period.since);
		hd_bind_int(st, 2, r->period.until);
	}
	/* notes are of no ticket */
	if (hd_redactor_ticket(r->redactor, 0, err) != 0) {
		hd_stmt_close(st);
		return -1;
	}
	while (st != NULL && (got = hd_stmt_step(st, err)) == 1) {
		hd_buf_reset(&text);
		hd_redact_label(r->redactor, hd_col_text(st, 1), false, &text);
		hd_doc_note(&r->doc, hd_col_text(st, 0).p, hd_buf_str(&text));
	}
	hd_buf_release(&text);
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
		if (got == 0)
			trim(r, &w[i]);
	}
	if (got == 0)
		got = chart(r, c, lines, w, n, err);
	for (size_t i = 0; i < LINES; i++) {
		hd_reportparts_release(&w[i].now);
		hd_reportparts_release(&w[i].before);
	}
	return got;
}
