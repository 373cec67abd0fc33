/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PACKDRAW_H
#define HD_PACKDRAW_H

#include "report/report.h"

/*
 * Ten tickets of the report's period to read aloud, drawn by their permanent
 * random numbers (stats/draw.h) under the period's name: the same ten whenever
 * they are asked for.  Two that people put right, two that were rated badly, four
 * that were handed over, two of the AI alone; where a stratum has fewer, those
 * next in the draw of the others take their place.
 */
#define HD_PACK 10

enum hd_packstratum {
	HD_PACK_CORRECTED,
	HD_PACK_UNHAPPY,
	HD_PACK_ESCALATED,
	HD_PACK_ALONE,
	HD_PACK_STRATA,
};

struct hd_packed {
	int64_t ticket;
	struct hd_str key, issue, channel;
	enum hd_packstratum stratum;
	uint64_t number;
};

struct hd_packdraw {
	struct hd_packed v[HD_PACK]; /* by stratum, then as drawn */
	size_t n;
	struct hd_arena arena;
};

/* Release in any case. */
int hd_packdraw(struct hd_packdraw *p, struct hd_report *r, struct hd_err *err);
void hd_packdraw_release(struct hd_packdraw *p);

#endif
