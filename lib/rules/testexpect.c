/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests expect, as written: expect lines, and tables, which are many. */
#include <string.h>

#include "rules/block.h"
#include "rules/testparse.h"

/* by RULE, or nothing more. */
static int
by(struct hd_parse *p, struct hd_expect *e)
{
	struct hd_str word;

	if (p->rest.n == 0)
		return 0;
	word = hd_parse_word(p);
	if (!hd_str_eq(word, "by"))
		return HD_PARSE_ERR(p, word.p, "R103",
		    "'%.*s' is one word too many: write 'by RULE' or nothing",
		    (int)word.n, word.p);
	if (hd_parse_name(p, "a rule's id", &e->by) < 0)
		return -1;
	e->by_pos = hd_parse_pos(p, e->by.p);
	return hd_parse_end(p);
}

/* What is wanted of e, and by which rule. */
static int
wanted(struct hd_parse *p, struct hd_expect *e)
{
	if (e->kind == HD_EXPECT_QUEUE) {
		if (hd_parse_rest(p, "queue", &e->arg) < 0)
			return -1;
		e->arg_pos = hd_parse_pos(p, e->arg.p);
		return 0;
	}
	if (hd_parse_value(p, &e->arg) < 0)
		return -1;
	e->arg_pos = hd_parse_pos(p, e->arg.p);
	if (e->kind == HD_EXPECT_ROUTE &&
	    hd_parse_action(p, e->arg, &e->action) < 0)
		return -1;
	return e->kind == HD_EXPECT_NO_TAG ? hd_parse_end(p) : by(p, e);
}

/* The sign of NAME = VALUE. */
static int
equals(struct hd_parse *p)
{
	if (!hd_str_starts(p->rest, "="))
		return HD_PARSE_ERR(p, p->rest.p, "R103", "missing '='");
	hd_parse_skip(p, 1);
	return 0;
}

/* tag DIM = VALUE, or no tag DIM = VALUE. */
static int
expect_tag(struct hd_parse *p, struct hd_expect *e)
{
	e->name = hd_field_name(p->rest);
	e->pos = hd_parse_pos(p, e->name.p);
	if (e->name.n == 0)
		return HD_PARSE_ERR(
		    p, p->rest.p, "R103", "write 'expect tag DIMENSION=VALUE'");
	hd_parse_skip(p, e->name.n);
	return equals(p) < 0 ? -1 : wanted(p, e);
}

/* route, queue, tag or no tag: what an expect line begins with. */
static int
expect_kind(struct hd_parse *p, struct hd_expect *e)
{
	struct hd_str word = { p->rest.p, hd_field_name(p->rest).n };
	bool no = hd_str_eq(word, "no");

	e->pos = hd_parse_pos(p, word.p);
	hd_parse_skip(p, word.n);
	if (no) {
		word = (struct hd_str){ p->rest.p, hd_field_name(p->rest).n };
		hd_parse_skip(p, word.n);
	}
	e->kind = no ? HD_EXPECT_NO_TAG : HD_EXPECT_TAG;
	if (hd_str_eq(word, "tag"))
		return expect_tag(p, e);
	e->kind = hd_str_eq(word, "queue") ? HD_EXPECT_QUEUE : HD_EXPECT_ROUTE;
	if (no || (e->kind == HD_EXPECT_ROUTE && !hd_str_eq(word, "route")))
		return HD_PARSE_ERR(p, word.p, "R101",
		    "write 'expect route = ACTION', 'expect queue = NAME', "
		    "'expect tag DIMENSION=VALUE' or 'expect no tag ...'");
	return equals(p) < 0 ? -1 : wanted(p, e);
}

/* Is e of the step that was read last, or of the case? */
static int
add_expect(struct hd_parse *p, const struct hd_expect *e)
{
	struct hd_case *c = hd_parse_test(p);
	size_t i = HD_PUSH(p->rs, expects);

	p->rs->expects[i] = *e;
	if (c->kind == HD_CASE_JOURNEY)
		p->rs->steps[c->step + c->nsteps - 1].nexpects++;
	else
		c->nexpects++;
	return 0;
}

int
hd_parse_expect(struct hd_parse *p)
{
	struct hd_expect e = { .rule = HD_BY_ANY, .value = -1 };
	const struct hd_case *c = hd_parse_test(p);

	p->lines = false;
	if (c->ncolumns > 0)
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "put what all rows share above 'columns'");
	if (c->kind == HD_CASE_JOURNEY &&
	    (c->nsteps == 0 || p->rs->steps[c->step + c->nsteps - 1].ai))
		return HD_PARSE_ERR(p, p->keyword, "R103",
		    "expect something after a 'customer' line");
	return expect_kind(p, &e) < 0 ? -1 : add_expect(p, &e);
}

/* The place of the last => in s, or NULL. */
static const char *
arrow(struct hd_str s)
{
	const char *at, *last = NULL;

	for (; (at = hd_str_find(s, "=>")) != NULL; s.p = at + 2) {
		last = at;
		s.n -= (size_t)(at + 2 - s.p);
	}
	return last;
}

