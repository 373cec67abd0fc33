/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Particulars of a text: see datum.h. */
#include <string.h>

#include "base/utf8.h"
#include "escalation/datum_int.h"
#include "learn/wordlist.h"

const char *
hd_datum_name(enum hd_datum_kind k)
{
	static const char *const names[HD_DATUM_KINDS] = { "email", "url",
		"domain", "file", "phone", "id", "card", "money", "date",
		"time", "quoted", "person", "device", "address", "number" };

	return names[k];
}

void
hd_datum_add(struct hd_chunks *c, enum hd_datum_kind kind, const char *from,
    const char *to)
{
	struct hd_data *f = c->found;
	struct hd_datum *v;

	if (f->n == f->cap) {
		f->cap = f->cap > 0 ? 2 * f->cap : 16;
		v = hd_arena_alloc(c->arena, f->cap * sizeof(*v));
		if (f->n > 0)
			memcpy(v, f->v, f->n * sizeof(*v));
		f->v = v;
	}
	f->v[f->n++] = (struct hd_datum){ kind, { from, (size_t)(to - from) } };
}

/* What ends a word wherever it stands. */
static bool
is_break(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x202F || c == 0x2013 ||
	       c == 0x2014 || c == 0xAB || c == 0xBB ||
	       (c >= 0x201C && c <= 0x201E) || c == 0xFFFD ||
	       (c < 0x80 && strchr("()[]{}<>\"|=;", (int)c) != NULL);
}

static bool
digit_at(const char *p, const char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

static bool
web_at(const char *p, const char *end)
{
	struct hd_str s = { p, (size_t)(end - p) };

	return hd_str_starts(s, "http://") || hd_str_starts(s, "https://") ||
	       hd_str_starts(s, "www.");
}

static const char *
web_end(const char *p, const char *end)
{
	while (p < end && (unsigned char)*p > ' ' && strchr("<>\"", *p) == NULL)
		p++;
	return p;
}

/* A comma or a colon between figures is part of the number. */
static bool
breaks_here(const char *start, const char *p, const char *end, uint32_t c)
{
	if (c != ',' && c != ':')
		return is_break(c);
	return p == start || !digit_at(p - 1, end) || !digit_at(p + 1, end);
}

static void
add_chunk(struct hd_chunks *c, const char *p, const char *end)
{
	struct hd_chunk *k;

	while (p < end && strchr("#'*.,:!?-_/", *p) != NULL && *p != '\0') {
		/* the sign is part of what is hidden: ****1234 */
		if (*p == '*')
			break;
		p++;
	}
	while (
	    end > p && strchr("'.,:!?-_/", end[-1]) != NULL && end[-1] != '\0')
		end--;
	if (p == end || c->n == c->cap)
		return;
	k = &c->v[c->n++];
	k->raw = (struct hd_str){ p, (size_t)(end - p) };
	hd_buf_reset(&c->low);
	hd_utf8_lower(&c->low, k->raw);
	k->low = hd_str_keep(c->arena, hd_buf_str(&c->low));
	hd_chunk_count(k);
}

/* Cut the text in words; as many as half its bytes at most. */
static void
cut(struct hd_chunks *c)
{
	const char *p = c->text.p, *end = p + c->text.n, *start = p;
	uint32_t u;
	size_t n;

	for (; p < end; p += n) {
		if (p == start && web_at(p, end)) {
			const char *stop = web_end(p, end);

			add_chunk(c, start, stop);
			n = (size_t)(stop - p);
			start = stop;
			continue;
		}
		n = hd_utf8_get(p, end, &u);
		if (!breaks_here(start, p, end, u))
			continue;
		if (p > start)
			add_chunk(c, start, p);
		start = p + n;
	}
	if (end > start)
		add_chunk(c, start, end);
}

/* The sign that closes what u opens, 0: it opens nothing. */
static uint32_t
closes(uint32_t u)
{
	switch (u) {
	case '"':
		return '"';
	case 0x201C: /* English */
		return 0x201D;
	case 0x201E: /* German */
		return 0x201C;
	case 0xAB: /* French and Spanish */
		return 0xBB;
	default:
		return 0;
	}
}

#define QUOTED_MAX 120

static void
quoted(struct hd_chunks *c)
{
	const char *p = c->text.p, *end = p + c->text.n, *from = NULL;
	uint32_t u, want = 0;
	size_t n;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &u);
		if (want == 0 || u == '\n' || p - from > QUOTED_MAX) {
			want = closes(u);
			from = p + n;
		} else if (u == want) {
			if (p - from >= 2)
				hd_datum_add(c, HD_DATUM_QUOTED, from, p);
			want = 0;
		}
	}
}

void
hd_data_find(struct hd_str text, struct hd_arena *arena, struct hd_data *found)
{
	struct hd_chunks c = { .text = text, .arena = arena, .found = found };

	*found = (struct hd_data){ NULL, 0, 0 };
	if (text.p == NULL || text.n == 0)
		return;
	c.cap = text.n / 2 + 1;
	c.v = hd_arena_alloc(arena, c.cap * sizeof(*c.v));
	cut(&c);
	for (size_t i = 0; i < c.n;) {
		size_t took = hd_datum_shape(&c, i);

		if (took == 0)
			took = hd_datum_words(&c, i);
		i += took > 0 ? took : 1;
	}
	quoted(&c);
	hd_buf_release(&c.low);
}
