/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCTEXT_H
#define HD_DOCTEXT_H

#include "base/json.h"
#include "base/out.h"

/*
 * A report, as the JSON value that lib/report makes, in lines of at most 80
 * columns: for a terminal or the body of a mail.  Nothing in it is obeyed by a
 * terminal.
 */
void hd_doctext(const struct hd_json *doc, struct hd_out *out);

#endif
