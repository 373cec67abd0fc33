/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_ESCAUDIT_H
#define HD_HS_ESCAUDIT_H

#include "escalation/effort.h"
#include "escalation/pagefx.h"

/* What the files of hs-escaudit share. */

/* The figures of single audits that are no rates. */
struct hd_escaudit_extras {
	struct hd_pagemap map;
	struct hd_pagefx *pages;
	struct hd_effortsum *effort;
	struct hd_escextra v[2];
	size_t n;
};

/* Put into f those of its audits; map: a file, or NULL.  Release in any case. */
int hd_escaudit_extras(struct hd_escaudit_extras *x, const char *map,
    struct hd_escfigures *f, struct hd_err *err);
void hd_escaudit_extras_release(struct hd_escaudit_extras *x);

#endif
