/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a report, and their definitions: see doc.h. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "report/doc_int.h"
#include "report/docwords.h"
#include "store/db.h"

#define KEYS 20 /* tickets listed under a figure */

static const char *
keep(struct hd_doc *d, const char *s)
{
	return s != NULL ? hd_arena_memdup(&d->arena, s, strlen(s)) : NULL;
}

/* The same figure twice is one row of the appendix. */
static int64_t *
find_same(struct hd_doc *d, const struct hd_docfig *f)
{
	struct hd_buf b = HD_BUF_INIT;
	int64_t *known;

	hd_buf_adds(&b, f->f.metric);
	hd_buf_addc(&b, '\0');
	hd_buf_adds(&b, f->f.segment);
	hd_buf_addc(&b, '\0');
	hd_buf_add(&b, f->query.p, f->query.n);
	known = hd_map_put(d->same, hd_buf_str(&b), -1);
	hd_buf_release(&b);
	return known;
}

static void
own_keys(struct hd_doc *d, struct hd_docfig *to)
{
	struct hd_str *keys;

	if (to->nkeys > KEYS) {
		to->more += (int64_t)(to->nkeys - KEYS);
		to->nkeys = KEYS;
	}
	keys = hd_arena_alloc(&d->arena, (to->nkeys + 1) * sizeof(*keys));
	for (size_t i = 0; i < to->nkeys; i++)
		keys[i] = hd_str_keep(&d->arena, to->keys[i]);
	to->keys = keys;
}

size_t
hd_doc_figure(struct hd_doc *d, const struct hd_docfig *f)
{
	int64_t *known = find_same(d, f);
	struct hd_docfig *to;

	if (*known >= 0)
		return (size_t)*known;
	*known = (int64_t)d->nfigs;
	d->figs = hd_grow(d->figs, &d->capfigs, d->nfigs + 1, sizeof(*d->figs));
	d->figs[d->nfigs] = (struct hd_docown){ *f, 0 };
	to = &d->figs[d->nfigs].f;
	to->f.metric = keep(d, f->f.metric);
	to->f.segment = keep(d, f->f.segment);
	to->f.method = keep(d, f->f.method);
	to->f.definition = keep(d, f->f.definition);
	to->title = keep(d, f->title);
	to->unit = keep(d, f->unit);
	to->currency = keep(d, f->currency);
	to->why = keep(d, f->why);
	to->sources = keep(d, f->sources);
	to->query = hd_str_keep(&d->arena, f->query);
	to->list = hd_str_keep(&d->arena, f->list);
	own_keys(d, to);
	return d->nfigs++;
}

const struct hd_figure *
hd_doc_known(const struct hd_doc *d, size_t fig)
{
	assert(fig < d->nfigs);
	return &d->figs[fig].f.f;
}

bool
hd_doc_shown(const struct hd_doc *d, size_t fig)
{
	const struct hd_figure *f = hd_doc_known(d, fig);

	return !hd_figure_hidden(f) && !isnan(f->estimate);
}

size_t
hd_doc_find(const struct hd_doc *d, const char *metric, const char *segment)
{
	for (size_t i = 0; i < d->nfigs; i++)
		if (strcmp(d->figs[i].f.f.metric, metric) == 0 &&
		    strcmp(d->figs[i].f.f.segment, segment) == 0)
			return i;
	return HD_DOC_NONE;
}

bool
hd_doc_used(const struct hd_doc *d, size_t fig)
{
	assert(fig < d->nfigs);
	return d->figs[fig].number > 0;
}

void
hd_doc_keys(struct hd_doc *d, size_t fig, const struct hd_str *keys, size_t n,
    int64_t more)
{
	struct hd_docfig *to = &d->figs[fig].f;

	assert(fig < d->nfigs);
	to->keys = keys;
	to->nkeys = n;
	to->more = more;
	own_keys(d, to);
}

/* Its number; what a difference is of is used with it. */
static size_t
use(struct hd_doc *d, size_t fig)
{
	assert(fig < d->nfigs);
	if (d->figs[fig].number == 0) {
		d->used = hd_grow(
		    d->used, &d->capused, d->nused + 1, sizeof(*d->used));
		d->used[d->nused++] = fig;
		d->figs[fig].number = d->nused;
		for (size_t i = 0; i < d->figs[fig].f.nfrom; i++)
			(void)use(d, d->figs[fig].f.from[i]);
	}
	return d->figs[fig].number;
}

static void
name_figure(struct hd_doc *d, size_t fig)
{
	char id[32];

	(void)snprintf(id, sizeof(id), "f%zu", use(d, fig));
	hd_jgen_cstr(&d->g, id);
}

void
hd_doc_figmember(struct hd_doc *d, const char *name, size_t fig)
{
	hd_doc_key(d, name);
	if (fig == HD_DOC_NONE)
		hd_jgen_null(&d->g);
	else
		name_figure(d, fig);
}

static void
real_member(
    struct hd_doc *d, const char *name, const struct hd_figure *f, double v)
{
	char digits[400];

	hd_doc_key(d, name);
	if (hd_figure_hidden(f) || !isfinite(v)) {
		hd_jgen_null(&d->g);
		return;
	}
	(void)snprintf(digits, sizeof(digits), "%.*f", f->decimals, v);
	hd_jgen_num(&d->g, hd_str(digits));
}

static void
count_member(struct hd_doc *d, const char *name, int64_t v)
{
	hd_doc_key(d, name);
	if (v < 0)
		hd_jgen_null(&d->g);
	else
		hd_jgen_int(&d->g, v);
}

