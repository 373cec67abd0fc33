/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses, numbers and keys by their shape: see redact_int.h. */
#include <string.h>

#include "audit/redact_int.h"
#include "base/utf8.h"
#include "check/personal.h"
#include "learn/wordlist.h"

#define COUNT(a)    (sizeof(a) / sizeof((a)[0]))
#define IBAN_LEAST  15
#define IBAN_MOST   34
#define KEY_LEAST   16 /* characters of a key without a known beginning */
#define KEY_MIXED   10 /* of one with capitals, small letters and digits */
#define KEY_LETTERS 24 /* of one without digits */
#define LONG_RUN    5  /* digits that are told apart from a quantity */
#define LONG_SPREAD 7  /* and those with separators between */

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
alnum(char c)
{
	return digit(c) || upper(c) || lower(c);
}

static bool
in(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* From byte at on: letters, digits and those of the set; not its end marks. */
static struct hd_str
run(struct hd_str text, size_t at, const char *set)
{
	struct hd_str s = { text.p + at, 0 };

	while (at + s.n < text.n && (alnum(s.p[s.n]) || in(s.p[s.n], set)))
		s.n++;
	while (s.n > 0 && in(s.p[s.n - 1], ".,:;!?-"))
		s.n--;
	return s;
}

struct kinds {
	size_t digits, uppers, lowers, turns, colons;
};

/* turns: from a small letter to a capital, and back to digits. */
static struct kinds
kinds(struct hd_str s)
{
	struct kinds k = { 0 };

	for (size_t i = 0; i < s.n; i++) {
		k.digits += digit(s.p[i]);
		k.uppers += upper(s.p[i]);
		k.lowers += lower(s.p[i]);
		k.colons += s.p[i] == ':';
		k.turns += i > 0 && lower(s.p[i - 1]) && upper(s.p[i]);
	}
	return k;
}

/* Up to the next blank, quotation mark or bracket; no mark that ends it. */
static struct hd_str
token(struct hd_str text, size_t at)
{
	struct hd_str s = { text.p + at, 0 };

	while (at + s.n < text.n && !in(s.p[s.n], " \n<>\"|[]{}"))
		s.n++;
	while (s.n > 0 && in(s.p[s.n - 1], ".,:;!?)'*_"))
		s.n--;
	return s;
}

/* The last label of a host's name is one that hosts have. */
static bool
hosted(struct hd_str host)
{
	struct hd_str top = host;

	while (host.n > 0 && host.p[host.n - 1] == '.')
		host.n--;
	for (size_t i = host.n; i > 0; i--)
		if (host.p[i - 1] == '.') {
			top = (struct hd_str){ host.p + i, host.n - i };
			return i > 2 && hd_word_host(top);
		}
	return false;
}

static size_t
link(struct hd_str text, size_t at)
{
	struct hd_str s = token(text, at), host;
	const char *scheme = hd_str_find(s, "://");

	if (scheme != NULL && scheme > s.p)
		return s.n;
	if (s.n > 4 && hd_str_ieq((struct hd_str){ s.p, 4 }, "www."))
		return s.n;
	host = run(text, at, ".-");
	return hosted(host)
		   ? (s.n > host.n && in(s.p[host.n], "/?#:") ? s.n : host.n)
		   : 0;
}

/* anna@firm.com; @anna; "anna (at) firm.com", as who writes against robots. */
static size_t
address(struct hd_str text, size_t at)
{
	static const char *const signs[] = { " (at) ", "(at)", " [at] ",
		"[at]" };
	struct hd_str s = token(text, at), host;
	const char *sign = s.n > 0 ? memchr(s.p, '@', s.n) : NULL;
	size_t from, n;

	if (sign != NULL)
		return s.n > 2 ? s.n : 0;
	s = run(text, at, "._%+-");
	for (size_t i = 0; i < COUNT(signs); i++) {
		n = strlen(signs[i]);
		from = at + s.n;
		if (text.n < from + n ||
		    !hd_str_ieq((struct hd_str){ text.p + from, n }, signs[i]))
			continue;
		host = run(text, from + n, ".-");
		if (s.n > 0 && host.n > 0)
			return s.n + n + host.n;
	}
	return 0;
}

/* The remainder of an IBAN with its first four characters at its end, by 97. */
static unsigned
mod97(const char *s, size_t n)
{
	unsigned r = 0, v;
	char c;

	for (size_t i = 0; i < n; i++) {
		c = s[(i + 4) % n];
		v = (unsigned)(digit(c)	  ? c - '0'
			       : upper(c) ? c - 'A' + 10
					  : c - 'a' + 10);
		r = v < 10 ? (r * 10 + v) % 97 : (r * 100 + v) % 97;
	}
	return r;
}

/*
 * ISO 13616: two letters, two digits, then letters and digits, written in one or
 * in groups; the longest that the check digits allow.
 */
static size_t
iban(struct hd_str text, size_t at)
{
	char s[IBAN_MOST];
	const char *p = text.p + at;
	size_t n = 0, i = 0, best = 0, left = text.n - at;

	if (left < IBAN_LEAST || !(upper(p[0]) || lower(p[0])) ||
	    !(upper(p[1]) || lower(p[1])) || !digit(p[2]) || !digit(p[3]))
		return 0;
	while (i < left && n < IBAN_MOST) {
		if (alnum(p[i])) {
			s[n++] = p[i++];
			if (n >= IBAN_LEAST && (i == left || !alnum(p[i])) &&
			    mod97(s, n) == 1)
				best = i;
		} else if (in(p[i], " -") && i + 1 < left && alnum(p[i + 1])) {
			i++;
		} else {
			break;
		}
	}
	return best;
}

static bool
octets(struct hd_str s)
{
	unsigned v = 0, n = 0, parts = 1;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '.') {
			if (n == 0)
				return false;
			parts++;
			v = n = 0;
			continue;
		}
		v = v * 10 + (unsigned)(s.p[i] - '0');
		if (++n > 3 || v > 255)
			return false;
	}
	return parts == 4 && n > 0;
}

