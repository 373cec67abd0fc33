/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that their shape tells: see datum_int.h. */
#include <string.h>

#include "base/utf8.h"
#include "escalation/datum_int.h"
#include "learn/wordlist.h"

void
hd_chunk_count(struct hd_chunk *k)
{
	k->digits = k->letters = k->others = 0;
	k->number = k->raw.n > 0;
	for (size_t i = 0; i < k->low.n; i++) {
		unsigned char c = (unsigned char)k->low.p[i];

		if (c >= '0' && c <= '9')
			k->digits++;
		else if ((c >= 'a' && c <= 'z') || c >= 0x80)
			k->letters++;
		else
			k->others++;
		if (!(c >= '0' && c <= '9') && c != '.' && c != ',')
			k->number = false;
	}
	k->number = k->number && k->digits > 0;
}

static const char *
after(const struct hd_chunk *k)
{
	return k->raw.p + k->raw.n;
}

/* What follows the last dot. */
static struct hd_str
ending(struct hd_str s)
{
	for (size_t i = s.n; i-- > 0;)
		if (s.p[i] == '.')
			return (struct hd_str){ s.p + i + 1, s.n - i - 1 };
	return (struct hd_str){ NULL, 0 };
}

static struct hd_str
until(struct hd_str s, char sign)
{
	const char *p = memchr(s.p, sign, s.n);

	return (struct hd_str){ s.p, p != NULL ? (size_t)(p - s.p) : s.n };
}

/* An address of mail, of a page, of a host; a file. */
static bool
network(struct hd_chunks *c, const struct hd_chunk *k)
{
	struct hd_str host = until(k->low, '/'), last = ending(host);
	const char *at = memchr(k->low.p, '@', k->low.n);
	enum hd_datum_kind kind;

	if (hd_str_starts(k->low, "http") || hd_str_starts(k->low, "www."))
		kind = HD_DATUM_URL;
	else if (at != NULL && at > k->low.p && last.n >= 2 && last.p > at + 2)
		kind = HD_DATUM_EMAIL;
	else if (last.p == NULL || last.p - host.p < 3 || at != NULL)
		return false;
	else if (hd_word_file(last) && host.n == k->low.n)
		kind = HD_DATUM_FILE;
	else if (hd_word_host(last) && k->letters > last.n)
		kind = host.n == k->low.n ? HD_DATUM_DOMAIN : HD_DATUM_URL;
	else
		return false;
	hd_datum_add(c, kind, k->raw.p, after(k));
	return true;
}

static bool
all_figures(struct hd_str s, const char *signs)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= '0' && s.p[i] <= '9') &&
		    strchr(signs, s.p[i]) == NULL)
			return false;
	return true;
}

#define PHONE_LEAST 9
#define PHONE_MOST  15

/* Groups of figures that begin with a plus, a nought or a parenthesis. */
static size_t
phone(struct hd_chunks *c, size_t i)
{
	const struct hd_chunk *k = &c->v[i];
	bool begins = k->raw.p[0] == '+' || k->raw.p[0] == '0' ||
		      (k->raw.p > c->text.p && k->raw.p[-1] == '(');
	size_t digits = 0, j = i;

	if (!begins || k->digits < 2)
		return 0;
	while (j < c->n && c->v[j].digits >= 1 &&
	       all_figures(c->v[j].raw, j == i ? "+-/." : "-/.") &&
	       digits + c->v[j].digits <= PHONE_MOST &&
	       (j == i || c->v[j].raw.p - after(&c->v[j - 1]) <= 2))
		digits += c->v[j++].digits;
	if (digits < PHONE_LEAST || (k->digits == 8 && j == i + 1))
		return 0;
	hd_datum_add(c, HD_DATUM_PHONE, k->raw.p, after(&c->v[j - 1]));
	return j - i;
}

/* 12/07/2026, 2026-07-12, 12.7. */
static bool
calendar(const struct hd_chunks *c, const struct hd_chunk *k)
{
	size_t part = 0, n = 0, len[3] = { 0, 0, 0 };
	char sign = '\0';

	for (size_t i = 0; i < k->raw.n; i++) {
		char ch = k->raw.p[i];

		if (ch >= '0' && ch <= '9') {
			n = ++len[part];
			continue;
		}
		if (n == 0 || (sign != '\0' && ch != sign) || part == 2 ||
		    strchr("-/.", ch) == NULL)
			return false;
		sign = ch;
		part++;
		n = 0;
	}
	if (part == 2)
		return len[1] <= 2 && len[1] > 0 &&
		       ((len[0] <= 2 && (len[2] == 4 || len[2] == 2)) ||
			   (len[0] == 4 && len[2] <= 2 && len[2] > 0));
	/* the stop behind a German day was cut */
	return part == 1 && len[0] <= 2 && len[1] <= 2 && len[1] > 0 &&
	       (sign == '/' ||
		   (sign == '.' && after(k) < c->text.p + c->text.n &&
		       *after(k) == '.'));
}

