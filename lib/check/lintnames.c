/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is declared, and what uses it: see lint.h. */
#include <stdlib.h>
#include <string.h>

#include "check/lint_int.h"

#define NAMED 8 /* values that a message names */

/* What rules do to the dimensions. */
struct use {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	bool *set;     /* by value of all dimensions */
	bool *setdim;  /* by dimension: a rule sets it */
	bool *testdim; /* by dimension: a condition asks for it */
};

/* What programs of the toolkit read, whatever rules do with it. */
static const char *const read_dims[] = { "complexity", "emotion", "pattern",
	"tier", "issue", "matter", "approach", "system", "decision", "trigger",
	"segment", "transfer", "answer-kind" };

static bool
is_read(const char *name)
{
	for (size_t i = 0; i < sizeof(read_dims) / sizeof(read_dims[0]); i++)
		if (strcmp(read_dims[i], name) == 0)
			return true;
	return false;
}

static void
use_rule(struct use *u, const struct hd_rule *r)
{
	const struct hd_ruleset *rs = u->rs;
	const struct hd_alt *alt;
	const struct hd_cond *c;
	const struct hd_set *s;

	for (size_t i = 0; i < r->nsets; i++) {
		s = &rs->sets[r->set + i];
		u->setdim[s->dim] = true;
		u->set[rs->dims[s->dim].off + (size_t)s->value] = true;
	}
	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &rs->conds[alt->cond + k];
			if (c->var != HD_VAR_FIELD)
				u->testdim[c->index] = true;
		}
	}
}

static void
values(struct use *u, const struct hd_dim *d)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t n = 0;

	for (size_t v = 0; v < d->n; v++) {
		if (u->set[d->off + v] || d->dflt == (int)v)
			continue;
		if (n++ < NAMED)
			hd_buf_addf(
			    &b, "%s'%s'", n > 1 ? ", " : "", d->values[v]);
	}
	if (n > NAMED)
		hd_buf_addf(&b, " and %zu more", n - NAMED);
	if (n > 0)
		hd_lint_add(u->out, u->rs, "R172", NULL, 0, d->pos,
		    "no rule sets %s of '%s': write a rule, or drop the value",
		    hd_buf_cstr(&b), d->name);
	hd_buf_release(&b);
}

static void
dimensions(struct use *u)
{
	const struct hd_dim *d;

	for (size_t i = 0; i < u->rs->ndims; i++) {
		d = &u->rs->dims[i];
		if (!hd_lint_wanted(u->o, d->pos))
			continue;
		if (u->setdim[i] || d->dflt >= 0)
			values(u, d);
		else if (u->testdim[i])
			hd_lint_add(u->out, u->rs, "R172", NULL, 0, d->pos,
			    "rules ask for '%s', and none sets it: write a "
			    "rule that does",
			    d->name);
		else
			hd_lint_add(u->out, u->rs, "R127", NULL, 0, d->pos,
			    "dimension '%s' is declared and never used: drop "
			    "it",
			    d->name);
	}
}

static const struct hd_lintcolumn *
column(const struct hd_lintopt *o, const char *name)
{
	for (size_t i = 0; i < o->ncolumns; i++)
		if (strcmp(o->columns[i].name, name) == 0)
			return &o->columns[i];
	return NULL;
}

/* The column a field is read from; built-in ones are named alike. */
static char *
column_name(const struct hd_field *f)
{
	char *s = hd_xstrdup(f->column != NULL ? f->column
			     : f->arg != NULL  ? "fields"
					       : f->name);

	for (char *c = s; *c != '\0'; c++)
		if (*c == '.')
			*c = '_';
	return s;
}

/* Where the field was declared, or first tested. */
static const struct hd_cond *
first_test(const struct hd_ruleset *rs, const struct hd_rules *all,
    size_t field, const struct hd_rule **rule)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t r = 0; r < all->n; r++)
		for (size_t i = 0; i < all->v[r]->nalts; i++) {
			alt = &rs->alts[all->v[r]->alt + i];
			for (size_t k = 0; k < alt->nconds; k++) {
				c = &rs->conds[alt->cond + k];
				*rule = all->v[r];
				if (c->var == HD_VAR_FIELD && c->index == field)
					return c;
			}
		}
	return NULL;
}

