/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detection: rates, charts, terms, accounts, drift, and censored shares. */
#include <math.h>

#include "unit.h"

#include "stats/chart.h"
#include "stats/drift.h"
#include "stats/logodds.h"
#include "stats/quantile.h"
#include "stats/rate.h"
#include "stats/shrink.h"
#include "stats/survival.h"

/* To 12 digits, as far as the numbers go. */
#define NEAR(got, want) \
	assert_true(fabs((got) - (want)) < 1e-9 * fmax(1e-7, fabs(want)))

/* x / (1 - x) as x. */
static double
share(double odds)
{
	return odds / (1 + odds);
}

static void
test_quantile(void **state)
{
	double large;

	(void)state;
	/* the limits of Clopper and Pearson for 3 of 20, and 1 of 1000 */
	NEAR(share(hd_beta_odds(0.025, 3, 18)), 0.0320709371855);
	NEAR(share(hd_beta_odds(0.975, 4, 17)), 0.378926826545);
	NEAR(share(hd_beta_odds(0.025, 1, 1000)), 2.53174874913e-05);
	NEAR(share(hd_beta_odds(0.975, 2, 999)), 0.00555892427983);
	NEAR(hd_gamma_quantile(0.05, 11) / 4, 1.54225182235);
	/* rare among many is Poisson, nearly */
	large = hd_beta_odds(0.025, 10, 1e8) * 1e8;
	assert_true(fabs(large / hd_gamma_quantile(0.025, 10) - 1) < 1e-6);
	large = hd_beta_odds(0.025, 10, 99991);
	assert_true(fabs(hd_beta_p(share(large), 10, 99991) - 0.025) < 1e-9);
	/* many of both: log odds have variance 1/a + 1/b */
	large = log(hd_beta_odds(0.025, 1e6, 1e6));
	assert_true(fabs(large / -1.959963984540054 / sqrt(2e-6) - 1) < 1e-4);
	assert_true(fabs(hd_beta_p(0.5, 1e7, 1e7) - 0.5) < 1e-9);
	/* the mean of a gamma variable of shape 10^6, nearly */
	assert_true(fabs(hd_beta_p(1 / 1001.0, 1e6, 1e9) - 0.500133) < 1e-6);
	/* P(X <= x) is x^a / gamma(a + 1), nearly, for small x */
	large = pow(0.05 * tgamma(1.1), 10);
	assert_true(fabs(hd_gamma_quantile(0.05, 0.1) / large - 1) < 1e-9);
	assert_true(hd_gamma_quantile(0.05, 1e-4) < 1e-300);
}

static void
test_rate_ratio(void **state)
{
	struct hd_rate_ratio r;

	(void)state;
	r = hd_rate_ratio(15, 7, 20, 28, 1);
	NEAR(r.ratio, 3.0);
	NEAR(r.lo, 1.42908233557);
	NEAR(r.hi, 6.16438498337);
	NEAR(r.p, 0.00175185622225);
	NEAR(r.mid_p, 0.00113833710557);
	r = hd_rate_ratio(6, 7, 0, 84, 1);
	assert_true(isinf(r.ratio) && isinf(r.hi));
	NEAR(r.lo, 14.1290967087);
	NEAR(r.p, 2.07176211033e-07);
	NEAR(r.mid_p, 1.03588105517e-07);
}

static void
test_rate_ratio_ends(void **state)
{
	struct hd_rate_ratio r, half;

	(void)state;
	r = hd_rate_ratio(0, 7, 5, 28, 1);
	NEAR(r.ratio, 0.0);
	NEAR(r.lo, 0.0);
	assert_true(isfinite(r.hi));
	NEAR(r.p, 1.0);
	/* 0.8^5 is the chance of none */
	NEAR(r.mid_p, 1 - 0.32768 / 2);
	r = hd_rate_ratio(0, 7, 0, 28, 1);
	assert_true(isnan(r.ratio) && isinf(r.hi));
	NEAR(r.lo, 0.0);
	NEAR(r.p, 1.0);
	r = hd_rate_ratio(3, 7, 2, 0, 1);
	assert_true(isnan(r.ratio));
	r = hd_rate_ratio(3, 0, 2, 7, 1);
	assert_true(isnan(r.ratio));
	/* 30 and 40 at twice the variance are 15 and 20 */
	r = hd_rate_ratio(15, 7, 20, 28, 1);
	half = hd_rate_ratio(30, 7, 40, 28, 2);
	assert_memory_equal(&r, &half, sizeof(r));
	half = hd_rate_ratio(15, 7, 20, 28, 1.5);
	NEAR(half.ratio, 3.0);
	assert_true(half.lo < r.lo && half.hi > r.hi && half.p > r.p);
	r = hd_rate_ratio(1000000, 7, 4000000, 28, 1);
	assert_true(r.lo > 0.997 && r.lo < 1 && r.hi > 1 && r.hi < 1.003);
	assert_true(fabs(r.mid_p - 0.5) < 1e-3);
	half = hd_rate_ratio(1, 7, 0, 28, 4);
	assert_true(half.p > 0 && half.p < 1 && half.mid_p < half.p);
}

