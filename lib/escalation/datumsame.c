/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same particular, however it is written: see datum.h. */
#include <string.h>

#include "base/utf8.h"
#include "escalation/datum.h"
#include "learn/wordlist.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
next_sign(const char **p, const char *end, char *sign)
{
	for (; *p < end; (*p)++) {
		*sign = **p;
		if (*sign >= 'A' && *sign <= 'Z')
			*sign = (char)(*sign | 0x20);
		if ((*sign >= 'a' && *sign <= 'z') || digit(*sign) ||
		    (*sign & 0x80)) {
			(*p)++;
			return true;
		}
	}
	return false;
}

bool
hd_data_same(struct hd_str a, struct hd_str b)
{
	const char *p = a.p, *q = b.p;
	char x, y;
	bool more, some = false;

	while ((more = next_sign(&p, a.p + a.n, &x)) ==
	       next_sign(&q, b.p + b.n, &y)) {
		if (!more)
			return some;
		if (x != y)
			return false;
		some = true;
	}
	return false;
}

/* What a day is told by: figures up to 31, the month as one; or a year. */
struct day {
	unsigned numbers; /* a bit each */
	unsigned year;
};

static void
add_number(struct day *d, unsigned n)
{
	if (n >= 1 && n <= 31)
		d->numbers |= 1u << n;
	else if (n >= 1900)
		d->year = n;
}

static struct day
read_day(struct hd_str s, struct hd_buf *low)
{
	struct day d = { 0, 0 };
	struct hd_str rest, word;

	hd_buf_reset(low);
	hd_utf8_lower(low, s);
	rest = hd_buf_str(low);
	while (hd_utf8_word(&rest, &word)) {
		unsigned n = 0;
		size_t i = 0;

		while (i < word.n && i < 4 && digit(word.p[i]))
			n = 10 * n + (unsigned)(word.p[i++] - '0');
		add_number(&d, i > 0 ? n : hd_word_month_number(word));
	}
	return d;
}

/* All that the shorter one tells is told by the other. */
bool
hd_data_same_day(struct hd_str a, struct hd_str b)
{
	struct hd_buf low = HD_BUF_INIT;
	struct day x = read_day(a, &low), y = read_day(b, &low);
	unsigned both = x.numbers & y.numbers;

	hd_buf_release(&low);
	if (x.year != 0 && y.year != 0 && x.year != y.year)
		return false;
	if (both == 0)
		return x.numbers == y.numbers && x.year != 0 &&
		       x.year == y.year;
	return both == x.numbers || both == y.numbers;
}

/* The next figure of a number, without separators and noughts of cents. */
static bool
next_figure(struct hd_str s, size_t *i, char *figure)
{
	for (; *i < s.n; ++*i) {
		if ((s.p[*i] == '.' || s.p[*i] == ',') && *i + 3 <= s.n &&
		    s.p[*i + 1] == '0' && s.p[*i + 2] == '0' &&
		    (*i + 3 == s.n || !digit(s.p[*i + 3])))
			return false;
		if (digit(s.p[*i])) {
			*figure = s.p[(*i)++];
			return true;
		}
	}
	return false;
}

bool
hd_data_same_amount(struct hd_str a, struct hd_str b)
{
	size_t i = 0, j = 0;
	char x, y;
	bool more, some = false;

	while ((more = next_figure(a, &i, &x)) == next_figure(b, &j, &y)) {
		if (!more)
			return some;
		if (x != y)
			return false;
		some = true;
	}
	return false;
}
