/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What looks like personal data: see personal.h. */
#include <string.h>

#include "check/personal.h"

#define CARD_MIN  13
#define PHONE_MIN 10
#define PHONE_MAX 15

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') ||
	       (c != '\0' && strchr("._%+-", c) != NULL);
}

/* example.com and its like, by its last labels. */
static bool
is_reserved(struct hd_str host)
{
	static const char *const names[] = { "example", "example.com",
		"example.net", "example.org", "test", "invalid", "localhost" };
	size_t n;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		n = strlen(names[i]);
		if (host.n < n || (host.n > n && host.p[host.n - n - 1] != '.'))
			continue;
		if (hd_str_ieq(
			(struct hd_str){ host.p + host.n - n, n }, names[i]))
			return true;
	}
	return false;
}

/* The @ at byte i between a name and a host with a dot. */
static bool
is_address(struct hd_str text, size_t i)
{
	struct hd_str host = { text.p + i + 1, 0 };

	if (i == 0 || !is_word(text.p[i - 1]))
		return false;
	while (i + 1 + host.n < text.n && is_word(host.p[host.n]))
		host.n++;
	while (host.n > 0 && host.p[host.n - 1] == '.')
		host.n--;
	return memchr(host.p, '.', host.n) != NULL && !is_reserved(host);
}

struct hd_digits
hd_digits_at(struct hd_str text, size_t at)
{
	struct hd_digits x = { .plus = at > 0 && text.p[at - 1] == '+' };
	size_t gap = 0, i = at;

	for (; i < text.n && gap < 3 && x.n <= HD_CARD_MAX; i++) {
		if (!is_digit(text.p[i])) {
			if (text.p[i] == '\0' ||
			    strchr(" -.()/", text.p[i]) == NULL)
				break;
			gap++;
			continue;
		}
		x.groups += gap > 0 || x.n == 0;
		gap = 0;
		if (x.groups <= 3)
			x.size[x.groups - 1]++;
		x.digit[x.n++] = text.p[i];
		x.bytes = i + 1 - at;
	}
	return x;
}

static bool
luhn(const struct hd_digits *x)
{
	int sum = 0, d;

	for (size_t i = 0; i < x->n; i++) {
		d = x->digit[x->n - 1 - i] - '0';
		if (i % 2 == 1)
			d = d * 2 > 9 ? d * 2 - 9 : d * 2;
		sum += d;
	}
	return sum % 10 == 0;
}

bool
hd_digits_card(const struct hd_digits *x)
{
	return x->n >= CARD_MIN && x->n <= HD_CARD_MAX && x->digit[0] >= '3' &&
	       x->digit[0] <= '6' && luhn(x);
}

bool
hd_digits_phone(const struct hd_digits *x)
{
	bool national = x->groups > 1 && x->digit[0] == '0';
	bool american =
	    x->groups == 3 && x->n == 10 && x->size[0] == 3 && x->size[1] == 3;

	if (x->n < PHONE_MIN || x->n > PHONE_MAX)
		return false;
	return x->plus || national || american;
}

/* Numbers that belong to nobody. */
static bool
card_of_tests(const struct hd_digits *x)
{
	return memcmp(x->digit, "4111111111111111", x->n < 16 ? x->n : 16) == 0;
}

static bool
phone_of_films(const struct hd_digits *x)
{
	return memcmp(x->digit + x->n - 7, "55501", 5) == 0;
}

const char *
hd_looks_personal(struct hd_str text)
{
	struct hd_digits x;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '@' && is_address(text, i))
			return "an e-mail address";
		if (!is_digit(text.p[i]))
			continue;
		x = hd_digits_at(text, i);
		if (hd_digits_card(&x) && !card_of_tests(&x))
			return "a card number";
		if (hd_digits_phone(&x) && !phone_of_films(&x))
			return "a telephone number";
		i += x.bytes - 1;
	}
	return NULL;
}
