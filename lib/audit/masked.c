/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers without what is a customer's own: see masked.h. */
#include "audit/masked.h"
#include "audit/quote.h"
#include "learn/mask.h"

#define NAMES 8

/* A helpdesk's export has the id of an author here, a chat's the name. */
static bool
is_name(struct hd_str author)
{
	for (size_t i = 0; i < author.n; i++)
		if (author.p[i] >= '0' && author.p[i] <= '9')
			return false;
	return author.n > 1;
}

static size_t
names_of(const struct hd_thread *th, struct hd_str names[NAMES])
{
	struct hd_str author;
	size_t n = 0;

	for (size_t i = 0; i < th->n && n < NAMES; i++) {
		author = th->messages[i].author;
		if (is_name(author) &&
		    (n == 0 || !hd_str_same(author, names[n - 1])))
			names[n++] = author;
	}
	return n;
}

void
hd_answer_mask(struct hd_buf *b, struct hd_buf *scratch,
    const struct hd_thread *th, size_t message)
{
	struct hd_str names[NAMES];
	size_t n = names_of(th, names);

	hd_buf_reset(scratch);
	hd_new_text(scratch, th->messages[message].body);
	hd_mask(b, hd_buf_str(scratch), names, n);
}
