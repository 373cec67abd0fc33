/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The landscape map and the crosswalk: counts of cells. */
#include <math.h>
#include <stdio.h>

#include "audit/tiers.h"

#define HOUR 3600.0

/* Agent time as a cell: hours, or nothing where it is not known. */
static void
hours_cell(struct hd_table *tb, const struct hd_hours *h)
{
	if (hd_hours_status(h) == HD_NOT_MEASURABLE)
		hd_table_null(tb);
	else
		hd_table_real(tb, h->seconds / HOUR, 1);
}

static void
map_row(
    struct hd_tiers *t, struct hd_table *tb, struct hd_stmt *st, int64_t total)
{
	struct hd_hours h = { 0, 0, 0, 0, 0, false };
	int64_t n = hd_col_int(st, 3);

	for (int i = 0; i < 3; i++)
		hd_table_text(tb, hd_col_text(st, i));
	hd_hours_add(t, &h, st, 4, n);
	hd_table_int(tb, n);
	hd_table_real(tb, (double)n / (double)total, 4);
	hours_cell(tb, &h);
	hd_table_cstr(tb, hd_status_name(HD_UNVERIFIED));
	hd_table_text(tb, hd_col_text(st, 9));
	hd_table_row(tb);
}

static void
map_figures(
    struct hd_tiers *t, struct hd_table *tb, struct hd_stmt *st, int64_t total)
{
	struct hd_hours h = { 0, 0, 0, 0, 0, false };
	struct hd_figure f = { "map.share", NULL, 0, NAN, NAN, 0, total, total,
		6, "count", "landscape", HD_UNVERIFIED };
	char segment[256];
	int64_t n = hd_col_int(st, 3);

	(void)snprintf(segment, sizeof(segment),
	    "complexity=%s,emotion=%s,pattern=%s", hd_col_text(st, 0).p,
	    hd_col_text(st, 1).p, hd_col_text(st, 2).p);
	f.segment = segment;
	f.estimate = (double)n / (double)total;
	f.x = n;
	hd_figure_row(tb, &f);
	hd_hours_add(t, &h, st, 4, n);
	f.metric = "map.handle";
	f.estimate = h.seconds;
	f.decimals = 0;
	f.x = -1;
	f.n = h.known;
	f.N = n;
	f.status = hd_hours_status(&h);
	hd_figure_row(tb, &f);
}

int
hd_tiers_map(struct hd_tiers *t, struct hd_err *err)
{
	static const char *const names[] = { "complexity", "emotion", "pattern",
		"tickets", "share", "hours", "status", "example" };
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/map", err);
	struct hd_table tb;
	int64_t total = 0;
	int r;

	if (st == NULL || hd_sel_count(t->db, &total, err) != 0 ||
	    hd_table_begin(&tb, t->out, t->format,
		t->figures ? hd_figure_columns : names, t->figures ? 11 : 8,
		hd_tiers_columns(
		    t, "complexity,emotion,pattern,tickets,share,hours"),
		true, err) != 0) {
		hd_stmt_close(st);
		return -1;
	}
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (t->figures)
			map_figures(t, &tb, st, total);
		else
			map_row(t, &tb, st, total);
	}
	hd_table_end(&tb);
	hd_stmt_close(st);
	return r;
}

static void
crosswalk_figure(struct hd_table *tb, struct hd_stmt *st)
{
	struct hd_figure f = { "crosswalk.share", NULL, 0, NAN, NAN, 0, 0, 0, 6,
		"count", "landscape", HD_UNVERIFIED };
	char segment[512];

	(void)snprintf(segment, sizeof(segment), "category=%s,issue=%s",
	    hd_col_is_null(st, 0) ? "none" : hd_col_text(st, 0).p,
	    hd_col_text(st, 1).p);
	f.segment = segment;
	f.x = hd_col_int(st, 2);
	f.n = f.N = hd_col_int(st, 4);
	f.estimate = (double)f.x / (double)f.n;
	hd_figure_row(tb, &f);
}

int
hd_tiers_crosswalk(struct hd_tiers *t, struct hd_err *err)
{
	static const char *const names[] = { "category", "issue", "tickets",
		"share_of_category", "example" };
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/crosswalk", err);
	struct hd_table tb;
	int r;

	if (st == NULL ||
	    hd_table_begin(&tb, t->out, t->format,
		t->figures ? hd_figure_columns : names, t->figures ? 11 : 5,
		hd_tiers_columns(
		    t, "category,issue,tickets,share_of_category,example"),
		true, err) != 0) {
		hd_stmt_close(st);
		return -1;
	}
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (t->figures) {
			crosswalk_figure(&tb, st);
			continue;
		}
		hd_table_text(&tb, hd_col_text(st, 0));
		hd_table_text(&tb, hd_col_text(st, 1));
		hd_table_int(&tb, hd_col_int(st, 2));
		hd_table_real(&tb, hd_col_real(st, 2) / hd_col_real(st, 4), 4);
		hd_table_text(&tb, hd_col_text(st, 3));
		hd_table_row(&tb);
	}
	hd_table_end(&tb);
	hd_stmt_close(st);
	return r;
}
