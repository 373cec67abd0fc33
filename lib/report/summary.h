/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUMMARY_H
#define HD_SUMMARY_H

#include "report/lands.h"

/* Parts of page one. */

/* The first types to automate, as a table. */
void hd_summary_targets(struct hd_report *r, const struct hd_land *l);
/* The vendor's rate, and its claim if there is one, beside what held. */
int hd_summary_claim(struct hd_report *r, struct hd_err *err);
/* The worst handoff of the period, quoted. */
int hd_summary_worst(struct hd_report *r, struct hd_err *err);
/* What is wrong with the data, beside what any report says of it. */
void hd_summary_caveats(struct hd_report *r, const struct hd_land *l);

#endif
