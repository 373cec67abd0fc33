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
	size_t first[27]; /* of owns, by the first letter */
	char code[8];
};

/*
 * Common words of the languages that rule sets read, to confirm a fingerprint
 * by: letters shuffled or enciphered look like some language too, words do not.
 */
static const struct {
	const char *code;
	const char *const *words;
	size_t n;
} lists[] = {
#define LIST(code, ...)                                            \
	{                                                          \
		code, (const char *const[]){ __VA_ARGS__ },        \
		    sizeof((const char *const[]){ __VA_ARGS__ }) / \
			sizeof(const char *)                       \
	}
	LIST("en", "the", "and", "my", "you", "your", "with", "this", "that",
	    "have", "not", "what", "how", "please", "would", "are", "been",
	    "from", "when", "where", "which", "is", "it", "in", "of", "to", "a",
	    "i", "do", "can", "for", "on", "was", "me", "why", "if", "no", "an",
	    "need", "get", "help", "did", "does", "has", "at", "order", "card",
	    "account", "want", "thanks", "hello", "hi"),
	LIST("de", "der", "die", "das", "und", "ich", "ist", "nicht", "mein",
	    "meine", "ein", "eine", "wie", "was", "mit", "auf", "bitte",
	    "hallo", "haben", "habe", "kann", "wir", "sie", "es", "zu", "den",
	    "dem", "von", "im", "bei", "noch", "sich", "danke"),
	LIST("fr", "le", "la", "les", "et", "je", "est", "pas", "mon", "ma",
	    "mes", "un", "une", "vous", "nous", "que", "qui", "pour", "avec",
	    "dans", "sur", "bonjour", "merci", "avez", "comment", "du", "des",
	    "en", "ne", "de", "il", "ce"),
	LIST("es", "el", "la", "los", "las", "y", "mi", "mis", "no", "un",
	    "una", "que", "por", "para", "con", "en", "hola", "gracias", "como",
	    "es", "de", "se", "lo", "me", "del", "al", "su", "pero", "ha"),
#undef LIST
};

/*
 * Words that no other language of languages.conf has, in the order of the
 * alphabet; letters beyond ASCII part a word.  Two that are strong tell enough
 * of a short text.
 */
enum tongue {
	EN,
	DE,
	FR,
	ES,
	TONGUES
};

static const struct own {
	const char *word;
	enum tongue in;
	bool strong;
} owns[] = {
	{ "aber", DE, false },
	{ "about", EN, false },
	{ "after", EN, false },
	{ "again", EN, false },
	{ "ahora", ES, false },
	{ "alguien", ES, false },
	{ "and", EN, true },
	{ "any", EN, false },
	{ "are", EN, true },
	{ "auch", DE, false },
	{ "auf", DE, false },
	{ "aussi", FR, false },
	{ "avec", FR, false },
	{ "avez", FR, false },
	{ "ayer", ES, false },
	{ "because", EN, false },
	{ "been", EN, true },
	{ "before", EN, false },
	{ "bei", DE, false },
	{ "being", EN, false },
	{ "bitte", DE, false },
	{ "bonjour", FR, false },
	{ "cela", FR, false },
	{ "cette", FR, false },
	{ "comment", FR, false },
	{ "could", EN, false },
	{ "cuando", ES, false },
	{ "dans", FR, false },
	{ "dem", DE, false },
	{ "depuis", FR, false },
	{ "did", EN, false },
	{ "does", EN, false },
	{ "donde", ES, false },
	{ "eine", DE, false },
	{ "einen", DE, false },
	{ "el", ES, false },
	{ "estoy", ES, false },
	{ "fait", FR, false },
	{ "from", EN, true },
	{ "gracias", ES, false },
	{ "habe", DE, false },
	{ "haben", DE, false },
	{ "hace", ES, false },
	{ "hasta", ES, false },
	{ "have", EN, true },
	{ "hola", ES, false },
	{ "how", EN, true },
	{ "ich", DE, false },
	{ "ihnen", DE, false },
	{ "ihr", DE, false },
	{ "ihre", DE, false },
	{ "ist", DE, false },
	{ "je", FR, false },
	{ "kann", DE, false },
	{ "kein", DE, false },
	{ "keine", DE, false },
	{ "know", EN, false },
	{ "llega", ES, false },
	{ "los", ES, false },
	{ "mein", DE, false },
	{ "meine", DE, false },
	{ "meiner", DE, false },
	{ "merci", FR, false },
	{ "mis", ES, false },
	{ "mon", FR, false },
	{ "muy", ES, false },
	{ "my", EN, true },
	{ "necesito", ES, false },
	{ "need", EN, false },
	{ "nicht", DE, false },
	{ "noch", DE, false },
	{ "not", EN, true },
	{ "notre", FR, false },
	{ "nous", FR, false },
	{ "oder", DE, false },
	{ "only", EN, false },
	{ "pero", ES, false },
	{ "peut", FR, false },
	{ "please", EN, true },
	{ "pour", FR, false },
	{ "pouvez", FR, false },
	{ "puedo", ES, false },
	{ "puis", FR, false },
	{ "quiero", ES, false },
	{ "schon", DE, false },
	{ "seit", DE, false },
	{ "should", EN, false },
	{ "sich", DE, false },
	{ "sigue", ES, false },
	{ "sind", DE, false },
	{ "sont", FR, false },
	{ "suis", FR, false },
	{ "tengo", ES, false },
	{ "that", EN, true },
	{ "the", EN, true },
	{ "their", EN, false },
	{ "there", EN, false },
	{ "these", EN, false },
	{ "they", EN, false },
	{ "this", EN, true },
	{ "today", EN, false },
	{ "toujours", FR, false },
	{ "und", DE, false },
	{ "une", FR, false },
	{ "usted", ES, false },
	{ "ustedes", ES, false },
	{ "vos", FR, false },
	{ "votre", FR, false },
	{ "vous", FR, false },
	{ "wenn", DE, false },
	{ "were", EN, false },
	{ "what", EN, true },
	{ "when", EN, true },
	{ "where", EN, true },
	{ "which", EN, true },
	{ "who", EN, false },
	{ "why", EN, false },
	{ "wir", DE, false },
	{ "wird", DE, false },
	{ "with", EN, true },
	{ "would", EN, true },
	{ "wurde", DE, false },
	{ "you", EN, true },
	{ "your", EN, true },
	{ "zum", DE, false },
	{ "zur", DE, false },
};