static void
test_overdispersion(void **state)
{
	static const double count[] = { 2, 4, 6, 8, 0, 0, 0, 0, 5, 5, 5, 25 };
	static const double calm[] = { 5, 5, 5, 5 };

	(void)state;
	/* around 5: 9 1 1 9, 20 / 5; around 10: 25 25 25 225, 300 / 10 */
	NEAR(hd_overdispersion(count, 3, 4), 34.0 / 6);
	NEAR(hd_overdispersion(count, 1, 4), 4.0 / 3);
	NEAR(hd_overdispersion(calm, 1, 4), 1.0);
	NEAR(hd_overdispersion(count, 0, 4), 1.0);
	NEAR(hd_overdispersion(count, 4, 1), 1.0);
	NEAR(hd_overdispersion(count + 4, 1, 4), 1.0);
}

static void
test_cusum(void **state)
{
	static const double x[] = { 3, 1, 0, 4, 5, 2, 0 };
	static const double want[] = { 1, 0, 0, 2, 5, 5, 3 };
	double s[7];

	(void)state;
	NEAR(hd_cusum_k(2, 4), 2 / log(2));
	assert_int_equal(hd_cusum(x, 7, 2, 5, s), 4);
	for (size_t i = 0; i < 7; i++)
		NEAR(s[i], want[i]);
	assert_int_equal(hd_cusum(x, 7, 2, 5.5, s), 7);
	assert_int_equal(hd_cusum(x, 0, 2, 5, s), 0);
}

/* An alarm at the first ticket: days to it are known. */
static void
test_cusum_limit(void **state)
{
	double k = hd_cusum_k(2, 3), h;

	(void)state;
	/* h up to 1 - k alarms at one ticket, each 1 / (1 - exp(-0.01)) = 100
	 * days: longer is more, shorter less */
	h = hd_cusum_limit(0.01, 0.25, 50, 1);
	assert_true(h > 0 && h <= 0.76);
	h = hd_cusum_limit(0.01, 0.25, 200, 1);
	assert_true(h >= 0.75 && h < 3);
	h = hd_cusum_limit(2, k, 365, 1);
	assert_true(h > 3 && h < 15);
	NEAR(hd_cusum_limit(2, k, 365, 1), h);
	assert_true(hd_cusum_limit(2, k, 730, 1) > h);
	assert_true(fabs(hd_cusum_limit(2, k, 365, 2) / h - 1) < 0.1);
}

static void
test_ewma(void **state)
{
	static const double calm[] = { 4, 4, 4, 4 };
	static const double up[] = { 4, 4, 9, 12, 14, 4 };
	struct hd_ewma day[6];
	double half;

	(void)state;
	assert_int_equal(hd_ewma(calm, 4, 4, 0.2, 3, day), 4);
	assert_int_equal(hd_ewma(up, 6, 4, 0.2, 3, day), 3);
	/* first day: limits are 3 * 0.2 deviations from the mean */
	half = (day[0].hi - day[0].lo) / 2;
	assert_true(half > 0.5 && half < 0.65);
	assert_true(day[1].hi > day[0].hi && day[5].hi > day[4].hi);
	/* a large mean: 2 sqrt(mu + 1/8), deviation 1 */
	(void)hd_ewma(calm, 1, 10000, 0.2, 3, day);
	half = (day[0].hi - day[0].lo) / 2;
	assert_true(fabs(half - 0.6) < 1e-4);
	assert_true(fabs(day[0].hi + day[0].lo - 4 * sqrt(10000.125)) < 1e-4);
	/* lambda 1 is the day alone: none at all among few is no alarm */
	assert_int_equal(hd_ewma((double[]){ 0 }, 1, 2, 1, 3, day), 1);
	NEAR(day[0].z, 2 * sqrt(0.375));
	assert_int_equal(hd_ewma(calm, 0, 4, 0.2, 3, day), 0);
}

