/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PERSONAL_H
#define HD_PERSONAL_H

#include "base/buf.h"

/*
 * Does the text hold what looks like an e-mail address, a card number (13 to
 * 19 digits, the check digit of Luhn, ISO/IEC 7812-1) or a telephone number?
 * What it is, in words, or NULL.  Reserved names and numbers do not count:
 * example.com (RFC 2606), 555-01XX, the test card 4111 1111 1111 1111.
 */
const char *hd_looks_personal(struct hd_str text);

#define HD_CARD_MAX 19 /* digits */

/* Digits with single blanks, hyphens, dots, slashes or parentheses between. */
struct hd_digits {
	char digit[HD_CARD_MAX + 1];
	size_t n;	      /* HD_CARD_MAX + 1: that, or more */
	size_t groups, bytes; /* the last byte is a digit */
	size_t size[3];	      /* digits of the first groups */
	bool plus;
};

/* Those that begin with the digit at byte `at`. */
struct hd_digits hd_digits_at(struct hd_str text, size_t at);
bool hd_digits_card(const struct hd_digits *x);
/*
 * Order numbers and dates have gaps as well: without + it is one that begins
 * with the 0 of national dialling, or the 3-3-4 of North America.
 */
bool hd_digits_phone(const struct hd_digits *x);

#endif
