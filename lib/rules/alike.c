/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change of facts can change: see alike.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "rules/alike.h"
#include "rules/matcher.h"

struct test {
	size_t alt, field; /* field: of those asked about */
	const struct hd_cond *cond;
};

struct hd_alike {
	const struct hd_ruleset *rs;
	struct test *tests; /* by alternative */
	size_t n, cap;
};

static void
add_tests(struct hd_alike *a, size_t alt, const char *field, size_t number)
{
	const struct hd_ruleset *rs = a->rs;
	const struct hd_cond *c;

	for (size_t i = 0; i < rs->alts[alt].nconds; i++) {
		c = &rs->conds[rs->alts[alt].cond + i];
		if (c->var != HD_VAR_FIELD ||
		    strcmp(rs->fields[c->index].name, field) != 0)
			continue;
		a->tests =
		    hd_grow(a->tests, &a->cap, a->n + 1, sizeof(*a->tests));
		a->tests[a->n++] = (struct test){ alt, number, c };
	}
}

struct hd_alike *
hd_alike_new(const struct hd_ruleset *rs, const char *const *fields, size_t n)
{
	struct hd_alike *a = hd_xcalloc(1, sizeof(*a));
	const struct hd_rule *rule;

	a->rs = rs;
	for (size_t r = 0; r < rs->nrules; r++) {
		rule = &rs->rules[r];
		for (size_t i = 0; i < rule->nalts; i++)
			for (size_t f = 0; f < n; f++)
				add_tests(a, rule->alt + i, fields[f], f);
	}
	return a;
}

void
hd_alike_free(struct hd_alike *a)
{
	if (a == NULL)
		return;
	free(a->tests);
	free(a);
}

static bool
holds(const struct hd_alike *a, const struct test *t, const double *v)
{
	return isnan(v[t->field]) ? t->cond->op == HD_OP_UNSET
				  : hd_num_holds(a->rs, t->cond, v[t->field]);
}

bool
hd_alike(const struct hd_alike *a, const double *x, const double *y)
{
	bool of_x = true, of_y = true;

	for (size_t i = 0; i < a->n; i++) {
		of_x = of_x && holds(a, &a->tests[i], x);
		of_y = of_y && holds(a, &a->tests[i], y);
		if (i + 1 < a->n && a->tests[i + 1].alt == a->tests[i].alt)
			continue;
		if (of_x != of_y)
			return false;
		of_x = of_y = true;
	}
	return true;
}

bool
hd_rule_tests(
    const struct hd_ruleset *rs, const struct hd_rule *rule, const char *prefix)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t i = 0; i < rule->nalts; i++) {
		alt = &rs->alts[rule->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &rs->conds[alt->cond + k];
			if (c->var == HD_VAR_FIELD &&
			    strncmp(rs->fields[c->index].name, prefix,
				strlen(prefix)) == 0)
				return true;
		}
	}
	return false;
}
