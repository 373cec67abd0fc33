/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved between two rule sets, and what is to be expected of it. */
#include <math.h>

#include "unit.h"

#include "stats/paired.h"

#define NEAR(got, want, by) assert_true(fabs((got) - (want)) < (by))

/* From the binomial by hand: 2 (697 / 32768 - 455 / 65536) and so on. */
static void
test_mcnemar(void **state)
{
	(void)state;
	NEAR(hd_mcnemar(12, 3), 0.0212707519531, 1e-12);
	NEAR(hd_mcnemar(3, 12), 0.0212707519531, 1e-12);
	NEAR(hd_mcnemar(0, 6), 0.015625, 1e-12);
	NEAR(hd_mcnemar(1, 0), 0.5, 1e-12);
	NEAR(hd_mcnemar(5, 5), 1, 1e-12);
	NEAR(hd_mcnemar(0, 0), 1, 1e-12);
	assert_true(hd_mcnemar(90000, 100000) < 1e-100);
}

/* One ticket an account: the limits are those of a share. */
static void
test_single_tickets(void **state)
{
	static const struct hd_alike v[] = { { 1, 1, 300 }, { 0, 1, 700 } };
	double lo, hi, se = sqrt(0.3 * 0.7 / 1000);

	(void)state;
	hd_boot_accounts(v, 2, 1, &lo, &hi);
	NEAR(lo, 0.3 - 1.96 * se, 0.003);
	NEAR(hi, 0.3 + 1.96 * se, 0.003);
}

/* Ten tickets of an account move together: as wide as of a tenth of them. */
static void
test_accounts_move_together(void **state)
{
	static const struct hd_alike v[] = { { 10, 10, 30 }, { 0, 10, 70 } };
	double lo, hi, lo2, hi2, se = sqrt(0.3 * 0.7 / 100);

	(void)state;
	hd_boot_accounts(v, 2, 1, &lo, &hi);
	NEAR(lo, 0.3 - 1.96 * se, 0.012);
	NEAR(hi, 0.3 + 1.96 * se, 0.012);
	hd_boot_accounts(v, 2, 1, &lo2, &hi2);
	assert_true(lo == lo2 && hi == hi2);
}

static void
test_too_few(void **state)
{
	static const struct hd_alike one = { 1, 2, 1 };
	double lo, hi;

	(void)state;
	hd_boot_accounts(&one, 1, 1, &lo, &hi);
	assert_true(isnan(lo) && isnan(hi));
	hd_boot_accounts(NULL, 0, 1, &lo, &hi);
	assert_true(isnan(lo) && isnan(hi));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mcnemar),
		cmocka_unit_test(test_single_tickets),
		cmocka_unit_test(test_accounts_move_together),
		cmocka_unit_test(test_too_few),
	};

	return cmocka_run_group_tests_name("paired", tests, NULL, NULL);
}
