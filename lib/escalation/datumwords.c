/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that words around them tell: see datum_int.h. */
#include <string.h>

#include "base/utf8.h"
#include "escalation/datum_int.h"
#include "learn/wordlist.h"

static const char *
after(const struct hd_chunk *k)
{
	return k->raw.p + k->raw.n;
}

static bool
one_of(struct hd_str w, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (w.p[0] == list[i][0] && hd_str_eq(w, list[i]))
			return true;
	return false;
}
#define ONE_OF(w, list) one_of(w, list, sizeof(list) / sizeof((list)[0]))

static bool
capital(const struct hd_chunk *k)
{
	return k->raw.n > 0 && !hd_str_same(k->raw, k->low) &&
	       k->raw.p[0] != k->low.p[0];
}

/* 7, 7th, 1er, 3. (its stop was cut) */
static bool
day_number(const struct hd_chunk *k, bool *ordinal)
{
	static const char *const endings[] = { "st", "nd", "rd", "th", "er",
		"º" };
	size_t i = 0;

	*ordinal = false;
	while (i < k->low.n && k->low.p[i] >= '0' && k->low.p[i] <= '9')
		i++;
	if (i == 0 || i > 2)
		return false;
	if (i == k->low.n)
		return true;
	*ordinal =
	    ONE_OF(((struct hd_str){ k->low.p + i, k->low.n - i }), endings);
	return *ordinal;
}

static bool
year(const struct hd_chunk *k)
{
	return k->raw.n == 4 && k->digits == 4 &&
	       (hd_str_starts(k->raw, "19") || hd_str_starts(k->raw, "20"));
}

/* "7 July 2026", "7 de julio", "July 7th", "July" where it is no other word */
static size_t
month_day(struct hd_chunks *c, size_t i)
{
	static const char *const of[] = { "of", "de", "del" };
	static const char *const doubtful[] = { "may", "march", "mar", "mai",
		"dec", "jun", "sept", "oct", "nov", "jan", "dez", "okt" };
	const struct hd_chunk *k = &c->v[i];
	size_t j = i + 1;
	bool ordinal;

	if (day_number(k, &ordinal)) {
		if (j + 1 < c->n && ONE_OF(c->v[j].low, of))
			j++;
		if (j < c->n && hd_word_month(c->v[j].low))
			j++;
		else if (!ordinal)
			return 0;
		else
			j = i + 1;
	} else if (!hd_word_month(k->low)) {
		return 0;
	} else if (j < c->n && day_number(&c->v[j], &ordinal)) {
		j++;
	} else if (j < c->n && year(&c->v[j])) {
		;
	} else if (!capital(k) || ONE_OF(k->low, doubtful)) {
		return 0;
	}
	if (j < c->n && year(&c->v[j]))
		j++;
	hd_datum_add(c, HD_DATUM_DATE, k->raw.p, after(&c->v[j - 1]));
	return j - i;
}

/* "three days ago", "vor drei Tagen", "hace dos días", "last week" */
static size_t
told_from_today(struct hd_chunks *c, size_t i)
{
	static const char *const before[] = { "vor", "hace", "last", "letzte",
		"letzten", "letzter", "letztes", "this", "past", "next" };
	static const char *const units[] = { "day", "days", "week", "weeks",
		"month", "months", "year", "years", "hour", "hours", "tag",
		"tage", "tagen", "woche", "wochen", "monat", "monate",
		"monaten", "jahr", "jahren", "jour", "jours", "semaine",
		"semaines", "mois", "an", "ans", "día", "días", "semana",
		"semanas", "mes", "meses", "año", "años" };
	static const char *const behind[] = { "ago", "dernier", "dernière",
		"pasado", "pasada" };

	for (size_t j = i; j < c->n && j < i + 3; j++) {
		if (!ONE_OF(c->v[j].low, units))
			continue;
		if (j > i && ONE_OF(c->v[i].low, before)) {
			hd_datum_add(
			    c, HD_DATUM_DATE, c->v[i].raw.p, after(&c->v[j]));
			return j - i + 1;
		}
		if (j + 1 < c->n && j <= i + 1 &&
		    ONE_OF(c->v[j + 1].low, behind)) {
			hd_datum_add(c, HD_DATUM_DATE, c->v[i].raw.p,
			    after(&c->v[j + 1]));
			return j - i + 2;
		}
		return 0;
	}
	return 0;
}

