/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tagger found as a row to store: see tagger_int.h. */
#include "audit/tagger_int.h"

/* Is its column all there is to it?  Issues are listed beside theirs. */
static bool
in_column(const struct hd_tagger *t, int dim)
{
	for (int c = 0; c < HD_CORES; c++)
		if (c != HD_CORE_ISSUE && t->core[c] == dim)
			return true;
	return false;
}

/* {"system":["payment"],...}: every dimension with a value, but for those. */
static void
many(struct hd_tagger *t)
{
	const struct hd_dim *d;

	hd_jgen_obj(&t->gen);
	for (size_t i = 0; i < t->rs->ndims; i++) {
		d = &t->rs->dims[i];
		if (t->tags.nvalues[i] == 0 ||
		    (!d->many && in_column(t, (int)i)))
			continue;
		hd_jgen_cstr(&t->gen, d->name);
		hd_jgen_arr(&t->gen);
		for (size_t k = 0; k < t->tags.nvalues[i]; k++)
			hd_jgen_cstr(&t->gen, d->values[t->tags.values[i][k]]);
		hd_jgen_endarr(&t->gen);
	}
	hd_jgen_endobj(&t->gen);
	hd_buf_reset(&t->many);
	hd_jgen_take(&t->gen, &t->many);
}

static int
stored_by(int by)
{
	switch (by) {
	case HD_BY_NONE:
		return HD_TAG_BY_NONE;
	case HD_BY_MODEL:
		return HD_TAG_BY_MODEL;
	case HD_BY_MANUAL:
		return HD_TAG_BY_MANUAL;
	default:
		return by;
	}
}

static void
fill(struct hd_tagger *t, const struct hd_thread *th, struct hd_tagrow *row)
{
	int d;

	row->ticket = th->ticket;
	row->rev = th->rev;
	row->readable = t->readable;
	row->language = th->language.p == NULL && t->language[0] != '\0'
			    ? hd_str(t->language)
			    : (struct hd_str){ NULL, 0 };
	row->path = t->route.path;
	row->path_basis = t->route.basis;
	row->handoff_at = t->route.handoff_at;
	row->handoff_message = t->route.handoff;
	row->handoff_basis = t->route.handoff_basis;
	for (int c = 0; c < HD_CORES; c++) {
		d = t->core[c];
		row->one[c] = d < 0 ? -1 : t->tags.one[d];
		row->by[c] = d < 0 ? HD_TAG_BY_NONE : stored_by(t->tags.by[d]);
		row->open[c] = d < 0 || t->whole ? -1 : t->open.one[d];
	}
	row->many = hd_buf_str(&t->many);
	row->guess = hd_told_json(&t->told);
}

static void
keep(struct hd_arena *arena, struct hd_str *s)
{
	if (s->p != NULL)
		s->p = hd_arena_memdup(arena, s->p, s->n);
}

void
hd_tagger_row(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row)
{
	many(t);
	fill(t, th, row);
	if (arena != NULL) {
		keep(arena, &row->many);
		keep(arena, &row->guess);
		keep(arena, &row->language);
	}
}
