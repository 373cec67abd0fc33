/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_VENDOR_H
#define HD_VENDOR_H

#include "ingest/ingest.h"

/*
 * What a vendor's file offers: a table of the types of record it knows, how to
 * tell each by its content, and how to map it.  A new vendor is a new file and
 * a line in the list of detect.c.
 */

struct hd_rectype {
	const char *name;      /* "ticket", as in --as zendesk:ticket */
	enum hd_rec_kind kind; /* what a rejected one counts as */
	bool (*is)(const struct hd_json *j);
	/* Emit what the record says; -1 with HD_EDATA rejects it. */
	int (*map)(
	    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
};

struct hd_vendor {
	const char *name;
	const struct hd_rectype *types; /* ended by a NULL name */
};

extern const struct hd_vendor hd_zendesk, hd_freshdesk, hd_intercom, hd_generic;
extern const struct hd_vendor hd_salesforce;
extern const struct hd_vendor hd_gorgias, hd_ada;
extern const struct hd_vendor hd_helpscout, hd_front, hd_chatwoot, hd_zammad,
    hd_hubspot, hd_jira;

/*
 * Map one JSON record, or all of a page: its type is that of --as, else told
 * by its content, else by the array or stream it stood in (p NULL when none).
 */
int hd_map_record(struct hd_ingest *in, struct hd_str array,
    const struct hd_json *j, struct hd_err *err);

/* Map a record as the mapping file says. */
int hd_map_by_file(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* Helpers that vendors share. */

/* Convert the text at a path of j into a column; absent says nothing. */
int hd_take(struct hd_ingest *in, struct hd_rec *r, int col,
    const struct hd_json *j, const char *path, struct hd_err *err);
int hd_take_utc(struct hd_rec *r, int col, const struct hd_json *j,
    const char *path, struct hd_err *err);
/* When this version of the record was written, from a time at a path. */
int hd_take_version(struct hd_rec *r, const struct hd_json *j, const char *path,
    struct hd_err *err);
/* An object of custom fields, without those that are null. */
void hd_take_fields(
    struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j);
/* What in->gen has written becomes the text of a column. */
void hd_keep_json(struct hd_ingest *in, struct hd_rec *r, int col);
/* The plain text of HTML, in the record's arena. */
struct hd_str hd_plain(struct hd_ingest *in, struct hd_str html);
/* Emit a part of a record; a bad part is rejected alone. */
int hd_emit_part(
    struct hd_ingest *in, struct hd_rec *r, int bad, struct hd_err *err);

#endif
