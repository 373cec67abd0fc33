/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report needs before its sections: see prepare.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/escsums.h"
#include "report/lands.h"
#include "report/period.h"
#include "report/prepare.h"
#include "store/ladder.h"
#include "store/tagging.h"

/* The tickets created in a span, as window win of the ladder. */
static int
fill(struct hd_report *r, enum hd_reportwin win, const struct hd_docspan *span,
    int64_t *tickets, struct hd_err *err)
{
	struct hd_stmt *st;
	int got = -1;

	if (hd_sel_begin(r->db, err) != 0 ||
	    hd_sel_period(
		r->db, HD_BY_CREATED, span->since, span->until, err) != 0 ||
	    hd_ladder_add(r->db, (int)win, err) != 0)
		return -1;
	st = hd_stmt_named(r->db, "sql/report_counts", err);
	if (st != NULL) {
		hd_bind_int(st, 1, (int64_t)win);
		got = hd_stmt_step(st, err);
	}
	if (got == 1) {
		*tickets = hd_col_int(st, 0);
		if (win == HD_WIN_PERIOD)
			r->untagged = hd_col_int(st, 1);
	}
	hd_stmt_close(st);
	return got == 1 ? 0 : -1;
}

static int
fill_period(struct hd_report *r, struct hd_err *err)
{
	if (hd_ladder_begin(r->db, err) != 0)
		return -1;
	return fill(r, HD_WIN_PERIOD, &r->period, &r->tickets, err);
}

static int
find_rules(struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st;
	int got = hd_ruleset_find(r->db, NULL, &r->ruleset, err);

	if (got <= 0) {
		r->ruleset = 0;
		return got;
	}
	st = hd_stmt_named(r->db, "sql/ruleset_hash", err);
	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, r->ruleset);
	got = hd_stmt_step(st, err);
	if (got == 1)
		hd_buf_add(&r->hash, hd_col_text(st, 0).p, 12);
	hd_stmt_close(st);
	return got < 0 ? -1 : 0;
}

int
hd_report_select(struct hd_report *r, struct hd_err *err)
{
	if (hd_sel_begin(r->db, err) != 0 ||
	    hd_sel_period(r->db, HD_BY_CREATED, r->period.since,
		r->period.until, err) != 0)
		return -1;
	return hd_db_script(r->db, "sql/report_population", err);
}

int
hd_report_prepare(struct hd_report *r, bool widen, struct hd_err *err)
{
	r->asked = r->period;
	if (find_rules(r, err) != 0 || fill_period(r, err) != 0)
		return -1;
	r->tickets_asked = r->tickets;
	r->small = r->tickets < HD_REPORT_FEW;
	if (r->small && widen) {
		r->period = hd_span_months(&r->zone, r->period.until - 1, 0, 3);
		if (fill_period(r, err) != 0)
			return -1;
		r->small = r->tickets < 3 * HD_REPORT_FEW;
	}
	r->before = hd_span_before(&r->zone, &r->period);
	if (fill(r, HD_WIN_BEFORE, &r->before, &r->tickets_before, err) != 0)
		return -1;
	if (r->tickets_before == 0)
		r->before.name[0] = '\0';
	return hd_report_select(r, err);
}

static void
add_title(struct hd_buf *b, const struct hd_report *r)
{
	static const char *const names[] = { "Support dashboard",
		"Support report", "Quarterly support report",
		"Support review pack" };
	size_t i = r->kind == HD_KIND_DASH	  ? 0
		   : r->kind == HD_KIND_MONTHLY	  ? 1
		   : r->kind == HD_KIND_QUARTERLY ? 2
						  : 3;

	hd_buf_addf(b, "%s, ", names[i]);
	hd_span_words(b, &r->zone, &r->period);
}

void
hd_report_begin(struct hd_report *r, const char *title, struct hd_str logo)
{
	static const char *const kinds[] = { "", "dash", "monthly", "",
		"quarterly", "", "", "", "pack" };
	struct hd_buf name = HD_BUF_INIT, dates = HD_BUF_INIT;
	struct hd_dochead head = { .kind = kinds[r->kind],
		.logo = logo,
		.period = r->period,
		.before = r->before,
		.zone = r->zone.name,
		.small = r->small,
		.asof = r->asof,
		.ruleset = r->hash.n > 0 ? r->hash.s : NULL };

	add_title(&name, r);
	hd_span_dates(&dates, &r->zone, &r->period);
	hd_buf_addf(&dates, ", %s", r->zone.name);
	head.title = title != NULL ? title : name.s;
	head.subtitle = dates.s;
	hd_doc_begin(&r->doc, &head);
	hd_buf_release(&name);
	hd_buf_release(&dates);
}

void
hd_report_release(struct hd_report *r)
{
	hd_doc_release(&r->doc);
	hd_lands_free(r->lands);
	hd_escsums_free(r->escalations);
	free(r->keys);
	hd_buf_release(&r->hash);
	hd_buf_release(&r->notes);
}

size_t
hd_report_count(struct hd_report *r, const char *metric, const char *title,
    int64_t n, const char *definition, const char *query)
{
	struct hd_docfig f = { .f = { metric, "all", (double)n, NAN, NAN, -1,
				   -1, -1, 0, "count", definition,
				   HD_MEASURED },
		.title = title,
		.unit = "count",
		.query = hd_str(query) };

	return hd_doc_figure(&r->doc, &f);
}

size_t
hd_report_imported(struct hd_report *r, const char *metric, const char *title,
    int64_t n, const char *columns)
{
	struct hd_buf query = HD_BUF_INIT;
	size_t fig;

	hd_buf_addf(&query,
	    "SELECT coalesce(sum(%s), 0), NULL, NULL, NULL FROM import_run "
	    "WHERE kind = 'ticket';",
	    columns);
	fig = hd_report_count(r, metric, title, n, "import_run", query.s);
	hd_buf_release(&query);
	return fig;
}
