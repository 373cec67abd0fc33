/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two windows and two samples compared, and lists of such comparisons. */
#include <math.h>

#include "unit.h"

#include "stats/compare.h"
#include "stats/difference.h"
#include "stats/fdr.h"
#include "stats/order.h"
#include "stats/proportion.h"
#include "stats/trend.h"
#include "stats/twosample.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) < 1e-9)

/* x0, n0, x1, n1 of three types */
static const struct hd_compared types[] = {
	{ 40, 400, 14, 150 },
	{ 60, 300, 57, 300 },
	{ 120, 300, 220, 550 },
};

static void
test_standardise(void **state)
{
	static const struct hd_compared one[] = { { 3, 10, 6, 10 } };
	struct hd_standardised s, t;

	(void)state;
	s = hd_standardise(types, 3, HD_STANDARD_MEAN);
	NEAR(s.diff, -0.00483333333333);
	NEAR(s.lo, -0.0424305519365);
	NEAR(s.hi, 0.0338340638469);
	/* 0.4, 0.3, 0.3 of the baseline; differences -2/300, -0.01 and 0 */
	s = hd_standardise(types, 3, HD_STANDARD_BASELINE);
	NEAR(s.diff, -0.4 * 2 / 300 - 0.003);
	/* 550, 600, 850 of 2,000 */
	s = hd_standardise(types, 3, HD_STANDARD_POOLED);
	NEAR(s.diff, -0.275 * 2 / 300 - 0.003);
	/* of one type, it is Newcombe's difference of 9 of 10 and 3 of 10 */
	s = hd_standardise(
	    (struct hd_compared[]){ { 3, 10, 9, 10 } }, 1, HD_STANDARD_MEAN);
	NEAR(s.lo, 0.170522723935);
	NEAR(s.hi, 0.809017973535);
	t = hd_standardise(one, 1, HD_STANDARD_BASELINE);
	NEAR(t.diff, 0.3);
}

static void
test_standardise_ends(void **state)
{
	static const struct hd_compared gone[] = {
		{ 1, 10, 1, 10 },
		{ 2, 10, 0, 0 },
	};
	static const struct hd_compared zero[] = { { 0, 10, 0, 20 } };
	static const struct hd_compared never[] = {
		{ 1, 10, 1, 10 },
		{ 0, 0, 0, 0 },
	};
	struct hd_standardised s;

	(void)state;
	assert_true(isnan(hd_standardise(types, 0, HD_STANDARD_MEAN).diff));
	s = hd_standardise(gone, 2, HD_STANDARD_MEAN);
	assert_true(isnan(s.diff) && isnan(s.lo) && isnan(s.hi));
	s = hd_standardise(never, 2, HD_STANDARD_MEAN);
	NEAR(s.diff, 0);
	s = hd_standardise(zero, 1, HD_STANDARD_MEAN);
	NEAR(s.lo, -0.277532799863);
	NEAR(s.hi, 0.161125158053);
}

static void
test_merge(void **state)
{
	struct hd_compared c[] = {
		{ 1, 4, 2, 9 },
		{ 5, 50, 6, 60 },
		{ 0, 0, 3, 7 },
		{ 7, 70, 8, 80 },
	};

	(void)state;
	assert_int_equal(hd_compared_merge(c, 4, 5), 3);
	assert_int_equal(c[0].n0, 50);
	assert_int_equal(c[1].n1, 80);
	assert_int_equal(c[2].x0, 1);
	assert_int_equal(c[2].n0, 4);
	assert_int_equal(c[2].x1, 5);
	assert_int_equal(c[2].n1, 16);
	assert_int_equal(hd_compared_merge(c, 2, 5), 2);
	assert_int_equal(hd_compared_merge(c, 0, 5), 0);
}

