/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of what rules do: see history.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/history.h"
#include "base/tstamp.h"
#include "rules/decide.h"

/* Beside 1u << stage, at which a route fires. */
#define FIRST (1u << HD_STAGES)
#define ALONE (1u << (HD_STAGES + 1))
#define ANY   ((1u << HD_STAGES) - 1)

void
hd_history_init(struct hd_history *h, const struct hd_ruleset *rs)
{
	size_t nn = rs->nroutes * rs->nroutes;

	memset(h, 0, sizeof(*h));
	h->rs = rs;
	h->n = rs->nrules + rs->nroutes;
	h->rules = hd_xcalloc(h->n + 1, sizeof(*h->rules));
	for (size_t i = 0; i < h->n; i++) {
		h->rules[i].rule = i < rs->nrules ? &rs->rules[i]
						  : &rs->routes[i - rs->nrules];
		h->rules[i].last = HD_TIME_NONE;
	}
	h->segment = hd_ruleset_dim(rs, "segment");
	for (int e = 0; e < HD_ERAS; e++)
		h->segments[e] =
		    hd_xcalloc(rs->nvalues + 1, sizeof(*h->segments[e]));
	h->segmented = hd_xcalloc(rs->nvalues + 1, sizeof(*h->segmented));
	h->tags = hd_rulecover_new(rs);
	h->clashes = hd_xcalloc(nn + 1, sizeof(struct hd_clash *));
	h->taken = hd_xcalloc(nn + 1, sizeof(*h->taken));
	h->marks = hd_xcalloc(rs->nroutes + 1, sizeof(*h->marks));
	h->top = hd_xcalloc(rs->ndims + 1, sizeof(*h->top));
	h->by = hd_xcalloc(rs->ndims + 1, sizeof(*h->by));
}

void
hd_history_release(struct hd_history *h)
{
	free(h->rules);
	for (int e = 0; e < HD_ERAS; e++)
		free(h->segments[e]);
	free(h->segmented);
	hd_rulecover_free(h->tags);
	free(h->clashes);
	free(h->taken);
	free(h->marks);
	free(h->top);
	free(h->by);
	hd_arena_release(&h->arena);
}

struct hd_rulehistory *
hd_history_tag(struct hd_history *h, size_t number)
{
	return &h->rules[number - 1];
}

struct hd_rulehistory *
hd_history_route(struct hd_history *h, size_t route)
{
	return &h->rules[h->rs->nrules + route];
}

int
hd_history_decider(const struct hd_history *h, size_t dim)
{
	return h->by[dim];
}

static const char *
keep(struct hd_history *h, struct hd_str key)
{
	return hd_arena_memdup(&h->arena, key.p, key.n);
}

/* A rule fires on the ticket. */
static void
fires(struct hd_history *h, enum hd_era era, struct hd_rulehistory *r,
    const struct hd_sighting *s)
{
	if (s->created != HD_TIME_NONE &&
	    (r->last == HD_TIME_NONE || s->created > r->last))
		r->last = s->created;
	if (era < HD_ERAS)
		r->fires[era]++;
	if (era == HD_ERA_NOW && r->example == NULL)
		r->example = keep(h, s->key);
}

/* The rule that decides each dimension: as hd_eval() does, had nobody else a
 * say. */
static void
decide_tags(struct hd_history *h, const struct hd_sighting *s)
{
	const struct hd_ruleset *rs = h->rs;
	const struct hd_rule *r;
	const struct hd_set *set;

	memset(h->by, 0, rs->ndims * sizeof(*h->by));
	for (size_t i = 0; i < s->ntags; i++) {
		r = &rs->rules[s->tags[i] - 1];
		for (size_t k = 0; k < r->nsets; k++) {
			set = &rs->sets[r->set + k];
			if (h->by[set->dim] != 0 &&
			    (rs->dims[set->dim].many
				    ? set->value >= h->top[set->dim]
				    : set->value <= h->top[set->dim]))
				continue;
			h->top[set->dim] = set->value;
			h->by[set->dim] = (int)s->tags[i];
		}
	}
}

/* The segments of the ticket, each once however many rules say it. */
static void
count_segments(
    struct hd_history *h, enum hd_era era, const struct hd_sighting *s)
{
	const struct hd_rule *r;
	const struct hd_set *set;

	for (size_t i = 0; i < s->nsegments; i++)
		h->segments[era][s->segments[i]]++;
	if (s->segments != NULL)
		return;
	for (int forget = 0; forget < 2; forget++)
		for (size_t i = 0; i < s->ntags; i++) {
			r = &h->rs->rules[s->tags[i] - 1];
			for (size_t k = 0; k < r->nsets; k++) {
				set = &h->rs->sets[r->set + k];
				if ((int)set->dim != h->segment)
					continue;
				if (!forget && !h->segmented[set->value])
					h->segments[era][set->value]++;
				h->segmented[set->value] = !forget;
			}
		}
}

static void
count_tags(struct hd_history *h, enum hd_era era, const struct hd_sighting *s)
{
	for (size_t i = 0; i < s->ntags; i++)
		fires(h, era, hd_history_tag(h, s->tags[i]), s);
	if (era >= HD_ERAS)
		return;
	decide_tags(h, s);
	if (h->segment >= 0)
		count_segments(h, era, s);
	if (era == HD_ERA_NOW)
		hd_rulecover_add(h->tags,
		    &(struct hd_fired){ s->key, s->tags, s->ntags, h->by });
}

