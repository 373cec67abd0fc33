/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which operator fits which type, and the values that fit. */
#include <string.h>

#include "base/num.h"
#include "rules/link.h"
#include "rules/parse.h"

#define BIT(op)	 (1u << (op))
#define ISSET	 (BIT(HD_OP_SET) | BIT(HD_OP_UNSET))
#define PATTERNS (BIT(HD_OP_MATCH) | BIT(HD_OP_NOMATCH))
#define EQUAL	 (BIT(HD_OP_EQ) | BIT(HD_OP_NE))
#define ORDER	 (BIT(HD_OP_LT) | BIT(HD_OP_LE) | BIT(HD_OP_GT) | BIT(HD_OP_GE))

struct type {
	const char *name;
	unsigned ops;
	const char *fits; /* for the message */
};

/* By enum hd_ftype. */
static const struct type types[] = {
	{ "a text", PATTERNS | ISSET, "~ !~ is" },
	{ "a string", PATTERNS | EQUAL | BIT(HD_OP_IN) | ISSET,
	    "~ !~ = != in is" },
	{ "a list", PATTERNS | EQUAL | BIT(HD_OP_IN) | ISSET,
	    "~ !~ = != in is" },
	{ "a number", EQUAL | BIT(HD_OP_IN) | ORDER | ISSET,
	    "= != in < <= > >= is" },
	{ "a duration", EQUAL | BIT(HD_OP_IN) | ORDER | ISSET,
	    "= != in < <= > >= is" },
	{ "a bool", EQUAL | ISSET, "= != is" },
	{ "an enum", PATTERNS | EQUAL | BIT(HD_OP_IN) | ISSET,
	    "~ !~ = != in is" },
};

static const struct type dimension = {
	"a dimension",
	EQUAL | BIT(HD_OP_IN) | ISSET,
	"= != in is",
};

static const char *const op_names[] = {
	"~",
	"!~",
	"=",
	"!=",
	"in",
	"<",
	"<=",
	">",
	">=",
	"is set",
	"is unset",
};

const char *
hd_op_name(enum hd_op op)
{
	return op_names[op];
}

static int
number(const struct hd_ruleset *rs, struct hd_operand *o, struct hd_err *err)
{
	if (hd_num_real(o->s, &o->num))
		return 0;
	return hd_rules_err(rs, o->pos, err, "R121", "'%.*s' is no number",
	    (int)o->s.n, o->s.p);
}

static int
duration(const struct hd_ruleset *rs, struct hd_operand *o, struct hd_err *err)
{
	int64_t seconds;
	double d;

	if (hd_num_duration(o->s, &seconds)) {
		o->num = (double)seconds;
		return 0;
	}
	if (hd_num_real(o->s, &d))
		return hd_rules_err(rs, o->pos, err, "R121",
		    "unit missing after '%.*s': write 90d, 12h, 30m or 45s",
		    (int)o->s.n, o->s.p);
	return hd_rules_err(rs, o->pos, err, "R121",
	    "'%.*s' is no duration: write 90d, 12h, 30m or 45s", (int)o->s.n,
	    o->s.p);
}

static int
truth(const struct hd_ruleset *rs, struct hd_operand *o, struct hd_err *err)
{
	o->num = hd_str_eq(o->s, "true");
	if (hd_str_eq(o->s, "true") || hd_str_eq(o->s, "false"))
		return 0;
	return hd_rules_err(rs, o->pos, err, "R122",
	    "'%.*s' is neither true nor false", (int)o->s.n, o->s.p);
}

/* One of a list of names; check is what it is a finding of. */
static int
member(const struct hd_ruleset *rs, struct hd_operand *o, const char *of,
    const char *const *values, size_t n, const char *check, struct hd_err *err)
{
	struct hd_near near;

	for (size_t i = 0; i < n; i++)
		if (hd_str_eq(o->s, values[i])) {
			o->index = (int)i;
			return 0;
		}
	hd_near_init(&near, o->s);
	for (size_t i = 0; i < n; i++)
		hd_near_try(&near, values[i]);
	return hd_rules_err(rs, o->pos, err, check,
	    "'%s' has no value '%.*s'%s", of, (int)o->s.n, o->s.p,
	    hd_near_hint(&near));
}

int
hd_link_value(const struct hd_ruleset *rs, const struct hd_field *f,
    struct hd_operand *o, struct hd_err *err)
{
	switch (f->type) {
	case HD_FT_NUMBER:
		return number(rs, o, err);
	case HD_FT_DURATION:
		return duration(rs, o, err);
	case HD_FT_BOOL:
		return truth(rs, o, err);
	case HD_FT_ENUM:
		return member(rs, o, f->name, f->values, f->n, "R122", err);
	case HD_FT_TEXT:
	case HD_FT_STRING:
	case HD_FT_LIST:
		break;
	}
	return 0;
}

static int
operand(const struct hd_ruleset *rs, const struct hd_cond *c,
    struct hd_operand *o, struct hd_err *err)
{
	const struct hd_dim *d;

	if (c->var == HD_VAR_COUNT)
		return number(rs, o, err);
	if (c->var == HD_VAR_FIELD)
		return hd_link_value(rs, &rs->fields[c->index], o, err);
	d = &rs->dims[c->index];
	return member(rs, o, d->name, d->values, d->n, "R123", err);
}

int
hd_link_operands(struct hd_ruleset *rs, struct hd_cond *c, struct hd_err *err)
{
	const struct type *t = &dimension;

	if (c->var == HD_VAR_COUNT)
		t = &types[HD_FT_NUMBER];
	else if (c->var == HD_VAR_FIELD)
		t = &types[rs->fields[c->index].type];
	if ((t->ops & BIT(c->op)) == 0)
		return hd_rules_err(rs, c->pos, err, "R124",
		    "'%s' does not fit '%.*s', %s: it has %s", op_names[c->op],
		    (int)c->name.n, c->name.p, t->name, t->fits);
	for (size_t i = 0; i < c->nvalues; i++)
		if (operand(rs, c, &rs->operands[c->value + i], err) < 0)
			return -1;
	return 0;
}