static void
test_kitagawa(void **state)
{
	static const struct hd_compared c[] = {
		{ 40, 400, 14, 150 },
		{ 60, 300, 57, 300 },
		{ 120, 300, 190, 500 },
		{ 0, 0, 30, 50 },
	};
	static const double want[][4] = {
		{ 0.4, 0.15, -0.00183333333333, 0.0397083333333 },
		{ 0.3, 0.3, -0.003, 0 },
		{ 0.3, 0.5, -0.008, 0.0269 },
		{ 0, 0.05, 0, 0.017225 },
	};
	struct hd_kitagawa_row row[4];
	struct hd_kitagawa all = hd_kitagawa(c, 4, row);

	(void)state;
	NEAR(all.r0, 0.22);
	NEAR(all.r1, 0.291);
	NEAR(all.rate, -0.0128333333333);
	NEAR(all.mix, 0.0838333333333);
	NEAR(all.rate + all.mix, all.r1 - all.r0);
	for (size_t i = 0; i < 4; i++) {
		NEAR(row[i].w0, want[i][0]);
		NEAR(row[i].w1, want[i][1]);
		NEAR(row[i].rate, want[i][2]);
		NEAR(row[i].mix, want[i][3]);
	}
	assert_true(isnan(row[3].r0));
	NEAR(row[3].r1, 0.6);
	NEAR(all.rate_se,
	    sqrt(0.275 * 0.275 *
		     (0.1 * 0.9 / 400 + 14.0 / 150 * 136 / 150 / 150) +
		 0.09 * (0.2 * 0.8 / 300 + 0.19 * 0.81 / 300) +
		 0.16 * (0.4 * 0.6 / 300 + 0.38 * 0.62 / 500)));
}

/* A type that went, one that never was, and a window without any. */
static void
test_kitagawa_ends(void **state)
{
	static const struct hd_compared c[] = {
		{ 10, 100, 20, 100 },
		{ 30, 100, 0, 0 },
		{ 0, 0, 0, 0 },
	};
	static const struct hd_compared none[] = {
		{ 1, 10, 0, 0 },
		{ 0, 0, 0, 0 },
	};
	struct hd_kitagawa_row row[3];
	struct hd_kitagawa all = hd_kitagawa(c, 3, row);

	(void)state;
	NEAR(all.r0, 0.2);
	NEAR(all.r1, 0.2);
	NEAR(all.rate, 0.075);
	NEAR(all.mix, -0.075);
	NEAR(row[1].mix, -0.5 * 0.1);
	NEAR(row[2].mix, 0);
	assert_true(isnan(row[2].r0));
	all = hd_kitagawa(none, 2, row);
	NEAR(all.r0, 0.1);
	assert_true(isnan(all.r1) && isnan(all.rate) && isnan(all.mix));
	assert_true(isnan(row[1].rate) && isnan(row[1].mix));
	all = hd_kitagawa(none, 0, row);
	assert_true(isnan(all.r0) && isnan(all.mix) && isnan(all.rate_se));
}

static void
test_mantel(void **state)
{
	static const struct hd_compared none[] = { { 0, 10, 0, 20 } };
	static const struct hd_compared only[] = { { 0, 10, 4, 20 } };
	static const struct hd_compared before[] = { { 4, 10, 0, 20 } };
	static const struct hd_compared one[] = { { 3, 10, 9, 10 } };
	struct hd_mantel m;

	(void)state;
	m = hd_mantel_haenszel(types, 3);
	NEAR(m.odds, 0.972427626657);
	NEAR(m.se, 0.112053261297);
	NEAR(m.lo, 0.780687776843);
	NEAR(m.hi, 1.21125950365);
	assert_int_equal(m.up, 0);
	assert_int_equal(m.down, 2);
	/* one table: 9 and 1 after, 3 and 7 before */
	m = hd_mantel_haenszel(one, 1);
	NEAR(m.odds, 21);
	/* a - E = 3, variance 10 * 10 * 12 * 8 / (400 * 19) */
	NEAR(m.chi2, 2.5 * 2.5 / (9600.0 / 7600));
	NEAR(m.p, erfc(sqrt(m.chi2 / 2)));
	m = hd_mantel_haenszel(only, 1);
	assert_true(isinf(m.odds) && isnan(m.lo) && isnan(m.hi));
	m = hd_mantel_haenszel(before, 1);
	NEAR(m.odds, 0);
	assert_true(isnan(m.se));
	assert_true(m.p > 0 && m.p < 1);
	m = hd_mantel_haenszel(none, 1);
	assert_true(isnan(m.odds) && isnan(m.p) && isnan(m.chi2));
	assert_true(isnan(hd_mantel_haenszel(types, 0).odds));
}