/* IPv4 and IPv6; the address of a network card as well. */
static size_t
internet(struct hd_str text, size_t at)
{
	struct hd_str s = { text.p + at, 0 };
	struct kinds k;

	while (at + s.n < text.n && (digit(s.p[s.n]) || s.p[s.n] == '.'))
		s.n++;
	while (s.n > 0 && s.p[s.n - 1] == '.')
		s.n--;
	if (octets(s))
		return s.n;
	s.n = 0;
	while (at + s.n < text.n &&
	       (digit(s.p[s.n]) || in(s.p[s.n], "abcdefABCDEF:.")))
		s.n++;
	while (s.n > 0 && s.p[s.n - 1] == '.')
		s.n--;
	k = kinds(s);
	if (at + s.n < text.n && alnum(s.p[s.n]))
		return 0;
	return k.colons >= 5 || (k.colons >= 2 && s.n > 4 &&
				    hd_str_find(s, "::") != NULL)
		   ? s.n
		   : 0;
}

/* What those who give keys out put before them, and what has their look. */
static size_t
secret(struct hd_str text, size_t at)
{
	static const char *const heads[] = { "sk_", "sk-", "pk_", "pk-", "rk_",
		"ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-", "xox",
		"AKIA", "ASIA", "AIza", "ya29.", "SG.", "hf_", "npm_", "whsec_",
		"dop_v1_", "shpat_", "eyJ" };
	struct hd_str s = run(text, at, "_-./+=~");
	struct kinds k = kinds(s);
	size_t letters = k.uppers + k.lowers;

	for (size_t i = 0; i < COUNT(heads); i++)
		if (s.n >= KEY_MIXED && hd_str_starts(s, heads[i]) &&
		    (k.digits > 0 || k.turns > 1))
			return s.n;
	if (k.digits >= 2 && letters >= 2 && s.n >= KEY_LEAST)
		return s.n;
	if (k.digits > 0 && k.uppers > 0 && k.lowers > 0 && s.n >= KEY_MIXED &&
	    k.digits + k.uppers >= 4)
		return s.n;
	return s.n >= KEY_LETTERS && k.turns >= 4 ? s.n : 0;
}

