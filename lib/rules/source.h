/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SOURCE_H
#define HD_SOURCE_H

#include "base/buf.h"
#include "base/err.h"

/*
 * Where rule files come from.  read() gets the operand or the word after
 * `use` ("default" is the shipped pack, "escalation" escalation.rules
 * beside it) and the resolved name of the using
 * file (NULL for the operand); it appends the bytes to text and sets
 * *resolved, owned by the caller, to the name used in messages.  -1 with err
 * set when there is no such file.
 */
struct hd_rulesrc {
	int (*read)(void *ctx, const char *name, const char *from,
	    char **resolved, struct hd_buf *text, struct hd_err *err);
	void *ctx;
};

/* Files on disk; `use` is relative to the using file. */
struct hd_rulesrc_disk {
	const char *pack; /* path of the shipped pack, NULL: there is none */
};

/* A source that reads the disk; *disk is borrowed by it. */
struct hd_rulesrc hd_rulesrc_disk(struct hd_rulesrc_disk *disk);

#endif
