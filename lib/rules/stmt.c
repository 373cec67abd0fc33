/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements: the indented lines of a block, by table. */
#include <string.h>

#include "rules/link.h"
#include "rules/parse.h"

struct statement {
	const char *name;
	int (*parse)(struct hd_parse *p); /* NULL: not in a tag */
};

static struct hd_rule *
rule(struct hd_parse *p)
{
	return &p->rs->rules[p->rule];
}

static int
alternative(struct hd_parse *p, bool unless)
{
	struct hd_ruleset *rs = p->rs;
	size_t i;

	if (rule(p)->nalts >= HD_RULES_ALTS)
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "more than %zu alternatives in one rule", HD_RULES_ALTS);
	i = HD_PUSH(rs, alts);
	rs->alts[i].unless = unless;
	rs->alts[i].cond = rs->mem->conds.n;
	rs->alts[i].nconds = 1;
	rule(p)->nalts++;
	return hd_parse_cond(p);
}

/* The alternative that the last line belongs to, or NULL. */
static struct hd_alt *
last_alt(struct hd_parse *p)
{
	const struct hd_rule *r = rule(p);

	return r->nalts > 0 ? &p->rs->alts[r->alt + r->nalts - 1] : NULL;
}

static bool
has_when(struct hd_parse *p)
{
	const struct hd_rule *r = rule(p);

	for (size_t i = 0; i < r->nalts; i++)
		if (!p->rs->alts[r->alt + i].unless)
			return true;
	return false;
}

static int
stmt_when(struct hd_parse *p)
{
	if (has_when(p))
		return HD_PARSE_ERR(
		    p, p->keyword, "R103", "'when' twice: write 'or' or 'and'");
	return alternative(p, false);
}

static int
stmt_or(struct hd_parse *p)
{
	const struct hd_alt *alt = last_alt(p);

	if (!has_when(p))
		return HD_PARSE_ERR(
		    p, p->keyword, "R103", "'or' before 'when'");
	if (alt->unless)
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "'or' after 'unless': write another 'unless', or put "
		    "this line above");
	return alternative(p, false);
}

static int
stmt_and(struct hd_parse *p)
{
	struct hd_alt *alt = last_alt(p);

	if (alt == NULL)
		return HD_PARSE_ERR(
		    p, p->keyword, "R103", "'and' before 'when'");
	alt->nconds++;
	return hd_parse_cond(p);
}

static int
stmt_unless(struct hd_parse *p)
{
	return alternative(p, true);
}

static int
stmt_set(struct hd_parse *p)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_set s = { .name = hd_field_name(p->rest) };
	size_t i;

	s.pos = hd_parse_pos(p, s.name.p);
	hd_parse_skip(p, s.name.n);
	if (s.name.n == 0 || !hd_str_starts(p->rest, "="))
		return HD_PARSE_ERR(
		    p, p->rest.p, "R103", "write 'set DIMENSION=VALUE'");
	hd_parse_skip(p, 1);
	if (hd_parse_rest(p, "value", &s.arg) < 0)
		return -1;
	s.arg_pos = hd_parse_pos(p, s.arg.p);
	i = HD_PUSH(rs, sets);
	rs->sets[i] = s;
	rule(p)->nsets++;
	return 0;
}

static int
example(struct hd_parse *p, enum hd_example_kind kind)
{
	struct hd_example ex = { .kind = kind };
	size_t i;

	if (hd_parse_rest(p, "example text", &ex.text) < 0)
		return -1;
	ex.pos = hd_parse_pos(p, ex.text.p);
	i = HD_PUSH(p->rs, examples);
	p->rs->examples[i] = ex;
	rule(p)->nexamples++;
	return 0;
}

static int
stmt_hit(struct hd_parse *p)
{
	return example(p, HD_EX_HIT);
}

static int
stmt_miss(struct hd_parse *p)
{
	return example(p, HD_EX_MISS);
}

static int
stmt_todo(struct hd_parse *p)
{
	return example(p, HD_EX_TODO);
}

static int
stmt_why(struct hd_parse *p)
{
	if (rule(p)->why.p != NULL)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'why' twice");
	return hd_parse_rest(p, "reason", &rule(p)->why);
}

static int
stmt_owner(struct hd_parse *p)
{
	struct hd_str who;

	if (rule(p)->owner != NULL)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'owner' twice");
	if (hd_parse_rest(p, "owner", &who) < 0)
		return -1;
	rule(p)->owner = hd_keep(p->rs, who);
	return 0;
}

