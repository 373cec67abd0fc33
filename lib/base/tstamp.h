/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TSTAMP_H
#define HD_TSTAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/*
 * Times are epoch seconds UTC.  Exports write them in a dozen ways; a value
 * without a zone is read in the zone the user named.
 */

#define HD_TIME_NONE INT64_MIN
#define HD_TIME_TEXT 24

/*
 * A named zone ("Europe/Berlin", from tzdata) or a fixed offset ("UTC",
 * "+05:30").  Named zones go through the C library's TZ, which is one for the
 * whole process: use them from one thread.
 */
struct hd_zone {
	char name[64];
	bool fixed;
	int64_t offset; /* seconds east, when fixed */
};

#define HD_ZONE_UTC            \
	{                      \
		"UTC", true, 0 \
	}

/* -1 when the zone is not known here. */
int hd_zone_open(struct hd_zone *z, const char *name, struct hd_err *err);

struct hd_civil {
	int64_t year;
	int month, day, hour, min, sec; /* month and day from 1 */
};

/* Wall-clock time in the zone to epoch seconds; fields may overflow (day 32). */
int64_t hd_zone_utc(const struct hd_zone *z, const struct hd_civil *c);
void hd_zone_civil(const struct hd_zone *z, int64_t t, struct hd_civil *c);
/* Seconds east of UTC at a moment. */
int64_t hd_zone_offset(const struct hd_zone *z, int64_t t);

enum hd_date_order {
	HD_ORDER_UNKNOWN,
	HD_ORDER_DMY,
	HD_ORDER_MDY,
};

struct hd_timeopt {
	const struct hd_zone *zone; /* of values without one; NULL: refuse */
	enum hd_date_order order;   /* of 08/01/2025 */
};

/*
 * Read a time: ISO 8601 with or without zone and fraction, "YYYY-MM-DD
 * HH:MM[:SS]", 08/01/2025 15:00, 03/Sep/25 9:05 AM, epoch seconds or
 * milliseconds.  A date alone is its midnight.  *zoned tells whether the value
 * said its zone; -1 with HD_EDATA when it cannot be read.
 */
int hd_time_parse(struct hd_str s, const struct hd_timeopt *o, int64_t *t,
    bool *zoned, struct hd_err *err);

/*
 * Is it a date in numbers, as 08/01/2025, whose order matters?  *order is what
 * it says itself: DMY when the first part is above 12, MDY when the second is,
 * else unknown.
 */
bool hd_time_order(struct hd_str s, enum hd_date_order *order);

/* "2026-01-05T09:12:44Z" */
const char *hd_time_iso(int64_t t, char text[HD_TIME_TEXT]);

#endif
