/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8: see utf8.h.  Tables are utf8proc's. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"

#define PART ((size_t)64 * 1024) /* composed at once */

size_t
hd_utf8_get(const char *p, const char *end, uint32_t *c)
{
	utf8proc_int32_t cp;
	utf8proc_ssize_t n;

	if ((unsigned char)*p < 0x80) {
		*c = (unsigned char)*p;
		return 1;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)p, end - p, &cp);
	if (n <= 0) {
		*c = 0xFFFD;
		return 1;
	}
	*c = (uint32_t)cp;
	return (size_t)n;
}

void
hd_utf8_put(struct hd_buf *b, uint32_t c)
{
	utf8proc_uint8_t tmp[4];
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)c, tmp);

	hd_buf_add(b, (const char *)tmp, (size_t)n);
}

static bool
ascii(struct hd_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80 || s.p[i] == '\0')
			return false;
	return true;
}

bool
hd_utf8_valid(struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	uint32_t c;
	size_t n;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		if (n == 1 && (unsigned char)*p >= 0x80)
			return false;
	}
	return true;
}

/*
 * Bytes of a character that is its own composed form whatever stands beside
 * it, 0 for another: below U+0300, the punctuation of U+2002 to U+203F, and the
 * pictures of U+1F000 to U+1FFFF.
 */
static size_t
stable(const unsigned char *p, size_t left)
{
	size_t n = p[0] < 0xCC ? 2 : p[0] == 0xE2 ? 3 : 4;

	if (left < n || p[0] < 0xC2)
		return 0;
	if (p[0] >= 0xCC && !(p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x82) &&
	    !(p[0] == 0xF0 && p[1] == 0x9F))
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

/* Bytes at the beginning that are ASCII and not NUL, by eights. */
static size_t
plain_words(struct hd_str s)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t w;
	size_t i = 0;

	for (; i + sizeof(w) <= s.n; i += sizeof(w)) {
		memcpy(&w, s.p + i, sizeof(w));
		/* a high bit, or one borrowed from a zero byte */
		if (((w | (w - ones)) & (ones << 7)) != 0)
			break;
	}
	return i;
}

bool
hd_utf8_plain(struct hd_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = plain_words(s), n;

	while (i < s.n) {
		n = p[i] < 0x80 ? p[i] != '\0' : stable(p + i, s.n - i);
		if (n == 0)
			return false;
		i += n;
	}
	return true;
}

/* Composed form; text that utf8proc refuses stays as it is. */
static void
compose(struct hd_buf *b, size_t from)
{
	utf8proc_uint8_t *nfc = NULL;
	utf8proc_ssize_t n;

	n = utf8proc_map((const utf8proc_uint8_t *)b->s + from,
	    (utf8proc_ssize_t)(b->n - from), &nfc,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n >= 0) {
		b->n = from;
		hd_buf_add(b, (const char *)nfc, (size_t)n);
	}
	free(nfc);
}

size_t
hd_utf8_import(struct hd_buf *b, struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	size_t from = b->n, n, bad = 0;
	bool marks = false;
	uint32_t c;

	if (ascii(s)) {
		hd_buf_add(b, s.p, s.n);
		return 0;
	}
	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		if ((n == 1 && (unsigned char)*p >= 0x80) || c == 0) {
			bad++;
			c = 0xFFFD;
		}
		/* nothing composes over ASCII: a long text goes in parts */
		if (c < 0x80 && b->n - from > PART) {
			if (marks)
				compose(b, from);
			marks = false;
			from = b->n;
		}
		/* below U+0300 every character is its own composed form */
		marks = marks || c >= 0x300;
		hd_utf8_put(b, c);
	}
	if (marks)
		compose(b, from);
	return bad;
}

size_t
hd_utf8_count(struct hd_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

size_t
hd_utf8_width(struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	size_t w = 0, n;
	uint32_t c;
	int k;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		k = c < 0x80 ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);
		w += k > 0 ? (size_t)k : 0;
	}
	return w;
}

