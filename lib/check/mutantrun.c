/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running tests over mutants: see mutant.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "check/mutant.h"
#include "check/retext.h"
#include "check/testrun.h"
#include "rules/catalogue.h"

enum fate {
	UNKNOWN, /* not valid: no mistake of this kind can be made here */
	SURVIVED,
	SAME,
	KILLED,
};

struct item {
	enum fate fate;
	struct hd_place at;
	const char *rule, *what;
	size_t alternative;
};

struct hd_mutation_run {
	struct hd_arena arena;
	struct hd_map known; /* place and mistake -> items */
	struct item *items;
	size_t n, cap;
};

struct hd_mutation_run *
hd_mutation_run_new(void)
{
	return hd_xcalloc(1, sizeof(struct hd_mutation_run));
}

void
hd_mutation_run_free(struct hd_mutation_run *r)
{
	if (r == NULL)
		return;
	hd_map_release(&r->known);
	hd_arena_release(&r->arena);
	free(r->items);
	free(r);
}

static enum hd_outcome
run_case(struct hd_testrun *t, const struct hd_case *c)
{
	if (c->kind == HD_CASE_JOURNEY)
		return hd_test_journey(t, c, NULL, NULL, NULL);
	return hd_test_case(t, c, NULL, NULL, NULL);
}

/* Does a test that passed not pass any more?  was has what came of each. */
static int
noticed(const struct hd_ruleset *rs, const enum hd_outcome *was, bool *yes,
    struct hd_err *err)
{
	struct hd_testrun t;

	*yes = false;
	if (hd_testrun_open(&t, rs, err) < 0)
		return -1;
	for (size_t i = 0; i < rs->ncases && !*yes; i++)
		*yes = was[i] == HD_PASSED &&
		       run_case(&t, &rs->cases[i]) != HD_PASSED;
	hd_testrun_close(&t);
	return 0;
}

static int
try_mutant(struct hd_retext *s, const char *name, const struct hd_ruleset *rs,
    const struct hd_mutant *m, const enum hd_outcome *was, enum fate *fate,
    struct hd_err *err)
{
	struct hd_ruleset *changed = NULL;
	struct hd_rulesrc src = hd_retext_source(s);
	struct hd_buf text = HD_BUF_INIT;
	struct hd_err bad = HD_ERR_INIT;
	bool yes = false;
	int st = 0;

	hd_mutant_text(rs, m, &text);
	s->changed = rs->files[m->file].name;
	s->text = hd_buf_str(&text);
	*fate = UNKNOWN;
	if (hd_ruleset_load(&changed, &src, name, &bad) == 0) {
		st = noticed(changed, was, &yes, err);
		*fate = yes				 ? KILLED
			: hd_mutant_same(rs, changed, m) ? SAME
							 : SURVIVED;
	} else if (strstr(bad.msg, "[R501]") != NULL) {
		*fate = KILLED; /* a test names what is gone */
	}
	hd_ruleset_free(changed);
	hd_buf_release(&text);
	return st;
}

static struct item *
item_of(struct hd_mutation_run *r, const struct hd_ruleset *rs,
    const struct hd_mutant *m)
{
	struct hd_buf key = HD_BUF_INIT;
	int64_t *at;
	struct item *it;

	hd_ruleset_where(rs, m->pos, &key);
	hd_buf_addf(&key, " %s", m->what);
	at = hd_map_put(&r->known, hd_buf_str(&key), -1);
	hd_buf_release(&key);
	if (*at >= 0)
		return &r->items[*at];
	*at = (int64_t)r->n;
	r->items = hd_grow(r->items, &r->cap, r->n + 1, sizeof(*r->items));
	it = &r->items[r->n++];
	*it = (struct item){ .at = hd_ruleset_place(rs, m->pos, 0),
		.alternative = m->alternative };
	it->at.file =
	    hd_arena_memdup(&r->arena, it->at.file, strlen(it->at.file));
	it->rule = hd_arena_memdup(&r->arena, m->rule->id, strlen(m->rule->id));
	it->what = hd_arena_memdup(&r->arena, m->what, strlen(m->what));
	return it;
}

/* What comes of each test without a mistake. */
static int
outcomes(const struct hd_ruleset *rs, enum hd_outcome *was, struct hd_err *err)
{
	struct hd_testrun t;

	if (hd_testrun_open(&t, rs, err) < 0)
		return -1;
	for (size_t i = 0; i < rs->ncases; i++)
		was[i] = run_case(&t, &rs->cases[i]);
	hd_testrun_close(&t);
	return 0;
}

int
hd_mutation_run_add(struct hd_mutation_run *r, const struct hd_rulesrc *src,
    const char *name, const struct hd_ruleset *rs, const bool *wanted,
    struct hd_err *err)
{
	enum hd_outcome *was = hd_xcalloc(rs->ncases, sizeof(*was));
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_retext s = { .under = src };
	const struct hd_mutant *m;
	struct item *it;
	enum fate fate;
	size_t n;
	int st = outcomes(rs, was, err);

	m = hd_mutants_of(rs, wanted, &arena, &n);
	for (size_t i = 0; i < n && st == 0; i++) {
		it = item_of(r, rs, &m[i]);
		if (it->fate == KILLED)
			continue;
		st = try_mutant(&s, name, rs, &m[i], was, &fate, err);
		if (fate > it->fate)
			it->fate = fate;
	}
	hd_retext_release(&s);
	hd_arena_release(&arena);
	free(was);
	return st;
}

void
hd_mutation_run_report(const struct hd_mutation_run *r, struct hd_diags *out,
    struct hd_mutation_count *n)
{
	const struct item *it;
	struct hd_diag *d;

	*n = (struct hd_mutation_count){ 0, 0, 0 };
	for (size_t i = 0; i < r->n; i++) {
		it = &r->items[i];
		n->killed += it->fate == KILLED;
		n->same += it->fate == SAME;
		n->survived += it->fate == SURVIVED;
		if (it->fate != SURVIVED)
			continue;
		d = hd_diag_add(out, hd_rules_check("R505"), it->at,
		    "no test notices: %s", it->what);
		d->rule = it->rule;
		d->alternative = it->alternative;
	}
}
