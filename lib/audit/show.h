/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHOW_H
#define HD_SHOW_H

#include "base/out.h"
#include "store/db.h"

/*
 * The tickets of the selection, in key order: as threads to read, with their
 * tags and the rules that decided, or as JSON, one object a line.
 */
int hd_show_text(struct hd_db *db, struct hd_out *out, struct hd_err *err);
int hd_show_json(struct hd_db *db, struct hd_out *out, struct hd_err *err);
/*
 * The text of a message, in lines of at most 76 columns, indented by four, with
 * nothing in it that a terminal would obey.
 */
void hd_show_body(struct hd_out *out, struct hd_str body);

#endif
