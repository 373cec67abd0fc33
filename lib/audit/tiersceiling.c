/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automation ceiling: what the tiers add up to. */
#include <math.h>
#include <string.h>

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

int
hd_ceiling_read(struct hd_tiers *t, struct hd_ceiling *c, struct hd_err *err)
{
	return hd_tier_sums(t, &c->sums, err) != 0
		   ? -1
		   : open_sums(t, &c->open, &c->open_known, err);
}

static void
list(struct hd_tiers_ceiling *out, const struct hd_ceiling *c,
    const struct hd_figure review[HD_CEILING_REVIEWS], bool unclear,
    const struct hd_tier_total *totals)
{
	static const enum hd_ceiling_part after[] = { HD_CEILING_ASSIST,
		HD_CEILING_HUMAN, HD_CEILING_KEPT, HD_CEILING_UNKNOWN };
	const struct hd_tier_sums *s = &c->sums;

	out->sums = c->sums;
	out->n = 0;
	out->v[out->n++] = hd_ceiling_share(c, HD_CEILING_TAGGED);
	out->v[out->n++] = hd_ceiling_share(c, HD_CEILING_ARRIVAL);
	for (int i = 0; i < HD_CEILING_REVIEWS; i++)
		if (unclear ||
		    (i != HD_CEILING_UNCLEAR_NO && i != HD_CEILING_UNCLEAR_YES))
			out->v[out->n++] = review[i];
	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
		out->v[out->n++] = hd_ceiling_share(c, after[i]);
	out->v[out->n++] = hd_tier_time("ceiling.handle", &s->automate_hours,
	    s->known > 0, &totals[HD_TIER_AUTOMATE]);
	out->v[out->n++] = hd_tier_time("ceiling.assist.handle",
	    &s->assist_hours, s->known > 0, &totals[HD_TIER_ASSIST]);
}

int
hd_tiers_ceiling(
    struct hd_tiers *t, struct hd_tiers_ceiling *out, struct hd_err *err)
{
	struct hd_ceiling c;
	struct hd_figure review[HD_CEILING_REVIEWS];
	struct hd_tier_total totals[HD_TIER_HUMAN + 1];
	bool unclear;

	if (hd_ceiling_read(t, &c, err) != 0 ||
	    hd_tiers_basis(t, true, err) != 0 ||
	    hd_ceiling_reviewed(t, &c.sums, review, &unclear, err) != 0 ||
	    hd_tier_totals(t, totals, err) != 0)
		return -1;
	list(out, &c, review, unclear, totals);
	return 0;
}

const struct hd_figure *
hd_ceiling_figure(const struct hd_tiers_ceiling *c, const char *metric)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->v[i].metric, metric) == 0)
			return &c->v[i];
	return NULL;
}
