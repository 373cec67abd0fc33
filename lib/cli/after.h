/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AFTER_H
#define HD_AFTER_H

#include "cli/prog.h"
#include "render/table.h"
#include "store/loader.h"

/* What an import prints: its counts, and beside them what became of them. */

/*
 * A line for each kind of record that was read, and one for what was none:
 * counts has HD_REC_KINDS elements.
 */
int hd_print_counts(struct hd_ctx *ctx, const struct hd_counts *counts,
    int64_t broken, enum hd_format f, struct hd_err *err);

/* How many tickets found their account, and how; under -v. */
int hd_say_joins(struct hd_ctx *ctx, struct hd_err *err);
/*
 * Remember the tags that flag a wrong answer, and say how many tickets each
 * of all tags remembered flags: under -v, or when that is none.
 */
int hd_flag_tags(
    struct hd_ctx *ctx, const char *const *names, size_t n, struct hd_err *err);

#endif
