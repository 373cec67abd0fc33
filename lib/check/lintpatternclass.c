/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes that hold something twice or by accident: R119 of lint.h. */
#include <string.h>

#include "base/utf8.h"
#include "check/lintpattern.h"

#define ITEMS_MAX 64

/* A character, a range of them, or (set) the letter of \d and the like. */
struct item {
	uint32_t from, to;
	bool set;
	size_t at, n; /* bytes of the pattern */
};

struct class {
	const char *p, *end, *text;
	struct item v[ITEMS_MAX];
	size_t n;
	bool lost; /* there is something that is not looked into */
};

/* One character or set; false: the class is given up. */
static bool
single(struct class *c, uint32_t *ch, bool *set)
{
	*set = false;
	c->p += hd_utf8_get(c->p, c->end, ch);
	if (*ch == '[' && c->p < c->end && strchr(":.=", *c->p) != NULL)
		return false;
	if (*ch != '\\')
		return true;
	if (c->p == c->end)
		return false;
	c->p += hd_utf8_get(c->p, c->end, ch);
	if (*ch >= 0x80 || strchr("dDwWsShHvV", (int)*ch) != NULL) {
		*set = *ch < 0x80;
		return true;
	}
	/* other letters: characters with arguments, which PCRE2 reads */
	return !hd_utf8_letter(*ch) || *ch == 'n' || *ch == 't';
}

static void
item(struct class *c)
{
	struct item *i = &c->v[c->n];
	bool set;

	i->at = (size_t)(c->p - c->text);
	c->lost = !single(c, &i->from, &i->set);
	i->to = i->from;
	if (!c->lost && !i->set && c->end - c->p > 1 && c->p[0] == '-') {
		c->p++;
		c->lost = !single(c, &i->to, &set) || set;
	}
	i->n = (size_t)(c->p - c->text) - i->at;
	c->n++;
}

static bool
digits(const struct item *i)
{
	return !i->set && i->from >= '0' && i->to <= '9';
}

static bool
overlap(const struct item *a, const struct item *b)
{
	if (a->set && b->set)
		return a->from == b->from;
	if (a->set)
		return (a->from == 'd' || a->from == 'w') && digits(b);
	if (b->set)
		return (b->from == 'd' || b->from == 'w') && digits(a);
	return a->from <= b->to && b->from <= a->to;
}

/* Letters of both cases, and the signs between them. */
static bool
across(const struct item *i)
{
	return !i->set && i->from >= 'A' && i->from <= 'Z' && i->to >= 'a' &&
	       i->to <= 'z';
}

static void class(struct hd_lintpattern *p, const struct hd_token *t)
{
	struct class c = { .p = p->text.p + t->at + 1,
		.end = p->text.p + t->at + t->n - 1,
		.text = p->text.p };
	const struct item *i;

	if (c.p < c.end && *c.p == '^')
		c.p++;
	while (c.p < c.end && !c.lost && c.n < ITEMS_MAX)
		item(&c);
	for (size_t k = 0; k < c.n && !c.lost; k++) {
		i = &c.v[k];
		if (across(i))
			hd_lint_pattern_add(p, "R119", i->at, i->n,
			    "'%.*s' holds [ \\ ] ^ _ ` as well: write a-z",
			    (int)i->n, p->text.p + i->at);
		for (size_t m = 0; m < k; m++)
			if (overlap(&c.v[m], i)) {
				hd_lint_pattern_add(p, "R119", i->at, i->n,
				    "'%.*s' is in the class already: drop it",
				    (int)i->n, p->text.p + i->at);
				return;
			}
	}
}

void
hd_lint_pattern_classes(struct hd_lintpattern *p)
{
	for (size_t i = 0; i < p->tokens.n; i++)
		if (p->tokens.v[i].kind == HD_TOKEN_CLASS)
			class(p, &p->tokens.v[i]);
}
