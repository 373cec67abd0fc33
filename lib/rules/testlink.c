/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linking tests: the fields, values, dimensions and rules that they name. */
#include <math.h>
#include <string.h>

#include "base/num.h"
#include "base/tstamp.h"
#include "rules/decide.h"
#include "rules/testparse.h"

/* The text of lines that begin with `|', those and one blank taken off. */
static struct hd_str
join_lines(struct hd_ruleset *rs, struct hd_str lines)
{
	char *text = hd_arena_alloc(&rs->mem->arena, lines.n + 1);
	struct hd_str line;
	size_t n = 0;

	while (hd_str_split(&lines, '\n', &line)) {
		line = hd_str_trim(line);
		if (!hd_str_starts(line, "|"))
			continue; /* a blank line or a comment */
		line.p++;
		line.n--;
		if (hd_str_starts(line, " ")) {
			line.p++;
			line.n--;
		}
		if (n > 0)
			text[n++] = '\n';
		memcpy(text + n, line.p, line.n);
		n += line.n;
	}
	text[n] = '\0';
	return (struct hd_str){ text, n };
}

/* A duration that is told by a day: from then to the now of the file. */
static bool
since(const struct hd_ruleset *rs, struct hd_casefact *g, int64_t *seconds,
    bool *no_now)
{
	const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	int64_t now = rs->files[g->pos.file].now, t;
	struct hd_err err = HD_ERR_INIT;
	double x;
	bool zoned;

	*no_now = false;
	if (hd_num_real(g->value, &x) ||
	    hd_time_parse(g->value, &opt, &t, &zoned, &err) < 0)
		return false;
	*no_now = now == HD_TIME_NONE;
	*seconds = *no_now ? 0 : now - t;
	return true;
}

/* What no ticket can have, a case cannot either: proofs count on it. */
static int
check_range(const struct hd_ruleset *rs, const struct hd_casefact *g,
    struct hd_err *err)
{
	const struct hd_fact *fact =
	    hd_fact_find(hd_str(rs->fields[g->field].name));
	bool hour = fact != NULL && fact->range == HD_RANGE_HOUR;

	if (fact == NULL || fact->range == HD_RANGE_ANY ||
	    (g->num >= 0 && floor(g->num) == g->num && (!hour || g->num <= 23)))
		return 0;
	return hd_rules_err(rs, g->arg_pos, err, "R121",
	    "no ticket has '%s = %.*s': write %s", fact->name, (int)g->value.n,
	    g->value.p,
	    hour			   ? "an hour from 0 to 23"
	    : fact->type == HD_FT_DURATION ? "a time that has passed"
					   : "a whole number from 0 on");
}

/* The value of a fact, and whether it fits. */
static int
link_value(struct hd_ruleset *rs, struct hd_casefact *g, struct hd_err *err)
{
	const struct hd_field *f = &rs->fields[g->field];
	struct hd_operand o = { .s = g->value, .pos = g->arg_pos };
	int64_t seconds;
	bool no_now;

	if (f->type == HD_FT_DURATION && since(rs, g, &seconds, &no_now)) {
		g->num = (double)seconds;
		if (!no_now)
			return check_range(rs, g, err);
		return hd_rules_err(rs, g->arg_pos, err, "R103",
		    "up to when? write 'now 2026-01-31T12:00:00Z' above the "
		    "cases");
	}
	if (hd_link_value(rs, f, &o, err) < 0)
		return -1;
	g->num = o.num;
	return check_range(rs, g, err);
}

static int
field_err(const struct hd_ruleset *rs, const struct hd_casefact *g,
    struct hd_err *err)
{
	struct hd_near near;

	if (hd_ruleset_dim(rs, g->name.p) >= 0)
		return hd_rules_err(rs, g->pos, err, "R501",
		    "'%s' is a dimension, which rules decide: give the facts "
		    "that make them fire",
		    g->name.p);
	hd_near_init(&near, g->name);
	hd_near_fields(&near, rs);
	return hd_rules_err(rs, g->pos, err, "R501", "unknown field '%s'%s",
	    g->name.p, hd_near_hint(&near));
}

