/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags under two rule sets, compared: see tagdiff.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/ceiling.h"
#include "audit/tagdiff.h"
#include "base/json.h"
#include "base/mem.h"

enum kind {
	COLUMN, /* a core dimension's first value */
	OPEN,	/* the same from arrival facts */
	ONE,	/* a value in the JSON object */
	MANY,	/* all values there */
	PATH,
	TIER,
};

struct dim {
	enum kind kind;
	int core;
	const char *member; /* of the JSON object */
	int dim[2];	    /* index in the rule set, -1: not declared */
};

struct hd_tagdiff {
	const struct hd_ruleset *rs[2];
	struct dim *dims;
	struct hd_diffdim *shown; /* a row a dim */
	size_t n, cap, shown_cap;
	struct hd_map at; /* dim, old, new -> index of pairs */
	struct hd_diffpair *pairs;
	size_t npairs, pairs_cap;
	struct hd_arena names, json;
	struct hd_buf b;
};

static void
add_dim(
    struct hd_tagdiff *d, enum kind kind, int core, const char *name, bool all)
{
	struct hd_diffdim *s;
	struct dim *m;

	d->dims = hd_grow(d->dims, &d->cap, d->n + 1, sizeof(*d->dims));
	d->shown =
	    hd_grow(d->shown, &d->shown_cap, d->n + 1, sizeof(*d->shown));
	m = &d->dims[d->n];
	s = &d->shown[d->n++];
	*m = (struct dim){ kind, core, name, { -1, -1 } };
	*s = (struct hd_diffdim){ name, { true, true }, 0, 0 };
	for (int i = 0; i < 2 && kind != PATH && kind != TIER; i++) {
		m->dim[i] = hd_ruleset_dim(d->rs[i], name);
		s->in[i] = m->dim[i] >= 0;
	}
	if (!all && kind != OPEN)
		return;
	hd_buf_reset(&d->b);
	hd_buf_addf(&d->b, "%s_%s", name, all ? "all" : "open");
	s->name = hd_arena_memdup(&d->names, d->b.s, d->b.n);
}

static int
core_of(const char *name)
{
	for (int c = 0; c < HD_CORES; c++)
		if (strcmp(hd_core_name((enum hd_core)c), name) == 0)
			return c;
	return -1;
}

/*
 * A dimension that is `many` in either set is compared as such; of those with a
 * column only issue is in the JSON object even where it is `one`.
 */
static void
add_named(struct hd_tagdiff *d, const char *name)
{
	int core = core_of(name), at, many = 0;

	for (int i = 0; i < 2; i++) {
		at = hd_ruleset_dim(d->rs[i], name);
		many += at >= 0 && d->rs[i]->dims[at].many;
	}
	if (core < 0)
		add_dim(d, many > 0 ? MANY : ONE, core, name, false);
	else
		add_dim(d, COLUMN, core, name, false);
	if (core >= 0 && many > (core == HD_CORE_ISSUE ? 0 : 1))
		add_dim(d, MANY, core, name, true);
}

struct hd_tagdiff *
hd_tagdiff_new(const struct hd_ruleset *const rs[2])
{
	struct hd_tagdiff *d = hd_xcalloc(1, sizeof(*d));
	const char *name;
	size_t n;

	d->rs[0] = rs[0];
	d->rs[1] = rs[1];
	for (size_t i = 0; i < rs[0]->ndims; i++)
		add_named(d, rs[0]->dims[i].name);
	for (size_t i = 0; i < rs[1]->ndims; i++)
		if (hd_ruleset_dim(rs[0], rs[1]->dims[i].name) < 0)
			add_named(d, rs[1]->dims[i].name);
	n = d->n;
	add_dim(d, PATH, -1, "path", false);
	add_dim(d, TIER, -1, "ceiling", false);
	for (size_t i = 0; i < n; i++) {
		name = d->dims[i].member;
		/* approach is stored for the whole ticket only */
		if (d->dims[i].kind == COLUMN &&
		    d->dims[i].core != HD_CORE_APPROACH)
			add_dim(d, OPEN, d->dims[i].core, name, false);
	}
	return d;
}

void
hd_tagdiff_free(struct hd_tagdiff *d)
{
	if (d == NULL)
		return;
	free(d->dims);
	free(d->shown);
	free(d->pairs);
	hd_map_release(&d->at);
	hd_arena_release(&d->names);
	hd_arena_release(&d->json);
	hd_buf_release(&d->b);
	free(d);
}

static const char *
keep(struct hd_tagdiff *d, struct hd_str s)
{
	return s.p != NULL ? hd_arena_memdup(&d->names, s.p, s.n) : NULL;
}

static void
record(struct hd_tagdiff *d, size_t dim, const struct hd_str v[2],
    struct hd_str key)
{
	struct hd_diffpair *p;
	int64_t at;

	hd_buf_reset(&d->b);
	hd_buf_addf(&d->b, "%zu ", dim);
	for (int i = 0; i < 2; i++) {
		if (v[i].p != NULL) /* no value is called "" */
			hd_buf_add(&d->b, v[i].p, v[i].n);
		hd_buf_addc(&d->b, '\0');
	}
	at = *hd_map_put(&d->at, hd_buf_str(&d->b), (int64_t)d->npairs);
	if ((size_t)at == d->npairs) {
		d->pairs = hd_grow(
		    d->pairs, &d->pairs_cap, d->npairs + 1, sizeof(*d->pairs));
		d->pairs[d->npairs++] = (struct hd_diffpair){ .dim = dim,
			.value = { keep(d, v[0]), keep(d, v[1]) } };
	}
	p = &d->pairs[at];
	if (p->tickets < HD_DIFF_KEYS)
		p->keys[p->tickets] = keep(d, key);
	p->tickets++;
}

