/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was counted: the tickets behind a report and what is wrong with them. */
#include "report/report.h"

int
hd_section_counted(struct hd_report *r, struct hd_err *err)
{
	(void)err;
	hd_doc_say(
	    &r->doc, HD_TONE_PLAIN, "%lld tickets.", (long long)r->tickets);
	return 0;
}
