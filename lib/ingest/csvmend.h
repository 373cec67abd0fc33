/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CSVMEND_H
#define HD_CSVMEND_H

#include "ingest/csvcut.h"

/*
 * What is done about a record that cannot be read; for csvcut.c.  The mark
 * stands at its beginning, and its lines are held.
 */

/*
 * Are lines of the record but its first records by themselves?  most: nearly
 * all of them, else any.
 */
bool hd_csv_holds_rows(struct hd_csv *c, bool most);
/* Take the record as libcsv mends it, into c->row; false when that is no use. */
bool hd_csv_mend(struct hd_csv *c);
/*
 * Go to where the next record seems to begin.  alone: one line was enough to
 * show that the record is bad.
 */
void hd_csv_resume(struct hd_csv *c, bool alone);
/* Past the record, which is too large to be held. */
void hd_csv_skip(struct hd_csv *c);

#endif