/* The field of g; what its table was told is not told again of each row. */
static int
link_name(
    struct hd_ruleset *rs, bool row, struct hd_casefact *g, struct hd_err *err)
{
	int f;

	g->name = hd_str_keep(&rs->mem->arena, g->name);
	f = hd_ruleset_dim(rs, g->name.p) < 0 ? hd_link_field(rs, g->name) : -1;
	if (f < 0)
		return row ? -1 : field_err(rs, g, err);
	g->field = (size_t)f;
	return 0;
}

static int
link_given(struct hd_ruleset *rs, const struct hd_case *c,
    struct hd_casefact *g, struct hd_err *err)
{
	const struct hd_field *f;

	if (link_name(rs, c->kind == HD_CASE_ROW, g, err) < 0)
		return -1;
	f = &rs->fields[g->field];
	if (g->value.p == NULL && g->lines.p == NULL && !g->unset)
		return hd_rules_err(rs, g->pos, err, "R103",
		    "missing value: write '= VALUE', or '| TEXT' below");
	if (g->lines.p != NULL) {
		if (f->type != HD_FT_TEXT)
			return hd_rules_err(rs, g->pos, err, "R124",
			    "'%s' is no text: write '= VALUE'", f->name);
		g->value = join_lines(rs, g->lines);
	}
	if (c->stage != HD_STAGE_WHOLE && g->value.p != NULL &&
	    hd_fact_late(hd_str(f->name)))
		return hd_rules_err(rs, g->pos, err, "R501",
		    "'%s' is known only once a ticket has ended: drop 'on', "
		    "or this line",
		    f->name);
	if (c->kind != HD_CASE_JOURNEY && c->stage == HD_STAGE_OPEN &&
	    g->value.p != NULL && f->known == HD_KNOWN_OUTCOME)
		return hd_rules_err(rs, g->pos, err, "R501",
		    "'%s' is not known when a ticket opens: on reply it is",
		    f->name);
	return g->value.p == NULL ? 0 : link_value(rs, g, err);
}

static int
dim_err(const struct hd_ruleset *rs, struct hd_str name, struct hd_pos pos,
    struct hd_err *err)
{
	struct hd_near near;

	hd_near_init(&near, name);
	for (size_t i = 0; i < rs->ndims; i++)
		hd_near_try(&near, rs->dims[i].name);
	return hd_rules_err(rs, pos, err, "R501", "unknown dimension '%.*s'%s",
	    (int)name.n, name.p, hd_near_hint(&near));
}

/* unknown: the dimension has no value at all. */
static int
link_dim(
    struct hd_ruleset *rs, bool row, struct hd_expect *e, struct hd_err *err)
{
	int dim = hd_ruleset_dim(rs, hd_keep(rs, e->name));
	struct hd_near near;

	if (dim < 0)
		return row ? -1 : dim_err(rs, e->name, e->pos, err);
	e->dim = (size_t)dim;
	e->value = hd_ruleset_value(rs, dim, hd_keep(rs, e->arg));
	if (e->value >= 0 || hd_str_eq(e->arg, "unknown"))
		return 0;
	hd_near_init(&near, e->arg);
	for (size_t i = 0; i < rs->dims[dim].n; i++)
		hd_near_try(&near, rs->dims[dim].values[i]);
	return hd_rules_err(rs, e->arg_pos, err, "R501",
	    "'%s' has no value '%.*s'%s", rs->dims[dim].name, (int)e->arg.n,
	    e->arg.p, hd_near_hint(&near));
}

/* by RULE, or by default of a route */
static int
link_by(struct hd_ruleset *rs, struct hd_expect *e, struct hd_err *err)
{
	enum hd_rulekind kind = e->kind == HD_EXPECT_ROUTE ? HD_ROUTE : HD_TAG;
	const struct hd_rule *r, *all;
	struct hd_near near;
	size_t n;

	if (e->by.p == NULL)
		return 0;
	all = hd_ruleset_kind(rs, kind, &n);
	r = hd_rule_find(rs, hd_keep(rs, e->by));
	if (r != NULL && r->kind == kind) {
		e->rule = (int)(r - all);
		return 0;
	}
	if (kind == HD_ROUTE && hd_str_eq(e->by, "default")) {
		e->rule = HD_BY_STAGE_DEFAULT;
		return 0;
	}
	hd_near_init(&near, e->by);
	for (size_t i = 0; i < n; i++)
		hd_near_try(&near, all[i].id);
	return hd_rules_err(rs, e->by_pos, err, "R501",
	    "there is no %s '%.*s'%s", hd_rulekind_name(kind), (int)e->by.n,
	    e->by.p, hd_near_hint(&near));
}