/* The numbers in words: text, range and xn. */
static void
words_members(struct hd_doc *d, const struct hd_docfig *f)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_docwords_text(&b, f, d->small);
	hd_doc_member(d, "text", hd_buf_str(&b));
	hd_buf_reset(&b);
	hd_doc_key(d, "range");
	if (hd_docwords_range(&b, f))
		hd_jgen_str(&d->g, hd_buf_str(&b));
	else
		hd_jgen_null(&d->g);
	hd_buf_reset(&b);
	hd_doc_key(d, "xn");
	if (hd_docwords_xn(&b, f))
		hd_jgen_str(&d->g, hd_buf_str(&b));
	else
		hd_jgen_null(&d->g);
	hd_buf_release(&b);
}

static void
number_members(struct hd_doc *d, const struct hd_figure *f)
{
	real_member(d, "estimate", f, f->estimate);
	real_member(d, "lo", f, f->lo);
	real_member(d, "hi", f, f->hi);
	count_member(d, "x", hd_figure_hidden(f) ? -1 : f->x);
	count_member(d, "n", f->n);
	count_member(d, "N", f->N);
	hd_doc_cmember(d, "method", f->method);
	hd_doc_cmember(d, "definition", f->definition);
	hd_doc_cmember(d, "status", hd_status_name(f->status));
}

static void
figure(struct hd_doc *d, size_t fig)
{
	const struct hd_docfig f = d->figs[fig].f;

	hd_jgen_obj(&d->g);
	hd_doc_figmember(d, "id", fig);
	hd_doc_cmember(d, "metric", f.f.metric);
	hd_doc_cmember(d, "segment", f.f.segment);
	hd_doc_cmember(d, "title", f.title);
	number_members(d, &f.f);
	hd_doc_cmember(d, "unit", f.unit);
	words_members(d, &f);
	hd_doc_cmember(d, "why", hd_doc_shown(d, fig) ? NULL : f.why);
	hd_doc_member(d, "query", f.query);
	hd_doc_member(d, "list", f.list);
	hd_doc_key(d, "from");
	hd_jgen_arr(&d->g);
	for (size_t i = 0; i < f.nfrom; i++)
		name_figure(d, f.from[i]);
	hd_jgen_endarr(&d->g);
	hd_doc_key(d, "keys");
	hd_jgen_arr(&d->g);
	for (size_t i = 0; i < f.nkeys; i++)
		hd_jgen_str(&d->g, f.keys[i]);
	hd_jgen_endarr(&d->g);
	count_member(d, "more", f.more);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_figures(struct hd_doc *d)
{
	hd_doc_key(d, "figures");
	hd_jgen_arr(&d->g);
	for (size_t i = 0; i < d->nused; i++)
		figure(d, d->used[i]);
	hd_jgen_endarr(&d->g);
}

/*
 * The comment on top of a view without its dashes, paragraphs on lines of their
 * own; *text is left at the statement.
 */
static void
comment(struct hd_str *text, struct hd_buf *b)
{
	struct hd_str rest = *text, line;

	while (hd_str_split(&rest, '\n', &line) && hd_str_starts(line, "--")) {
		line = hd_str_trim((struct hd_str){ line.p + 2, line.n - 2 });
		if (line.n == 0)
			hd_buf_addc(b, '\n');
		else if (b->n > 0 && b->s[b->n - 1] != '\n')
			hd_buf_addc(b, ' ');
		hd_buf_add(b, line.p, line.n);
		*text = rest;
	}
	*text = hd_str_trim(*text);
}

static void
definition(
    struct hd_doc *d, const char *view, const char *title, const char *sources)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str text = hd_str(hd_view_text(view));

	comment(&text, &b);
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "name", view);
	hd_doc_cmember(d, "title", title);
	hd_doc_member(d, "text", hd_buf_str(&b));
	hd_doc_member(d, "sql", text);
	hd_doc_cmember(d, "sources", sources);
	hd_jgen_endobj(&d->g);
	hd_buf_release(&b);
}

/* Views that others are made of: theirs is half a definition without them. */
static void
ground(struct hd_doc *d, struct hd_map *seen)
{
	static const struct {
		const char *view, *title, *word;
	} all[] = {
		{ "ladder", "The rungs of the ladder", "FROM ladder" },
		{ "facts", "Facts of a ticket", "FROM facts" },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		for (size_t k = 0; k < seen->count; k++) {
			if (strstr(hd_view_text(seen->entries[k].key),
				all[i].word) == NULL ||
			    hd_map_get(seen, hd_str(all[i].view)) != NULL)
				continue;
			(void)hd_map_put(seen, hd_str(all[i].view), 1);
			definition(d, all[i].view, all[i].title, NULL);
		}
}

void
hd_doc_definitions(struct hd_doc *d)
{
	struct hd_map seen = HD_MAP_INIT;
	const struct hd_docfig *f;
	const char *view;

	hd_doc_key(d, "definitions");
	hd_jgen_arr(&d->g);
	for (size_t i = 0; i < d->nused; i++) {
		f = &d->figs[d->used[i]].f;
		view = f->f.definition;
		if (view == NULL || hd_view_text(view) == NULL ||
		    hd_map_get(&seen, hd_str(view)) != NULL)
			continue;
		(void)hd_map_put(&seen, hd_str(view), 1);
		definition(d, view,
		    strcmp(view, "facts") == 0 ? "Facts of a ticket" : f->title,
		    f->sources);
	}
	ground(d, &seen);
	hd_jgen_endarr(&d->g);
	hd_map_release(&seen);
}
