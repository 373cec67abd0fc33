/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How right tags were, as rows: see score.h. */
#include <string.h>

#include "audit/score.h"

#define DIMENSIONS 5
#define QUESTIONS  5
#define CEILING	   4

static const char *const names[DIMENSIONS] = { "complexity", "emotion",
	"pattern", "issue", "ceiling" };
static const enum hd_question questions[QUESTIONS] = { HD_Q_AI_CORRECT,
	HD_Q_HUMAN_NEEDED, HD_Q_CONTEXT_CARRIED, HD_Q_ASKED_REPEAT, HD_Q_LEAK };

static bool
wanted(const struct hd_scorejob *job, const char *name)
{
	for (size_t i = 0; i < job->ndimensions; i++)
		if (strcmp(job->dimensions[i], name) == 0)
			return true;
	return job->ndimensions == 0;
}

/* --- values in order --- */

static size_t
find(const struct hd_scored *d, struct hd_str value)
{
	size_t i = 0;

	while (i < d->n && !hd_str_same(d->v[i].value, value))
		i++;
	return i;
}

/* Values of the codebook come first, as it ranks them. */
static void
rank(struct hd_scored *d)
{
	static const struct hd_choice ceiling[] = { { "yes", 0, NULL },
		{ "no", 0, NULL }, { NULL, 0, NULL } };
	const struct hd_choice *c =
	    d->question < 0
		? ceiling
		: hd_codebook((enum hd_question)d->question)->choices;
	struct hd_tagcount v;
	size_t at = 0, i;

	for (; c != NULL && c->word != NULL; c++) {
		i = find(d, hd_str(c->word));
		if (i == d->n)
			continue;
		v = d->v[i];
		memmove(&d->v[at + 1], &d->v[at], (i - at) * sizeof(v));
		d->v[at++] = v;
	}
}

/* Those that people found and no ticket was tagged with. */
static void
add_said(struct hd_scored *d, struct hd_reviewed *r, struct hd_str said)
{
	struct hd_tagcount *v;

	if (said.p == NULL || hd_str_eq(said, HD_UNCLEAR) ||
	    find(d, said) < d->n)
		return;
	v = hd_arena_alloc(&r->arena, (d->n + 1) * sizeof(*v));
	if (d->n > 0)
		memcpy(v, d->v, d->n * sizeof(*v));
	d->v = v;
	v += d->n++;
	v->value = said;
	v->sum = 0;
	v->n = hd_arena_alloc(&r->arena, (r->nstrata + 1) * sizeof(*v->n));
	memset(v->n, 0, (r->nstrata + 1) * sizeof(*v->n));
}

/* 1; 0 nobody was asked; -1. */
static int
read_dimension(
    struct hd_scorejob *job, int k, struct hd_scored *d, struct hd_err *err)
{
	struct hd_reviewed *r = job->r;
	size_t asked = 0;

	*d = (struct hd_scored){ names[k], k == CEILING ? -1 : k, r, NULL, 0 };
	if (hd_tagcounts(r, job->db, names[k], &d->v, &d->n, err) != 0)
		return -1;
	for (size_t i = 0; i < r->n; i++) {
		asked += hd_scored_people(d, &r->v[i]).p != NULL;
		add_said(d, r, hd_scored_people(d, &r->v[i]));
	}
	rank(d);
	return asked > 0;
}

/* --- the whole --- */

