/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging a selection from reading to storing: see tagall.h. */
#include "audit/tagall.h"
#include "audit/regroup.h"
#include "audit/tagrun.h"
#include "store/select.h"
#include "store/tagging.h"

struct state {
	struct hd_tagall *t;
	struct hd_tagger_out *out;
	struct hd_answers_out *answers; /* NULL: they are stored already */
};

static int
store_row(void *arg, const struct hd_tagrow *row, struct hd_err *err)
{
	struct state *s = arg;
	struct hd_tagrow r = *row;

	r.ruleset = s->t->ruleset;
	if (hd_tagger_put(s->out, &r, err) != 0)
		return -1;
	if (s->answers == NULL) {
		s->t->again_tagged++;
		return 0;
	}
	s->t->tagged++;
	if (s->t->at != NULL)
		s->t->at(s->t->ctx, (size_t)s->t->tagged);
	return hd_answers_put(s->answers, &r.answer, err);
}

/* Tag what is selected; answers that are stored are facts then. */
static int
pass(struct hd_tagall *t, bool grouped, struct hd_err *err)
{
	struct state s = { t, NULL, NULL };
	struct hd_tagrun run = { .db = t->db,
		.rs = t->set->rs,
		.models = t->set->models,
		.languages = t->languages,
		.jobs = t->jobs,
		.clusters = grouped ? t->ruleset : 0,
		.done = store_row,
		.ctx = &s };
	int r = -1;

	s.out = hd_tagger_out_new(t->db, err);
	if (!grouped)
		s.answers = hd_answers_out_new(t->db, t->ruleset, err);
	if (s.out != NULL && (grouped || s.answers != NULL))
		r = hd_tagrun(&run, err);
	hd_tagger_out_free(s.out);
	hd_answers_out_free(s.answers);
	if (!grouped)
		t->gave_up = run.gave_up;
	return r;
}

int
hd_tagall(struct hd_tagall *t, struct hd_err *err)
{
	bool grouped;

	t->tagged = t->again_tagged = 0;
	if (hd_tagset_save(t->set, t->db, &t->ruleset, err) != 0 ||
	    hd_sel_count(t->db, &t->selected, err) != 0 ||
	    (!t->again && hd_sel_untagged(t->db, t->ruleset, err) != 0) ||
	    pass(t, false, err) != 0 ||
	    hd_answers_grouped(t->db, t->ruleset, &grouped, err) != 0)
		return -1;
	if (grouped && t->tagged == 0)
		return 0;
	return hd_regroup(t->db, t->set->rs, t->ruleset, err) == 0
		   ? pass(t, true, err)
		   : -1;
}
