/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Openers: the lines that begin in column 1.  A table, so that a new kind of
 * block is a row and a function.
 */
#include <string.h>

#include "rules/block.h"
#include "rules/link.h"
#include "rules/testparse.h"

struct opener {
	const char *name;
	int (*parse)(struct hd_parse *p);
};

static int
open_rules(struct hd_parse *p)
{
	struct hd_str v = hd_parse_word(p);

	if (p->version)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'rules' twice");
	if (!hd_str_eq(v, "1"))
		return HD_PARSE_ERR(p, v.p, "R103",
		    "rules version '%.*s' is not known: write 'rules 1'",
		    (int)v.n, v.p);
	p->version = true;
	return hd_parse_end(p);
}

static int
open_language(struct hd_parse *p)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_str code;
	size_t i, known;

	if (p->rest.n == 0)
		return HD_PARSE_ERR(p, p->rest.p, "R103", "missing language");
	while (p->rest.n > 0) {
		if (hd_parse_name(p, "a language code", &code) < 0)
			return -1;
		for (known = 0; known < rs->nlanguages; known++)
			if (hd_str_eq(code, rs->languages[known]))
				break;
		if (known < rs->nlanguages)
			continue;
		i = HD_ADD(rs, languages);
		rs->languages[i] = hd_keep(rs, code);
	}
	return 0;
}

static int
open_use(struct hd_parse *p)
{
	struct hd_str name;

	if (hd_parse_rest(p, "file name", &name) < 0)
		return -1;
	return hd_parse_file(p, hd_keep(p->rs, name), name.p);
}

static int
once(struct hd_parse *p, const char **slot, struct hd_str v, const char *what)
{
	if (*slot != NULL)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'%s' twice", what);
	*slot = hd_keep(p->rs, v);
	return 0;
}

static int
open_owner(struct hd_parse *p)
{
	struct hd_str who;

	if (hd_parse_rest(p, "owner", &who) < 0)
		return -1;
	return once(p, &p->rs->files[p->file].owner, who, "owner");
}

static int
open_review(struct hd_parse *p)
{
	struct hd_str date;

	if (hd_parse_date(p, &date) < 0 || hd_parse_end(p) < 0)
		return -1;
	return once(p, &p->rs->files[p->file].review, date, "review");
}

static const struct opener openers[] = {
	{ "rules", open_rules },
	{ "language", open_language },
	{ "use", open_use },
	{ "drop", hd_parse_drop },
	{ "owner", open_owner },
	{ "review", open_review },
	{ "field", hd_parse_field },
	{ "dimension", hd_parse_dimension },
	{ "default", hd_parse_default },
	{ "tag", hd_parse_tag },
	{ "route", hd_parse_route },
	{ "policy", hd_parse_policy },
	{ "now", hd_parse_now },
	{ "case", hd_parse_case },
	{ "table", hd_parse_table },
	{ "journey", hd_parse_journey },
};

#define NOPENERS (sizeof(openers) / sizeof(openers[0]))

bool
hd_is_opener(struct hd_str word)
{
	for (size_t i = 0; i < NOPENERS; i++)
		if (hd_str_eq(word, openers[i].name))
			return true;
	return false;
}

static int
unknown(struct hd_parse *p, struct hd_str word)
{
	struct hd_near near;

	if (hd_is_statement(word))
		return HD_PARSE_ERR(p, word.p, "R101",
		    "'%.*s' belongs in a block: indent it", (int)word.n,
		    word.p);
	hd_near_init(&near, word);
	for (size_t i = 0; i < NOPENERS; i++)
		hd_near_try(&near, openers[i].name);
	return HD_PARSE_ERR(p, word.p, "R101", "unknown keyword '%.*s'%s",
	    (int)word.n, word.p, hd_near_hint(&near));
}

int
hd_parse_opener(struct hd_parse *p)
{
	struct hd_str word = hd_parse_word(p);

	p->keyword = word.p;
	for (size_t i = 0; i < NOPENERS; i++) {
		if (!hd_str_eq(word, openers[i].name))
			continue;
		if (!p->version && i > 0)
			return HD_PARSE_ERR(p, word.p, "R103",
			    "a rule file begins with 'rules 1'");
		return openers[i].parse(p);
	}
	return unknown(p, word);
}
