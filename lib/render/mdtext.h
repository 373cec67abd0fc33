/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MDTEXT_H
#define HD_MDTEXT_H

#include "base/buf.h"

/* Text that somebody wrote, in Markdown: it says what it says and does nothing. */

/*
 * Append s in one line: harmless on a terminal, nothing in it marks up, and no
 * HTML passes.
 */
void hd_md_text(struct hd_buf *b, struct hd_str s);
/* The same where a line begins: it opens no list and underlines nothing. */
void hd_md_line(struct hd_buf *b, struct hd_str s);

#endif
