/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REVIEWSHEET_H
#define HD_REVIEWSHEET_H

#include "audit/codebook.h"
#include "render/table.h"
#include "store/sample.h"

/*
 * The blind sheet of a sample: what a reviewer reads of the selected tickets, and
 * room for answers.  Nothing that the machine said of them is in it, and their
 * order tells nothing of it.
 */

/* UTF-16 units of a cell; spreadsheets hold 32767. */
#define HD_SHEET_CELL 30000

struct hd_reviewsheet {
	const struct hd_sample *sample;
	const char *reviewer; /* NULL: left empty */
	enum hd_question questions[HD_QUESTIONS];
	size_t n;
	bool twice;	 /* those for a second reviewer alone */
	int64_t tickets; /* set: how many are in it */
};

/*
 * A row a ticket below a row of the codebook; columns is -c or NULL.  Markdown is
 * a page a ticket below the codebook.
 */
int hd_reviewsheet_print(struct hd_reviewsheet *s, struct hd_db *db,
    struct hd_out *out, enum hd_format f, const char *columns,
    struct hd_err *err);
/*
 * Append the head of s, harmless and in as many units as a cell may have, and how
 * much of it is left out; key says where it is.
 */
void hd_sheet_cell(struct hd_buf *b, struct hd_str s, struct hd_str key);

#endif
