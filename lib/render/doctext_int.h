/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCTEXT_INT_H
#define HD_DOCTEXT_INT_H

#include "render/docread.h"
#include "render/doctext.h"
#include "render/lines.h"
#include "render/textgrid.h"

/* What the files of doctext share. */

#define HD_TEXT_WIDTH 80

struct hd_text {
	struct hd_out *out;
	struct hd_docread read;
	struct hd_lines lines;
};

/* Write lines, each behind the margin. */
void hd_text_write(struct hd_text *t, const char *margin, struct hd_str s);
/* The first behind `first`, the others behind `next`, which is no wider. */
void hd_text_hang(
    struct hd_text *t, const char *first, const char *next, struct hd_str s);
/* Append a span, spans; mark: figures with their number in the list. */
void hd_text_span(
    struct hd_text *t, struct hd_buf *b, const struct hd_json *span, bool mark);
void hd_text_spans(struct hd_text *t, struct hd_buf *b,
    const struct hd_json *spans, bool mark);

/* Blocks. */
void hd_text_tiles(struct hd_text *t, const struct hd_json *b);
void hd_text_table(struct hd_text *t, const struct hd_json *b);
void hd_text_chart(struct hd_text *t, const struct hd_json *b);
void hd_text_quote(struct hd_text *t, const struct hd_json *b);
void hd_text_thread(struct hd_text *t, const struct hd_json *b);

#endif