static int
stmt_review(struct hd_parse *p)
{
	struct hd_str date;

	if (rule(p)->review != NULL)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'review' twice");
	if (hd_parse_date(p, &date) < 0 || hd_parse_end(p) < 0)
		return -1;
	rule(p)->review = hd_keep(p->rs, date);
	return 0;
}

static int
stmt_allow(struct hd_parse *p)
{
	struct hd_allow a = { .pos = hd_parse_pos(p, p->rest.p) };
	struct hd_str word;
	size_t i;

	if (hd_parse_name(p, "a check", &a.check) < 0)
		return -1;
	word = hd_parse_word(p);
	if (!hd_str_eq(word, "until"))
		return HD_PARSE_ERR(p, word.p, "R184",
		    "write 'allow CHECK until DATE because TEXT'");
	if (hd_parse_date(p, &a.until) < 0)
		return -1;
	word = hd_parse_word(p);
	if (!hd_str_eq(word, "because") || p->rest.n == 0)
		return HD_PARSE_ERR(p, word.p, "R184",
		    "missing reason: write 'because TEXT' after the date");
	a.because = p->rest;
	i = HD_PUSH(p->rs, allows);
	p->rs->allows[i] = a;
	rule(p)->nallows++;
	return 0;
}

static const struct statement statements[] = {
	{ "when", stmt_when },
	{ "or", stmt_or },
	{ "and", stmt_and },
	{ "unless", stmt_unless },
	{ "set", stmt_set },
	{ "hit", stmt_hit },
	{ "miss", stmt_miss },
	{ "todo", stmt_todo },
	{ "why", stmt_why },
	{ "owner", stmt_owner },
	{ "review", stmt_review },
	{ "allow", stmt_allow },
	{ "for", NULL },
	{ "on", NULL },
	{ "then", NULL },
	{ "must", NULL },
	{ "queue", NULL },
	{ "expect", NULL },
	{ "like", NULL },
	{ "columns", NULL },
	{ "row", NULL },
};

#define NSTATEMENTS (sizeof(statements) / sizeof(statements[0]))

bool
hd_is_statement(struct hd_str word)
{
	for (size_t i = 0; i < NSTATEMENTS; i++)
		if (hd_str_eq(word, statements[i].name))
			return true;
	return false;
}

static int
unknown(struct hd_parse *p, struct hd_str word)
{
	struct hd_near near;

	if (hd_is_opener(word))
		return HD_PARSE_ERR(p, word.p, "R101",
		    "'%.*s' must begin in column 1", (int)word.n, word.p);
	hd_near_init(&near, word);
	for (size_t i = 0; i < NSTATEMENTS; i++)
		hd_near_try(&near, statements[i].name);
	return HD_PARSE_ERR(p, word.p, "R101", "unknown keyword '%.*s'%s",
	    (int)word.n, word.p, hd_near_hint(&near));
}

int
hd_parse_statement(struct hd_parse *p)
{
	struct hd_str word;

	p->keyword = p->rest.p;
	if (p->block == HD_BLOCK_NONE)
		return HD_PARSE_ERR(
		    p, p->keyword, "R102", "indented line outside a block");
	word = hd_parse_word(p);
	for (size_t i = 0; i < NSTATEMENTS; i++) {
		if (!hd_str_eq(word, statements[i].name))
			continue;
		if (statements[i].parse == NULL)
			return HD_PARSE_ERR(p, word.p, "R101",
			    "'%s' has no place in a tag", statements[i].name);
		return statements[i].parse(p);
	}
	return unknown(p, word);
}

/* An example shows what a pattern does; without one it shows nothing. */
static bool
has_pattern(const struct hd_ruleset *rs, const struct hd_rule *r)
{
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; !alt->unless && k < alt->nconds; k++)
			if (rs->conds[alt->cond + k].op <= HD_OP_NOMATCH)
				return true;
	}
	return false;
}

int
hd_parse_tag_end(struct hd_parse *p)
{
	const struct hd_ruleset *rs = p->rs;
	const struct hd_rule *r = rule(p);

	if (!has_when(p))
		return hd_rules_err(rs, r->pos, p->err, "R131",
		    "tag '%s' has no condition: write 'when'", r->id);
	if (r->nsets == 0)
		return hd_rules_err(rs, r->pos, p->err, "R132",
		    "tag '%s' sets nothing: write 'set DIMENSION=VALUE'",
		    r->id);
	if (r->nexamples > 0 && !has_pattern(rs, r))
		return hd_rules_err(rs, rs->examples[r->example].pos, p->err,
		    "R103", "tag '%s' has no pattern to show examples of",
		    r->id);
	return 0;
}
