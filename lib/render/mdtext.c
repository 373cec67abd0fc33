/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in Markdown: see mdtext.h. */
#include <string.h>

#include "base/utf8.h"
#include "render/mdtext.h"

/* GitHub makes links of bare addresses: does one go on at p, in s? */
static bool
address(const char *s, const char *p)
{
	if (*p == ':')
		return strncmp(p, "://", 3) == 0;
	return *p == '.' && p - s >= 3 &&
	       (strncmp(p - 3, "www", 3) == 0 || strncmp(p - 3, "WWW", 3) == 0);
}

void
hd_md_text(struct hd_buf *b, struct hd_str s)
{
	struct hd_buf safe = HD_BUF_INIT;
	char c;

	hd_utf8_safe(&safe, s, true);
	for (size_t i = 0; i < safe.n; i++) {
		c = safe.s[i] == '\n' ? ' ' : safe.s[i];
		if ((c != '\0' && strchr("|\\`*_<>[]#&~", c) != NULL) ||
		    address(safe.s, safe.s + i))
			hd_buf_addc(b, '\\');
		hd_buf_addc(b, c);
	}
	hd_buf_release(&safe);
}

void
hd_md_line(struct hd_buf *b, struct hd_str s)
{
	size_t digits = 0;

	while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\n' || s.p[0] == '\t')) {
		s.p++;
		s.n--;
	}
	while (digits < s.n && s.p[digits] >= '0' && s.p[digits] <= '9')
		digits++;
	if (digits < s.n && (s.p[digits] == '.' || s.p[digits] == ')')) {
		hd_buf_add(b, s.p, digits);
		s.p += digits;
		s.n -= digits;
		hd_buf_addc(b, '\\');
	} else if (s.n > 0 && strchr("-+=", s.p[0]) != NULL) {
		hd_buf_addc(b, '\\');
	}
	hd_md_text(b, s);
}
