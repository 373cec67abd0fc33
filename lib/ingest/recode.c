/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charsets, by the C library's iconv: see recode.h. */
#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ingest/recode.h"

#define FFFD "\xEF\xBF\xBD"

enum hd_charset
hd_charset_of_head(struct hd_str head)
{
	const char *p = head.p;

	if (head.n >= 2 && memcmp(p, "\xFF\xFE", 2) == 0)
		return HD_CS_UTF16LE;
	if (head.n >= 2 && memcmp(p, "\xFE\xFF", 2) == 0)
		return HD_CS_UTF16BE;
	/* without a mark: two ASCII characters, every other byte NUL */
	if (head.n >= 4 && p[0] != 0 && p[1] == 0 && p[2] != 0 && p[3] == 0)
		return HD_CS_UTF16LE;
	if (head.n >= 4 && p[0] == 0 && p[1] != 0 && p[2] == 0 && p[3] != 0)
		return HD_CS_UTF16BE;
	return HD_CS_ASCII;
}

size_t
hd_ascii_length(struct hd_str s)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	size_t i = 0;
	uint64_t w;

	for (; i + sizeof(w) <= s.n; i += sizeof(w)) {
		memcpy(&w, s.p + i, sizeof(w));
		if ((w & high) != 0)
			break;
	}
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

enum hd_charset
hd_charset_of_rest(struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	bool bad = false;
	uint32_t c;
	size_t n;

	for (; p < end; p += n) {
		n = 1;
		if ((unsigned char)*p < 0x80)
			continue;
		n = hd_utf8_get(p, end, &c);
		if (n > 1)
			return HD_CS_UTF8;
		if (*p != '\0' && strchr("\x81\x8D\x8F\x90\x9D", *p) != NULL)
			return HD_CS_UTF8; /* no characters of 1252 */
		bad = true;
	}
	return bad ? HD_CS_1252 : HD_CS_ASCII;
}

static int
open_converter(struct hd_recode *c, struct hd_err *err)
{
	const char *from = c->cs == HD_CS_1252	    ? "CP1252"
			   : c->cs == HD_CS_UTF16LE ? "UTF-16LE"
						    : "UTF-16BE";

	c->cd = iconv_open("UTF-8", from);
	if (c->cd == (iconv_t)-1)
		return hd_err_sys(err, "no conversion from %s", from);
	c->open = true;
	return 0;
}

static void
count_turned(struct hd_recode *c)
{
	if (c->cs != HD_CS_1252)
		return;
	for (size_t i = 0; i < c->raw.n; i++)
		c->turned += (unsigned char)c->raw.s[i] >= 0x80;
}

int
hd_recode_run(
    struct hd_recode *c, struct hd_buf *out, bool end, struct hd_err *err)
{
	size_t unit = c->cs == HD_CS_1252 ? 1 : 2, left = c->raw.n, room;
	char *from = c->raw.s, *to;

	if (!c->open && open_converter(c, err) != 0)
		return -1;
	count_turned(c);
	while (left > 0) {
		out->s = hd_grow(out->s, &out->cap, out->n + left + 64, 1);
		to = out->s + out->n;
		room = out->cap - out->n - 1;
		if (iconv(c->cd, &from, &left, &to, &room) != (size_t)-1)
			errno = 0;
		out->n = (size_t)(to - out->s);
		if (errno == EINVAL && !end)
			break; /* half a character: the rest comes */
		if (errno != EILSEQ && errno != EINVAL)
			continue;
		hd_buf_adds(out, FFFD);
		c->bad++;
		unit = left < unit ? left : unit;
		from += unit;
		left -= unit;
	}
	if (left > 0)
		memmove(c->raw.s, from, left);
	c->raw.n = left;
	return 0;
}

void
hd_recode_release(struct hd_recode *c)
{
	if (c->open)
		(void)iconv_close(c->cd);
	c->open = false;
	hd_buf_release(&c->raw);
}
