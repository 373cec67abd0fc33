/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCEXTRAS_H
#define HD_ESCEXTRAS_H

#include "escalation/effort.h"
#include "escalation/needreview.h"
#include "escalation/pagefx.h"

/* The figures of single audits that are no rates, and what they are made of. */
struct hd_escextras {
	struct hd_pagemap map;
	struct hd_pagefx *pages;
	struct hd_effortsum *effort;
	struct hd_needreview *review;
	struct hd_escextra v[4];
	size_t n;
};

/*
 * Put into f the figures of its audits that are no rates, and names of pages.
 * map: a file, or NULL; more: what of the caller's own is to be taken too, or
 * NULL.  What was reviewed of the selection is read now.  Release in any case,
 * after the figures.
 */
int hd_escextras(struct hd_escextras *x, const char *map,
    const struct hd_escextra *more, struct hd_escfigures *f,
    struct hd_err *err);
void hd_escextras_release(struct hd_escextras *x);

#endif
