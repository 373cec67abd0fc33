/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers that a note repeats: see carried.h. */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "escalation/carried.h"
#include "rules/eval.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_letter(char c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z');
}

/* What identifiers are written with; bytes above 127 are letters of names. */
static bool
in_token(char c)
{
	return is_letter(c) || is_digit(c) ||
	       (c != '\0' && strchr("_-@.#+", c));
}

static bool
next_token(struct hd_str *rest, struct hd_str *token)
{
	const char *end = rest->p + rest->n, *p = rest->p, *q;

	while (p < end && (!in_token(*p) || strchr("-.+@", *p) != NULL))
		p++;
	for (q = p; q < end && in_token(*q);)
		q++;
	*rest = (struct hd_str){ q, (size_t)(end - q) };
	while (q > p && strchr("-.+@", q[-1]) != NULL)
		q--;
	*token = (struct hd_str){ p, (size_t)(q - p) };
	return token->n > 0;
}

/*
 * Five characters with digits among capitals, or with three digits among
 * letters, or six digits: no dates, times and sums, which hold other signs.
 */
static bool
is_number(struct hd_str s)
{
	size_t digits = 0, letters = 0, upper = 0, signs = 0;

	for (size_t i = 0; i < s.n; i++) {
		digits += is_digit(s.p[i]);
		letters += is_letter(s.p[i]);
		upper += is_upper(s.p[i]);
		signs += strchr("@.+", s.p[i]) != NULL;
	}
	if (s.n < 5 || digits == 0 || signs > 0)
		return false;
	if (letters == 0)
		return digits >= 6 && memchr(s.p, '-', s.n) == NULL;
	return digits >= 3 || upper == letters;
}

static bool
is_login(struct hd_str s)
{
	const char *at = memchr(s.p, '@', s.n);

	if (at != NULL)
		return memchr(at, '.', s.n - (size_t)(at - s.p)) != NULL;
	return s.n > 5 && memchr(s.p, '_', s.n) != NULL &&
	       is_digit(s.p[s.n - 1]);
}

/* Case aside, and whole: no part of a longer one. */
static struct hd_str
said(struct hd_str text, struct hd_str token)
{
	struct hd_str one;

	while (next_token(&text, &one))
		if (one.n == token.n && strncasecmp(one.p, token.p, one.n) == 0)
			return one;
	return (struct hd_str){ NULL, 0 };
}

bool
hd_carried(const struct hd_escalation *e, int64_t note, int64_t *given,
    struct hd_str *words)
{
	struct hd_str rest = e->turns[note].text, token;

	while (rest.p != NULL && next_token(&rest, &token)) {
		if (!is_login(token) && !is_number(token))
			continue;
		for (int64_t i = 0; i < note; i++) {
			const struct hd_message *m = e->turns[i].m;
			struct hd_str one = { NULL, 0 };

			if (m->public && m->body.p != NULL)
				one =
				    said(hd_utf8_head(m->body, HD_SUBJECT_MAX),
					token);
			if (one.p == NULL)
				continue;
			*given = i;
			*words = one;
			return true;
		}
	}
	return false;
}
