/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a score: see score.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "audit/score.h"

const char *const hd_score_columns[HD_SCORE_COLUMNS] = { "tag", "tagged", "n",
	"right", "unclear", "prec", "p_lo", "p_hi", "recall", "r_lo", "r_hi",
	"f1", "p_min", "p_max", "r_min", "r_max", "share", "s_lo", "s_hi",
	"status" };

static void
put(struct hd_table *t, double v, bool hidden)
{
	if (hidden || isnan(v))
		hd_table_null(t);
	else
		hd_table_real(t, v, 3);
}

static void
put_interval(struct hd_table *t, struct hd_interval i, bool hidden)
{
	bool none = hidden || isnan(i.p);

	put(t, i.p, none);
	put(t, i.lo, none);
	put(t, i.hi, none);
}

static enum hd_status
status(const struct hd_scorejob *job, int64_t n, double p)
{
	if (n < job->least)
		return HD_SUPPRESSED;
	return isnan(p) ? HD_NOT_MEASURABLE : HD_ESTIMATED;
}

static void
list_value(const struct hd_scorejob *job, struct hd_table *t, const char *tag,
    const struct hd_tagscore *s)
{
	enum hd_status st = status(job, s->n, s->precision.p);
	bool hidden = st != HD_ESTIMATED, bounds = !hidden && s->unclear > 0;

	hd_table_cstr(t, tag);
	hd_table_int(t, s->N);
	hd_table_int(t, s->n);
	if (hidden)
		hd_table_null(t);
	else
		hd_table_int(t, s->x);
	hd_table_int(t, s->unclear);
	put_interval(t, s->precision, hidden);
	put_interval(t, s->recall, hidden);
	put(t, s->f1, hidden);
	put(t, s->precision_min, !bounds);
	put(t, s->precision_max, !bounds);
	put(t, s->recall_min, !bounds);
	put(t, s->recall_max, !bounds);
	for (int i = 0; i < 3; i++)
		hd_table_null(t);
	hd_table_cstr(t, hd_status_name(st));
	hd_table_row(t);
}

static void
list_answer(struct hd_table *t, const struct hd_figure *f, int64_t unclear)
{
	bool hidden = f->status != HD_ESTIMATED;

	hd_table_cstr(t, f->segment);
	hd_table_null(t);
	hd_table_int(t, f->n);
	if (hidden)
		hd_table_null(t);
	else
		hd_table_int(t, f->x);
	hd_table_int(t, unclear);
	for (int i = 0; i < 11; i++)
		hd_table_null(t);
	put(t, f->estimate, hidden);
	put(t, f->lo, hidden);
	put(t, f->hi, hidden);
	hd_table_cstr(t, hd_status_name(f->status));
	hd_table_row(t);
}

/* --- figures --- */

static void
figure_value(const struct hd_scorejob *job, struct hd_table *t,
    const char *segment, const struct hd_tagscore *s)
{
	enum hd_status st = status(job, s->n, s->precision.p);
	struct hd_figure f = { "score.precision", segment, s->precision.p,
		s->precision.lo, s->precision.hi, s->x, s->n, s->N, 6, "mover",
		"tag_review", st };
	const struct {
		const char *metric;
		double v;
	} bounds[] = {
		{ "score.precision.min", s->precision_min },
		{ "score.precision.max", s->precision_max },
		{ "score.recall.min", s->recall_min },
		{ "score.recall.max", s->recall_max },
	};

	hd_figure_row(t, &f);
	f = (struct hd_figure){ "score.recall", segment, s->recall.p,
		s->recall.lo, s->recall.hi, s->x, s->x + s->missed,
		(int64_t)(s->tagged.N + s->untagged.N), 6, "mover-r",
		"tag_review", status(job, s->n, s->recall.p) };
	hd_figure_row(t, &f);
	f.metric = "score.f1";
	f.estimate = s->f1;
	f.lo = f.hi = NAN;
	f.method = "point";
	f.status = status(job, s->n, s->f1);
	hd_figure_row(t, &f);
	for (size_t i = 0; i < 4 && s->unclear > 0; i++) {
		f.metric = bounds[i].metric;
		f.estimate = bounds[i].v;
		f.x = -1;
		f.n = s->reviewed + s->unclear;
		f.method = "unclear-bound";
		f.status = status(job, s->n, bounds[i].v);
		hd_figure_row(t, &f);
	}
}

