/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What machine and people say of a dimension: see score.h. */
#include <stdlib.h>

#include "audit/score.h"

struct hd_str
hd_scored_machine(const struct hd_scored *d, const struct hd_reviewed_ticket *t)
{
	if (d->question < 0)
		return d->r->strata[t->stratum].ceiling;
	return t->machine[d->question].p != NULL ? t->machine[d->question]
						 : hd_str("unknown");
}

struct hd_str
hd_scored_people(const struct hd_scored *d, const struct hd_reviewed_ticket *t)
{
	static const char *const words[] = { [HD_JUDGED_NO] = "no",
		[HD_JUDGED_YES] = "yes",
		[HD_JUDGED_UNCLEAR] = HD_UNCLEAR };

	if (d->question >= 0)
		return t->answer[d->question];
	return t->judged == HD_JUDGED_NOTHING ? (struct hd_str){ NULL, 0 }
					      : hd_str(words[t->judged]);
}

struct pair {
	const struct hd_scored *d;
	struct hd_str tagged, said;
};

static bool
machine_says(const void *ctx, const struct hd_reviewed_ticket *t)
{
	const struct pair *p = ctx;

	return hd_str_same(hd_scored_machine(p->d, t), p->tagged);
}

static enum hd_judged
people_say(const void *ctx, const struct hd_reviewed_ticket *t)
{
	const struct pair *p = ctx;
	struct hd_str said = hd_scored_people(p->d, t);

	if (said.p == NULL)
		return HD_JUDGED_NOTHING;
	if (hd_str_eq(said, HD_UNCLEAR))
		return HD_JUDGED_UNCLEAR;
	return hd_str_same(said, p->said) ? HD_JUDGED_YES : HD_JUDGED_NO;
}

void
hd_scored_value(const struct hd_scored *d, const struct hd_tagcount *v,
    struct hd_str said, struct hd_tagscore *s)
{
	struct pair p = { d, v->value, said };
	struct hd_tagask ask = { machine_says, people_say, &p, v->n };

	hd_tagscore(d->r, &ask, s);
}

static bool
answered_any(const struct hd_reviewed_ticket *t)
{
	for (int q = 0; q < HD_QUESTIONS; q++)
		if (t->answer[q].p != NULL)
			return true;
	return false;
}

/*
 * A question is put to some tickets: of each stratum those N a/m that the share
 * a of m reviewed tickets with an answer to it, unclear or not, stands for.
 */
struct hd_estimate
hd_score_answer(const struct hd_reviewed *r, enum hd_question q,
    struct hd_str answer, int64_t *x, int64_t *n)
{
	struct hd_stratum *v = hd_xcalloc(r->nstrata + 1, sizeof(*v));
	double *reviewed = hd_xcalloc(r->nstrata + 1, sizeof(*reviewed));
	const struct hd_reviewed_ticket *t;
	struct hd_estimate e;

	*x = *n = 0;
	for (size_t i = 0; i < r->n; i++) {
		t = &r->v[i];
		reviewed[t->stratum] += answered_any(t);
		if (t->answer[q].p == NULL)
			continue;
		v[t->stratum].N++;
		if (hd_str_eq(t->answer[q], HD_UNCLEAR))
			continue;
		v[t->stratum].n++;
		v[t->stratum].x += hd_str_same(t->answer[q], answer);
		*x += hd_str_same(t->answer[q], answer);
		++*n;
	}
	for (size_t h = 0; h < r->nstrata; h++)
		if (reviewed[h] > 0)
			v[h].N *= (double)r->strata[h].N / reviewed[h];
	e = hd_review_share(v, r->kind, r->nstrata, HD_SHARE_DOMAIN, false);
	free(v);
	free(reviewed);
	return e;
}

/* Of all tickets of the frame those that are tagged one value and are another. */
bool
hd_score_error(const struct hd_scorejob *job, const struct hd_scored *d,
    struct hd_figure *f)
{
	static const struct {
		int question;
		const char *tagged, *is, *metric, *segment;
	} errors[] = {
		{ HD_Q_COMPLEXITY, "low", "high", "score.high_tagged_low",
		    "dimension=complexity" },
		{ HD_Q_EMOTION, "neutral", "high-stakes",
		    "score.high_stakes_tagged_neutral", "dimension=emotion" },
	};
	int e = d->question == HD_Q_COMPLEXITY ? 0
		: d->question == HD_Q_EMOTION  ? 1
					       : -1;
	struct hd_tagscore s;
	double share;
	size_t m = 0;

	while (
	    e >= 0 && m < d->n && !hd_str_eq(d->v[m].value, errors[e].tagged))
		m++;
	if (e < 0 || m == d->n)
		return false;
	hd_scored_value(d, &d->v[m], hd_str(errors[e].is), &s);
	share = (double)s.N / (double)d->r->sample.N;
	*f = (struct hd_figure){ errors[e].metric, errors[e].segment,
		s.precision.p * share, s.precision.lo * share,
		s.precision.hi * share, s.x, s.n, d->r->sample.N, 6, "mover",
		"tag_review", s.n < job->least ? HD_SUPPRESSED : HD_ESTIMATED };
	return true;
}
