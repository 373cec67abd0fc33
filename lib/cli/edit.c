/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line that is being typed: see edit.h. */
#include <string.h>

#include "base/utf8.h"
#include "cli/edit.h"

void
hd_edit_release(struct hd_edit *e)
{
	hd_buf_release(&e->text);
	e->at = 0;
}

void
hd_edit_clear(struct hd_edit *e)
{
	hd_buf_reset(&e->text);
	e->at = 0;
}

void
hd_edit_set(struct hd_edit *e, struct hd_str text)
{
	hd_edit_clear(e);
	hd_buf_add(&e->text, text.p, text.n);
	e->at = text.n;
}

void
hd_edit_put(struct hd_edit *e, uint32_t c)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t put;

	hd_buf_add(&b, hd_buf_cstr(&e->text), e->at);
	hd_utf8_put(&b, c);
	put = b.n;
	hd_buf_add(&b, hd_buf_cstr(&e->text) + e->at, e->text.n - e->at);
	hd_buf_release(&e->text);
	e->text = b;
	e->at = put;
}

/* The place a character before `at`, which is not 0. */
static size_t
before(const struct hd_edit *e, size_t at)
{
	return hd_utf8_head(hd_buf_str(&e->text), at - 1).n;
}

bool
hd_edit_move(struct hd_edit *e, int by)
{
	uint32_t c;

	if (by < 0 ? e->at == 0 : e->at == e->text.n)
		return false;
	e->at = by < 0 ? before(e, e->at)
		       : e->at + hd_utf8_get(e->text.s + e->at,
				     e->text.s + e->text.n, &c);
	return true;
}

bool
hd_edit_erase(struct hd_edit *e)
{
	size_t end = e->at;

	if (!hd_edit_move(e, -1))
		return false;
	memmove(e->text.s + e->at, e->text.s + end, e->text.n - end + 1);
	e->text.n -= end - e->at;
	return true;
}

static size_t
width(const struct hd_edit *e, size_t at, int (*cells)(uint32_t c))
{
	uint32_t c;
	int k;

	(void)hd_utf8_get(e->text.s + at, e->text.s + e->text.n, &c);
	k = cells(c);
	return k > 0 ? (size_t)k : k < 0;
}

struct hd_str
hd_edit_view(const struct hd_edit *e, size_t room, int (*cells)(uint32_t c),
    size_t *cursor)
{
	size_t from = e->at, to = e->at, w = 0, n;
	uint32_t c;

	while (from > 0 && w + width(e, before(e, from), cells) < room) {
		from = before(e, from);
		w += width(e, from, cells);
	}
	*cursor = w;
	for (; to < e->text.n && w + width(e, to, cells) <= room; to += n) {
		w += width(e, to, cells);
		n = hd_utf8_get(e->text.s + to, e->text.s + e->text.n, &c);
	}
	return (struct hd_str){ hd_buf_cstr(&e->text) + from, to - from };
}
