/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kappa, the comparison of two taggers, and the area under the curve. */
#include <math.h>

#include "unit.h"

#include "base/mem.h"
#include "stats/agreement.h"
#include "stats/auc.h"
#include "stats/bootstrap.h"

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

/* Kappa and its interval; the numbers are those of statsmodels. */
static void
test_weighted(void **state)
{
	static const double two[] = { 20, 5, 10, 15 };
	static const double three[] = { 44, 5, 1, 7, 20, 3, 9, 5, 6 };
	static const struct {
		enum hd_weights weights;
		double value, se;
	} want[] = {
		{ HD_WEIGHTS_IDENTITY, 0.491525423729, 0.0721274592933 },
		{ HD_WEIGHTS_LINEAR, 0.473684210526, 0.0769789098703 },
		{ HD_WEIGHTS_QUADRATIC, 0.454545454545, 0.0939796977757 },
	};
	struct hd_agreement a;

	(void)state;
	a = hd_kappa_weighted(two, 2, HD_WEIGHTS_IDENTITY);
	NEAR(a.value, 0.4);
	NEAR(a.se, 0.126996062931);
	NEAR(a.lo, 0.151092290477);
	NEAR(a.hi, 0.648907709523);
	assert_int_equal(a.n, 50);
	for (size_t i = 0; i < COUNT(want); i++) {
		a = hd_kappa_weighted(three, 3, want[i].weights);
		NEAR(a.value, want[i].value);
		NEAR(a.se, want[i].se);
		NEAR(a.hi - a.value, 1.959963984540054 * want[i].se);
		/* two categories have but one distance */
		a = hd_kappa_weighted(two, 2, want[i].weights);
		NEAR(a.se, 0.126996062931);
	}
}

/* No variation, agreement without a flaw, and limits beyond the scale. */
static void
test_weighted_ends(void **state)
{
	static const double one[] = { 40, 0, 0, 0 };
	static const double none[] = { 0, 0, 0, 0 };
	static const double half[] = { 40, 0, 0, 0, 0, 0, 3, 0, 0 };
	static const double all[] = { 7, 0, 0, 5 };
	static const double never[] = { 0, 5, 5, 0 };
	static const double few[] = { 3, 1, 0, 2 };
	struct hd_agreement a;

	(void)state;
	for (int w = HD_WEIGHTS_IDENTITY; w <= HD_WEIGHTS_QUADRATIC; w++) {
		a = hd_kappa_weighted(one, 2, w);
		assert_true(isnan(a.value) && isnan(a.se) && isnan(a.lo));
		assert_int_equal(a.n, 40);
		a = hd_kappa_weighted(none, 2, w);
		assert_true(isnan(a.value) && isnan(a.hi));
		assert_int_equal(a.n, 0);
		assert_true(isnan(hd_kappa_weighted(one, 1, w).value));
	}
	/* what one of them never said is no reason for NaN */
	a = hd_kappa_weighted(half, 3, HD_WEIGHTS_LINEAR);
	NEAR(a.value, 0);
	a = hd_kappa_weighted(all, 2, HD_WEIGHTS_IDENTITY);
	NEAR(a.value, 1);
	NEAR(a.se, 0);
	assert_true(isnan(a.lo) && isnan(a.hi));
	a = hd_kappa_weighted(never, 2, HD_WEIGHTS_IDENTITY);
	NEAR(a.value, -1);
	assert_true(isnan(a.lo) && isnan(a.hi));
	a = hd_kappa_weighted(few, 2, HD_WEIGHTS_IDENTITY);
	assert_true(a.lo > -1 && a.hi >= 1 && a.hi <= 1);
}

/* Krippendorff (2011): 4 coders, 12 units, the last of which one coded. */
#define NONE -1
static const int worked[12 * 4] = { 0, 0, NONE, 0, 1, 1, 2, 1, 2, 2, 2, 2, 2, 2,
	2, 2, 1, 1, 1, 1, 0, 1, 2, 3, 3, 3, 3, 3, 0, 0, 1, 0, 1, 1, 1, 1, NONE,
	4, 4, 4, NONE, NONE, 0, 0, NONE, 2, NONE, NONE };

static void
test_alpha(void **state)
{
	static const struct hd_ratings r = { worked, 12, 4, 5 };
	static const double want[] = { 0.743421052632, 0.815387503755,
		0.849107142857 };
	struct hd_agreement a, again;

	(void)state;
	for (int m = HD_METRIC_NOMINAL; m <= HD_METRIC_INTERVAL; m++) {
		a = hd_alpha(&r, m, 1);
		NEAR(a.value, want[m]);
		assert_int_equal(a.n, 11);
		assert_true(isnan(a.se));
		assert_true(a.lo < a.value && a.value < a.hi && a.hi <= 1);
		again = hd_alpha(&r, m, 1);
		assert_memory_equal(&a, &again, sizeof(a));
		again = hd_alpha(&r, m, 2);
		assert_true(again.lo < a.lo || again.lo > a.lo);
	}
}

