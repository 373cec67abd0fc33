/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers: see num.h. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* strchr(3) would find the NUL of the set. */
static bool
one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

bool
hd_num_int(struct hd_str s, int64_t *v)
{
	char tmp[24], *end;
	size_t i = s.n > 0 && (s.p[0] == '-' || s.p[0] == '+') ? 1 : 0;

	if (s.n >= sizeof(tmp) || i == s.n)
		return false;
	for (size_t k = i; k < s.n; k++)
		if (!digit(s.p[k]))
			return false;
	memcpy(tmp, s.p, s.n);
	tmp[s.n] = '\0';
	errno = 0;
	*v = strtoll(tmp, &end, 10);
	return errno == 0 && *end == '\0';
}

bool
hd_num_real(struct hd_str s, double *v)
{
	char tmp[64], *end;

	if (s.n == 0 || s.n >= sizeof(tmp))
		return false;
	for (size_t k = 0; k < s.n; k++)
		if (!digit(s.p[k]) && !one_of(s.p[k], "+-.eE"))
			return false;
	memcpy(tmp, s.p, s.n);
	tmp[s.n] = '\0';
	*v = strtod(tmp, &end);
	return end != tmp && *end == '\0' && isfinite(*v);
}

static int64_t
unit_seconds(struct hd_str u)
{
	static const struct {
		const char *name;
		int64_t s;
	} units[] = {
		{ "s", 1 },
		{ "sec", 1 },
		{ "secs", 1 },
		{ "second", 1 },
		{ "seconds", 1 },
		{ "m", 60 },
		{ "min", 60 },
		{ "mins", 60 },
		{ "minute", 60 },
		{ "minutes", 60 },
		{ "h", 3600 },
		{ "hr", 3600 },
		{ "hrs", 3600 },
		{ "hour", 3600 },
		{ "hours", 3600 },
		{ "d", 86400 },
		{ "day", 86400 },
		{ "days", 86400 },
		{ "w", 604800 },
		{ "week", 604800 },
		{ "weeks", 604800 },
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (hd_str_ieq(u, units[i].name))
			return units[i].s;
	return 0;
}

/* Number-unit pairs with blanks between, units falling. */
static bool
pairs(struct hd_str s, int64_t *seconds)
{
	int64_t sum = 0, n, last = INT64_MAX, unit;
	size_t i = 0, a;

	while (i < s.n) {
		a = i;
		while (i < s.n && digit(s.p[i]))
			i++;
		if (!hd_num_int((struct hd_str){ s.p + a, i - a }, &n))
			return false;
		while (i < s.n && s.p[i] == ' ')
			i++;
		a = i;
		while (i < s.n && !digit(s.p[i]) && s.p[i] != ' ')
			i++;
		unit = unit_seconds((struct hd_str){ s.p + a, i - a });
		if (unit == 0 || unit >= last || n > INT64_MAX / unit / 8)
			return false;
		sum += n * unit;
		last = unit;
		while (i < s.n && s.p[i] == ' ')
			i++;
	}
	*seconds = sum;
	return s.n > 0;
}

bool
hd_num_duration(struct hd_str s, int64_t *seconds)
{
	return memchr(s.p != NULL ? s.p : "", ' ', s.n) == NULL &&
	       pairs(s, seconds);
}

/* H:MM or H:MM:SS */
static bool
clock_span(struct hd_str s, int64_t *seconds)
{
	struct hd_str f;
	int64_t v[3] = { 0, 0, 0 };
	int n = 0;

	while (hd_str_split(&s, ':', &f)) {
		if (n == 3 || !hd_num_int(f, &v[n]) || v[n] < 0)
			return false;
		n++;
	}
	if (n < 2 || v[1] > 59 || v[2] > 59 || v[0] > INT32_MAX)
		return false;
	*seconds = v[0] * 3600 + v[1] * 60 + v[2];
	return true;
}

bool
hd_num_span(struct hd_str s, double unit, int64_t *seconds)
{
	double d;

	s = hd_str_trim(s);
	if (hd_num_real(s, &d)) {
		d *= unit;
		if (!(fabs(d) < 1e15))
			return false;
		*seconds = llround(d);
		return true;
	}
	return clock_span(s, seconds) || pairs(s, seconds);
}

static void
find_currency(struct hd_str s, char currency[4])
{
	static const struct {
		const char *mark, *code;
	} marks[] = {
		{ "\xe2\x82\xac", "EUR" },
		{ "\xc2\xa3", "GBP" },
		{ "$", "USD" },
		{ "\xc2\xa5", "JPY" },
	};
	size_t run = 0;

	currency[0] = '\0';
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (hd_str_find(s, marks[i].mark) != NULL)
			memcpy(currency, marks[i].code, 4);
	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] >= 'A' && s.p[i] <= 'Z' ? run + 1 : 0;
		if (run == 3) {
			memcpy(currency, s.p + i - 2, 3);
			currency[3] = '\0';
		}
	}
}

/*
 * Digits with separators: the last '.' or ',' is the decimal one when exactly
 * one or two digits follow it, else all of them group thousands.
 */
static bool
money_digits(struct hd_str s, double *v)
{
	char tmp[32];
	size_t n = 0, last = s.n;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '.' || s.p[i] == ',')
			last = i;
	if (last < s.n && (s.n - last - 1 > 2 || s.n - last - 1 == 0))
		last = s.n;
	for (size_t i = 0; i < s.n; i++) {
		if (n >= sizeof(tmp) - 1)
			return false;
		if (i == last)
			tmp[n++] = '.';
		else if (digit(s.p[i]))
			tmp[n++] = s.p[i];
		else if (!one_of(s.p[i], ".,' "))
			return false;
	}
	return hd_num_real((struct hd_str){ tmp, n }, v);
}

/* What may stand beside an amount: a sign, a mark, an ISO code, k or m. */
static bool
is_currency(struct hd_str s)
{
	size_t letters = 0;

	s = hd_str_trim(s);
	if (s.n > 0 && one_of(s.p[0], "kKmM") && (s.n == 1 || s.p[1] == ' '))
		s = hd_str_trim((struct hd_str){ s.p + 1, s.n - 1 });
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			letters++;
		else if (!one_of(s.p[i], "-+$ ") &&
			 (unsigned char)s.p[i] < 0x80)
			return false;
	}
	return letters == 0 || letters == 3;
}

bool
hd_num_money(struct hd_str s, int64_t *cents, char currency[4])
{
	size_t a = 0, b;
	double v, scale = 100;
	bool minus;

	s = hd_str_trim(s);
	find_currency(s, currency);
	while (a < s.n && !digit(s.p[a]))
		a++;
	b = s.n;
	while (b > a && !digit(s.p[b - 1]))
		b--;
	if (a == b || !is_currency((struct hd_str){ s.p, a }) ||
	    !is_currency((struct hd_str){ s.p + b, s.n - b }))
		return false;
	minus = memchr(s.p, '-', a) != NULL;
	if (b < s.n && (s.p[b] == 'k' || s.p[b] == 'K'))
		scale *= 1e3;
	else if (b < s.n && (s.p[b] == 'm' || s.p[b] == 'M'))
		scale *= 1e6;
	if (!money_digits((struct hd_str){ s.p + a, b - a }, &v) ||
	    v * scale > 1e15)
		return false;
	*cents = llround(v * scale) * (minus ? -1 : 1);
	return true;
}

const char *
hd_num_shortest(double v, char text[32])
{
	for (int digits = 6; digits <= 17; digits++) {
		(void)snprintf(text, 32, "%.*g", digits, v);
		if (strtod(text, NULL) == v)
			break;
	}
	return text;
}
