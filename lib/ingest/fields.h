/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FIELDS_H
#define HD_FIELDS_H

#include "ingest/ingest.h"

/*
 * The fields of a ticket, gathered from several places of its record.  Members
 * that say null are left out: they say nothing, and would erase in a merge.
 */
struct hd_fields {
	struct hd_ingest *in; /* whose writer is taken until the end */
	size_t n;
};

void hd_fields_begin(struct hd_fields *f, struct hd_ingest *in);
/* All members of an object; anything else adds nothing. */
void hd_fields_members(struct hd_fields *f, const struct hd_json *j);
/* One member; NULL, null and the empty text add nothing. */
void hd_fields_add(
    struct hd_fields *f, struct hd_str name, const struct hd_json *j);
/* The same of a text. */
void hd_fields_text(struct hd_fields *f, struct hd_str name, struct hd_str s);
/* The members of these names, each as hd_fields_add() takes it. */
void hd_fields_named(struct hd_fields *f, const struct hd_json *j,
    const char *const *names, size_t n);
/* A list of the texts at a path of an array's elements. */
void hd_fields_list(struct hd_fields *f, const char *name,
    const struct hd_json *array, const char *path);
/* Write them into the record; none at all is left unsaid. */
void hd_fields_end(struct hd_fields *f, struct hd_rec *r);

#endif
