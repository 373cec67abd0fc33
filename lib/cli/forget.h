/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FORGET_CLI_H
#define HD_FORGET_CLI_H

#include "cli/prog.h"

/*
 * What is done to a database that is there, without reading exports; argc is
 * the number of operands, of which there may be none.  One of the two:
 * forget: forget the requesters that this file names, one a line, and print
 * what was erased; one that is not known is warned of, and remembered all the
 * same.  copy: write a copy for others under this name.
 */
int hd_privacy(struct hd_ctx *ctx, int argc, const char *forget,
    const char *copy, bool dry_run, struct hd_err *err);

#endif
