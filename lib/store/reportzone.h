/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPORTZONE_H
#define HD_REPORTZONE_H

#include "base/tstamp.h"
#include "store/db.h"

/*
 * Store the zone in which reports cut days and months: its name as meta's report_tz,
 * and what it is from UTC from 1970 to 2040 in the table zone, as SQL knows no zones.
 */
int hd_report_zone_put(
    struct hd_db *db, const struct hd_zone *z, struct hd_err *err);

#endif
