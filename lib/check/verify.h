/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_VERIFY_H
#define HD_VERIFY_H

#include "base/buf.h"
#include "base/err.h"
#include "rules/source.h"

/*
 * Would a file of that name load if it had that text?  Files it uses are read
 * from src.  A file that only declares is right.  -1 with the error of the
 * loader.
 */
int hd_rules_verify(const char *name, struct hd_str text,
    const struct hd_rulesrc *src, struct hd_err *err);

#endif
