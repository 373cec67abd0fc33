/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DATUM_H
#define HD_DATUM_H

#include "base/buf.h"
#include "base/mem.h"

/*
 * Particulars that a text holds, by their shape: what somebody who asks for
 * an e-mail address, a reference or a day would be told.  English, German,
 * French and Spanish words for months, days, currencies and titles.
 */
enum hd_datum_kind {
	HD_DATUM_EMAIL,
	HD_DATUM_URL, /* with http:// or www. */
	HD_DATUM_DOMAIN,
	HD_DATUM_FILE,	/* a name with the ending of a document or picture */
	HD_DATUM_PHONE, /* 9 to 15 digits with a + or a 0 in front */
	HD_DATUM_ID,	/* letters with digits, or five digits and more */
	HD_DATUM_CARD,	/* the last four digits of a card */
	HD_DATUM_MONEY,
	HD_DATUM_DATE, /* also weekdays, "yesterday" and "the 13th" */
	HD_DATUM_TIME, /* of the day */
	HD_DATUM_QUOTED,
	HD_DATUM_PERSON,  /* with a title */
	HD_DATUM_DEVICE,  /* a make, a system, a browser */
	HD_DATUM_ADDRESS, /* a street and a number */
	HD_DATUM_NUMBER,  /* any other */
	HD_DATUM_KINDS,
};

struct hd_datum {
	enum hd_datum_kind kind;
	struct hd_str span; /* of the text */
};

struct hd_data {
	struct hd_datum *v; /* in the order of the text, apart */
	size_t n, cap;
};

/* The name of a kind, as tests print it. */
const char *hd_datum_name(enum hd_datum_kind k);
/* Find them; borrowed from the text and the arena. */
void hd_data_find(
    struct hd_str text, struct hd_arena *arena, struct hd_data *found);
/* The same particular, however it is written: "TT-12" and "tt 12". */
bool hd_data_same(struct hd_str a, struct hd_str b);
/* The same day: "12 July" and "2026-07-12"; the same amount: "75" and "£75.00". */
bool hd_data_same_day(struct hd_str a, struct hd_str b);
bool hd_data_same_amount(struct hd_str a, struct hd_str b);

#endif
