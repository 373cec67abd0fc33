/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FAILIF_H
#define HD_FAILIF_H

#include "render/figure.h"

/*
 * Conditions that make a run fail: "repeat_rate > 0.15".  A figure crosses one
 * when its interval does: the lower limit above, or the upper one below; of a
 * figure without an interval the estimate.
 */
struct hd_failif {
	char metric[64];
	enum {
		HD_ABOVE,
		HD_AT_LEAST,
		HD_BELOW,
		HD_AT_MOST
	} op;
	double value;
};

/* HD_EOPTION says how one is written; the metric is not looked up. */
int hd_failif_read(struct hd_failif *c, const char *text, struct hd_err *err);
/* n of them, owned by caller; *c is set, to free, whatever happens. */
int hd_failif_read_all(struct hd_failif **c, const char *const *texts, size_t n,
    struct hd_err *err);
/* 1 crossed, 0 not, -1: the figure has no number to test. */
int hd_failif_test(const struct hd_failif *c, const struct hd_figure *f);

#endif
