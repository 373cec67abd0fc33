/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automation ceiling and capacity: what the tiers add up to. */
#include <math.h>
#include <stdio.h>

#include "audit/ceiling.h"

static struct hd_figure
figure(const char *metric, double estimate, int64_t x, int64_t n,
    enum hd_status status)
{
	struct hd_figure f = { metric, "all", estimate, NAN, NAN, x, n, n, 6,
		"count", "landscape", status };

	return f;
}

/* Shares of machine tags; nothing is known when no ticket has a tier. */
struct hd_figure
hd_ceiling_share(const struct hd_ceiling *c, enum hd_ceiling_part part)
{
	const struct hd_tier_sums *s = &c->sums;
	const struct {
		const char *metric;
		int64_t x, known;
	} parts[HD_CEILING_PARTS] = {
		[HD_CEILING_TAGGED] = { "ceiling.tagged", s->automate,
		    s->known },
		[HD_CEILING_ARRIVAL] = { "ceiling.tagged.arrival", c->open,
		    c->open_known },
		[HD_CEILING_ASSIST] = { "ceiling.assist", s->assist, s->known },
		[HD_CEILING_HUMAN] = { "ceiling.human", s->human, s->known },
		[HD_CEILING_KEPT] = { "ceiling.kept", s->kept, s->known },
		[HD_CEILING_UNKNOWN] = { "ceiling.unknown", s->n - s->known,
		    s->n },
	};
	int64_t x = parts[part].x, n = s->n;

	return figure(parts[part].metric, n > 0 ? (double)x / (double)n : NAN,
	    x, n,
	    n == 0 || parts[part].known == 0 ? HD_NOT_MEASURABLE
					     : HD_UNVERIFIED);
}

static void
share(
    struct hd_table *tb, const struct hd_ceiling *c, enum hd_ceiling_part part)
{
	struct hd_figure f = hd_ceiling_share(c, part);

	hd_figure_row(tb, &f);
}

static struct hd_figure
time_figure(const char *metric, const struct hd_hours *h, bool tiered)
{
	struct hd_figure f = figure(metric, h->seconds, -1, h->known,
	    tiered ? hd_hours_status(h) : HD_NOT_MEASURABLE);

	f.N = h->n;
	f.decimals = 0;
	f.method = h->assumed ? "minutes-per-reply" : "sum";
	return f;
}

static void
not_measurable(struct hd_table *tb, const char *metric, int64_t n)
{
	struct hd_figure f = figure(metric, NAN, -1, -1, HD_NOT_MEASURABLE);

	f.N = n;
	f.method = "review";
	hd_figure_row(tb, &f);
}

/* The tiers that arrival facts alone give. */
static int
open_sums(
    struct hd_tiers *t, int64_t *automate, int64_t *known, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/tiers_open", err);
	int r;

	*automate = *known = 0;
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (hd_str_eq(hd_col_text(st, 0), "unknown"))
			continue;
		*known += hd_col_int(st, 2);
		if (hd_str_eq(hd_col_text(st, 0), "automate") &&
		    !hd_tiers_kept(t, st, 1))
			*automate += hd_col_int(st, 2);
	}
	hd_stmt_close(st);
	return r;
}

static void
sentence(struct hd_tiers *t, const struct hd_tier_sums *s)
{
	const char *bullet = t->format == HD_FMT_MD ? "\n" : "";

	if (t->format != HD_FMT_TABLE && t->format != HD_FMT_MD)
		return;
	if (s->n == 0)
		hd_out_adds(t->out, "No resolved tickets in this period.\n\n");
	else if (s->known == 0)
		hd_out_addf(t->out,
		    "How much could be automated cannot be told: none of %lld "
		    "tickets has a tier.\nToo little text, a language the "
		    "rules do not read, or rules without tiers.\n%s\n",
		    (long long)s->n, bullet);
	else
		hd_out_addf(t->out,
		    "By their tags %.1f %% of %lld resolved tickets "
		    "could be automated,\nand AI could draft %.1f %% more; "
		    "%.1f %% could not be judged.\nNo sample has been "
		    "reviewed yet: this is UNVERIFIED.\n%s\n",
		    100.0 * (double)s->automate / (double)s->n, (long long)s->n,
		    100.0 * (double)s->assist / (double)s->n,
		    100.0 * (double)(s->n - s->known) / (double)s->n, bullet);
}

