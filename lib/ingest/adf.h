/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ADF_H
#define HD_ADF_H

#include "base/json.h"

/*
 * Append the text of a document in Atlassian's format: blocks as lines, list
 * items with "- ", mentions and cards as they are shown; pictures are left out.
 * A node of an unknown type is read for what is within it.
 */
void hd_adf_text(struct hd_buf *b, const struct hd_json *doc);

#endif
