/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_THREAD_INT_H
#define HD_THREAD_INT_H

#include "store/db.h"
#include "store/thread.h"

/* Shared by thread.c and threadmore.c, what only some audits read. */

struct hd_threads {
	struct hd_db *db;
	struct hd_stmt *facts, *messages, *handovers, *overrides, *clusters,
	    *more, *events;
	const char *with; /* before each statement */
	size_t ncols, nmore;
	/* 1: the statement is on a row */
	int have_message, have_handover, have_override, have_cluster, have_more,
	    have_event;
};

/* Prepare SQL that joins sel. */
struct hd_stmt *hd_threads_stmt(
    struct hd_threads *t, const char *text, struct hd_err *err);
void hd_threads_cell(
    struct hd_stmt *st, int i, struct hd_arena *a, struct hd_factcell *c);
/* What the statements of threadmore.c say of the ticket. */
void hd_threads_merge_more(struct hd_threads *t, struct hd_arena *a,
    struct hd_thread *th, struct hd_err *err);

#endif
