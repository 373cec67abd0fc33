/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAGEFX_H
#define HD_PAGEFX_H

#include "escalation/figures.h"

/*
 * What it changes that the page came with the handoff: handoffs that had it
 * against those that had not, though one was to be had, each issue on each
 * channel compared within itself.  Odds ratios of being asked again, of the
 * first useful reply later than half of all, and of a person not needed.
 */
struct hd_pagefx;

/* Owned by caller. */
struct hd_pagefx *hd_pagefx_new(void);
void hd_pagefx_free(struct hd_pagefx *p);
/* What hd_escfigures() calls; borrowed from p. */
struct hd_escextra hd_pagefx_extra(struct hd_pagefx *p);

#endif
