/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts, cells and lists that a brief is put together of: see brief_int.h. */
#include <string.h>

#include "audit/brief_int.h"

struct hd_briefpart *
hd_brief_part(struct hd_brief *b, const char *name)
{
	struct hd_briefpart *p = &b->part[b->nparts++];

	memset(p, 0, sizeof(*p));
	p->name = name;
	return p;
}

static struct hd_briefcell *
cell(struct hd_briefpart *p, const char *name, enum hd_briefkind kind,
    const char *source)
{
	struct hd_briefcell *c = &p->cell[p->n++];

	c->name = name;
	c->kind = kind;
	c->source = source;
	c->since = HD_TIME_NONE;
	return c;
}

struct hd_briefcell *
hd_brief_text(struct hd_briefpart *p, const char *name, struct hd_str s,
    const char *source)
{
	struct hd_briefcell *c =
	    cell(p, name, s.n == 0 ? HD_BRIEF_UNKNOWN : HD_BRIEF_TEXT, source);

	c->s = s;
	return c;
}

struct hd_briefcell *
hd_brief_int(
    struct hd_briefpart *p, const char *name, int64_t v, const char *source)
{
	struct hd_briefcell *c = cell(p, name, HD_BRIEF_INT, source);

	c->i = v;
	return c;
}

struct hd_briefcell *
hd_brief_time(
    struct hd_briefpart *p, const char *name, int64_t t, const char *source)
{
	struct hd_briefcell *c = cell(p, name,
	    t == HD_TIME_NONE ? HD_BRIEF_UNKNOWN : HD_BRIEF_TIME, source);

	c->i = t;
	return c;
}

struct hd_briefcell *
hd_brief_none(struct hd_briefpart *p, const char *name, const char *source)
{
	return cell(p, name, HD_BRIEF_NONE, source);
}

struct hd_brieflist *
hd_brief_list(struct hd_brief *b, struct hd_briefpart *p, const char *name,
    size_t ncols, size_t max)
{
	struct hd_brieflist *l = &p->list[p->nlists++];

	l->name = name;
	l->ncols = ncols;
	l->max = max;
	l->n = 0;
	l->cells =
	    hd_arena_alloc(b->arena, (ncols * max + 1) * sizeof(*l->cells));
	memset(l->cells, 0, ncols * max * sizeof(*l->cells));
	return l;
}

struct hd_briefcell *
hd_brief_row(struct hd_brieflist *l)
{
	return l->n < l->max ? &l->cells[l->ncols * l->n++] : NULL;
}

void
hd_briefcell_text(
    struct hd_briefcell *c, const char *name, struct hd_str s, bool theirs)
{
	c->name = name;
	c->kind = s.n == 0 ? HD_BRIEF_UNKNOWN : HD_BRIEF_TEXT;
	c->s = s;
	c->theirs = theirs;
}

void
hd_briefcell_int(struct hd_briefcell *c, const char *name, int64_t v)
{
	c->name = name;
	c->kind = v < 0 ? HD_BRIEF_UNKNOWN : HD_BRIEF_INT;
	c->i = v;
}

void
hd_briefcell_time(struct hd_briefcell *c, const char *name, int64_t t)
{
	c->name = name;
	c->kind = t == HD_TIME_NONE ? HD_BRIEF_UNKNOWN : HD_BRIEF_TIME;
	c->i = t;
}
