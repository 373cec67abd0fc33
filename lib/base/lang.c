/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages: see lang.h. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libexttextcat/textcat.h>

#include "base/hash.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"

#define FINGERPRINTS "/usr/share/libexttextcat/"
#define ENOUGH	     400 /* bytes of text; more makes it slower, not surer */

struct hd_lang {
	void *h;
	struct hd_map owns; /* words to indices */
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
 * Words that hardly another language of languages.conf has; letters beyond
 * ASCII part a word.  Two that are strong tell enough of a short text.
 */
enum tongue {
	EN,
	DE,
	FR,
	ES,
	TONGUES
};

static const struct {
	const char *words;
	enum tongue in;
	bool strong;
} owns[] = {
	{ "and are been from have how my not please that the this "
	  "what when where which with would you your",
	    EN, true },
	{ "about account after again any because before being but "
	  "could did didn does doesn got hasn help if isn it its "
	  "know need now only order our out should since some thank "
	  "thanks their them there these they today were who why",
	    EN, false },
	{ "aber auch auf bei bitte dank dass diese dieser eine "
	  "einen gibt habe haben ich ihnen ihr ihre immer ist kann "
	  "kein keine mehr mein meine meiner nach nicht noch nur "
	  "oder schon seit sich sind und uns unser unsere vielen "
	  "vom wenn wir wird wurde zum zur",
	    DE, false },
	{ "ai aussi aux avec avez bonjour cela cette chez comment dans "
	  "depuis elle encore est faire fait ils jour jours les merci "
	  "moi mois mon notre nous par pas peut pour pouvez puis quel "
	  "quelle qui sans sont suis sur toujours tous tout une vos votre "
	  "vous",
	    FR, false },
	{ "ahora alguien ayer buenas buenos cuando cuenta donde el "
	  "eso esto estoy gracias hace hasta hola hoy llega los mis "
	  "muchas mucho muy nadie necesito otra otro pero puede "
	  "pueden puedo quiero saludos siempre sigue tengo tiene "
	  "usted ustedes",
	    ES, false },
};

#define OWNS	(sizeof(owns) / sizeof(owns[0]))
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
	struct hd_str words, word;

	for (size_t i = 0; i < OWNS; i++) {
		words = hd_str(owns[i].words);
		while (hd_str_split(&words, ' ', &word))
			(void)hd_map_put(&l->owns, word, (int64_t)i);
	}
}

/* The index in owns of the word of n letters, or -1. */
static int
own(const struct hd_lang *l, const char *word, size_t n)
{
	char w[OWN_MAX];
	const int64_t *i;

	if (n == 0 || n > OWN_MAX)
		return -1;
	for (size_t k = 0; k < n; k++)
		w[k] = (char)(word[k] | 32);
	i = hd_map_get(&l->owns, (struct hd_str){ w, n });
	return i != NULL ? (int)*i : -1;
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
	int o;

	for (size_t i = 0; i < s.n; i += n + 1) {
		n = word_len(s.p + i, s.p + s.n);
		words += n > 0;
		o = own(l, s.p + i, n);
		if (o < 0)
			continue;
		hits[owns[o].in]++;
		strong += owns[o].strong;
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
	hd_map_release(&l->owns);
	free(l);
	return NULL;
}

void
hd_lang_close(struct hd_lang *l)
{
	if (l == NULL)
		return;
	textcat_Done(l->h);
	hd_map_release(&l->owns);
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