static void
in_database(const struct use *u, const struct hd_rules *all, size_t i)
{
	const struct hd_field *f = &u->rs->fields[i];
	char *name = column_name(f);
	const struct hd_lintcolumn *col = column(u->o, name);
	const struct hd_rule *r = NULL;
	const struct hd_cond *c = first_test(u->rs, all, i, &r);
	struct hd_pos pos = f->pos.line > 0 || c == NULL ? f->pos : c->pos;

	if (pos.line > 0 && hd_lint_wanted(u->o, pos)) {
		if (col == NULL && f->column != NULL)
			hd_lint_add(u->out, u->rs, "R125", NULL, 0, pos,
			    "the view rule_facts has no column '%s': add it, "
			    "or drop '%s'",
			    name, f->name);
		else if (col != NULL && !col->as_of && c != NULL)
			hd_lint_add(u->out, u->rs, "R126", r, 0, pos,
			    "'%s' has no history here: a replay takes what is "
			    "known today for tickets of any age, so do not "
			    "build on it",
			    f->name);
	}
	free(name);
}

static void
fields(const struct use *u, const struct hd_rules *all)
{
	const struct hd_field *f;

	for (size_t i = 0; i < u->rs->nfields; i++) {
		f = &u->rs->fields[i];
		if (f->pos.line > 0 && f->uses == 0 &&
		    hd_lint_wanted(u->o, f->pos))
			hd_lint_add(u->out, u->rs, "R127", NULL, 0, f->pos,
			    "field '%s' is declared and never used: drop it",
			    f->name);
		if (u->o->ncolumns > 0)
			in_database(u, all, i);
	}
}

/* Does anything look at what the tag sets? */
static bool
is_of_use(const struct use *u, const struct hd_rule *tag)
{
	size_t dim;

	for (size_t i = 0; i < tag->nsets; i++) {
		dim = u->rs->sets[tag->set + i].dim;
		if (u->testdim[dim] || is_read(u->rs->dims[dim].name))
			return true;
	}
	return false;
}

/* Without routes the tags are what the rules are there for. */
static void
tags(const struct use *u)
{
	const struct hd_rule *r;

	for (size_t i = 0; u->rs->nroutes > 0 && i < u->rs->nrules; i++) {
		r = &u->rs->rules[i];
		if (hd_lint_wanted(u->o, r->pos) && !is_of_use(u, r))
			hd_lint_add(u->out, u->rs, "R171", r, 0, r->pos,
			    "no route and no report asks for what '%s' sets: "
			    "use it, or drop it",
			    r->id);
	}
}

/* On both stages a field that is known on reply has its use there. */
static void
outcome(const struct use *u, const struct hd_rule *r, size_t alt,
    const struct hd_cond *c)
{
	const struct hd_field *f = &u->rs->fields[c->index];

	if (hd_fact_late(hd_str(f->name)))
		hd_lint_add(u->out, u->rs, "R128", r, alt, c->pos,
		    "'%s' is known only once a ticket has ended, never where "
		    "routes are asked: drop the condition",
		    f->name);
	else if (r->stages == 1u << HD_STAGE_OPEN &&
		 f->known == HD_KNOWN_OUTCOME)
		hd_lint_add(u->out, u->rs, "R128", r, alt, c->pos,
		    "'%s' is never known when a ticket opens: test it on "
		    "reply, or drop the condition",
		    f->name);
}

static void
outcomes(const struct use *u, const struct hd_rule *r)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &u->rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &u->rs->conds[alt->cond + k];
			if (c->var == HD_VAR_FIELD)
				outcome(u, r, i + 1, c);
		}
	}
}

void
hd_lint_names(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct hd_rules all = hd_lint_rules(rs);
	struct use u = { .rs = rs, .o = o, .out = out };

	u.set = hd_xcalloc(rs->nvalues + 1, sizeof(*u.set));
	u.setdim = hd_xcalloc(rs->ndims + 1, sizeof(*u.setdim));
	u.testdim = hd_xcalloc(rs->ndims + 1, sizeof(*u.testdim));
	for (size_t i = 0; i < all.n; i++) {
		use_rule(&u, all.v[i]);
		if ((all.v[i]->stages & ~(1u << HD_STAGE_WHOLE)) != 0 &&
		    hd_lint_wanted(o, all.v[i]->pos))
			outcomes(&u, all.v[i]);
	}
	dimensions(&u);
	tags(&u);
	fields(&u, &all);
	free(u.set);
	free(u.setdim);
	free(u.testdim);
	free(all.v);
}