static void
test_oe(void **state)
{
	static const struct hd_taken cases[] = {
		{ 300, 90000, 10, 3300 },
		{ 1200, 0, 5, 5500 },
		{ 600, 40000, 20, 14000 },
	};
	struct hd_oe r = hd_observed_expected(cases, 3);

	(void)state;
	NEAR(r.o, 22800);
	NEAR(r.e, 21000);
	NEAR(r.ratio, 22800.0 / 21000);
	NEAR(r.hi - 1, 1.959963984540054 * sqrt(1700000) / 21000);
	NEAR(1 - r.lo, r.hi - 1);
	r = hd_observed_expected(cases, 0);
	assert_true(isnan(r.ratio) && isnan(r.lo) && isnan(r.hi));
	r = hd_observed_expected((struct hd_taken[]){ { 10, 10000, 1, 0 } }, 1);
	NEAR(r.ratio, 0);
	NEAR(r.lo, 0);
}

static void
test_median(void **state)
{
	static const size_t want[][2] = {
		{ 0, 0 },
		{ 1, 0 },
		{ 5, 0 },
		{ 6, 1 },
		{ 10, 2 },
		{ 20, 6 },
		{ 50, 18 },
		{ 100, 40 },
	};
	double v[20];
	struct hd_median m;

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++)
		assert_int_equal(hd_median_rank(want[i][0]), want[i][1]);
	/* mean less z standard deviations, nearly */
	assert_int_equal(hd_median_rank(1000000), 499020);
	assert_int_equal(hd_median_rank(10000000), 4996901);
	for (size_t i = 0; i < 20; i++)
		v[i] = (double)(i + 1) * 10;
	m = hd_median(v, 20);
	NEAR(m.median, 105);
	NEAR(m.lo, 60);
	NEAR(m.hi, 150);
	m = hd_median(v, 5);
	NEAR(m.median, 30);
	assert_true(isnan(m.lo) && isnan(m.hi) && m.k == 0);
	m = hd_median(v, 0);
	assert_true(isnan(m.median) && isnan(m.lo));
}

static void
test_winsorised(void **state)
{
	double v[101];

	(void)state;
	for (size_t i = 0; i < 101; i++)
		v[i] = i < 100 ? (double)i : 100000;
	/* what is above 99 counts as 99 */
	NEAR(hd_winsorised_mean(v, 101, 0.99), (4950.0 + 99) / 101);
	NEAR(hd_winsorised_mean(v, 101, 1), (4950.0 + 100000) / 101);
	NEAR(hd_winsorised_mean(v + 7, 1, 0.99), 7);
	assert_true(isnan(hd_winsorised_mean(v, 0, 0.99)));
}

static const double long_x[] = { 3.1, 4, 5.5, 5.5, 7.2, 9, 12.4 };
static const double long_y[] = { 2.2, 3.1, 3.9, 4, 4.4, 5.5, 6.1, 6.3 };
static const struct hd_two both = { long_x, 7, long_y, 8 };

