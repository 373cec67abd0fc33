/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CROSSED_H
#define HD_CROSSED_H

#include "render/failif.h"
#include "report/report.h"

/*
 * Test conditions on the figures of a report's whole period: those of its
 * sections, else any metric.  HD_EOPTION: there is none of that name.
 */
struct hd_crossed {
	bool failed; /* one is crossed */
	bool open;   /* one could not be tested; r->notes says why */
};

int hd_report_crossed(struct hd_report *r, const struct hd_failif *conditions,
    size_t n, struct hd_crossed *c, struct hd_err *err);

#endif
