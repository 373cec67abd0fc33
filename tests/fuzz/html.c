/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML bodies and text: what comes out is whole, and what is safe stays so. */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "ingest/html.h"

/* What is there before is left alone, and changes nothing. */
static void
html(struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT, alone = HD_BUF_INIT;

	hd_buf_adds(&b, "before ");
	hd_html_text(&b, s);
	hd_html_text(&alone, s);
	MUST(b.n >= 7 && memcmp(b.s, "before ", 7) == 0);
	MUST(b.s[b.n] == '\0');
	MUST(b.n - 7 == alone.n);
	MUST(alone.n == 0 || memcmp(b.s + 7, alone.s, alone.n) == 0);
	MUST(alone.n <= 2 * s.n + 16);
	if (hd_utf8_valid(s) && (s.n == 0 || memchr(s.p, '\0', s.n) == NULL)) {
		MUST(hd_utf8_valid(hd_buf_str(&alone)));
		MUST(alone.n == 0 || memchr(alone.s, '\0', alone.n) == NULL);
	}
	hd_buf_release(&b);
	hd_buf_release(&alone);
}

/* A text as its lines come out: no-break spaces are blanks. */
static void
shown(struct hd_buf *b, uint32_t c)
{
	hd_utf8_put(b, c == 0xA0 ? ' ' : c);
}

/* The same in markup: by name, by number or as it is. */
static void
marked(struct hd_buf *b, uint32_t c, size_t at)
{
	if (c == '&')
		hd_buf_adds(b, "&amp;");
	else if (c == '<')
		hd_buf_adds(b, "&lt;");
	else if (c == 0xA0 && at % 2 == 0)
		hd_buf_adds(b, "&nbsp;");
	else if (at % 5 == 1)
		hd_buf_addf(b, "&#x%X;", (unsigned)c);
	else if (at % 7 == 3)
		hd_buf_addf(b, "&#%u;", (unsigned)c);
	else
		hd_utf8_put(b, c);
}

/* What no text of a page holds ends a line here. */
static bool
ends_line(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
}

struct page {
	struct hd_buf html, want, line, show;
	const char *before, *after, *mark;
};

/* One line more, each beside things that are not shown. */
static void
add_line(struct page *p)
{
	if (hd_str_trim(hd_buf_str(&p->show)).n > 0) {
		if (p->want.n > 0)
			hd_buf_addc(&p->want, '\n');
		hd_buf_adds(&p->want, p->mark);
		hd_buf_add(&p->want, p->show.s, p->show.n);
		hd_buf_adds(&p->html, p->before);
		hd_buf_add(&p->html, p->line.s, p->line.n);
		hd_buf_adds(&p->html, p->after);
	}
	hd_buf_reset(&p->line);
	hd_buf_reset(&p->show);
}

/* A page made of the lines of s shows these lines. */
static void
page(struct hd_str s, const char *before, const char *after, const char *mark)
{
	struct page p = { .before = before, .after = after, .mark = mark };
	struct hd_buf got = HD_BUF_INIT;
	struct hd_str want;
	uint32_t c;

	for (size_t i = 0; i < s.n;) {
		i += hd_utf8_get(s.p + i, s.p + s.n, &c);
		if (ends_line(c)) {
			add_line(&p);
			continue;
		}
		shown(&p.show, c);
		marked(&p.line, c, i);
	}
	add_line(&p);
	/* the last bytes count, but for a blank */
	hd_buf_adds(&p.want, p.want.n > 0 ? "\nend" : "end");
	hd_buf_adds(&p.html, "<p>end\xC2\xA0");
	hd_html_text(&got, hd_buf_str(&p.html));
	want = hd_str_trim(hd_buf_str(&p.want));
	MUST(hd_str_same(hd_buf_str(&got), want));
	hd_buf_release(&p.html);
	hd_buf_release(&p.want);
	hd_buf_release(&p.line);
	hd_buf_release(&p.show);
	hd_buf_release(&got);
}

/* Of the whole as text, shown in the ways that bodies are made. */
static void
pages(struct hd_str s)
{
	struct hd_buf clean = HD_BUF_INIT, got = HD_BUF_INIT;
	struct hd_str c;

	(void)hd_utf8_import(&clean, s);
	c = hd_buf_str(&clean);
	if (c.n == 0 ||
	    (memchr(c.p, '<', c.n) == NULL && memchr(c.p, '&', c.n) == NULL)) {
		hd_html_text(&got, c);
		MUST(hd_str_same(hd_buf_str(&got), c));
	}
	page(c, "<div>", "</div>", "");
	page(c, "<div>&nbsp;", "</div>", " ");
	page(c, "<p class=\"x\">", "</p><style>p { top: 0 }</style>", "");
	page(c, "<blockquote><b>", "</b></blockquote><!-- no -->", "");
	page(c, "<script>1 < 2</script><tr><td>", "</td></tr>", "");
	page(c, "<ul><li>", "</li></ul><img src=\"cid:1\">", "- ");
	hd_buf_release(&clean);
	hd_buf_release(&got);
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
	pages(s);
	text(s);
	return 0;
}
