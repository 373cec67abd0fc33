/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages that are alike, and what is told of them. */
#include "unit.h"

#include "ingest/fold.h"

static void
test_alike(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_fold f = { 0 };
	size_t records;
	char msg[64];

	(void)state;
	for (size_t i = 1; i <= 30; i++) {
		(void)snprintf(msg, sizeof(msg), "bad '%zu's': %zu of 2", i, i);
		assert_int_equal(
		    hd_fold_tell(&f, msg, i + 100), i <= HD_FOLD_TOLD);
		assert_true(hd_fold_tell(&f, "bad", i) == (i <= 20));
	}
	assert_true(hd_fold_tell(&f, "bad '1", 1));
	assert_true(hd_fold_rest(&f, 0, &err, &records));
	assert_int_equal(records, 10);
	assert_string_equal(err.msg, "bad '...': N of N: and 10 more records "
				     "like this, first at line 121");
	assert_true(hd_fold_rest(&f, 1, &err, &records));
	assert_int_equal(records, 10);
	assert_true(hd_fold_rest(&f, 2, &err, &records));
	assert_int_equal(records, 0);
	assert_false(hd_fold_rest(&f, 3, &err, &records));
	hd_fold_clear(&f);
	assert_false(hd_fold_rest(&f, 0, &err, &records));
	assert_true(hd_fold_tell(&f, "bad", 1));
	hd_fold_clear(&f);
}

/* A hostile file has no end of reasons: they are bounded, the count is not. */
static void
test_bound(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_fold f = { 0 };
	size_t told = 0, rest = 0, records, i;
	char msg[64];

	(void)state;
	for (i = 0; i < 5000; i++) {
		(void)snprintf(msg, sizeof(msg), "%c%c%c: bad",
		    (int)('a' + i % 26), (int)('a' + i / 26 % 26),
		    (int)('a' + i / 676));
		told += hd_fold_tell(&f, msg, i);
	}
	for (i = 0; hd_fold_rest(&f, i, &err, &records); i++)
		rest += records;
	assert_int_equal(told + rest, 5000);
	assert_true(i < 300);
	assert_true(told < 300);
	hd_fold_clear(&f);
}

/* A message as long as there can be, and one without an end. */
static void
test_long(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_fold f = { 0 };
	size_t records;
	char msg[512];

	(void)state;
	memset(msg, 'x', sizeof(msg) - 1);
	msg[sizeof(msg) - 1] = '\0';
	for (size_t i = 1; i <= 21; i++)
		(void)hd_fold_tell(&f, msg, i);
	assert_true(hd_fold_rest(&f, 0, &err, &records));
	assert_int_equal(records, 1);
	assert_non_null(strstr(
	    err.msg, "x: and 1 more record like this, first at line 21"));
	hd_fold_clear(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alike),
		cmocka_unit_test(test_bound),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
