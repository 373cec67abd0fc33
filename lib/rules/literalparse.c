/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading patterns for their literals: see literaltree.h.  It knows the parts
 * of PCRE2's syntax that rules use; at the first thing it does not know the
 * whole pattern counts as not understood, so that nothing is ever guessed.
 */
#include <string.h>

#include "rules/literal.h"
#include "rules/literaltree.h"

#define DEPTH_MAX 64
#define UTF8_MAX  4 /* bytes of a character */

static struct hd_litnode *parse_alt(struct hd_litparse *p);

struct hd_litnode *
hd_lit_node(struct hd_litparse *p, enum hd_lit_kind kind)
{
	struct hd_litnode *n = hd_arena_alloc(p->arena, sizeof(*n));

	memset(n, 0, sizeof(*n));
	n->kind = kind;
	n->most = UTF8_MAX;
	return n;
}

struct hd_litnode *
hd_lit_char(struct hd_litparse *p, uint32_t c)
{
	struct hd_litnode *n = hd_lit_node(p, HD_LIT_CHAR);

	n->nchars = 1;
	if (!hd_fold_char(c, &n->chars[0]))
		n->kind = HD_LIT_ANY;
	return n;
}

/* Go on behind s if it is next. */
static bool
skip(struct hd_litparse *p, const char *s)
{
	size_t n = strlen(s);

	if ((size_t)(p->end - p->p) < n || memcmp(p->p, s, n) != 0)
		return false;
	p->p += n;
	return true;
}

/* Behind the name of a group, which ends at `close`. */
static void
skip_name(struct hd_litparse *p, char close)
{
	/* "(?<*" is no name, so not everything is skipped */
	while (p->p < p->end && *p->p != close && *p->p != '*')
		p->p++;
	if (p->p < p->end && *p->p == close)
		p->p++;
	else
		p->lost = true;
}

/*
 * The letters of "(?i)" or "(?i:": those that make matches fewer, or the same
 * ones in other groups.  true when a group follows.
 */
static bool
options(struct hd_litparse *p)
{
	while (
	    p->p < p->end && strchr("imsnUJ-^", *p->p) != NULL && *p->p != '\0')
		p->p++;
	if (skip(p, ":"))
		return true;
	p->lost = p->lost || !skip(p, ")");
	return false;
}

/* What follows a '(': a node, or NULL for a setting. */
static struct hd_litnode *
parse_group(struct hd_litparse *p)
{
	enum {
		PLAIN,
		AHEAD,
		AROUND
	} what = PLAIN;
	struct hd_litnode *n, *inner;

	if (p->p < p->end && *p->p == '*')
		p->lost = true;
	if (skip(p, "?")) {
		if (skip(p, "="))
			what = AHEAD;
		else if (skip(p, "!") || skip(p, "<=") || skip(p, "<!"))
			what = AROUND;
		else if (skip(p, "<") || skip(p, "P<"))
			skip_name(p, '>');
		else if (skip(p, "'"))
			skip_name(p, '\'');
		else if (!skip(p, "|") && !skip(p, ">") && !options(p))
			return NULL;
	}
	inner = parse_alt(p);
	p->lost = p->lost || !skip(p, ")");
	if (what == PLAIN)
		return inner;
	n = hd_lit_node(p, what == AHEAD ? HD_LIT_AHEAD : HD_LIT_EMPTY);
	n->child = inner;
	return n;
}

#define NONE (HD_FAR + 1)

/* HD_FAR and more are HD_FAR. */
static unsigned
number(struct hd_litparse *p, unsigned none)
{
	unsigned n = 0;

	if (p->p == p->end || *p->p < '0' || *p->p > '9')
		return none;
	for (; p->p < p->end && *p->p >= '0' && *p->p <= '9'; p->p++)
		n = n < HD_FAR ? 10 * n + (unsigned)(*p->p - '0') : n;
	return n < HD_FAR ? n : HD_FAR;
}

/* {n}, {n,} or {n,m}; others are literal in one version of PCRE2 only. */
static bool
braces(struct hd_litparse *p, unsigned *min, unsigned *max)
{
	*min = number(p, NONE);
	*max = skip(p, ",") ? number(p, HD_FAR) : *min;
	p->lost = p->lost || *min == NONE || !skip(p, "}");
	return true;
}

static bool
quantifier(struct hd_litparse *p, unsigned *min, unsigned *max)
{
	*min = 0;
	*max = HD_FAR;
	if (skip(p, "*"))
		return true;
	if (skip(p, "{"))
		return braces(p, min, max);
	if (skip(p, "?")) {
		*max = 1;
		return true;
	}
	*min = 1;
	return skip(p, "+");
}

static struct hd_litnode *
repeated(struct hd_litparse *p, struct hd_litnode *atom)
{
	struct hd_litnode *n;
	unsigned min, max;

	if (!quantifier(p, &min, &max))
		return atom;
	if (!skip(p, "?"))
		(void)skip(p, "+");
	n = hd_lit_node(p, HD_LIT_REPEAT);
	n->child = atom;
	n->min = min < 2 ? min : 2;
	n->max = max < 2 ? max : 2;
	n->most = max;
	return n;
}

static struct hd_litnode *
parse_atom(struct hd_litparse *p)
{
	uint32_t c = hd_lit_next(p);

	switch (c) {
	case '(':
		return parse_group(p);
	case '[':
		return hd_lit_class(p);
	case '\\':
		return hd_lit_escape(p);
	case '.':
		return hd_lit_node(p, HD_LIT_ANY);
	case '^':
	case '$':
		return hd_lit_node(p, HD_LIT_EMPTY);
	case '*':
	case '+':
	case '?':
	case '{':
		/* a quantifier of nothing: PCRE2 knows what it means */
		p->lost = true;
		return NULL;
	default:
		return hd_lit_char(p, c);
	}
}

static struct hd_litnode *
parse_cat(struct hd_litparse *p)
{
	struct hd_litnode *n = hd_lit_node(p, HD_LIT_CAT), **tail = &n->child;
	struct hd_litnode *atom;

	while (!p->lost && p->p < p->end && *p->p != '|' && *p->p != ')') {
		atom = parse_atom(p);
		if (atom == NULL || p->lost)
			continue;
		*tail = repeated(p, atom);
		tail = &(*tail)->next;
	}
	return n;
}

static struct hd_litnode *
parse_alt(struct hd_litparse *p)
{
	struct hd_litnode *n = hd_lit_node(p, HD_LIT_ALT), **tail = &n->child;

	if (++p->depth > DEPTH_MAX)
		p->lost = true;
	do {
		*tail = parse_cat(p);
		tail = &(*tail)->next;
	} while (!p->lost && skip(p, "|"));
	p->depth--;
	return n->child->next == NULL ? n->child : n;
}

struct hd_litnode *
hd_lit_parse(struct hd_arena *arena, struct hd_str pattern)
{
	struct hd_litparse p = { pattern.p, pattern.p + pattern.n, arena, 0,
		false };
	struct hd_litnode *n = parse_alt(&p);

	return p.lost || p.p < p.end ? NULL : n;
}
