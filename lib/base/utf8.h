/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_UTF8_H
#define HD_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* UTF-8: checked and normalised once, when text comes in. */

/*
 * Append s to b as valid UTF-8 in normalisation form C; returns how many bad
 * sequences became U+FFFD.  NUL bytes become U+FFFD as well.
 */
size_t hd_utf8_import(struct hd_buf *b, struct hd_str s);
/*
 * Would hd_utf8_import() leave s as it is?  Told for the characters that most
 * text is made of; false says only that it must be tried.
 */
bool hd_utf8_plain(struct hd_str s);
bool hd_utf8_valid(struct hd_str s);
/* Code points of valid UTF-8. */
size_t hd_utf8_count(struct hd_str s);
/* Terminal columns of valid UTF-8, control characters counted as one. */
size_t hd_utf8_width(struct hd_str s);
/* The longest prefix of s of at most n bytes that cuts no code point. */
struct hd_str hd_utf8_head(struct hd_str s, size_t n);
/* Words: runs of letters and digits of any script, apostrophes inside kept. */
size_t hd_utf8_words(struct hd_str s);
/* A letter or digit of any script. */
bool hd_utf8_letter(uint32_t c);
/*
 * Might s be written as names are?  It begins with a capital, or in a script
 * that has none.
 */
bool hd_utf8_capital(struct hd_str s);
/* Cut the next word from the head of *rest; false when none is left. */
bool hd_utf8_word(struct hd_str *rest, struct hd_str *word);
/*
 * Append s in small letters (simple case folding, a code point for a code
 * point): for comparing, not for showing.
 */
void hd_utf8_lower(struct hd_buf *b, struct hd_str s);
/* The same without accents and other marks, "ß" as "ss". */
void hd_utf8_unaccented(struct hd_buf *b, struct hd_str s);
/*
 * Append one code point / read the one at p (< end), returning its length in
 * bytes and U+FFFD with length 1 for a bad sequence.
 */
void hd_utf8_put(struct hd_buf *b, uint32_t c);
size_t hd_utf8_get(const char *p, const char *end, uint32_t *c);
/*
 * Append s so that a terminal shows it and obeys nothing: control characters,
 * escapes and bidirectional overrides become '?', a line feed stays if `lines`.
 */
void hd_utf8_safe(struct hd_buf *b, struct hd_str s, bool lines);
/* The characters that it replaces. */
bool hd_utf8_unsafe(uint32_t c);

#endif
