/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCWORDS_H
#define HD_DOCWORDS_H

#include "report/doc.h"

/*
 * Figures in words, as every format of a report shows them.  Between a number
 * and its unit stands U+00A0.
 */

/*
 * Append what stands for f: its number, as "12 of 18" when few (small) and that
 * is what it is, or why there is none.
 */
void hd_docwords_text(struct hd_buf *b, const struct hd_docfig *f, bool small);
/* Append "lo to hi"; false, and nothing: it has no interval to show. */
bool hd_docwords_range(struct hd_buf *b, const struct hd_docfig *f);
/* Append "12 of 18"; false: it is no share of tickets. */
bool hd_docwords_xn(struct hd_buf *b, const struct hd_docfig *f);
/* Append v with commas between thousands. */
void hd_docwords_count(struct hd_buf *b, int64_t v);

#endif
