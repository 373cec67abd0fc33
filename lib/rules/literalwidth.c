/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many bytes the parts of a pattern can match: see literaltree.h. */
#include "rules/literaltree.h"

#define SHORT 2 /* characters that are no run yet */

static unsigned
cap(unsigned long n)
{
	return n < HD_FAR ? (unsigned)n : HD_FAR;
}

struct hd_litspan
hd_lit_behind(struct hd_litspan a, struct hd_litspan b)
{
	return (struct hd_litspan){ cap((unsigned long)a.lo + b.lo),
		cap((unsigned long)a.hi + b.hi),
		cap((unsigned long)a.runs + b.runs) };
}

/* Of a character in UTF-8. */
static unsigned
bytes(uint32_t c)
{
	return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static struct hd_litspan
either(struct hd_litspan a, struct hd_litspan b)
{
	return (struct hd_litspan){ a.lo < b.lo ? a.lo : b.lo,
		a.hi > b.hi ? a.hi : b.hi, a.runs > b.runs ? a.runs : b.runs };
}

static struct hd_litspan
chars(const struct hd_litnode *node)
{
	struct hd_litspan w = { HD_FAR, 0, 0 };
	unsigned n;

	for (size_t i = 0; i < node->nchars; i++) {
		n = bytes(node->chars[i]);
		w = either(w, (struct hd_litspan){ n, n, 0 });
	}
	return w;
}

static struct hd_litspan
children(const struct hd_litnode *node)
{
	const struct hd_litnode *n = node->child;
	struct hd_litspan w = { 0, 0, 0 };

	if (n != NULL && node->kind == HD_LIT_ALT)
		w = hd_lit_width(n);
	for (; n != NULL; n = n->next)
		w = node->kind == HD_LIT_ALT
			? either(w, hd_lit_width(n))
			: hd_lit_behind(w, hd_lit_width(n));
	return w;
}

static struct hd_litspan
repeat(const struct hd_litnode *node)
{
	const struct hd_litnode *child = node->child;
	struct hd_litspan w = hd_lit_width(child);

	w.lo = cap((unsigned long)w.lo * node->min);
	if (child->kind == HD_LIT_ANY && child->word && node->most > SHORT) {
		w.hi = 0;
		w.runs = 1;
	} else if (node->most < HD_FAR) {
		w.hi = cap((unsigned long)w.hi * node->most);
		w.runs = cap((unsigned long)w.runs * node->most);
	} else if (w.hi > 0 || w.runs > 0) {
		w.hi = HD_FAR;
	}
	return w;
}

struct hd_litspan
hd_lit_width(const struct hd_litnode *node)
{
	struct hd_litspan w = { 0, 0, 0 };

	switch (node->kind) {
	case HD_LIT_EMPTY:
	case HD_LIT_BOUND:
	case HD_LIT_AHEAD:
		break;
	case HD_LIT_CHAR:
		return chars(node);
	case HD_LIT_ANY:
		return (struct hd_litspan){ 1, node->most, 0 };
	case HD_LIT_CAT:
	case HD_LIT_ALT:
		return children(node);
	case HD_LIT_REPEAT:
		return repeat(node);
	}
	return w;
}
