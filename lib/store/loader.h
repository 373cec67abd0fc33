/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LOADER_H
#define HD_LOADER_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"
#include "store/record.h"

/*
 * Writes canonical records by upsert.  The winner of two versions is the later
 * written, a tie goes to the later in the input; a winner replaces the columns
 * its record carries and leaves the others, a loser only fills columns that are
 * empty.  Writing the same record twice changes nothing.
 */

enum hd_put {
	HD_PUT_NEW,
	HD_PUT_UPDATED,
	HD_PUT_UNCHANGED,
	HD_PUT_OLDER,
	HD_PUT_KINDS,
};

struct hd_loader;

/* Inside a transaction that the caller began.  Owned by caller. */
struct hd_loader *hd_loader_new(struct hd_db *db, struct hd_err *err);
void hd_loader_free(struct hd_loader *l);

/*
 * Records that follow belong to this source, made if missing.  account is the
 * vendor's account (a Zendesk subdomain), p NULL when the export does not say;
 * a second one under the same source is refused.
 */
int hd_loader_source(struct hd_loader *l, const char *name, const char *vendor,
    struct hd_str account, struct hd_err *err);

/* Write one record; the kind's columns that are unsaid are left alone. */
int hd_loader_put(struct hd_loader *l, const struct hd_rec *r,
    enum hd_put *result, struct hd_err *err);

/*
 * Keep a row aside, on disk if there are many; hd_loader_held() gives all back
 * once, those of one key one after the other in the order of their lines.  What
 * fn gets is borrowed until it returns; fn returning -1 ends the job.
 */
typedef int (*hd_held_fn)(void *ctx, struct hd_str key, int64_t line,
    struct hd_str text, struct hd_err *err);
int hd_loader_hold(struct hd_loader *l, struct hd_str key, int64_t line,
    struct hd_str text, struct hd_err *err);
int hd_loader_held(
    struct hd_loader *l, hd_held_fn fn, void *ctx, struct hd_err *err);

/*
 * After the last record: roles from what is known of the authors, accounts of
 * tickets, and the figures a ticket's messages add up to.  ai_authors are
 * names or ids the user says are machines.
 */
int hd_loader_settle(struct hd_loader *l, const char *const *ai_authors,
    size_t n, struct hd_err *err);

/* Was this --ai-author anybody's name, id or address? */
int hd_loader_author_known(
    struct hd_loader *l, const char *name, bool *known, struct hd_err *err);

/* Note what a run did; only for runs that changed something. */
struct hd_counts {
	int64_t read, put[HD_PUT_KINDS], rejected, skipped;
};
int hd_loader_note(struct hd_loader *l, enum hd_rec_kind kind,
    const struct hd_counts *c, struct hd_err *err);

#endif
