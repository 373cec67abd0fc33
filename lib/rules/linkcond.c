/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Linking one condition: the field or dimension it names, whether the
 * operator fits, its values, its pattern.
 */
#include <string.h>

#include "base/utf8.h"
#include "rules/link.h"
#include "rules/parse.h"
#include "rules/pattern.h"
#include "rules/patterninfo.h"

const char *
hd_field_arg(struct hd_ruleset *rs, struct hd_str name)
{
	const size_t open = strlen("ticket.field(\""), close = 2;

	if (!hd_str_starts(name, "ticket.field(\"") || name.n <= open + close)
		return NULL;
	return hd_keep(
	    rs, (struct hd_str){ name.p + open, name.n - open - close });
}

/* The column of the view rule_facts: the name with '_' for the rest. */
static const char *
column(struct hd_ruleset *rs, const char *name)
{
	char *s = hd_arena_memdup(&rs->mem->arena, name, strlen(name));

	for (char *c = s; *c != '\0'; c++)
		if (*c == '.' || *c == '-')
			*c = '_';
	return s;
}

void
hd_field_init(
    struct hd_ruleset *rs, struct hd_field *f, const struct hd_fact *fact)
{
	if (fact == NULL) {
		f->known = HD_KNOWN_VIEW;
		f->column = column(rs, f->name);
		return;
	}
	f->known = fact->known;
	f->each = fact->each;
}

/* A built-in field that no line declared; -1 when there is none. */
static int
builtin(struct hd_ruleset *rs, struct hd_str name)
{
	struct hd_field f = { .name = hd_keep(rs, name) };
	const struct hd_fact *fact;
	int i;

	f.arg = hd_field_arg(rs, name);
	if (f.arg == NULL && hd_str_eq(name, "ticket.field"))
		return -1;
	fact = hd_fact_find(f.arg != NULL ? hd_str("ticket.field") : name);
	if (fact == NULL)
		return -1;
	f.type = fact->type;
	hd_field_init(rs, &f, fact);
	for (; fact->values != NULL && fact->values[f.n] != NULL; f.n++)
		;
	f.values =
	    hd_arena_alloc(&rs->mem->arena, (f.n + 1) * sizeof(*f.values));
	for (size_t k = 0; k < f.n; k++)
		f.values[k] = fact->values[k];
	i = (int)HD_ADD(rs, fields);
	rs->fields[i] = f;
	return i;
}

int
hd_link_field(struct hd_ruleset *rs, struct hd_str name)
{
	int i = hd_ruleset_field(rs, hd_keep(rs, name));

	return i >= 0 ? i : builtin(rs, name);
}

void
hd_near_fields(struct hd_near *near, const struct hd_ruleset *rs)
{
	const struct hd_fact *facts;
	size_t n;

	for (size_t i = 0; i < rs->nfields; i++)
		hd_near_try(near, rs->fields[i].name);
	facts = hd_facts(&n);
	for (size_t i = 0; i < n; i++)
		hd_near_try(near, facts[i].name);
}

static int
name_err(struct hd_link *l, const struct hd_cond *c)
{
	const struct hd_ruleset *rs = l->rs;
	struct hd_near near;

	if (hd_str_eq(c->name, "ticket.field"))
		return hd_rules_err(rs, c->pos, l->err, "R120",
		    "which field? write ticket.field(\"NAME\")");
	hd_near_init(&near, c->name);
	for (size_t i = 0; i < rs->ndims; i++)
		hd_near_try(&near, rs->dims[i].name);
	hd_near_fields(&near, rs);
	return hd_rules_err(rs, c->pos, l->err, "R120",
	    "unknown field '%.*s'%s", (int)c->name.n, c->name.p,
	    hd_near_hint(&near));
}

static int
count_of(struct hd_link *l, struct hd_cond *c)
{
	const size_t open = strlen("count(");
	struct hd_str name = { c->name.p + open, c->name.n - open - 1 };
	struct hd_pos pos = c->pos;
	struct hd_near near;
	int dim = hd_ruleset_dim(l->rs, hd_keep(l->rs, name));

	c->var = HD_VAR_COUNT;
	c->index = (size_t)dim;
	if (dim >= 0)
		return 0;
	pos.col += open;
	hd_near_init(&near, name);
	for (size_t i = 0; i < l->rs->ndims; i++)
		hd_near_try(&near, l->rs->dims[i].name);
	return hd_rules_err(l->rs, pos, l->err, "R123",
	    "unknown dimension '%.*s'%s", (int)name.n, name.p,
	    hd_near_hint(&near));
}

static int
resolve(struct hd_link *l, struct hd_cond *c)
{
	struct hd_ruleset *rs = l->rs;
	const char *name = hd_keep(rs, c->name);
	int i = hd_ruleset_dim(rs, name);

	if (hd_str_starts(c->name, "count(") && c->name.p[c->name.n - 1] == ')')
		return count_of(l, c);
	c->var = HD_VAR_DIM;
	if (i < 0) {
		c->var = HD_VAR_FIELD;
		i = hd_link_field(rs, c->name);
		if (i < 0)
			return name_err(l, c);
		rs->fields[i].uses++;
	}
	c->index = (size_t)i;
	return 0;
}

/* The place of a byte of the pattern. */
static struct hd_pos
pattern_pos(const struct hd_cond *c, size_t offset)
{
	struct hd_pos pos = c->arg_pos;

	pos.col += hd_utf8_count((struct hd_str){ c->arg.p, offset });
	return pos;
}

static int
pattern_err(
    struct hd_link *l, const struct hd_cond *c, const struct hd_pattern_err *e)
{
	struct hd_newer newer;

	if (hd_pattern_newer(c->arg, &newer) && newer.refused)
		return hd_rules_err(l->rs, pattern_pos(c, newer.at), l->err,
		    "R11B", "%s: write %s", newer.what, newer.instead);
	return hd_rules_err(l->rs, pattern_pos(c, e->offset), l->err, "R110",
	    "%s (pattern offset %zu)", e->msg, e->offset);
}

/* The same pattern text is compiled once. */
static int
pattern(struct hd_link *l, const struct hd_cond *c, size_t *index)
{
	int64_t *known = hd_map_put(&l->patterns, c->arg, -1);
	struct hd_pattern_err perr;
	struct hd_pattern *p;

	if (*known < 0) {
		p = hd_pattern_new(c->arg, &perr);
		if (p == NULL)
			return pattern_err(l, c, &perr);
		*known = (int64_t)HD_ADD(l->rs, patterns);
		l->rs->patterns[*known] = p;
	}
	*index = (size_t)*known;
	return 0;
}

/* The same pattern on the same field is tried once a ticket. */
static int
probe(struct hd_link *l, struct hd_cond *c)
{
	struct hd_probe pr = { .field = c->index };
	int64_t *known;
	size_t i;

	if (pattern(l, c, &pr.pattern) < 0)
		return -1;
	known = hd_map_put(
	    &l->probes, (struct hd_str){ (const char *)&pr, sizeof(pr) }, -1);
	if (*known < 0) {
		i = HD_ADD(l->rs, probes);
		l->rs->probes[i] = pr;
		*known = (int64_t)i;
	}
	c->probe = (size_t)*known;
	c->each = l->rs->fields[c->index].each;
	return 0;
}

int
hd_link_cond(struct hd_link *l, struct hd_cond *c)
{
	if (resolve(l, c) < 0 || hd_link_operands(l->rs, c, l->err) < 0)
		return -1;
	if (c->op == HD_OP_MATCH || c->op == HD_OP_NOMATCH)
		return probe(l, c);
	return 0;
}
