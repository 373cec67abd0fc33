/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML bodies and text: what comes out is whole, and what is safe stays so. */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "ingest/html.h"

static void
html(struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, "before ");
	hd_html_text(&b, s);
	MUST(b.n >= 7 && memcmp(b.s, "before ", 7) == 0);
	MUST(b.s[b.n] == '\0');
	hd_buf_release(&b);
}

static void
text(struct hd_str s)
{
	struct hd_buf clean = HD_BUF_INIT, again = HD_BUF_INIT;
	struct hd_str c, head;

	(void)hd_utf8_import(&clean, s);
	c = hd_buf_str(&clean);
	MUST(hd_utf8_valid(c));
	MUST(memchr(c.p, '\0', c.n) == NULL);
	MUST(hd_utf8_import(&again, c) == 0);
	MUST(hd_str_same(hd_buf_str(&again), c));
	MUST(hd_utf8_count(c) <= c.n && hd_utf8_words(c) <= c.n);
	for (size_t n = 0; n <= c.n && n < 64; n++) {
		head = hd_utf8_head(c, n);
		MUST(head.n <= n && hd_utf8_valid(head));
	}
	/* what is safe for a terminal is so when it is made safe again */
	hd_buf_reset(&again);
	hd_utf8_safe(&again, s, false);
	for (size_t i = 0; i < again.n; i++)
		MUST((unsigned char)again.s[i] >= 0x20 && again.s[i] != 0x7F);
	hd_buf_reset(&clean);
	hd_utf8_safe(&clean, hd_buf_str(&again), false);
	MUST(hd_str_same(hd_buf_str(&again), hd_buf_str(&clean)));
	hd_buf_release(&clean);
	hd_buf_release(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_str s = { (const char *)data, n };

	html(s);
	text(s);
	return 0;
}
