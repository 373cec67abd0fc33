/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions in a normal form: see lint_int.h. */
#include <stdlib.h>
#include <string.h>

#include "check/lint_int.h"

static int
by_text(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

static bool
is_number(const struct hd_ruleset *rs, const struct hd_cond *c)
{
	enum hd_ftype type;

	if (c->var != HD_VAR_FIELD)
		return true;
	type = rs->fields[c->index].type;
	return type == HD_FT_NUMBER || type == HD_FT_DURATION ||
	       type == HD_FT_BOOL;
}

static void
operand(const struct hd_ruleset *rs, const struct hd_cond *c,
    const struct hd_operand *o, struct hd_buf *b)
{
	if (c->var == HD_VAR_DIM)
		hd_buf_addf(b, "%d", o->index);
	else if (is_number(rs, c))
		hd_buf_addf(b, "%.17g", o->num);
	else
		hd_buf_add(b, o->s.p, o->s.n);
}

static void
operands(const struct hd_ruleset *rs, const struct hd_cond *c, struct hd_buf *b)
{
	char **v = hd_xcalloc(c->nvalues + 1, sizeof(*v));
	struct hd_buf one = HD_BUF_INIT;

	for (size_t i = 0; i < c->nvalues; i++) {
		hd_buf_reset(&one);
		operand(rs, c, &rs->operands[c->value + i], &one);
		v[i] = hd_xstrdup(hd_buf_cstr(&one));
	}
	qsort(v, c->nvalues, sizeof(*v), by_text);
	for (size_t i = 0; i < c->nvalues; i++) {
		/* a value has no comma */
		if (i == 0 || strcmp(v[i], v[i - 1]) != 0)
			hd_buf_addf(b, ",%s", v[i]);
	}
	for (size_t i = 0; i < c->nvalues; i++)
		free(v[i]);
	free(v);
	hd_buf_release(&one);
}

void
hd_lint_normal(
    const struct hd_ruleset *rs, const struct hd_cond *c, struct hd_buf *b)
{
	enum hd_op op = c->op == HD_OP_IN ? HD_OP_EQ : c->op;

	hd_buf_addf(b, "%d.%zu.%d", (int)c->var, c->index, (int)op);
	if (c->op == HD_OP_MATCH || c->op == HD_OP_NOMATCH)
		hd_buf_addf(b, ".%zu", c->probe);
	else if (c->op != HD_OP_SET && c->op != HD_OP_UNSET)
		operands(rs, c, b);
}

static bool
is_pattern(const struct hd_cond *c)
{
	return c->op <= HD_OP_NOMATCH;
}

static bool
asks_same(const struct hd_cond *a, const struct hd_cond *b)
{
	if (a->var != b->var || a->index != b->index)
		return false;
	/* that a pattern matched says that the field is set */
	if (!is_pattern(a))
		return true;
	return is_pattern(b) && a->probe == b->probe;
}

bool
hd_lint_asks_within(
    const struct hd_ruleset *rs, const struct hd_alt *x, const struct hd_alt *y)
{
	bool found;

	for (size_t i = 0; i < x->nconds; i++) {
		found = false;
		for (size_t k = 0; k < y->nconds && !found; k++)
			found = asks_same(
			    &rs->conds[x->cond + i], &rs->conds[y->cond + k]);
		if (!found)
			return false;
	}
	return true;
}
