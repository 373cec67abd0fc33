/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of an example in the words of the rule language. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "check/sketch_int.h"

#define FEW ((size_t)3)

struct sketch {
	const struct hd_world *w;
	const struct hd_model *m;
	struct hd_sketch *out;
};

/* A new fact, among the others by name. */
static struct hd_sketch_fact *
put(struct hd_sketch *s, const char *field, enum hd_op op, struct hd_str value)
{
	struct hd_sketch_fact *old = s->facts;
	size_t at = s->n;

	s->facts = hd_arena_alloc(&s->arena, (s->n + 1) * sizeof(*s->facts));
	if (s->n > 0)
		memcpy(s->facts, old, s->n * sizeof(*s->facts));
	for (; at > 0 && strcmp(s->facts[at - 1].field, field) > 0; at--)
		s->facts[at] = s->facts[at - 1];
	s->n++;
	s->facts[at] =
	    (struct hd_sketch_fact){ .kind = HD_SKETCH_FACT, .op = op };
	s->facts[at].field = hd_arena_memdup(&s->arena, field, strlen(field));
	if (value.p != NULL)
		s->facts[at].value =
		    hd_arena_memdup(&s->arena, value.p, value.n);
	return &s->facts[at];
}

static const struct hd_str no_value = { NULL, 0 };

void
hd_sketch_dim(const struct hd_world *w, const struct hd_dimname *d, bool has,
    struct hd_sketch *out)
{
	(void)w;
	put(out, d->dim, has ? HD_OP_EQ : HD_OP_NE, hd_str(d->value))->kind =
	    HD_SKETCH_DIM;
}

/* --- numbers -------------------------------------------------------------- */

/* The atoms that matter on either side of a number; NULL: none. */
struct bounds {
	const struct hd_atom *lo, *hi; /* hi does not hold */
};

static struct bounds
find_bounds(const struct sketch *k, const struct hd_worldfact *f)
{
	struct bounds b = { NULL, NULL };

	for (size_t i = 0; i < f->cuts.n; i++) {
		int a = f->cuts.v[i];

		if (!k->m->matters[a])
			continue;
		if (k->m->holds[a])
			b.lo = &k->w->atoms[a];
		else if (b.hi == NULL)
			b.hi = &k->w->atoms[a];
	}
	return b;
}

/* The longest unit that a duration of so many seconds is whole in. */
static double
unit_of(double seconds)
{
	static const double units[] = { 86400, 3600, 60 };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (seconds > units[i] && fmod(seconds, units[i]) == 0)
			return units[i];
	return 1;
}

/* The next number up or down of as many decimals: 0.7 and 1 are 0.8. */
static double
next(double x, int by)
{
	double scale = 1, y;

	while (scale < 1e6 && fabs(x * scale - round(x * scale)) > 1e-6)
		scale *= 10;
	y = (round(x * scale) + by) / scale;
	return y != x ? y : nextafter(x, by < 0 ? -HUGE_VAL : HUGE_VAL);
}

/* Below hi, as near as people count. */
static double
below(const struct hd_worldfact *f, const struct hd_atom *hi)
{
	if (hi->kind == HD_ATOM_ABOVE) /* not above: it may be just that */
		return hi->num;
	if (f->type == HD_FT_DURATION)
		return hi->num - unit_of(hi->num);
	return next(hi->num, -1);
}

/* A number within the bounds, on a bound where that is inside. */
static double
number_in(const struct hd_worldfact *f, struct bounds b)
{
	double x;

	if (b.lo == NULL && b.hi == NULL)
		return f->type == HD_FT_DURATION ? 86400 : 1;
	if (b.lo == NULL)
		return below(f, b.hi);
	if (b.lo->kind == HD_ATOM_FROM)
		return b.lo->num;
	x = f->type == HD_FT_DURATION ? b.lo->num + 60 : next(b.lo->num, 1);
	if (b.hi == NULL || x < b.hi->num)
		return x;
	if (b.hi->kind == HD_ATOM_ABOVE)
		return b.hi->num;
	return b.lo->num + (b.hi->num - b.lo->num) / 2;
}

