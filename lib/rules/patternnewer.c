/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What PCRE2 learnt after 10.42, the oldest version that rules are promised to
 * work with.  Since 10.43: lookbehinds of a length that varies, up to 255
 * characters; {,n} and blanks in braces as repeats, which were characters
 * before; the options (?aD), (?aT) and (?r).  Since 10.44: names of groups
 * longer than 32 bytes.  Since 10.45: (*scan_substring:...) and (?[...]).
 */
#include <string.h>

#include "rules/patterninfo.h"
#include "rules/patterntoken.h"

#define FAR	    10000U /* characters: no end, or far too many */
#define BEHIND_MAX  255U
#define NAME_MAX_42 32
#define DEPTH_MAX   60

/* Characters that something matches. */
struct width {
	unsigned lo, hi;
};

struct reader {
	const struct hd_tokens *t;
	struct hd_str pattern;
	unsigned depth;
};

static struct width group(struct reader *r, size_t open);

static unsigned
times(unsigned n, unsigned k)
{
	return n > 0 && (k >= FAR || n * k >= FAR) ? FAR : n * k;
}

static struct width
element(struct reader *r, size_t i)
{
	const struct hd_token *v = &r->t->v[i], *rep;
	struct width w = { 0, 0 };

	switch (v->kind) {
	case HD_TOKEN_CHAR:
	case HD_TOKEN_DOT:
	case HD_TOKEN_CLASS:
		w.lo = w.hi = 1;
		break;
	case HD_TOKEN_SET:
		w.lo = w.hi = 1;
		if (r->pattern.p[v->at + 1] == 'R')
			w.hi = 2;
		else if (r->pattern.p[v->at + 1] == 'X')
			w.hi = FAR;
		break;
	case HD_TOKEN_OPEN:
		if (!hd_token_looks(v))
			w = group(r, i);
		break;
	case HD_TOKEN_BACKREF:
	case HD_TOKEN_CALL:
		w.hi = FAR;
		break;
	default:
		break;
	}
	rep = hd_token_repeat(r->t, i);
	if (rep != NULL) {
		w.lo = times(w.lo, rep->min);
		w.hi = times(w.hi, rep->max);
	}
	return w;
}

/* Up to the bar or the end of the group; *i is there then. */
static struct width
branch(struct reader *r, size_t *i)
{
	struct width w = { 0, 0 }, e;

	while (*i < r->t->n && r->t->v[*i].kind != HD_TOKEN_BAR &&
	       r->t->v[*i].kind != HD_TOKEN_CLOSE) {
		e = element(r, *i);
		w.lo = w.lo + e.lo < FAR ? w.lo + e.lo : FAR;
		w.hi = w.hi + e.hi < FAR ? w.hi + e.hi : FAR;
		*i = hd_token_after(r->t, *i);
	}
	return w;
}

static struct width
group(struct reader *r, size_t open)
{
	struct width w = { FAR, 0 }, b;
	size_t i = open;

	if (++r->depth > DEPTH_MAX)
		return (struct width){ 0, FAR };
	do {
		i++;
		b = branch(r, &i);
		w.lo = b.lo < w.lo ? b.lo : w.lo;
		w.hi = b.hi > w.hi ? b.hi : w.hi;
	} while (i < r->t->n && r->t->v[i].kind == HD_TOKEN_BAR);
	r->depth--;
	return w;
}

/* Has it a branch of a length that varies, and none too long? */
static bool
varies(struct reader *r, size_t open)
{
	bool any = false;
	struct width b;
	size_t i = open;

	do {
		i++;
		b = branch(r, &i);
		if (b.hi > BEHIND_MAX)
			return false;
		any = any || b.lo != b.hi;
	} while (i < r->t->n && r->t->v[i].kind == HD_TOKEN_BAR);
	return any;
}

static size_t
digits(struct hd_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

static size_t
blanks(struct hd_str s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
		n++;
	return n;
}

static struct hd_str
from(struct hd_str s, size_t n)
{
	return (struct hd_str){ s.p + n, s.n - n };
}

/*
 * Bytes of a repeat at the start of s that is one since 10.43 only, but not
 * before: "{,3}", "{ 1, 3 }"; 0: there is none.
 */
static size_t
braces(struct hd_str s)
{
	size_t n = 1, lo, hi = 0;

	n += blanks(from(s, n));
	lo = digits(from(s, n));
	n += lo;
	n += blanks(from(s, n));
	if (n < s.n && s.p[n] == ',') {
		n++;
		n += blanks(from(s, n));
		hi = digits(from(s, n));
		n += hi;
		n += blanks(from(s, n));
	}
	return lo + hi > 0 && n < s.n && s.p[n] == '}' ? n + 1 : 0;
}

static bool
found(struct hd_newer *w, const char *what, const char *instead, size_t n,
    bool refused)
{
	w->what = what;
	w->instead = instead;
	w->n = n;
	w->refused = refused;
	return true;
}

/* Of a group or what looks like one; s begins with its '('. */
static bool
newer_group(const struct hd_token *t, struct hd_str s, struct hd_newer *w)
{
	if (hd_str_starts(s, "(*scan_substring:") || hd_str_starts(s, "(*scs:"))
		return found(w, "(*scan_substring:...) needs PCRE2 10.45",
		    "test the parts in two conditions", t->n, true);
	if (hd_str_starts(s, "(?["))
		return found(w, "(?[...]) needs PCRE2 10.45",
		    "use a class, or a lookahead before one", 3, true);
	if (hd_str_starts(s, "(?a") || hd_str_starts(s, "(?r"))
		return found(w, "the options a and r need PCRE2 10.43",
		    "use a class such as [0-9]", 3, true);
	if ((hd_str_starts(s, "(?<") || hd_str_starts(s, "(?P<") ||
		hd_str_starts(s, "(?'")) &&
	    t->group == HD_GROUP_PLAIN && t->n > 5 + NAME_MAX_42)
		return found(w,
		    "a name of more than 32 bytes needs PCRE2 10.44",
		    "a shorter name", t->n, true);
	return false;
}

bool
hd_pattern_newer(struct hd_str pattern, struct hd_newer *w)
{
	struct hd_tokens t = HD_TOKENS_INIT;
	struct reader r = { &t, pattern, 0 };
	const struct hd_token *v;
	struct hd_str s;
	bool any = false;

	hd_tokens_read(&t, pattern);
	for (size_t i = 0; i < t.n && !any; i++) {
		v = &t.v[i];
		s = from(pattern, v->at);
		w->at = v->at;
		if (v->kind == HD_TOKEN_CHAR && s.p[0] == '{' && i > 0 &&
		    braces(s) > 0)
			any = found(w,
			    "since PCRE2 10.43 this is a repeat, before it is "
			    "the characters as they stand",
			    "{0,3} for the one, \\{ for the other", braces(s),
			    false);
		else if (v->kind == HD_TOKEN_OPEN &&
			 (v->group == HD_GROUP_BEHIND ||
			     v->group == HD_GROUP_NOT_BEHIND) &&
			 varies(&r, i))
			any = found(w,
			    "a lookbehind whose length varies needs PCRE2 10.43",
			    "a lookbehind for each length, as in "
			    "(?:(?<=a)|(?<=ab))",
			    v->n, true);
		else if (v->kind == HD_TOKEN_OPEN || v->kind == HD_TOKEN_OPTION)
			any = newer_group(v, s, w);
	}
	hd_tokens_release(&t);
	return any;
}