static void
figure_unclear(const struct hd_scored *d, struct hd_table *t)
{
	struct hd_figure f = { "score.unclear", NULL, 0, NAN, NAN, -1, 0,
		d->r->sample.N, 0, "count", "tag_review", HD_MEASURED };
	struct hd_str said;
	char segment[64];

	(void)snprintf(segment, sizeof(segment), "dimension=%s", d->name);
	f.segment = segment;
	for (size_t i = 0; i < d->r->n; i++) {
		said = hd_scored_people(d, &d->r->v[i]);
		f.n += said.p != NULL;
		f.estimate += hd_str_eq(said, HD_UNCLEAR);
	}
	hd_figure_row(t, &f);
}

/* There may be a hundred types, most of them rare. */
static bool
hide(struct hd_scorejob *job, const struct hd_scored *d,
    const struct hd_tagscore *s)
{
	if (!job->brief || s->n >= job->least || d->question != HD_Q_ISSUE)
		return false;
	job->hidden++;
	return true;
}

void
hd_score_dimension(
    struct hd_scorejob *job, const struct hd_scored *d, struct hd_table *t)
{
	struct hd_buf tag = HD_BUF_INIT;
	struct hd_tagscore s;
	struct hd_figure f;

	for (size_t i = 0; i < d->n; i++) {
		hd_scored_value(d, &d->v[i], d->v[i].value, &s);
		if (hd_str_eq(d->v[i].value, "unknown") || hide(job, d, &s))
			continue;
		hd_buf_reset(&tag);
		hd_buf_addf(&tag, "%s%s%s%s", job->figures ? "dimension=" : "",
		    d->name, job->figures ? ",value=" : "=", d->v[i].value.p);
		if (job->figures)
			figure_value(job, t, hd_buf_cstr(&tag), &s);
		else
			list_value(job, t, hd_buf_cstr(&tag), &s);
	}
	if (job->figures) {
		figure_unclear(d, t);
		if (hd_score_error(job, d, &f))
			hd_figure_row(t, &f);
	}
	hd_buf_release(&tag);
}

static void
answer(const struct hd_scorejob *job, struct hd_table *t, enum hd_question q,
    const char *word, int64_t unclear)
{
	const char *name = hd_codebook(q)->name;
	char metric[64], segment[64];
	struct hd_figure f = { metric, segment, NAN, NAN, NAN, 0, 0,
		job->r->sample.N, 6, "mover", "reviewed", HD_ESTIMATED };
	struct hd_estimate e =
	    hd_score_answer(job->r, q, hd_str(word), &f.x, &f.n);

	f.estimate = e.p;
	f.lo = e.lo;
	f.hi = e.hi;
	f.status = status(job, f.n, e.p);
	(void)snprintf(metric, sizeof(metric), "review.%s", name);
	(void)snprintf(segment, sizeof(segment), "%s=%s",
	    job->figures ? "answer" : name, word);
	if (job->figures)
		hd_figure_row(t, &f);
	else
		list_answer(t, &f, unclear);
}

void
hd_score_question(
    const struct hd_scorejob *job, enum hd_question q, struct hd_table *t)
{
	const struct hd_choice *c = hd_codebook(q)->choices;
	int64_t unclear = 0;

	for (size_t i = 0; i < job->r->n; i++)
		unclear += hd_str_eq(job->r->v[i].answer[q], HD_UNCLEAR);
	for (; c->word != NULL; c++)
		if (strcmp(c->word, HD_UNCLEAR) != 0)
			answer(job, t, q, c->word, unclear);
}
