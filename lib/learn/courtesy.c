/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around names in letters: see courtesy.h. */
#include <string.h>

#include "learn/courtesy.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool
one_of(struct hd_str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (hd_str_ieq(word, list[i]))
			return true;
	return false;
}

bool
hd_greeting_first(struct hd_str word)
{
	static const char *const list[] = { "hi", "hello", "hey", "hiya",
		"dear", "good", "greetings", "hallo", "guten", "liebe",
		"lieber", "sehr", "moin", "bonjour", "bonsoir", "cher",
		"ch\xC3\xA8re", "hola", "buenos", "buenas", "estimado",
		"estimada", "ciao", "buongiorno", "gentile" };

	return one_of(word, list, COUNT(list));
}

bool
hd_greeting_more(struct hd_str word)
{
	static const char *const list[] = { "there", "again", "dear", "morning",
		"afternoon", "evening", "day", "all", "team", "geehrte",
		"geehrter", "tag", "morgen", "abend",
		"d\xC3\xAD"
		"as",
		"tardes", "everyone" };

	return one_of(word, list, COUNT(list));
}

size_t
hd_sign_off(struct hd_str line, bool begins_line)
{
	static const char *const strong[] = { "kind regards", "best regards",
		"warm regards", "kindest regards", "warmest regards",
		"with regards", "regards", "best wishes", "all the best",
		"sincerely", "yours sincerely", "yours faithfully",
		"mit freundlichen", "freundliche gr", "beste gr", "viele gr",
		"liebe gr", "herzliche gr", "cordialement", "bien cordialement",
		"saludos", "un saludo", "atentamente", "cordiali saluti",
		"distinti saluti" };
	static const char *const weak[] = { "best,", "yours", "cheers",
		"many thanks", "thanks", "thank you", "take care", "warmly" };
	struct hd_str head = line;

	for (size_t i = 0; i < COUNT(strong); i++) {
		head.n = strlen(strong[i]);
		if (head.n <= line.n && hd_str_ieq(head, strong[i]))
			return begins_line ? HD_SIGNATURE_WORDS
					   : HD_SIGNED_WORDS;
	}
	for (size_t i = 0; i < COUNT(weak); i++) {
		head.n = strlen(weak[i]);
		if (head.n <= line.n && hd_str_ieq(head, weak[i]))
			return HD_SIGNED_WORDS;
	}
	return 0;
}

bool
hd_name_title(struct hd_str word)
{
	static const char *const list[] = { "mr", "mrs", "ms", "miss", "dr",
		"herr", "herrn", "frau", "mme", "madame", "monsieur", "sr",
		"sra", "se\xC3\xB1or", "se\xC3\xB1ora", "signor", "signora" };

	return one_of(word, list, COUNT(list));
}

bool
hd_name_introduced(struct hd_str before, struct hd_str word)
{
	return (hd_str_ieq(word, "is") && (hd_str_ieq(before, "name") ||
					      hd_str_ieq(before, "this"))) ||
	       (hd_str_ieq(word, "am") && hd_str_ieq(before, "i"));
}