static size_t
date(struct hd_chunks *c, size_t i)
{
	static const char *const in[] = { "in", "since", "seit", "depuis",
		"desde", "en" };
	size_t took = month_day(c, i);

	if (took == 0)
		took = told_from_today(c, i);
	if (took > 0)
		return took;
	if (!hd_word_day(c->v[i].low) &&
	    !(i > 0 && year(&c->v[i]) && ONE_OF(c->v[i - 1].low, in)))
		return 0;
	hd_datum_add(c, HD_DATUM_DATE, c->v[i].raw.p, after(&c->v[i]));
	return 1;
}

/* Four figures behind "card", "ending in", or stars. */
static bool
card(const struct hd_chunks *c, size_t i)
{
	static const char *const ends[] = { "ending", "ends", "end", "endend",
		"endet", "endung", "endziffern", "terminant", "finissant",
		"termine", "finit", "terminada", "termina", "acaba", "visa",
		"mastercard", "amex", "maestro", "digits", "last4" };
	const struct hd_chunk *k = &c->v[i];

	if (k->digits != 4)
		return false;
	if (k->raw.n > 4)
		return k->raw.p[0] == '*' && k->letters == 0;
	for (size_t j = 1; j <= 3 && j <= i; j++)
		if (ONE_OF(c->v[i - j].low, ends) ||
		    hd_word_thing(c->v[i - j].low) == HD_THING_CARD)
			return true;
	return false;
}

/*
 * Five to eight capitals, or a number.  Who writes in capitals alone gives no
 * code by it.
 */
static bool
reference(const struct hd_chunks *c, size_t i)
{
	const struct hd_chunk *k = &c->v[i];

	if (k->digits == k->raw.n)
		return k->digits >= 3;
	for (size_t j = 0; j < k->raw.n; j++)
		if (k->raw.p[j] < 'A' || k->raw.p[j] > 'Z')
			return false;
	return i > 0 && k->raw.n >= 5 && k->raw.n <= 8 &&
	       (hd_str_same(c->v[i - 1].raw, c->v[i - 1].low) ||
		   hd_str_eq(c->v[i - 1].low, "pnr"));
}

/* Capitals behind "reference"; a number behind "error" or "ticket". */
static bool
named(const struct hd_chunks *c, size_t i)
{
	static const char *const names[] = { "reference", "ref", "code", "pnr",
		"locator", "referenz", "buchungscode", "référence",
		"localizador", "referencia", "código", "number", "no", "nr",
		"nummer", "numéro", "número" };

	if (!reference(c, i))
		return false;
	for (size_t j = 1; j <= 2 && j <= i; j++)
		if (ONE_OF(c->v[i - j].low, names) ||
		    (j == 1 && hd_word_thing(c->v[i - j].low) != HD_THING_NONE))
			return true;
	return false;
}

/* "9.40" behind "at"; "9 am" */
static bool
time_told(const struct hd_chunks *c, size_t i, size_t *took)
{
	static const char *const at[] = { "at", "um", "à", "las", "by", "from",
		"till", "until", "gegen", "vers", "before", "after", "ab" };
	static const char *const units[] = { "am", "pm", "uhr", "h", "o'clock",
		"heures", "horas" };
	const struct hd_chunk *k = &c->v[i];

	if (!k->number || k->digits > 4)
		return false;
	if (i + 1 < c->n && ONE_OF(c->v[i + 1].low, units)) {
		*took = 2;
		return true;
	}
	*took = 1;
	return i > 0 && k->others == 1 && k->digits >= 3 &&
	       ONE_OF(c->v[i - 1].low, at);
}

