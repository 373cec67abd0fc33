/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tiers map and crosswalk: counts of cells. */
#include <math.h>
#include <stdio.h>

#include "hs-tiers/hs-tiers.h"

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

struct map {
	struct hd_landscape *l;
	struct hd_table tb;
	bool begun; /* what is shown depends on the review */
};

static int
begin(struct map *m, struct hd_err *err)
{
	static const char *const names[] = { "complexity", "emotion", "pattern",
		"tickets", "share", "hours", "status", "example", "verified",
		"lo", "hi" };

	if (!m->begun &&
	    hd_landscape_begin(m->l, &m->tb, names, 11,
		m->l->t.basis.ground == HD_GROUND_WINDOW
		    ? "complexity,emotion,pattern,tickets,share,verified,lo,hi"
		    : "complexity,emotion,pattern,tickets,share,hours",
		err) != 0)
		return -1;
	m->begun = true;
	return 0;
}

static void
map_row(struct map *m, const struct hd_landcell *c)
{
	for (int i = 0; i < 3; i++)
		hd_table_text(&m->tb, c->value[i]);
	hd_table_int(&m->tb, c->n);
	hd_table_real(&m->tb, (double)c->n / (double)c->total, 4);
	hours_cell(&m->tb, &c->hours);
	hd_table_cstr(&m->tb, hd_status_name(c->verified.status));
	hd_table_text(&m->tb, c->example);
	hd_figure_limits(&m->tb, &c->verified, 4);
	hd_table_row(&m->tb);
}

static int
map_cell(void *ctx, const struct hd_landcell *c, struct hd_err *err)
{
	struct map *m = ctx;
	struct hd_figure f = hd_landcell_share(c);

	if (begin(m, err) != 0)
		return -1;
	if (!m->l->figures) {
		map_row(m, c);
		return 0;
	}
	hd_figure_row(&m->tb, &f);
	hd_figure_row(&m->tb, &c->verified);
	f = hd_hours_tagged("map.handle", &c->hours);
	f.segment = c->segment;
	hd_figure_row(&m->tb, &f);
	return 0;
}

int
hd_landscape_map(struct hd_landscape *l, struct hd_err *err)
{
	struct map m = { .l = l };
	int r = hd_tiers_cells(&l->t, map_cell, &m, err);

	if (r == 0)
		r = begin(&m, err);
	if (m.begun)
		hd_table_end(&m.tb);
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
hd_landscape_crosswalk(struct hd_landscape *l, struct hd_err *err)
{
	static const char *const names[] = { "category", "issue", "tickets",
		"share_of_category", "example" };
	struct hd_stmt *st = hd_stmt_named(l->t.db, "sql/crosswalk", err);
	struct hd_table tb;
	int r;

	if (st == NULL ||
	    hd_landscape_begin(l, &tb, names, 5,
		"category,issue,tickets,share_of_category", err) != 0) {
		hd_stmt_close(st);
		return -1;
	}
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (l->figures) {
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
