/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAGE_H
#define HD_PAGE_H

#include "ingest/ingest.h"

/*
 * What stands around records: pages of an API, objects with one member, and the
 * envelopes of data pipelines.
 */

/* Is it a page of an API: an object with arrays of records, none itself? */
bool hd_is_page(const struct hd_json *j);
/* The arrays that hold records in wrappers: "tickets", "data" ... */
bool hd_is_record_array(struct hd_str name);
/* Those that stand beside each other in a page, and in no record. */
bool hd_is_page_array(struct hd_str name);
/* A member of this name that is an object is a record: "ticket" ... */
bool hd_is_record_noun(struct hd_str name);
/* Map the records that are members of a page, or in its arrays. */
int hd_map_page_members(
    struct hd_ingest *in, const struct hd_json *page, struct hd_err *err);
/*
 * The record in its wrappers and envelopes, whose name for it becomes the hint;
 * NULL when the envelope holds none.  Sets in->extracted.
 */
const struct hd_json *hd_unwrap(
    struct hd_ingest *in, const struct hd_json *j, struct hd_str *hint);

/*
 * Whether an object is a page whose arrays hold records.  One with an id is
 * none.  One with an id of something else ("company_id") is a record as well,
 * whose own id may come last; but no record has tickets, and a script's page
 * may name its account.
 */
enum hd_says {
	HD_SAYS_PAGE,
	HD_SAYS_TICKETS, /* a page only if it has an array of tickets */
	HD_SAYS_RECORD,
};

enum hd_says hd_says(const struct hd_json *j);
bool hd_may_list(enum hd_says says, struct hd_str name);

#endif
