/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hardly means what it says: R119 of lint.h, but for classes. */
#include <string.h>

#include "check/lintpattern.h"

static enum hd_token_kind
kind(const struct hd_lintpattern *p, size_t i)
{
	/* beside the pattern is the edge of a branch */
	return i < p->tokens.n ? p->tokens.v[i].kind : HD_TOKEN_BAR;
}

/*
 * A character, surely there, that is none of a word.  A blank is no mark: beside
 * it \b asks for a word, which may be meant.
 */
static bool
mark(const struct hd_lintpattern *p, size_t i)
{
	const struct hd_token *r;

	if (kind(p, i) != HD_TOKEN_CHAR || hd_lint_word_token(p, i) ||
	    p->tokens.v[i].c == ' ')
		return false;
	r = hd_token_repeat(&p->tokens, i);
	return r == NULL || r->min > 0;
}

/* \b with a mark at one side and no word at the other. */
static void
bound(struct hd_lintpattern *p, size_t i)
{
	size_t before = i - 1; /* of the first: none */
	struct hd_str c;

	if (mark(p, i + 1) &&
	    (hd_lint_open_left(&p->tokens, i) || mark(p, before))) {
		c = hd_lint_token(p, i + 1);
		hd_lint_pattern_add(p, "R119", p->tokens.v[i].at, 2 + c.n,
		    "\\b%.*s asks for a letter or digit before '%.*s': drop "
		    "the \\b",
		    (int)c.n, c.p, (int)c.n, c.p);
	} else if (mark(p, before) && hd_lint_open_right(&p->tokens, i + 1)) {
		c = hd_lint_token(p, before);
		hd_lint_pattern_add(p, "R119", p->tokens.v[before].at, c.n + 2,
		    "%.*s\\b asks for a letter or digit behind '%.*s': drop "
		    "the \\b",
		    (int)c.n, c.p, (int)c.n, c.p);
	}
}

static bool
ascii_alnum(const struct hd_lintpattern *p, size_t i)
{
	uint32_t c = kind(p, i) == HD_TOKEN_CHAR ? p->tokens.v[i].c : 0;

	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

static bool
digit(const struct hd_lintpattern *p, size_t i)
{
	return ascii_alnum(p, i) && p->tokens.v[i].c <= '9';
}

/* Letters and digits in a row, from i on in the direction. */
static size_t
run(const struct hd_lintpattern *p, size_t i, int direction)
{
	size_t n = 0;

	while (ascii_alnum(p, i)) {
		n++;
		i += (size_t)direction;
	}
	return n;
}

/*
 * A dot between letters or digits.  Short words around it are left alone:
 * don.t and e.mail mean any sign.
 */
static void
dot(struct hd_lintpattern *p, size_t i)
{
	size_t before = run(p, i - 1, -1), after = run(p, i + 1, 1);
	struct hd_str s;

	if (hd_token_repeat(&p->tokens, i) != NULL || before == 0 || after == 0)
		return;
	if (!(digit(p, i - 1) && digit(p, i + 1)) && (before < 3 || after < 2))
		return;
	if (after == 2 && (strchr("lrvLRV", (int)p->tokens.v[i + 1].c)))
		return; /* we.ll, they.re, could.ve */
	s.p = p->text.p + p->tokens.v[i - before].at;
	s.n = p->tokens.v[i + after].at + 1 - p->tokens.v[i - before].at;
	hd_lint_pattern_add(p, "R119", p->tokens.v[i].at, 1,
	    "'.' is any character in '%.*s': write \\.", (int)s.n, s.p);
}

/* (?i): all patterns ignore case. */
static void
option(struct hd_lintpattern *p, size_t i)
{
	struct hd_str s = hd_lint_token(p, i);

	for (size_t k = 2;
	     k < s.n && s.p[k] != '-' && s.p[k] != ')' && s.p[k] != ':'; k++)
		if (s.p[k] == 'i') {
			hd_lint_pattern_add(p, "R119", p->tokens.v[i].at, s.n,
			    "'%.*s' changes nothing: patterns ignore case, "
			    "and (?-i) is how they do not",
			    (int)s.n, s.p);
			return;
		}
}

/* Behind the branch that begins at token i. */
static size_t
branch_end(const struct hd_lintpattern *p, size_t i)
{
	while (i < p->tokens.n && kind(p, i) != HD_TOKEN_BAR &&
	       kind(p, i) != HD_TOKEN_CLOSE)
		i = hd_token_after(&p->tokens, i);
	return i;
}

static struct hd_str
text(const struct hd_lintpattern *p, size_t from, size_t to)
{
	size_t at = p->tokens.v[from].at;
	size_t end = to < p->tokens.n ? p->tokens.v[to].at : p->text.n;

	return (struct hd_str){ p->text.p + at, end - at };
}

/* Is the branch from..to one of those between first and it? */
static bool
seen(const struct hd_lintpattern *p, size_t first, size_t from, size_t to)
{
	struct hd_str branch = text(p, from, to);
	size_t end;

	for (size_t i = first; i < from; i = end + 1) {
		end = branch_end(p, i);
		if (hd_str_same(text(p, i, end), branch))
			return true;
	}
	return false;
}

/* Branches of the group, or the pattern, whose first token is `first`. */
static void
branches(struct hd_lintpattern *p, size_t first)
{
	struct hd_str s;
	size_t end;

	for (size_t i = first; i < p->tokens.n; i = end + 1) {
		end = branch_end(p, i);
		if (end > i && seen(p, first, i, end)) {
			s = text(p, i, end);
			hd_lint_pattern_add(p, "R119", p->tokens.v[i].at, s.n,
			    "'%.*s' is there twice: drop one", (int)s.n, s.p);
		}
		if (kind(p, end) != HD_TOKEN_BAR)
			break;
	}
}

void
hd_lint_pattern_odd(struct hd_lintpattern *p)
{
	branches(p, 0);
	for (size_t i = 0; i < p->tokens.n; i++)
		switch (p->tokens.v[i].kind) {
		case HD_TOKEN_BOUND:
			bound(p, i);
			break;
		case HD_TOKEN_DOT:
			dot(p, i);
			break;
		case HD_TOKEN_OPEN:
			if (!hd_str_starts(hd_lint_token(p, i), "(?<") &&
			    !hd_str_starts(hd_lint_token(p, i), "(?P") &&
			    !hd_str_starts(hd_lint_token(p, i), "(?'") &&
			    hd_str_starts(hd_lint_token(p, i), "(?"))
				option(p, i);
			branches(p, i + 1);
			break;
		case HD_TOKEN_OPTION:
			option(p, i);
			break;
		default:
			break;
		}
}
