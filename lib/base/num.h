/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NUM_H
#define HD_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * The only readers of numbers.  All take the whole slice or nothing: "12x",
 * " 12" and "" are no numbers; no locale is consulted.
 */

/* Decimal integer, optional sign, within int64_t. */
bool hd_num_int(struct hd_str s, int64_t *v);
/* Decimal fraction with optional sign and exponent; never inf or nan. */
bool hd_num_real(struct hd_str s, double *v);
/* 90d 12h 30m 45s 2w, or several in falling order (1h30m), in seconds. */
bool hd_num_duration(struct hd_str s, int64_t *seconds);
/*
 * How exports write durations: 31:42:12 and 0:05 (H:MM[:SS], above 24 h too),
 * "3h 20m", "21 minutes", or a bare number of `unit` seconds.
 */
bool hd_num_span(struct hd_str s, double unit, int64_t *seconds);
/*
 * Money as integer cents: "$1,200.00", "1.200,00 EUR", "12k".  currency gets
 * the ISO code if one is written ("" else).
 */
bool hd_num_money(struct hd_str s, int64_t *cents, char currency[4]);
/* A double as digits, the fewest that read back the same; text is returned. */
const char *hd_num_shortest(double v, char text[32]);

#endif
