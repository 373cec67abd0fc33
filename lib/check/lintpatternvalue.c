/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What other languages write around a value and is part of it here, where the
 * value is the rest of the line: R104.  And capitals where there are none:
 * R122.
 */
#include <string.h>

#include "base/utf8.h"
#include "check/lintpattern.h"

static bool
among(struct hd_str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (hd_str_eq(s, words[i]))
			return true;
	return false;
}

static bool
joins(struct hd_str s)
{
	static const char *const words[] = { "and", "or", "unless", "&&",
		"||" };

	return among(s, words, sizeof(words) / sizeof(words[0]));
}

static bool
compares(struct hd_str s)
{
	static const char *const words[] = { "~", "!~", "=", "!=", "==", "<",
		"<=", ">", ">=" };

	return among(s, words, sizeof(words) / sizeof(words[0]));
}

static bool
has_name(const struct hd_ruleset *rs, struct hd_str s)
{
	for (size_t i = 0; i < rs->ndims; i++)
		if (hd_str_eq(s, rs->dims[i].name))
			return true;
	for (size_t i = 0; i < rs->nfields; i++)
		if (hd_str_eq(s, rs->fields[i].name))
			return true;
	return hd_fact_find(s) != NULL;
}

/* "and account.arr > 5" in it: where that begins; its end: nowhere. */
static size_t
second(const struct hd_ruleset *rs, struct hd_str s)
{
	struct hd_str rest = s, word, name = { "", 0 }, joint = { "", 0 };

	while (hd_str_split(&rest, ' ', &word)) {
		if (word.n == 0)
			continue;
		if (joins(joint) && compares(word) && has_name(rs, name))
			return (size_t)(joint.p - s.p);
		joint = name;
		name = word;
	}
	return s.n;
}

static void
quotes(struct hd_lintpattern *p, bool pattern)
{
	struct hd_str s = p->text;

	if (s.n > 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		hd_lint_pattern_add(p, "R104", 0, s.n,
		    "the quotes are part of the %s: write it without%s",
		    pattern ? "pattern" : "value",
		    pattern ? "; write \\\" for quotes that are meant" : "");
}

/* As in /refund/i; of strings, such as the path of a page, with flags only. */
static void
slashes(struct hd_lintpattern *p)
{
	struct hd_str s = p->text;
	bool text = p->rs->fields[p->cond->index].type == HD_FT_TEXT;
	size_t end = s.n;

	while (end > 0 && strchr("gimsx", s.p[end - 1]) != NULL)
		end--;
	if (end < 3 || s.p[0] != '/' || s.p[end - 1] != '/' ||
	    s.p[end - 2] == '\\' || (end == s.n && !text))
		return;
	hd_lint_pattern_add(p, "R104", 0, s.n,
	    "the slashes are part of the pattern: write what is between them; "
	    "it matches in any case");
}

static void
commas(struct hd_lintpattern *p)
{
	const char *comma = hd_str_find(p->text, ",");
	size_t at;

	if (p->cond->var != HD_VAR_FIELD || comma == NULL ||
	    (p->cond->op != HD_OP_EQ && p->cond->op != HD_OP_NE))
		return;
	at = (size_t)(comma - p->text.p);
	hd_lint_pattern_add(p, "R104", at, p->text.n - at,
	    "'%.*s' is part of the value: write 'in' for one of several",
	    (int)(p->text.n - at), comma);
}

static bool
has_capital(struct hd_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			return true;
	return false;
}

/* What the view and the import write in small letters. */
static void
capitals(struct hd_lintpattern *p)
{
	static const char *const names[] = { "account.plan", "account.health" };
	struct hd_buf small = HD_BUF_INIT;

	if (!among(p->cond->name, names, 2) || !has_capital(p->text) ||
	    (p->cond->op != HD_OP_EQ && p->cond->op != HD_OP_NE &&
		p->cond->op != HD_OP_IN))
		return;
	hd_utf8_lower(&small, p->text);
	hd_lint_pattern_add(p, "R122", 0, p->text.n,
	    "'%.*s' is always in lower case: write '%s'", (int)p->cond->name.n,
	    p->cond->name.p, hd_buf_cstr(&small));
	hd_buf_release(&small);
}

void
hd_lint_pattern_value(struct hd_lintpattern *p, bool pattern)
{
	size_t at = second(p->rs, p->text);

	if (at < p->text.n) {
		hd_lint_pattern_add(p, "R104", at, p->text.n - at,
		    "'%.*s' is part of the %s: a second condition has a line "
		    "of its own",
		    (int)(p->text.n - at), p->text.p + at,
		    pattern ? "pattern" : "value");
		return;
	}
	quotes(p, pattern);
	if (pattern) {
		slashes(p);
		return;
	}
	commas(p);
	capitals(p);
}
