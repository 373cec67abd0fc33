/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules do for a population, counted: see rulecover.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/rulecover.h"
#include "base/mem.h"

/* What two rules are to each other. */
enum {
	SHARES = 1,  /* a dimension */
	OPPOSES = 2, /* other values of a `one` dimension */
};

struct rule {
	int64_t fires, alone, conflicts, decided;
	char *example;
};

struct dim {
	int64_t bare;
	char *example;
	bool touched; /* by a rule of the ticket at hand */
};

struct hd_rulecover {
	const struct hd_ruleset *rs;
	size_t n; /* rules */
	int64_t tickets;
	struct rule *rules;
	struct dim *dims;
	unsigned char *rel; /* n x n */
	int64_t *both;	    /* n x n, [a][b] for a < b */
	size_t *setters;    /* by value: rules of the ticket that set it */
};

static const struct hd_set *
sets_of(const struct hd_ruleset *rs, size_t rule, size_t *n)
{
	*n = rs->rules[rule].nsets;
	return rs->sets + rs->rules[rule].set;
}

static size_t
value_of(const struct hd_ruleset *rs, const struct hd_set *s)
{
	return rs->dims[s->dim].off + (size_t)s->value;
}

static unsigned char
relation(const struct hd_ruleset *rs, size_t a, size_t b)
{
	size_t na, nb;
	const struct hd_set *sa = sets_of(rs, a, &na);
	const struct hd_set *sb = sets_of(rs, b, &nb);
	unsigned char rel = 0;

	for (size_t i = 0; i < na; i++)
		for (size_t k = 0; k < nb; k++) {
			if (sa[i].dim != sb[k].dim)
				continue;
			rel |= SHARES;
			if (!rs->dims[sa[i].dim].many &&
			    sa[i].value != sb[k].value)
				rel |= OPPOSES;
		}
	return rel;
}

struct hd_rulecover *
hd_rulecover_new(const struct hd_ruleset *rs)
{
	struct hd_rulecover *c = hd_xcalloc(1, sizeof(*c));

	c->rs = rs;
	c->n = rs->nrules;
	c->rules = hd_xcalloc(c->n, sizeof(*c->rules));
	c->dims = hd_xcalloc(rs->ndims, sizeof(*c->dims));
	c->rel = hd_xcalloc(c->n, c->n);
	c->both = hd_xcalloc(c->n * c->n, sizeof(*c->both));
	c->setters = hd_xcalloc(rs->nvalues, sizeof(*c->setters));
	for (size_t a = 0; a < c->n; a++)
		for (size_t b = a + 1; b < c->n; b++)
			c->rel[a * c->n + b] = c->rel[b * c->n + a] =
			    relation(rs, a, b);
	return c;
}

void
hd_rulecover_free(struct hd_rulecover *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->n; i++)
		free(c->rules[i].example);
	for (size_t i = 0; i < c->rs->ndims; i++)
		free(c->dims[i].example);
	free(c->rules);
	free(c->dims);
	free(c->rel);
	free(c->both);
	free(c->setters);
	free(c);
}

/* Count the rules that set each value, and note which dimensions they touch. */
static void
count_setters(struct hd_rulecover *c, const struct hd_fired *f)
{
	const struct hd_set *s;
	size_t n;

	for (size_t i = 0; i < f->n; i++) {
		s = sets_of(c->rs, f->rules[i] - 1, &n);
		for (size_t k = 0; k < n; k++) {
			c->setters[value_of(c->rs, &s[k])]++;
			c->dims[s[k].dim].touched = true;
		}
	}
}

static void
count_dims(struct hd_rulecover *c, struct hd_str key)
{
	struct dim *d;

	for (size_t i = 0; i < c->rs->ndims; i++) {
		d = &c->dims[i];
		if (!d->touched && d->bare++ == 0)
			d->example = hd_xmemdup(key.p, key.n);
		d->touched = false;
	}
}

static void
count_pairs(struct hd_rulecover *c, const struct hd_fired *f, size_t i)
{
	size_t a = f->rules[i] - 1, b;
	bool opposed = false;

	for (size_t k = 0; k < f->n; k++) {
		b = f->rules[k] - 1;
		opposed = opposed || (c->rel[a * c->n + b] & OPPOSES) != 0;
		if (k > i)
			c->both[a * c->n + b]++;
	}
	c->rules[a].conflicts += opposed;
}

static void
count_rule(struct hd_rulecover *c, const struct hd_fired *f, size_t i)
{
	size_t number = f->rules[i], n;
	struct rule *r = &c->rules[number - 1];
	const struct hd_set *s = sets_of(c->rs, number - 1, &n);
	bool alone = false, decided = false;

	for (size_t k = 0; k < n; k++) {
		alone = alone || c->setters[value_of(c->rs, &s[k])] == 1;
		decided = decided || f->by[s[k].dim] == (int)number;
	}
	if (r->fires++ == 0)
		r->example = hd_xmemdup(f->key.p, f->key.n);
	r->alone += alone;
	r->decided += decided;
	count_pairs(c, f, i);
}

void
hd_rulecover_add(struct hd_rulecover *c, const struct hd_fired *f)
{
	const struct hd_set *s;
	size_t n;

	c->tickets++;
	count_setters(c, f);
	for (size_t i = 0; i < f->n; i++)
		count_rule(c, f, i);
	count_dims(c, f->key);
	for (size_t i = 0; i < f->n; i++) {
		s = sets_of(c->rs, f->rules[i] - 1, &n);
		for (size_t k = 0; k < n; k++)
			c->setters[value_of(c->rs, &s[k])] = 0;
	}
}

int64_t
hd_rulecover_tickets(const struct hd_rulecover *c)
{
	return c->tickets;
}

int64_t
hd_rulecover_both(const struct hd_rulecover *c, size_t a, size_t b)
{
	return a < b ? c->both[a * c->n + b] : c->both[b * c->n + a];
}

/* The rule in this relation that fires with it most often, -1 none does. */
static int
partner(const struct hd_rulecover *c, size_t rule, unsigned char rel)
{
	int64_t n, most = 0;
	int best = -1;

	for (size_t b = 0; b < c->n; b++) {
		n = hd_rulecover_both(c, rule, b);
		if (b == rule || n == 0 || (c->rel[rule * c->n + b] & rel) == 0)
			continue;
		if (n > most ||
		    (n == most && c->rules[b].fires < c->rules[best].fires)) {
			best = (int)b;
			most = n;
		}
	}
	return best;
}

void
hd_rulecover_rule(
    const struct hd_rulecover *c, size_t rule, struct hd_rulecount *out)
{
	const struct rule *r = &c->rules[rule];

	*out = (struct hd_rulecount){ .fires = r->fires,
		.alone = r->alone,
		.conflicts = r->conflicts,
		.decided = r->decided,
		.overlap = partner(c, rule, SHARES),
		.opponent = partner(c, rule, OPPOSES),
		.example = r->example };
	if (out->overlap < 0)
		return;
	out->both = hd_rulecover_both(c, rule, (size_t)out->overlap);
	out->jaccard =
	    (double)out->both /
	    (double)(r->fires + c->rules[out->overlap].fires - out->both);
}

int64_t
hd_rulecover_bare(
    const struct hd_rulecover *c, size_t dim, const char **example)
{
	*example = c->dims[dim].example;
	return c->dims[dim].bare;
}
