/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zone of reports as a table: see reportzone.h. */
#include "store/db_int.h"
#include "store/reportzone.h"
#include "store/select.h"

#define DAY  86400
#define DAYS 25568 /* to 2040-01-02 */

/* The first second after `from`, and not after `to`, with the offset of `to`. */
static int64_t
change(const struct hd_zone *z, int64_t from, int64_t to)
{
	int64_t shift = hd_zone_offset(z, to), middle;

	while (to - from > 1) {
		middle = from + (to - from) / 2;
		if (hd_zone_offset(z, middle) == shift)
			to = middle;
		else
			from = middle;
	}
	return to;
}

static int
put(struct hd_stmt *st, int64_t since, int64_t shift, struct hd_err *err)
{
	hd_bind_int(st, 1, since);
	hd_bind_int(st, 2, shift);
	return hd_stmt_run(st, err);
}

static int
put_changes(struct hd_stmt *st, const struct hd_zone *z, struct hd_err *err)
{
	int64_t was = hd_zone_offset(z, 0), now;

	/* what was before 1970 is not asked */
	if (put(st, INT64_MIN, was, err) != 0)
		return -1;
	for (int64_t t = DAY; t < (int64_t)DAYS * DAY; t += DAY) {
		now = hd_zone_offset(z, t);
		if (now != was && put(st, change(z, t - DAY, t), now, err) != 0)
			return -1;
		was = now;
	}
	return 0;
}

int
hd_report_zone_put(
    struct hd_db *db, const struct hd_zone *z, struct hd_err *err)
{
	struct hd_stmt *st;
	int r;

	if (hd_meta_set(db, "report_tz", z->name, err) != 0 ||
	    hd_db_exec(db, "DELETE FROM zone", err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/zone_put", err);
	r = st != NULL ? put_changes(st, z, err) : -1;
	hd_stmt_close(st);
	return r;
}
