/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests as they are written: now, case, table, journey and their statements.
 * Only the form is read here; names and values are looked at when all files
 * are read (testlink.c).
 */
#include <string.h>

#include "base/tstamp.h"
#include "rules/block.h"
#include "rules/testparse.h"

int
hd_parse_now(struct hd_parse *p)
{
	const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	struct hd_rulefile *f = &p->rs->files[p->file];
	struct hd_err err = HD_ERR_INIT;
	struct hd_str when;
	int64_t now;
	bool zoned;

	if (f->now != HD_TIME_NONE)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'now' twice");
	if (hd_parse_rest(p, "time", &when) < 0)
		return -1;
	if (hd_time_parse(when, &opt, &now, &zoned, &err) < 0)
		return HD_PARSE_ERR(p, when.p, "R121",
		    "'%.*s' is no time: write 2026-01-31T12:00:00Z",
		    (int)when.n, when.p);
	f->now = now;
	return 0;
}

struct hd_case *
hd_parse_test(struct hd_parse *p)
{
	return &p->rs->cases[p->rule];
}

static void
case_key(struct hd_buf *key, size_t file, struct hd_str name)
{
	hd_buf_addf(key, "%zu ", file);
	hd_buf_add(key, name.p, name.n);
}

int
hd_parse_new_case(struct hd_parse *p, struct hd_str name, enum hd_casekind kind,
    struct hd_pos pos)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_buf key = HD_BUF_INIT;
	int64_t *at;
	size_t i;

	case_key(&key, p->file, name);
	at = hd_map_put(&rs->mem->case_names, hd_buf_str(&key), -1);
	hd_buf_release(&key);
	if (*at >= 0)
		return hd_rules_err(rs, pos, p->err, "R506",
		    "case '%.*s' was at line %zu", (int)name.n, name.p,
		    rs->cases[*at].pos.line);
	i = HD_ADD(rs, cases);
	*at = (int64_t)i;
	rs->cases[i] = (struct hd_case){
		.name = hd_keep(rs, name),
		.kind = kind,
		.pos = pos,
		.parent = -1,
		.given = rs->mem->givens.n,
		.expect = rs->mem->expects.n,
		.step = rs->mem->steps.n,
	};
	return (int)i;
}

static int
open_case(struct hd_parse *p, enum hd_casekind kind, enum hd_block block)
{
	struct hd_str name;
	int i;

	if (hd_parse_rest(p, "name", &name) < 0)
		return -1;
	i = hd_parse_new_case(p, name, kind, hd_parse_pos(p, name.p));
	if (i < 0)
		return -1;
	p->rule = (size_t)i;
	p->block = block;
	p->lines = false;
	return 0;
}

int
hd_parse_case(struct hd_parse *p)
{
	return open_case(p, HD_CASE, HD_BLOCK_CASE);
}

int
hd_parse_table(struct hd_parse *p)
{
	return open_case(p, HD_CASE_TABLE, HD_BLOCK_TABLE);
}

int
hd_parse_journey(struct hd_parse *p)
{
	return open_case(p, HD_CASE_JOURNEY, HD_BLOCK_JOURNEY);
}

int
hd_parse_test_end(struct hd_parse *p)
{
	const struct hd_case *c = hd_parse_test(p);

	if (c->kind == HD_CASE_TABLE && c->nrows == 0)
		return hd_rules_err(p->rs, c->pos, p->err, "R103",
		    "table '%s' has no row", c->name);
	if (c->kind == HD_CASE_JOURNEY && c->nsteps == 0)
		return hd_rules_err(p->rs, c->pos, p->err, "R103",
		    "journey '%s' has no step: write 'customer = TEXT'",
		    c->name);
	return 0;
}

int
hd_parse_test_on(struct hd_parse *p)
{
	struct hd_case *c = hd_parse_test(p);
	struct hd_str word;

	if (c->stage != HD_STAGE_WHOLE)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'on' twice");
	word = hd_parse_word(p);
	if (!hd_stage_parse(word, &c->stage))
		return HD_PARSE_ERR(p, word.p, "R122",
		    "'%.*s' is no stage: there are open and reply", (int)word.n,
		    word.p);
	c->stage_pos = hd_parse_pos(p, word.p);
	return hd_parse_end(p);
}

int
hd_parse_test_todo(struct hd_parse *p)
{
	struct hd_case *c = hd_parse_test(p);

	if (c->todo.p != NULL)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'todo' twice");
	return hd_parse_rest(p, "reason", &c->todo);
}

/* The case of that name in a file, or -1. */
static int
case_of(const struct hd_ruleset *rs, size_t file, struct hd_str name)
{
	struct hd_buf key = HD_BUF_INIT;
	const int64_t *at;

	case_key(&key, file, name);
	at = hd_map_get(&rs->mem->case_names, hd_buf_str(&key));
	hd_buf_release(&key);
	if (at == NULL || rs->cases[*at].kind == HD_CASE_TABLE ||
	    rs->cases[*at].kind == HD_CASE_JOURNEY)
		return -1;
	return (int)*at;
}

