/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPORTOPTIONS_H
#define HD_REPORTOPTIONS_H

#include "report/report.h"

/* Append the report's period as options of other programs: " --month 2026-06". */
void hd_report_options(const struct hd_report *r, struct hd_buf *b);

#endif
