/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Folding: ASCII, and of the rest only the letters of Latin-1 that have two
 * forms and no more.  A pattern's literal ends at any other letter.
 */
#include <string.h>

#include "rules/literal.h"

#define LATIN1_LEAD 0xC3 /* of U+00C0 to U+00FF */

/* From U+00C0 on, upper case is 0x20 below lower case but for these. */
static bool
latin1_upper(unsigned c)
{
	return c >= 0xC0 && c <= 0xDE && c != 0xD7;
}

bool
hd_fold_char(uint32_t c, uint32_t *folded)
{
	*folded = c;
	if (c < 0x80) {
		if (c >= 'A' && c <= 'Z')
			*folded = c | 0x20;
		return true;
	}
	if (latin1_upper(c))
		*folded = c + 0x20;
	/* U+00E5 has the sign U+212B as well, U+00DF U+1E9E, U+00FF U+0178 */
	if (*folded >= 0xE0 && *folded <= 0xFE)
		return *folded != 0xE5;
	if (c >= 0xA1 && c <= 0xBF)
		return c != 0xAA && c != 0xB5 && c != 0xBA;
	return c == 0xD7 || (c >= 0x2010 && c <= 0x2027) ||
	       (c >= 0x2030 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20BF);
}

bool
hd_fold_text(struct hd_str text, char *out)
{
	unsigned char high = 0, c, next;
	bool plain = true;

	for (size_t i = 0; i < text.n; i++) {
		c = (unsigned char)text.p[i];
		high |= c;
		out[i] = (char)(c | ((c >= 'A' && c <= 'Z') << 5));
	}
	if (high < 0x80)
		return true;
	for (size_t i = 0; i + 1 < text.n; i++) {
		c = (unsigned char)out[i];
		next = (unsigned char)out[i + 1];
		if (c == LATIN1_LEAD && latin1_upper(next + 0x40U))
			out[i + 1] = (char)(next | 0x20);
		else if (c == 0xC5 && next == 0xBF)
			plain = false;
		else if (c == 0xE2 && next == 0x84 && i + 2 < text.n)
			plain = plain && (unsigned char)out[i + 2] != 0xAA;
	}
	return plain;
}

/* 1 a character of \w, 0 not one; -1 to be looked up, which is not done. */
static int
word(unsigned char c)
{
	if (c >= 0x80)
		return -1;
	return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool
hd_fold_bound(const char *text, size_t n, size_t i)
{
	int a = i > 0 ? word((unsigned char)text[i - 1]) : 0;
	int b = i < n ? word((unsigned char)text[i]) : 0;

	return a < 0 || b < 0 || a != b;
}