/* 90d, 1h30m: what the rule language reads. */
static void
duration(struct hd_buf *b, double seconds)
{
	static const struct {
		double s;
		char name;
	} units[] = { { 86400, 'd' }, { 3600, 'h' }, { 60, 'm' } };
	char text[32];

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (seconds >= units[i].s) {
			hd_buf_addf(b, "%.0f%c", floor(seconds / units[i].s),
			    units[i].name);
			seconds = fmod(seconds, units[i].s);
		}
	if (seconds > 0 || b->n == 0)
		hd_buf_addf(b, "%ss", hd_num_shortest(seconds, text));
}

static void
number(const struct sketch *k, const struct hd_worldfact *f)
{
	double x = number_in(f, find_bounds(k, f));
	struct hd_buf b = HD_BUF_INIT;
	char text[32];

	if (f->type == HD_FT_DURATION)
		duration(&b, x);
	else
		hd_buf_adds(&b, hd_num_shortest(x, text));
	put(k->out, f->name, HD_OP_EQ, hd_buf_str(&b))->num = x;
	hd_buf_release(&b);
}

/* --- strings, lists, texts ------------------------------------------------ */

/* Does it matter that there is a value at all? */
static bool
set_matters(const struct sketch *k, const struct hd_worldfact *f)
{
	return k->m->matters[f->set_atom];
}

/* The patterns that matter; false: none does. */
static bool
patterns(const struct sketch *k, const struct hd_worldfact *f)
{
	bool any = false;
	int a;

	for (size_t i = 0; i < f->match.n; i++) {
		a = f->match.v[i];
		if (!k->m->matters[a])
			continue;
		(void)put(k->out, f->name,
		    k->m->holds[a] ? HD_OP_MATCH : HD_OP_NOMATCH,
		    k->w->atoms[a].text);
		any = true;
		/* nothing matches a text that is not there */
		k->out->possible |= k->m->holds[a] || set_matters(k, f);
	}
	return any;
}

static void
text(const struct sketch *k, const struct hd_worldfact *f)
{
	if (!patterns(k, f))
		(void)put(k->out, f->name, HD_OP_SET, no_value);
}

static void
list(const struct sketch *k, const struct hd_worldfact *f)
{
	bool any = patterns(k, f);
	int a;

	for (size_t i = 0; i < f->is.n; i++) {
		a = f->is.v[i];
		if (!k->m->matters[a])
			continue;
		(void)put(k->out, f->name, k->m->holds[a] ? HD_OP_EQ : HD_OP_NE,
		    k->w->atoms[a].text);
		any = true;
	}
	if (!any)
		(void)put(k->out, f->name, HD_OP_SET, no_value);
}

/* A value that no rule names. */
static void
other(const struct sketch *k, const struct hd_worldfact *f)
{
	struct hd_buf b = HD_BUF_INIT;
	bool taken = true;

	for (size_t n = 1; taken; n++) {
		hd_buf_reset(&b);
		hd_buf_adds(&b, "other");
		if (n > 1)
			hd_buf_addf(&b, "%zu", n);
		taken = false;
		for (size_t i = 0; i < f->is.n && !taken; i++)
			taken = hd_str_same(
			    hd_buf_str(&b), k->w->atoms[f->is.v[i]].text);
	}
	(void)put(k->out, f->name, HD_OP_EQ, hd_buf_str(&b));
	hd_buf_release(&b);
}

static void
string(const struct sketch *k, const struct hd_worldfact *f)
{
	for (size_t i = 0; i < f->is.n; i++)
		if (k->m->holds[f->is.v[i]]) {
			(void)put(k->out, f->name, HD_OP_EQ,
			    k->w->atoms[f->is.v[i]].text);
			return;
		}
	if (f->closed)
		(void)put(k->out, f->name, HD_OP_UNSET, no_value);
	else if (!patterns(k, f))
		other(k, f);
}

/* --- all of them ---------------------------------------------------------- */

