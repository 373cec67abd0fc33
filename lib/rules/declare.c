/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file declares: field, dimension, default. */
#include <string.h>

#include "rules/block.h"
#include "rules/link.h"

/* Values up to the end of the line; sep is what stands between, or NULL. */
static int
values(struct hd_parse *p, const char *sep, const char ***list, size_t *n)
{
	/* each takes a letter and a blank at least */
	size_t room = p->rest.n / 2 + 1;
	struct hd_str v;

	*n = 0;
	*list = hd_arena_alloc(&p->rs->mem->arena, room * sizeof(**list));
	do {
		if (hd_parse_value(p, &v) < 0)
			return -1;
		for (size_t i = 0; i < *n; i++)
			if (hd_str_eq(v, (*list)[i]))
				return HD_PARSE_ERR(p, v.p, "R130",
				    "value '%.*s' twice", (int)v.n, v.p);
		(*list)[(*n)++] = hd_keep(p->rs, v);
		if (sep == NULL || p->rest.n == 0)
			continue;
		v = hd_parse_word(p);
		if (!hd_str_eq(v, sep))
			return HD_PARSE_ERR(p, v.p, "R103",
			    "'%s' goes between ranked values", sep);
		if (p->rest.n == 0)
			return HD_PARSE_ERR(
			    p, p->rest.p, "R103", "missing value");
	} while (p->rest.n > 0);
	return 0;
}

static int
twice(struct hd_parse *p, struct hd_str name, struct hd_pos first)
{
	return HD_PARSE_ERR(p, name.p, "R130",
	    "'%.*s' was declared at line %zu", (int)name.n, name.p, first.line);
}

/* The values of a custom field come as strings, whatever they mean. */
static bool
may_retype(enum hd_ftype was, enum hd_ftype is)
{
	return was == is || (was == HD_FT_STRING &&
				(is == HD_FT_ENUM || is == HD_FT_NUMBER));
}

static int
field_type(struct hd_parse *p, struct hd_field *f)
{
	const struct hd_fact *fact = hd_fact_find(
	    f->arg != NULL ? hd_str("ticket.field") : hd_str(f->name));
	struct hd_str word = hd_parse_word(p);

	if (word.n == 0)
		return HD_PARSE_ERR(p, word.p, "R103", "missing type");
	if (!hd_ftype_parse(word, &f->type))
		return HD_PARSE_ERR(p, word.p, "R103",
		    "unknown type '%.*s': text string list number duration "
		    "bool enum",
		    (int)word.n, word.p);
	if (fact != NULL && !may_retype(fact->type, f->type))
		return HD_PARSE_ERR(p, word.p, "R124", "'%s' is built in, a %s",
		    f->name, hd_ftype_name(fact->type));
	hd_field_init(p->rs, f, fact);
	if (f->type == HD_FT_ENUM)
		return values(p, NULL, &f->values, &f->n);
	return hd_parse_end(p);
}

int
hd_parse_field(struct hd_parse *p)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_str name = hd_field_name(p->rest);
	struct hd_field f = { .pos = hd_parse_pos(p, name.p) };
	int i;

	if (name.n == 0)
		return HD_PARSE_ERR(p, name.p, "R103", "missing field name");
	hd_parse_skip(p, name.n);
	f.name = hd_keep(rs, name);
	f.arg = hd_field_arg(rs, name);
	if (f.arg == NULL && memchr(name.p, '(', name.n) != NULL)
		return HD_PARSE_ERR(
		    p, name.p, "R103", "'%s' cannot be a field", f.name);
	if (field_type(p, &f) < 0)
		return -1;
	i = hd_ruleset_field(rs, f.name);
	if (i >= 0 && rs->fields[i].pos.file == p->file)
		return twice(p, name, rs->fields[i].pos);
	if (i < 0)
		i = (int)HD_ADD(rs, fields);
	rs->fields[i] = f;
	return 0;
}

