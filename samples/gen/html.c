/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Message text as the vendors wrap it. */
#include <string.h>

#include "gen/talk.h"

static void
escape(const char *p, size_t n, enum gen_html style, struct hd_buf *out)
{
	for (size_t i = 0; i < n; i++) {
		char c = p[i];

		if (c == '&')
			hd_buf_adds(out, "&amp;");
		else if (c == '<')
			hd_buf_adds(out, "&lt;");
		else if (c == '>')
			hd_buf_adds(out, "&gt;");
		else if (c == '\'' && style == GEN_HTML_FRESHDESK)
			hd_buf_adds(out, "&#39;");
		else if (c == '"' && style != GEN_HTML_ZENDESK)
			hd_buf_adds(out, "&quot;");
		else if (c == '\n')
			hd_buf_adds(out, "<br>");
		else
			hd_buf_addc(out, c);
	}
}

/* Paragraphs at empty lines. */
static void
paragraphs(const char *p, size_t n, enum gen_html style, struct hd_buf *out)
{
	const char *end = p + n, *q;

	while (p < end) {
		for (q = p; q + 1 < end && !(q[0] == '\n' && q[1] == '\n'); q++)
			continue;
		if (q + 1 >= end)
			q = end;
		hd_buf_adds(out, "<p>");
		escape(p, (size_t)(q - p), style, out);
		hd_buf_adds(out, "</p>");
		p = q == end ? end : q + 2;
	}
}

void
gen_to_html(const struct gen_msg *m, enum gen_html style, struct hd_buf *out)
{
	static const char *const open[] = {
		"<div class=\"zd-comment\" dir=\"auto\">",
		"",
		"<div style=\"font-family:Arial,sans-serif\">",
	};
	static const char *const quote[] = {
		"<blockquote>",
		"<blockquote class=\"quote\">",
		"<div class=\"freshdesk_quote\"><blockquote>",
	};
	const char *text = m->text.s, *sign;

	hd_buf_adds(out, open[style]);
	sign = style == GEN_HTML_FRESHDESK ? strstr(text, "\n\n-- \n") : NULL;
	if (sign == NULL) {
		paragraphs(text, m->text.n, style, out);
	} else {
		paragraphs(text, (size_t)(sign - text), style, out);
		hd_buf_adds(out, "<div>&nbsp;</div><div class=\"signature\">");
		escape(sign + 6, strlen(sign + 6), style, out);
		hd_buf_adds(out, "</div>");
	}
	if (m->quoted.n > 0) {
		hd_buf_adds(out, quote[style]);
		escape(m->quoted.s, m->quoted.n, style, out);
		hd_buf_adds(out, style == GEN_HTML_FRESHDESK
				     ? "</blockquote></div>"
				     : "</blockquote>");
	}
	if (style != GEN_HTML_INTERCOM)
		hd_buf_adds(out, "</div>");
}

void
gen_to_text(const struct gen_msg *m, struct hd_buf *out)
{
	const char *p = m->quoted.s;

	hd_buf_add(out, m->text.s, m->text.n);
	if (m->quoted.n == 0)
		return;
	hd_buf_adds(out, "\n\n");
	/* the line "On ... wrote:" stands alone, the rest is marked */
	for (size_t i = 0; i < m->quoted.n; i++) {
		hd_buf_addc(out, p[i]);
		if (p[i] == '\n')
			hd_buf_adds(out, "> ");
	}
}
