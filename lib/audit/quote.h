/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_QUOTE_H
#define HD_QUOTE_H

#include "base/buf.h"

/*
 * Append what is new in a message: without quoted lines (">") and without the
 * history that mail programs put below "On ... wrote:" and its like.
 */
void hd_new_text(struct hd_buf *b, struct hd_str body);

#endif