static int
dimension_kind(struct hd_parse *p, struct hd_dim *d)
{
	struct hd_str word = hd_parse_word(p);

	d->many = hd_str_eq(word, "many");
	if (!d->many && !hd_str_eq(word, "one"))
		return HD_PARSE_ERR(
		    p, word.p, "R103", "write 'one' or 'many' after the name");
	if (p->rest.n == 0)
		return HD_PARSE_ERR(p, p->rest.p, "R103", "missing value");
	return values(p, d->many ? NULL : "<", &d->values, &d->n);
}

/* A dimension declared anew keeps its default where that is still a value. */
static void
keep_default(const struct hd_ruleset *rs, int old, struct hd_dim *d)
{
	const struct hd_dim *o = &rs->dims[old];

	for (size_t i = 0; o->dflt >= 0 && i < d->n; i++)
		if (strcmp(o->values[o->dflt], d->values[i]) == 0) {
			d->dflt = (int)i;
			d->dflt_readable = o->dflt_readable;
			d->dflt_pos = o->dflt_pos;
		}
}

bool
hd_dimension_name(struct hd_str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!hd_name_char(name.p[i]))
			return false;
	return name.n > 0 && hd_fact_find(name) == NULL;
}

int
hd_parse_dimension(struct hd_parse *p)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_dim d = { .dflt = -1 };
	struct hd_str name;
	int i;

	if (hd_parse_name(p, "a dimension", &name) < 0)
		return -1;
	d.pos = hd_parse_pos(p, name.p);
	d.name = hd_keep(rs, name);
	if (hd_fact_find(name) != NULL)
		return HD_PARSE_ERR(
		    p, name.p, "R130", "'%s' is a built-in field", d.name);
	if (dimension_kind(p, &d) < 0)
		return -1;
	i = hd_ruleset_dim(rs, d.name);
	if (i >= 0 && rs->dims[i].pos.file == p->file)
		return twice(p, name, rs->dims[i].pos);
	if (rs->ndims >= HD_RULES_DIMS)
		return HD_PARSE_ERR(p, name.p, "R105",
		    "more than %zu dimensions", HD_RULES_DIMS);
	if (i < 0)
		i = (int)HD_ADD(rs, dims);
	else
		keep_default(rs, i, &d);
	rs->dims[i] = d;
	return 0;
}

static int
default_value(struct hd_parse *p, struct hd_dim *d, int dim)
{
	struct hd_str value = hd_parse_word(p);
	struct hd_near near;

	if (value.n == 0)
		return HD_PARSE_ERR(p, value.p, "R103", "missing value");
	d->dflt = hd_ruleset_value(p->rs, dim, hd_keep(p->rs, value));
	if (d->dflt >= 0)
		return 0;
	hd_near_init(&near, value);
	for (size_t i = 0; i < d->n; i++)
		hd_near_try(&near, d->values[i]);
	return HD_PARSE_ERR(p, value.p, "R123", "'%s' has no value '%.*s'%s",
	    d->name, (int)value.n, value.p, hd_near_hint(&near));
}

int
hd_parse_default(struct hd_parse *p)
{
	struct hd_str name, word;
	enum hd_stage stage;
	struct hd_dim *d;
	struct hd_pos pos;
	int i;

	if (hd_parse_name(p, "a stage or a dimension", &name) < 0)
		return -1;
	pos = hd_parse_pos(p, name.p);
	i = hd_ruleset_dim(p->rs, hd_keep(p->rs, name));
	if (i < 0 && hd_stage_parse(name, &stage))
		return hd_parse_stage_default(p, stage);
	if (i < 0)
		return HD_PARSE_ERR(p, name.p, "R123",
		    "unknown dimension '%.*s': declare it above", (int)name.n,
		    name.p);
	d = &p->rs->dims[i];
	if (d->dflt >= 0 && d->dflt_pos.file == p->file)
		return twice(p, name, d->dflt_pos);
	if (default_value(p, d, i) < 0)
		return -1;
	d->dflt_pos = pos;
	d->dflt_readable = p->rest.n > 0;
	word = hd_str_trim(p->rest);
	if (word.n > 0 && !hd_str_eq(word, "when readable"))
		return HD_PARSE_ERR(
		    p, word.p, "R103", "write 'when readable' or nothing");
	return 0;
}
