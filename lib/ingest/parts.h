/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PARTS_H
#define HD_PARTS_H

#include "ingest/vendor.h"

/*
 * What the records of several vendors have in common: changes, ratings, tags,
 * and ids that stand in an address or in the file's name.  Text that is returned
 * lives in the record's arena.
 */

/* a, between and b, one after the other; what is absent adds nothing. */
struct hd_str hd_join(struct hd_ingest *in, struct hd_str a,
    const char *between, struct hd_str b);
/*
 * "HEADid", for ids that the vendor numbers apart or does not give; without an
 * id it stays empty, so that the record is refused.
 */
struct hd_str hd_made_id(
    struct hd_ingest *in, const char *head, struct hd_str id);
/* "First Last"; p NULL when there is neither. */
struct hd_str hd_full_name(
    struct hd_ingest *in, struct hd_str first, struct hd_str last);

/* Set a column, unless the text is empty. */
void hd_rec_some(struct hd_rec *r, int col, struct hd_str s);
/* Set a role, unless it is unknown. */
void hd_rec_role(struct hd_rec *r, int col, enum hd_role role);
/*
 * Tags from an array of strings, or of objects that name theirs in member; an
 * empty one says that there are none, anything else says nothing.
 */
void hd_take_tags(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *array, const char *member);

/* The id behind noun in an address: "/conversations/" and ".../ID/x?y". */
struct hd_str hd_url_id(struct hd_str url, const char *noun);
/*
 * The number that the file's name, else its folder's, has by itself: 123.json,
 * threads-123.json, 123/threads.json, not v3.json.  p NULL when there is none.
 */
struct hd_str hd_file_number(const char *file);
/* The last id in the file's path that begins so: "cnv_". */
struct hd_str hd_file_id(const char *file, const char *prefix);
/* Is the text an address on the web? */
bool hd_is_address(struct hd_str s);
/* The ticket's page, where it has none yet and the text is an address. */
void hd_maybe_page(struct hd_rec *ticket, struct hd_str s);
/* The first address in a text or HTML, without query and fragment. */
struct hd_str hd_first_page(struct hd_str text);

/* A change of a ticket; old and new may be p NULL. */
struct hd_change {
	struct hd_str ticket, id, actor, old, new;
	enum hd_role role;
	const char *field;
};
/* Its time is at a path of j. */
int hd_emit_change(struct hd_ingest *in, const struct hd_change *c,
    const struct hd_json *j, const char *at, struct hd_err *err);

/*
 * A customer's rating: raw is a word of the scale, given what the vendor wrote
 * where that is another.  kind: NULL is csat; rated: "ai", "agent" or NULL.
 */
struct hd_answer {
	struct hd_str ticket, id, raw, given, comment;
	const char *kind, *scale, *rated;
	int64_t ver; /* when this version was written; 0: not told */
	bool within; /* a member of another record: an offer is no record */
};
/* When this version of it was written, from a time at a path. */
int hd_answer_version(struct hd_answer *a, const struct hd_json *j,
    const char *path, struct hd_err *err);
/*
 * Its time is at a path of j, which may be NULL; without an id it is "#csat".
 * An offer without an answer is skipped, what is no answer rejected.
 */
int hd_emit_answer(struct hd_ingest *in, const struct hd_answer *a,
    const struct hd_json *j, const char *at, struct hd_err *err);

/*
 * Seconds from the ticket's start to the time at a path of j, as its first
 * reply; one before the start, or none, says nothing.  -1 for a bad time.
 */
int hd_take_first_reply(struct hd_rec *ticket, const struct hd_json *j,
    const char *path, struct hd_err *err);

/*
 * What the id of a team or a field means: head is "group/" or "field/", member
 * holds the name.  -1 with HD_EDATA without an id.
 */
int hd_emit_name(struct hd_ingest *in, const char *head,
    const struct hd_json *j, const char *member, struct hd_err *err);

/* The normalised word of a status, else the vendor's. */
struct hd_str hd_status_or_raw(struct hd_str raw);

#endif
