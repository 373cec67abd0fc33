/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language and length of texts: see legible.h. */
#include <string.h>

#include "audit/legible.h"

#define MIN_WORDS 3 /* by the customer; less is not readable */

void
hd_legible_language(struct hd_lang *lang, const struct hd_thread *th,
    struct hd_str text, char code[HD_LANGUAGE_MAX])
{
	const char *found;
	size_t n = th->language.n;

	if (th->language.p != NULL && n < HD_LANGUAGE_MAX) {
		for (size_t i = 0; i < n; i++)
			code[i] = (char)(th->language.p[i] >= 'A' &&
						 th->language.p[i] <= 'Z'
					     ? th->language.p[i] | 32
					     : th->language.p[i]);
		code[n] = '\0';
		return;
	}
	found = hd_lang_detect(lang, text);
	memcpy(code, found, strlen(found) + 1);
}

bool
hd_legible_covers(const struct hd_ruleset *rs, struct hd_str code)
{
	size_t n = 0;

	while (n < code.n && code.p[n] != '-' && code.p[n] != '_')
		n++;
	for (size_t i = 0; i < rs->nlanguages; i++)
		if (hd_str_ieq((struct hd_str){ code.p, n }, rs->languages[i]))
			return true;
	return rs->nlanguages == 0;
}

int
hd_legible(const struct hd_ruleset *rs, const struct hd_subject *s,
    size_t words, const char *code)
{
	/* an export without bodies shows a subject, not what was said */
	if (!hd_subject_has_text(s) || words < MIN_WORDS)
		return -1;
	return code[0] != '\0' && hd_legible_covers(rs, hd_str(code));
}
