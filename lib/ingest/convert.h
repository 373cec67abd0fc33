/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CONVERT_H
#define HD_CONVERT_H

#include "ingest/ingest.h"

/* The values of exports as the cells of canonical records. */

/*
 * Read text into a column of r by the column's type; empty text, "-" and
 * "null" say nothing.  unit: seconds that a bare number of a duration counts,
 * 0 for the usual 1.  -1 with err when the text is not such a value.
 */
int hd_convert(struct hd_ingest *in, struct hd_rec *r, int col, double unit,
    struct hd_str text, struct hd_err *err);

/* A time column from ISO text or epoch, whose zone the vendor defines as UTC. */
int hd_convert_utc(
    struct hd_rec *r, int col, struct hd_str text, struct hd_err *err);

/* An id without the ".0" that it got where a tool held it as a float. */
struct hd_str hd_whole_id(struct hd_str id);
/*
 * A record's own id as text: a float's ".0" is cut, an id that a spreadsheet turned into
 * 7.25E+12 is refused because its digits are lost.
 */
int hd_convert_id(struct hd_str text, struct hd_str *id, struct hd_err *err);

/* Two JSON arrays of tags as one, the second's new ones behind the first's. */
struct hd_str hd_tags_united(
    struct hd_ingest *in, struct hd_str a, struct hd_str b);

/* Vendor words for a status: new open pending hold solved closed deleted. */
const char *hd_status_word(struct hd_str raw);
/* The page without query and fragment, which carry tokens and addresses. */
struct hd_str hd_page(struct hd_str url);
/* A subject that the helpdesk made up ("Conversation with Ann"). */
bool hd_placeholder(struct hd_str subject);

#endif
