/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PUMP_H
#define HD_PUMP_H

#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"

/*
 * Private to lib/rules: texts made up for a pattern from what it is made of.
 * They are guesses for the prober: a bad one costs time and no more.
 */

#define HD_PUMP_MAX    64  /* bytes of a pump at most */
#define HD_PUMP_PREFIX 200 /* bytes of what stands before it */
#define HD_PUMPS_MAX   ((size_t)240)

/* What comes before a repeat, and what is repeated. */
struct hd_pump {
	struct hd_str prefix, pump; /* the arena's */
};

struct hd_pumps {
	struct hd_arena arena;
	struct hd_pump *v; /* the likeliest first, each once */
	size_t n, cap;
};

#define HD_PUMPS_INIT                     \
	{                                 \
		HD_ARENA_INIT, NULL, 0, 0 \
	}

/* Texts for a pattern that compiles; valid UTF-8. */
void hd_pumps_make(struct hd_pumps *s, struct hd_str pattern);
void hd_pumps_release(struct hd_pumps *s);

#endif
