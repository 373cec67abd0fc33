/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FORGET_CLI_H
#define HD_FORGET_CLI_H

#include "cli/prog.h"

/*
 * Forget the requesters that a file names, one a line, and print what was
 * erased.  One that is not known is warned of, and remembered all the same.
 */
int hd_forget_file(
    struct hd_ctx *ctx, const char *path, bool dry_run, struct hd_err *err);

#endif
