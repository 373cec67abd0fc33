/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of tickets in a report: see quoted.h. */
#include <string.h>

#include "audit/quote.h"
#include "audit/redact.h"
#include "base/utf8.h"
#include "report/quoted.h"

int
hd_quoted_begin(struct hd_quoted *q, struct hd_report *r, int64_t ticket,
    struct hd_err *err)
{
	*q = (struct hd_quoted){ .redactor = r->redactor,
		.show_text = r->show_text };
	return hd_redactor_ticket(r->redactor, ticket, err);
}

void
hd_quoted_end(struct hd_quoted *q)
{
	hd_arena_release(&q->arena);
}

/* "<b>", "</b>", "<!--"; not "a < b" or "<3". */
static bool
opens(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' ||
	       c == '!';
}

/* Markup that somebody wrote is no words, and nothing may run it: "[TAG]". */
static void
without_tags(struct hd_buf *b, struct hd_str text)
{
	const char *end = text.p + text.n, *p = text.p;

	while (p < end) {
		const char *to = NULL;

		if (*p == '<' && p + 1 < end && opens(p[1]))
			to = memchr(p, '>', (size_t)(end - p));
		if (to != NULL) {
			hd_buf_adds(b, "[TAG]");
			p = to + 1;
		} else {
			hd_buf_addc(b, *p++);
		}
	}
}

struct hd_str
hd_quoted(struct hd_quoted *q, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT, plain = HD_BUF_INIT;
	struct hd_str kept;

	if (text.p == NULL)
		return text;
	if (q->show_text)
		hd_buf_add(&plain, text.p, text.n);
	else
		without_tags(&plain, text);
	/* cut what is redacted: half a secret would not be found */
	hd_redact(q->redactor, hd_buf_str(&plain), &b);
	hd_buf_release(&plain);
	if (b.n > HD_QUOTED_MOST) {
		b.n = hd_utf8_head(hd_buf_str(&b), HD_QUOTED_MOST).n;
		hd_buf_adds(&b, " […]");
	}
	kept = hd_str_keep(&q->arena, hd_buf_str(&b));
	hd_buf_release(&b);
	return kept;
}

struct hd_str
hd_quoted_message(struct hd_quoted *q, const struct hd_message *m)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	hd_new_text(&b, m->body);
	s = hd_quoted(q, hd_str_trim(hd_buf_str(&b)));
	if (s.n > 0 && !m->public) {
		hd_buf_reset(&b);
		hd_buf_adds(&b, "(internal) ");
		hd_buf_add(&b, s.p, s.n);
		s = hd_str_keep(&q->arena, hd_buf_str(&b));
	}
	hd_buf_release(&b);
	return s;
}

const char *
hd_quoted_role(enum hd_role role)
{
	switch (role) {
	case HD_ROLE_CUSTOMER:
		return "customer";
	case HD_ROLE_AI:
		return "ai";
	case HD_ROLE_AGENT:
		return "agent";
	default:
		return "system";
	}
}
