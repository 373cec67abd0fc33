/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions on facts as formulas over atoms.  What eval.c does with a value
 * is said here of all values at once: a fact that is unset fails every
 * comparison, != and !~ too.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/worldpart.h"

/* Types whose values can be compared with each other, as a letter. */
static const char *
family(enum hd_ftype type)
{
	switch (type) {
	case HD_FT_NUMBER:
	case HD_FT_DURATION:
		return "number";
	case HD_FT_BOOL:
		return "bool";
	case HD_FT_LIST:
		return "list";
	case HD_FT_TEXT:
		return "text";
	case HD_FT_STRING:
	case HD_FT_ENUM:
		break;
	}
	return "string";
}

/* At stage open there is one message, whatever it is called. */
static const char *
text_name(const struct hd_world *w, const char *name)
{
	if (w->stage == HD_STAGE_OPEN &&
	    (strcmp(name, "last") == 0 || strcmp(name, "body") == 0))
		return "first";
	return name;
}

static size_t
new_fact(struct hd_world *w, const struct hd_field *f)
{
	const struct hd_fact *known = NULL;
	struct hd_worldfact *fact;
	size_t i = w->nfacts++, set;

	if (f->column == NULL && f->arg == NULL)
		known = hd_fact_find(hd_str(f->name));
	w->facts =
	    hd_grow(w->facts, &w->facts_cap, w->nfacts, sizeof(*w->facts));
	fact = &w->facts[i];
	*fact = (struct hd_worldfact){ .type = f->type, .closed = true };
	fact->name = text_name(w, f->name);
	fact->range = known != NULL ? known->range : HD_RANGE_ANY;
	fact->some = -w->truth;
	set = hd_world_atom(w, HD_ATOM_SET, i, (struct hd_str){ NULL, 0 });
	w->facts[i].set_atom = set;
	w->facts[i].set = w->atoms[set].lit;
	return i;
}

size_t
hd_worldfact(struct hd_world *w, const struct hd_field *f)
{
	int64_t *known =
	    hd_world_name(w, family(f->type), 0, hd_str(text_name(w, f->name)));

	if (*known < 0)
		*known = (int64_t)new_fact(w, f);
	if (f->type != HD_FT_ENUM)
		w->facts[*known].closed = false;
	return (size_t)*known;
}

bool
hd_worldfact_unset(
    const struct hd_world *w, const struct hd_side *s, const struct hd_field *f)
{
	if (w->stage == HD_STAGE_OPEN && f->known == HD_KNOWN_OUTCOME)
		return true;
	return s->without != NULL && strcmp(s->without, f->name) == 0;
}

/* --- numbers ---------------------------------------------------------------
 * Each constant cuts the line before it (>=) and behind it (>); what is beyond
 * a cut is beyond all cuts that come before.
 */

static bool
cut_before(const struct hd_atom *a, double x, bool above)
{
	return a->num < x || (a->num <= x && a->kind == HD_ATOM_FROM && above);
}

static int
new_cut(struct hd_world *w, size_t fact, size_t at, double x, bool above)
{
	size_t a = hd_world_atom(w, above ? HD_ATOM_ABOVE : HD_ATOM_FROM, fact,
	    (struct hd_str){ NULL, 0 });
	struct hd_worldfact *f = &w->facts[fact];
	struct hd_ints *cuts = &f->cuts;
	int lit = w->atoms[a].lit;

	w->atoms[a].num = x;
	hd_ints_push(cuts, 0);
	memmove(&cuts->v[at + 1], &cuts->v[at],
	    (cuts->n - 1 - at) * sizeof(*cuts->v));
	cuts->v[at] = (int)a;
	hd_world_imply(w, lit, at > 0 ? w->atoms[cuts->v[at - 1]].lit : f->set);
	if (at + 1 < cuts->n)
		hd_world_imply(w, w->atoms[cuts->v[at + 1]].lit, lit);
	return lit;
}

/* Up to here a double holds every whole number: the next one is x + 1. */
#define WHOLE_MAX 9007199254740992.0

/* The number is >= x, or > x.  Whole numbers need no >. */
static int
number_cut(struct hd_world *w, const void *ctx, double x, bool above)
{
	size_t fact = *(const size_t *)ctx, lo = 0, hi, mid;
	const struct hd_worldfact *f = &w->facts[fact];
	const struct hd_atom *a;

	if (f->range != HD_RANGE_ANY) {
		if (fabs(x) < WHOLE_MAX) {
			x = above ? floor(x) + 1 : ceil(x);
			above = false;
		}
		if (x <= 0)
			return f->set;
		if (f->range == HD_RANGE_HOUR && x > 23)
			return -w->truth;
	}
	for (hi = f->cuts.n; lo < hi;) {
		mid = lo + (hi - lo) / 2;
		if (cut_before(&w->atoms[f->cuts.v[mid]], x, above))
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < f->cuts.n) {
		a = &w->atoms[f->cuts.v[lo]];
		if (a->num <= x && (a->kind == HD_ATOM_ABOVE) == above)
			return a->lit;
	}
	return new_cut(w, fact, lo, x, above);
}

