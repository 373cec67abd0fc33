/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LOADER_INT_H
#define HD_LOADER_INT_H

#include "base/hash.h"
#include "store/loader.h"

/* Shared by the loader's files only. */

/* The statements of one kind of record, made from its columns. */
struct hd_kind_sql {
	struct hd_stmt *insert, *find, *update;
};

struct hd_loader {
	struct hd_db *db;
	int64_t source;
	struct hd_kind_sql sql[HD_REC_KINDS];
	struct hd_kind_sql part; /* of a ticket's parts; insert is NULL */
	struct hd_stmt *stub_ticket, *find_ticket, *stub_account, *find_account;
	struct hd_stmt *ticket_keyed;
	struct hd_stmt *body_put, *dirty_ticket, *dirty_other, *patch;
	struct hd_stmt *fact_put, *fact_get, *fact_set;
	struct hd_stmt *hold;	   /* NULL until it is needed */
	struct hd_buf last_ticket; /* ext_id of the ticket last looked up */
	int64_t last_ticket_id, last_dirty;
	bool last_moved; /* to the ticket its conversation became */
	struct hd_buf moved;
	struct hd_buf merged;
	/* who is forgotten, and what that takes: forget_put.c */
	struct hd_map forgotten;
	struct hd_stmt *token, *requester, *forget_put;
	struct hd_buf source_name, masked, mask;
};

/* Load who is forgotten; cut what is theirs from a record; settle the rest. */
int hd_forget_open(struct hd_loader *l, struct hd_err *err);
void hd_forget_close(struct hd_loader *l);
int hd_forget_cut(
    struct hd_loader *l, struct hd_rec *r, int64_t ticket, struct hd_err *err);
int hd_forget_late(struct hd_loader *l, struct hd_err *err);

/* Prepare and release the statements. */
int hd_loader_prepare(struct hd_loader *l, struct hd_err *err);
void hd_loader_unprepare(struct hd_loader *l);

/* Make the rows of ticket_stat of all dirty tickets anew: settlestats.c. */
int hd_settle_stats(struct hd_loader *l, struct hd_err *err);
/* Pairs of draft and reply, and what became of each: settledrafts.c. */
int hd_settle_drafts(struct hd_loader *l, struct hd_err *err);

/* Cells: bind one, compare it with a column, read a column into it. */
void hd_cell_bind(struct hd_stmt *st, int i, const struct hd_cell *c);
bool hd_cell_same(struct hd_stmt *st, int i, const struct hd_cell *c);
void hd_cell_stored(struct hd_stmt *st, int i, struct hd_cell *c);
/* A version; HD_TIME_NONE is NULL. */
void hd_ver_bind(struct hd_stmt *st, int i, int64_t ver);

/*
 * The row of an external id in this source, made as a stub if missing; *moved
 * (may be NULL): it is another's, which the named one became.
 */
int hd_loader_find(struct hd_loader *l, struct hd_stmt *find,
    struct hd_stmt *stub, struct hd_str ext, int64_t *id, bool *moved,
    struct hd_err *err);
/* The ticket that a record is of: by key, by id, or made as a stub. */
int hd_loader_ticket(struct hd_loader *l, const struct hd_rec *r, int64_t *id,
    struct hd_err *err);
/* Note what changed, for hd_loader_settle(). */
int hd_loader_dirty(struct hd_loader *l, enum hd_rec_kind kind, int64_t id,
    int64_t ticket, struct hd_err *err);
/* Write a record of kind HD_REC_FACT. */
int hd_loader_fact(struct hd_loader *l, const struct hd_rec *r,
    enum hd_put *result, struct hd_err *err);

#endif
