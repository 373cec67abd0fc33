/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learning from labels: see learn.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/lesson.h"
#include "learn/groups.h"
#include "learn/neardup.h"
#include "store/model.h"

const char *const hd_learn_columns[HD_LEARN_COLUMNS] = { "dimension", "labels",
	"classes", "groups", "rules", "rules_lo", "rules_hi", "model",
	"model_lo", "model_hi", "gain", "gain_lo", "gain_hi", "decides" };

/* Fewer say nothing about agreement. */
#define MIN_LABELS	 50
#define MIN_LABELS_CLASS 5

/* All text of a document, for finding copies. */
static struct hd_str
joined(struct hd_labelled *c, const struct hd_doc *d)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	if (d->nparts == 1)
		return d->parts[0];
	for (size_t i = 0; i < d->nparts; i++) {
		hd_buf_add(&b, d->parts[i].p, d->parts[i].n);
		hd_buf_addc(&b, '\n');
	}
	s = (struct hd_str){ hd_arena_memdup(&c->arena, b.s, b.n), b.n };
	hd_buf_release(&b);
	return s;
}

static void
tie(struct hd_groups *g, size_t doc, const char *what, struct hd_str id)
{
	struct hd_buf key = HD_BUF_INIT;

	if (id.p == NULL)
		return;
	hd_buf_addf(&key, "%s ", what);
	hd_buf_add(&key, id.p, id.n);
	hd_groups_add(g, doc, hd_buf_str(&key));
	hd_buf_release(&key);
}

/* A template with another name or number in it is a copy as well. */
static void
tie_copies(struct hd_groups *g, const struct hd_str *texts, size_t n)
{
	uint32_t *like = hd_xcalloc(n, sizeof(*like));

	hd_neardup_texts(texts, n, HD_NEARDUP_COPY, like);
	for (size_t i = 0; i < n; i++) {
		hd_groups_add_text(g, i, texts[i]);
		hd_groups_join(g, like[i], i);
	}
	free(like);
}

/*
 * What stands in the way of a fair split: tickets of one account or requester,
 * and copies of a text, are one group.
 */
static void
group(struct hd_lesson *s)
{
	struct hd_labelled *c = s->c;
	struct hd_str *texts = hd_xcalloc(c->n, sizeof(*texts));
	struct hd_groups g;

	hd_groups_init(&g, c->n);
	for (size_t i = 0; i < c->n; i++) {
		tie(&g, i, "account", c->v[i].account);
		tie(&g, i, "requester", c->v[i].requester);
		texts[i] = joined(c, &s->docs[i]);
	}
	tie_copies(&g, texts, c->n);
	hd_groups_ids(&g, s->groups);
	hd_groups_release(&g);
	free(texts);
}

static void
prepare(struct hd_lesson *s)
{
	struct hd_labelled *c = s->c;

	s->docs = hd_xcalloc(c->n, sizeof(*s->docs));
	s->labels = hd_xcalloc(c->n, sizeof(*s->labels));
	s->groups = hd_xcalloc(c->n, sizeof(*s->groups));
	for (size_t i = 0; i < c->n; i++) {
		s->docs[i] = c->v[i].document.doc;
		s->labels[i] = c->v[i].label;
	}
	group(s);
}

static void
lesson_release(struct hd_lesson *s)
{
	hd_learned_release(&s->l);
	free(s->docs);
	free(s->labels);
	free(s->groups);
}

static int
fit(const struct hd_learnjob *job, struct hd_lesson *s, struct hd_err *err)
{
	const struct hd_labelled *c = s->c;
	struct hd_corpus corpus = { s->docs, s->labels, s->groups, c->n };
	struct hd_learn_opts o = { .classes = c->classes,
		.nclasses = c->nclasses,
		.ordered = c->ordered,
		.per_part = c->reading.reads == HD_READS_MESSAGES,
		.seed = job->seed,
		.jobs = job->jobs };

	if (c->reading.counts) {
		o.counts = hd_doc_count_names;
		o.ncounts = HD_DOC_COUNTS;
	}
	return hd_learn(&corpus, &o, &s->l, err);
}

/* Rules that know none of the classes have no agreement, not one of 0. */
static void
no_rivals(struct hd_kappas *k)
{
	k->a = k->alo = k->ahi = k->diff = k->lo = k->hi = NAN;
}

/*
 * Agreement with people, of the rules and of the model, on the tickets with a
 * class.  The rules may say nothing: that agrees with nobody.
 */
static void
compare(const struct hd_learnjob *job, struct hd_lesson *s)
{
	const struct hd_labelled *c = s->c;
	struct hd_rated *v = hd_xcalloc(c->n, sizeof(*v));
	size_t n = 0, nobody = c->nclasses;

	for (size_t i = 0; i < c->n; i++) {
		if (s->labels[i] < 0)
			continue;
		v[n].truth = (size_t)s->labels[i];
		v[n].a = c->v[i].rules >= 0 ? (size_t)c->v[i].rules : nobody;
		s->rivals = s->rivals || c->v[i].rules >= 0;
		v[n].b = (size_t)s->l.guesses[i].cls;
		v[n++].group = s->groups[i];
	}
	s->kappa = hd_kappas_compare(v, n, c->nclasses + 1, job->seed);
	if (!s->rivals)
		no_rivals(&s->kappa);
	free(v);
}