int
hd_ceiling_read(struct hd_tiers *t, struct hd_ceiling *c, struct hd_err *err)
{
	return hd_tier_sums(t, &c->sums, err) != 0
		   ? -1
		   : open_sums(t, &c->open, &c->open_known, err);
}

int
hd_tiers_ceiling(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_ceiling c;
	struct hd_figure f;
	struct hd_table tb;

	if (hd_ceiling_read(t, &c, err) != 0)
		return -1;
	sentence(t, &c.sums);
	if (hd_table_begin(&tb, t->out, t->format, hd_figure_columns, 11,
		hd_tiers_columns(t, "metric,estimate,lo,hi,x,n,status"), true,
		err) != 0)
		return -1;
	share(&tb, &c, HD_CEILING_TAGGED);
	share(&tb, &c, HD_CEILING_ARRIVAL);
	not_measurable(&tb, "ceiling.verified", c.sums.n);
	not_measurable(&tb, "ceiling.realisable", c.sums.n);
	not_measurable(&tb, "ceiling.headroom", c.sums.n);
	share(&tb, &c, HD_CEILING_ASSIST);
	share(&tb, &c, HD_CEILING_HUMAN);
	share(&tb, &c, HD_CEILING_KEPT);
	share(&tb, &c, HD_CEILING_UNKNOWN);
	f = time_figure(
	    "ceiling.handle", &c.sums.automate_hours, c.sums.known > 0);
	hd_figure_row(&tb, &f);
	f = time_figure(
	    "ceiling.assist.handle", &c.sums.assist_hours, c.sums.known > 0);
	hd_figure_row(&tb, &f);
	hd_table_end(&tb);
	return 0;
}

/* Hours a week and the people they take. */
static void
capacity_rows(struct hd_tiers *t, struct hd_table *tb, const char *tier,
    const struct hd_hours *h, bool tiered)
{
	double week = t->weeks > 0 ? h->seconds / 3600 / t->weeks : NAN;
	double fte = t->paid_hours * (1 - t->shrinkage) * t->occupancy;
	struct hd_figure f = time_figure("capacity.handle", h, tiered);
	char segment[64];

	(void)snprintf(segment, sizeof(segment), "tier=%s", tier);
	f.segment = segment;
	hd_figure_row(tb, &f);
	f.metric = "capacity.handle_per_week";
	f.estimate = week * 3600;
	if (t->weeks < 1) /* a few days are no week */
		f.status = HD_NOT_MEASURABLE;
	hd_figure_row(tb, &f);
	f.metric = "capacity.fte";
	f.estimate = fte > 0 ? week / fte : NAN;
	f.decimals = 2;
	/* paid hours, shrinkage and occupancy are stated, not measured */
	if (f.status == HD_MEASURED)
		f.status = HD_ASSUMED;
	hd_figure_row(tb, &f);
}

/*
 * The weeks that the tickets stand for: the period as far as it has tickets, so
 * that a period of all time does not thin them out.
 */
static int
weeks_of(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/span", err);
	int64_t first, last;
	int r;

	if (st == NULL)
		return -1;
	t->weeks = 0;
	r = hd_stmt_step(st, err);
	if (r == 1 && !hd_col_is_null(st, 0)) {
		first = hd_col_int(st, 0) - hd_col_int(st, 0) % 86400;
		last = hd_col_int(st, 1) - hd_col_int(st, 1) % 86400 + 86400;
		t->weeks = (double)(last - first) / (7 * 86400.0);
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_tiers_capacity(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_tier_sums s;
	struct hd_table tb;

	if (hd_tier_sums(t, &s, err) != 0 || weeks_of(t, err) != 0 ||
	    hd_table_begin(&tb, t->out, t->format, hd_figure_columns, 11,
		hd_tiers_columns(t, "metric,segment,estimate,n,N,status"), true,
		err) != 0)
		return -1;
	capacity_rows(t, &tb, "all", &s.all, true);
	capacity_rows(t, &tb, "human", &s.human_hours, s.known > 0);
	capacity_rows(t, &tb, "assist", &s.assist_hours, s.known > 0);
	capacity_rows(t, &tb, "automate", &s.automate_hours, s.known > 0);
	hd_table_end(&tb);
	return 0;
}
