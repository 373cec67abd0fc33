/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One case or journey and its result: see testrun.h. */
#include "check/testrun.h"

static void
add_result(const struct hd_testrun *t, const struct hd_case *c,
    enum hd_outcome outcome, struct hd_testsaid *said, struct hd_diags *out)
{
	struct hd_result r = { .outcome = outcome, .name = c->name };
	struct hd_buf msg = HD_BUF_INIT;

	r.at = hd_ruleset_place(t->rs, c->pos, 0);
	if (outcome != HD_PASSED) {
		if (outcome == HD_TODO)
			hd_buf_add(&msg, c->todo.p, c->todo.n);
		else if (outcome == HD_ERRORED)
			hd_buf_adds(&msg, "a pattern gave up");
		else if (said->why.n > 0)
			hd_buf_adds(&msg, hd_buf_cstr(&said->why));
		else
			hd_buf_adds(&msg, "no rule fired");
		r.message = hd_buf_cstr(&msg);
		r.got = hd_buf_cstr(&said->got);
		r.want = hd_buf_cstr(&said->want);
		r.rule = said->rule;
	}
	hd_result_add(out, &r);
	hd_buf_release(&msg);
}

static enum hd_outcome
end(const struct hd_testrun *t, const struct hd_case *c, enum hd_outcome st,
    struct hd_testsaid *said, struct hd_diags *out)
{
	if (st == HD_FAILED && c->todo.p != NULL)
		st = HD_TODO;
	if (out != NULL)
		add_result(t, c, st, said, out);
	hd_testsaid_release(said);
	return st;
}

enum hd_outcome
hd_test_case(struct hd_testrun *t, const struct hd_case *c, hd_testseen *seen,
    void *ctx, struct hd_diags *out)
{
	struct hd_testsaid said = { HD_BUF_INIT, HD_BUF_INIT, HD_BUF_INIT,
		NULL };
	const struct hd_case *table;
	enum hd_outcome st, more;

	if (c->kind != HD_CASE && c->kind != HD_CASE_ROW)
		return HD_SKIPPED;
	hd_case_facts(t->rs, c, &t->facts);
	hd_testrun_eval(t);
	if (seen != NULL)
		seen(ctx, t);
	st = hd_testrun_expect(t, c->expect, c->nexpects, &said);
	if (c->kind == HD_CASE_ROW) {
		table = &t->rs->cases[c->parent];
		more =
		    hd_testrun_expect(t, table->expect, table->nexpects, &said);
		st = more > st ? more : st;
	}
	return end(t, c, st, &said, out);
}

/* Which step differs, in front of what it says. */
static void
name_step(struct hd_testsaid *said, size_t customer)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "after customer message %zu: %s", customer,
	    hd_buf_cstr(&said->got));
	hd_buf_release(&said->got);
	said->got = b;
}

enum hd_outcome
hd_test_journey(struct hd_testrun *t, const struct hd_case *c,
    hd_testseen *seen, void *ctx, struct hd_diags *out)
{
	struct hd_testsaid said = { HD_BUF_INIT, HD_BUF_INIT, HD_BUF_INIT,
		NULL };
	enum hd_outcome st = HD_PASSED;
	const struct hd_step *s;
	size_t customer = 0;
	bool ended = false;

	for (size_t i = 0; i < c->nsteps && st == HD_PASSED; i++) {
		s = &t->rs->steps[c->step + i];
		if (s->ai)
			continue;
		customer++;
		/* who met a person once does not come back to the rules */
		if (!ended) {
			hd_journey_facts(t->rs, c, i, &t->facts);
			hd_testrun_eval(t);
			if (seen != NULL)
				seen(ctx, t);
		}
		st = hd_testrun_expect(t, s->expect, s->nexpects, &said);
		ended = ended || hd_action_careful(t->decision.action);
	}
	if (st != HD_PASSED)
		name_step(&said, customer);
	return end(t, c, st, &said, out);
}
