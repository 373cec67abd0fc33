/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running tests: see testrun.h. */
#include "check/testrun.h"
#include "rules/evidence.h"

int
hd_testrun_open(
    struct hd_testrun *t, const struct hd_ruleset *rs, struct hd_err *err)
{
	*t = (struct hd_testrun){
		.rs = rs, .facts = HD_CASEFACTS_INIT, .tags = HD_TAGS_INIT
	};
	t->m = hd_matcher_new(rs, err);
	return t->m != NULL ? 0 : -1;
}

void
hd_testrun_close(struct hd_testrun *t)
{
	hd_matcher_free(t->m);
	hd_tags_release(&t->tags);
	hd_casefacts_release(&t->facts);
}

/* Could another route have decided, had its patterns ended? */
static bool
undecided(const struct hd_testrun *t)
{
	const struct hd_ruleset *rs = t->rs;
	size_t end =
	    t->decision.route >= 0 ? (size_t)t->decision.route : rs->nroutes;

	for (size_t i = 0; i < end; i++)
		if ((rs->routes[i].stages & 1u << t->facts.stage) != 0 &&
		    hd_decide_fires(t->m, &rs->routes[i]) == HD_MAYBE)
			return true;
	return false;
}

void
hd_testrun_eval(struct hd_testrun *t)
{
	hd_eval(t->m, t->facts.vals, t->facts.readable, &t->tags);
	t->open = false;
	if (t->facts.stage == HD_STAGE_WHOLE)
		return;
	hd_decide(t->m, t->facts.stage, &t->decision);
	t->open = undecided(t);
}

void
hd_testsaid_release(struct hd_testsaid *said)
{
	hd_buf_release(&said->got);
	hd_buf_release(&said->want);
	hd_buf_release(&said->why);
}

static void
next(struct hd_buf *b)
{
	if (b->n > 0)
		hd_buf_adds(b, ", ");
}

/* Which conditions of the rule held: those of its first alternative that did. */
static void
add_why(const struct hd_testrun *t, const struct hd_rule *r,
    struct hd_testsaid *said)
{
	const struct hd_ruleset *rs = t->rs;
	const struct hd_alt *alt = NULL;
	struct hd_str src;

	for (size_t i = 0; i < r->nalts && alt == NULL; i++) {
		alt = &rs->alts[r->alt + i];
		if (alt->unless || hd_decide_alt(t->m, r, alt) != HD_YES)
			alt = NULL;
	}
	if (alt == NULL)
		return;
	if (said->why.n > 0)
		hd_buf_adds(&said->why, "; ");
	hd_buf_addf(&said->why, "%s (", r->id);
	hd_ruleset_where(rs, rs->conds[alt->cond].pos, &said->why);
	hd_buf_adds(&said->why, "): ");
	for (size_t i = 0; i < alt->nconds; i++) {
		src = rs->conds[alt->cond + i].src;
		hd_buf_addf(&said->why, "%s%.*s", i > 0 ? " and " : "",
		    (int)src.n, src.p);
	}
	said->rule = r->id;
}

/* What an expect line would say. */
static void
add_want(const struct hd_testrun *t, const struct hd_expect *e,
    struct hd_testsaid *said)
{
	static const char *const kinds[] = { "route = ", "queue = ", "tag ",
		"no tag " };

	next(&said->want);
	hd_buf_adds(&said->want, kinds[e->kind]);
	if (e->kind >= HD_EXPECT_TAG)
		hd_buf_addf(&said->want, "%s=", t->rs->dims[e->dim].name);
	hd_buf_add(&said->want, e->arg.p, e->arg.n);
	if (e->by.p != NULL)
		hd_buf_addf(&said->want, " by %.*s", (int)e->by.n, e->by.p);
}

static const struct hd_rule *
route(const struct hd_testrun *t)
{
	return t->decision.route >= 0 ? &t->rs->routes[t->decision.route]
				      : NULL;
}

/* Why the route that was to decide did not. */
static void
add_why_not(const struct hd_testrun *t, const struct hd_rule *r,
    struct hd_testsaid *said)
{
	struct hd_evidence e;

	if (said->why.n > 0)
		hd_buf_adds(&said->why, "; ");
	hd_buf_addf(&said->why, "'%s' ", r->id);
	if ((r->stages & 1u << t->facts.stage) == 0) {
		hd_buf_addf(&said->why, "is not asked on %s",
		    hd_stage_name(t->facts.stage));
	} else if (hd_decide_fires(t->m, r) == HD_YES) {
		hd_buf_adds(&said->why, "fires too and stands below");
	} else if (hd_explain_near(t->m, r, &e)) {
		hd_buf_adds(&said->why, hd_explain_cancels(t->rs, &e)
					    ? "is cancelled ("
					    : "lacks one condition (");
		hd_ruleset_where(t->rs, e.pos, &said->why);
		hd_buf_addf(
		    &said->why, "): %.*s", (int)e.cond->src.n, e.cond->src.p);
	} else {
		hd_buf_adds(&said->why, "does not fire");
	}
}

