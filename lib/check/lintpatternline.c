/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What costs, what only newer versions have (R11A, R11B), and what is at the
 * end of a pattern's line (R104 of lint.h).
 */
#include "base/utf8.h"
#include "check/lintpattern.h"
#include "rules/patterninfo.h"

/* Why it is a finding, NULL: it is none. */
static const char *
costly(enum hd_token_kind kind)
{
	switch (kind) {
	case HD_TOKEN_BACKREF:
		return "a back reference";
	case HD_TOKEN_CALL:
		return "a recursion";
	case HD_TOKEN_VERB:
		return "a verb";
	case HD_TOKEN_CALLOUT:
		return "a callout";
	default:
		return NULL;
	}
}

void
hd_lint_pattern_features(struct hd_lintpattern *p)
{
	struct hd_newer newer;
	const char *what;

	for (size_t i = 0; i < p->tokens.n; i++) {
		what = costly(p->tokens.v[i].kind);
		if (what == NULL)
			continue;
		hd_lint_pattern_add(p, "R11A", p->tokens.v[i].at,
		    p->tokens.v[i].n,
		    "'%.*s' is %s: no prefilter and no proof sees through it; "
		    "write out what it stands for",
		    (int)p->tokens.v[i].n, p->text.p + p->tokens.v[i].at, what);
		break;
	}
	if (hd_pattern_newer(p->text, &newer))
		hd_lint_pattern_add(p, "R11B", newer.at, newer.n,
		    "%s: write %s", newer.what, newer.instead);
}

/* The line of a place, without its line feed. */
static struct hd_str
line(const struct hd_ruleset *rs, struct hd_pos pos)
{
	const struct hd_rulefile *f = &rs->files[pos.file];
	struct hd_str text = { f->text, f->len }, s = { "", 0 };

	for (size_t i = 0; i < pos.line && hd_str_split(&text, '\n', &s); i++)
		;
	return s;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Where something begins that looks like a comment; its end: there is none. */
static size_t
comment(struct hd_str s)
{
	for (size_t i = 0; i + 3 < s.n; i++)
		if (blank(s.p[i]) && s.p[i + 1] == '#' && blank(s.p[i + 2]) &&
		    ascii_letter(s.p[i + 3]))
			return i + 1;
	return s.n;
}

void
hd_lint_pattern_line(struct hd_lintpattern *p, bool pattern)
{
	struct hd_str all = line(p->rs, p->cond->arg_pos);
	size_t i = comment(p->text);

	if (pattern && all.n > 0 && blank(all.p[all.n - 1]))
		hd_lint_pattern_add(p, "R104", p->text.n, 0,
		    "the blank at the end is not part of the pattern: remove "
		    "it, or write [ ] for one that is");
	if (i < p->text.n && !p->tokens.extended)
		hd_lint_pattern_add(p, "R104", i, p->text.n - i,
		    "'%.*s' is part of the %s: a comment has a line of its "
		    "own%s",
		    (int)(p->text.n - i), p->text.p + i,
		    pattern ? "pattern" : "value",
		    pattern ? "; write \\# for a sign that is meant" : "");
}
