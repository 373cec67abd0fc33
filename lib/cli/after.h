/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AFTER_H
#define HD_AFTER_H

#include "cli/prog.h"

/* What an import says of the database on standard error, beside its counts. */

/* How many tickets found their account, and how; under -v. */
int hd_say_joins(struct hd_ctx *ctx, struct hd_err *err);
/*
 * Remember the tags that flag a wrong answer, and say how many tickets each
 * of all tags remembered flags: under -v, or when that is none.
 */
int hd_flag_tags(
    struct hd_ctx *ctx, const char *const *names, size_t n, struct hd_err *err);

#endif
