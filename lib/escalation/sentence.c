/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a message: see sentence.h. */
#include <string.h>

#include "escalation/sentence.h"

/* A full stop inside "12.50" or a name ends nothing. */
static bool
ends(const char *p, const char *end)
{
	if (*p == '\n')
		return true;
	return strchr(".!?", *p) != NULL &&
	       (p + 1 == end || strchr(" \n\t\"')", p[1]) != NULL);
}

bool
hd_sentence_next(struct hd_str *rest, struct hd_str *sentence)
{
	const char *p, *end = rest->p + rest->n;

	if (rest->n == 0)
		return false;
	for (p = rest->p; p < end && !ends(p, end); p++)
		;
	if (p < end)
		p++;
	*sentence = (struct hd_str){ rest->p, (size_t)(p - rest->p) };
	*rest = (struct hd_str){ p, (size_t)(end - p) };
	return true;
}

struct hd_str
hd_sentence_at(struct hd_str text, struct hd_str words)
{
	struct hd_str rest = text, one;

	if (words.p == NULL)
		return words;
	while (hd_sentence_next(&rest, &one))
		if (words.p >= one.p && words.p < one.p + one.n)
			return hd_str_trim(one);
	return text;
}

static bool
ends_paragraph(const char *p, const char *end)
{
	for (p++; p < end && (*p == ' ' || *p == '\t' || *p == '\r'); p++)
		;
	return p < end && (*p == '\n' || *p == '-' || *p == '*');
}

/* A stop that is followed by a blank, or a line that ends a paragraph. */
static bool
ends_wrapped(const char *p, const char *end)
{
	if (*p == '\n')
		return ends_paragraph(p, end);
	return strchr(".?!", *p) != NULL &&
	       (p + 1 == end || p[1] == ' ' || p[1] == '\n' || p[1] == '\r');
}

struct hd_str
hd_sentence_of(struct hd_str text, struct hd_str words)
{
	const char *end = text.p + text.n, *from = words.p, *to;

	while (from > text.p && !ends_wrapped(from - 1, end))
		from--;
	to = words.n > 0 ? words.p + words.n - 1 : words.p;
	while (to < end && !ends_wrapped(to, end))
		to++;
	if (to < end && *to != '\n')
		to++;
	return hd_str_trim((struct hd_str){ from, (size_t)(to - from) });
}
