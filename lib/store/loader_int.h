/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LOADER_INT_H
#define HD_LOADER_INT_H

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
	struct hd_stmt *stub_ticket, *find_ticket, *stub_account, *find_account;
	struct hd_stmt *body_put, *dirty_ticket, *dirty_other, *patch;
	struct hd_stmt *fact_put, *fact_get, *fact_set;
	struct hd_buf last_ticket; /* ext_id of the ticket last looked up */
	int64_t last_ticket_id, last_dirty;
	struct hd_buf merged;
};

/* Prepare and release the statements. */
int hd_loader_prepare(struct hd_loader *l, struct hd_err *err);
void hd_loader_unprepare(struct hd_loader *l);

/* Make the rows of ticket_stat of all dirty tickets anew: settlestats.c. */
int hd_settle_stats(struct hd_loader *l, struct hd_err *err);

#endif
