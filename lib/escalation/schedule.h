/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SCHEDULE_H
#define HD_SCHEDULE_H

#include "base/tstamp.h"
#include "store/db.h"

/*
 * When people are on duty, from a file (Schedule files in hs-escaudit(1)):
 * lines "zone ZONE", "open DAYS FROM-TO" and "closed DATE", # comments.
 */
struct hd_opening {
	int day;      /* of the week, 0 is Sunday */
	int from, to; /* minutes of that day; to may lie in the next */
};

struct hd_duty {
	int64_t from, to; /* epoch seconds, to is outside */
};

struct hd_schedule {
	struct hd_zone zone; /* UTC where the file names none */
	struct hd_opening *open;
	size_t nopen, opencap;
	int64_t *closed; /* holidays, in days since 1970-01-01 */
	size_t nclosed, closedcap;
	struct hd_duty *duty; /* hd_schedule_unroll(), in time order */
	size_t nduty, dutycap;
	int64_t since, until;
};

/* A wrong line is HD_EUSAGE with its place.  Release in any case. */
int hd_schedule_read(
    struct hd_schedule *s, const char *path, struct hd_err *err);
void hd_schedule_release(struct hd_schedule *s);

/*
 * Work out the hours of duty of [since, until).  From one thread, as named
 * zones are; any thread may ask afterwards.
 */
void hd_schedule_unroll(struct hd_schedule *s, int64_t since, int64_t until);

/*
 * Read a file and work out ten years up to the newest event: of what is older
 * nobody asks.  From one thread; errors are those of both.  Release in any case.
 */
int hd_schedule_load(struct hd_schedule *s, const char *path, struct hd_db *db,
    struct hd_err *err);

/* Is anybody on duty?  Outside what was unrolled: nothing says no. */
bool hd_schedule_open_at(const struct hd_schedule *s, int64_t t);

#endif
