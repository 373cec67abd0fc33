/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCMD_H
#define HD_DOCMD_H

#include "base/json.h"
#include "base/out.h"

/*
 * A report, as the JSON value that lib/report makes, as GitHub's Markdown:
 * tables, and the figures of its sentences as footnotes.  What people wrote marks
 * up nothing, and no HTML passes.  ticket_url: an address with one %s for a
 * ticket's number, which its key then links to; NULL: none.
 */
void hd_docmd(
    const struct hd_json *doc, const char *ticket_url, struct hd_out *out);

#endif
