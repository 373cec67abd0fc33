/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a model says of a document: see model.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "learn/model_int.h"

struct hd_scratch *
hd_scratch_new(void)
{
	return hd_xcalloc(1, sizeof(struct hd_scratch));
}

void
hd_scratch_free(struct hd_scratch *s)
{
	if (s == NULL)
		return;
	hd_grams_release(&s->grams);
	free(s->items);
	free(s->part);
	free(s->z);
	free(s);
}

/* The items of what was cut, at s->part, and after those of the whole. */
static size_t
take(const struct hd_model *m, struct hd_scratch *s)
{
	size_t n;

	s->part =
	    hd_grow(s->part, &s->partcap, s->grams.n + 1, sizeof(*s->part));
	n = hd_bag(&s->grams, &m->space.keys, s->part);
	s->items = hd_grow(s->items, &s->cap, s->n + n + m->space.ncounts + 1,
	    sizeof(*s->items));
	for (size_t i = 0; i < n; i++)
		s->items[s->n++] = s->part[i];
	return n;
}

/* One part: its items go to the whole; its scores count where they are higher. */
static void
score_part(const struct hd_model *m, struct hd_scratch *s, struct hd_str text)
{
	double *best = s->z + m->heads, *z = s->z + 2 * m->heads;
	size_t n;

	hd_grams_cut(&s->grams, text);
	n = take(m, s);
	if (!m->apart)
		return;
	n = hd_space_vector(&m->space, s->part, n, NULL);
	hd_model_plane(m, 1, s->part, n, z);
	for (size_t h = 0; h < m->heads; h++)
		best[h] = fmax(best[h], z[h]);
}

void
hd_model_score(
    const struct hd_model *m, struct hd_scratch *s, const struct hd_shown *d)
{
	size_t n;

	s->n = 0;
	s->z = hd_grow(s->z, &s->zcap, 3 * m->heads, sizeof(*s->z));
	s->items =
	    hd_grow(s->items, &s->cap, m->space.ncounts + 1, sizeof(*s->items));
	for (size_t h = 0; h < m->heads; h++)
		s->z[m->heads + h] = -INFINITY;
	for (size_t p = 0; p < d->nparts; p++)
		score_part(m, s, d->parts[p]);
	hd_grams_tags(&s->grams, d->tags, d->ntags);
	(void)take(m, s);
	if (m->apart && d->nparts == 0)
		hd_model_plane(m, 1, NULL, 0, s->z + m->heads);
	n = hd_bag_sum(s->items, s->n);
	s->n = hd_space_vector(&m->space, s->items, n, d->counts);
	hd_model_plane(m, 0, s->items, s->n, s->z);
}

void
hd_model_guess(const struct hd_model *m, struct hd_scratch *s,
    const struct hd_shown *d, struct hd_guess *guess)
{
	hd_model_score(m, s, d);
	hd_model_decide(m, s->z, guess);
}
