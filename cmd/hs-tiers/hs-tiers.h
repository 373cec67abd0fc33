/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_TIERS_H
#define HD_HS_TIERS_H

#include "audit/landscape.h"

/* The landscape as tables: each command prints its list, or the figures of it. */
struct hd_landscape {
	struct hd_tiers t;
	struct hd_out *out;
	enum hd_format format;
	const char *columns;
	bool figures; /* those behind a list, not the list */
	int64_t top;  /* targets */
};

/*
 * The columns to print: those asked for, else on a terminal the few that fit its
 * 80 columns, else all (NULL).
 */
const char *hd_landscape_columns(const struct hd_landscape *l, const char *few);
/* Begin a table of the figures, or of n named columns where a list is asked for. */
int hd_landscape_begin(struct hd_landscape *l, struct hd_table *tb,
    const char *const *names, size_t n, const char *few, struct hd_err *err);

int hd_landscape_waterfall(struct hd_landscape *l, struct hd_err *err);
int hd_landscape_map(struct hd_landscape *l, struct hd_err *err);
int hd_landscape_ceiling(struct hd_landscape *l, struct hd_err *err);
int hd_landscape_targets(struct hd_landscape *l, struct hd_err *err);
int hd_landscape_keep_human(struct hd_landscape *l, struct hd_err *err);
int hd_landscape_crosswalk(struct hd_landscape *l, struct hd_err *err);
int hd_landscape_capacity(struct hd_landscape *l, struct hd_err *err);

#endif
