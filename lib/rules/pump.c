/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts for a pattern: see pump.h.  The pattern is walked as it would match,
 * and at each repeat what was made so far is the prefix and what is repeated
 * the pump.  A second and third walk take other branches and other characters.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "rules/patterntoken.h"
#include "rules/pumpchar.h"

#define VARIANTS  3
#define LONG	  ((unsigned)10) /* times that are many */
#define TIMES_MAX ((unsigned)8)
#define DEPTH_MAX 60
#define EACH_CHAR ((size_t)6) /* characters tried of a class that is repeated */

/* One walk. */
struct walk {
	struct hd_pumps *to;
	const struct hd_tokens *tokens;
	struct hd_pumpchars *chars; /* by token */
	struct hd_buf out;
	struct hd_buf group; /* what the last group matched */
	size_t variant;
	unsigned depth;
};

static const char *const generic[] = {
	"a",
	"0",
	" ",
	"a ",
	"a.",
	"-",
	".",
	"_",
	"\n",
	"a\n",
	"0,",
	"@",
	"/",
	"'",
	"\\",
	"=",
	"\"",
	"x",
	"aa",
	"0 ",
	"\t",
	"\xC3\xA9",
	"\xC3\x9F",
	"\xE5\xAD\x97",
	"(",
};

static void
add(struct hd_pumps *s, struct hd_str prefix, struct hd_str pump)
{
	struct hd_pump *v;

	if (pump.n == 0 || pump.n > HD_PUMP_MAX || s->n == HD_PUMPS_MAX ||
	    prefix.n > HD_PUMP_PREFIX)
		return;
	for (size_t i = 0; i < s->n; i++)
		if (hd_str_same(s->v[i].pump, pump) &&
		    hd_str_same(s->v[i].prefix, prefix))
			return;
	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	v = &s->v[s->n++];
	v->prefix.p =
	    hd_arena_memdup(&s->arena, prefix.n > 0 ? prefix.p : "", prefix.n);
	v->prefix.n = prefix.n;
	v->pump.p = hd_arena_memdup(&s->arena, pump.p, pump.n);
	v->pump.n = pump.n;
}

static struct hd_str
part(const struct hd_buf *b, size_t from)
{
	return (struct hd_str){ hd_buf_cstr(b) + from, b->n - from };
}

static size_t branches(struct walk *w, size_t i);

/* What the element at token i may match, once. */
static void
once(struct walk *w, size_t i)
{
	const struct hd_token *t = &w->tokens->v[i];
	size_t from = w->out.n;

	if (t->kind == HD_TOKEN_BACKREF) {
		hd_buf_add(&w->out, hd_buf_cstr(&w->group), w->group.n);
	} else if (t->kind == HD_TOKEN_OPEN) {
		(void)branches(w, i + 1);
		if (hd_token_looks(t)) {
			w->out.n = from;
			return;
		}
		hd_buf_reset(&w->group);
		hd_buf_add(
		    &w->group, hd_buf_cstr(&w->out) + from, w->out.n - from);
	} else if (w->chars[i].n > 0) {
		hd_utf8_put(&w->out, w->chars[i].v[w->variant % w->chars[i].n]);
	}
}

/* Each character that the repeated token i takes is a pump. */
static void
each_char(struct walk *w, size_t i, struct hd_str prefix)
{
	struct hd_buf c = HD_BUF_INIT;

	for (size_t k = 0; k < w->chars[i].n && k < EACH_CHAR; k++) {
		hd_buf_reset(&c);
		hd_utf8_put(&c, w->chars[i].v[k]);
		add(w->to, prefix, hd_buf_str(&c));
	}
	hd_buf_release(&c);
}

static void
repeated(struct walk *w, size_t i, const struct hd_token *r, size_t from)
{
	struct hd_str one = part(&w->out, from);
	unsigned times = r->min < TIMES_MAX ? r->min : TIMES_MAX;
	struct hd_buf copy = HD_BUF_INIT;

	if (r->max >= LONG) {
		add(w->to, (struct hd_str){ hd_buf_cstr(&w->out), from }, one);
		each_char(w, i, (struct hd_str){ hd_buf_cstr(&w->out), from });
	}
	hd_buf_add(&copy, one.n > 0 ? one.p : "", one.n);
	/* what may be left out is, every other time */
	if (r->max == 0 || (r->min == 0 && w->variant % 2 == 1))
		w->out.n = from;
	for (unsigned k = 1; k < times && w->out.n < HD_PUMP_PREFIX; k++)
		hd_buf_add(&w->out, hd_buf_cstr(&copy), copy.n);
	hd_buf_release(&copy);
}

