/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AUTHOR_H
#define HD_AUTHOR_H

#include "ingest/ingest.h"

/* People as tickets and messages name them, without the file of users. */
struct hd_author {
	struct hd_str id, name, email;
	enum hd_role role; /* HD_ROLE_UNKNOWN: not said */
	const char *ai;	   /* evidence that it is a machine, or NULL */
};

/*
 * Emit the person, once a run for what is known of it.  Without an id nothing
 * is emitted.  -1 only when the job cannot go on.
 */
int hd_author_emit(
    struct hd_ingest *in, const struct hd_author *a, struct hd_err *err);
/*
 * Emit a user as a file of users has it: r has its id and role, j its name,
 * email and updated_at.
 */
int hd_person_emit(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *j, struct hd_err *err);

#endif
