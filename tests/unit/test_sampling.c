/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The estimates of a review sample: shares, strata, recall, pools, transport. */
#include <math.h>

#include "unit.h"

#include "stats/difference.h"
#include "stats/proportion.h"
#include "stats/strata.h"
#include "stats/transport.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) < 1e-9)

static void
assert_limits(struct hd_interval i, double lo, double hi)
{
	if (!(fabs(i.lo - lo) < 1e-9 && fabs(i.hi - hi) < 1e-9))
		fail_msg("got [%.12g, %.12g], want [%.12g, %.12g]", i.lo, i.hi,
		    lo, hi);
}

static void
test_wilson(void **state)
{
	static const struct {
		int64_t x, n;
		double lo, hi;
	} rows[] = {
		{ 0, 1, 0, 0.793450685623 },
		{ 0, 30, 0, 0.113513393174 },
		{ 3, 20, 0.0523687458962, 0.360418864741 },
		{ 15, 50, 0.191035535009, 0.437503504645 },
		{ 50, 50, 0.928652400867, 1 },
		{ 1, 1000, 0.000176546370626, 0.00564255859796 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_limits(
		    hd_wilson(rows[i].x, rows[i].n), rows[i].lo, rows[i].hi);
	assert_true(hd_wilson(0, 30).lo == 0);
	assert_true(hd_wilson(50, 50).hi == 1);
	assert_limits(hd_wilson(0, 0), 0, 1);
	assert_true(isnan(hd_wilson(0, 0).p));
}

static void
test_wilson_of(void **state)
{
	(void)state;
	assert_limits(hd_wilson_of(0.6, 50, 80), 0.51463219214, 0.679698097934);
	assert_limits(hd_wilson_of(0.125, 40, 40), 0.125, 0.125);
	/* more reviewed than there are: all of them */
	assert_limits(hd_wilson_of(0.125, 40, 39), 0.125, 0.125);
	/* a population without end */
	assert_limits(
	    hd_wilson_of(0.15, 20, 0), 0.0523687458962, 0.360418864741);
	/* an effective number lies between its neighbours */
	assert_true(hd_wilson_of(0.3, 20.5, 0).hi < hd_wilson(6, 20).hi);
	assert_true(hd_wilson_of(0.3, 20.5, 0).hi > hd_wilson(9, 30).hi);
	/* none, and less than one of one */
	assert_limits(hd_wilson_of(NAN, 0, 10), 0, 1);
	assert_true(isnan(hd_wilson_of(0.5, 0, 10).p));
	assert_limits(hd_wilson_of(0.5, 0.5, 1), 0, 1);
}

/* Tickets of twelve accounts. */
static void
test_cluster(void **state)
{
	static const struct {
		int64_t n, x;
	} accounts[] = { { 10, 8 }, { 5, 1 }, { 8, 6 }, { 12, 3 }, { 6, 5 },
		{ 9, 2 }, { 7, 6 }, { 4, 0 }, { 11, 7 }, { 8, 1 }, { 10, 9 },
		{ 5, 2 } };
	struct hd_interval i;
	double sum_sq = 0, p, d;
	int64_t n = 0, x = 0;

	(void)state;
	for (size_t a = 0; a < 12; a++) {
		n += accounts[a].n;
		x += accounts[a].x;
	}
	p = (double)x / (double)n;
	for (size_t a = 0; a < 12; a++) {
		d = (double)accounts[a].x - p * (double)accounts[a].n;
		sum_sq += d * d;
	}
	i = hd_wilson_cluster(x, n, 12, sum_sq);
	NEAR(i.p, 0.526315789474);
	NEAR(i.deff, 3.27783094099);
	assert_limits(i, 0.333556638662, 0.711537598360);
	assert_true(isnan(hd_wilson_cluster(x, n, 1, sum_sq).lo));
}

static void
test_clopper(void **state)
{
	static const struct {
		int64_t x, n;
		double lo, hi;
	} rows[] = {
		{ 0, 1, 0, 0.975 },
		{ 0, 30, 0, 0.115703308222 },
		{ 3, 20, 0.0320709371855, 0.378926826545 },
		{ 15, 50, 0.178617845664, 0.446082325661 },
		{ 50, 50, 0.928878263536, 1 },
		{ 1, 1000, 2.53174874913e-05, 0.00555892427983 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_limits(
		    hd_clopper(rows[i].x, rows[i].n), rows[i].lo, rows[i].hi);
	assert_true(hd_clopper(0, 30).lo == 0);
	assert_true(hd_clopper(50, 50).hi == 1);
	/* none of 300: 1 - 0.025^(1/300) */
	NEAR(hd_clopper(0, 300).hi, 1 - pow(0.025, 1.0 / 300));
	/* where GSL's own quantile finds nothing */
	NEAR(hd_clopper(10, 100000).lo, 4.795409e-05);
	assert_true(hd_clopper(1000000, 2000000).lo > 0.499);
	assert_limits(hd_clopper(0, 0), 0, 1);
	assert_true(isnan(hd_clopper(0, 0).p));
}

static void
test_stratified(void **state)
{
	static const struct hd_stratum two[] = {
		{ 5400, 120, 109 },
		{ 6600, 280, 14 },
	};
	static const struct hd_stratum sure[] = {
		{ 4800, 60, 60 },
		{ 7200, 60, 0 },
	};
	struct hd_estimate e = hd_stratified(two, 2), f;

	(void)state;
	NEAR(e.p, 0.43625);
	NEAR(e.se, 0.0137060543383);
	NEAR(e.lo, 0.405412710343);
	NEAR(e.hi, 0.460970331438);
	NEAR(e.x, 123);
	NEAR(e.n, 400);
	NEAR(e.N, 12000);
	assert_int_equal(e.empty, 0);
	/* of tickets to come: the same share, known less well */
	f = hd_stratified_future(two, 2);
	NEAR(f.p, e.p);
	assert_true(f.lo < e.lo && f.hi > e.hi && f.se > e.se);
	/* no error seen is not none */
	e = hd_stratified(sure, 2);
	NEAR(e.p, 0.4);
	NEAR(e.se, 0);
	NEAR(e.lo, 0.376209566365);
	NEAR(e.hi, 0.435824892059);
}

static void
test_stratified_edges(void **state)
{
	struct hd_stratum s[] = { { 60, 30, 15 }, { 40, 0, 0 }, { 0, 7, 7 } };
	struct hd_stratum all[] = { { 30, 30, 3 }, { 10, 12, 6 } };
	struct hd_interval w = hd_wilson_of(0.5, 30, 60);
	struct hd_estimate e = hd_stratified(s, 3);

	(void)state;
	/* the second may be anything, the third is gone */
	NEAR(e.p, 0.5);
	NEAR(e.lo, 0.5 - hypot(0.6 * (0.5 - w.lo), 0.4 * 0.5));
	NEAR(e.hi, 0.5 + hypot(0.6 * (w.hi - 0.5), 0.4 * 0.5));
	assert_true(isnan(e.se));
	assert_int_equal(e.empty, 1);
	NEAR(e.n, 30);
	NEAR(e.N, 100);
	/* one ticket of many has no variance */
	s[1].n = s[1].x = 1;
	e = hd_stratified(s, 3);
	assert_true(isnan(e.se) && e.lo < e.p && e.hi > e.p);
	assert_int_equal(e.empty, 0);
	s[1].x = 0.5;
	assert_true(isnan(hd_stratified(s, 3).se));
	/* a census has no error, though more were reviewed than are left */
	e = hd_stratified(all, 2);
	NEAR(e.p, 0.75 * 0.1 + 0.25 * 0.5);
	NEAR(e.lo, e.p);
	NEAR(e.hi, e.p);
	NEAR(e.se, 0);
	assert_true(hd_stratified_future(all, 2).hi > e.hi);
	assert_true(hd_stratified_future(all, 2).se > 0);
	/* nothing */
	e = hd_stratified(s + 2, 1);
	assert_true(isnan(e.p) && isnan(e.se) && e.lo == 0 && e.hi == 1);
	e = hd_stratified(NULL, 0);
	assert_true(isnan(e.p) && e.lo == 0 && e.hi == 1);
	/* one stratum is Wilson */
	e = hd_stratified(s, 1);
	NEAR(e.lo, w.lo);
	NEAR(e.hi, w.hi);
}

static struct hd_interval
recall(double N1, double n1, double x1, double N0, double n0, double x0)
{
	struct hd_stratum a = { N1, n1, x1 }, b = { N0, n0, x0 };
	struct hd_estimate tagged = hd_stratified(&a, 1);
	struct hd_estimate untagged = hd_stratified(&b, 1);

	return hd_recall(&tagged, &untagged);
}

static void
test_recall(void **state)
{
	struct hd_interval r = recall(5400, 120, 109, 6600, 280, 14);

	(void)state;
	NEAR(r.p, 0.936962750716);
	assert_limits(r, 0.900778320349, 0.960832215616);
	/* no true one seen among the untagged */
	r = recall(5400, 120, 109, 6600, 280, 0);
	assert_true(r.p == 1 && r.hi == 1 && r.lo > 0.9 && r.lo < 1);
	/* none seen among the tagged */
	r = recall(5400, 120, 0, 6600, 280, 14);
	assert_true(r.p == 0 && r.lo == 0 && r.hi > 0 && r.hi < 0.5);
	/* none at all */
	r = recall(5400, 120, 0, 6600, 280, 0);
	assert_true(isnan(r.p));
	assert_limits(r, 0, 1);
	/* all tickets tagged; none tagged */
	r = recall(5400, 120, 109, 0, 0, 0);
	assert_true(r.p == 1 && r.lo == 1 && r.hi == 1);
	r = recall(0, 0, 0, 6600, 280, 14);
	assert_true(r.p == 0 && r.lo == 0 && r.hi == 0);
	/* both sides seen whole */
	r = recall(10, 10, 8, 20, 20, 2);
	NEAR(r.p, 0.8);
	assert_limits(r, 0.8, 0.8);
	/* nobody looked at the untagged */
	r = recall(5400, 120, 109, 6600, 0, 0);
	assert_true(r.lo < 0.6 && r.hi == 1);
}

static void
test_pool(void **state)
{
	struct hd_stratum s[] = { { 1000, 50, 20 }, { 100, 4, 1 },
		{ 300, 3, 3 }, { 3, 3, 1 }, { 50, 0, 0 }, { 0, 9, 9 } };
	struct hd_stratum lone[] = { { 100, 30, 6 }, { 40, 20, 5 },
		{ 50, 0, 0 } };
	struct hd_stratum last[] = { { 8, 8, 2 }, { 50, 1, 1 } };

	(void)state;
	/* 1, 2 and 4 are pooled; the census stays, the one that is gone goes */
	assert_int_equal(hd_pool(s, COUNT(s), 5), 3);
	NEAR(s[0].N, 1000);
	NEAR(s[1].N, 3);
	NEAR(s[2].N, 450);
	NEAR(s[2].n, 400.0 * 400 / (100.0 * 100 / 4 + 300.0 * 300 / 3));
	NEAR(s[2].x / s[2].n, (100 * 0.25 + 300) / 400);
	/* nothing seen in the pool: it takes in the smallest */
	assert_int_equal(hd_pool(lone, 3, 5), 2);
	NEAR(lone[0].N, 100);
	NEAR(lone[1].N, 90);
	NEAR(lone[1].n, 20);
	NEAR(lone[1].x, 5);
	/* but never a census, nor anything that is not there */
	assert_int_equal(hd_pool(last, 2, 5), 2);
	NEAR(last[1].N, 50);
	NEAR(last[1].n, 1);
	assert_int_equal(hd_pool(last + 1, 1, 5), 1);
	assert_int_equal(hd_pool(last, 0, 5), 0);
}

/* Strata in which one kind is rare are one; the share of all stays as it was. */
static void
test_pool_rare(void **state)
{
	struct hd_stratum s[] = { { 1000, 40, 1 }, { 2000, 50, 20 },
		{ 600, 40, 0 }, { 4, 4, 1 }, { 400, 20, 18 } };
	struct hd_stratum two[] = { { 5400, 120, 109 }, { 6600, 280, 14 } };
	struct hd_estimate before = hd_stratified(s, COUNT(s)), after;

	(void)state;
	assert_int_equal(hd_pool_rare(s, COUNT(s), 5), 3);
	NEAR(s[0].N, 2000);
	NEAR(s[0].x, 20);
	NEAR(s[1].N, 4);
	NEAR(s[2].N, 2000);
	NEAR(s[2].n,
	    2000.0 * 2000 /
		(1000.0 * 1000 / 40 + 600.0 * 600 / 40 + 400.0 * 400 / 20));
	after = hd_stratified(s, 3);
	NEAR(after.p, before.p);
	/* enough of either kind on both sides: nothing is pooled */
	assert_int_equal(hd_pool_rare(two, 2, 5), 2);
	NEAR(two[0].x, 109);
	NEAR(two[1].x, 14);
	assert_int_equal(hd_pool_rare(two, 0, 5), 0);
}

/* Rare errors of both sides of a good machine stay apart; those of one are one. */
static void
test_review_share(void **state)
{
	static const int two[] = { 1, 2 }, one[] = { 1, 1 };
	static const int kinds[] = { 1, 2, 1, 2 };
	struct hd_stratum good[] = { { 4000, 50, 49 }, { 8000, 50, 1 } };
	struct hd_stratum many[] = { { 2000, 50, 49 }, { 4000, 50, 1 },
		{ 2000, 50, 48 }, { 4000, 50, 0 } };
	struct hd_stratum unseen[] = { { 100, 50, 20 }, { 300, 0, 0 } };
	struct hd_stratum pooled[4];
	struct hd_estimate e, want = hd_stratified(good, 2);

	(void)state;
	e = hd_review_share(good, two, 2, HD_SHARE_FRAME, false);
	NEAR(e.p, want.p);
	NEAR(e.lo, want.lo);
	NEAR(e.hi, want.hi);
	e = hd_review_share(good, one, 2, HD_SHARE_FRAME, false);
	assert_true(e.hi - e.lo > 1.5 * (want.hi - want.lo));
	e = hd_review_share(many, kinds, 4, HD_SHARE_FRAME, false);
	pooled[0] = (struct hd_stratum){ 4000, 100, 97 };
	pooled[1] = (struct hd_stratum){ 8000, 100, 1 };
	want = hd_stratified(pooled, 2);
	NEAR(e.lo, want.lo);
	NEAR(e.hi, want.hi);
	/* of the frame an unseen stratum is anything, of a domain as the other */
	e = hd_review_share(unseen, two, 2, HD_SHARE_FRAME, false);
	NEAR(e.p, 0.25 * 0.4 + 0.75 * 0.5);
	assert_int_equal(e.empty, 1);
	e = hd_review_share(unseen, two, 2, HD_SHARE_DOMAIN, false);
	NEAR(e.p, 0.4);
	NEAR(e.N, 400);
	assert_int_equal(e.empty, 0);
	e = hd_review_share(unseen + 1, two, 1, HD_SHARE_DOMAIN, false);
	assert_true(isnan(e.p) && e.N == 300);
	e = hd_review_share(unseen, two, 1, HD_SHARE_FRAME, true);
	NEAR(e.hi, hd_stratified_future(unseen, 1).hi);
}

static void
test_newcombe(void **state)
{
	static const struct {
		int64_t x1, n1, x0, n0;
		double lo, hi, p;
	} rows[] = {
		{ 56, 70, 48, 80, 0.0524314724024, 0.333872654037,
		    0.008045081368196705 },
		{ 9, 10, 3, 10, 0.170522723935, 0.809017973535,
		    0.015003572279114075 },
		{ 0, 10, 0, 20, -0.161125158053, 0.277532799863, 1 },
		{ 10, 10, 0, 20, 0.679086037142, 1, 1.6641695802115594e-08 },
		/* the other side is as likely; a rare one; the middle */
		{ 3, 3, 0, 3, NAN, NAN, 0.075 },
		{ 0, 3, 3, 11, NAN, NAN, 1 - 165.0 / 364 / 2 },
		{ 1, 200, 4, 100, NAN, NAN, 0.023868349955306477 },
		{ 2, 5, 2, 5, NAN, NAN, 0.7619047619047619 },
	};
	const struct hd_interval none = { 0.5, NAN, NAN, NAN },
				 some = hd_wilson(3, 10);
	static const double w[] = { 0.5, 0, 0.25 };
	/* Zou and Donner's sum, worked out by hand; the middle weighs nothing */
	const struct hd_interval a[] = { { 0.6, 0.5, 0.7, 1 },
		{ NAN, NAN, NAN, 1 }, { 0.2, 0.12, 0.32, 1 } },
				 b[] = { { 0.5, 0.4, 0.6, 1 }, none,
					 { 0.4, 0.24, 0.56, 1 } };
	struct hd_interval apart = hd_interval_difference(&none, &some);
	struct hd_difference d;

	(void)state;
	NEAR(apart.p, 0.2);
	assert_true(isnan(apart.lo) && isnan(apart.hi));
	apart = hd_interval_contrast(w, a, b, 3);
	NEAR(apart.p, 0);
	/* 0.05, 0.05, 0.02, 0.04; and 0.03 for the 0.02 */
	NEAR(apart.lo, -sqrt(0.0070));
	NEAR(apart.hi, sqrt(0.0075));
	for (size_t i = 0; i < COUNT(rows); i++) {
		d = hd_newcombe(rows[i].x1, rows[i].n1, rows[i].x0, rows[i].n0);
		if (!isnan(rows[i].lo)) {
			NEAR(d.lo, rows[i].lo);
			NEAR(d.hi, rows[i].hi);
		}
		NEAR(d.pvalue, rows[i].p);
		assert_int_equal(d.exact, i > 0);
	}
	d = hd_newcombe(0, 0, 3, 10);
	assert_true(isnan(d.d) && isnan(d.pvalue) && d.lo == -1 && d.hi == 1);
	d = hd_newcombe(3, 10, 0, 0);
	assert_true(isnan(d.d) && isnan(d.pvalue) && d.lo == -1 && d.hi == 1);
}

static void
test_transport(void **state)
{
	static const struct hd_calibration good = { 0.9, 200, 0.7, 200 };
	static const struct hd_calibration same = { 0.9, 200, 0.9, 200 };
	static const struct hd_calibration coin = { 0.6, 200, 0.5, 200 };
	static const struct hd_calibration thin = { 0.2, 1000, 0.95, 1 };
	static const struct hd_calibration none = { NAN, NAN, 0.9, 200 };
	struct hd_interval i;

	(void)state;
	assert_int_equal(hd_transport(400, 1000, &good, &i), HD_TRANSPORT_OK);
	NEAR(i.p, 0.166666666667);
	assert_limits(i, 0.0563507248416, 0.262733025786);
	assert_int_equal(
	    hd_transport(50, 1000, &same, &i), HD_TRANSPORT_INCOMPATIBLE);
	assert_limits(i, -0.129288791764, -0.0106336879766);
	assert_true(isnan(i.p));
	assert_int_equal(
	    hd_transport(990, 1000, &same, &i), HD_TRANSPORT_INCOMPATIBLE);
	assert_true(i.lo > 1);
	/* one limit outside */
	assert_int_equal(hd_transport(100, 1000, &same, &i), HD_TRANSPORT_OK);
	assert_true(i.lo == 0 && i.p < 1e-9 && i.hi > 0.02 && i.hi < 0.1);
	assert_int_equal(hd_transport(900, 1000, &same, &i), HD_TRANSPORT_OK);
	assert_true(i.hi == 1 && i.p > 0.999 && i.lo < 0.98);
	/* not told apart, by itself or by the limits, or not known */
	assert_int_equal(
	    hd_transport(400, 1000, &coin, &i), HD_TRANSPORT_REFUSED);
	assert_limits(i, 0, 1);
	assert_true(isnan(i.p));
	assert_int_equal(
	    hd_transport(400, 1000, &thin, &i), HD_TRANSPORT_REFUSED);
	assert_int_equal(
	    hd_transport(400, 1000, &none, &i), HD_TRANSPORT_REFUSED);
	assert_int_equal(hd_transport(0, 0, &good, &i), HD_TRANSPORT_REFUSED);
}

static struct hd_calibration
calibrate(double N1, double n1, double x1, double N0, double n0, double x0)
{
	struct hd_stratum a = { N1, n1, x1 }, b = { N0, n0, x0 };
	struct hd_estimate tagged = hd_stratified_future(&a, 1);
	struct hd_estimate untagged = hd_stratified_future(&b, 1);

	return hd_calibration_of(&tagged, &untagged);
}

static void
test_calibrate(void **state)
{
	struct hd_calibration c = calibrate(5400, 120, 108, 6600, 280, 14);
	struct hd_interval i, r, w;

	(void)state;
	/* PPV 0.9, FOR 0.05 */
	NEAR(c.se, 4860 / (4860 + 330.0));
	NEAR(c.sp, 6270 / (6270 + 540.0));
	/* by the variance at the shares themselves 244 and 182 */
	assert_true(fabs(c.n_se - 244) < 25);
	assert_true(fabs(c.n_sp - 182) < 25);
	/* a simple sample of so many has limits as wide as recall's */
	c = calibrate(54e8, 120, 108, 66e8, 280, 14);
	r = recall(54e8, 120, 108, 66e8, 280, 14);
	w = hd_wilson_of(c.se, c.n_se, 0);
	assert_true(fabs((w.hi - w.lo) / (r.hi - r.lo) - 1) < 1e-5);
	/* its own window: the share found there */
	assert_int_equal(hd_transport(5400, 12000, &c, &i), HD_TRANSPORT_OK);
	NEAR(i.p, 0.45 * 0.9 + 0.55 * 0.05);
	/* no error seen is not none */
	c = calibrate(4800, 60, 60, 7200, 60, 0);
	assert_true(c.se == 1 && c.sp == 1);
	assert_true(c.n_se > 1 && c.n_se < 120 && c.n_sp > 1 && c.n_sp < 120);
	/* one side only */
	c = calibrate(4800, 60, 60, 0, 0, 0);
	assert_int_equal(
	    hd_transport(4800, 4800, &c, &i), HD_TRANSPORT_REFUSED);
	c = calibrate(4800, 60, 0, 7200, 60, 0);
	assert_int_equal(
	    hd_transport(4800, 12000, &c, &i), HD_TRANSPORT_REFUSED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wilson),
		cmocka_unit_test(test_wilson_of),
		cmocka_unit_test(test_cluster),
		cmocka_unit_test(test_clopper),
		cmocka_unit_test(test_stratified),
		cmocka_unit_test(test_stratified_edges),
		cmocka_unit_test(test_recall),
		cmocka_unit_test(test_pool),
		cmocka_unit_test(test_pool_rare),
		cmocka_unit_test(test_review_share),
		cmocka_unit_test(test_newcombe),
		cmocka_unit_test(test_transport),
		cmocka_unit_test(test_calibrate),
	};

	return cmocka_run_group_tests_name("sampling", tests, NULL, NULL);
}