static bool
house(const struct hd_chunk *k)
{
	return k->digits > 0 && k->digits <= 4 && k->letters <= 1 &&
	       k->low.p[0] >= '0' && k->low.p[0] <= '9' && !year(k);
}

static bool
next_to(const struct hd_chunk *a, const struct hd_chunk *b)
{
	return b->raw.p - after(a) <= 1;
}

/* "Hauptstraße", "Lindenweg" */
static bool
german_street(const struct hd_chunk *k)
{
	static const char *const ends[] = { "straße", "strasse", "str", "weg",
		"platz", "allee", "gasse", "damm", "ufer", "ring" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t n = strlen(ends[i]);

		if (k->low.n > n + 2 && capital(k) &&
		    memcmp(k->low.p + k->low.n - n, ends[i], n) == 0)
			return true;
	}
	return false;
}

#define STREET_WORDS 4

/* "5 High Street", "7 The Maltings"; "12 rue du Port"; "Lindenweg 3" */
static size_t
address(const struct hd_chunks *c, size_t i)
{
	const struct hd_chunk *v = c->v;
	size_t j = i + 1, names = 0;

	if (german_street(&v[i]))
		return j < c->n && house(&v[j]) ? 2 : 0;
	if (hd_word_way(v[i].low) && !capital(&v[i])) {
		while (j < c->n && j <= i + STREET_WORDS && !house(&v[j]))
			j++;
		return j < c->n && j > i + 1 && house(&v[j]) ? j - i + 1 : 0;
	}
	if (!house(&v[i]) || j >= c->n || !next_to(&v[i], &v[j]))
		return 0;
	if (hd_word_way(v[j].low))
		return j + 1 < c->n ? 3 : 0;
	for (; j < c->n && j <= i + STREET_WORDS && next_to(&v[j - 1], &v[j]);
	     j++) {
		if (hd_word_street(v[j].low) && j > i + 1)
			return j - i + 1;
		if (!capital(&v[j]) || hd_word_month(v[j].low))
			break;
		names++;
	}
	return names >= 2 ? names + 1 : 0;
}

/* "609 114 552": figures in groups */
static size_t
groups(const struct hd_chunks *c, size_t i)
{
	size_t j = i, digits = 0;

	while (j < c->n && c->v[j].digits == c->v[j].raw.n &&
	       c->v[j].digits >= 2 &&
	       (j == i || next_to(&c->v[j - 1], &c->v[j])))
		digits += c->v[j++].digits;
	return j - i >= 3 && digits >= 7 ? j - i : 0;
}

/* One word, or two. */
static size_t
single(const struct hd_chunks *c, size_t i, enum hd_datum_kind *kind)
{
	const struct hd_chunk *k = &c->v[i];
	size_t took = 1;

	if (card(c, i))
		*kind = HD_DATUM_CARD;
	else if (named(c, i))
		*kind = HD_DATUM_ID;
	else if (time_told(c, i, &took))
		*kind = HD_DATUM_TIME;
	else if (hd_word_device(k->low))
		*kind = HD_DATUM_DEVICE;
	else if (k->digits > 0)
		*kind = HD_DATUM_NUMBER;
	else if (i + 1 < c->n && capital(k) && hd_word_title(k->low) &&
		 capital(&c->v[i + 1])) {
		*kind = HD_DATUM_PERSON;
		took = 2;
	} else
		return 0;
	return took;
}

size_t
hd_datum_words(struct hd_chunks *c, size_t i)
{
	enum hd_datum_kind kind = HD_DATUM_ADDRESS;
	size_t took = date(c, i);

	if (took > 0)
		return took;
	if ((took = address(c, i)) == 0) {
		kind = HD_DATUM_ID;
		took = groups(c, i);
	}
	if (took == 0)
		took = single(c, i, &kind);
	if (took > 0)
		hd_datum_add(
		    c, kind, c->v[i].raw.p, after(&c->v[i + took - 1]));
	return took;
}