static void
test_mann_whitney(void **state)
{
	static const double same[] = { 2, 2, 2 };
	static const struct hd_two tied = { same, 3, same, 3 };
	static const struct hd_two turned = { long_y, 8, long_x, 7 };
	static const struct hd_two empty = { long_x, 0, long_y, 8 };
	struct hd_ranksum r;

	(void)state;
	r = hd_mann_whitney(&both);
	NEAR(r.u, 40);
	NEAR(r.above, 0.714285714286);
	NEAR(r.p, 0.180878885592);
	r = hd_mann_whitney(&turned);
	NEAR(r.u, 16);
	NEAR(r.p, 0.180878885592);
	assert_true(r.z < 0);
	r = hd_mann_whitney(&tied);
	NEAR(r.above, 0.5);
	assert_true(isnan(r.z) && isnan(r.p));
	r = hd_mann_whitney(&empty);
	assert_true(isnan(r.u) && isnan(r.above) && isnan(r.p));
}

static void
test_van_elteren(void **state)
{
	static const double low[] = { 1, 2, 3 }, high[] = { 4, 5 };
	const struct hd_two strata[] = {
		both,
		{ high, 2, low, 3 },
		{ low, 3, high, 0 },
	};
	struct hd_ranksum r;
	double z;

	(void)state;
	/* one stratum: Mann and Whitney's without the half */
	r = hd_van_elteren(strata, 1);
	NEAR(r.above, 40.0 / 56);
	z = hd_mann_whitney(&both).z;
	NEAR(r.z, z * 12 / 11.5);
	/* 6 of 6 pairs, weight 1/6 against 1/16; variance 2 * 3 * 6 / 12 = 3 */
	r = hd_van_elteren(strata + 1, 2);
	NEAR(r.z, 3 / sqrt(3));
	r = hd_van_elteren(strata, 3);
	NEAR(r.above, (40.0 / 16 + 1) / (56.0 / 16 + 1));
	assert_true(r.p < hd_van_elteren(strata, 1).p);
	assert_true(isnan(hd_van_elteren(strata + 2, 1).above));
	assert_true(isnan(hd_van_elteren(strata, 0).p));
}

static void
test_shift(void **state)
{
	static const double x[] = { 10, 20, 30 }, y[] = { 1, 2 };
	static const double same[] = { 2, 2, 2, 2, 2, 2 };
	static const struct hd_two small = { x, 3, y, 2 };
	static const struct hd_two tied = { same, 6, same, 6 };
	static const struct hd_two empty = { x, 3, y, 0 };
	static double a[2000], b[1500];
	const struct hd_two large = { a, 2000, b, 1500 };
	struct hd_shift s;

	(void)state;
	/* 9 8 19 18 29 28 */
	s = hd_hodges_lehmann(&small);
	NEAR(s.shift, 18.5);
	assert_true(isnan(s.lo) && isnan(s.hi));
	/* the 28th and 29th of 56 differences, and the 11th from each end */
	s = hd_hodges_lehmann(&both);
	NEAR(s.shift, 1.6);
	NEAR(s.lo, -0.8);
	NEAR(s.hi, 5.1);
	s = hd_hodges_lehmann(&tied);
	NEAR(s.shift, 0);
	assert_true(isnan(s.lo));
	s = hd_hodges_lehmann(&empty);
	assert_true(isnan(s.shift) && isnan(s.lo));
	/* 3,000,000 pairs, the middle two 0.375 and 1.375 */
	for (size_t i = 0; i < 2000; i++)
		a[i] = (double)i * 3 + 0.375;
	for (size_t i = 0; i < 1500; i++)
		b[i] = (double)i * 4;
	s = hd_hodges_lehmann(&large);
	assert_true(s.lo < s.shift && s.shift < s.hi);
	NEAR(s.shift, 0.875);
}