static void
test_log_odds(void **state)
{
	struct hd_log_odds r;

	(void)state;
	r = hd_log_odds(30, 5000, 12, 20000, 60, 40000, 500);
	NEAR(r.delta, 2.20101996857);
	NEAR(r.z, 6.60780178057);
	r = hd_log_odds(12, 20000, 30, 5000, 60, 40000, 500);
	NEAR(r.delta, -2.20101996857);
	/* none in one of them is a finite difference still */
	r = hd_log_odds(0, 5000, 12, 20000, 60, 40000, 500);
	assert_true(isfinite(r.delta) && isfinite(r.z));
	assert_true(isnan(hd_log_odds(1, 10, 1, 10, 0, 100, 500).z));
	assert_true(isnan(hd_log_odds(1, 10, 1, 10, 0, 0, 500).z));
	assert_true(isnan(hd_log_odds(10, 10, 10, 10, 100, 100, 500).delta));
	NEAR(hd_unseen(3, 12), 0.25);
	assert_true(isnan(hd_unseen(0, 0)));
}

static void
test_shrink(void **state)
{
	struct hd_shrunk s;

	(void)state;
	s = hd_shrink((struct hd_gamma){ 2, 2 }, 9, 2, 2);
	NEAR(s.mean, 2.75);
	NEAR(s.eb05, 1.54225182235);
	NEAR(s.above, 0.815885792559);
	/* nothing known of it: the prior */
	s = hd_shrink((struct hd_gamma){ 2, 2 }, 0, 0, 2);
	NEAR(s.mean, 1.0);
	NEAR(s.above, 5 * exp(-4));
	s = hd_shrink((struct hd_gamma){ NAN, NAN }, 9, 2, 2);
	assert_true(isnan(s.mean) && isnan(s.eb05) && isnan(s.above));
}

static void
test_gamma_fit(void **state)
{
	static const double x[] = { 0, 10, 2, 8, 3 }, e[] = { 5, 5, 5, 5, 0 };
	static const double calm[] = { 5, 5, 5, 5 }, none[] = { 0, 0 };
	struct hd_gamma g;
	struct hd_shrunk s;

	(void)state;
	/* mu 1; squares 25 25 9 9 less 20, over 100: tau 0.48 */
	g = hd_gamma_fit(x, e, 5);
	NEAR(g.a, 1 / 0.48);
	NEAR(g.b, 1 / 0.48);
	g = hd_gamma_fit(calm, e, 4);
	NEAR(g.a, 10000.0);
	s = hd_shrink(g, 5, 5, 1.5);
	assert_true(s.eb05 > 0.98 && s.eb05 < 1);
	assert_true(s.above >= 0 && s.above < 1e-9);
	assert_true(isnan(hd_gamma_fit(none, e, 2).a));
	assert_true(isnan(hd_gamma_fit(x, e, 0).a));
	assert_true(isnan(hd_gamma_fit(x + 4, e + 4, 1).b));
}

static const double was[] = { 120, 80, 50 }, is[] = { 90, 90, 70 };

static void
test_drift(void **state)
{
	struct hd_psi p;
	struct hd_cramer c;

	(void)state;
	p = hd_psi(was, is, 3);
	NEAR(p.psi, 0.0653388119296);
	/* -2 ln 0.05 at two degrees of freedom */
	NEAR(p.limit, -2 * log(0.05) * 2 / 250);
	NEAR(hd_jsd(was, is, 3), 0.0118848155038);
	NEAR(hd_jsd(is, was, 3), 0.0118848155038);
	c = hd_cramer(was, is, 3);
	/* 2 * (15^2 / 105 + 5^2 / 85 + 10^2 / 60) */
	NEAR(c.chi2, 2 * (225.0 / 105 + 25.0 / 85 + 100.0 / 60));
	assert_int_equal(c.df, 2);
	NEAR(c.p, exp(-c.chi2 / 2));
	NEAR(c.v, sqrt(c.chi2 / 500));
}

