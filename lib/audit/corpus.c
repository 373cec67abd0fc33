/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labelled tickets: see corpus.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/corpus.h"
#include "audit/rulestore.h"
#include "audit/tagger.h"
#include "learn/learn.h"
#include "rules/facts.h"
#include "store/model.h"
#include "store/select.h"

void
hd_labelled_release(struct hd_labelled *c)
{
	free(c->classes);
	free(c->v);
	hd_arena_release(&c->arena);
	hd_tagnames_release(&c->names);
}

static int
take_label(void *ctx, int64_t ticket, struct hd_str value, struct hd_err *err)
{
	struct hd_labelled *c = ctx;
	struct hd_labelled_ticket *t;
	struct hd_buf name = HD_BUF_INIT;

	(void)err;
	hd_value_name(&name, value);
	if (name.n > 0) {
		c->v = hd_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
		t = &c->v[c->n++];
		memset(t, 0, sizeof(*t));
		t->ticket = ticket;
		t->value = hd_str_keep(&c->arena, hd_buf_str(&name)).p;
		t->label = HD_LABEL_NONE;
		t->rules = -1;
	}
	hd_buf_release(&name);
	return 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int
class_of(const struct hd_labelled *c, const char *value)
{
	for (size_t i = 0; i < c->nclasses; i++)
		if (strcmp(c->classes[i], value) == 0)
			return (int)i;
	return -1;
}

/* The values that were given, by name; "other" is no class. */
static void
name_classes(struct hd_labelled *c)
{
	const char **v = hd_xcalloc(c->n + 1, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		v[i] = c->v[i].value;
	qsort(v, c->n, sizeof(*v), by_name);
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(v[i], HD_OTHER) != 0 &&
		    (n == 0 || strcmp(v[i], v[n - 1]) != 0))
			v[n++] = v[i];
	c->classes = v;
	c->nclasses = n;
}

/* Those of a ranked dimension in its order, each of which it must have. */
static int
rank_classes(struct hd_labelled *c, const struct hd_dim *d, struct hd_err *err)
{
	const char **v = hd_xcalloc(d->n + 1, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		if (class_of(c, d->values[i]) >= 0)
			v[n++] = d->values[i];
	for (size_t i = 0, k; i < c->nclasses; i++) {
		for (k = 0; k < n && strcmp(c->classes[i], v[k]) != 0; k++)
			;
		if (k == n) {
			(void)hd_err_set(err, HD_EUSAGE,
			    "label %s=%s: the rule set has no such value",
			    c->dimension, c->classes[i]);
			free(v);
			return -1;
		}
	}
	free(c->classes);
	c->classes = v;
	c->nclasses = n;
	return 0;
}

static int
number_classes(
    struct hd_labelled *c, const struct hd_ruleset *rs, struct hd_err *err)
{
	int dim = hd_ruleset_dim(rs, c->dimension), k;

	/* A rule set that has it as a dimension would not load. */
	if (!hd_dimension_name(hd_str(c->dimension)))
		return hd_err_set(err, HD_EUSAGE,
		    "label %s: no dimension of rules can be called that",
		    c->dimension);
	name_classes(c);
	c->ordered = dim >= 0 && !rs->dims[dim].many;
	if (c->ordered && rank_classes(c, &rs->dims[dim], err) != 0)
		return -1;
	for (size_t i = 0; i < c->n; i++) {
		k = class_of(c, c->v[i].value);
		c->v[i].label = k >= 0 ? k : HD_LABEL_NONE;
	}
	return 0;
}

/* The texts outlive the subject that they were read by. */
static void
keep_document(struct hd_labelled *c, struct hd_labelled_ticket *t)
{
	struct hd_document *d = &t->document;
	struct hd_str *parts =
	    hd_arena_alloc(&c->arena, (d->doc.nparts + 1) * sizeof(*parts));

	for (size_t i = 0; i < d->doc.nparts; i++)
		parts[i] = hd_str_keep(&c->arena, d->doc.parts[i]);
	d->doc.parts = parts;
	d->copied = hd_str_keep(&c->arena, d->copied);
	parts = hd_arena_alloc(&c->arena, (d->doc.ntags + 1) * sizeof(*parts));
	for (size_t i = 0; i < d->doc.ntags; i++)
		parts[i] = d->doc.tags[i];
	d->doc.tags = parts;
}

static void
take_thread(struct hd_labelled *c, struct hd_labelled_ticket *t,
    struct hd_tagger *tagger, struct hd_thread *th, struct hd_str *list)
{
	const struct hd_tags *tags = hd_tagger_tags(tagger);
	const struct hd_ruleset *rs = c->names.rs;
	int dim = hd_ruleset_dim(rs, c->dimension);
	struct hd_tagrow row;
	size_t n;

	t->key = hd_str_keep(&c->arena, th->key);
	th->noverrides = 0; /* that is no opinion of the rules */
	hd_tagger_run(tagger, th, NULL, &row);
	if (dim >= 0 && tags->one[dim] >= 0)
		t->rules = class_of(c, rs->dims[dim].values[tags->one[dim]]);
	n = hd_tagnames_list(&c->names, tags, list);
	hd_document_make(&t->document, hd_tagger_subject(tagger), c->reading,
	    HD_STAGE_WHOLE, hd_tagger_answer(tagger), list, n);
	keep_document(c, t);
}

static int
read_threads(struct hd_labelled *c, struct hd_threads *threads,
    struct hd_tagger *tagger, struct hd_err *err)
{
	struct hd_str *list =
	    hd_xcalloc(c->names.rs->nvalues + 1, sizeof(*list));
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_thread th;
	size_t at = 0;
	int r;

	while ((r = hd_threads_next(threads, &arena, &th, err)) == 1) {
		while (at < c->n && c->v[at].ticket < th.ticket)
			at++;
		if (at == c->n)
			break;
		if (c->v[at].ticket == th.ticket)
			take_thread(c, &c->v[at], tagger, &th, list);
		hd_arena_reset(&arena);
	}
	hd_arena_release(&arena);
	free(list);
	return r < 0 ? -1 : 0;
}

static int
read_documents(struct hd_labelled *c, struct hd_db *db,
    const struct hd_ruleset *rs, const char *languages, struct hd_err *err)
{
	struct hd_tagger *tagger = hd_tagger_new(rs, languages, err);
	struct hd_threads *threads = NULL;
	const char *const *columns;
	int64_t answers;
	size_t n;
	int r = -1;

	if (tagger == NULL)
		return -1;
	columns = hd_tagger_columns(tagger, &n);
	threads = hd_threads_open(db, columns, n, err);
	if (threads != NULL &&
	    hd_rulestore_answers(db, rs, &answers, err) == 0 &&
	    hd_threads_clusters(threads, answers, err) == 0)
		r = read_threads(c, threads, tagger, err);
	hd_threads_close(threads);
	hd_tagger_free(tagger);
	return r;
}

static int
take_ties(void *ctx, int64_t ticket, struct hd_str account,
    struct hd_str requester, struct hd_err *err)
{
	struct hd_labelled *c = ctx;
	size_t lo = 0, hi = c->n, mid;

	(void)err;
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (c->v[mid].ticket < ticket)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < c->n && c->v[lo].ticket == ticket) {
		c->v[lo].account = hd_str_keep(&c->arena, account);
		c->v[lo].requester = hd_str_keep(&c->arena, requester);
	}
	return 0;
}

static int
by_key(const void *a, const void *b)
{
	const struct hd_labelled_ticket *s = a, *t = b;

	return hd_str_cmp(s->key, t->key);
}

/* Sums of doubles depend on their order: not on that of the imports. */
static void
order(struct hd_labelled *c)
{
	struct hd_document *d;

	if (c->n > 0)
		qsort(c->v, c->n, sizeof(*c->v), by_key);
	for (size_t i = 0; i < c->n; i++) {
		d = &c->v[i].document;
		if (d->doc.counts != NULL)
			d->doc.counts = d->counts;
	}
}

int
hd_labelled_read(struct hd_labelled *c, struct hd_db *db,
    const struct hd_ruleset *rs, const char *languages, const char *dimension,
    int64_t sample, struct hd_err *err)
{
	memset(c, 0, sizeof(*c));
	c->dimension = dimension;
	c->reading = hd_reading_of(dimension);
	hd_tagnames_init(&c->names, rs);
	if (hd_sel_labelled(db, dimension, sample, err) != 0 ||
	    hd_labels_each(db, dimension, sample, take_label, c, err) != 0 ||
	    number_classes(c, rs, err) != 0 ||
	    hd_ties_each(db, take_ties, c, err) != 0)
		return -1;
	if (read_documents(c, db, rs, languages, err) != 0)
		return -1;
	order(c);
	return 0;
}