static size_t
element(struct walk *w, size_t i)
{
	const struct hd_token *r = hd_token_repeat(w->tokens, i);
	size_t from = w->out.n;

	if (w->out.n < HD_PUMP_PREFIX && w->depth < DEPTH_MAX)
		once(w, i);
	if (r != NULL)
		repeated(w, i, r, from);
	return hd_token_after(w->tokens, i) + (r != NULL);
}

/* Up to the bar or the end of the group. */
static size_t
branch(struct walk *w, size_t i)
{
	while (i < w->tokens->n && w->tokens->v[i].kind != HD_TOKEN_BAR &&
	       w->tokens->v[i].kind != HD_TOKEN_CLOSE)
		i = element(w, i);
	return i;
}

/* All branches are walked for their repeats; one stays. */
static size_t
branches(struct walk *w, size_t i)
{
	struct hd_buf kept = HD_BUF_INIT;
	size_t from = w->out.n;

	w->depth++;
	for (size_t k = 0;; k++) {
		i = branch(w, i);
		if (k == 0 || k == w->variant) {
			hd_buf_reset(&kept);
			hd_buf_add(&kept, hd_buf_cstr(&w->out) + from,
			    w->out.n - from);
		}
		w->out.n = from;
		if (i == w->tokens->n || w->tokens->v[i].kind != HD_TOKEN_BAR)
			break;
		i++;
	}
	hd_buf_add(&w->out, hd_buf_cstr(&kept), kept.n);
	hd_buf_release(&kept);
	w->depth--;
	return i;
}

/*
 * What begins a match again and again: the prefixes found, as they are and with
 * a blank, so that words stay apart.
 */
static void
prefixes(struct hd_pumps *s)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0, n = s->n; i < n; i++) {
		if (s->v[i].prefix.n == 0)
			continue;
		add(s, hd_str(""), s->v[i].prefix);
		hd_buf_reset(&b);
		hd_buf_add(&b, s->v[i].prefix.p, s->v[i].prefix.n);
		hd_buf_addc(&b, ' ');
		add(s, hd_str(""), hd_buf_str(&b));
	}
	hd_buf_release(&b);
}

/* Runs of characters as they stand in the pattern. */
static void
literals(struct hd_pumps *s, const struct hd_tokens *t)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind == HD_TOKEN_CHAR) {
			hd_utf8_put(&b, t->v[i].c);
			if (i + 1 < t->n)
				continue;
		}
		add(s, hd_str(""), hd_buf_str(&b));
		hd_buf_reset(&b);
	}
	hd_buf_release(&b);
}

static void
drop_invalid(struct hd_pumps *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (hd_utf8_valid(s->v[i].prefix) &&
		    hd_utf8_valid(s->v[i].pump))
			s->v[n++] = s->v[i];
	s->n = n;
}

void
hd_pumps_make(struct hd_pumps *s, struct hd_str pattern)
{
	struct hd_tokens tokens = HD_TOKENS_INIT;
	struct walk w = { .to = s, .tokens = &tokens };
	size_t i;

	hd_tokens_read(&tokens, pattern);
	w.chars = hd_pumpchars_new(&tokens, pattern);
	for (w.variant = 0; w.variant < VARIANTS; w.variant++) {
		hd_buf_reset(&w.out);
		hd_buf_reset(&w.group);
		/* a ')' too many ends no walk: PCRE2 refused the pattern */
		for (i = 0; i < tokens.n; i++)
			i = branches(&w, i);
	}
	prefixes(s);
	for (i = 0; i < sizeof(generic) / sizeof(generic[0]); i++)
		add(s, hd_str(""), hd_str(generic[i]));
	literals(s, &tokens);
	drop_invalid(s);
	hd_buf_release(&w.out);
	hd_buf_release(&w.group);
	free(w.chars);
	hd_tokens_release(&tokens);
}

void
hd_pumps_release(struct hd_pumps *s)
{
	free(s->v);
	hd_arena_release(&s->arena);
	*s = (struct hd_pumps)HD_PUMPS_INIT;
}
