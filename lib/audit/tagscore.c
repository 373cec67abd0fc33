/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How right the machine is: see tagscore.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/tagscore.h"

/* What an unclear answer is taken for. */
enum unclear {
	LEFT_OUT,
	AGAINST,
	FOR,
};

/* The cells of a side: a stratum each, N of the frame, n and x of the review. */
static void
count(const struct hd_reviewed *r, const struct hd_tagask *ask, bool tagged,
    enum unclear as, struct hd_stratum *v)
{
	enum hd_judged says;

	for (size_t h = 0; h < r->nstrata; h++)
		v[h] = (struct hd_stratum){
			.N = (double)(tagged ? ask->N[h]
					     : r->strata[h].N - ask->N[h])
		};
	for (size_t i = 0; i < r->n; i++) {
		says = ask->people(ask->ctx, &r->v[i]);
		if (says == HD_JUDGED_NOTHING ||
		    (says == HD_JUDGED_UNCLEAR && as == LEFT_OUT) ||
		    ask->machine(ask->ctx, &r->v[i]) != tagged)
			continue;
		v[r->v[i].stratum].n++;
		v[r->v[i].stratum].x +=
		    says == HD_JUDGED_YES ||
		    (says == HD_JUDGED_UNCLEAR && as == FOR);
	}
}

static struct hd_estimate
side(const struct hd_reviewed *r, const struct hd_tagask *ask, bool tagged,
    enum unclear as)
{
	struct hd_stratum *v = hd_xcalloc(r->nstrata + 1, sizeof(*v));
	struct hd_estimate e;

	count(r, ask, tagged, as, v);
	e = hd_review_share(v, r->kind, r->nstrata, HD_SHARE_DOMAIN, false);
	free(v);
	return e;
}

/* The side has tickets, and not one of them was reviewed. */
static bool
blind(const struct hd_estimate *e)
{
	return e->N > 0 && !(e->n > 0);
}

static struct hd_interval
precision(const struct hd_estimate *tagged)
{
	struct hd_interval i = { NAN, 0, 1, 1 };

	if (tagged->N > 0 && !blind(tagged))
		i = (struct hd_interval){ tagged->p, tagged->lo, tagged->hi,
			1 };
	return i;
}

static struct hd_interval
recall(const struct hd_estimate *tagged, const struct hd_estimate *untagged)
{
	struct hd_interval i = { NAN, 0, 1, 1 };

	return blind(tagged) || blind(untagged) ? i
						: hd_recall(tagged, untagged);
}

static void
bounds(const struct hd_reviewed *r, const struct hd_tagask *ask,
    struct hd_tagscore *s)
{
	struct hd_estimate low = side(r, ask, true, AGAINST);
	struct hd_estimate high = side(r, ask, true, FOR);
	struct hd_estimate many = side(r, ask, false, FOR);
	struct hd_estimate few = side(r, ask, false, AGAINST);

	s->precision_min = precision(&low).p;
	s->precision_max = precision(&high).p;
	s->recall_min = recall(&low, &many).p;
	s->recall_max = recall(&high, &few).p;
}

static void
tally(const struct hd_reviewed *r, const struct hd_tagask *ask,
    struct hd_tagscore *s)
{
	enum hd_judged says;
	bool tagged;

	for (size_t h = 0; h < r->nstrata; h++)
		s->N += ask->N[h];
	for (size_t i = 0; i < r->n; i++) {
		says = ask->people(ask->ctx, &r->v[i]);
		tagged = ask->machine(ask->ctx, &r->v[i]);
		if (says == HD_JUDGED_UNCLEAR)
			s->unclear++;
		if (says != HD_JUDGED_YES && says != HD_JUDGED_NO)
			continue;
		s->reviewed++;
		s->n += tagged;
		s->x += tagged && says == HD_JUDGED_YES;
		s->missed += !tagged && says == HD_JUDGED_YES;
	}
}

void
hd_tagscore(const struct hd_reviewed *r, const struct hd_tagask *ask,
    struct hd_tagscore *s)
{
	double p;

	memset(s, 0, sizeof(*s));
	tally(r, ask, s);
	s->tagged = side(r, ask, true, LEFT_OUT);
	s->untagged = side(r, ask, false, LEFT_OUT);
	s->precision = precision(&s->tagged);
	s->recall = recall(&s->tagged, &s->untagged);
	p = s->precision.p + s->recall.p;
	s->f1 = p > 0 ? 2 * s->precision.p * s->recall.p / p : NAN;
	bounds(r, ask, s);
}

int
hd_tagcounts(struct hd_reviewed *r, struct hd_db *db, const char *dimension,
    struct hd_tagcount **v, size_t *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/tag_counts", err);
	struct hd_tagcount *list = NULL, *c = NULL;
	struct hd_str value;
	size_t cap = 0;
	int64_t h;
	int got;

	*n = 0;
	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, r->sample.id);
	hd_bind_text(st, 2, hd_str(dimension));
	while ((got = hd_stmt_step(st, err)) == 1) {
		value = hd_col_text(st, 0);
		if (c == NULL || !hd_str_same(c->value, value)) {
			list = hd_grow(list, &cap, *n + 1, sizeof(*list));
			c = &list[(*n)++];
			c->value = hd_str_keep(&r->arena, value);
			c->n = hd_arena_alloc(
			    &r->arena, (r->nstrata + 1) * sizeof(*c->n));
			memset(c->n, 0, (r->nstrata + 1) * sizeof(*c->n));
			c->sum = 0;
		}
		h = hd_col_int(st, 1);
		if (h >= 0 && (size_t)h < r->nstrata) {
			c->n[h] = hd_col_int(st, 2);
			c->sum += c->n[h];
		}
	}
	hd_stmt_close(st);
	*v = hd_arena_alloc(&r->arena, (*n + 1) * sizeof(**v));
	if (*n > 0)
		memcpy(*v, list, *n * sizeof(*list));
	free(list);
	return got;
}
