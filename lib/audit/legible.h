/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LEGIBLE_H
#define HD_LEGIBLE_H

#include "audit/subject.h"
#include "base/lang.h"

/* Whether what a customer wrote can be read by a rule set. */

#define HD_LANGUAGE_MAX 8 /* bytes of a code with its NUL */

/* The language as the export states it, in lower case, else that of the text;
 * "" unknown. */
void hd_legible_language(struct hd_lang *lang, const struct hd_thread *th,
    struct hd_str text, char code[HD_LANGUAGE_MAX]);
/* Is a text in the language of this code, as "en" or "en-US", one of the set's? */
bool hd_legible_covers(const struct hd_ruleset *rs, struct hd_str code);
/*
 * 1: `words` words of a language that the rule set reads; 0: of another; -1:
 * too few, or the source of the ticket has no messages.
 */
int hd_legible(const struct hd_ruleset *rs, const struct hd_subject *s,
    size_t words, const char *code);

#endif
