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
	*q = (struct hd_quoted){ .redactor = r->redactor };
	return hd_redactor_ticket(r->redactor, ticket, err);
}

void
hd_quoted_end(struct hd_quoted *q)
{
	hd_arena_release(&q->arena);
}

struct hd_str
hd_quoted(struct hd_quoted *q, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str kept;

	if (text.p == NULL)
		return text;
	/* cut what is redacted: half a secret would not be found */
	hd_redact(q->redactor, text, &b);
	if (b.n > HD_QUOTED_MOST) {
		b.n = hd_utf8_head(hd_buf_str(&b), HD_QUOTED_MOST).n;
		hd_buf_adds(&b, " […]");
	}
	kept = hd_str_keep(&q->arena, hd_buf_str(&b));
	hd_buf_release(&b);
	return kept;
}

struct hd_str
hd_quoted_label(struct hd_quoted *q, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str kept;

	hd_redact_label(q->redactor, text, false, &b);
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
