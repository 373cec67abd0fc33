/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of rule files and what follows each: see ruletext.h. */
#include "rules/ruletext.h"

static const struct hd_keyword keywords[] = {
	{ "blank", HD_LINE_BLANK, HD_LINE_ANYWHERE },
	{ "comment", HD_LINE_COMMENT, HD_LINE_ANYWHERE },
	{ "rules", HD_LINE_REST, HD_LINE_OPENER },
	{ "language", HD_LINE_WORDS, HD_LINE_OPENER },
	{ "use", HD_LINE_REST, HD_LINE_OPENER },
	{ "drop", HD_LINE_REST, HD_LINE_OPENER },
	{ "owner", HD_LINE_REST, HD_LINE_OPENER },
	{ "review", HD_LINE_REST, HD_LINE_OPENER },
	{ "now", HD_LINE_REST, HD_LINE_OPENER },
	{ "field", HD_LINE_FIELD, HD_LINE_OPENER },
	{ "dimension", HD_LINE_DIMENSION, HD_LINE_OPENER },
	{ "default", HD_LINE_DEFAULT, HD_LINE_OPENER },
	{ "tag", HD_LINE_REST, HD_LINE_OF_RULE },
	{ "route", HD_LINE_REST, HD_LINE_OF_RULE },
	{ "policy", HD_LINE_REST, HD_LINE_OF_RULE },
	{ "case", HD_LINE_REST, HD_LINE_OF_TEST },
	{ "table", HD_LINE_REST, HD_LINE_OF_TEST },
	{ "journey", HD_LINE_REST, HD_LINE_OF_TEST },
	{ "when", HD_LINE_COND, HD_LINE_IN_RULE },
	{ "or", HD_LINE_COND, HD_LINE_IN_RULE },
	{ "and", HD_LINE_COND, HD_LINE_IN_RULE },
	{ "for", HD_LINE_COND, HD_LINE_IN_RULE },
	{ "unless", HD_LINE_COND, HD_LINE_IN_RULE },
	{ "set", HD_LINE_SET, HD_LINE_IN_RULE },
	{ "on", HD_LINE_LIST, HD_LINE_IN_RULE },
	{ "must", HD_LINE_LIST, HD_LINE_IN_RULE },
	{ "then", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "queue", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "hit", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "miss", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "todo", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "why", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "owner", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "review", HD_LINE_REST, HD_LINE_IN_RULE },
	{ "allow", HD_LINE_ALLOW, HD_LINE_IN_RULE },
	{ "given", HD_LINE_GIVEN, HD_LINE_IN_TEST },
	{ "|", HD_LINE_TEXT, HD_LINE_IN_TEST },
	{ "on", HD_LINE_REST, HD_LINE_IN_TEST },
	{ "like", HD_LINE_REST, HD_LINE_IN_TEST },
	{ "expect", HD_LINE_REST, HD_LINE_IN_TEST },
	{ "todo", HD_LINE_REST, HD_LINE_IN_TEST },
	{ "columns", HD_LINE_REST, HD_LINE_IN_TEST },
	{ "row", HD_LINE_REST, HD_LINE_IN_TEST },
};

#define NKEYWORDS (sizeof(keywords) / sizeof(keywords[0]))

bool
hd_keyword_opens(const struct hd_keyword *k)
{
	return k->place >= HD_LINE_OPENER && k->place <= HD_LINE_OF_TEST;
}

bool
hd_keyword_block(const struct hd_keyword *k)
{
	return k->place == HD_LINE_OF_RULE || k->place == HD_LINE_OF_TEST;
}

static bool
belongs(const struct hd_keyword *k, const struct hd_keyword *block)
{
	if (k->place == HD_LINE_ANYWHERE)
		return true;
	if (block == NULL)
		return hd_keyword_opens(k);
	return k->place == (block->place == HD_LINE_OF_RULE ? HD_LINE_IN_RULE
							    : HD_LINE_IN_TEST);
}

const struct hd_keyword *
hd_keyword_find(struct hd_str name, const struct hd_keyword *block)
{
	for (size_t i = 0; i < NKEYWORDS; i++)
		if (belongs(&keywords[i], block) &&
		    hd_str_eq(name, keywords[i].name))
			return &keywords[i];
	return NULL;
}