/* A | B => WHAT: the cells, and p goes on behind the arrow. */
static int
cells(struct hd_parse *p, struct hd_str *left)
{
	const char *at = arrow(p->rest);

	if (at == NULL)
		return HD_PARSE_ERR(p, p->rest.p, "R103",
		    "missing '=>' before what is expected");
	*left = (struct hd_str){ p->rest.p, (size_t)(at - p->rest.p) };
	hd_parse_skip(p, left->n + 2);
	return 0;
}

/* The dimension, route or queue that a table is about. */
static int
what(struct hd_parse *p, struct hd_case *c)
{
	struct hd_expect e = { .rule = HD_BY_ANY, .value = -1 };
	size_t i;

	if (hd_parse_name(p, "what is expected", &e.name) < 0 ||
	    hd_parse_end(p) < 0)
		return -1;
	e.pos = hd_parse_pos(p, e.name.p);
	e.kind = hd_str_eq(e.name, "route")   ? HD_EXPECT_ROUTE
		 : hd_str_eq(e.name, "queue") ? HD_EXPECT_QUEUE
					      : HD_EXPECT_TAG;
	i = HD_PUSH(p->rs, expects);
	p->rs->expects[i] = e;
	c->what = i;
	return 0;
}

static int
columns(struct hd_parse *p, struct hd_case *c)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_str left, cell;
	size_t i, n = 0;

	if (cells(p, &left) < 0)
		return -1;
	c->column = rs->mem->givens.n;
	while (hd_str_split(&left, '|', &cell)) {
		cell = hd_str_trim(cell);
		if (cell.n == 0 || hd_field_name(cell).n != cell.n)
			return HD_PARSE_ERR(
			    p, cell.p, "R103", "a column is a field");
		i = HD_PUSH(rs, givens);
		rs->givens[i].name = cell;
		rs->givens[i].pos = hd_parse_pos(p, cell.p);
		n++;
	}
	if (what(p, c) < 0)
		return -1;
	c->ncolumns = n;
	return 0;
}

int
hd_parse_columns(struct hd_parse *p)
{
	struct hd_case *c = hd_parse_test(p);
	int st;

	if (c->ncolumns > 0)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'columns' twice");
	st = columns(p, c);
	c->headless = st < 0;
	return st;
}

/* The cells of a row, as what is given in the case r. */
static int
row_cells(struct hd_parse *p, size_t table, size_t r, struct hd_str left)
{
	struct hd_ruleset *rs = p->rs;
	const char *begin = left.p;
	struct hd_casefact g;
	struct hd_str cell;
	size_t i;

	while (hd_str_split(&left, '|', &cell)) {
		cell = hd_str_trim(cell);
		if (rs->cases[r].ngivens == rs->cases[table].ncolumns)
			return HD_PARSE_ERR(
			    p, cell.p, "R103", "more cells than columns");
		g = rs->givens[rs->cases[table].column + rs->cases[r].ngivens];
		g.arg_pos = hd_parse_pos(p, cell.p);
		/* an empty cell is a field that is not set */
		g.unset = cell.n == 0;
		g.value = g.unset ? (struct hd_str){ NULL, 0 } : cell;
		i = HD_PUSH(rs, givens);
		rs->givens[i] = g;
		rs->cases[r].ngivens++;
	}
	if (rs->cases[r].ngivens == rs->cases[table].ncolumns)
		return 0;
	return HD_PARSE_ERR(p, begin, "R103", "fewer cells than columns");
}

/* "TABLE: a | b", with one blank where the file has any. */
static void
row_name(const struct hd_case *table, struct hd_str left, struct hd_buf *name)
{
	const char *between = ": ";
	struct hd_str cell;

	hd_buf_adds(name, table->name);
	while (hd_str_split(&left, '|', &cell)) {
		cell = hd_str_trim(cell);
		hd_buf_adds(name, between);
		if (cell.n == 0)
			hd_buf_addc(name, '-');
		hd_buf_add(name, cell.p, cell.n);
		between = " | ";
	}
}

static int
add_row(struct hd_parse *p, size_t table, struct hd_str left,
    const struct hd_expect *e)
{
	struct hd_pos pos = hd_parse_pos(p, p->keyword);
	struct hd_buf name = HD_BUF_INIT;
	struct hd_case *row;
	size_t i;
	int r;

	row_name(&p->rs->cases[table], left, &name);
	r = hd_parse_new_case(p, hd_buf_str(&name), HD_CASE_ROW, pos);
	hd_buf_release(&name);
	if (r < 0 || row_cells(p, table, (size_t)r, left) < 0)
		return -1;
	i = HD_PUSH(p->rs, expects);
	p->rs->expects[i] = *e;
	row = &p->rs->cases[r];
	row->nexpects = 1;
	row->parent = (int)table;
	return 0;
}

int
hd_parse_row(struct hd_parse *p)
{
	size_t table = p->rule;
	struct hd_expect e;
	struct hd_str left;

	p->lines = false;
	p->rs->cases[table].nrows++;
	/* what is wrong with the columns was told */
	if (p->rs->cases[table].headless)
		return 0;
	if (p->rs->cases[table].ncolumns == 0)
		return HD_PARSE_ERR(
		    p, p->keyword, "R103", "'row' before 'columns'");
	if (cells(p, &left) < 0)
		return -1;
	e = p->rs->expects[p->rs->cases[table].what];
	if (wanted(p, &e) < 0)
		return -1;
	return add_row(p, table, left, &e);
}
