/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements: the indented lines of a block, by table. */
#include <string.h>

#include "rules/block.h"
#include "rules/link.h"
#include "rules/testparse.h"

struct statement {
	const char *name;
	unsigned blocks; /* enum hd_block: where it has a place */
	int (*parse)(struct hd_parse *p);
};

static struct hd_rule *
rule(struct hd_parse *p)
{
	return hd_parse_rule(p);
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

/* What the first condition of such a rule begins with. */
static const char *
first_word(const struct hd_parse *p)
{
	return p->block == HD_BLOCK_POLICY ? "for" : "when";
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
		    p, p->keyword, "R103", "'or' before '%s'", first_word(p));
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
		    p, p->keyword, "R103", "'and' before '%s'", first_word(p));
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

/* A policy's `when`. */
static int
stmt_for(struct hd_parse *p)
{
	if (has_when(p))
		return HD_PARSE_ERR(
		    p, p->keyword, "R103", "'for' twice: write 'or' or 'and'");
	return alternative(p, false);
}

static int
stmt_queue(struct hd_parse *p)
{
	if (rule(p)->queue.p != NULL)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'queue' twice");
	return hd_parse_rest(p, "queue", &rule(p)->queue);
}

#define ACTS  (HD_BLOCK_ROUTE | HD_BLOCK_POLICY)
#define SHOWS (HD_BLOCK_TAG | HD_BLOCK_ROUTE)

static const struct statement statements[] = {
	{ "when", SHOWS, stmt_when },
	{ "for", HD_BLOCK_POLICY, stmt_for },
	{ "or", HD_BLOCK_RULE, stmt_or },
	{ "and", HD_BLOCK_RULE, stmt_and },
	{ "unless", HD_BLOCK_RULE, stmt_unless },
	{ "set", HD_BLOCK_TAG, stmt_set },
	{ "on", ACTS, hd_parse_on },
	{ "then", HD_BLOCK_ROUTE, hd_parse_then },
	{ "must", HD_BLOCK_POLICY, hd_parse_must },
	{ "queue", HD_BLOCK_ROUTE, stmt_queue },
	{ "hit", SHOWS, stmt_hit },
	{ "miss", SHOWS, stmt_miss },
	{ "todo", SHOWS, stmt_todo },
	{ "why", HD_BLOCK_RULE, stmt_why },
	{ "owner", HD_BLOCK_RULE, stmt_owner },
	{ "review", HD_BLOCK_RULE, stmt_review },
	{ "allow", HD_BLOCK_RULE, stmt_allow },
	{ "on", HD_BLOCK_CASE | HD_BLOCK_TABLE, hd_parse_test_on },
	{ "todo", HD_BLOCK_TEST, hd_parse_test_todo },
	{ "like", HD_BLOCK_TEST, hd_parse_like },
	{ "expect", HD_BLOCK_TEST, hd_parse_expect },
	{ "columns", HD_BLOCK_TABLE, hd_parse_columns },
	{ "row", HD_BLOCK_TABLE, hd_parse_row },
	{ "customer", HD_BLOCK_JOURNEY, hd_parse_customer },
	{ "ai", HD_BLOCK_JOURNEY, hd_parse_ai },
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

static const char *
block_name(struct hd_parse *p)
{
	switch (p->block) {
	case HD_BLOCK_CASE:
		return "case";
	case HD_BLOCK_TABLE:
		return "table";
	case HD_BLOCK_JOURNEY:
		return "journey";
	default:
		return hd_rulekind_name(rule(p)->kind);
	}
}

/* The statement of that name in this block; *named: some block has it. */
static const struct statement *
find(const struct hd_parse *p, struct hd_str word, bool *named)
{
	*named = false;
	for (size_t i = 0; i < NSTATEMENTS; i++) {
		if (!hd_str_eq(word, statements[i].name))
			continue;
		*named = true;
		if ((statements[i].blocks & p->block) != 0)
			return &statements[i];
	}
	return NULL;
}

int
hd_parse_statement(struct hd_parse *p)
{
	bool test = (p->block & HD_BLOCK_TEST) != 0, named;
	const struct statement *s;
	struct hd_str word;

	p->keyword = p->rest.p;
	if (p->block == HD_BLOCK_BAD)
		return 0;
	if (p->block == HD_BLOCK_NONE)
		return HD_PARSE_ERR(
		    p, p->keyword, "R102", "indented line outside a block");
	if (test && p->rest.p[0] == '|')
		return hd_parse_text_line(p);
	word = (struct hd_str){ p->rest.p, hd_field_name(p->rest).n };
	s = find(p, word, &named);
	if (s == NULL && test && hd_is_given(p))
		return hd_parse_given(p);
	word = hd_parse_word(p);
	s = find(p, word, &named);
	if (s != NULL)
		return s->parse(p);
	if (named)
		return HD_PARSE_ERR(p, word.p, "R101",
		    "'%.*s' has no place in a %s", (int)word.n, word.p,
		    block_name(p));
	return unknown(p, word);
}
