/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales of surveys: see survey.h. */
#include <string.h>

#include "base/num.h"
#include "ingest/survey.h"

struct word {
	const char *scale, *raw;
	double value;
	bool satisfied;
};

/* Scales whose answers are words, or numbers that are codes. */
static const struct word words[] = {
	{ "good-bad", "good", 1, true },
	{ "good-bad", "bad", 0, false },
	{ "great-okay-not good", "great", 1, true },
	{ "great-okay-not good", "okay", 0.5, false },
	{ "great-okay-not good", "ok", 0.5, false },
	{ "great-okay-not good", "not good", 0, false },
	{ "great-okay-not good", "not_good", 0, false },
	{ "freshdesk", "103", 1, true },
	{ "freshdesk", "102", 5.0 / 6, true },
	{ "freshdesk", "101", 4.0 / 6, true },
	{ "freshdesk", "100", 3.0 / 6, false },
	{ "freshdesk", "-101", 2.0 / 6, false },
	{ "freshdesk", "-102", 1.0 / 6, false },
	{ "freshdesk", "-103", 0, false },
	{ "freshdesk-classic", "1", 1, true },
	{ "freshdesk-classic", "2", 0.5, false },
	{ "freshdesk-classic", "3", 0, false },
};

/* "1-5": the worst and the best answer. */
static bool
ends(struct hd_str scale, double *worst, double *best)
{
	const char *dash =
	    scale.n > 1 ? memchr(scale.p + 1, '-', scale.n - 1) : NULL;
	size_t at = dash != NULL ? (size_t)(dash - scale.p) : 0;

	if (hd_str_eq(scale, "7-agree")) {
		*worst = 1;
		*best = 7;
		return true;
	}
	return dash != NULL &&
	       hd_num_real((struct hd_str){ scale.p, at }, worst) &&
	       hd_num_real(
		   (struct hd_str){ dash + 1, scale.n - at - 1 }, best) &&
	       *worst != *best;
}

bool
hd_scale_known(struct hd_str scale)
{
	double worst, best;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_eq(scale, words[i].scale))
			return true;
	return ends(scale, &worst, &best);
}

static bool
unanswered(struct hd_str raw)
{
	static const char *const none[] = { "offered", "unoffered",
		"not offered", "not rated", "-", "null" };

	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (hd_str_ieq(raw, none[i]))
			return true;
	return raw.n == 0;
}

/* The top two of five and more answers, the best of fewer. */
static bool
near_best(double score, double worst, double best)
{
	double step = best > worst ? 1 : -1;
	double top = (best - worst) * step >= 4 ? best - step : best;

	/* agreement is the upper three of seven */
	if (worst == 1 && best == 7)
		top = 5;
	return (score - top) * step >= 0;
}

int
hd_score_read(struct hd_str scale, struct hd_str raw, struct hd_score *s,
    struct hd_err *err)
{
	double worst, best;

	raw = hd_str_trim(raw);
	if (unanswered(raw))
		return 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_eq(scale, words[i].scale) &&
		    hd_str_ieq(raw, words[i].raw)) {
			s->value = words[i].value;
			s->satisfied = words[i].satisfied;
			if (!hd_num_real(raw, &s->score))
				s->score = s->value;
			return 1;
		}
	if (!ends(scale, &worst, &best) || !hd_num_real(raw, &s->score) ||
	    (s->score - worst) * (s->score - best) > 0)
		return hd_err_set(err, HD_EDATA,
		    "'%.*s' is no answer on the scale '%.*s'",
		    (int)(raw.n < 40 ? raw.n : 40), raw.p,
		    (int)(scale.n < 40 ? scale.n : 40), scale.p);
	s->value = (s->score - worst) / (best - worst);
	s->satisfied = near_best(s->score, worst, best);
	return 1;
}

int
hd_survey_fill(struct hd_rec *r, const char *kind, struct hd_str scale,
    struct hd_str raw, struct hd_err *err)
{
	struct hd_score s;
	int any = hd_score_read(scale, raw, &s, err);

	if (any <= 0)
		return any;
	hd_rec_text(r, HD_SU_KIND, hd_str(kind));
	hd_rec_text(r, HD_SU_SCALE, scale);
	hd_rec_text(r, HD_SU_RAW, hd_str_trim(raw));
	hd_rec_real(r, HD_SU_SCORE, s.score);
	hd_rec_real(r, HD_SU_VALUE, s.value);
	hd_rec_int(r, HD_SU_SATISFIED, s.satisfied);
	return 1;
}
