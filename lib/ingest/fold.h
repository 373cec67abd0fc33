/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FOLD_H
#define HD_FOLD_H

#include "base/hash.h"

/*
 * One message a cause: when thousands of records of a file fail alike, the
 * first few are told one by one and the rest together.
 */
struct hd_fold {
	struct hd_map reasons; /* message without its particulars -> index */
	struct hd_folded {
		size_t records, line; /* in all; of the first not told */
	} * of;
	size_t cap;
};

#define HD_FOLD_TOLD 20 /* one by one */

/* Is this record to be told?  If not, it is among the rest. */
bool hd_fold_tell(struct hd_fold *f, const char *msg, size_t line);
/*
 * The rest of reason i, as a message, and *records that it stands for; false
 * when there is no such reason.  *records is 0 when there is no rest.
 */
bool hd_fold_rest(
    const struct hd_fold *f, size_t i, struct hd_err *err, size_t *records);
void hd_fold_clear(struct hd_fold *f);

#endif
