/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The landscapes of a report's periods: see lands.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "report/lands.h"
#include "report/shiftfig.h"

static const struct hd_docspan *
span_of(const struct hd_report *r, enum hd_reportwin win)
{
	return win == HD_WIN_BEFORE ? &r->before : &r->period;
}

int
hd_land_select(struct hd_report *r, enum hd_reportwin win, struct hd_err *err)
{
	const struct hd_docspan *s = span_of(r, win);

	if (hd_sel_begin(r->db, err) != 0 ||
	    hd_sel_period(r->db, HD_BY_SOLVED, s->since, s->until, err) != 0)
		return -1;
	return hd_db_script(r->db, "sql/sel_excluded", err);
}

static int
make(struct hd_report *r, struct hd_land *l, struct hd_err *err)
{
	const struct hd_docspan *s = span_of(r, l->win);

	l->t = (struct hd_tiers){ HD_TIERS_DEFAULTS };
	l->t.db = r->db;
	l->t.since = s->since;
	l->t.until = s->until;
	l->t.by = HD_BY_SOLVED;
	l->t.min_n = r->min_n;
	if (hd_tiers_keep_list(&l->t, NULL, false, err) != 0 ||
	    hd_land_select(r, l->win, err) != 0 ||
	    hd_tiers_read(&l->t, &l->fall, err) != 0 ||
	    hd_tiers_coverage(&l->t, &l->covers, err) != 0 ||
	    hd_tiers_capacity(&l->t, &l->capacity, err) != 0 ||
	    hd_tiers_targets(&l->t, &l->targets, err) != 0)
		return -1;
	/* what is noted of a review is noted once, with the ceiling */
	hd_buf_reset(&l->t.notes);
	return hd_tiers_ceiling(&l->t, &l->ceiling, err);
}

int
hd_report_land(struct hd_report *r, enum hd_reportwin win,
    const struct hd_land **land, struct hd_err *err)
{
	struct hd_land *l;

	*land = NULL;
	if (win == HD_WIN_BEFORE && r->before.name[0] == '\0')
		return 0;
	if (r->lands == NULL)
		r->lands = hd_xcalloc(1, sizeof(*r->lands));
	l = &r->lands->of[win == HD_WIN_BEFORE];
	if (!l->made) {
		l->made = true;
		l->win = win;
		if (make(r, l, err) != 0)
			return -1;
	}
	*land = l;
	return 0;
}

void
hd_lands_free(struct hd_lands *lands)
{
	if (lands == NULL)
		return;
	for (int i = 0; i < 2; i++) {
		hd_tiers_release(&lands->of[i].t);
		hd_targets_release(&lands->of[i].targets);
	}
	free(lands);
}

const struct hd_figure *
hd_land_best(const struct hd_land *land)
{
	const struct hd_figure *v =
	    hd_ceiling_figure(&land->ceiling, "ceiling.verified");

	return v->status == HD_ESTIMATED || v->status == HD_TRANSPORTED
		   ? v
		   : hd_ceiling_figure(&land->ceiling, "ceiling.tagged");
}

static int
count_types(struct hd_report *r, struct hd_bytype *t, struct hd_err *err)
{
	static const enum hd_reportwin wins[] = { HD_WIN_BEFORE,
		HD_WIN_PERIOD };

	for (int i = 0; i < 2; i++)
		if (hd_land_select(r, wins[i], err) != 0 ||
		    hd_bytype_add(t, i,
			hd_stmt_named(r->db, "sql/tier_types", err), err) != 0)
			return -1;
	hd_bytype_settle(t, r->min_n);
	return 0;
}

/* A part of the change, as a figure. */
static size_t
part(struct hd_report *r, const struct hd_typeshift *s, enum hd_shiftpart part,
    const struct hd_interval *v)
{
	struct hd_buf rows = HD_BUF_INIT;
	struct hd_shiftof of = { "ceiling.tagged",
		"Automation ceiling, by tags", "tiered", { NULL, 0 } };
	struct hd_figure f = { of.metric, "all", v->p, v->lo, v->hi, -1, s->n,
		-1, 6, "kitagawa", of.definition,
		isnan(v->p) ? HD_NOT_MEASURABLE : HD_UNVERIFIED };
	size_t fig;

	hd_shift_rows(&rows, r, "tiered", "tier = 'automate'", "solved");
	hd_buf_adds(&rows, " AND excluded IS NULL");
	of.rows = hd_buf_str(&rows);
	fig = hd_shift_figure(r, &of, part, &f, (struct hd_str){ NULL, 0 });
	hd_buf_release(&rows);
	return fig;
}

int
hd_report_ceiling_shift(
    struct hd_report *r, struct hd_landshift *out, struct hd_err *err)
{
	static const struct hd_bytype none;
	struct hd_landshift *l = &r->lands->shift;
	struct hd_bytype types = none;
	struct hd_typeshift s;
	struct hd_interval mix;
	int n = 0;

	if (!r->lands->shifted)
		n = count_types(r, &types, err);
	if (n == 0 && !r->lands->shifted) {
		hd_types_shift(&types, &s);
		mix = (struct hd_interval){ s.k.mix, NAN, NAN, 1 };
		*l = (struct hd_landshift){ hd_shift_cause(
						&s.change, &s.rate, s.k.mix),
			s.change, part(r, &s, HD_PART_MIX, &mix),
			part(r, &s, HD_PART_RATE, &s.rate) };
		hd_typeshift_release(&s);
		r->lands->shifted = true;
	}
	hd_bytype_release(&types);
	*out = *l;
	return n;
}
