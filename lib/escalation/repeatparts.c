/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence asks for beside what the rules marked: see repeat_int.h. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "escalation/repeat_int.h"
#include "learn/wordlist.h"

/* What else is asked for begins with one of these, sorted. */
static const char *const begins[] = { "a", "an", "any", "combien", "como",
	"cuando", "cuál", "cuándo", "cuánto", "cuántos", "das", "den", "der",
	"die", "du", "dónde", "el", "for", "how", "ihr", "ihre", "ihren", "la",
	"las", "le", "les", "los", "of", "où", "quand", "quel", "quelle",
	"quelles", "quels", "qui", "quién", "qué", "su", "sus", "the", "tu",
	"un", "una", "une", "vos", "votre", "wann", "was", "welche", "welchem",
	"welchen", "welcher", "welches", "what", "when", "where", "which",
	"who", "whom", "whose", "wie", "wo", "your" };

static bool
asks_on(struct hd_repeat *r, struct hd_str rest)
{
	struct hd_str word;

	if (!hd_utf8_word(&rest, &word))
		return false;
	hd_buf_reset(&r->low);
	hd_utf8_lower(&r->low, word);
	word = hd_buf_str(&r->low);
	return bsearch(&word, begins, sizeof(begins) / sizeof(begins[0]),
		   sizeof(begins[0]), hd_word_compare) != NULL;
}

/* After "and" or a comma: how many bytes lead to the next thing, or 0. */
static size_t
joint(struct hd_str rest)
{
	static const char *const joints[] = { " and ", " und ", " et ", " y ",
		" sowie ", " & ", ", and ", ", " };

	for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++)
		if (hd_str_starts(rest, joints[i]))
			return strlen(joints[i]);
	return 0;
}

static bool
is_asked(const struct hd_asks *asks, struct hd_str part)
{
	for (size_t i = 0; i < asks->n; i++) {
		struct hd_str c = asks->v[i].clause;

		/* a detail that is all of a list names none of its lines */
		if (!asks->v[i].part && memchr(c.p, '\n', c.n) != NULL)
			continue;
		if (c.p < part.p + part.n && part.p < c.p + c.n)
			return true;
	}
	return false;
}

static void
add(struct hd_repeat *r, struct hd_str part, struct hd_str quote, size_t most,
    struct hd_asks *asks)
{
	struct hd_ask a = { .item = "detail", .part = true };

	a.clause = hd_str_trim(part);
	a.quote = quote.p != NULL ? quote : a.clause;
	if (asks->n == most || a.clause.n == 0 || is_asked(asks, a.clause))
		return;
	hd_rtext_make(r, a.clause, &a.words);
	for (size_t i = 0; i < a.words.n; i++)
		a.things |= 1u << hd_word_thing(a.words.w[i].low);
	a.things &= ~(1u << HD_THING_NONE);
	asks->v[asks->n++] = a;
}

/* What comes after the ask in its sentence. */
static void
rest_of_sentence(struct hd_repeat *r, const struct hd_ask *first, size_t most,
    struct hd_asks *asks)
{
	const char *p = first->clause.p, *end = first->quote.p + first->quote.n,
		   *from = NULL;

	for (; p < end; p++) {
		struct hd_str rest = { p, (size_t)(end - p) };
		size_t n = joint(rest);

		if (n == 0)
			continue;
		if (from != NULL)
			add(r, (struct hd_str){ from, (size_t)(p - from) },
			    first->quote, most, asks);
		rest = (struct hd_str){ p + n, (size_t)(end - p) - n };
		from = asks_on(r, rest) ? rest.p : NULL;
		p += n - 1;
	}
	if (from != NULL)
		add(r, (struct hd_str){ from, (size_t)(end - from) },
		    first->quote, most, asks);
}

/* The list that a sentence ends in, or the rest of it: a line each. */
static void
lines_below(
    struct hd_repeat *r, struct hd_str below, size_t most, struct hd_asks *asks)
{
	const char *p = below.p, *end = below.p + below.n;

	while (p < end) {
		const char *eol = memchr(p, '\n', (size_t)(end - p));
		struct hd_str line;

		if (eol == NULL)
			eol = end;
		line = hd_str_trim((struct hd_str){ p, (size_t)(eol - p) });
		if (line.n > 0 && strchr("-*", line.p[0]) == NULL &&
		    !isdigit((unsigned char)line.p[0]) &&
		    !hd_str_starts(line, "•") && !hd_str_starts(line, "–"))
			return;
		add(r, line, (struct hd_str){ NULL, 0 }, most, asks);
		p = eol == end ? end : eol + 1;
	}
}

void
hd_ask_parts(struct hd_repeat *r, size_t turn, struct hd_asks *asks)
{
	struct hd_str body = r->e->turns[turn].m->body;
	size_t n = asks->n, most = n + HD_ASK_PARTS;

	for (size_t i = 0; i < n; i++) {
		struct hd_ask a = asks->v[i];
		const char *end = a.quote.p + a.quote.n;

		rest_of_sentence(r, &a, most, asks);
		if (memchr(a.quote.p, ':', a.quote.n) != NULL)
			lines_below(r,
			    (struct hd_str){
				end, (size_t)(body.p + body.n - end) },
			    most, asks);
	}
}
