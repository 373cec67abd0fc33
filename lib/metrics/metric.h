/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_METRIC_H
#define HD_METRIC_H

#include <stdbool.h>
#include <stddef.h>

#include "render/figure.h"

/*
 * The metrics there are.  What one counts is its view (lib/store/views/m_NAME.sql,
 * v_NAME.sql), which has its definition; here is how its figures are made and called.
 */

enum hd_layer {
	HD_LAYER_AI,
	HD_LAYER_HUMAN,
	HD_LAYER_VENDOR, /* as a vendor defines it */
};

enum hd_unit {
	HD_UNIT_SHARE,
	HD_UNIT_SECONDS,
	HD_UNIT_CENTS,
	HD_UNIT_COUNT,	/* of things for each ticket */
	HD_UNIT_POINTS, /* of a scale */
};

enum hd_kind {
	HD_KIND_RATE,	/* x is 1 or 0 */
	HD_KIND_MEAN,	/* x is a value */
	HD_KIND_MEDIAN, /* so it is, with a long tail */
};

struct hd_metric {
	const char *name;  /* of its view */
	const char *title; /* for people: "Deflection" */
	enum hd_layer layer;
	enum hd_kind kind;
	enum hd_unit unit;
	int better;	       /* 1 more is, -1 less is, 0 neither */
	enum hd_status status; /* of a figure with numbers */
	bool matures;	       /* x is not known before some days are over */
	const char *needs;     /* why x may be known of no ticket */
	const char *sources;   /* where the definition is from */
};

/* NULL: there is none of that name. */
const struct hd_metric *hd_metric_find(const char *name);
/* The i-th, NULL past the last. */
const struct hd_metric *hd_metric_at(size_t i);

#endif
