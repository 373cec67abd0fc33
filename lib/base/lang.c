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

/* Words of English that no other language of languages.conf has. */
static bool
english_word(const char *p, size_t n)
{
	static const char *const words[] = { "the", "and", "my", "you", "your",
		"with", "this", "that", "have", "not", "what", "how", "please",
		"would", "are", "been", "from", "when", "where", "which" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == n && strncasecmp(p, words[i], n) == 0)
			return true;
	return false;
}

/*
 * Most texts are plainly English, and the library takes longer over them than
 * all rules together; and a short question looks like Romanian to it.  Two such
 * words that are a fifth of all need no fingerprint.
 */
static bool
plainly_english(struct hd_str s)
{
	size_t words = 0, hits = 0, start = 0;

	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && (s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z')
			continue;
		if (i > start) {
			words++;
			hits += english_word(s.p + start, i - start);
		}
		start = i + 1;
	}
	return hits >= 2 && hits * 5 >= words;
}

/* The answer is "[en][nl]", "SHORT" or "UNKNOWN". */
const char *
hd_lang_detect(struct hd_lang *l, struct hd_str text)
{
	const char *answer, *end;
	size_t n;

	text = hd_utf8_head(text, ENOUGH);
	if (plainly_english(text))
		return "en";
	answer = textcat_Classify(l->h, text.p, text.n);
	if (answer == NULL || answer[0] != '[')
		return "";
	end = strchr(++answer, ']');
	n = end != NULL ? (size_t)(end - answer) : 0;
	if (n == 0 || n >= sizeof(l->code))
		return "";
	memcpy(l->code, answer, n);
	l->code[n] = '\0';
	return l->code;
}
