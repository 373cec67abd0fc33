/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escapes and the beginnings of groups: see tokenread.h. */
#include <string.h>

#include "base/utf8.h"
#include "rules/tokenread.h"

static bool
is_in(uint32_t c, const char *set)
{
	return c != 0 && c < 0x80 && strchr(set, (int)c) != NULL;
}

static bool
digit(const struct hd_tokenread *r)
{
	return r->p < r->end && *r->p >= '0' && *r->p <= '9';
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

#define HEX_MAX 8 /* digits of a character */

static void
hex_digits(struct hd_tokenread *r, struct hd_token *t, int max)
{
	t->c = 0;
	for (int i = 0; i < max && r->p < r->end && hex(*r->p) >= 0; i++)
		t->c = t->c << 4 | (uint32_t)hex(*r->p++);
}

/* \x41 or \x{41}. */
static void
hex_char(struct hd_tokenread *r, struct hd_token *t)
{
	if (!hd_token_skip(r, "{")) {
		hex_digits(r, t, 2);
		return;
	}
	hex_digits(r, t, HEX_MAX);
	hd_token_to(r, '}');
}

/* \N is a set, \N{U+41} a character; \p{L}, \pL are sets. */
static void
set(struct hd_tokenread *r, struct hd_token *t, uint32_t c)
{
	t->kind = HD_TOKEN_SET;
	if (c == 'N' && hd_token_skip(r, "{U+")) {
		t->kind = HD_TOKEN_CHAR;
		hex_digits(r, t, HEX_MAX);
		hd_token_to(r, '}');
		return;
	}
	if (c != 'p' && c != 'P')
		return;
	if (hd_token_skip(r, "{"))
		hd_token_to(r, '}');
	else if (r->p < r->end)
		r->p++;
}

/* \1, \g{1}, \k<name>, and \g<1>, which is a call. */
static void
reference(struct hd_tokenread *r, struct hd_token *t, uint32_t c)
{
	t->kind = HD_TOKEN_BACKREF;
	if (c == 'g' && (hd_token_next_is(r, "<") || hd_token_next_is(r, "'")))
		t->kind = HD_TOKEN_CALL;
	if (c >= '1' && c <= '9') {
		while (digit(r))
			r->p++;
	} else if (hd_token_skip(r, "{")) {
		hd_token_to(r, '}');
	} else if (hd_token_skip(r, "<")) {
		hd_token_to(r, '>');
	} else if (hd_token_skip(r, "'")) {
		hd_token_to(r, '\'');
	} else {
		if (hd_token_next_is(r, "-") || hd_token_next_is(r, "+"))
			r->p++;
		while (digit(r))
			r->p++;
	}
}

/* An escape that is one character; c is its letter. */
static void
one_char(struct hd_tokenread *r, struct hd_token *t, uint32_t c)
{
	static const char names[] = "ntrfae", values[] = "\n\t\r\f\a\x1b";
	const char *at = c < 0x80 ? strchr(names, (int)c) : NULL;

	if (at != NULL && *at != '\0') {
		t->c = (uint32_t)values[at - names];
	} else if (c == 'x') {
		hex_char(r, t);
	} else if (c == 'o' && hd_token_skip(r, "{")) {
		hd_token_to(r, '}');
	} else if (c == 'c' && r->p < r->end) {
		t->c = (unsigned char)*r->p++ & 0x1F;
	} else if (c == '0') {
		t->c = 0;
		for (int i = 0; i < 2 && digit(r); i++)
			t->c = t->c << 3 | (uint32_t)(*r->p++ - '0');
	}
}

void
hd_token_escape(struct hd_tokenread *r, struct hd_token *t)
{
	uint32_t c = 0;

	t->c = '\\';
	if (r->p == r->end)
		return;
	r->p += hd_utf8_get(r->p, r->end, &c);
	t->c = c;
	if (c == 'b') {
		t->kind = HD_TOKEN_BOUND;
	} else if (is_in(c, "ABGKZz")) {
		t->kind = HD_TOKEN_EDGE;
	} else if (is_in(c, "CDHNPRSVWXdhpsvw")) {
		set(r, t, c);
	} else if (is_in(c, "gk123456789")) {
		reference(r, t, c);
	} else if (c == 'Q' || c == 'E') {
		r->quoted = c == 'Q';
		t->kind = HD_TOKEN_NOTHING;
	} else {
		one_char(r, t, c);
	}
}

struct opening {
	const char *text;
	enum hd_token_kind kind;
	enum hd_group group;
	char to; /* the last character of the token; 0: it ends here */
};

/* Longer ones before those that they begin with. */
static const struct opening openings[] = {
	{ "?<=", HD_TOKEN_OPEN, HD_GROUP_BEHIND, 0 },
	{ "?<!", HD_TOKEN_OPEN, HD_GROUP_NOT_BEHIND, 0 },
	{ "?<*", HD_TOKEN_OPEN, HD_GROUP_BEHIND, 0 },
	{ "?=", HD_TOKEN_OPEN, HD_GROUP_AHEAD, 0 },
	{ "?*", HD_TOKEN_OPEN, HD_GROUP_AHEAD, 0 },
	{ "?!", HD_TOKEN_OPEN, HD_GROUP_NOT_AHEAD, 0 },
	{ "?>", HD_TOKEN_OPEN, HD_GROUP_ATOMIC, 0 },
	{ "?:", HD_TOKEN_OPEN, HD_GROUP_PLAIN, 0 },
	{ "?|", HD_TOKEN_OPEN, HD_GROUP_PLAIN, 0 },
	{ "?<", HD_TOKEN_OPEN, HD_GROUP_PLAIN, '>' },
	{ "?P<", HD_TOKEN_OPEN, HD_GROUP_PLAIN, '>' },
	{ "?'", HD_TOKEN_OPEN, HD_GROUP_PLAIN, '\'' },
	{ "?P=", HD_TOKEN_BACKREF, HD_GROUP_OTHER, ')' },
	{ "?P>", HD_TOKEN_CALL, HD_GROUP_OTHER, ')' },
	{ "?&", HD_TOKEN_CALL, HD_GROUP_OTHER, ')' },
	{ "?R", HD_TOKEN_CALL, HD_GROUP_OTHER, ')' },
	{ "?+", HD_TOKEN_CALL, HD_GROUP_OTHER, ')' },
	{ "?C", HD_TOKEN_CALLOUT, HD_GROUP_OTHER, ')' },
	{ "?#", HD_TOKEN_NOTHING, HD_GROUP_OTHER, ')' },
};

/* (?i), (?i:...), (?-1) and (?1). */
static void
options(struct hd_tokenread *r, struct hd_token *t)
{
	bool off = false;

	(void)hd_token_skip(r, "?");
	if (digit(r) || (r->end - r->p > 1 && r->p[0] == '-' &&
			    hex(r->p[1]) >= 0 && r->p[1] <= '9')) {
		t->kind = HD_TOKEN_CALL;
		hd_token_to(r, ')');
		return;
	}
	t->kind = HD_TOKEN_OPTION;
	for (; r->p < r->end && *r->p != ')' && *r->p != ':'; r->p++) {
		off = off || *r->p == '-';
		if (*r->p == 'x' && !off)
			t->ignores_blanks = true;
	}
	if (hd_token_skip(r, ":"))
		t->kind = HD_TOKEN_OPEN;
	else
		(void)hd_token_skip(r, ")");
}

/* (*pla:...) is a group, (*SKIP) is none. */
static void
verb(struct hd_tokenread *r, struct hd_token *t)
{
	const char *p = r->p + 1;

	while (p < r->end && ((*p >= 'a' && *p <= 'z') || *p == '_'))
		p++;
	if (p > r->p + 1 && p < r->end && *p == ':') {
		t->kind = HD_TOKEN_OPEN;
		t->group = HD_GROUP_OTHER;
		r->p = p + 1;
		return;
	}
	t->kind = HD_TOKEN_VERB;
	hd_token_to(r, ')');
}

void
hd_token_group(struct hd_tokenread *r, struct hd_token *t)
{
	t->kind = HD_TOKEN_OPEN;
	t->group = HD_GROUP_PLAIN;
	if (hd_token_next_is(r, "*")) {
		verb(r, t);
		return;
	}
	if (!hd_token_next_is(r, "?"))
		return;
	/* "(?(" leaves the condition, which is then a group in front */
	if (hd_token_next_is(r, "?(")) {
		r->p++;
		t->group = HD_GROUP_IF;
		return;
	}
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		if (!hd_token_skip(r, openings[i].text))
			continue;
		t->kind = openings[i].kind;
		t->group = openings[i].group;
		if (openings[i].to != 0)
			hd_token_to(r, openings[i].to);
		return;
	}
	options(r, t);
}
