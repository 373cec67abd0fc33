/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RECODE_H
#define HD_RECODE_H

#include <iconv.h>

#include "base/buf.h"

/*
 * Text that is not UTF-8, made so while it streams by.  What a file is written
 * in is decided once: UTF-16 by its first bytes, Windows-1252 at the first
 * byte that is not ASCII.
 */

enum hd_charset {
	HD_CS_BYTES, /* not text, or not yet known to be */
	HD_CS_ASCII, /* text, ASCII so far */
	HD_CS_UTF8,
	HD_CS_UTF16LE,
	HD_CS_UTF16BE,
	HD_CS_1252,
};

struct hd_recode {
	enum hd_charset cs;
	bool open;
	iconv_t cd;
	struct hd_buf raw; /* bytes not yet converted */
	size_t turned;	   /* characters of Windows-1252 beyond ASCII */
	size_t bad;	   /* sequences that became U+FFFD */
};

/* Bytes that must be seen, from the first that is not ASCII, to decide. */
#define HD_RECODE_WINDOW ((size_t)64 * 1024)

/* What the first bytes of a text say. */
enum hd_charset hd_charset_of_head(struct hd_str head);
/* Where the first byte stands that is not ASCII; s.n when there is none. */
size_t hd_ascii_length(struct hd_str s);
/*
 * UTF-8 or Windows-1252, by what starts with the first byte beyond ASCII: the
 * latter when nothing in it is UTF-8 and all of it can be Windows-1252.
 */
enum hd_charset hd_charset_of_rest(struct hd_str s);
/* Append what is in raw to out, as UTF-8; at the end, all of it. */
int hd_recode_run(
    struct hd_recode *c, struct hd_buf *out, bool end, struct hd_err *err);
void hd_recode_release(struct hd_recode *c);

#endif