int
hd_worldnum_cond(struct hd_world *w, const struct hd_ruleset *rs,
    const struct hd_cond *c, int set,
    int (*cut)(struct hd_world *w, const void *ctx, double x, bool above),
    const void *ctx)
{
	const struct hd_operand *o = &rs->operands[c->value];
	int equal = -w->truth;

	if (c->op == HD_OP_GE || c->op == HD_OP_GT)
		return cut(w, ctx, o->num, c->op == HD_OP_GT);
	if (c->op == HD_OP_LT || c->op == HD_OP_LE)
		return hd_world_and(w,
		    (int[]){ set, -cut(w, ctx, o->num, c->op == HD_OP_LE) }, 2);
	for (size_t i = 0; i < c->nvalues; i++) {
		const int is[2] = { cut(w, ctx, o[i].num, false),
			-cut(w, ctx, o[i].num, true) };
		const int either[2] = { equal, hd_world_and(w, is, 2) };

		equal = hd_world_or(w, either, 2);
	}
	if (c->op == HD_OP_NE)
		return hd_world_and(w, (int[]){ set, -equal }, 2);
	return equal;
}

static int
bool_cond(struct hd_world *w, size_t fact, const struct hd_cond *c,
    const struct hd_operand *o)
{
	int64_t *known =
	    hd_world_name(w, "true", fact, (struct hd_str){ NULL, 0 });
	bool want = (o->num != 0) == (c->op == HD_OP_EQ);
	int lit;

	if (*known < 0) {
		*known = (int64_t)hd_world_atom(
		    w, HD_ATOM_TRUE, fact, (struct hd_str){ NULL, 0 });
		hd_world_imply(w, w->atoms[*known].lit, w->facts[fact].set);
	}
	lit = w->atoms[*known].lit;
	return want ? lit
		    : hd_world_and(w, (int[]){ w->facts[fact].set, -lit }, 2);
}

/* An enum that holds what is not declared counts as unset. */
static int
enum_set(struct hd_world *w, size_t fact, const struct hd_field *f)
{
	int set = -w->truth, *is = hd_xcalloc(f->n + 1, sizeof(*is));

	for (size_t i = 0; i < f->n; i++)
		is[i] = hd_worldfact_is(w, fact, hd_str(f->values[i]));
	set = hd_world_or(w, is, f->n);
	free(is);
	return set;
}

/* The patterns of an enum are tried on what is declared. */
static int
enum_match(struct hd_world *w, size_t fact, const struct hd_field *f,
    struct hd_str pattern)
{
	int set = enum_set(w, fact, f);

	return hd_world_and(
	    w, (int[]){ set, hd_worldfact_match(w, fact, pattern) }, 2);
}

static int
compare(struct hd_world *w, const struct hd_ruleset *rs,
    const struct hd_cond *c, size_t fact, int set)
{
	int any, *is = hd_xcalloc(c->nvalues + 1, sizeof(*is));

	for (size_t i = 0; i < c->nvalues; i++)
		is[i] = hd_worldfact_is(w, fact, rs->operands[c->value + i].s);
	any = hd_world_or(w, is, c->nvalues);
	free(is);
	return c->op == HD_OP_NE ? hd_world_and(w, (int[]){ set, -any }, 2)
				 : any;
}

/*
 * At stage open the one message is the first, but that a message without a
 * word is there and `first` is then unset.
 */
static int
message_match(struct hd_world *w, size_t fact, struct hd_str pattern)
{
	const struct hd_field field = { .name = "first", .type = HD_FT_TEXT };
	size_t first = hd_worldfact(w, &field);
	int match = hd_worldfact_match(w, first, pattern), empty[2];

	empty[0] = w->facts[fact].set;
	empty[1] = -w->facts[first].set;
	hd_world_imply(w, w->facts[first].set, w->facts[fact].set);
	if (!hd_world_matches_empty(w, pattern))
		return match;
	return hd_world_or(w, (int[]){ match, hd_world_and(w, empty, 2) }, 2);
}

static int
pattern_cond(struct hd_world *w, const struct hd_field *f,
    const struct hd_cond *c, size_t fact, int set)
{
	int match;

	if (f->each)
		match = message_match(w, fact, c->arg);
	else if (f->type == HD_FT_ENUM)
		match = enum_match(w, fact, f, c->arg);
	else
		match = hd_worldfact_match(w, fact, c->arg);
	return c->op == HD_OP_MATCH
		   ? match
		   : hd_world_and(w, (int[]){ set, -match }, 2);
}

int
hd_worldfact_set(
    struct hd_world *w, const struct hd_side *s, const struct hd_field *f)
{
	size_t fact;

	if (hd_worldfact_unset(w, s, f))
		return -w->truth;
	fact = hd_worldfact(w, f);
	return f->type == HD_FT_ENUM ? enum_set(w, fact, f)
				     : w->facts[fact].set;
}

int
hd_worldfact_cond(
    struct hd_world *w, const struct hd_side *s, const struct hd_cond *c)
{
	const struct hd_field *f = &s->rs->fields[c->index];
	int set = hd_worldfact_set(w, s, f);
	size_t fact;

	if (c->op == HD_OP_SET || c->op == HD_OP_UNSET)
		return c->op == HD_OP_SET ? set : -set;
	if (set == -w->truth)
		return set;
	fact = hd_worldfact(w, f);
	if (c->op == HD_OP_MATCH || c->op == HD_OP_NOMATCH)
		return pattern_cond(w, f, c, fact, set);
	switch (f->type) {
	case HD_FT_NUMBER:
	case HD_FT_DURATION:
		return hd_worldnum_cond(w, s->rs, c, set, number_cut, &fact);
	case HD_FT_BOOL:
		return bool_cond(w, fact, c, &s->rs->operands[c->value]);
	default:
		return compare(w, s->rs, c, fact, set);
	}
}