/* A value that is none is unknown, or nothing where none is declared. */
static bool
one_differs(struct hd_tagdiff *d, size_t dim, const struct hd_str v[2],
    struct hd_str key)
{
	struct hd_str w[2];

	if (v[0].p == NULL ? v[1].p == NULL
			   : v[1].p != NULL && hd_str_same(v[0], v[1]))
		return false;
	for (int i = 0; i < 2; i++)
		w[i] = v[i].p == NULL && d->shown[dim].in[i] ? hd_str("unknown")
							     : v[i];
	record(d, dim, w, key);
	return true;
}

static struct hd_str
tier_name(int tier)
{
	static const char *const names[] = { NULL, "automate", "assist",
		"human" };

	return hd_str(tier < 0 ? NULL : names[tier]);
}

/* The value of a column; p NULL: none. */
static struct hd_str
column(const struct hd_tagdiff *d, size_t dim, int set,
    const struct hd_difftags *t)
{
	const struct dim *m = &d->dims[dim];
	int v;

	if (m->kind == PATH)
		return hd_str(
		    t->path < 0 ? NULL : hd_path_name((enum hd_path)t->path));
	if (m->kind == TIER)
		return tier_name(t->tier);
	v = m->kind == OPEN ? t->open[m->core] : t->one[m->core];
	return hd_str(v < 0 || m->dim[set] < 0
			  ? NULL
			  : d->rs[set]->dims[m->dim[set]].values[v]);
}

static bool
holds(const struct hd_json *array, struct hd_str v)
{
	const struct hd_json *e = array != NULL ? array->child : NULL;

	while (e != NULL && !hd_str_same(e->s, v))
		e = e->next;
	return e != NULL;
}

static bool
many_differ(struct hd_tagdiff *d, size_t dim, const struct hd_json *const a[2],
    struct hd_str key)
{
	bool differ = false;

	for (int i = 0; i < 2; i++) {
		const struct hd_json *e = a[i] != NULL ? a[i]->child : NULL;
		struct hd_str v[2];

		for (; e != NULL; e = e->next) {
			if (holds(a[1 - i], e->s))
				continue;
			v[i] = e->s;
			v[1 - i] = (struct hd_str){ NULL, 0 };
			record(d, dim, v, key);
			differ = true;
		}
	}
	return differ;
}

static bool
member_differs(struct hd_tagdiff *d, size_t dim,
    const struct hd_json *const object[2], struct hd_str key)
{
	const struct hd_json *a[2];
	struct hd_str v[2];

	for (int i = 0; i < 2; i++) {
		a[i] = hd_json_get(object[i], d->dims[dim].member);
		v[i] = hd_json_str(a[i] != NULL ? a[i]->child : NULL);
	}
	return d->dims[dim].kind == MANY ? many_differ(d, dim, a, key)
					 : one_differs(d, dim, v, key);
}

int
hd_tagdiff_add(struct hd_tagdiff *d, struct hd_str key,
    const struct hd_difftags tags[2], struct hd_err *err)
{
	bool members = !hd_str_same(tags[0].many, tags[1].many), differ;
	const struct hd_json *object[2] = { NULL, NULL };
	struct hd_str v[2];

	hd_arena_reset(&d->json);
	for (int i = 0; i < 2 && members; i++) {
		object[i] = hd_json_parse(&d->json, tags[i].many, err);
		if (object[i] == NULL)
			return -1;
	}
	for (size_t m = 0; m < d->n; m++) {
		if (d->dims[m].kind == TIER && tags[0].tier < 0)
			continue;
		d->shown[m].n++;
		if (d->dims[m].kind == ONE || d->dims[m].kind == MANY) {
			differ = members && member_differs(d, m, object, key);
		} else {
			v[0] = column(d, m, 0, &tags[0]);
			v[1] = column(d, m, 1, &tags[1]);
			differ = one_differs(d, m, v, key);
		}
		d->shown[m].tickets += differ;
	}
	return 0;
}

const struct hd_diffdim *
hd_tagdiff_dims(const struct hd_tagdiff *d, size_t *n)
{
	*n = d->n;
	return d->shown;
}

static int
by_name(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

static int
compare(const void *pa, const void *pb)
{
	const struct hd_diffpair *a = pa, *b = pb;
	int c;

	if (a->dim != b->dim)
		return a->dim < b->dim ? -1 : 1;
	if (a->tickets != b->tickets)
		return a->tickets < b->tickets ? 1 : -1;
	c = by_name(a->value[0], b->value[0]);
	return c != 0 ? c : by_name(a->value[1], b->value[1]);
}

const struct hd_diffpair *
hd_tagdiff_pairs(struct hd_tagdiff *d, size_t *n)
{
	hd_map_release(&d->at); /* its indexes hold no longer */
	if (d->npairs > 0)
		qsort(d->pairs, d->npairs, sizeof(*d->pairs), compare);
	*n = d->npairs;
	return d->pairs;
}
