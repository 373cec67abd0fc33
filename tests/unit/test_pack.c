/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped rule pack: it loads, and every example line behaves. */
#include "rules/evidence.h"
#include "unit.h"

#define PACK HD_SRCDIR "/samples/rules/default.rules"

struct seen {
	const struct hd_ruleset *rs;
	size_t hits, misses, wrong;
};

static int
example(
    void *ctx, const struct hd_rule *rule, const struct hd_example *ex, bool ok)
{
	struct seen *s = ctx;
	struct hd_buf b = HD_BUF_INIT;

	s->hits += ex->kind == HD_EX_HIT;
	s->misses += ex->kind == HD_EX_MISS;
	if (!ok) {
		hd_ruleset_where(s->rs, ex->pos, &b);
		print_message("# %s: %s: %.*s\n", b.s, rule->id,
		    (int)ex->text.n, ex->text.p);
		hd_buf_release(&b);
		s->wrong++;
	}
	return 0;
}

static struct hd_ruleset *
load(void)
{
	struct hd_rulesrc_disk disk = { PACK };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_ruleset *rs = NULL;
	struct hd_err err = HD_ERR_INIT;

	if (hd_ruleset_load(&rs, &src, "default", &err) != 0)
		fail_msg("%s", err.msg);
	return rs;
}

static void
test_examples(void **state)
{
	struct hd_ruleset *rs = load();
	struct hd_err err = HD_ERR_INIT;
	struct seen s = { rs, 0, 0, 0 };

	(void)state;
	assert_int_equal(hd_ruleset_examples(rs, example, &s, &err), 0);
	assert_int_equal(s.wrong, 0);
	assert_true(s.hits > 300 && s.misses > 250);
	hd_ruleset_free(rs);
}

/* What the audits read is declared, and every rule says why. */
static void
test_declares(void **state)
{
	static const char *const dims[] = { "complexity", "emotion", "pattern",
		"tier", "issue", "approach", "system", "decision", "trigger",
		"segment", "transfer", "answer-kind" };
	struct hd_ruleset *rs = load();
	int issue = hd_ruleset_dim(rs, "issue");

	(void)state;
	for (size_t i = 0; i < sizeof(dims) / sizeof(dims[0]); i++)
		assert_true(hd_ruleset_dim(rs, dims[i]) >= 0);
	assert_true(rs->dims[issue].n >= 60);
	for (size_t i = 0; i < rs->nrules; i++)
		if (rs->rules[i].why.n == 0)
			fail_msg("%s does not say why", rs->rules[i].id);
	hd_ruleset_free(rs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_declares),
	};

	return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
