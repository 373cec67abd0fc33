/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages: see lang.h. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libexttextcat/textcat.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"

#define FINGERPRINTS "/usr/share/libexttextcat/"
#define ENOUGH	     400 /* bytes of text; more makes it slower, not surer */

struct hd_lang {
	void *h;
	char code[8];
};

struct hd_lang *
hd_lang_open(const char *conf, struct hd_err *err)
{
	struct hd_lang *l = hd_xcalloc(1, sizeof(*l));

	l->h = special_textcat_Init(conf, FINGERPRINTS);
	if (l->h != NULL)
		return l;
	(void)hd_err_set(err, HD_ESYS,
	    "cannot read '%s' or the fingerprints in " FINGERPRINTS
	    ": install libexttextcat-data",
	    conf);
	free(l);
	return NULL;
}

void
hd_lang_close(struct hd_lang *l)
{
	if (l == NULL)
		return;
	textcat_Done(l->h);
	free(l);
}

/*
 * Common words of the languages that rule sets read, to confirm a fingerprint
 * by: letters shuffled or enciphered look like some language too, words do not.
 * The first `own` of English no other language of languages.conf has.
 */
static const struct {
	const char *code;
	const char *const *words;
	size_t n, own;
} lists[] = {
#define LIST(code, own, ...)                                       \
	{                                                          \
		code, (const char *const[]){ __VA_ARGS__ },        \
		    sizeof((const char *const[]){ __VA_ARGS__ }) / \
			sizeof(const char *),                      \
		    own                                            \
	}
	LIST("en", 20, "the", "and", "my", "you", "your", "with", "this",
	    "that", "have", "not", "what", "how", "please", "would", "are",
	    "been", "from", "when", "where", "which", "is", "it", "in", "of",
	    "to", "a", "i", "do", "can", "for", "on", "was", "me", "why", "if",
	    "no", "an", "need", "get", "help", "did", "does", "has", "at",
	    "order", "card", "account", "want", "thanks", "hello", "hi"),
	LIST("de", 0, "der", "die", "das", "und", "ich", "ist", "nicht", "mein",
	    "meine", "ein", "eine", "wie", "was", "mit", "auf", "bitte",
	    "hallo", "haben", "habe", "kann", "wir", "sie", "es", "zu", "den",
	    "dem", "von", "im", "bei", "noch", "sich", "danke"),
	LIST("fr", 0, "le", "la", "les", "et", "je", "est", "pas", "mon", "ma",
	    "mes", "un", "une", "vous", "nous", "que", "qui", "pour", "avec",
	    "dans", "sur", "bonjour", "merci", "avez", "comment", "du", "des",
	    "en", "ne", "de", "il", "ce"),
	LIST("es", 0, "el", "la", "los", "las", "y", "mi", "mis", "no", "un",
	    "una", "que", "por", "para", "con", "en", "hola", "gracias", "como",
	    "es", "de", "se", "lo", "me", "del", "al", "su", "pero", "ha"),
#undef LIST
};

/* Words of s, and how many of them are among the first n of a list. */
static size_t
count_hits(struct hd_str s, size_t list, size_t n, size_t *words)
{
	size_t hits = 0, start = 0;

	*words = 0;
	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && (s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z')
			continue;
		for (size_t k = 0; i > start && k < n; k++)
			if (strlen(lists[list].words[k]) == i - start &&
			    strncasecmp(s.p + start, lists[list].words[k],
				i - start) == 0) {
				hits++;
				break;
			}
		*words += i > start;
		start = i + 1;
	}
	return hits;
}

/*
 * Most texts are plainly English, and the library takes longer over them than
 * all rules together; and a short question looks like Romanian to it.  Two such
 * words that are a fifth of all need no fingerprint.
 */
static bool
plainly_english(struct hd_str s)
{
	size_t words, hits = count_hits(s, 0, lists[0].own, &words);

	return hits >= 2 && hits * 5 >= words;
}

static bool
has_list(const char *code)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (strcmp(lists[i].code, code) == 0)
			return true;
	return false;
}

/* Is one of the language's words in the text? */
static bool
confirmed(struct hd_str s, const char *code)
{
	size_t words;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (strcmp(lists[i].code, code) == 0)
			return count_hits(s, i, lists[i].n, &words) > 0;
	return false;
}

/* Take the next "[code]" of an answer into l; false at its end. */
static bool
next_code(struct hd_lang *l, const char **answer)
{
	const char *end = strchr(*answer, ']');
	size_t n = end != NULL ? (size_t)(end - *answer) - 1 : 0;

	if (**answer != '[' || n == 0 || n >= sizeof(l->code))
		return false;
	memcpy(l->code, *answer + 1, n);
	l->code[n] = '\0';
	*answer = end + 1;
	return true;
}

/*
 * The answer is "[en][nl]", the best first, "SHORT" or "UNKNOWN".  The first
 * that a word confirms is it; else the best, unless it should have had a word.
 */
const char *
hd_lang_detect(struct hd_lang *l, struct hd_str text)
{
	const char *answer, *p;

	text = hd_utf8_head(text, ENOUGH);
	if (plainly_english(text))
		return "en";
	answer = textcat_Classify(l->h, text.p, text.n);
	if (answer == NULL)
		return "";
	for (p = answer; next_code(l, &p);)
		if (confirmed(text, l->code))
			return l->code;
	p = answer;
	return next_code(l, &p) && !has_list(l->code) ? l->code : "";
}