/* Other coefficients of it; order of units and coders is nothing to go by. */
static void
test_order(void **state)
{
	static const struct hd_ratings r = { worked, 12, 4, 5 };
	int turned[12 * 4];
	struct hd_ratings t = { turned, 12, 4, 5 };
	struct hd_agreement a, b;

	(void)state;
	for (size_t i = 0; i < COUNT(turned); i++)
		turned[i] = worked[COUNT(turned) - 1 - i];
	a = hd_alpha(&r, HD_METRIC_ORDINAL, 3);
	b = hd_alpha(&t, HD_METRIC_ORDINAL, 3);
	assert_memory_equal(&a, &b, sizeof(a));
	a = hd_ac1(&r, 3);
	/* as Gwet's own package has it */
	assert_true(fabs(a.value - 0.77544) < 5e-6);
	assert_int_equal(a.n, 11);
	b = hd_ac1(&t, 3);
	assert_memory_equal(&a, &b, sizeof(a));
	a = hd_agreement_raw(&r);
	b = hd_agreement_raw(&t);
	NEAR(a.value, 8.0 / 11);
	NEAR(a.value, b.value);
}

/* 118 times both said 0, 5 and 2 times they differed: what kappa calls luck. */
static size_t
paradox(int *code)
{
	for (size_t u = 0; u < 125; u++) {
		code[2 * u] = u >= 118 && u < 120;
		code[2 * u + 1] = u >= 120;
	}
	return 125;
}

static void
test_paradox(void **state)
{
	int code[250];
	struct hd_ratings r = { code, paradox(code), 2, 2 };
	struct hd_agreement a;
	double table[4];

	(void)state;
	assert_int_equal(hd_ratings_table(&r, 0, 1, table), 125);
	NEAR(table[1], 5);
	NEAR(table[2], 2);
	a = hd_kappa_weighted(table, 2, HD_WEIGHTS_IDENTITY);
	NEAR(a.value, -0.0233918128655);
	a = hd_ac1(&r, 1);
	NEAR(a.value, 0.940776337609);
	assert_true(a.lo > 0.85 && a.lo < a.value && a.hi > a.value);
	a = hd_agreement_raw(&r);
	NEAR(a.value, 118.0 / 125);
	/* Wilson's for 118 of 125 */
	assert_true(fabs(a.lo - 0.8889) < 1e-4 && fabs(a.hi - 0.9726) < 1e-4);
}

/* The simulated distribution of alpha is that of theory, nearly. */
static void
test_interval_width(void **state)
{
	int code[800];
	struct hd_ratings r = { code, 400, 2, 2 };
	double table[4];
	struct hd_agreement k, a;

	(void)state;
	for (size_t u = 0; u < 400; u++) {
		code[2 * u] = u % 2;
		code[2 * u + 1] = u % 10 < 2 ? 1 - (int)(u % 2) : (int)(u % 2);
	}
	(void)hd_ratings_table(&r, 0, 1, table);
	k = hd_kappa_weighted(table, 2, HD_WEIGHTS_IDENTITY);
	NEAR(k.value, 0.6);
	a = hd_alpha(&r, HD_METRIC_NOMINAL, 5);
	assert_true(fabs(a.lo - k.lo) < 0.01 && fabs(a.hi - k.hi) < 0.01);
	a = hd_ac1(&r, 5);
	assert_true(fabs(a.lo - k.lo) < 0.01 && fabs(a.hi - k.hi) < 0.01);
}

/* Nothing coded, coded once, one category, and no disagreement. */
static void
test_ratings_ends(void **state)
{
	static const int once[] = { 0, NONE, NONE, 1, NONE, NONE };
	static const int same[] = { 1, 1, 1, 1, 1, 1 };
	static const int agreed[] = { 0, 0, 1, 1, 0, 0 };
	static const struct hd_ratings none = { once, 0, 2, 2 };
	static const struct hd_ratings single = { once, 3, 2, 2 };
	static const struct hd_ratings alike = { same, 3, 2, 2 };
	static const struct hd_ratings full = { agreed, 3, 2, 2 };
	static const struct hd_ratings *empty[] = { &none, &single };
	struct hd_agreement a;

	(void)state;
	for (size_t i = 0; i < COUNT(empty); i++) {
		a = hd_alpha(empty[i], HD_METRIC_NOMINAL, 1);
		assert_true(isnan(a.value) && isnan(a.lo) && a.n == 0);
		assert_true(isnan(hd_ac1(empty[i], 1).value));
		a = hd_agreement_raw(empty[i]);
		assert_true(isnan(a.value) && a.n == 0);
		assert_true(a.lo <= 0 && a.hi >= 1);
	}
	for (int m = HD_METRIC_NOMINAL; m <= HD_METRIC_INTERVAL; m++) {
		assert_true(isnan(hd_alpha(&alike, m, 1).value));
		a = hd_alpha(&full, m, 1);
		NEAR(a.value, 1);
		assert_true(isnan(a.lo) && isnan(a.hi));
	}
	assert_true(isnan(hd_ac1(&alike, 1).value));
	NEAR(hd_agreement_raw(&alike).value, 1);
	assert_true(hd_agreement_raw(&alike).lo < 0.5);
	a = hd_ac1(&full, 1);
	NEAR(a.value, 1);
	assert_true(isnan(a.lo) && a.n == 3);
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
	assert_true(k.rounds > HD_BOOT_ROUNDS * 9 / 10);
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
		cmocka_unit_test(test_weighted),
		cmocka_unit_test(test_weighted_ends),
		cmocka_unit_test(test_alpha),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_paradox),
		cmocka_unit_test(test_interval_width),
		cmocka_unit_test(test_ratings_ends),
		cmocka_unit_test(test_auc),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_compare_copies),
		cmocka_unit_test(test_compare_little),
	};

	return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
