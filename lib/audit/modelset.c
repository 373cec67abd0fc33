/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models beside a rule set: see modelset.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/corpus.h"
#include "audit/modelset.h"
#include "audit/tagnames.h"
#include "base/mem.h"
#include "learn/model.h"
#include "store/model.h"

/* What was said of a ticket that the model has learned from. */
struct held_out {
	int64_t ticket;
	int class;
	double p;
	bool sure;
};

struct one {
	int64_t id;
	char *hash, *dimension;
	struct hd_model *model;
	struct hd_reading reading;
	struct held_out *held; /* by ticket */
	size_t nheld, cap;
	int dim;    /* in the rule set, -1: it has none */
	int *value; /* by class: of the dimension, -1 none */
};

struct hd_modelset {
	struct one *v;
	size_t n, cap;
	bool alone;
	const struct hd_ruleset *rs;
	struct hd_tagnames names; /* once bound */
};

struct hd_modellane {
	const struct hd_modelset *set;
	struct hd_scratch *scratch;
	struct hd_str *tags; /* of the ticket at hand */
	size_t ntags;
	struct hd_modelguess *guesses;
};

static int
class_of(const struct hd_model *m, struct hd_str value)
{
	for (size_t i = 0; i < hd_model_nclasses(m); i++)
		if (hd_str_eq(value, hd_model_class(m, i)))
			return (int)i;
	return -1;
}

static int
add_held(void *ctx, const struct hd_guess_row *g, struct hd_err *err)
{
	struct one *o = ctx;

	(void)err;
	o->held = hd_grow(o->held, &o->cap, o->nheld + 1, sizeof(*o->held));
	o->held[o->nheld++] = (struct held_out){ g->ticket,
		class_of(o->model, g->value), g->p, g->sure };
	return 0;
}

static int
add_model(void *ctx, const struct hd_model_row *m, struct hd_err *err)
{
	struct hd_modelset *s = ctx;
	struct one *o;
	int r;

	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	o = &s->v[s->n++];
	memset(o, 0, sizeof(*o));
	o->id = m->id;
	o->hash = hd_xstrdup(m->hash);
	o->dimension = hd_xstrdup(m->dimension);
	o->reading = hd_reading_of(o->dimension);
	o->dim = -1;
	o->model = hd_model_load(m->bytes, err);
	r = o->model != NULL ? 0 : -1;
	if (s->n > 1 && strcmp(o[-1].dimension, o->dimension) == 0)
		r = hd_err_set(err, HD_EDATA, "there is another");
	if (r == 0 && !hd_reading_suits(o->reading, o->model))
		r = hd_err_set(
		    err, HD_EDATA, "it counts what no ticket is counted by");
	if (r != 0)
		return hd_err_in(err, "the stored model of %s", o->dimension);
	o->value = hd_xcalloc(hd_model_nclasses(o->model), sizeof(*o->value));
	return 0;
}

static int
load(struct hd_db *db, const int64_t *ruleset, struct hd_modelset **set,
    struct hd_err *err)
{
	struct hd_modelset *s = hd_xcalloc(1, sizeof(*s));
	int r = hd_models_each(db, ruleset, add_model, s, err);

	for (size_t i = 0; i < s->n && r == 0; i++)
		r = hd_guesses_each(db, s->v[i].id, add_held, &s->v[i], err);
	if (r != 0 || s->n == 0) {
		hd_modelset_free(s);
		s = NULL;
	}
	*set = s;
	return r;
}

int
hd_modelset_used(struct hd_db *db, struct hd_modelset **set, struct hd_err *err)
{
	return load(db, NULL, set, err);
}

int
hd_modelset_of(struct hd_db *db, int64_t ruleset, struct hd_modelset **set,
    struct hd_err *err)
{
	return load(db, &ruleset, set, err);
}

void
hd_modelset_free(struct hd_modelset *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->n; i++) {
		free(s->v[i].hash);
		free(s->v[i].dimension);
		hd_model_free(s->v[i].model);
		free(s->v[i].held);
		free(s->v[i].value);
	}
	free(s->v);
	hd_tagnames_release(&s->names);
	free(s);
}

