/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags of tickets under two rule sets, compared by name. */
#include "test_rules.h"

#include "audit/ceiling.h"
#include "audit/tagdiff.h"

#define TAG "tag t\n    set emotion=bad\n    when text ~ x\n"

/* The same values in another order; one more; a dimension each of its own. */
static const char old_rules[] = "rules 1\n"
				"dimension emotion one good < bad\n"
				"dimension issue many a b c\n"
				"dimension mood one dull < merry\n"
				"dimension sort many x y\n"
				"dimension gone many p\n" TAG;
static const char new_rules[] = "rules 1\n"
				"dimension issue many c b a\n"
				"dimension sort many y x z\n"
				"dimension mood one merry < dull\n"
				"dimension emotion one fine < good < bad\n"
				"dimension tier one automate < human\n" TAG;

struct fixture {
	struct hd_ruleset *rs[2];
	struct hd_tagdiff *d;
};

static int
setup(void **state)
{
	struct fixture *f = hd_xcalloc(1, sizeof(*f));

	f->rs[0] = must_load(old_rules);
	f->rs[1] = must_load(new_rules);
	f->d = hd_tagdiff_new(
	    (const struct hd_ruleset *[2]){ f->rs[0], f->rs[1] });
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	hd_tagdiff_free(f->d);
	hd_ruleset_free(f->rs[0]);
	hd_ruleset_free(f->rs[1]);
	free(f);
	return 0;
}

/* A ticket: emotion, issue and tier as indexes, the rest as JSON. */
static struct hd_difftags
tags(int emotion, int issue, int tier, const char *many)
{
	struct hd_difftags t;

	memset(&t, 0xff, sizeof(t)); /* all of them unknown */
	t.one[HD_CORE_EMOTION] = emotion;
	t.one[HD_CORE_ISSUE] = issue;
	t.one[HD_CORE_TIER] = tier;
	t.many = hd_str(many);
	return t;
}

static void
add(struct fixture *f, const char *key, struct hd_difftags old,
    struct hd_difftags new)
{
	struct hd_err err = HD_ERR_INIT;

	if (hd_tagdiff_add(f->d, hd_str(key),
		(struct hd_difftags[2]){ old, new }, &err) != 0)
		fail_msg("%s", err.msg);
}

/* "emotion good>bad 2 s:1 s:2; ..." of all changes. */
static void
check_pairs(struct fixture *f, const char *want)
{
	size_t n, ndims;
	const struct hd_diffpair *p = hd_tagdiff_pairs(f->d, &n);
	const struct hd_diffdim *dims = hd_tagdiff_dims(f->d, &ndims);
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		hd_buf_addf(&b, "%s %s>%s %d", dims[p[i].dim].name,
		    p[i].value[0] != NULL ? p[i].value[0] : "-",
		    p[i].value[1] != NULL ? p[i].value[1] : "-",
		    (int)p[i].tickets);
		for (int k = 0; k < HD_DIFF_KEYS && p[i].keys[k] != NULL; k++)
			hd_buf_addf(&b, " %s", p[i].keys[k]);
		hd_buf_adds(&b, "; ");
	}
	assert_string_equal(hd_buf_cstr(&b), want);
	hd_buf_release(&b);
}

static const struct hd_diffdim *
dim(struct fixture *f, const char *name)
{
	size_t n;
	const struct hd_diffdim *d = hd_tagdiff_dims(f->d, &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(d[i].name, name) == 0)
			return &d[i];
	fail_msg("no dimension %s", name);
	return NULL;
}

static void
test_dims(void **state)
{
	static const char *const want[] = { "emotion", "issue", "issue_all",
		"mood", "sort", "gone", "tier", "path", "ceiling",
		"emotion_open", "issue_open", "tier_open" };
	struct fixture *f = *state;
	size_t n;
	const struct hd_diffdim *d = hd_tagdiff_dims(f->d, &n);

	assert_int_equal(n, sizeof(want) / sizeof(want[0]));
	for (size_t i = 0; i < n; i++)
		assert_string_equal(d[i].name, want[i]);
	assert_true(dim(f, "gone")->in[0] && !dim(f, "gone")->in[1]);
	assert_true(!dim(f, "tier_open")->in[0] && dim(f, "tier_open")->in[1]);
	assert_true(dim(f, "path")->in[0] && dim(f, "path")->in[1]);
}

