/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HTML_H
#define HD_HTML_H

#include "base/buf.h"

/*
 * Append the text of an HTML body: entities decoded once, blocks and <br> as
 * line feeds, list items with "- ", scripts, styles and images left out.  A
 * body without markup comes through as it is.
 */
void hd_html_text(struct hd_buf *b, struct hd_str html);

#endif
