/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting patterns: see patterntoken.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "rules/patterntoken.h"
#include "rules/tokenread.h"

bool
hd_token_next_is(const struct hd_tokenread *r, const char *s)
{
	size_t n = strlen(s);

	return (size_t)(r->end - r->p) >= n && memcmp(r->p, s, n) == 0;
}

bool
hd_token_skip(struct hd_tokenread *r, const char *s)
{
	if (!hd_token_next_is(r, s))
		return false;
	r->p += strlen(s);
	return true;
}

void
hd_token_to(struct hd_tokenread *r, char close)
{
	while (r->p < r->end && *r->p != close)
		r->p++;
	if (r->p < r->end)
		r->p++;
}

/* "[:alpha:]" within a class. */
static bool
posix_name(struct hd_tokenread *r)
{
	const char *p = r->p + 1, *end;

	if (r->end - r->p < 4 || strchr(":.=", *p) == NULL)
		return false;
	for (end = p + 1; end + 1 < r->end && *end != ']'; end++)
		if (end[0] == *p && end[1] == ']') {
			r->p = end + 2;
			return true;
		}
	return false;
}

static void class(struct hd_tokenread *r, struct hd_token *t)
{
	bool first = true, quoted = false;

	t->kind = HD_TOKEN_CLASS;
	(void)hd_token_skip(r, "^");
	for (; r->p < r->end; first = false) {
		if (quoted) {
			quoted = !hd_token_skip(r, "\\E");
			r->p += quoted;
		} else if (*r->p == ']' && !first) {
			r->p++;
			return;
		} else if (hd_token_skip(r, "\\Q")) {
			quoted = true;
		} else if (*r->p == '\\') {
			r->p += r->end - r->p < 2 ? 1 : 2;
		} else if (*r->p != '[' || !posix_name(r)) {
			r->p++;
		}
	}
}

static bool
number(const char **p, const char *end, unsigned *n)
{
	const char *from = *p;

	*n = 0;
	for (; *p < end && **p >= '0' && **p <= '9'; (*p)++)
		*n = *n < 100000 ? *n * 10 + (unsigned)(**p - '0') : *n;
	return *p > from;
}

/* {2}, {2,} or {2,5}; any other brace is a character. */
static bool
braces(struct hd_tokenread *r, struct hd_token *t)
{
	const char *p = r->p;

	if (!number(&p, r->end, &t->min))
		return false;
	t->max = t->min;
	if (p < r->end && *p == ',') {
		p++;
		if (!number(&p, r->end, &t->max))
			t->max = HD_TOKEN_MANY;
	}
	if (p == r->end || *p != '}')
		return false;
	r->p = p + 1;
	return true;
}

static bool
repeat(struct hd_tokenread *r, struct hd_token *t, uint32_t c)
{
	t->min = c == '+';
	t->max = c == '?' ? 1 : HD_TOKEN_MANY;
	if (c != '*' && c != '+' && c != '?' && (c != '{' || !braces(r, t)))
		return false;
	t->kind = HD_TOKEN_REPEAT;
	if (!hd_token_skip(r, "?"))
		(void)hd_token_skip(r, "+");
	return true;
}

static void
token(struct hd_tokenread *r, struct hd_token *t)
{
	r->p += hd_utf8_get(r->p, r->end, &t->c);
	t->kind = HD_TOKEN_CHAR;
	switch (t->c) {
	case '\\':
		hd_token_escape(r, t);
		break;
	case '[':
		class(r, t);
		break;
	case '(':
		hd_token_group(r, t);
		break;
	case ')':
		t->kind = HD_TOKEN_CLOSE;
		break;
	case '|':
		t->kind = HD_TOKEN_BAR;
		break;
	case '.':
		t->kind = HD_TOKEN_DOT;
		break;
	case '^':
	case '$':
		t->kind = HD_TOKEN_EDGE;
		break;
	default:
		(void)repeat(r, t, t->c);
	}
}

/* Quoted by \Q: characters as they stand, to \E. */
static void
quoted(struct hd_tokenread *r, struct hd_token *t)
{
	t->kind = HD_TOKEN_CHAR;
	if (hd_token_skip(r, "\\E")) {
		r->quoted = false;
		t->kind = HD_TOKEN_NOTHING;
		return;
	}
	r->p += hd_utf8_get(r->p, r->end, &t->c);
}

static void
pair(struct hd_tokens *ts)
{
	size_t *open = hd_xcalloc(ts->n + 1, sizeof(*open)), depth = 0;

	for (size_t i = 0; i < ts->n; i++) {
		ts->v[i].mate = ts->n;
		if (ts->v[i].kind == HD_TOKEN_OPEN) {
			open[depth++] = i;
		} else if (ts->v[i].kind == HD_TOKEN_CLOSE && depth > 0) {
			ts->v[i].mate = open[--depth];
			ts->v[open[depth]].mate = i;
		}
	}
	free(open);
}

void
hd_tokens_read(struct hd_tokens *ts, struct hd_str pattern)
{
	struct hd_tokenread r = { pattern.p, pattern.p + pattern.n, false };
	struct hd_token *t;

	ts->n = 0;
	ts->extended = false;
	while (r.p < r.end) {
		ts->v = hd_grow(ts->v, &ts->cap, ts->n + 1, sizeof(*ts->v));
		t = &ts->v[ts->n++];
		*t = (struct hd_token){ .at = (size_t)(r.p - pattern.p) };
		if (r.quoted)
			quoted(&r, t);
		else
			token(&r, t);
		t->n = (size_t)(r.p - pattern.p) - t->at;
		ts->extended = ts->extended || t->ignores_blanks;
	}
	pair(ts);
}

void
hd_tokens_release(struct hd_tokens *t)
{
	free(t->v);
	*t = (struct hd_tokens)HD_TOKENS_INIT;
}

bool
hd_token_looks(const struct hd_token *t)
{
	return t->kind == HD_TOKEN_OPEN && t->group >= HD_GROUP_AHEAD &&
	       t->group <= HD_GROUP_NOT_BEHIND;
}

size_t
hd_token_after(const struct hd_tokens *t, size_t i)
{
	if (t->v[i].kind != HD_TOKEN_OPEN)
		return i + 1;
	return t->v[i].mate < t->n ? t->v[i].mate + 1 : t->n;
}

const struct hd_token *
hd_token_repeat(const struct hd_tokens *t, size_t i)
{
	size_t after = hd_token_after(t, i);

	if (after >= t->n || t->v[after].kind != HD_TOKEN_REPEAT)
		return NULL;
	return &t->v[after];
}