/* Another order and other indexes are the same tags. */
static void
test_same(void **state)
{
	struct fixture *f = *state;

	add(f, "s:1",
	    tags(0, 0, -1,
		"{\"issue\":[\"a\",\"c\"],\"mood\":[\"merry\"],"
		"\"sort\":[\"x\",\"y\"]}"),
	    tags(1, 2, -1,
		"{\"sort\":[\"y\",\"x\"],\"issue\":[\"c\",\"a\"],"
		"\"mood\":[\"merry\"]}"));
	check_pairs(f, "");
	assert_int_equal(dim(f, "emotion")->n, 1);
	assert_int_equal(dim(f, "ceiling")->n, 0);
}

static void
test_changes(void **state)
{
	struct fixture *f = *state;

	add(f, "s:1", tags(0, -1, -1, "{\"mood\":[\"merry\"]}"),
	    tags(2, -1, -1, "{\"mood\":[\"dull\"]}"));
	add(f, "s:2", tags(0, -1, -1, "{}"),
	    tags(2, -1, -1, "{\"mood\":[\"dull\"]}"));
	add(f, "s:3", tags(0, -1, -1, "{}"), tags(2, -1, -1, "{}"));
	add(f, "s:4", tags(0, -1, -1, "{}"), tags(2, -1, -1, "{}"));
	add(f, "s:5", tags(-1, -1, -1, "{}"), tags(0, -1, -1, "{}"));
	add(f, "s:6", tags(1, -1, -1, "{}"), tags(-1, -1, -1, "{}"));
	check_pairs(f, "emotion good>bad 4 s:1 s:2 s:3; "
		       "emotion bad>unknown 1 s:6; "
		       "emotion unknown>fine 1 s:5; "
		       "mood merry>dull 1 s:1; "
		       "mood unknown>dull 1 s:2; ");
	assert_int_equal(dim(f, "emotion")->tickets, 6);
	assert_int_equal(dim(f, "mood")->tickets, 2);
	assert_int_equal(dim(f, "sort")->tickets, 0);
}

/* Of many values each is lost or gained; the ticket counts once. */
static void
test_many(void **state)
{
	struct fixture *f = *state;

	add(f, "s:1",
	    tags(-1, 0, -1,
		"{\"issue\":[\"a\",\"b\"],\"sort\":[\"x\",\"y\"],"
		"\"gone\":[\"p\"]}"),
	    tags(-1, 1, 1, "{\"issue\":[\"b\"],\"sort\":[\"z\"]}"));
	check_pairs(f, "issue a>b 1 s:1; issue_all a>- 1 s:1; "
		       "sort ->z 1 s:1; sort x>- 1 s:1; sort y>- 1 s:1; "
		       "gone p>- 1 s:1; tier ->human 1 s:1; ");
	assert_int_equal(dim(f, "sort")->tickets, 1);
}

/* The ceiling counts those tickets alone that it is about. */
static void
test_ceiling(void **state)
{
	struct fixture *f = *state;
	struct hd_difftags a = tags(-1, -1, -1, "{}"), b = a;

	a.tier = HD_TIER_AUTOMATE;
	b.tier = HD_TIER_HUMAN;
	a.path = b.path = HD_PATH_AI_ONLY;
	add(f, "s:1", a, b);
	b.path = HD_PATH_UNKNOWN;
	b.tier = HD_TIER_UNKNOWN;
	add(f, "s:2", a, b);
	add(f, "s:3", tags(-1, -1, -1, "{}"), tags(-1, -1, -1, "{}"));
	check_pairs(f, "path ai_only>unknown 1 s:2; "
		       "ceiling automate>human 1 s:1; "
		       "ceiling automate>unknown 1 s:2; ");
	assert_int_equal(dim(f, "ceiling")->n, 2);
	assert_int_equal(dim(f, "path")->n, 3);
}

static void
test_broken(void **state)
{
	struct fixture *f = *state;
	struct hd_err err = HD_ERR_INIT;
	struct hd_difftags t[2] = { tags(0, 0, 0, "{}"), tags(0, 0, 0, "{") };

	assert_int_equal(hd_tagdiff_add(f->d, hd_str("s:1"), t, &err), -1);
	assert_true(err.code != HD_OK);
	hd_tagdiff_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_dims, setup, teardown),
		cmocka_unit_test_setup_teardown(test_same, setup, teardown),
		cmocka_unit_test_setup_teardown(test_changes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_many, setup, teardown),
		cmocka_unit_test_setup_teardown(test_ceiling, setup, teardown),
		cmocka_unit_test_setup_teardown(test_broken, setup, teardown),
	};

	return cmocka_run_group_tests_name("tagdiff", tests, NULL, NULL);
}