struct hd_str
hd_utf8_head(struct hd_str s, size_t n)
{
	if (s.n <= n)
		return s;
	while (n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
		n--;
	s.n = n;
	return s;
}

bool
hd_utf8_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		       (c >= '0' && c <= '9');
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ND:
		return true;
	default:
		return false;
	}
}

bool
hd_utf8_capital(struct hd_str s)
{
	utf8proc_category_t k;
	uint32_t c;

	if (s.n == 0)
		return false;
	(void)hd_utf8_get(s.p, s.p + s.n, &c);
	k = utf8proc_category((utf8proc_int32_t)c);
	return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT ||
	       k == UTF8PROC_CATEGORY_LO;
}

bool
hd_utf8_word(struct hd_str *rest, struct hd_str *word)
{
	/* nothing may have no place */
	const char *p = rest->p, *end = p != NULL ? p + rest->n : p;
	const char *start = NULL;
	size_t n;
	uint32_t c;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		if (hd_utf8_letter(c))
			start = start != NULL ? start : p;
		else if (start != NULL && c != '\'' && c != 0x2019)
			break;
	}
	*rest = (struct hd_str){ p, (size_t)(end - p) };
	*word =
	    (struct hd_str){ start, start != NULL ? (size_t)(p - start) : 0 };
	return start != NULL;
}

size_t
hd_utf8_words(struct hd_str s)
{
	struct hd_str word;
	size_t n = 0;

	while (hd_utf8_word(&s, &word))
		n++;
	return n;
}

/* A run of ASCII, which most texts are; its length. */
static size_t
lower_ascii(struct hd_buf *b, const char *p, const char *end)
{
	const char *from = p;
	size_t start = b->n;

	while (p < end && (unsigned char)*p < 0x80)
		p++;
	if (p == from)
		return 0;
	hd_buf_add(b, from, (size_t)(p - from));
	for (size_t i = start; i < b->n; i++)
		if (b->s[i] >= 'A' && b->s[i] <= 'Z')
			b->s[i] = (char)(b->s[i] | 0x20);
	return (size_t)(p - from);
}

void
hd_utf8_lower(struct hd_buf *b, struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	size_t n;
	uint32_t c;

	for (; p < end; p += n) {
		n = lower_ascii(b, p, end);
		if (n > 0)
			continue;
		n = hd_utf8_get(p, end, &c);
		hd_utf8_put(b, (uint32_t)utf8proc_tolower((utf8proc_int32_t)c));
	}
}

void
hd_utf8_unaccented(struct hd_buf *b, struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	utf8proc_int32_t part[8];
	int boundary = 0;
	utf8proc_ssize_t k;
	size_t n;
	uint32_t c;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		k = utf8proc_decompose_char((utf8proc_int32_t)c, part, 8,
		    UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD,
		    &boundary);
		for (utf8proc_ssize_t i = 0; i < k && i < 8; i++)
			hd_utf8_put(b, (uint32_t)part[i]);
	}
}

/* Controls, and the invisible characters that reorder or hide text. */
bool
hd_utf8_unsafe(uint32_t c)
{
	return c < 0x20 || c == 0x061C || (c >= 0x7F && c < 0xA0) ||
	       c == 0x200B || (c >= 0x200E && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0xFEFF;
}

void
hd_utf8_safe(struct hd_buf *b, struct hd_str s, bool lines)
{
	const char *p = s.p, *end = s.p + s.n;
	uint32_t c;
	size_t n;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		if (c == '\n' && lines)
			hd_buf_addc(b, '\n');
		else if (c == '\t' || (c == '\r' && lines))
			hd_buf_addc(b, ' ');
		else if (hd_utf8_unsafe(c) || (n == 1 && c == 0xFFFD))
			hd_buf_addc(b, '?');
		else
			hd_buf_add(b, p, n);
	}
}
