/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules do for a population, counted. */
#include "test_rules.h"

#include "audit/rulecover.h"

static const char rules[] = "rules 1\n"
			    "dimension d one a < b < c\n"
			    "dimension m many x y z\n"
			    "dimension n many none\n"
			    "tag r1\n    set d=a\n    when text ~ 1\n"
			    "tag r2\n    set d=b\n    set m=x\n"
			    "    when text ~ 2\n"
			    "tag r3\n    set d=b\n    when text ~ 3\n"
			    "tag r4\n    set m=x\n    when text ~ 4\n"
			    "tag r5\n    set m=y\n    when text ~ 5\n"
			    "tag r6\n    set d=c\n    when text ~ 6\n";

enum {
	R1 = 1,
	R2,
	R3,
	R4,
	R5,
	R6
};

struct ticket {
	const char *key;
	size_t rules[6], n;
	int by[3]; /* of d, m and n */
};

static void
add_all(struct hd_rulecover *c, const struct ticket *t, size_t n)
{
	struct hd_fired f;

	for (size_t i = 0; i < n; i++) {
		f = (struct hd_fired){ { t[i].key, strlen(t[i].key) },
			t[i].rules, t[i].n, t[i].by };
		hd_rulecover_add(c, &f);
	}
}

static void
check(struct hd_rulecover *c, size_t number, const int64_t want[4], int overlap,
    int64_t both, int opponent, const char *example)
{
	struct hd_rulecount n;

	hd_rulecover_rule(c, number - 1, &n);
	assert_int_equal(n.fires, want[0]);
	assert_int_equal(n.alone, want[1]);
	assert_int_equal(n.conflicts, want[2]);
	assert_int_equal(n.decided, want[3]);
	assert_int_equal(n.overlap, overlap - 1);
	assert_int_equal(n.opponent, opponent - 1);
	assert_int_equal(n.both, both);
	if (example == NULL)
		assert_null(n.example);
	else
		assert_string_equal(n.example, example);
}

static void
test_counts(void **state)
{
	static const struct ticket tickets[] = {
		{ "s:1", { R1, R2 }, 2, { R2, R2, HD_BY_NONE } },
		{ "s:2", { R2, R3, R4 }, 3, { R2, R2, HD_BY_NONE } },
		{ "s:3", { R2, R4, R5 }, 3, { R2, R2, HD_BY_NONE } },
		{ "s:4", { R1 }, 1, { HD_BY_MANUAL, HD_BY_NONE, HD_BY_NONE } },
		{ "s:5", { 0 }, 0, { HD_BY_NONE, HD_BY_NONE, HD_BY_NONE } },
	};
	struct hd_ruleset *rs = must_load(rules);
	struct hd_rulecover *c = hd_rulecover_new(rs);
	const char *key;
	struct hd_rulecount n;

	(void)state;
	add_all(c, tickets, 5);
	assert_int_equal(hd_rulecover_tickets(c), 5);
	/* fires, alone, conflicts, decided */
	check(c, R1, (int64_t[]){ 2, 2, 1, 0 }, R2, 1, R2, "s:1");
	/* on s:2 each of its two values has another rule: not alone there */
	check(c, R2, (int64_t[]){ 3, 2, 1, 3 }, R4, 2, R1, "s:1");
	check(c, R3, (int64_t[]){ 1, 0, 0, 0 }, R2, 1, 0, "s:2");
	check(c, R4, (int64_t[]){ 2, 0, 0, 0 }, R2, 2, 0, "s:2");
	/* r2 and r4 fire with it once each: the rarer is nearer */
	check(c, R5, (int64_t[]){ 1, 1, 0, 0 }, R4, 1, 0, "s:3");
	check(c, R6, (int64_t[]){ 0, 0, 0, 0 }, 0, 0, 0, NULL);
	hd_rulecover_rule(c, R2 - 1, &n);
	assert_true(n.jaccard > 2.0 / 3 - 1e-12 && n.jaccard < 2.0 / 3 + 1e-12);
	assert_int_equal(hd_rulecover_bare(c, 0, &key), 1);
	assert_string_equal(key, "s:5");
	assert_int_equal(hd_rulecover_bare(c, 1, &key), 2);
	assert_string_equal(key, "s:4");
	assert_int_equal(hd_rulecover_bare(c, 2, &key), 5);
	assert_string_equal(key, "s:1");
	hd_rulecover_free(c);
	hd_ruleset_free(rs);
}

static void
test_empty(void **state)
{
	struct hd_ruleset *rs = must_load(rules);
	struct hd_rulecover *c = hd_rulecover_new(rs);
	const char *key;

	(void)state;
	check(c, R1, (int64_t[]){ 0, 0, 0, 0 }, 0, 0, 0, NULL);
	assert_int_equal(hd_rulecover_bare(c, 0, &key), 0);
	assert_null(key);
	hd_rulecover_free(c);
	hd_ruleset_free(rs);
	hd_rulecover_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests_name("rulecover", tests, NULL, NULL);
}
