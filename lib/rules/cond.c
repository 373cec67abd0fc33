/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions: FIELD, operator, and the rest of the line.  Only the form is
 * read here; names and values are checked when all files are read (link.c).
 */
#include <string.h>

#include "rules/parse.h"

struct op_name {
	const char *name;
	enum hd_op op;
};

/* The longer first. */
static const struct op_name signs[] = {
	{ "!~", HD_OP_NOMATCH },
	{ "!=", HD_OP_NE },
	{ "<=", HD_OP_LE },
	{ ">=", HD_OP_GE },
	{ "~", HD_OP_MATCH },
	{ "=", HD_OP_EQ },
	{ "<", HD_OP_LT },
	{ ">", HD_OP_GT },
};

/* What other languages write, and what that is here. */
static const struct wrong_op {
	const char *name, *instead;
} wrong_signs[] = {
	{ "===", "=" },
	{ "==", "=" },
	{ "=~", "~" },
	{ "<>", "!=" },
	{ "!==", "!=" },
};
static const struct wrong_op wrong_words[] = {
	{ "like", "~" },
	{ "contains", "~" },
	{ "matches", "~" },
	{ "equals", "=" },
};

/* Bytes of the bracketed part at the start of s; 0: none, or not closed. */
static size_t
bracket(struct hd_str s)
{
	const char *end;

	if (s.n == 0 || s.p[0] != '(')
		return 0;
	end = hd_str_find(s, hd_str_starts(s, "(\"") ? "\")" : ")");
	if (end == NULL)
		return 0;
	return (size_t)(end - s.p) + (*end == '"' ? 2 : 1);
}

struct hd_str
hd_field_name(struct hd_str s)
{
	size_t n = 0;

	while (n < s.n && hd_name_char(s.p[n]))
		n++;
	if (n > 0)
		n += bracket((struct hd_str){ s.p + n, s.n - n });
	return (struct hd_str){ s.p, n };
}

static int
wrong_op(const struct hd_parse *p, const char *at, const struct wrong_op *op)
{
	return HD_PARSE_ERR(p, at, "R101",
	    "unknown operator '%s': did you mean '%s'?", op->name, op->instead);
}

static int
sign(struct hd_parse *p, enum hd_op *op)
{
	for (size_t i = 0; i < sizeof(wrong_signs) / sizeof(*wrong_signs); i++)
		if (hd_str_starts(p->rest, wrong_signs[i].name))
			return wrong_op(p, p->rest.p, &wrong_signs[i]);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (hd_str_starts(p->rest, signs[i].name)) {
			*op = signs[i].op;
			hd_parse_skip(p, strlen(signs[i].name));
			return 1;
		}
	return 0;
}

static int
is_what(struct hd_parse *p, enum hd_op *op)
{
	struct hd_str what = hd_parse_word(p);

	if (hd_str_eq(what, "set"))
		*op = HD_OP_SET;
	else if (hd_str_eq(what, "unset"))
		*op = HD_OP_UNSET;
	else
		return HD_PARSE_ERR(p, what.p, "R103",
		    "write 'is set' or 'is unset', or '=' and a value");
	return hd_parse_end(p);
}

static int
operator(struct hd_parse *p, struct hd_cond *c)
{
	struct hd_str word;
	int st = sign(p, &c->op);

	if (st != 0)
		return st < 0 ? -1 : 0;
	word = hd_parse_word(p);
	if (hd_str_eq(word, "is"))
		return is_what(p, &c->op);
	c->op = HD_OP_IN;
	if (hd_str_eq(word, "in"))
		return 0;
	if (word.n == 0)
		return HD_PARSE_ERR(p, word.p, "R103",
		    "missing operator after '%.*s'", (int)c->name.n, c->name.p);
	for (size_t i = 0; i < sizeof(wrong_words) / sizeof(*wrong_words); i++)
		if (hd_str_eq(word, wrong_words[i].name))
			return wrong_op(p, word.p, &wrong_words[i]);
	return HD_PARSE_ERR(p, word.p, "R101",
	    "unknown operator '%.*s': there are ~ !~ = != in < <= > >= is",
	    (int)word.n, word.p);
}

/* Values apart, each with its place. */
static int
operands(struct hd_parse *p, struct hd_cond *c)
{
	struct hd_str rest = c->arg, v;
	bool more = true;
	size_t i;

	c->value = p->rs->mem->operands.n;
	while (more) {
		v = rest;
		rest.p = NULL;
		if (c->op == HD_OP_IN) {
			rest = v;
			(void)hd_str_split(&rest, ',', &v);
			v = hd_str_trim(v);
		}
		more = rest.p != NULL;
		if (v.n == 0)
			return HD_PARSE_ERR(p, v.p, "R103", "missing value");
		i = HD_PUSH(p->rs, operands);
		p->rs->operands[i].s = v;
		p->rs->operands[i].pos = hd_parse_pos(p, v.p);
		c->nvalues++;
	}
	return 0;
}

int
hd_parse_cond(struct hd_parse *p)
{
	struct hd_cond c = { .src = p->rest };
	size_t i;

	c.name = hd_field_name(p->rest);
	c.pos = hd_parse_pos(p, c.name.p);
	if (c.name.n == 0)
		return HD_PARSE_ERR(p, c.name.p, "R103",
		    "missing condition: FIELD, operator, value");
	hd_parse_skip(p, c.name.n);
	if (operator(p, &c) < 0)
		return -1;
	if (c.op != HD_OP_SET && c.op != HD_OP_UNSET) {
		if (hd_parse_rest(p, "value", &c.arg) < 0)
			return -1;
		c.arg_pos = hd_parse_pos(p, c.arg.p);
		if (c.op != HD_OP_MATCH && c.op != HD_OP_NOMATCH &&
		    operands(p, &c) < 0)
			return -1;
	}
	i = HD_PUSH(p->rs, conds);
	p->rs->conds[i] = c;
	return 0;
}
