/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EACHLABEL_H
#define HD_EACHLABEL_H

#include "store/db.h"

/* One labelled dimension after the other, each on the same selection. */
struct hd_eachlabel {
	struct hd_db *db;
	/* What to do with a dimension; it may use the selection up. */
	int (*one)(void *ctx, const char *dimension, struct hd_err *err);
	/* Told of one that was passed over. */
	void (*warn)(void *ctx, const struct hd_err *err);
	void *ctx, *warn_ctx;
	size_t dimensions; /* filled: how many there are */
};

/*
 * The dimensions named, or (n 0) all that somebody labelled.  One whose labels
 * do not fit, HD_EUSAGE or HD_EDATA, is no reason not to go on with the others.
 */
int hd_eachlabel(struct hd_eachlabel *each, const char *const *names, size_t n,
    struct hd_err *err);

#endif