/* 500GB: what is behind so many digits is a unit. */
static bool
measure(struct hd_str s)
{
	static const char *const units[] = { "gb", "mb", "kb", "tb", "px", "p",
		"ms", "mm", "cm", "km", "kg", "g", "h", "min", "mbps", "gbps",
		"kwh", "mah", "hz", "mhz", "ghz", "ml", "eur", "usd", "gbp",
		"nd", "rd", "st", "th", "x", "w", "v", "k", "am", "pm" };
	size_t n = 0;

	while (n < s.n && digit(s.p[n]))
		n++;
	for (size_t i = 0; i < COUNT(units); i++)
		if (n < LONG_RUN &&
		    hd_str_ieq((struct hd_str){ s.p + n, s.n - n }, units[i]))
			return true;
	return false;
}

/* INV-2024-0031, AB12345X, X7K2QP; and "SW1A 1AA". */
static size_t
reference(struct hd_str text, size_t at)
{
	struct hd_str s = run(text, at, "_-/"), next;
	struct kinds k = kinds(s), l;

	if (k.digits == 0 || k.uppers + k.lowers == 0 || measure(s))
		return 0;
	if (at + s.n + 4 <= text.n && text.p[at + s.n] == ' ' && s.n <= 4 &&
	    upper(s.p[0])) {
		next = run(text, at + s.n + 1, "");
		l = kinds(next);
		if (next.n == 3 && digit(next.p[0]) && l.uppers == 2)
			return s.n + 4;
	}
	if (s.n < LONG_RUN)
		return 0;
	return k.digits >= 3 || (k.lowers == 0 && k.uppers > 1) ? s.n : 0;
}

static bool
year(const char *p, size_t n)
{
	return n == 4 && (memcmp(p, "19", 2) == 0 || memcmp(p, "20", 2) == 0);
}

/* The bytes of "48-2217", 0 for "2026-06", "06-2026", "10-14", "100-200". */
static size_t
pair(struct hd_str text, size_t at)
{
	struct hd_str s = run(text, at, "-");
	size_t a = 0, b = 0;

	while (a < s.n && digit(s.p[a]))
		a++;
	while (a + 1 + b < s.n && digit(s.p[a + 1 + b]))
		b++;
	if (a + 1 + b != s.n || a == b || a + b <= LONG_RUN || year(s.p, a) ||
	    year(s.p + a + 1, b))
		return 0;
	return s.n;
}

/* All digits from here on, however many groups. */
static const char *
number(struct hd_str text, size_t at, bool numbered, size_t *n)
{
	struct hd_digits x = hd_digits_at(text, at);
	size_t one = 0;

	*n = x.bytes;
	if (hd_digits_card(&x))
		return "[CARD]";
	if (hd_digits_phone(&x) || (x.plus && x.n >= LONG_SPREAD))
		return "[PHONE]";
	while (x.n > HD_CARD_MAX && at + *n < text.n &&
	       (digit(text.p[at + *n]) ||
		   (in(text.p[at + *n], " -.") && at + *n + 1 < text.n &&
		       digit(text.p[at + *n + 1]))))
		++*n;
	if (x.n >= LONG_SPREAD)
		return x.digit[0] == '0' && x.n <= 15 ? "[PHONE]" : "[NUMBER]";
	while (one < x.bytes && digit(text.p[at + one]))
		one++;
	if (numbered && x.n >= 3 && x.groups > 1)
		return "[NUMBER]";
	if ((*n = pair(text, at)) > 0)
		return "[NUMBER]";
	*n = one;
	return one >= LONG_RUN || (numbered && one >= 3) ? "[NUMBER]" : NULL;
}

const char *
hd_redact_shape(struct hd_str text, size_t at, bool numbered, size_t *n)
{
	char c = text.p[at];

	if (c == '+') {
		if (at + 1 == text.n || !digit(text.p[at + 1]) ||
		    number(text, at + 1, numbered, n) == NULL)
			return NULL;
		++*n;
		return "[PHONE]";
	}
	if ((*n = address(text, at)) > 0)
		return hd_str_find(token(text, at), "://") != NULL ? "[LINK]"
		       : c == '@'				   ? "[NAME]"
								   : "[EMAIL]";
	if ((*n = link(text, at)) > 0)
		return "[LINK]";
	if (!alnum(c))
		return NULL;
	if ((*n = iban(text, at)) > 0)
		return "[IBAN]";
	if ((*n = internet(text, at)) > 0)
		return "[IP]";
	if ((*n = secret(text, at)) > 0)
		return "[KEY]";
	if ((*n = reference(text, at)) > 0)
		return "[NUMBER]";
	return digit(c) ? number(text, at, numbered, n) : NULL;
}
