/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GREP_H
#define HD_GREP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

/* One pattern outside a rule, with the semantics and limits of rules. */
struct hd_grep;

/* Owned by caller; HD_EUSAGE when it does not compile. */
struct hd_grep *hd_grep_new(const char *pattern, struct hd_err *err);
void hd_grep_free(struct hd_grep *g); /* NULL is allowed */
/* A text on which the pattern gives up counts as no match, and is counted. */
bool hd_grep_match(struct hd_grep *g, struct hd_str text);
size_t hd_grep_gave_up(const struct hd_grep *g);

#endif