/* What some message is like, or none. */
static void
message(const struct sketch *k, const struct hd_each *e, bool holds)
{
	const struct hd_eachcond *c;

	k->out->possible |= holds;
	for (size_t i = 0; i < e->ids.n; i++) {
		c = &k->w->eachconds[e->ids.v[i] / 2];
		(void)put(k->out, k->w->facts[c->fact].name,
		    (e->ids.v[i] % 2 == 0) == holds ? HD_OP_MATCH
						    : HD_OP_NOMATCH,
		    c->pattern);
	}
}

static void
fact(const struct sketch *k, const struct hd_worldfact *f, bool set, bool truth)
{
	if (!set && !(f->closed && f->type == HD_FT_ENUM)) {
		(void)put(k->out, f->name, HD_OP_UNSET, no_value);
		return;
	}
	switch (f->type) {
	case HD_FT_NUMBER:
	case HD_FT_DURATION:
		number(k, f);
		break;
	case HD_FT_BOOL:
		put(k->out, f->name, HD_OP_EQ, hd_str(truth ? "true" : "false"))
		    ->num = truth;
		break;
	case HD_FT_TEXT:
		text(k, f);
		break;
	case HD_FT_LIST:
		list(k, f);
		break;
	case HD_FT_STRING:
	case HD_FT_ENUM:
		string(k, f);
		break;
	}
}

/* What is not said of one field. */
static void
others(const struct sketch *k, size_t a)
{
	const struct hd_atom *atom = &k->w->atoms[a];

	if (!k->m->matters[a])
		return;
	if (atom->kind == HD_ATOM_SOME)
		message(k, &k->w->eaches[atom->fact], k->m->holds[a]);
	else if (atom->kind == HD_ATOM_READABLE)
		put(k->out, "readable", HD_OP_EQ,
		    hd_str(k->m->holds[a] ? "true" : "false"))
		    ->kind = HD_SKETCH_READABLE;
}

void
hd_sketch_facts(
    const struct hd_world *w, const struct hd_model *m, struct hd_sketch *out)
{
	const struct sketch k = { w, m, out };
	unsigned char *any = hd_xcalloc(w->nfacts + 1, 1);
	unsigned char *is = hd_xcalloc(w->nfacts + 1, 1);
	const struct hd_atom *a;

	for (size_t i = 0; i < w->natoms; i++) {
		a = &w->atoms[i];
		others(&k, i);
		if (a->kind == HD_ATOM_SOME || a->kind == HD_ATOM_READABLE)
			continue;
		any[a->fact] |= m->matters[i];
		if (a->kind == HD_ATOM_SET && m->holds[i])
			is[a->fact] |= 1;
		if (a->kind == HD_ATOM_TRUE && m->holds[i])
			is[a->fact] |= 2;
	}
	for (size_t f = 0; f < w->nfacts; f++)
		if (any[f])
			fact(&k, &w->facts[f], (is[f] & 1) != 0,
			    (is[f] & 2) != 0);
	free(any);
	free(is);
}

static void
add_fact(struct hd_buf *b, const struct hd_sketch_fact *f)
{
	hd_buf_addf(b, "%s %s", f->field, hd_op_name(f->op));
	if (f->value != NULL)
		hd_buf_addf(b, " %s", f->value);
}

void
hd_sketch_text(const struct hd_sketch *s, struct hd_buf *b)
{
	for (size_t i = 0; i < s->n; i++) {
		hd_buf_adds(b, i > 0 ? ", " : "");
		add_fact(b, &s->facts[i]);
	}
}

static bool
denies(const struct hd_sketch_fact *f)
{
	return f->op == HD_OP_NE || f->op == HD_OP_NOMATCH;
}

void
hd_sketch_brief(const struct hd_sketch *s, struct hd_buf *b)
{
	size_t has = 0, said = 0;

	for (size_t i = 0; i < s->n; i++)
		has += !denies(&s->facts[i]);
	for (size_t i = 0; i < s->n; i++) {
		/* where there is nothing else, a few of what it has not */
		if (has > 0 ? denies(&s->facts[i]) : said == FEW)
			continue;
		hd_buf_adds(b, said++ > 0 ? ", " : "");
		add_fact(b, &s->facts[i]);
	}
	if (said < s->n)
		hd_buf_adds(b, ", ...");
}