/* The values of the rule set first: their rank does not change. */
void
hd_modelset_declare(const char *dimension, const struct hd_model *m,
    const struct hd_ruleset *rs, struct hd_buf *b)
{
	int dim = hd_ruleset_dim(rs, dimension);
	const struct hd_dim *d = dim >= 0 ? &rs->dims[dim] : NULL;
	const char *class;

	if (d != NULL && !d->many)
		return; /* a ranked dimension has all that it can have */
	hd_buf_addf(b, "dimension %s many", dimension);
	for (size_t i = 0; d != NULL && i < d->n; i++)
		hd_buf_addf(b, " %s", d->values[i]);
	for (size_t i = 0; i < hd_model_nclasses(m); i++) {
		class = hd_model_class(m, i);
		if (d == NULL || hd_ruleset_value(rs, dim, class) < 0)
			hd_buf_addf(b, " %s", class);
	}
	if (d == NULL || hd_ruleset_value(rs, dim, HD_OTHER) < 0)
		hd_buf_adds(b, " " HD_OTHER);
	hd_buf_addc(b, '\n');
}

void
hd_modelset_rules(const struct hd_modelset *s, const struct hd_ruleset *rs,
    const char *operand, bool alone, struct hd_buf *text)
{
	hd_buf_addf(text, "rules 1\n# source %s\n", alone ? "model" : "both");
	for (size_t i = 0; i < s->n; i++)
		hd_buf_addf(
		    text, "# model %s %s\n", s->v[i].dimension, s->v[i].hash);
	hd_buf_addf(text, "use %s\n", operand);
	for (size_t i = 0; i < s->n; i++)
		hd_modelset_declare(s->v[i].dimension, s->v[i].model, rs, text);
}

int
hd_modelset_save(const struct hd_modelset *s, struct hd_db *db, int64_t ruleset,
    struct hd_err *err)
{
	for (size_t i = 0; i < s->n; i++)
		if (hd_ruleset_put_model(db, ruleset, s->v[i].id, err) != 0)
			return -1;
	return 0;
}

void
hd_modelset_bind(struct hd_modelset *s, const struct hd_ruleset *rs)
{
	struct hd_str text = { rs->files[0].text, rs->files[0].len };
	struct one *o;

	s->rs = rs;
	hd_tagnames_init(&s->names, rs);
	s->alone = hd_str_starts(text, "rules 1\n# source model\n");
	for (size_t i = 0; i < s->n; i++) {
		o = &s->v[i];
		o->dim = hd_ruleset_dim(rs, o->dimension);
		if (o->dim < 0)
			continue;
		for (size_t k = 0; k < hd_model_nclasses(o->model); k++)
			o->value[k] = hd_ruleset_value(
			    rs, o->dim, hd_model_class(o->model, k));
	}
}

struct hd_modellane *
hd_modellane_new(const struct hd_modelset *s)
{
	struct hd_modellane *l;

	if (s == NULL)
		return NULL;
	l = hd_xcalloc(1, sizeof(*l));
	l->set = s;
	l->scratch = hd_scratch_new();
	l->tags = hd_xcalloc(s->rs->nvalues + 1, sizeof(*l->tags));
	l->guesses = hd_xcalloc(s->n, sizeof(*l->guesses));
	return l;
}

void
hd_modellane_free(struct hd_modellane *l)
{
	if (l == NULL)
		return;
	hd_scratch_free(l->scratch);
	free(l->tags);
	free(l->guesses);
	free(l);
}

static const struct held_out *
find_held(const struct one *o, int64_t ticket)
{
	size_t lo = 0, hi = o->nheld, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (o->held[mid].ticket < ticket)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < o->nheld && o->held[lo].ticket == ticket ? &o->held[lo]
							     : NULL;
}

/*
 * Between ranked classes the model has drawn its lines already; of others the
 * likeliest may still be none.
 */
