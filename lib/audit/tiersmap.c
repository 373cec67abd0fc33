/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The landscape map and the crosswalk: counts of cells. */
#include <math.h>
#include <stdio.h>
#include <string.h>

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

/* A cell of the map; by tags, and what reviews make of it. */
struct cell {
	struct hd_str value[3]; /* complexity, emotion, pattern */
	char segment[256];
	int64_t n;
	struct hd_hours hours;
	struct hd_str example; /* p NULL: no ticket is tagged so */
	struct hd_figure verified;
};

struct map {
	struct hd_tiers *t;
	struct hd_table tb;
	struct hd_shares shares;
	int64_t total;
	struct hd_map seen; /* segments of cells printed */
};

static void
map_row(struct map *m, const struct cell *c)
{
	for (int i = 0; i < 3; i++)
		hd_table_text(&m->tb, c->value[i]);
	hd_table_int(&m->tb, c->n);
	hd_table_real(&m->tb, (double)c->n / (double)m->total, 4);
	hours_cell(&m->tb, &c->hours);
	hd_table_cstr(&m->tb, hd_status_name(c->verified.status));
	hd_table_text(&m->tb, c->example);
	hd_figure_limits(&m->tb, &c->verified, 4);
	hd_table_row(&m->tb);
}

static void
map_figures(struct map *m, const struct cell *c)
{
	struct hd_figure f = { "map.share", c->segment,
		(double)c->n / (double)m->total, NAN, NAN, c->n, m->total,
		m->total, 6, "count", "landscape", HD_UNVERIFIED };

	hd_figure_row(&m->tb, &f);
	f = c->verified;
	f.segment = c->segment;
	hd_figure_row(&m->tb, &f);
	f = hd_hours_tagged("map.handle", &c->hours);
	f.segment = c->segment;
	hd_figure_row(&m->tb, &f);
}

static void
map_cell(struct map *m, struct cell *c)
{
	(void)snprintf(c->segment, sizeof(c->segment),
	    "complexity=%.*s,emotion=%.*s,pattern=%.*s", (int)c->value[0].n,
	    c->value[0].p, (int)c->value[1].n, c->value[1].p,
	    (int)c->value[2].n, c->value[2].p);
	(void)hd_map_put(&m->seen, hd_str(c->segment), 1);
	c->verified = hd_tiers_reviewed(m->t, "map.verified",
	    hd_shares_of(&m->shares, hd_str(c->segment)), m->total,
	    "map_verified");
	if (m->t->figures)
		map_figures(m, c);
	else
		map_row(m, c);
}

static int
tagged_cells(struct map *m, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(m->t->db, "sql/map", err);
	struct cell c;
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		memset(&c, 0, sizeof(c));
		for (int i = 0; i < 3; i++)
			c.value[i] = hd_col_text(st, i);
		c.n = hd_col_int(st, 3);
		hd_hours_add(m->t, &c.hours, st, 4, c.n);
		c.example = hd_col_text(st, 9);
		map_cell(m, &c);
	}
	hd_stmt_close(st);
	return r;
}

/* Cells where reviewers put a ticket and the tags none. */
static void
other_cells(struct map *m)
{
	struct hd_str segment, part;
	struct cell c;

	for (size_t i = 0; i < m->shares.at.count; i++) {
		segment = hd_str(m->shares.at.entries[i].key);
		if (hd_map_get(&m->seen, segment) != NULL)
			continue;
		memset(&c, 0, sizeof(c));
		for (int k = 0; k < 3 && hd_str_split(&segment, ',', &part);
		     k++)
			if (hd_str_split(&part, '=', &c.value[k]))
				c.value[k] = part;
		map_cell(m, &c);
	}
}

int
hd_tiers_map(struct hd_tiers *t, struct hd_err *err)
{
	static const char *const names[] = { "complexity", "emotion", "pattern",
		"tickets", "share", "hours", "status", "example", "verified",
		"lo", "hi" };
	struct map m = { .t = t, .seen = HD_MAP_INIT };
	int r = hd_sel_count(t->db, &m.total, err);

	if (r == 0)
		r = hd_tiers_basis(t, false, err);
	if (r == 0)
		r = hd_tiers_shares(
		    t, &m.shares, "sql/share_map", HD_SHARE_FRAME, err);
	if (r == 0)
		r = hd_table_begin(&m.tb, t->out, t->format,
		    t->figures ? hd_figure_columns : names, 11,
		    hd_tiers_columns(t,
			t->basis.ground == HD_GROUND_WINDOW
			    ? "complexity,emotion,pattern,tickets,share,verified,lo,hi"
			    : "complexity,emotion,pattern,tickets,share,hours"),
		    true, err);
	if (r == 0) {
		r = tagged_cells(&m, err);
		if (r == 0 && m.total > 0)
			other_cells(&m);
		hd_table_end(&m.tb);
	}
	hd_shares_release(&m.shares);
	hd_map_release(&m.seen);
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
		hd_tiers_columns(t, "category,issue,tickets,share_of_category"),
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
