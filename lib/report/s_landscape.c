/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The landscape of the resolved tickets: tiers, and the mosaic of them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "report/blocks.h"
#include "report/lands.h"
#include "report/spoken.h"

/* A field of the mosaic: tickets alike in their tags and their tier. */
struct field {
	struct hd_str complexity, emotion, pattern;
	enum hd_tier tier;
	int64_t n;
	size_t column; /* of the complexity, from 0 */
};

struct mosaic {
	struct field *v;
	size_t n, cap, columns;
	struct hd_arena arena;
};

static const char *const tier_names[] = { "unknown", "automate", "assist",
	"human" };

static struct field *
field_at(struct mosaic *m, struct hd_stmt *st, enum hd_tier tier)
{
	const struct hd_str key[] = { hd_col_text(st, 0), hd_col_text(st, 1),
		hd_col_text(st, 2) };
	struct field *f;

	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].tier == tier &&
		    hd_str_same(m->v[i].complexity, key[0]) &&
		    hd_str_same(m->v[i].emotion, key[1]) &&
		    hd_str_same(m->v[i].pattern, key[2]))
			return &m->v[i];
	/* rows come by complexity */
	if (m->n > 0 && !hd_str_same(m->v[m->n - 1].complexity, key[0]))
		m->columns++;
	m->v = hd_grow(m->v, &m->cap, m->n + 1, sizeof(*m->v));
	f = &m->v[m->n++];
	*f = (struct field){ hd_str_keep(&m->arena, key[0]),
		hd_str_keep(&m->arena, key[1]), hd_str_keep(&m->arena, key[2]),
		tier, 0, m->columns };
	return f;
}

/* By column, then as the tiers are listed, the largest first. */
static int
by_place(const void *a, const void *b)
{
	static const int order[] = { 3, 0, 1, 2 }; /* unknown comes last */
	const struct field *x = a, *y = b;
	int place;

	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	if (x->tier != y->tier)
		return order[x->tier] - order[y->tier];
	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	place = hd_str_cmp(x->emotion, y->emotion);
	return place != 0 ? place : hd_str_cmp(x->pattern, y->pattern);
}

static int
read_fields(struct mosaic *m, struct hd_report *r, const struct hd_land *l,
    struct hd_err *err)
{
	struct hd_stmt *st;
	int got = -1;

	if (hd_land_select(r, HD_WIN_PERIOD, err) != 0)
		return -1;
	st = hd_stmt_named(r->db, "sql/tier_fields", err);
	while (st != NULL && (got = hd_stmt_step(st, err)) == 1)
		field_at(m, st,
		    hd_tier_of(hd_col_text(st, 3), hd_tiers_kept(&l->t, st, 4)))
		    ->n += hd_col_int(st, 5);
	hd_stmt_close(st);
	if (m->n > 1)
		qsort(m->v, m->n, sizeof(*m->v), by_place);
	return got;
}

static void
add_field(struct hd_report *r, const struct hd_land *l, const struct field *f,
    int64_t column)
{
	char segment[256], label[128];
	int64_t all = l->ceiling.sums.n;
	struct hd_figure fig = { "map.share", segment,
		(double)f->n / (double)all, NAN, NAN, f->n, all, all, 6,
		"count", "tiered", HD_UNVERIFIED };

	(void)snprintf(segment, sizeof(segment),
	    "complexity=%.*s,emotion=%.*s,pattern=%.*s,tier=%s",
	    (int)f->complexity.n, f->complexity.p, (int)f->emotion.n,
	    f->emotion.p, (int)f->pattern.n, f->pattern.p, tier_names[f->tier]);
	(void)snprintf(label, sizeof(label), "%.*s, %.*s", (int)f->emotion.n,
	    f->emotion.p, (int)f->pattern.n, f->pattern.p);
	hd_doc_field(&r->doc, label, (double)f->n / (double)column,
	    hd_land_figure(r, l, &fig), tier_names[f->tier]);
}

/* Tickets of the column that begins at field i. */
static int64_t
column_of(const struct mosaic *m, size_t i)
{
	int64_t n = 0;

	for (size_t k = i; k < m->n && m->v[k].column == m->v[i].column; k++)
		n += m->v[k].n;
	return n;
}

