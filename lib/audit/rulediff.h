/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULEDIFF_H
#define HD_RULEDIFF_H

#include "audit/ceiling.h"
#include "audit/rulejob.h"
#include "audit/tagdiff.h"

/*
 * What another rule set would change: the selection is tagged under both, in a
 * transaction that is rolled back.  What is stored and fresh is not made anew.
 */
struct hd_rulediff {
	struct hd_tagset set[2]; /* the old and the new */
	struct hd_tagdiff *tags;
	struct hd_ceiling ceiling[2];
};

/*
 * Each name is a file, "default", or what the hash of a stored rule set begins
 * with.  d is filled, and released by the caller also after an error.
 */
int hd_rulediff(struct hd_rulejob *job, const char *const names[2],
    struct hd_rulediff *d, struct hd_err *err);
void hd_rulediff_release(struct hd_rulediff *d);

/* Is there any difference: a tag, a dimension? */
bool hd_rulediff_differs(const struct hd_rulediff *d);
/*
 * Three tables: dimensions, the ceiling, the changes.  The columns asked for
 * are those of the last.
 */
int hd_rulediff_print(
    const struct hd_rulejob *job, struct hd_rulediff *d, struct hd_err *err);

#endif