static void
test_ratio(void **state)
{
	static const double x[] = { 2, 4, 8 }, y[] = { 1, 2, 4, 8, 16 };
	static const double zero[] = { 0, 1 }, ones[] = { 1, 1, 1 };
	struct hd_ratio r;
	double half;

	(void)state;
	r = hd_geometric_ratio(&(struct hd_two){ x, 3, y, 5 });
	NEAR(r.ratio, 1);
	/* in units of ln 2: variances 1/3 and 2.5/5, Welch's df
	 * (5/6)^2 / (1/9/2 + 1/4/4) = 50/8.5, its t quantile 2.459 */
	half = 2.459 * log(2) * sqrt(5.0 / 6);
	assert_true(fabs(log(r.hi) - half) < 2e-3);
	NEAR(log(r.lo), -log(r.hi));
	r = hd_geometric_ratio(&(struct hd_two){ x, 3, ones, 3 });
	NEAR(r.ratio, 4);
	/* df 2: 4.302653 / sqrt(3) */
	assert_true(fabs(log(r.hi / 4) / log(2) - 4.302653 / sqrt(3)) < 1e-6);
	r = hd_geometric_ratio(&(struct hd_two){ ones, 3, ones, 2 });
	NEAR(r.ratio, 1);
	assert_true(isnan(r.lo) && isnan(r.hi));
	r = hd_geometric_ratio(&(struct hd_two){ x, 1, y, 5 });
	NEAR(r.ratio, 0.5);
	assert_true(isnan(r.lo));
	r = hd_geometric_ratio(&(struct hd_two){ zero, 2, y, 5 });
	assert_true(isnan(r.ratio) && isnan(r.lo));
	r = hd_geometric_ratio(&(struct hd_two){ x, 0, y, 5 });
	assert_true(isnan(r.ratio));
}

static void
test_fdr(void **state)
{
	static const double p[] = { 0.986, 0.008, 0.039, 0.041, 0.042, 0.06,
		0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
		0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975,
		0.001 };
	double q[25], one[1], sum = 0;

	(void)state;
	hd_fdr_bh(p, 25, q);
	NEAR(q[24], 0.025);
	NEAR(q[1], 0.1);
	NEAR(q[2], 0.21);
	NEAR(q[3], 0.21);
	NEAR(q[4], 0.21);
	NEAR(q[0], 0.986);
	for (int j = 1; j <= 25; j++)
		sum += 1.0 / j;
	hd_fdr_by(p, 25, q);
	NEAR(q[24], 0.025 * sum);
	NEAR(q[1], 0.1 * sum);
	NEAR(q[0], 1);
	hd_fdr_bh(p + 1, 1, one);
	NEAR(one[0], 0.008);
	hd_fdr_by(p, 0, one);
	NEAR(one[0], 0.008);
}

static void
test_holm(void **state)
{
	/* R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") */
	static const double p[] = { 0.01, 0.04, 0.03, 0.005 };
	double q[4] = { 0.5, 0.6, 0.9, 0.4 };

	(void)state;
	hd_holm(p, 4, q);
	NEAR(q[0], 0.03);
	NEAR(q[1], 0.06);
	NEAR(q[2], 0.06);
	NEAR(q[3], 0.02);
	for (int i = 0; i < 4; i++)
		q[i] = 0.5 + 0.1 * i;
	hd_holm(q, 4, q);
	NEAR(q[3], 1);
	hd_holm(p, 0, q);
	NEAR(q[0], 1);
}

/* Ten accounts of ten tickets that all end alike: as ten tickets, nearly. */
static void
test_clusters(void **state)
{
	const struct hd_clusters one = { 70, 100, 10, 7 * 9 + 3 * 49 };
	const struct hd_clusters zero = { 50, 100, 10, 10 * 25 };
	struct hd_clusters a = { 56, 70, 70, 56 * 0.04 + 14 * 0.64 };
	struct hd_clusters b = { 48, 80, 80, 48 * 0.16 + 32 * 0.36 };
	struct hd_interval i = hd_wilson_cluster(70, 100, 10, 210);
	struct hd_interval j = hd_wilson_cluster(50, 100, 10, 250);
	struct hd_difference d = hd_newcombe_cluster(&one, &zero);

	(void)state;
	NEAR(d.d, 0.2);
	/* t of 0.2 / sqrt(0.24 (100/9 + 100/9) / 100), 18 degrees of freedom */
	assert_true(fabs(d.pvalue - 0.397873) < 1e-6);
	NEAR(d.lo, 0.2 - hypot(0.7 - i.lo, j.hi - 0.5));
	NEAR(d.hi, 0.2 + hypot(i.hi - 0.7, 0.5 - j.lo));
	/* without clusters it is Newcombe's */
	d = hd_newcombe_cluster(&a, &b);
	NEAR(d.lo, 0.0524314724024);
	NEAR(d.hi, 0.333872654037);
	/* one account has no variance */
	a.m = 1;
	d = hd_newcombe_cluster(&a, &b);
	NEAR(d.d, 0.2);
	assert_true(isnan(d.lo) && isnan(d.hi) && isnan(d.pvalue));
	a.n = 0;
	assert_true(isnan(hd_newcombe_cluster(&a, &b).d));
}