static void
test_drift_ends(void **state)
{
	static const double none[] = { 0, 0, 0 };
	static const double left[] = { 5, 0, 0 }, right[] = { 0, 0, 9 };
	struct hd_psi p;
	struct hd_cramer c;

	(void)state;
	NEAR(hd_jsd(was, was, 3), 0.0);
	NEAR(hd_jsd(left, right, 3), 1.0);
	assert_true(isnan(hd_jsd(was, none, 3)));
	assert_true(isnan(hd_jsd(was, is, 0)));
	assert_true(isfinite(hd_psi(left, right, 3).psi));
	p = hd_psi(none, was, 3);
	assert_true(isnan(p.psi) && isnan(p.limit));
	assert_true(isnan(hd_psi(was, is, 1).psi));
	c = hd_cramer(left, right, 3);
	NEAR(c.v, 1.0);
	assert_int_equal(c.df, 1);
	assert_true(isnan(hd_cramer(left, left, 3).v));
	assert_true(isnan(hd_cramer(was, none, 3).v));
	assert_true(isnan(hd_cramer(none, none, 3).p));
}

static void
test_incidence(void **state)
{
	/* by 7: at 2 one of 10, at 3 one of 9, at 5 one of 5 */
	struct hd_watched t[] = {
		{ 9, true },
		{ 2, true },
		{ 3, true },
		{ 3, false },
		{ 4, false },
		{ 5, true },
		{ 7, false },
		{ 8, false },
		{ 4, false },
		{ 7.5, true },
	};
	double s = 0.9 * 8 / 9 * 4 / 5, se, half;
	struct hd_incidence r = hd_incidence(t, 10, 7);
	struct hd_watched back[10];

	(void)state;
	NEAR(r.p, 1 - s);
	assert_int_equal(r.n, 10);
	assert_int_equal(r.events, 3);
	assert_int_equal(r.at_risk, 4);
	se = sqrt(1.0 / 90 + 1.0 / 72 + 1.0 / 20) / -log(s);
	half = 1.959963984540054 * se;
	NEAR(r.lo, 1 - exp(log(s) * exp(-half)));
	NEAR(r.hi, 1 - exp(log(s) * exp(half)));
	for (size_t i = 0; i < 10; i++)
		back[i] = t[9 - i];
	assert_true(fabs(hd_incidence(back, 10, 7).p - r.p) < 1e-15);
}

static void
test_incidence_ends(void **state)
{
	struct hd_watched none[] = { { 7, false }, { 7, false }, { 1, false } };
	struct hd_watched all[] = { { 1, true }, { 2, true }, { 2, true } };
	struct hd_watched young[] = { { 1, true }, { 2, false } };
	struct hd_watched late[] = { { 7, true }, { 8, false } };
	struct hd_incidence r;

	(void)state;
	/* Wilson's for 0 of 2: z^2 / (2 + z^2) */
	r = hd_incidence(none, 3, 7);
	NEAR(r.p, 0.0);
	NEAR(r.lo, 0.0);
	NEAR(r.hi, 3.841458820694124 / 5.841458820694124);
	r = hd_incidence(all, 3, 7);
	NEAR(r.p, 1.0);
	NEAR(r.lo, 2 / 5.841458820694124);
	NEAR(r.hi, 1.0);
	/* nobody was watched for so long */
	r = hd_incidence(young, 2, 7);
	assert_true(isnan(r.p));
	NEAR(r.lo, 0.0);
	NEAR(r.hi, 1.0);
	NEAR(hd_incidence(young, 2, 2).p, 0.5);
	r = hd_incidence(late, 2, 7);
	NEAR(r.p, 0.5);
	assert_int_equal(r.at_risk, 1);
	assert_true(isnan(hd_incidence(late, 0, 7).p));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quantile),
		cmocka_unit_test(test_rate_ratio),
		cmocka_unit_test(test_rate_ratio_ends),
		cmocka_unit_test(test_overdispersion),
		cmocka_unit_test(test_cusum),
		cmocka_unit_test(test_cusum_limit),
		cmocka_unit_test(test_ewma),
		cmocka_unit_test(test_log_odds),
		cmocka_unit_test(test_shrink),
		cmocka_unit_test(test_gamma_fit),
		cmocka_unit_test(test_drift),
		cmocka_unit_test(test_drift_ends),
		cmocka_unit_test(test_incidence),
		cmocka_unit_test(test_incidence_ends),
	};

	return cmocka_run_group_tests_name("detect", tests, NULL, NULL);
}