static void
answer_of(const struct hd_modelset *s, const struct one *o, int cls, double p,
    bool sure, bool held_out, struct hd_modelguess *g)
{
	g->dim = o->dim;
	g->value = cls >= 0 ? o->value[cls] : -1;
	g->p = p;
	g->sure = g->value >= 0 && (sure || !s->rs->dims[o->dim].many);
	g->held_out = held_out;
}

/* false: the model has nothing to say of this thread. */
static bool
ask(struct hd_modellane *l, const struct one *o, const struct hd_subject *s,
    enum hd_stage stage, int64_t answer, int readable, struct hd_modelguess *g)
{
	bool ranked = !l->set->rs->dims[o->dim].many;
	struct hd_document d;
	struct hd_guess v;

	/* a talk in numbers is the same in every language */
	if (o->reading.reads != HD_READS_TALK &&
	    (readable == 0 || (readable < 0 && ranked)))
		return false;
	hd_document_make(&d, s, o->reading, stage, answer, l->tags, l->ntags);
	if (d.blank)
		return false;
	hd_model_guess(o->model, l->scratch, &d.doc, &v);
	answer_of(l->set, o, v.cls, v.p, !v.low, false, g);
	return true;
}

size_t
hd_modellane_ask(struct hd_modellane *l, const struct hd_subject *s,
    const struct hd_tags *tags, int64_t ticket, enum hd_stage stage,
    int64_t answer, int readable, const struct hd_modelguess **guesses)
{
	const struct held_out *held;
	const struct one *o;
	size_t n = 0;

	l->ntags = hd_tagnames_list(&l->set->names, tags, l->tags);
	for (size_t i = 0; i < l->set->n; i++) {
		o = &l->set->v[i];
		if (o->dim < 0 ||
		    (stage == HD_STAGE_OPEN && !hd_reading_opens(o->reading)))
			continue;
		held = find_held(o, ticket);
		if (held != NULL && stage == HD_STAGE_OPEN &&
		    !hd_document_arrived(s))
			continue; /* it was said of what came later too */
		if (held != NULL)
			answer_of(l->set, o, held->class, held->p, held->sure,
			    true, &l->guesses[n++]);
		else if (ask(l, o, s, stage, answer, readable, &l->guesses[n]))
			n++;
	}
	*guesses = l->guesses;
	return n;
}

/* Of a ranked dimension there is no value for what is none of them. */
static int
unsure_value(const struct hd_modelset *s, int dim)
{
	return s->rs->dims[dim].many ? hd_ruleset_value(s->rs, dim, HD_OTHER)
				     : -1;
}

size_t
hd_modellane_give(const struct hd_modellane *l,
    const struct hd_modelguess *guesses, size_t n, struct hd_given *given)
{
	const struct hd_modelguess *g;
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		g = &guesses[i];
		if (g->sure)
			given[k++] = (struct hd_given){ g->dim, g->value,
				HD_BY_MODEL, l->set->alone };
		else if (l->set->alone)
			given[k++] = (struct hd_given){ g->dim,
				unsure_value(l->set, g->dim), HD_BY_MODEL,
				true };
	}
	return k;
}

static int
class_for(const struct one *o, int value)
{
	for (size_t i = 0; value >= 0 && i < hd_model_nclasses(o->model); i++)
		if (o->value[i] == value)
			return (int)i;
	return -1;
}

size_t
hd_modellane_explain(struct hd_modellane *l, const struct hd_subject *s,
    const struct hd_tags *tags, int dim, int value, int64_t answer,
    struct hd_document *d, struct hd_reason *reasons, size_t max)
{
	const struct one *o;
	int cls;

	for (size_t i = 0; i < l->set->n; i++) {
		o = &l->set->v[i];
		cls = o->dim == dim ? class_for(o, value) : -1;
		if (cls < 0)
			continue;
		l->ntags = hd_tagnames_list(&l->set->names, tags, l->tags);
		hd_document_make(d, s, o->reading, HD_STAGE_WHOLE, answer,
		    l->tags, l->ntags);
		return hd_model_explain(
		    o->model, l->scratch, &d->doc, cls, reasons, max);
	}
	return 0;
}
