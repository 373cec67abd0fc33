/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MASK_H
#define HD_MASK_H

#include "base/buf.h"

/*
 * A text without what differs from one customer to the next: greeting, sign-off
 * and sentences of mere politeness are cut (in English, German, French, Spanish
 * and Italian); numbers become <n>, links <link>, e-mail addresses <mail>,
 * names <name>.  What is left is what a macro or an article would say.
 */

/*
 * Append the masked text to b.  names: of the people of the conversation, n of
 * them, as written; n 0 where nobody knows.  Else a name is what a title ("Mr")
 * or an introduction ("my name is") goes before.  Quoted history must be cut by
 * the caller.
 */
void hd_mask(
    struct hd_buf *b, struct hd_str text, const struct hd_str *names, size_t n);

/*
 * Cut the next word of a masked text from *rest, leaving out the marks; false
 * when none is left.
 */
bool hd_mask_word(struct hd_str *rest, struct hd_str *word);

#endif
