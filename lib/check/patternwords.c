/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text out of a pattern: letters as they stand, one branch of each choice,
 * nothing of what may be missing.  It knows the common half of the syntax; who
 * asks tries what comes out.
 */
#include <string.h>

#include "check/suggest.h"

#define DEPTH 32

struct reader {
	const char *p;
	size_t attempt;
	int depth;
};

static void choice(struct reader *r, struct hd_buf *b);

/* What \x stands for, '\0': nothing. */
static char
escaped(char c)
{
	if (c == '\0' || strchr("bBAzZGKQE", c) != NULL)
		return '\0';
	switch (c) {
	case 'd':
		return '1';
	case 'w':
		return 'a';
	case 's':
	case 'h':
	case 'R':
	case 'n':
		return ' ';
	default:
		return c;
	}
}

/* [abc], the first of it; of a negated one a letter that is seldom in any. */
static void
set(struct reader *r, struct hd_buf *b)
{
	const char *p = r->p + 1;
	bool not = *p == '^';
	char c;

	p += not ;
	c = *p == '\\' ? escaped(p[1]) : *p;
	while (*p != '\0' && *p != ']')
		p += *p == '\\' && p[1] != '\0' ? 2 : 1;
	if (not )
		c = 'q';
	if (c != '\0')
		hd_buf_addc(b, c);
	r->p = *p == ']' ? p + 1 : p;
}

static void
group(struct reader *r, struct hd_buf *b)
{
	struct hd_buf unused = HD_BUF_INIT;
	bool look = false;

	r->p++;
	if (*r->p == '?') {
		look = r->p[1] == '=' || r->p[1] == '!' ||
		       (r->p[1] == '<' && (r->p[2] == '=' || r->p[2] == '!'));
		while (*r->p != '\0' && strchr(":=!>)", *r->p) == NULL)
			r->p++;
		if (*r->p != '\0' && *r->p != ')')
			r->p++;
	}
	choice(r, look ? &unused : b);
	hd_buf_release(&unused);
	if (*r->p == ')')
		r->p++;
}

static void
atom(struct reader *r, struct hd_buf *b)
{
	char c = *r->p;

	if (c == '(' && r->depth < DEPTH) {
		r->depth++;
		group(r, b);
		r->depth--;
		return;
	}
	if (c == '[') {
		set(r, b);
		return;
	}
	if (c == '\\') {
		c = escaped(r->p[1]);
		if (c != '\0')
			hd_buf_addc(b, c);
		r->p += r->p[1] != '\0' ? 2 : 1;
		return;
	}
	if (strchr("^$", c) == NULL)
		hd_buf_addc(b, c == '.' ? ' ' : c);
	r->p++;
}

/* How often the atom that begins at byte `from' of b is wanted. */
static void
repeat(struct reader *r, struct hd_buf *b, size_t from)
{
	size_t n = b->n - from, times = 1;

	if (*r->p == '*' || *r->p == '?') {
		times = r->attempt % 2 == 1 && *r->p == '?';
		r->p++;
	} else if (*r->p == '+') {
		r->p++;
	} else if (*r->p == '{') {
		times = 0;
		while (*++r->p >= '0' && *r->p <= '9' && times < 100)
			times = times * 10 + (size_t)(*r->p - '0');
		while (*r->p != '\0' && *r->p++ != '}')
			;
	} else {
		return;
	}
	if (*r->p == '?' || *r->p == '+')
		r->p++;
	if (times == 0)
		b->n = from;
	for (; times > 1 && n > 0 && b->n < 1000; times--)
		for (size_t i = 0; i < n; i++)
			hd_buf_addc(b, b->s[from + i]);
}

/* One branch, up to | or ). */
static void
branch(struct reader *r, struct hd_buf *b)
{
	size_t from;

	while (*r->p != '\0' && *r->p != '|' && *r->p != ')') {
		from = b->n;
		atom(r, b);
		repeat(r, b, from);
	}
}

/* Of a|b|c the branch that the attempt says, else the last. */
static void
choice(struct reader *r, struct hd_buf *b)
{
	size_t from, want = r->attempt / 2;

	for (size_t i = 0;; i++) {
		from = b->n;
		branch(r, b);
		if (i > want || (i < want && *r->p == '|'))
			b->n = from;
		if (*r->p != '|')
			return;
		r->p++;
	}
}

void
hd_pattern_words(const char *pattern, size_t attempt, struct hd_buf *b)
{
	struct reader r = { pattern, attempt, 0 };

	choice(&r, b);
	/* what was taken back stands behind the end */
	hd_buf_add(b, "", 0);
}
