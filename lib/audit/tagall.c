/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging a selection from reading to storing: see tagall.h. */
#include "audit/tagall.h"
#include "audit/tagrun.h"
#include "store/select.h"
#include "store/tagging.h"

struct state {
	struct hd_tagall *t;
	struct hd_tagger_out *out;
};

static int
store_row(void *arg, const struct hd_tagrow *row, struct hd_err *err)
{
	struct state *s = arg;
	struct hd_tagrow r = *row;

	r.ruleset = s->t->ruleset;
	s->t->tagged++;
	if (s->t->at != NULL)
		s->t->at(s->t->ctx, (size_t)s->t->tagged);
	return hd_tagger_put(s->out, &r, err);
}

int
hd_tagall(struct hd_tagall *t, struct hd_err *err)
{
	struct state s = { t, NULL };
	struct hd_tagrun run = { .db = t->db,
		.rs = t->set->rs,
		.models = t->set->models,
		.languages = t->languages,
		.jobs = t->jobs,
		.done = store_row,
		.ctx = &s };
	int r;

	t->tagged = 0;
	if (hd_tagset_save(t->set, t->db, &t->ruleset, err) != 0 ||
	    hd_sel_count(t->db, &t->selected, err) != 0 ||
	    (!t->again && hd_sel_untagged(t->db, t->ruleset, err) != 0))
		return -1;
	s.out = hd_tagger_out_new(t->db, err);
	r = s.out != NULL ? hd_tagrun(&run, err) : -1;
	hd_tagger_out_free(s.out);
	t->gave_up = run.gave_up;
	return r;
}
