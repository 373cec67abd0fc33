/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCISSUES_H
#define HD_ESCISSUES_H

#include "report/escsums.h"

/* The types whose handoffs went worst, as a table; none where no rate is known. */
void hd_escissues(struct hd_report *r, const struct hd_escsums *s);

#endif