/* An earlier case of that name, of this file or else of one that was read. */
static int
find_case(const struct hd_parse *p, struct hd_str name)
{
	int found = case_of(p->rs, p->file, name);

	for (size_t i = p->rs->nfiles; found < 0 && i > 0; i--)
		found = case_of(p->rs, i - 1, name);
	return found >= 0 && (size_t)found < p->rule ? found : -1;
}

/* How many cases one rests upon. */
static size_t
depth(const struct hd_ruleset *rs, int i)
{
	size_t n = 0;

	for (; i >= 0; i = rs->cases[i].parent)
		n++;
	return n;
}

int
hd_parse_like(struct hd_parse *p)
{
	struct hd_case *c = hd_parse_test(p);
	struct hd_near near;
	struct hd_str name;

	if (c->parent >= 0)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'like' twice");
	if (c->nrows > 0 || c->nsteps > 0)
		return HD_PARSE_ERR(
		    p, p->keyword, "R103", "put 'like' above what it is for");
	if (hd_parse_rest(p, "name of a case", &name) < 0)
		return -1;
	c->parent = find_case(p, name);
	if (depth(p->rs, c->parent) > HD_RULES_DEPTH)
		return HD_PARSE_ERR(p, name.p, "R103",
		    "cases are like others more than %d deep", HD_RULES_DEPTH);
	if (c->parent >= 0)
		return 0;
	hd_near_init(&near, name);
	for (size_t i = 0; i < p->rule; i++)
		if (p->rs->cases[i].kind == HD_CASE)
			hd_near_try(&near, p->rs->cases[i].name);
	return HD_PARSE_ERR(p, name.p, "R501",
	    "there is no case '%.*s' above%s", (int)name.n, name.p,
	    hd_near_hint(&near));
}

bool
hd_is_given(const struct hd_parse *p)
{
	struct hd_str name = hd_field_name(p->rest), rest;

	rest = hd_str_trim(
	    (struct hd_str){ p->rest.p + name.n, p->rest.n - name.n });
	return name.n > 0 &&
	       (rest.n == 0 || rest.p[0] == '=' || hd_str_eq(rest, "is unset"));
}

int
hd_parse_given(struct hd_parse *p)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_casefact g = { .name = hd_field_name(p->rest) };
	size_t i;

	if (hd_parse_test(p)->nrows > 0 || hd_parse_test(p)->ncolumns > 0)
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "put what all rows share above 'columns'");
	if (hd_parse_test(p)->nsteps > 0)
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "put the facts of a journey above its steps");
	g.pos = g.arg_pos = hd_parse_pos(p, g.name.p);
	hd_parse_skip(p, g.name.n);
	p->lines = p->rest.n == 0;
	g.unset = hd_str_starts(p->rest, "is");
	if (hd_str_starts(p->rest, "=")) {
		hd_parse_skip(p, 1);
		if (hd_parse_rest(p, "value", &g.value) < 0)
			return -1;
		g.arg_pos = hd_parse_pos(p, g.value.p);
	}
	i = HD_PUSH(rs, givens);
	rs->givens[i] = g;
	hd_parse_test(p)->ngivens++;
	return 0;
}

/* What the lines behind `|' are of. */
static struct hd_str *
open_lines(struct hd_parse *p)
{
	const struct hd_case *c = hd_parse_test(p);

	if (c->nsteps > 0)
		return &p->rs->steps[c->step + c->nsteps - 1].lines;
	return &p->rs->givens[c->given + c->ngivens - 1].lines;
}

int
hd_parse_text_line(struct hd_parse *p)
{
	struct hd_str *lines;

	if (!p->lines)
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "'|' goes under a line that holds nothing but a field");
	lines = open_lines(p);
	if (lines->p == NULL)
		lines->p = p->bol;
	/* they lie side by side in the file */
	lines->n = (size_t)(p->rest.p + p->rest.n - lines->p);
	return 0;
}

/* customer and ai of a journey */
static int
step(struct hd_parse *p, bool ai)
{
	struct hd_step s = { .ai = ai };
	struct hd_case *c = hd_parse_test(p);
	size_t i;

	s.pos = hd_parse_pos(p, p->keyword);
	if (ai && (c->nsteps == 0 || p->rs->steps[c->step + c->nsteps - 1].ai))
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "the AI answers a customer: write 'customer = TEXT' above");
	p->lines = p->rest.n == 0;
	if (p->rest.n > 0) {
		if (p->rest.p[0] != '=')
			return HD_PARSE_ERR(
			    p, p->rest.p, "R103", "write '= TEXT'");
		hd_parse_skip(p, 1);
		if (hd_parse_rest(p, "text", &s.text) < 0)
			return -1;
	}
	s.expect = p->rs->mem->expects.n;
	i = HD_PUSH(p->rs, steps);
	p->rs->steps[i] = s;
	c->nsteps++;
	return 0;
}

int
hd_parse_customer(struct hd_parse *p)
{
	return step(p, false);
}

int
hd_parse_ai(struct hd_parse *p)
{
	return step(p, true);
}