/* What is expected can be at that stage at all. */
static int
check_stage(const struct hd_ruleset *rs, const struct hd_case *c,
    const struct hd_expect *e, struct hd_err *err)
{
	if (e->kind >= HD_EXPECT_TAG || c->stage != HD_STAGE_WHOLE ||
	    c->kind == HD_CASE_JOURNEY)
		return 0;
	return c->kind == HD_CASE_ROW
		   ? -1
		   : hd_rules_err(rs, e->pos, err, "R103",
			 "at which stage? write 'on open' or 'on reply'");
}

static int
link_expect(struct hd_ruleset *rs, const struct hd_case *c, struct hd_expect *e,
    struct hd_err *err)
{
	if (check_stage(rs, c, e, err) < 0)
		return -1;
	if (e->kind >= HD_EXPECT_TAG &&
	    link_dim(rs, c->kind == HD_CASE_ROW, e, err) < 0)
		return -1;
	return link_by(rs, e, err);
}

/* What a table says once for all of its rows. */
static int
link_columns(struct hd_ruleset *rs, const struct hd_case *c, struct hd_err *err)
{
	bool all = rs->mem->found != NULL;
	const struct hd_expect *e;

	for (size_t i = 0; i < c->ncolumns; i++)
		if (link_name(rs, false, &rs->givens[c->column + i], err) < 0 &&
		    !all)
			return -1;
	if (c->ncolumns == 0)
		return 0;
	e = &rs->expects[c->what];
	if (e->kind == HD_EXPECT_TAG &&
	    hd_ruleset_dim(rs, hd_keep(rs, e->name)) < 0)
		return dim_err(rs, e->name, e->pos, err);
	return check_stage(rs, c, e, err);
}

static int
link_expects(struct hd_ruleset *rs, const struct hd_case *c, size_t first,
    size_t n, struct hd_err *err)
{
	for (size_t i = 0; i < n; i++)
		if (link_expect(rs, c, &rs->expects[first + i], err) < 0 &&
		    rs->mem->found == NULL)
			return -1;
	return 0;
}

static int
link_steps(struct hd_ruleset *rs, const struct hd_case *c, struct hd_err *err)
{
	struct hd_step *s;

	for (size_t i = 0; i < c->nsteps; i++) {
		s = &rs->steps[c->step + i];
		if (s->lines.p != NULL)
			s->text = join_lines(rs, s->lines);
		if (s->text.p == NULL &&
		    hd_rules_err(rs, s->pos, err, "R103",
			"missing text: write '= TEXT', or '| TEXT' below") <
			0 &&
		    rs->mem->found == NULL)
			return -1;
		if (link_expects(rs, c, s->expect, s->nexpects, err) < 0)
			return -1;
	}
	return 0;
}

/* -1 only where the first error ends all. */
static int
link_case(struct hd_ruleset *rs, struct hd_case *c, struct hd_err *err)
{
	bool all = rs->mem->found != NULL;

	if (c->stage == HD_STAGE_WHOLE && c->parent >= 0)
		c->stage = rs->cases[c->parent].stage;
	for (size_t i = 0; i < c->ngivens; i++)
		if (link_given(rs, c, &rs->givens[c->given + i], err) < 0 &&
		    !all)
			return -1;
	if (link_columns(rs, c, err) < 0 && !all)
		return -1;
	if (link_expects(rs, c, c->expect, c->nexpects, err) < 0)
		return -1;
	return link_steps(rs, c, err);
}

int
hd_link_tests(struct hd_ruleset *rs, struct hd_err *err)
{
	for (size_t i = 0; i < rs->ncases; i++)
		if (link_case(rs, &rs->cases[i], err) < 0)
			return -1;
	return 0;
}
