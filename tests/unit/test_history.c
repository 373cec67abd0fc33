/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules did over a period, counted, and what changed. */
#include "test_rules.h"

#include <math.h>

#include "audit/historyrun.h"
#include "base/tstamp.h"
#include "rules/decide.h"

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static const char rules[] =
    "rules 1\n"
    "dimension d one a < b\n"
    "dimension segment many s1 s2\n"
    "tag t1\n    set d=a\n    set segment=s1\n    when text ~ 1\n"
    "tag t2\n    set d=b\n    set segment=s1\n    when text ~ 2\n"
    "tag t3\n    set segment=s2\n    when account.health = red\n"
    "route r1\n    on open, reply\n    when text ~ 1\n    then escalate\n"
    "route r2\n    on open\n    when text ~ 2\n    then human-first\n"
    "route r3\n    on open, reply\n    when text ~ 3\n    then escalate\n"
    "route r4\n    on open\n    when segment = s2\n    then human-first\n"
    "default open ai-first\n"
    "default reply stay\n";

enum {
	R1,
	R2,
	R3,
	R4
};

/* What fires at each stage; the first of it decides. */
struct ticket {
	const char *key;
	int64_t created;
	size_t tags[3], ntags;
	size_t open[4], nopen;
	bool asked; /* at reply */
	size_t reply[4], nreply;
};

static void
stage(struct hd_sighted *s, const size_t *routes, size_t n)
{
	s->asked = true;
	s->routes = routes;
	s->nroutes = n;
	s->route = n > 0 ? (int)routes[0] : HD_BY_STAGE_DEFAULT;
}

static void
add(struct hd_history *h, enum hd_era era, const struct ticket *t, size_t n)
{
	struct hd_sighting s;

	for (size_t i = 0; i < n; i++) {
		memset(&s, 0, sizeof(s));
		s.key = (struct hd_str){ t[i].key, strlen(t[i].key) };
		s.created = t[i].created;
		s.tags = t[i].tags;
		s.ntags = t[i].ntags;
		for (int k = 0; k < HD_STAGES; k++)
			s.stage[k].route = HD_BY_STAGE_DEFAULT;
		stage(&s.stage[HD_STAGE_OPEN], t[i].open, t[i].nopen);
		if (t[i].asked)
			stage(
			    &s.stage[HD_STAGE_REPLY], t[i].reply, t[i].nreply);
		hd_history_add(h, era, &s);
	}
}

static void
test_counts(void **state)
{
	static const struct ticket now[] = {
		{ "k1", 100, { 1, 2 }, 2, { R1, R2, R3 }, 3, false, { 0 }, 0 },
		{ "k2", 300, { 1 }, 1, { R2, R3 }, 2, true, { R1, R3 }, 2 },
		{ "k3", 200, { 0 }, 0, { 0 }, 0, true, { R3 }, 1 },
		{ "k4", HD_TIME_NONE, { 0 }, 0, { 0 }, 0, true, { 0 }, 0 },
	};
	static const struct ticket before[] = {
		{ "b1", 50, { 2 }, 1, { R2 }, 1, false, { 0 }, 0 },
		{ "b2", 60, { 0 }, 0, { 0 }, 0, false, { 0 }, 0 },
	};
	static const struct ticket earlier[] = {
		{ "e1", 900, { 3 }, 1, { R4 }, 1, true, { 0 }, 0 },
	};
	struct hd_ruleset *rs = must_load(rules);
	const struct hd_rulehistory *r;
	struct hd_history h;

	(void)state;
	hd_history_init(&h, rs);
	add(&h, HD_ERA_NOW, now, 4);
	assert_int_equal(hd_history_decider(&h, 0), 0);
	add(&h, HD_ERA_BEFORE, before, 2);
	add(&h, HD_ERA_EARLIER, earlier, 1);
	hd_history_end(&h);
	assert_int_equal(h.tickets[HD_ERA_NOW], 4);
	assert_int_equal(h.tickets[HD_ERA_BEFORE], 2);

	/* t2 outranks t1, which decides where it is alone */
	r = hd_history_tag(&h, 1);
	assert_int_equal(r->fires[HD_ERA_NOW], 2);
	assert_int_equal(r->first, 2); /* of d once, of segment twice */
	assert_int_equal(hd_history_tag(&h, 2)->first, 1);
	assert_int_equal(hd_history_tag(&h, 2)->fires[HD_ERA_BEFORE], 1);
	assert_int_equal(hd_history_both(&h, 0, 1), 1);

	/* r3 is first of k3's reply; of k1 and k2 others are */
	r = hd_history_route(&h, R3);
	assert_int_equal(r->fires[HD_ERA_NOW], 3);
	assert_int_equal(r->first, 1);
	assert_int_equal(r->shadowed, 2);
	assert_int_equal(r->alone, 1);
	assert_int_equal(r->last, 300);
	assert_string_equal(r->example, "k1");
	assert_int_equal(hd_history_taken(&h, R1, R3), 2);
	assert_int_equal(hd_history_taken(&h, R2, R3), 1);
	r = hd_history_route(&h, R2);
	assert_int_equal(r->first, 1);
	assert_int_equal(r->shadowed, 1);
	assert_int_equal(r->alone, 0);
	assert_int_equal(r->fires[HD_ERA_BEFORE], 1);

	/* at one stage or both, a ticket is a clash once */
	assert_int_equal(hd_history_clash(&h, R3, R1)->n, 2);
	assert_string_equal(hd_history_clash(&h, R1, R3)->keys[1], "k2");
	assert_int_equal(hd_history_clash(&h, R1, R2)->n, 1);
	assert_int_equal(hd_history_both(&h, 3 + R1, 3 + R2), 1);
	assert_null(hd_history_clash(&h, R1, R4));
	assert_int_equal(hd_history_both(&h, 0, 3), 0);

	/* long ago counts for one thing */
	r = hd_history_route(&h, R4);
	assert_int_equal(r->last, 900);
	assert_int_equal(r->fires[HD_ERA_NOW] + r->fires[HD_ERA_BEFORE], 0);
	assert_null(r->example);
	assert_int_equal(h.segments[HD_ERA_NOW][0], 2);
	assert_int_equal(h.segments[HD_ERA_NOW][1], 0);
	assert_int_equal(h.segments[HD_ERA_BEFORE][0], 1);

	assert_int_equal(h.stages[HD_STAGE_OPEN].tickets[HD_ERA_NOW], 4);
	assert_int_equal(h.stages[HD_STAGE_OPEN].dflt, 2);
	assert_string_equal(h.stages[HD_STAGE_OPEN].example, "k3");
	assert_int_equal(h.stages[HD_STAGE_REPLY].tickets[HD_ERA_NOW], 3);
	assert_int_equal(h.stages[HD_STAGE_REPLY].dflt, 1);
	hd_history_release(&h);
	hd_ruleset_free(rs);
}