static void
put_kappas(struct hd_table *t, const struct hd_kappas *k)
{
	const double v[] = { k->a, k->alo, k->ahi, k->b, k->blo, k->bhi,
		k->diff, k->lo, k->hi };

	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		if (isfinite(v[i]))
			hd_table_real(t, v[i], 4);
		else
			hd_table_null(t);
}

static void
put_row(struct hd_learnjob *job, const struct hd_lesson *s, const char *decides)
{
	struct hd_table *t = job->t;
	bool judged = s->l.model != NULL;

	hd_table_cstr(t, s->c->dimension);
	hd_table_int(t, (int64_t)s->c->n);
	hd_table_int(t, (int64_t)s->c->nclasses);
	if (judged) {
		hd_table_int(t, (int64_t)s->l.groups);
		put_kappas(t, &s->kappa);
	} else {
		for (int i = 0; i < 10; i++)
			hd_table_null(t);
	}
	hd_table_cstr(t, decides);
	hd_table_row(t);
}

/*
 * Values may be too long for a rule file, or too many: such a model would stop
 * every run to come.
 */
static int
declares(const struct hd_learnjob *job, const struct hd_lesson *s,
    struct hd_err *err)
{
	struct hd_buf text = HD_BUF_INIT;
	struct hd_ruleset *rs = NULL;
	struct hd_rulefiles files;
	int r;

	hd_buf_addf(&text, "rules 1\nuse %s\n", job->rules);
	hd_modelset_declare(s->c->dimension, s->l.model, job->rs, &text);
	r = hd_rulestore_read_under(
	    "labels", hd_buf_str(&text), job->pack, &rs, &files, err);
	hd_ruleset_free(rs);
	hd_rulefiles_release(&files);
	hd_buf_release(&text);
	return r == 0
		   ? 0
		   : hd_err_in(err, "what was learned of %s", s->c->dimension);
}

/* Nothing to learn from: what was learned from other labels goes too. */
static int
too_few(struct hd_learnjob *job, const struct hd_lesson *s, struct hd_err *err)
{
	put_row(job, s, "too few labels");
	return hd_model_unuse(job->db, s->c->dimension, err);
}

/* A dimension is learned only when that is better, by more than chance. */
static int
judge(struct hd_learnjob *job, struct hd_lesson *s, struct hd_err *err)
{
	bool wins;

	prepare(s);
	if (fit(job, s, err) != 0) {
		if (err->code != HD_EDATA)
			return -1;
		*err = (struct hd_err)HD_ERR_INIT;
		return too_few(job, s, err);
	}
	compare(job, s);
	wins = s->rivals ? s->kappa.lo > 0 : s->kappa.blo > 0;
	if (wins && declares(job, s, err) != 0)
		return -1;
	put_row(job, s, wins ? "model" : "rules");
	job->learned += wins;
	return wins ? hd_lesson_store(job, s, err)
		    : hd_model_unuse(job->db, s->c->dimension, err);
}

static int
learn_one(struct hd_learnjob *job, const char *dimension, struct hd_err *err)
{
	struct hd_labelled c;
	struct hd_lesson s;
	int r;

	memset(&s, 0, sizeof(s));
	s.c = &c;
	r = hd_labelled_read(
	    &c, job->db, job->rs, job->languages, dimension, err);
	if (r == 0 && c.n == 0)
		r = hd_err_set(err, HD_EUSAGE,
		    "nobody labelled '%s' among these tickets", dimension);
	if (r == 0 && job->said != NULL)
		job->said(job->ctx, dimension, c.n);
	if (r == 0 && (c.nclasses < 2 || c.n < MIN_LABELS ||
			  c.n < MIN_LABELS_CLASS * c.nclasses))
		r = too_few(job, &s, err);
	else if (r == 0)
		r = judge(job, &s, err);
	lesson_release(&s);
	hd_labelled_release(&c);
	return r;
}

/* Labels that do not fit a dimension are no reason not to learn the others. */
static int
learn_or_warn(struct hd_learnjob *job, const char *name, struct hd_err *err)
{
	int r = learn_one(job, name, err);

	if (r != 0 && err->code == HD_EUSAGE) {
		job->warn(job->ctx, err);
		*err = (struct hd_err)HD_ERR_INIT;
		r = 0;
	}
	return r == 0 ? hd_db_script(job->db, "sql/sel_back", err) : -1;
}

static int
add_name(void *ctx, struct hd_str dimension, struct hd_err *err)
{
	(void)err;
	(void)hd_map_put(ctx, dimension, 0);
	return 0;
}

int
hd_learn_all(struct hd_learnjob *job, const char *const *dimensions, size_t n,
    struct hd_err *err)
{
	struct hd_map names = HD_MAP_INIT;
	int r = hd_db_script(job->db, "sql/sel_keep", err);

	for (size_t i = 0; i < n; i++)
		(void)hd_map_put(&names, hd_str(dimensions[i]), 0);
	if (r == 0 && n == 0)
		r = hd_label_dimensions(job->db, add_name, &names, err);
	job->dimensions = names.count;
	for (size_t i = 0; i < names.count && r == 0; i++)
		r = learn_or_warn(job, names.entries[i].key, err);
	hd_map_release(&names);
	return r;
}
