/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MASKED_H
#define HD_MASKED_H

#include "store/thread.h"

/*
 * Append a message of the thread as near-duplicates are found by it: without
 * quoted history and masked (learn/mask.h), the names of the conversation's
 * people among the names.  scratch is used on the way.
 */
void hd_answer_mask(struct hd_buf *b, struct hd_buf *scratch,
    const struct hd_thread *th, size_t message);

#endif
