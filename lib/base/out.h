/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_OUT_H
#define HD_OUT_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/*
 * Output whose every write is checked: the first failure is kept and reported
 * by hd_out_close(), the only way to end an output.  A file is written under a
 * temporary name beside the final one and renamed when complete, so that a
 * reader never sees half of it.
 */
struct hd_out {
	int fd;		  /* -1 when closed */
	int error;	  /* errno of the first failed write */
	char *path, *tmp; /* NULL for standard output */
	bool secret;	  /* a new file is for its owner alone */
	struct hd_buf buf;
};

#define HD_OUT_INIT                                   \
	{                                             \
		-1, 0, NULL, NULL, false, HD_BUF_INIT \
	}

/*
 * Standard output when path is NULL or "-", else the file.  What exists and is
 * no regular file (a device, a pipe) is written to as it is.
 */
int hd_out_open(struct hd_out *o, const char *path, struct hd_err *err);
void hd_out_add(struct hd_out *o, const char *p, size_t n);
void hd_out_adds(struct hd_out *o, const char *s);
void hd_out_addf(struct hd_out *o, const char *fmt, ...) HD_PRINTF(2, 3);
/* Push what is buffered, so that a slow reader sees it. */
void hd_out_flush(struct hd_out *o);
/* Flush; -1 when any write so far failed.  Before what cannot be undone. */
int hd_out_check(struct hd_out *o, struct hd_err *err);
/* Flush, fsync and rename a file; -1 when any write failed. */
int hd_out_close(struct hd_out *o, struct hd_err *err);
/* Throw away: a file never appears. */
void hd_out_abort(struct hd_out *o);

#endif
