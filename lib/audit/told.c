/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags that are known without the rules: see told.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/told.h"
#include "base/mem.h"

void
hd_told_init(struct hd_told *k, const struct hd_ruleset *rs)
{
	memset(k, 0, sizeof(*k));
	k->rs = rs;
	k->deaf = -1;
	k->given = hd_xcalloc(rs->ndims, sizeof(*k->given));
	hd_jgen_init(&k->gen, false);
}

void
hd_told_release(struct hd_told *k)
{
	hd_modellane_free(k->lane);
	free(k->given);
	hd_jgen_release(&k->gen);
	hd_buf_release(&k->json);
}

void
hd_told_use(struct hd_told *k, const struct hd_modelset *models)
{
	hd_modellane_free(k->lane);
	k->lane = hd_modellane_new(models);
}

void
hd_told_ask(struct hd_told *k, const struct hd_subject *s,
    const struct hd_tags *tags, const struct hd_thread *th, enum hd_stage stage,
    int64_t answer, int readable)
{
	k->ngiven = k->nguesses = 0;
	if (k->lane == NULL)
		return;
	k->tags = tags;
	k->nguesses = hd_modellane_ask(
	    k->lane, s, tags, th->ticket, stage, answer, readable, &k->guesses);
	k->ngiven =
	    hd_modellane_give(k->lane, k->guesses, k->nguesses, k->given);
	for (size_t i = 0; i < k->ngiven; i++)
		if (k->given[i].dim == k->deaf) {
			k->given[i] = k->given[--k->ngiven];
			break;
		}
}

/* Instead of what is given for that dimension, or beside the others. */
static void
give(struct hd_told *k, struct hd_given g)
{
	size_t i = 0;

	while (i < k->ngiven && k->given[i].dim != g.dim)
		i++;
	k->given[i] = g;
	if (i == k->ngiven)
		k->ngiven++;
}

void
hd_told_override(struct hd_told *k, const struct hd_thread *th)
{
	const struct hd_override *o;
	int dim, v;

	for (size_t i = 0; i < th->noverrides; i++) {
		o = &th->overrides[i];
		dim = hd_ruleset_dim(k->rs, o->dimension.p);
		v = dim < 0 || o->value.p == NULL
			? -1
			: hd_ruleset_value(k->rs, dim, o->value.p);
		if (v >= 0 || (dim >= 0 && o->value.p == NULL))
			give(
			    k, (struct hd_given){ dim, v, HD_BY_MANUAL, true });
	}
}

struct hd_str
hd_told_json(struct hd_told *k)
{
	const struct hd_modelguess *g;
	const struct hd_dim *d;
	char p[32];

	if (k->nguesses == 0)
		return (struct hd_str){ NULL, 0 };
	hd_jgen_obj(&k->gen);
	for (size_t i = 0; i < k->nguesses; i++) {
		g = &k->guesses[i];
		d = &k->rs->dims[g->dim];
		hd_jgen_cstr(&k->gen, d->name);
		hd_jgen_arr(&k->gen);
		if (g->value < 0)
			hd_jgen_null(&k->gen);
		else
			hd_jgen_cstr(&k->gen, d->values[g->value]);
		(void)snprintf(p, sizeof(p), "%.4f", g->p);
		hd_jgen_num(&k->gen, hd_str(p));
		hd_jgen_endarr(&k->gen);
	}
	hd_jgen_endobj(&k->gen);
	hd_buf_reset(&k->json);
	hd_jgen_take(&k->gen, &k->json);
	return hd_buf_str(&k->json);
}
