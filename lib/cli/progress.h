/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PROGRESS_H
#define HD_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Progress on standard error, a line rewritten in place on a terminal, now and
 * then a whole line elsewhere.  Nothing when the program is not to talk.
 */
struct hd_progress {
	bool on, terminal, shown;
	const char *what; /* "read", "tagged" */
	const char *unit; /* "MB", "tickets" */
	double scale;	  /* units one count is */
	size_t last;
	size_t step; /* counts between two lines */
};

struct hd_ctx;
void hd_progress_init(struct hd_progress *p, const struct hd_ctx *ctx,
    const char *what, const char *unit, double scale, size_t step);
void hd_progress_at(struct hd_progress *p, size_t count);
/* Clear the line. */
void hd_progress_end(struct hd_progress *p);

#endif
