/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's period for other programs: see options.h. */
#include <string.h>

#include "report/options.h"

void
hd_report_options(const struct hd_report *r, struct hd_buf *b)
{
	const char *name = r->period.name;
	char since[HD_TIME_TEXT], until[HD_TIME_TEXT];

	/* other programs cut months in the zone that the database has */
	if (strlen(name) == 7 && name[4] == '-' && !r->own_zone)
		hd_buf_addf(b, " --month %s", name);
	else if (strlen(name) == 6 && name[4] == 'Q' && !r->own_zone)
		hd_buf_addf(b, " --quarter %s", name);
	else
		hd_buf_addf(b, " --since %s --until %s",
		    hd_time_iso(r->period.since, since),
		    hd_time_iso(r->period.until, until));
}
