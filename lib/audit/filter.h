/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FILTER_H
#define HD_FILTER_H

#include "base/out.h"
#include "rules/ruleset.h"

/*
 * hs-tag --filter: every line in is one ticket as JSON, the same line goes out
 * with a member `tags`, in the order it came, whatever the number of threads.
 */
struct hd_filter {
	const struct hd_ruleset *rs;
	const char *languages;
	size_t jobs;
	int fd; /* read from */
	struct hd_out *out;
	/* A line that is no ticket: told with its number, and left out. */
	void (*warn)(void *ctx, const struct hd_err *err);
	void *ctx;
};

int hd_filter_run(struct hd_filter *f, struct hd_err *err);

#endif