/* 10:45, 7pm, 14h30 */
static bool
clock_time(const struct hd_chunk *k)
{
	struct hd_str s = k->low;
	size_t i = 0;

	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i == 0 || i > 2)
		return false;
	if (i < s.n && (s.p[i] == ':' || s.p[i] == 'h' || s.p[i] == '.') &&
	    i + 2 < s.n && all_figures((struct hd_str){ s.p + i + 1, 2 }, ""))
		return i + 3 == s.n ? s.p[i] != '.'
				    : s.p[i + 3] == 'a' || s.p[i + 3] == 'p' ||
					  s.p[i + 3] == ':';
	s = (struct hd_str){ s.p + i, s.n - i };
	return hd_str_eq(s, "am") || hd_str_eq(s, "pm");
}

/* A number with a unit ("10kg"), of an order ("3rd"), a range ("3-5"). */
static bool
measure(const struct hd_chunk *k)
{
	struct hd_str s = k->low;
	size_t i = 0, letters = 0;

	while (i < s.n && (all_figures((struct hd_str){ s.p + i, 1 }, ".,-")))
		i++;
	if (i == s.n)
		return k->digits <= 4;
	for (size_t j = i; j < s.n; j++, letters++)
		if (s.p[j] >= '0' && s.p[j] <= '9')
			return false;
	if (i == 0 || k->digits > 4)
		return false;
	return letters <= 4 || s.p[i - 1] == '-';
}

/* "covid-19": a word in small letters and a number below a hundred */
static bool
plain_word(const struct hd_chunk *k)
{
	return k->digits <= 2 && k->letters >= 3 &&
	       hd_str_same(k->low, k->raw) &&
	       memchr(k->raw.p, '_', k->raw.n) == NULL;
}

static bool
reference(const struct hd_chunks *c, const struct hd_chunk *k)
{
	bool hash = k->raw.p > c->text.p && k->raw.p[-1] == '#';

	if (memchr(k->raw.p, '*', k->raw.n) != NULL || k->raw.n > 64)
		return false;
	if (k->digits == k->raw.n)
		return k->digits >= 5 || (hash && k->digits >= 2);
	if (k->number || measure(k) || plain_word(k))
		return false;
	if (k->raw.n < 4 || k->letters == 0)
		return k->digits >= 6;
	return k->digits >= 2 || (k->digits == 1 && k->others > 0);
}

static bool
starts_currency(struct hd_str s, size_t *n)
{
	static const char *const signs[] = { "€", "£", "$", "us$", "¥" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (hd_str_starts(s, signs[i])) {
			*n = strlen(signs[i]);
			return true;
		}
	return false;
}

static bool
ends_currency(struct hd_str s)
{
	return (s.n > 3 && memcmp(s.p + s.n - 3, "€", 3) == 0) ||
	       (s.n > 2 && memcmp(s.p + s.n - 2, "£", 2) == 0) ||
	       (s.n > 1 && s.p[s.n - 1] == '$') ||
	       (s.n > 3 && memcmp(s.p + s.n - 3, "eur", 3) == 0);
}

/* The currency may be a word of its own, on either side. */
static size_t
money(struct hd_chunks *c, size_t i)
{
	const struct hd_chunk *k = &c->v[i], *next = k + 1;
	size_t n = 0;

	if (i + 1 < c->n && k->digits == 0 && next->number &&
	    hd_word_currency(k->low)) {
		hd_datum_add(c, HD_DATUM_MONEY, k->raw.p, after(next));
		return 2;
	}
	if (k->digits == 0)
		return 0;
	if (k->number && i + 1 < c->n && hd_word_currency(next->low)) {
		hd_datum_add(c, HD_DATUM_MONEY, k->raw.p, after(next));
		return 2;
	}
	if (!(starts_currency(k->low, &n) && n < k->low.n) &&
	    !(ends_currency(k->low) && k->low.p[0] >= '0' &&
		k->low.p[0] <= '9'))
		return 0;
	hd_datum_add(c, HD_DATUM_MONEY, k->raw.p, after(k));
	return 1;
}

size_t
hd_datum_shape(struct hd_chunks *c, size_t i)
{
	const struct hd_chunk *k = &c->v[i];
	enum hd_datum_kind kind;
	size_t took = money(c, i);

	if (took == 0)
		took = phone(c, i);
	if (took > 0)
		return took;
	if (network(c, k))
		return 1;
	if (k->digits == 0)
		return 0;
	if (calendar(c, k))
		kind = HD_DATUM_DATE;
	else if (clock_time(k))
		kind = HD_DATUM_TIME;
	else if (reference(c, k))
		kind = HD_DATUM_ID;
	else
		return 0;
	hd_datum_add(c, kind, k->raw.p, after(k));
	return 1;
}
