/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCMD_INT_H
#define HD_DOCMD_INT_H

#include "render/docmd.h"
#include "render/docread.h"
#include "render/mdtext.h"

/* What the files of docmd share: all is appended to text. */

struct hd_md {
	struct hd_buf text;
	struct hd_docread read;
	const char *ticket_url;
};

const struct hd_json *hd_md_first(const struct hd_json *j, const char *name);
/* Text that opens no mark-up; a ticket's key; a span; spans. */
void hd_md_words(struct hd_md *m, struct hd_str s);
void hd_md_ticket(struct hd_md *m, struct hd_str key);
void hd_md_span(struct hd_md *m, const struct hd_json *span, bool note);
void hd_md_spans(struct hd_md *m, const struct hd_json *spans, bool note);
/* The figure that a member names, "-" for none. */
void hd_md_figure(struct hd_md *m, const struct hd_json *j, const char *name,
    const char *as, bool note);

/* Blocks. */
void hd_md_tiles(struct hd_md *m, const struct hd_json *b);
void hd_md_table(struct hd_md *m, const struct hd_json *b);
void hd_md_chart(struct hd_md *m, const struct hd_json *b);
void hd_md_quote(struct hd_md *m, const struct hd_json *b);
void hd_md_thread(struct hd_md *m, const struct hd_json *b);

#endif
