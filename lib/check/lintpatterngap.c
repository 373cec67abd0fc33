/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaps without an end: R115 of lint.h. */
#include "check/lintpattern.h"

/* Where a token stands. */
struct place {
	size_t depth; /* of groups */
	size_t looks; /* of lookarounds among them */
};

static void
enter(const struct hd_tokens *t, size_t i, struct place *at)
{
	const struct hd_token *v = &t->v[i];

	if (v->kind == HD_TOKEN_OPEN) {
		at->depth++;
		at->looks += hd_token_looks(v);
	} else if (v->kind == HD_TOKEN_CLOSE && v->mate < t->n) {
		at->depth--;
		at->looks -= hd_token_looks(&t->v[v->mate]);
	}
}

/* Is token i an edge of its branch, or beside ^ or $ at one? */
static bool
begins(const struct hd_tokens *t, size_t i)
{
	if (i > 0 && t->v[i - 1].kind == HD_TOKEN_EDGE)
		i--;
	return i == 0 || t->v[i - 1].kind == HD_TOKEN_BAR;
}

static bool
ends(const struct hd_tokens *t, size_t i)
{
	if (i < t->n && t->v[i].kind == HD_TOKEN_EDGE)
		i++;
	return i == t->n || t->v[i].kind == HD_TOKEN_BAR;
}

static void
gap(struct hd_lintpattern *p, size_t i, const struct hd_token *r, size_t depth)
{
	const struct hd_token *t = &p->tokens.v[i];
	size_t n = r->at + r->n - t->at;
	bool first = depth == 0 && begins(&p->tokens, i);
	bool last = depth == 0 && ends(&p->tokens, i + 2);

	if (first && last) /* matches every text: R111, R156 */
		return;
	if (first || last)
		hd_lint_pattern_add(p, "R115", t->at, n,
		    "%s '%.*s' changes nothing but the work: drop it",
		    first ? "leading" : "trailing", (int)n, p->text.p + t->at);
	else
		hd_lint_pattern_add(p, "R115", t->at, n,
		    "'%.*s' between words spans a whole line: write "
		    ".{%u,40}",
		    (int)n, p->text.p + t->at, r->min);
}

void
hd_lint_pattern_gaps(struct hd_lintpattern *p)
{
	struct place at = { 0, 0 };
	const struct hd_token *r;

	for (size_t i = 0; i < p->tokens.n; i++) {
		enter(&p->tokens, i, &at);
		if (p->tokens.v[i].kind != HD_TOKEN_DOT || at.looks > 0)
			continue;
		r = hd_token_repeat(&p->tokens, i);
		if (r == NULL || r->max != HD_TOKEN_MANY || r->min > 1)
			continue;
		/* .+ at an edge asks for a character there */
		if (r->min == 1 && at.depth == 0 &&
		    (begins(&p->tokens, i) || ends(&p->tokens, i + 2)))
			continue;
		gap(p, i, r, at.depth);
	}
}
