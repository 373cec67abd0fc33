/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims about a share, against what was counted. */
#include <math.h>

#include "unit.h"

#include "stats/claim.h"
#include "stats/proportion.h"

#define NEAR(got, want, by) assert_true(fabs((got) - (want)) < (by))

/* From the binomial in exact fractions; the first is Mendel's peas. */
static void
test_binomial(void **state)
{
	(void)state;
	NEAR(hd_binomial_p(682, 925, 0.75), 0.3824915595748517, 1e-10);
	NEAR(hd_binomial_p(7, 20, 0.5), 0.26317596435546875, 1e-12);
	NEAR(hd_binomial_p(13, 20, 0.5), 0.26317596435546875, 1e-12);
	NEAR(hd_binomial_p(12, 18, 0.76), 0.4058374027623433, 1e-12);
	NEAR(hd_binomial_p(20, 32, 0.76), 0.0949537467560376, 1e-12);
	NEAR(hd_binomial_p(40, 50, 0.76), 0.620088288026752, 1e-12);
	NEAR(hd_binomial_p(0, 10, 0.1), 0.612579511, 1e-12);
	NEAR(hd_binomial_p(10, 10, 0.9), 0.612579511, 1e-12);
	NEAR(hd_binomial_p(5, 10, 0.5), 1, 1e-12);
	NEAR(hd_binomial_p(1, 5, 0.2), 1, 1e-12);
	assert_true(hd_binomial_p(500000, 1000000, 0.76) < 1e-100);
}

static void
test_binomial_ends(void **state)
{
	(void)state;
	NEAR(hd_binomial_p(0, 0, 0.5), 1, 1e-12);
	NEAR(hd_binomial_p(0, 9, 0), 1, 1e-12);
	NEAR(hd_binomial_p(1, 9, 0), 0, 1e-12);
	NEAR(hd_binomial_p(9, 9, 1), 1, 1e-12);
	NEAR(hd_binomial_p(8, 9, 1), 0, 1e-12);
}

/* At a limit of the interval the test says 0.05, so that both say the same. */
static void
test_score_is_the_interval(void **state)
{
	/* 10 accounts of 10 tickets: half have 9 that count, half have 3 */
	struct hd_interval i = hd_wilson_cluster(60, 100, 10, 10 * 9.0);

	(void)state;
	assert_true(i.deff > 4);
	NEAR(hd_score_p(0.6, 100 / i.deff, 10, i.lo), 0.05, 1e-9);
	NEAR(hd_score_p(0.6, 100 / i.deff, 10, i.hi), 0.05, 1e-9);
	NEAR(hd_score_p(0.6, 100 / i.deff, 10, 0.6), 1, 1e-12);
	assert_true(isnan(hd_score_p(0.6, 10, 1, 0.5)));
	NEAR(hd_score_p(0.6, 10, 5, 1), 0, 1e-12);
	NEAR(hd_score_p(1, 10, 5, 1), 1, 1e-12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_binomial),
		cmocka_unit_test(test_binomial_ends),
		cmocka_unit_test(test_score_is_the_interval),
	};

	return cmocka_run_group_tests_name("claim", tests, NULL, NULL);
}