/* name: of a dimension, or NULL where nobody has answered anything. */
static void
nobody(const struct hd_scorejob *job, const char *name)
{
	const char *sample = job->r->sample.name.p;
	struct hd_buf b = HD_BUF_INIT;

	if (name != NULL)
		hd_buf_addf(&b, "nobody was asked for %s in %s", name, sample);
	else
		hd_buf_addf(&b,
		    "nobody has reviewed %s yet; hs-sample list shows the "
		    "samples, --sample names another",
		    sample);
	job->say(job->ctx, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

/* The error that costs money, in words. */
static void
note(struct hd_scorejob *job, const struct hd_scored *d)
{
	struct hd_figure f;

	if (!hd_score_error(job, d, &f) || f.status != HD_ESTIMATED)
		return;
	hd_buf_addf(&job->notes,
	    "%s: %.1f %% of all tickets [%.1f, %.1f], %lld of %lld reviewed\n",
	    d->question == HD_Q_EMOTION ? "high-stakes tagged neutral"
					: "high complexity tagged low",
	    100 * f.estimate, 100 * f.lo, 100 * f.hi, (long long)f.x,
	    (long long)f.n);
}

static bool
reviewed(const struct hd_reviewed *r)
{
	for (int q = 0; q < HD_QUESTIONS; q++)
		if (r->asked[q] > 0)
			return true;
	return false;
}

static int
dimensions(struct hd_scorejob *job, struct hd_table *t, struct hd_err *err)
{
	struct hd_scored d;
	int r = 0;

	if (!reviewed(job->r)) {
		nobody(job, NULL);
		return 0;
	}
	for (int k = 0; k < DIMENSIONS && r >= 0; k++) {
		if (!wanted(job, names[k]))
			continue;
		r = read_dimension(job, k, &d, err);
		if (r == 0)
			nobody(job, names[k]);
		if (r != 1)
			continue;
		note(job, &d);
		if (job->confusion)
			hd_score_confusion(&d, t);
		else
			hd_score_dimension(job, &d, t);
	}
	return r < 0 ? -1 : 0;
}

static size_t
answers(const struct hd_scorejob *job, struct hd_table *t)
{
	size_t n = 0;

	for (size_t i = 0; i < QUESTIONS; i++) {
		if (job->r->asked[questions[i]] == 0 ||
		    !wanted(job, hd_codebook(questions[i])->name))
			continue;
		n++;
		if (t != NULL)
			hd_score_question(job, questions[i], t);
	}
	return n;
}

static int
begin(struct hd_scorejob *job, struct hd_table *t, const char *few,
    struct hd_err *err)
{
	bool people = job->format == HD_FMT_TABLE && job->columns == NULL;

	return hd_table_begin(t, job->out, job->format,
	    job->figures     ? hd_figure_columns
	    : job->confusion ? hd_confusion_columns
			     : hd_score_columns,
	    job->figures     ? 11
	    : job->confusion ? 6
			     : HD_SCORE_COLUMNS,
	    people && !job->confusion ? few : job->columns, true, err);
}

/* A terminal has no room for both kinds of rows in one table. */
static int
two_tables(struct hd_scorejob *job, struct hd_err *err)
{
	struct hd_table t;
	int r = 0, k = 0;

	while (k < DIMENSIONS && !wanted(job, names[k]))
		k++;
	if (k < DIMENSIONS) {
		if (begin(job, &t,
			"tag,tagged,n,prec,p_lo,p_hi,recall,r_lo,r_hi",
			err) != 0)
			return -1;
		job->brief = true;
		r = dimensions(job, &t, err);
		hd_table_end(&t);
	}
	if (job->hidden > 0)
		hd_out_addf(job->out,
		    "and %lld types with fewer than %lld reviewed tickets\n",
		    (long long)job->hidden, (long long)job->least);
	if (r != 0 || answers(job, NULL) == 0)
		return r;
	hd_out_adds(job->out, k < DIMENSIONS ? "\n" : "");
	if (begin(job, &t, "tag,n,share,s_lo,s_hi,status", err) != 0)
		return -1;
	(void)answers(job, &t);
	hd_table_end(&t);
	return 0;
}

int
hd_score(struct hd_scorejob *job, struct hd_err *err)
{
	struct hd_table t;
	int r;

	if (!job->figures && !job->confusion && job->columns == NULL &&
	    job->format == HD_FMT_TABLE)
		return two_tables(job, err);
	if (begin(job, &t, "metric,segment,estimate,lo,hi,n,status", err) != 0)
		return -1;
	r = dimensions(job, &t, err);
	if (r == 0 && !job->confusion)
		(void)answers(job, &t);
	hd_table_end(&t);
	if (job->confusion && job->notes.n > 0 &&
	    (job->format == HD_FMT_TABLE || job->format == HD_FMT_MD))
		hd_out_addf(job->out, "\n%s", hd_buf_cstr(&job->notes));
	return r;
}
