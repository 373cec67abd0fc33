/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CATALOGUE_H
#define HD_CATALOGUE_H

#include <stddef.h>

#include "base/diag.h"

/*
 * Every kind of finding about rule files and their tests, by id.  An id is
 * stable for ever: never used again, never renumbered.
 */

/* The table in the order of the manual; *n gets its length. */
const struct hd_check *hd_rules_checks(size_t *n);
/* The check of that id, or NULL. */
const struct hd_check *hd_rules_check(const char *id);

#endif