static void
test_lacking(void **state)
{
	struct hd_ruleset *rs = must_load(rules);
	bool *known = hd_xcalloc(rs->nfields, sizeof(*known));
	int health = hd_ruleset_field(rs, "account.health");
	struct hd_history h;

	(void)state;
	for (size_t i = 0; i < rs->nfields; i++)
		known[i] = (int)i != health;
	hd_history_init(&h, rs);
	hd_history_lacking(&h, known);
	assert_null(hd_history_tag(&h, 1)->lacks);
	assert_string_equal(hd_history_tag(&h, 3)->lacks, "account.health");
	assert_null(hd_history_route(&h, R1)->lacks);
	/* it waits for a tag that waits for the fact */
	assert_string_equal(hd_history_route(&h, R4)->lacks, "account.health");
	known[health] = true;
	hd_history_lacking(&h, known);
	assert_null(hd_history_route(&h, R4)->lacks);
	hd_history_release(&h);
	hd_ruleset_free(rs);
	free(known);
}

static void
test_drift(void **state)
{
	static const struct hd_change v[] = {
		{ 20, 40, 2, 40 },	      /* far more */
		{ 12, 40, 10, 40 },	      /* chance */
		{ 5, 10, 0, 40 },	      /* too few now */
		{ 5000, 10000, 4500, 10000 }, /* sure, and no matter */
		{ 0, 0, 0, 40 },	      /* nothing now */
	};
	struct hd_ruledrift d[5];

	(void)state;
	hd_history_drift(v, 5, 30, d);
	NEAR(d[0].now, 0.5);
	NEAR(d[0].before, 0.05);
	NEAR(d[0].d, 0.45);
	assert_true(d[0].moved && d[0].p < 2e-5 && d[0].p > 1e-5);
	assert_false(d[1].moved);
	assert_true(d[1].p > 0.6 && d[1].lo < 0 && d[1].hi > 0);
	assert_true(isnan(d[2].p) && isnan(d[2].d) && !d[2].moved);
	NEAR(d[2].now, 0.5);
	assert_true(d[3].p < 1e-9 && !d[3].moved);
	assert_true(isnan(d[4].now) && isnan(d[4].p));
}

static void
test_undone(void **state)
{
	struct hd_rulehistory r;

	(void)state;
	memset(&r, 0, sizeof(r));
	assert_null(hd_history_undone(&r, 0));
	r.corrected = (struct hd_tally){ 3, 50 };
	assert_ptr_equal(hd_history_undone(&r, 30), &r.corrected);
	assert_null(hd_history_undone(&r, 51));
	/* who looked at tickets knows more than who did not complain */
	r.judged = (struct hd_tally){ 3, 30 };
	assert_ptr_equal(hd_history_undone(&r, 30), &r.judged);
	assert_ptr_equal(hd_history_undone(&r, 31), &r.corrected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_lacking),
		cmocka_unit_test(test_drift),
		cmocka_unit_test(test_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
