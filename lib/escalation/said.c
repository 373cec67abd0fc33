/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Particulars of what was said: see said.h. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "escalation/commonwords.h"
#include "escalation/said.h"
#include "learn/wordlist.h"

static int
by_bytes(const void *a, const void *b)
{
	const struct hd_str *x = a, *y = b;

	return hd_str_cmp(*x, *y);
}

/* A sign that parts no letters: of 12.50, 9:40, INV-7, haven't. */
static bool
joins(uint32_t c, const char *behind, const char *end)
{
	if (c != 0x2019 && (c >= 0x80 || strchr("-.,:@_'", (int)c) == NULL))
		return false;
	if (behind == end)
		return false;
	hd_utf8_get(behind, end, &c);
	return hd_utf8_letter(c);
}

/* Letters and digits, and what joins two of them: INV-7, 12.50, 9:40. */
static bool
next_token(struct hd_str *rest, struct hd_str *token, size_t *digits)
{
	const char *p = rest->p, *end = rest->p + rest->n, *from = NULL;
	uint32_t c;
	size_t n;

	*digits = 0;
	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		if (hd_utf8_letter(c)) {
			if (from == NULL)
				from = p;
			*digits += c >= '0' && c <= '9';
		} else if (from != NULL && !joins(c, p + n, end)) {
			break;
		}
	}
	if (from == NULL)
		return false;
	*token = (struct hd_str){ from, (size_t)(p - from) };
	*rest = (struct hd_str){ p, (size_t)(end - p) };
	return true;
}

static struct hd_str
first_letters(struct hd_str s, size_t letters)
{
	const char *p = s.p, *end = s.p + s.n;
	uint32_t c;

	for (; p < end && letters > 0; letters--)
		p += hd_utf8_get(p, end, &c);
	return (struct hd_str){ s.p, (size_t)(p - s.p) };
}

/* Without what an apostrophe ties to it: l'eau, wife's. */
static struct hd_str
bare(struct hd_str w)
{
	size_t at = 0, behind;

	while (at < w.n && w.p[at] != '\'' && w.p[at] != '\xE2')
		at++;
	if (at == w.n)
		return w;
	behind = at + (w.p[at] == '\'' ? 1 : strlen("\u2019"));
	if (at > 2 || behind > w.n)
		return (struct hd_str){ w.p, at };
	return (struct hd_str){ w.p + behind, w.n - behind };
}

struct particular {
	struct hd_str as; /* as it stands */
	struct hd_str key;
	bool value;
};

/* The letters that words are compared by; short words have none. */
static bool
word_key(struct hd_str low, struct hd_str *key)
{
	low = bare(low);
	*key = first_letters(low, HD_WORD_STEM);
	return hd_utf8_count(*key) >= HD_WORD_STEM - 1;
}

static bool
word_counts(struct hd_str low, struct hd_str key)
{
	struct hd_str b = bare(low);

	return !hd_word_stop(low) && !hd_word_day(low) &&
	       (b.n == low.n || !hd_word_stop(b)) && !hd_word_common(key);
}

static size_t
place_of(const struct hd_said *s, struct hd_str key)
{
	const struct hd_str *at =
	    s->n > 0 ? bsearch(&key, s->v, s->n, sizeof(key), by_bytes) : NULL;

	return at != NULL ? (size_t)(at - s->v) : s->n;
}

/*
 * The next particular of *rest that is in `in` (NULL: any); its key is of the
 * buffer, until the next.  What is not in it need not be looked up in lists.
 */
static bool
next_particular(struct hd_str *rest, struct hd_buf *b, const struct hd_said *in,
    struct particular *p)
{
	struct hd_str low;
	size_t digits;

	while (next_token(rest, &p->as, &digits)) {
		p->value = digits > 1 ||
			   (digits > 0 && (p->as.n > 3 || p->as.p[0] > '9'));
		if (digits > 0 && !p->value)
			continue;
		hd_buf_reset(b);
		hd_utf8_lower(b, p->as);
		low = p->key = hd_buf_str(b);
		if (!p->value && !word_key(low, &p->key))
			continue;
		if (in != NULL && place_of(in, p->key) == in->n)
			continue;
		if (p->value || word_counts(low, p->key))
			return true;
	}
	return false;
}

static void
push(struct hd_said *s, struct hd_str key)
{
	struct hd_str *v;

	if (s->n == s->cap) {
		s->cap = s->cap > 0 ? 2 * s->cap : 64;
		v = hd_arena_alloc(s->arena, s->cap * sizeof(*v));
		if (s->n > 0)
			memcpy(v, s->v, s->n * sizeof(*v));
		s->v = v;
	}
	s->v[s->n++] = hd_str_keep(s->arena, key);
}

void
hd_said_add(struct hd_said *s, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;
	struct particular p;
	size_t n = 0;

	while (next_particular(&text, &b, NULL, &p))
		push(s, p.key);
	if (s->n > 0)
		qsort(s->v, s->n, sizeof(*s->v), by_bytes);
	for (size_t i = 0; i < s->n; i++)
		if (i == 0 || !hd_str_same(s->v[i], s->v[n - 1]))
			s->v[n++] = s->v[i];
	s->n = n;
	hd_buf_release(&b);
}

static void
take_out(struct hd_said *s, size_t at)
{
	s->n--;
	memmove(s->v + at, s->v + at + 1, (s->n - at) * sizeof(*s->v));
}

void
hd_said_drop(struct hd_said *s, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;
	struct particular p;

	while (s->n > 0 && next_particular(&text, &b, s, &p)) {
		size_t at = place_of(s, p.key);

		if (!p.value)
			take_out(s, at);
	}
	hd_buf_release(&b);
}

void
hd_said_take(
    struct hd_said *s, struct hd_str text, bool words, struct hd_taken *t)
{
	struct hd_buf b = HD_BUF_INIT;
	struct particular p;

	while (s->n > 0 && next_particular(&text, &b, s, &p)) {
		size_t at = place_of(s, p.key);

		if (!words && !p.value)
			continue;
		take_out(s, at);
		if (p.value && t->values++ == 0)
			t->value = p.as;
		if (!p.value && t->words++ == 0)
			t->word = p.as;
	}
	hd_buf_release(&b);
}