static void
tell_route(const struct hd_testrun *t, const struct hd_expect *e,
    struct hd_testsaid *said)
{
	const struct hd_rule *r = route(t);

	next(&said->got);
	if (e->kind == HD_EXPECT_ROUTE)
		hd_buf_addf(&said->got, "route = %s by %s",
		    hd_action_name(t->decision.action),
		    r != NULL ? r->id : "default");
	else if (r != NULL && r->queue.p != NULL)
		hd_buf_addf(
		    &said->got, "queue = %.*s", (int)r->queue.n, r->queue.p);
	else
		hd_buf_adds(&said->got, "no queue");
	if (r != NULL)
		add_why(t, r, said);
	if (e->kind == HD_EXPECT_ROUTE && e->rule >= 0 &&
	    e->rule != t->decision.route)
		add_why_not(t, &t->rs->routes[e->rule], said);
}

static enum hd_outcome
check_route(const struct hd_testrun *t, const struct hd_expect *e)
{
	const struct hd_rule *r = route(t);

	if (t->open)
		return HD_ERRORED;
	if (e->kind == HD_EXPECT_QUEUE)
		return r != NULL && r->queue.p != NULL &&
			       hd_str_same(r->queue, e->arg)
			   ? HD_PASSED
			   : HD_FAILED;
	return e->action == t->decision.action &&
		       (e->rule == HD_BY_ANY || e->rule == t->decision.route)
		   ? HD_PASSED
		   : HD_FAILED;
}

/* The first rule that fired and sets that value, or NULL. */
static const struct hd_rule *
setter(const struct hd_testrun *t, size_t dim, int value)
{
	const struct hd_rule *r;
	const struct hd_set *s;

	for (size_t i = 0; i < t->tags.nfired; i++) {
		r = &t->rs->rules[t->tags.fired[i] - 1];
		for (size_t k = 0; k < r->nsets; k++) {
			s = &t->rs->sets[r->set + k];
			if (s->dim == dim && s->value == value)
				return r;
		}
	}
	return NULL;
}

static bool
fired_for(const struct hd_testrun *t, const struct hd_expect *e)
{
	const struct hd_rule *r = &t->rs->rules[e->rule];
	bool fired = false, sets = false;

	for (size_t i = 0; i < t->tags.nfired; i++)
		fired |= t->tags.fired[i] == (size_t)e->rule + 1;
	for (size_t k = 0; k < r->nsets; k++)
		sets |= t->rs->sets[r->set + k].dim == e->dim &&
			t->rs->sets[r->set + k].value == e->value;
	return fired && sets;
}

static enum hd_outcome
check_tag(const struct hd_testrun *t, const struct hd_expect *e)
{
	bool has = e->value < 0 && t->tags.nvalues[e->dim] == 0;

	if (t->tags.undecided[e->dim])
		return HD_ERRORED;
	for (size_t i = 0; i < t->tags.nvalues[e->dim]; i++)
		has |= t->tags.values[e->dim][i] == e->value;
	if (e->kind == HD_EXPECT_NO_TAG)
		return has ? HD_FAILED : HD_PASSED;
	return has && (e->rule < 0 || fired_for(t, e)) ? HD_PASSED : HD_FAILED;
}

static void
tell_tag(const struct hd_testrun *t, const struct hd_expect *e,
    struct hd_testsaid *said)
{
	const struct hd_dim *d = &t->rs->dims[e->dim];
	size_t n = t->tags.nvalues[e->dim];
	const struct hd_rule *r;
	int v;

	next(&said->got);
	if (n == 0)
		hd_buf_addf(&said->got, "tag %s=unknown", d->name);
	for (size_t i = 0; i < n; i++) {
		v = t->tags.values[e->dim][i];
		r = setter(t, e->dim, v);
		hd_buf_addf(&said->got, "%stag %s=%s by %s", i > 0 ? ", " : "",
		    d->name, d->values[v], r != NULL ? r->id : "default");
		if (r != NULL)
			add_why(t, r, said);
	}
}

/* The worse of two; what is open is worse than what is wrong. */
static enum hd_outcome
worse(enum hd_outcome a, enum hd_outcome b)
{
	return a > b ? a : b;
}

enum hd_outcome
hd_testrun_expect(const struct hd_testrun *t, size_t expect, size_t n,
    struct hd_testsaid *said)
{
	enum hd_outcome one, all = HD_PASSED;
	const struct hd_expect *e;

	for (size_t i = 0; i < n; i++) {
		e = &t->rs->expects[expect + i];
		one = e->kind < HD_EXPECT_TAG ? check_route(t, e)
					      : check_tag(t, e);
		all = worse(all, one);
		if (one == HD_PASSED)
			continue;
		add_want(t, e, said);
		if (e->kind < HD_EXPECT_TAG)
			tell_route(t, e, said);
		else
			tell_tag(t, e, said);
	}
	return all;
}
