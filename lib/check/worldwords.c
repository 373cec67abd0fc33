/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns that are a list of words, \b(?:refund|charge back)\b: a list within
 * another matches less.  Only letters, digits, blanks, '_' and '-' count as
 * words here, for which a pattern stands for itself.
 */
#include <string.h>

#include "check/worldpart.h"

struct hd_words {
	struct hd_str *v;
	size_t n;
	bool left, right; /* \b before and behind */
};

static bool
word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == ' ' || c == '_' || c == '-';
}

static bool
cut(struct hd_str *s, const char *head)
{
	size_t n = strlen(head);

	if (!hd_str_starts(*s, head))
		return false;
	s->p += n;
	s->n -= n;
	return true;
}

static bool
cut_end(struct hd_str *s, const char *tail)
{
	size_t n = strlen(tail);

	if (s->n < n || memcmp(s->p + s->n - n, tail, n) != 0)
		return false;
	s->n -= n;
	return true;
}

/* What stands between the edges; false: no list of words. */
static bool
inside(struct hd_words *words, struct hd_str *s)
{
	bool group;

	words->left = cut(s, "\\b");
	words->right = cut_end(s, "\\b");
	group = cut(s, "(?:") || cut(s, "(");
	if (group && !cut_end(s, ")"))
		return false;
	if (s->n == 0)
		return false;
	/* without the group an edge belongs to one word, not to all */
	return group || !(words->left || words->right) ||
	       memchr(s->p, '|', s->n) == NULL;
}

static bool
split(struct hd_world *w, struct hd_words *words, struct hd_str s)
{
	struct hd_str word;
	size_t n = 1;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '|' && !word_char(s.p[i]))
			return false;
		n += s.p[i] == '|';
	}
	words->v = hd_arena_alloc(&w->arena, n * sizeof(*words->v));
	while (hd_str_split(&s, '|', &word)) {
		if (word.n == 0)
			return false;
		words->v[words->n++] = word;
	}
	return true;
}

int
hd_words_of(struct hd_world *w, struct hd_str pattern)
{
	int64_t *known = hd_world_name(w, "words", 0, pattern);
	struct hd_words words = { NULL, 0, false, false };

	if (*known != -1)
		return (int)*known;
	*known = -2;
	if (!inside(&words, &pattern) || !split(w, &words, pattern))
		return -2;
	*known = (int64_t)w->nwords++;
	w->words =
	    hd_grow(w->words, &w->words_cap, w->nwords, sizeof(*w->words));
	w->words[*known] = words;
	return (int)*known;
}

static bool
has(const struct hd_words *words, struct hd_str word)
{
	for (size_t i = 0; i < words->n; i++)
		if (hd_str_same(words->v[i], word))
			return true;
	return false;
}

bool
hd_words_within(const struct hd_world *w, int a, int b)
{
	const struct hd_words *x = &w->words[a], *y = &w->words[b];

	if ((y->left && !x->left) || (y->right && !x->right))
		return false;
	for (size_t i = 0; i < x->n; i++)
		if (!has(y, x->v[i]))
			return false;
	return true;
}