static void
clash(struct hd_history *h, size_t a, size_t b, struct hd_str key)
{
	struct hd_clash **c = &h->clashes[a * h->rs->nroutes + b];

	if (*c == NULL) {
		*c = hd_arena_alloc(&h->arena, sizeof(**c));
		memset(*c, 0, sizeof(**c));
	}
	if ((*c)->n < 3)
		(*c)->keys[(*c)->n] = keep(h, key);
	(*c)->n++;
}

/* Pairs of a stage, unless they fired together at one before. */
static void
count_clashes(
    struct hd_history *h, const struct hd_sighted *st, struct hd_str key)
{
	size_t a, b;

	for (size_t i = 0; i < st->nroutes; i++)
		for (size_t k = i + 1; k < st->nroutes; k++) {
			a = st->routes[i];
			b = st->routes[k];
			if ((h->marks[a] & h->marks[b] & ANY) == 0)
				clash(h, a, b, key);
		}
}

static void
count_stage(struct hd_history *h, int stage, const struct hd_sighting *s)
{
	const struct hd_sighted *st = &s->stage[stage];
	struct hd_stagehistory *t = &h->stages[stage];

	t->undecided += st->undecided;
	if (st->route < 0 && t->dflt++ == 0)
		t->example = keep(h, s->key);
	count_clashes(h, st, s->key);
	for (size_t i = 0; i < st->nroutes; i++)
		h->marks[st->routes[i]] |=
		    (unsigned char)(1u << stage |
				    (st->nroutes == 1 ? ALONE : 0));
	if (st->route >= 0)
		h->marks[st->route] |= FIRST;
}

/* Who took the ticket from a route that came first at no stage. */
static void
count_takers(struct hd_history *h, size_t route, const struct hd_sighting *s)
{
	int taker, before = HD_BY_STAGE_DEFAULT;

	for (int st = 0; st < HD_STAGES; st++) {
		taker = s->stage[st].route;
		if ((h->marks[route] & 1u << st) == 0 || taker < 0 ||
		    taker == before)
			continue;
		h->taken[(size_t)taker * h->rs->nroutes + route]++;
		before = taker;
	}
}

static void
count_route(struct hd_history *h, enum hd_era era, size_t route,
    const struct hd_sighting *s)
{
	struct hd_rulehistory *r = hd_history_route(h, route);

	fires(h, era, r, s);
	if (era != HD_ERA_NOW)
		return;
	r->alone += (h->marks[route] & ALONE) != 0;
	if (h->marks[route] & FIRST) {
		r->first++;
		return;
	}
	r->shadowed++;
	count_takers(h, route, s);
}

static void
count_routes(struct hd_history *h, enum hd_era era, const struct hd_sighting *s)
{
	memset(h->marks, 0, h->rs->nroutes);
	for (int st = 0; st < HD_STAGES; st++) {
		if (!s->stage[st].asked)
			continue;
		if (era < HD_ERAS)
			h->stages[st].tickets[era]++;
		if (era == HD_ERA_NOW) {
			count_stage(h, st, s);
			continue;
		}
		for (size_t i = 0; i < s->stage[st].nroutes; i++)
			h->marks[s->stage[st].routes[i]] |= 1u << st;
	}
	for (size_t i = 0; i < h->rs->nroutes; i++)
		if (h->marks[i] & ANY)
			count_route(h, era, i, s);
}

void
hd_history_add(
    struct hd_history *h, enum hd_era era, const struct hd_sighting *s)
{
	if (era < HD_ERAS)
		h->tickets[era]++;
	count_tags(h, era, s);
	count_routes(h, era, s);
	for (size_t i = 0; era == HD_ERA_NOW && i < s->ngave_up; i++)
		h->rules[s->gave_up[i]].gave_up++;
}

void
hd_history_end(struct hd_history *h)
{
	struct hd_rulecount n;

	for (size_t i = 0; i < h->rs->nrules; i++) {
		hd_rulecover_rule(h->tags, i, &n);
		h->rules[i].first = n.decided;
		h->rules[i].alone = n.alone;
	}
}

const struct hd_clash *
hd_history_clash(const struct hd_history *h, size_t a, size_t b)
{
	return h->clashes[(a < b ? a : b) * h->rs->nroutes + (a < b ? b : a)];
}

/* A route of both stages is asked when a ticket opens, which all do. */
int64_t
hd_history_asked(
    const struct hd_history *h, const struct hd_rule *r, enum hd_era era)
{
	int64_t n = 0;

	if (r->kind == HD_TAG)
		return h->tickets[era];
	for (int st = 0; st < HD_STAGES; st++)
		if ((r->stages & 1u << st) && h->stages[st].tickets[era] > n)
			n = h->stages[st].tickets[era];
	return n;
}

int64_t
hd_history_both(const struct hd_history *h, size_t a, size_t b)
{
	size_t tags = h->rs->nrules;
	const struct hd_clash *c;

	if (a < tags || b < tags)
		return a < tags && b < tags ? hd_rulecover_both(h->tags, a, b)
					    : 0;
	c = hd_history_clash(h, a - tags, b - tags);
	return c == NULL ? 0 : c->n;
}

int64_t
hd_history_taken(const struct hd_history *h, size_t taker, size_t loser)
{
	return h->taken[taker * h->rs->nroutes + loser];
}

int64_t
hd_history_bare(const struct hd_history *h, size_t dim, const char **example)
{
	return hd_rulecover_bare(h->tags, dim, example);
}
