/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escapes and character classes of patterns: see literaltree.h. */
#include <string.h>

#include "base/utf8.h"
#include "rules/literal.h"
#include "rules/literaltree.h"

uint32_t
hd_lit_next(struct hd_litparse *p)
{
	uint32_t c;

	p->p += hd_utf8_get(p->p, p->end, &c);
	return c;
}

/* Escapes that are one control character; 0: another. */
static uint32_t
control(uint32_t c)
{
	static const char names[] = "ntrfae", values[] = "\n\t\r\f\a\x1b";
	const char *at = c < 0x80 && c != 0 ? strchr(names, (int)c) : NULL;

	return at != NULL ? (uint32_t)values[at - names] : 0;
}

/* Go on behind the '}' of an argument. */
static void
skip_braces(struct hd_litparse *p)
{
	while (p->p < p->end && *p->p != '}')
		p->p++;
	if (p->p < p->end)
		p->p++;
	else
		p->lost = true;
}

static bool
hex_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	       (c >= 'A' && c <= 'F');
}

/* Behind the argument of \x, \p or \P. */
static void
skip_argument(struct hd_litparse *p, uint32_t c)
{
	if (p->p < p->end && *p->p == '{') {
		skip_braces(p);
		return;
	}
	if (c != 'x') {
		if (p->p < p->end)
			p->p++;
		return;
	}
	for (int i = 0; i < 2 && p->p < p->end && hex_digit(*p->p); i++)
		p->p++;
}

static bool
alnum(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

static bool
is_in(uint32_t c, const char *set)
{
	return c < 0x80 && c != 0 && strchr(set, (int)c) != NULL;
}

struct hd_litnode *
hd_lit_escape(struct hd_litparse *p)
{
	struct hd_litnode *n;
	uint32_t c;

	if (p->p == p->end || (unsigned char)*p->p >= 0x80) {
		p->lost = true;
		return NULL;
	}
	c = hd_lit_next(p);
	if (!alnum(c))
		return hd_lit_char(p, c);
	if (control(c) != 0)
		return hd_lit_char(p, control(c));
	if (c == 'b')
		return hd_lit_node(p, HD_LIT_BOUND);
	if (is_in(c, "BAzZ"))
		return hd_lit_node(p, HD_LIT_EMPTY);
	if (is_in(c, "xpP"))
		skip_argument(p, c);
	else if (!is_in(c, "dDwWsShHvVRXN"))
		p->lost = true;
	if (c == 'N' && p->p < p->end && *p->p == '{')
		p->lost = true;
	n = hd_lit_node(p, HD_LIT_ANY);
	n->word = c == 'w' || c == 'd';
	if (c == 'X')
		n->most = HD_FAR; /* a letter and all its marks */
	return n;
}

/* A class as it is read. */
struct class {
	struct hd_litnode *node;
	bool any; /* too many characters, or some that are not known */
};

static void
add_char(struct class *c, uint32_t ch)
{
	struct hd_litnode *n = c->node;
	uint32_t folded;

	if (!hd_fold_char(ch, &folded)) {
		c->any = true;
		return;
	}
	for (size_t i = 0; i < n->nchars; i++)
		if (n->chars[i] == folded)
			return;
	if (n->nchars == HD_LIT_CHARS)
		c->any = true;
	else
		n->chars[n->nchars++] = folded;
}

/* A member that may begin or end a range: true with *ch, else it is a set. */
static bool
member(struct hd_litparse *p, struct class *c, uint32_t *ch)
{
	*ch = hd_lit_next(p);
	if (*ch == '[' && p->p < p->end && is_in((unsigned char)*p->p, ":.="))
		p->lost = true;
	if (*ch != '\\')
		return true;
	if (p->p == p->end || (unsigned char)*p->p >= 0x80) {
		p->lost = true;
		return false;
	}
	*ch = hd_lit_next(p);
	if (!alnum(*ch))
		return true;
	if (control(*ch) != 0) {
		*ch = control(*ch);
		return true;
	}
	c->any = true;
	if (is_in(*ch, "xpP"))
		skip_argument(p, *ch);
	else if (!is_in(*ch, "bdDwWsShHvV"))
		p->lost = true;
	return false;
}

static void
add_range(struct class *c, uint32_t from, uint32_t to)
{
	if (to < from || to - from > 2 * HD_LIT_CHARS) {
		c->any = true;
		return;
	}
	for (uint32_t ch = from; ch <= to && !c->any; ch++)
		add_char(c, ch);
}

/* One member, or a range, or a set and what may look like a range. */
static void
class_item(struct hd_litparse *p, struct class *c)
{
	uint32_t from, to;

	if (!member(p, c, &from))
		return;
	if (p->end - p->p < 2 || p->p[0] != '-' || p->p[1] == ']') {
		add_char(c, from);
		return;
	}
	p->p++;
	if (member(p, c, &to))
		add_range(c, from, to);
	else
		c->any = true;
}

struct hd_litnode *
hd_lit_class(struct hd_litparse *p)
{
	struct class c = { hd_lit_node(p, HD_LIT_CHAR), false };
	bool first = true;

	if (p->p < p->end && *p->p == '^') {
		c.any = true;
		p->p++;
	}
	while (!p->lost && p->p < p->end && (first || *p->p != ']')) {
		first = false;
		class_item(p, &c);
	}
	if (p->p == p->end)
		p->lost = true;
	else
		p->p++;
	if (c.any)
		c.node->kind = HD_LIT_ANY;
	return c.node;
}
