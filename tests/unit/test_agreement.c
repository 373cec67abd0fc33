/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kappa, the comparison of two taggers, and the area under the curve. */
#include <math.h>

#include "unit.h"

#include "base/mem.h"
#include "stats/agreement.h"
#include "stats/auc.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) < 1e-9)

static void
test_kappa(void **state)
{
	static const double two[] = { 20, 5, 10, 15 };
	static const double three[] = { 44, 5, 1, 7, 20, 3, 9, 5, 6 };
	static const double odd[] = { 118, 5, 2, 0 };
	static const double one[] = { 40, 0, 0, 0 };
	static const double none[] = { 0, 0, 0, 0 };

	(void)state;
	/* 35 of 50 agree, 25 by chance */
	NEAR(hd_kappa(two, 2), 0.4);
	/* 70 of 100 agree, 41 by chance: 29 / 59 */
	NEAR(hd_kappa(three, 3), 29.0 / 59.0);
	/* 118 of 125; chance (123 * 120 + 2 * 5) / 125 = 118.16 */
	NEAR(hd_kappa(odd, 2), (118 - 118.16) / (125 - 118.16));
	assert_true(isnan(hd_kappa(one, 2)));
	assert_true(isnan(hd_kappa(none, 2)));
}

static void
test_auc(void **state)
{
	static const double x[] = { 3.1, 4, 5.5, 5.5, 7.2, 9, 12.4 };
	static const double y[] = { 2.2, 3.1, 3.9, 4, 4.4, 5.5, 6.1, 6.3 };
	static const double same[] = { 1, 1, 1 };
	static const double low[] = { 0, 0.5 };

	(void)state;
	/* 38 pairs above, 4 tied, of 56 */
	NEAR(hd_auc(x, COUNT(x), y, COUNT(y)), 40.0 / 56.0);
	NEAR(hd_auc(y, COUNT(y), x, COUNT(x)), 16.0 / 56.0);
	NEAR(hd_auc(same, 3, same, 3), 0.5);
	NEAR(hd_auc(same, 3, low, 2), 1);
	NEAR(hd_auc(low, 2, same, 3), 0);
	assert_true(isnan(hd_auc(x, 0, y, 2)));
	assert_true(isnan(hd_auc(x, 2, y, 0)));
}

/* 40 things in `groups` groups: a is right on every second, b on more. */
static size_t
make(struct hd_rated *r, size_t groups)
{
	for (size_t i = 0; i < 40; i++) {
		r[i].truth = i % 2;
		r[i].a = i % 4 < 2 ? r[i].truth : 1 - r[i].truth;
		r[i].b = i % 10 != 0 ? r[i].truth : 1 - r[i].truth;
		r[i].group = i % groups;
	}
	return 40;
}

static void
test_compare(void **state)
{
	struct hd_rated r[40], turned[40];
	struct hd_kappas k, again;

	(void)state;
	k = hd_kappas_compare(r, make(r, 40), 2, 1);
	/* a: 20 of 40 agree, 20 by chance; b: 36, of 20 by chance */
	NEAR(k.a, 0);
	NEAR(k.b, 0.8);
	NEAR(k.diff, 0.8);
	assert_int_equal(k.groups, 40);
	assert_true(k.rounds > HD_KAPPAS_ROUNDS * 9 / 10);
	assert_true(k.lo > 0.3 && k.lo < 0.8 && k.hi > 0.8 && k.hi < 1.3);
	assert_true(k.alo < 0 && k.ahi > 0);
	assert_true(k.blo < 0.8 && k.bhi > 0.8 && k.bhi <= 1);
	for (size_t i = 0; i < 40; i++)
		turned[i] = r[39 - i];
	again = hd_kappas_compare(turned, 40, 2, 1);
	assert_memory_equal(&k, &again, sizeof(k));
	again = hd_kappas_compare(r, 40, 2, 2);
	assert_true(again.lo < k.lo || again.lo > k.lo);
}

/* Copies are no evidence: in the groups of what they copy they change nothing. */
static void
test_compare_copies(void **state)
{
	struct hd_rated r[80];
	struct hd_kappas one, two, apart;

	(void)state;
	(void)make(r, 40);
	memcpy(r + 40, r, 40 * sizeof(*r));
	one = hd_kappas_compare(r, 40, 2, 7);
	two = hd_kappas_compare(r, 80, 2, 7);
	NEAR(two.lo, one.lo);
	NEAR(two.hi, one.hi);
	for (size_t i = 40; i < 80; i++)
		r[i].group += 40;
	apart = hd_kappas_compare(r, 80, 2, 7);
	assert_true(apart.hi - apart.lo < 0.85 * (one.hi - one.lo));
}

/* No interval where there is nothing to draw from. */
static void
test_compare_little(void **state)
{
	struct hd_rated r[40];
	struct hd_kappas k;

	(void)state;
	k = hd_kappas_compare(r, make(r, 1), 2, 1);
	NEAR(k.diff, 0.8);
	assert_true(isnan(k.lo) && isnan(k.hi));
	k = hd_kappas_compare(r, 0, 2, 1);
	assert_true(isnan(k.a) && isnan(k.diff) && isnan(k.lo));
	for (size_t i = 0; i < 40; i++)
		r[i] = (struct hd_rated){ 0, 0, 0, i };
	k = hd_kappas_compare(r, 40, 2, 1);
	assert_true(isnan(k.a) && isnan(k.lo));
	assert_int_equal(k.rounds, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kappa),
		cmocka_unit_test(test_auc),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_compare_copies),
		cmocka_unit_test(test_compare_little),
	};

	return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
