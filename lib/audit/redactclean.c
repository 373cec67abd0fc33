/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that obeys nothing and hides nothing: see redact_int.h. */
#include <string.h>

#include "audit/redact_int.h"
#include "base/utf8.h"

#define ESC 0x1B
#define BEL 0x07

/*
 * The bytes of an escape sequence (ECMA-48) from its ESC on: of a CSI up to its
 * final byte, of a string up to BEL or ESC \, else two.
 */
static size_t
escape(struct hd_str s)
{
	size_t i = 2;

	if (s.n < 2)
		return s.n;
	if (s.p[1] == '[') {
		while (i < s.n && (s.p[i] >= 0x20 && s.p[i] < 0x40))
			i++;
		return i < s.n && s.p[i] >= 0x40 ? i + 1 : i;
	}
	if (s.p[1] != ']' && s.p[1] != 'P' && s.p[1] != '_' && s.p[1] != '^')
		return s.p[1] >= 0x20 ? 2 : 1;
	while (i < s.n && s.p[i] != BEL && s.p[i] != ESC && s.p[i] != '\n')
		i++;
	if (i < s.n && s.p[i] == BEL)
		return i + 1;
	return i + 1 < s.n && s.p[i] == ESC && s.p[i + 1] == '\\' ? i + 2 : i;
}

/* Joiners, soft hyphens, fillers, tags: nothing is seen of them. */
static bool
invisible(uint32_t c)
{
	return c == 0xAD || c == 0x34F || c == 0x115F || c == 0x1160 ||
	       c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180E) ||
	       (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x206F) ||
	       c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

/* The character of ASCII that c looks like, or c: a disguise for none. */
static uint32_t
plain(uint32_t c)
{
	if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
	    c == 0x205F || c == 0x3000 || c == 0x2028 || c == 0x2029 ||
	    c == 0x85)
		return ' ';
	if ((c >= 0x2010 && c <= 0x2013) || c == 0x2212)
		return '-';
	if (c >= 0xFF01 && c <= 0xFF5E)
		return c - 0xFF01 + '!';
	if (c >= 0x660 && c <= 0x669)
		return c - 0x660 + '0';
	if (c >= 0x6F0 && c <= 0x6F9)
		return c - 0x6F0 + '0';
	return c >= 0x966 && c <= 0x96F ? c - 0x966 + '0' : c;
}

void
hd_redact_clean(struct hd_buf *b, struct hd_str text)
{
	const char *end = text.p + text.n;
	struct hd_str rest = text;
	uint32_t c;
	size_t n;

	for (; rest.n > 0; rest.p += n, rest.n -= n) {
		n = hd_utf8_get(rest.p, end, &c);
		c = plain(c);
		if (c == ESC)
			n = escape(rest);
		else if (c == '\n')
			hd_buf_addc(b, '\n');
		else if (c == '\t' || c == '\r' || c == '\v' || c == '\f')
			hd_buf_addc(b, ' ');
		else if (!invisible(c) && !hd_utf8_unsafe(c))
			hd_utf8_put(b, c);
	}
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * The bytes of a tag or comment at the '<' that s begins with, 0: it is none, as
 * in "a < b" and "<bo@x.example>".
 */
static size_t
tag(struct hd_str s)
{
	const char *to;
	size_t n = 1;

	if (n < s.n && (s.p[n] == '!' || s.p[n] == '?'))
		n++;
	else {
		n += n < s.n && s.p[n] == '/';
		if (n == s.n || !letter(s.p[n]))
			return 0;
		while (n < s.n &&
		       (letter(s.p[n]) || s.p[n] == '-' || s.p[n] == ':' ||
			   (s.p[n] >= '0' && s.p[n] <= '9')))
			n++;
		/* "<https://a.example>" is an address */
		if (s.p[n - 1] == ':' ||
		    (n < s.n && s.p[n] != '>' && s.p[n] != '/' &&
			s.p[n] != ' ' && s.p[n] != '\n'))
			return 0;
	}
	to = n < s.n ? memchr(s.p + n, '>', s.n - n) : NULL;
	return to != NULL ? (size_t)(to + 1 - s.p) : 0;
}

void
hd_redact_tags(struct hd_buf *b)
{
	size_t n = 0, skip;

	for (size_t i = 0; i<b->n; i += skip> 0 ? skip : 1) {
		skip = b->s[i] == '<'
			   ? tag((struct hd_str){ b->s + i, b->n - i })
			   : 0;
		b->s[n++] = skip > 0 ? HD_REDACT_TAG : b->s[i];
	}
	b->n = n;
	if (b->s != NULL)
		b->s[n] = '\0';
}
