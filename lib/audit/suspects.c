/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that are probably wrong: see suspects.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/eachlabel.h"
#include "audit/lesson.h"
#include "audit/suspects.h"
#include "learn/suspect.h"

const char *const hd_suspect_columns[HD_SUSPECT_COLUMNS] = { "key", "dimension",
	"label", "model", "p_label", "p_model", "score", "suspect" };

#define SEED 1 /* of the folds */

/* The questions whose answers are labels, in the order of the sheet. */
static const char *const questions[] = { "complexity", "emotion", "pattern",
	"issue" };

struct ranked {
	struct hd_suspect s;
	size_t i; /* of the corpus */
};

/* The most suspicious first; equals stay in the order of keys. */
static int
by_score(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->s.score != y->s.score)
		return x->s.score < y->s.score ? 1 : -1;
	return (x->i > y->i) - (x->i < y->i);
}

static size_t
rank(const struct hd_lesson *l, struct ranked *v, size_t *wrong)
{
	size_t n = 0, docs = l->c->n;
	struct hd_suspect *s = hd_xcalloc(docs + 1, sizeof(*s));

	hd_suspects(l->l.spread, l->labels, docs, l->c->nclasses, s);
	for (size_t i = 0; i < docs; i++)
		if (s[i].model >= 0) {
			v[n++] = (struct ranked){ s[i], i };
			*wrong += s[i].wrong;
		}
	qsort(v, n, sizeof(*v), by_score);
	free(s);
	return n;
}

static void
print(const struct hd_suspectjob *job, const struct hd_lesson *l)
{
	const struct hd_labelled *c = l->c;
	struct ranked *v = hd_xcalloc(c->n + 1, sizeof(*v));
	size_t wrong = 0, n = rank(l, v, &wrong);
	struct hd_table *t = job->t;
	const double *p;

	for (size_t r = 0; r < n && (job->top == 0 || r < job->top); r++) {
		p = l->l.spread + v[r].i * c->nclasses;
		hd_table_text(t, c->v[v[r].i].key);
		hd_table_cstr(t, c->dimension);
		hd_table_cstr(t, c->v[v[r].i].value);
		hd_table_cstr(t, c->classes[v[r].s.model]);
		hd_table_real(t, p[c->v[v[r].i].label], 4);
		hd_table_real(t, p[v[r].s.model], 4);
		hd_table_real(t, v[r].s.score, 6);
		hd_table_cstr(t, v[r].s.wrong ? "yes" : "no");
		hd_table_row(t);
	}
	if (job->said != NULL)
		job->said(job->ctx, c->dimension, n, wrong);
	free(v);
}

static int
judge(struct hd_suspectjob *job, struct hd_labelled *c, struct hd_err *err)
{
	struct hd_lesson l;
	int r;

	memset(&l, 0, sizeof(l));
	l.c = c;
	r = hd_lesson_fit(&l, SEED, job->jobs, true, err);
	if (r == 0)
		print(job, &l);
	else
		(void)hd_err_in(err, "%s", c->dimension);
	hd_lesson_release(&l);
	return r;
}

struct looking {
	struct hd_suspectjob *job;
	bool quiet; /* it is no matter that nobody gave such labels */
};

static int
one(void *ctx, const char *dimension, struct hd_err *err)
{
	const struct looking *at = ctx;
	struct hd_suspectjob *job = at->job;
	struct hd_labelled c;
	int r;

	r = hd_labelled_read(
	    &c, job->db, job->rs, job->languages, dimension, job->sample, err);
	if (r == 0 && c.n == 0 && !at->quiet)
		r = hd_err_set(err, HD_EUSAGE,
		    "nobody labelled '%s' among these tickets", dimension);
	else if (r == 0 && c.n > 0 && !hd_lesson_enough(&c))
		r = hd_err_set(err, HD_EDATA,
		    "%s: too few labels: %zu of %zu classes", dimension, c.n,
		    c.nclasses);
	else if (r == 0 && c.n > 0)
		r = judge(job, &c, err);
	hd_labelled_release(&c);
	return r;
}

int
hd_suspects_list(struct hd_suspectjob *job, const char *const *dimensions,
    size_t n, struct hd_err *err)
{
	struct looking at = { job, n == 0 };
	struct hd_eachlabel each = { .db = job->db,
		.one = one,
		.warn = job->warn,
		.ctx = &at,
		.warn_ctx = job->ctx };
	bool asked = n == 0 && job->sample > 0;
	int r = hd_eachlabel(
	    &each, asked ? questions : dimensions, asked ? 4 : n, err);

	job->dimensions = each.dimensions;
	return r;
}
