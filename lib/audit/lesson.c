/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping what was learned: see lesson.h. */
#include <math.h>
#include <stdio.h>

#include "audit/lesson.h"
#include "base/hash.h"
#include "store/model.h"

static void
put_number(struct hd_jgen *g, const char *name, double v)
{
	char digits[40];

	hd_jgen_cstr(g, name);
	if (!isfinite(v)) {
		hd_jgen_null(g);
		return;
	}
	(void)snprintf(digits, sizeof(digits), "%.6f", v);
	hd_jgen_num(g, hd_str(digits));
}

static void
put_count(struct hd_jgen *g, const char *name, size_t v)
{
	hd_jgen_cstr(g, name);
	hd_jgen_int(g, (int64_t)v);
}

/* Where the model comes from, for whoever doubts it. */
static void
provenance(
    const struct hd_learnjob *job, const struct hd_lesson *s, struct hd_buf *b)
{
	char hash[HD_SHA256_HEX];
	struct hd_jgen g;

	hd_ruleset_hash(job->rs, hash);
	hd_jgen_init(&g, false);
	hd_jgen_obj(&g);
	put_count(&g, "labels", s->l.docs);
	put_count(&g, "other", s->l.none);
	put_count(&g, "groups", s->l.groups);
	put_count(&g, "classes", s->c->nclasses);
	put_count(&g, "folds", s->l.folds);
	put_count(&g, "features", s->l.features);
	put_count(&g, "seed", (size_t)job->seed);
	hd_jgen_cstr(&g, "rules");
	hd_jgen_cstr(&g, hash);
	put_number(&g, "kappa_rules", s->kappa.a);
	put_number(&g, "kappa_model", s->kappa.b);
	put_number(&g, "gain", s->kappa.diff);
	put_number(&g, "gain_lo", s->kappa.lo);
	put_number(&g, "gain_hi", s->kappa.hi);
	put_number(&g, "unsure_below", hd_model_low(s->l.model));
	hd_jgen_endobj(&g);
	hd_jgen_take(&g, b);
	hd_jgen_release(&g);
}

/* Two dimensions with the same labels learn the same. */
static void
name_model(const char *dimension, struct hd_str bytes, char *hash)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s\n", dimension);
	hd_buf_add(&b, bytes.p, bytes.n);
	hd_sha256_hex(hd_buf_str(&b), hash);
	hd_buf_release(&b);
}

int
hd_lesson_store(const struct hd_learnjob *job, const struct hd_lesson *s,
    struct hd_err *err)
{
	struct hd_buf bytes = HD_BUF_INIT, from = HD_BUF_INIT;
	const struct hd_labelled *c = s->c;
	const struct hd_guess *g;
	char hash[HD_SHA256_HEX];
	struct hd_model_row row = { .hash = hash, .dimension = c->dimension };
	int64_t id = 0;
	int r;

	hd_model_save(s->l.model, &bytes);
	row.bytes = hd_buf_str(&bytes);
	name_model(c->dimension, row.bytes, hash);
	provenance(job, s, &from);
	r = hd_model_put(job->db, &row, hd_buf_str(&from), &id, err);
	for (size_t i = 0; i < c->n && r == 0; i++) {
		g = &s->l.guesses[i];
		if (g->cls < 0)
			continue;
		r = hd_guess_put(job->db, id,
		    &(struct hd_guess_row){ c->v[i].ticket, g->fold,
			hd_str(c->classes[g->cls]), g->p, !g->low },
		    err);
	}
	hd_buf_release(&bytes);
	hd_buf_release(&from);
	return r;
}
