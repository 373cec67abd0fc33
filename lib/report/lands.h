/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LANDS_H
#define HD_LANDS_H

#include "audit/capacity.h"
#include "audit/landscape.h"
#include "report/report.h"
#include "report/types.h"

/*
 * The landscapes of a report's two periods: the tickets solved in them, under one
 * rule set, worked out when a section first asks.
 */
struct hd_land {
	bool made;
	enum hd_reportwin win;
	struct hd_tiers t;
	struct hd_waterfall fall; /* what was read alone */
	struct hd_tiers_coverage covers;
	struct hd_tiers_ceiling ceiling;
	struct hd_capacity capacity;
	struct hd_targets targets;
};

/* What moved the ceiling by tags: its change, and figures of the parts. */
struct hd_landshift {
	enum hd_cause cause;
	struct hd_interval change;
	size_t mix, rate;
};

struct hd_lands {
	struct hd_land of[2]; /* the period, and the one before */
	struct hd_landshift shift;
	bool shifted; /* that is known */
};

/*
 * The landscape of the period or of the one before; NULL in *land where there is
 * none before.  The selection is another after it.
 */
int hd_report_land(struct hd_report *r, enum hd_reportwin win,
    const struct hd_land **land, struct hd_err *err);
void hd_lands_free(struct hd_lands *lands); /* NULL is fine */
/* Select its tickets again. */
int hd_land_select(
    struct hd_report *r, enum hd_reportwin win, struct hd_err *err);

/*
 * A figure of a landscape in the report's document: titled, with its query where
 * SQL can tell the same.
 */
size_t hd_land_figure(
    struct hd_report *r, const struct hd_land *land, const struct hd_figure *f);
/* Its tickets, as a figure. */
size_t hd_land_tickets(struct hd_report *r, const struct hd_land *land);
/*
 * The ceiling that counts: by review of this window, or carried over from
 * another's, else by tags.
 */
const struct hd_figure *hd_land_best(const struct hd_land *land);

/*
 * The ceilings of both periods by the same means, in the document: by review if
 * both are, else by tags; HD_DOC_NONE where there is none.
 */
struct hd_landpair {
	size_t now, before, change;
	bool reviewed;
};
int hd_report_ceilings(
    struct hd_report *r, struct hd_landpair *pair, struct hd_err *err);
/* What moved the ceiling by tags.  There is a period before. */
int hd_report_ceiling_shift(
    struct hd_report *r, struct hd_landshift *s, struct hd_err *err);

#endif