static void
test_mover(void **state)
{
	const struct hd_interval a = { 5, 4, 7, 1 }, b = { 2, 1.25, 3, 1 };
	struct hd_interval none = { 5, NAN, NAN, 1 };
	struct hd_difference d = hd_mover(&a, &b), e = hd_mover(&b, &a);

	(void)state;
	NEAR(d.d, 3);
	NEAR(d.lo, 3 - hypot(1, 1));
	NEAR(d.hi, 3 + hypot(2, 0.75));
	NEAR(e.lo, -d.hi);
	NEAR(e.hi, -d.lo);
	NEAR(d.pvalue, e.pvalue);
	/* 3 is 3 / sqrt(2) halves of the interval, 1.96 standard errors each */
	NEAR(d.pvalue, erfc(3 / sqrt(2) * 1.959963984540054 / sqrt(2)));
	d = hd_mover(&none, &b);
	NEAR(d.d, 3);
	assert_true(isnan(d.lo) && isnan(d.pvalue));
}

static void
test_trend(void **state)
{
	static const struct hd_trend_point up[] = { { 10, 100 }, { 20, 100 },
		{ 30, 100 }, { 40, 100 } };
	static const struct hd_trend_point down[] = { { 4, 10 }, { 0, 0 },
		{ 3, 10 }, { 1, 10 } };
	static const struct hd_trend_point flat[] = { { 5, 10 }, { 5, 10 },
		{ 5, 10 } };
	struct hd_trend t = hd_trend_test(up, 4, 1);

	(void)state;
	/* 50 / sqrt(0.25 0.75 500) */
	NEAR(t.z, 50 / sqrt(93.75));
	NEAR(t.p, erfc(t.z / sqrt(2)));
	NEAR(hd_trend_test(up, 4, 4).z, t.z / 2);
	assert_true(hd_trend_test(down, 4, 1).z < 0);
	NEAR(hd_trend_test(flat, 3, 1).p, 1);
	/* two periods are no row, and one outcome has no trend */
	assert_true(isnan(hd_trend_test(up, 2, 1).p));
	assert_true(isnan(hd_trend_test(
	    (struct hd_trend_point[]){ { 9, 9 }, { 8, 8 }, { 7, 7 } }, 3, 1)
			      .p));
	assert_true(isnan(hd_trend_test(up, 0, 1).p));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_standardise),
		cmocka_unit_test(test_standardise_ends),
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_kitagawa),
		cmocka_unit_test(test_kitagawa_ends),
		cmocka_unit_test(test_mantel),
		cmocka_unit_test(test_oe),
		cmocka_unit_test(test_median),
		cmocka_unit_test(test_winsorised),
		cmocka_unit_test(test_mann_whitney),
		cmocka_unit_test(test_van_elteren),
		cmocka_unit_test(test_shift),
		cmocka_unit_test(test_ratio),
		cmocka_unit_test(test_fdr),
		cmocka_unit_test(test_holm),
		cmocka_unit_test(test_clusters),
		cmocka_unit_test(test_mover),
		cmocka_unit_test(test_trend),
	};

	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