static int
mosaic(struct hd_report *r, const struct hd_land *l, struct hd_err *err)
{
	static const struct hd_docchart chart = { "landscape-mosaic",
		"The landscape of resolved tickets",
		"Columns are complexity, fields are how the customer feels and "
		"whether the answer follows a known path; an area is a share "
		"of all resolved tickets.",
		"share" };
	struct mosaic m = { NULL, 0, 0, 0, HD_ARENA_INIT };
	char label[64];
	int64_t column = 0;
	int n = read_fields(&m, r, l, err);

	if (n == 0 && m.n > 0) {
		hd_doc_mosaic(&r->doc, &chart);
		for (size_t i = 0; i < m.n; i++) {
			if (i == 0 || m.v[i].column != m.v[i - 1].column) {
				column = column_of(&m, i);
				(void)snprintf(label, sizeof(label),
				    "%.*s complexity", (int)m.v[i].complexity.n,
				    m.v[i].complexity.p);
				hd_doc_stripe(&r->doc, label,
				    (double)column / (double)l->ceiling.sums.n);
			}
			add_field(r, l, &m.v[i], column);
		}
		hd_doc_end(&r->doc);
	}
	free(m.v);
	hd_arena_release(&m.arena);
	return n;
}

static const struct {
	const char *metric, *label, *tone;
} tiers[] = {
	{ "ceiling.tagged", "Could be automated, by tags", "ai" },
	{ "ceiling.verified", "Could be automated, by review", "ai" },
	{ "ceiling.assist", "AI drafts, a person approves", "neutral" },
	{ "ceiling.human", "Stays with people", "human" },
	{ "ceiling.unknown", "Could not be judged", "unknown" },
};

static size_t
tier(struct hd_report *r, const struct hd_land *l, size_t i)
{
	return hd_land_figure(
	    r, l, hd_ceiling_figure(&l->ceiling, tiers[i].metric));
}

static void
bars(struct hd_report *r, const struct hd_land *l)
{
	static const struct hd_docchart chart = { "landscape-tiers",
		"Who could answer",
		"The share of resolved tickets of each tier; with an interval "
		"where a sample was reviewed.",
		"share" };
	size_t fig;

	hd_doc_bars(&r->doc, &chart);
	for (size_t i = 0; i < sizeof(tiers) / sizeof(tiers[0]); i++) {
		fig = tier(r, l, i);
		if (hd_doc_shown(&r->doc, fig))
			hd_doc_mark(
			    &r->doc, tiers[i].label, fig, tiers[i].tone);
	}
	hd_doc_end(&r->doc);
}

static void
lead(struct hd_report *r, const struct hd_land *l)
{
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_words(d, "Of the ");
	hd_doc_fig(d, hd_land_tickets(r, l), HD_AS_TEXT);
	hd_doc_words(d, " tickets resolved in ");
	hd_spoken(r, &r->period);
	hd_doc_words(d, ", going by their tags, ");
	hd_doc_fig(d, tier(r, l, 0), HD_AS_TEXT);
	hd_doc_words(d, " could be automated, for ");
	hd_doc_fig(d, tier(r, l, 2), HD_AS_TEXT);
	hd_doc_words(d, " AI could draft what a person approves, ");
	hd_doc_fig(d, tier(r, l, 3), HD_AS_TEXT);
	hd_doc_words(d, " stay with people, and ");
	hd_doc_fig(d, tier(r, l, 4), HD_AS_TEXT);
	hd_doc_words(d, " could not be judged.");
	hd_doc_end(d);
}

/* What reviews make of the ceiling beyond its height. */
static void
reviewed(struct hd_report *r, const struct hd_land *l)
{
	size_t can = hd_land_figure(
		   r, l, hd_ceiling_figure(&l->ceiling, "ceiling.realisable")),
	       open = hd_land_figure(
		   r, l, hd_ceiling_figure(&l->ceiling, "ceiling.headroom"));
	struct hd_doc *d = &r->doc;

	if (hd_doc_shown(d, can)) {
		hd_doc_para(d, HD_TONE_PLAIN);
		hd_doc_words(d,
		    "With an AI that answers as correctly as reviewers found, "
		    "at the cautious end, ");
		hd_doc_fig(d, can, HD_AS_BOTH);
		hd_doc_words(d, " can be had.");
		hd_doc_end(d);
	}
	if (hd_doc_shown(d, open)) {
		hd_doc_para(d, HD_TONE_PLAIN);
		hd_doc_fig(d, open, HD_AS_BOTH);
		hd_doc_words(d,
		    " of all tickets could be automated and are not resolved "
		    "for good by the AI today.");
		hd_doc_end(d);
	}
}

int
hd_section_landscape(struct hd_report *r, struct hd_err *err)
{
	const struct hd_land *l;

	if (hd_report_land(r, HD_WIN_PERIOD, &l, err) != 0)
		return -1;
	if (l->ceiling.sums.known == 0)
		return 0;
	lead(r, l);
	reviewed(r, l);
	bars(r, l);
	return mosaic(r, l, err);
}
