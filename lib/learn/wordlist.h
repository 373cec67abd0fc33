/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WORDLIST_H
#define HD_WORDLIST_H

#include "base/buf.h"

/*
 * Words of English, German, French and Spanish by what they are good for.
 * Words are given in small letters, see hd_utf8_lower().
 */

/* Of a struct hd_str and an element of a list of strings, for bsearch(3). */
int hd_word_compare(const void *key, const void *element);
/* Says nothing by itself: an article, a pronoun, a greeting, "please". */
bool hd_word_stop(struct hd_str w);
bool hd_word_month(struct hd_str w);
/* 1 to 12, 0: no month. */
unsigned hd_word_month_number(struct hd_str w);
/* A weekday, or a day told from today: "yesterday". */
bool hd_word_day(struct hd_str w);
bool hd_word_currency(struct hd_str w);
/* In front of a surname. */
bool hd_word_title(struct hd_str w);
/* A make, a system or a browser. */
bool hd_word_device(struct hd_str w);
/* The last part of a name of a host. */
bool hd_word_host(struct hd_str w);
/* What the name of a street ends with, in English; what it begins with. */
bool hd_word_street(struct hd_str w);
bool hd_word_way(struct hd_str w);
/* The ending of a file that people attach. */
bool hd_word_file(struct hd_str w);

/* What a number is the number of; words of one thing in four languages. */
enum hd_thing {
	HD_THING_NONE,
	HD_THING_ORDER,
	HD_THING_BOOKING,
	HD_THING_INVOICE,
	HD_THING_PAYMENT,
	HD_THING_PARCEL,
	HD_THING_CASE,
	HD_THING_ACCOUNT,
	HD_THING_CARD,
	HD_THING_CONTRACT,
	HD_THING_SERIAL,
	HD_THING_OFFER,
	HD_THING_METER,
	HD_THING_ERROR,
	HD_THING_REQUEST,
	HD_THING_VAT,
};
enum hd_thing hd_word_thing(struct hd_str w);

/* Two forms of a word, by a beginning long enough: "cancelled", "cancellation". */
bool hd_word_alike(struct hd_str a, struct hd_str b);

#endif
