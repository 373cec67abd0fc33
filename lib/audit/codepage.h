/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CODEPAGE_H
#define HD_CODEPAGE_H

#include "audit/codebook.h"
#include "base/out.h"
#include "store/db.h"

/* The codebook as people read it. */

enum hd_codeform {
	HD_CODE_TEXT,
	HD_CODE_MD,
	HD_CODE_JSON, /* one object a line */
};

/*
 * "refund, sso-setup, ...": the types of issues that answers of a sample may name,
 * appended; nothing when it has no rule set.
 */
int hd_code_types(
    struct hd_db *db, int64_t sample, struct hd_buf *types, struct hd_err *err);
/* A question in a cell: what it asks, what it means, a line a choice. */
void hd_code_cell(enum hd_question q, struct hd_str types, struct hd_buf *b);
/* A page a question.  types: as above, n 0 when they are not known. */
void hd_code_page(enum hd_question q, struct hd_str types, enum hd_codeform f,
    struct hd_out *out);

#endif
