/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learning from labels: see learn.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/eachlabel.h"
#include "audit/lesson.h"
#include "store/model.h"

const char *const hd_learn_columns[HD_LEARN_COLUMNS] = { "dimension", "labels",
	"classes", "groups", "rules", "rules_lo", "rules_hi", "model",
	"model_lo", "model_hi", "gain", "gain_lo", "gain_hi", "decides" };

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

	if (hd_lesson_fit(s, job->seed, job->jobs, false, err) != 0) {
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
learn_one(void *ctx, const char *dimension, struct hd_err *err)
{
	struct hd_learnjob *job = ctx;
	struct hd_labelled c;
	struct hd_lesson s;
	int r;

	memset(&s, 0, sizeof(s));
	s.c = &c;
	r = hd_labelled_read(
	    &c, job->db, job->rs, job->languages, dimension, 0, err);
	if (r == 0 && c.n == 0)
		r = hd_err_set(err, HD_EUSAGE,
		    "nobody labelled '%s' among these tickets", dimension);
	if (r == 0 && job->said != NULL)
		job->said(job->ctx, dimension, c.n);
	if (r == 0 && !hd_lesson_enough(&c))
		r = too_few(job, &s, err);
	else if (r == 0)
		r = judge(job, &s, err);
	hd_lesson_release(&s);
	hd_labelled_release(&c);
	return r;
}

int
hd_learn_all(struct hd_learnjob *job, const char *const *dimensions, size_t n,
    struct hd_err *err)
{
	struct hd_eachlabel each = { .db = job->db,
		.one = learn_one,
		.warn = job->warn,
		.ctx = job,
		.warn_ctx = job->ctx };
	int r = hd_eachlabel(&each, dimensions, n, err);

	job->dimensions = each.dimensions;
	return r;
}