#define OWNS	((size_t)(sizeof(owns) / sizeof(owns[0])))
#define OWN_MAX 8 /* letters of the longest */

static bool
letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Letters of the word at s, up to end. */
static size_t
word_len(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && letter(s[n]))
		n++;
	return n;
}

static void
index_owns(struct hd_lang *l)
{
	size_t i = 0;

	for (size_t c = 0; c < 26; c++) {
		l->first[c] = i;
		while (i < OWNS && owns[i].word[0] == (char)('a' + c))
			i++;
	}
	l->first[26] = i;
}

/* The language whose own the word of n letters is, or NULL. */
static const struct own *
own(const struct hd_lang *l, const char *word, size_t n)
{
	char w[OWN_MAX + 1] = "";
	size_t c;

	if (n == 0 || n > OWN_MAX)
		return NULL;
	for (size_t i = 0; i < n; i++)
		w[i] = (char)(word[i] | 32);
	c = (size_t)(w[0] - 'a');
	for (size_t i = l->first[c]; i < l->first[c + 1]; i++)
		if (strcmp(owns[i].word, w) == 0)
			return &owns[i];
	return NULL;
}

/*
 * Most texts are plainly in one language, and the library takes longer over
 * them than all rules together; and a short question looks like Romanian to it.
 * Two strong words that are a fifth of all need no fingerprint, nor do four
 * words that are an eighth of all, when other languages have next to none.
 * NULL: it is not plain.
 */
static const char *
plainly(const struct hd_lang *l, struct hd_str s)
{
	size_t hits[TONGUES] = { 0 }, words = 0, strong = 0, n, best = EN;
	size_t all = 0;
	const struct own *o;

	for (size_t i = 0; i < s.n; i += n + 1) {
		n = word_len(s.p + i, s.p + s.n);
		words += n > 0;
		o = own(l, s.p + i, n);
		if (o == NULL)
			continue;
		hits[o->in]++;
		strong += o->strong;
		all++;
	}
	if (strong >= 2 && strong * 5 >= words)
		return lists[EN].code;
	for (size_t i = 0; i < TONGUES; i++)
		best = hits[i] > hits[best] ? i : best;
	if (hits[best] < 4 || hits[best] * 8 < words ||
	    (all - hits[best]) * 3 > hits[best])
		return NULL;
	return lists[best].code;
}

/* Is one of the words of a list in s? */
static bool
has_word(struct hd_str s, size_t list)
{
	size_t n;

	for (size_t i = 0; i < s.n; i += n + 1) {
		n = word_len(s.p + i, s.p + s.n);
		for (size_t k = 0; n > 0 && k < lists[list].n; k++)
			if (strlen(lists[list].words[k]) == n &&
			    strncasecmp(s.p + i, lists[list].words[k], n) == 0)
				return true;
	}
	return false;
}

struct hd_lang *
hd_lang_open(const char *conf, struct hd_err *err)
{
	struct hd_lang *l = hd_xcalloc(1, sizeof(*l));

	l->h = special_textcat_Init(conf, FINGERPRINTS);
	index_owns(l);
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
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (strcmp(lists[i].code, code) == 0)
			return has_word(s, i);
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
	p = plainly(l, text);
	if (p != NULL)
		return p;
	answer = textcat_Classify(l->h, text.p, text.n);
	if (answer == NULL)
		return "";
	for (p = answer; next_code(l, &p);)
		if (confirmed(text, l->code))
			return l->code;
	p = answer;
	return next_code(l, &p) && !has_list(l->code) ? l->code : "";
}
