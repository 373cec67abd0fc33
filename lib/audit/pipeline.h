/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PIPELINE_H
#define HD_PIPELINE_H

#include "store/db.h"
#include "store/thread.h"

/*
 * The threads of the selection on several threads of the machine: tickets are
 * read in order by the caller's, worked on in batches by workers, and handed
 * back in order, so that results do not depend on the number of workers.  The
 * database is touched by the caller alone.
 */
struct hd_pipeline {
	struct hd_threads *threads; /* at their beginning */
	void *const *workers;	    /* one a thread */
	size_t jobs;		    /* how many */
	size_t size;		    /* of a result in bytes, 0 at first */
	/* One ticket by one worker; what outlives the call goes in arena. */
	void (*work)(void *worker, const struct hd_thread *th,
	    struct hd_arena *arena, void *result);
	/* In ticket order, on the caller's thread; borrowed for the call. */
	int (*done)(void *ctx, const void *result, struct hd_err *err);
	void *ctx;
};

int hd_pipeline(const struct hd_pipeline *p, struct hd_err *err);

#endif
