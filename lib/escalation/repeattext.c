/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts cut in words: see repeat_int.h. */
#include <string.h>

#include "base/utf8.h"
#include "escalation/repeat_int.h"
#include "learn/wordlist.h"
#include "rules/eval.h"

/* A word of three letters, a figure, or a size ("XL"). */
static bool
says_something(const struct hd_rword *w)
{
	bool digit = false, small = false;

	for (size_t i = 0; i < w->raw.n; i++) {
		digit = digit || (w->raw.p[i] >= '0' && w->raw.p[i] <= '9');
		small = small || w->raw.p[i] == w->low.p[i];
	}
	if (digit)
		return true;
	if (!small && w->low.n <= 2)
		return w->low.n == 1 ? strchr("aeioy", w->low.p[0]) == NULL
				     : w->low.p[0] == 'x';
	return w->low.n >= 3 && !hd_word_stop(w->low);
}

void
hd_rtext_make(struct hd_repeat *r, struct hd_str text, struct hd_rtext *t)
{
	struct hd_arena *arena = r->e->arena;
	struct hd_str rest, word;

	/* a field may be as long as a message */
	rest = text = hd_utf8_head(text, HD_SUBJECT_MAX);
	*t = (struct hd_rtext){ .message = -1, .text = text };
	if (text.p == NULL || text.n == 0)
		return;
	while (hd_utf8_word(&rest, &word))
		t->n++;
	t->w = hd_arena_alloc(arena, (t->n + 1) * sizeof(*t->w));
	rest = text;
	for (size_t i = 0; i < t->n && hd_utf8_word(&rest, &word); i++) {
		t->w[i].raw = word;
		hd_buf_reset(&r->low);
		hd_utf8_lower(&r->low, word);
		t->w[i].low = hd_str_keep(arena, hd_buf_str(&r->low));
		t->w[i].content = says_something(&t->w[i]);
	}
	hd_data_find(text, arena, &t->data);
}

const struct hd_rword *
hd_rtext_has(const struct hd_rtext *t, const struct hd_rword *w)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->w[i].content && hd_word_alike(t->w[i].low, w->low))
			return &t->w[i];
	return NULL;
}

#define WORDS_BEFORE 4
#define WORDS_BEHIND 2

enum hd_thing
hd_rtext_thing(const struct hd_rtext *t, struct hd_str span)
{
	const char *end = span.p + span.n;
	enum hd_thing thing = HD_THING_NONE;
	size_t first = 0, last;

	while (first < t->n && t->w[first].raw.p < span.p)
		first++;
	for (size_t i = first;
	     i-- > 0 && first - i <= WORDS_BEFORE && thing == HD_THING_NONE;)
		thing = hd_word_thing(t->w[i].low);
	for (last = first; last < t->n && t->w[last].raw.p < end; last++)
		;
	for (size_t i = last;
	     i < t->n && i < last + WORDS_BEHIND && thing == HD_THING_NONE; i++)
		thing = hd_word_thing(t->w[i].low);
	return thing;
}
