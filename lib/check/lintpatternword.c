/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words that are found inside other words: R117, R118 of lint.h.  A long word
 * without \b is often a stem on purpose; a short one is in many others.
 */
#include "check/lintpattern.h"

#define SHORT_WORD   4
#define NO_WORD_EDGE 0x590 /* scripts behind it have other ideas of words */

static bool
plain(const struct hd_lintpattern *p, size_t i)
{
	return p->tokens.v[i].kind == HD_TOKEN_CHAR &&
	       p->tokens.v[i].c < NO_WORD_EDGE;
}

/* A short word, in a branch of its own, that begins at token i. */
static size_t
short_word(const struct hd_lintpattern *p, size_t i)
{
	size_t end = i;

	while (end < p->tokens.n && plain(p, end) && hd_lint_word_token(p, end))
		end++;
	if (end == i || end - i > SHORT_WORD)
		return 0;
	if (end < p->tokens.n && p->tokens.v[end].kind != HD_TOKEN_BAR &&
	    p->tokens.v[end].kind != HD_TOKEN_CLOSE)
		return 0;
	return end - i;
}

static struct hd_str
span(const struct hd_lintpattern *p, size_t i, size_t n)
{
	const struct hd_token *last = &p->tokens.v[i + n - 1];
	size_t at = p->tokens.v[i].at;

	return (struct hd_str){ p->text.p + at, last->at + last->n - at };
}

static void
short_words(struct hd_lintpattern *p)
{
	const struct hd_tokens *t = &p->tokens;
	struct hd_str s;
	size_t n;

	for (size_t i = 0; i < t->n; i++) {
		if (i > 0 && t->v[i - 1].kind != HD_TOKEN_BAR &&
		    t->v[i - 1].kind != HD_TOKEN_OPEN)
			continue;
		n = short_word(p, i);
		if (n == 0 || !hd_lint_open_left(t, i) ||
		    !hd_lint_open_right(t, i + n))
			continue;
		s = span(p, i, n);
		hd_lint_pattern_add(p, "R118", t->v[i].at, s.n,
		    "'%.*s' is found inside other words: write \\b%.*s\\b",
		    (int)s.n, s.p, (int)s.n, s.p);
	}
}

/* The whole pattern is characters: true unless it is no word of ours. */
static bool
literal(const struct hd_lintpattern *p)
{
	for (size_t i = 0; i < p->tokens.n; i++)
		if (!plain(p, i))
			return false;
	return p->tokens.n > 0;
}

void
hd_lint_pattern_words(struct hd_lintpattern *p)
{
	size_t n = p->tokens.n;
	bool left, right;

	if (!literal(p) || n <= SHORT_WORD) {
		short_words(p);
		return;
	}
	left = hd_lint_word_token(p, 0);
	right = hd_lint_word_token(p, n - 1);
	if (left || right)
		hd_lint_pattern_add(p, "R117", 0, p->text.n,
		    "a plain text, found inside other words too: write "
		    "%s%.*s%s",
		    left ? "\\b" : "", (int)p->text.n, p->text.p,
		    right ? "\\b" : "");
}
