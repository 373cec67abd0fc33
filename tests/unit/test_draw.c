/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tickets are reviewed, how many; and what their errors sum to. */
#include <math.h>

#include "unit.h"

#include "base/hash.h"
#include "stats/bootstrap.h"
#include "stats/draw.h"
#include "stats/order.h"
#include "stats/proportion.h"
#include "stats/totals.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) < 1e-9)

static void
test_draw_number(void **state)
{
	(void)state;
	assert_true(hd_draw_number(hd_str("2026Q1"), hd_str("zendesk:1001")) ==
		    0x69266b90cf4dadab);
	assert_true(hd_draw_number(hd_str("2026Q1"), hd_str("zendesk:1002")) ==
		    0x72c286776d09c760);
	assert_true(hd_draw_number(hd_str("2026Q2"), hd_str("zendesk:1001")) ==
		    0x6379aa693a86e156);
	/* the bytes, NULs with them, and of nothing those of "\x1f" */
	assert_true(hd_draw_number(S("a"), S("b\0c")) !=
		    hd_draw_number(S("a"), S("b")));
	assert_true(hd_draw_number((struct hd_str){ NULL, 0 }, hd_str("")) ==
		    hd_sha256_head(hd_str("\x1f")));
}

static void
test_boot(void **state)
{
	(void)state;
	assert_true(hd_boot_seed("2026Q1", "ceiling", "all") == 2168196207);
	assert_true(hd_boot_seed("2026Q1", "ceiling", "") != 2168196207);
}

static void
test_limits(void **state)
{
	double v[2000], lo, hi;

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++)
		v[i] = (double)((i * 7) % COUNT(v)); /* 0 to 1999, shuffled */
	hd_order_limits(v, COUNT(v), &lo, &hi);
	NEAR(lo, 0.025 * 1999);
	NEAR(hi, 0.975 * 1999);
	hd_order_limits(v, 1, &lo, &hi);
	assert_true(lo == 0 && hi == 0);
	hd_order_limits(v, 0, &lo, &hi);
	assert_true(isnan(lo) && isnan(hi));
}

static void
test_sizes(void **state)
{
	static const double w[] = { 0.45, 0.55 };
	static const double s[] = { 0.286181760425, 0.217944947177 };

	(void)state;
	assert_int_equal(hd_size_margin(0.5, 0.05, 0), 385);
	assert_int_equal(hd_size_margin(0.5, 0.05, 12000), 373);
	assert_int_equal(hd_size_margin(0.9, 0.03, 5400), 359);
	assert_int_equal(hd_size_margin(0.5, 0.05, 1), 1);
	assert_int_equal(hd_size_margin(0, 0.05, 100), 1);
	assert_int_equal(hd_size_margin(0.5, 0, 100), -1);
	assert_int_equal(hd_size_margin(NAN, 0.05, 100), -1);
	assert_int_equal(hd_size_two(0.12, 0.09, 0.05, 0.8), 1638);
	assert_int_equal(hd_size_two(0.09, 0.12, 0.05, 0.8), 1638);
	assert_int_equal(hd_size_two(0.1, 0.1, 0.05, 0.8), -1);
	assert_int_equal(hd_size_two(0.1, 0.2, 0.05, 1), -1);
	/* 258.1 */
	assert_int_equal(hd_size_stratified(w, s, 2, 0.03, 12000), 259);
	assert_int_equal(hd_size_stratified(w, s, 2, 0.03, 100), 72);
	assert_int_equal(hd_size_stratified(w, s, 2, 0, 100), -1);
	/* ln 0.05 / ln 0.99 = 298.07 */
	assert_int_equal(hd_size_rare(0.01, 0.05), 299);
	assert_int_equal(hd_size_rare(0.5, 0.25), 2);
	/* ln 0.9025 / ln 0.95 is 2, and 4e-16 more as computed */
	assert_int_equal(hd_size_rare(0.05, 0.9025), 2);
	assert_int_equal(hd_size_rare(1, 0.05), 1);
	assert_int_equal(hd_size_rare(0, 0.05), -1);
}

static void
assert_alloc(
    struct hd_alloc *s, size_t h, int64_t n, int64_t sum, const int64_t *want)
{
	assert_int_equal(hd_allocate(s, h, n), sum);
	for (size_t k = 0; k < h; k++)
		if (s[k].n != want[k])
			fail_msg("stratum %zu: %d, want %d", k, (int)s[k].n,
			    (int)want[k]);
}

#define WANT(...) ((const int64_t[]){ __VA_ARGS__ })

static void
test_allocate(void **state)
{
	struct hd_alloc even[] = { { 500, NAN, 0, 0 }, { 300, NAN, 0, 0 },
		{ 200, NAN, 0, 0 } };
	struct hd_alloc tie[] = { { 100, 0.1, 0, 0 }, { 100, 0.1, 0, 0 },
		{ 100, 0.1, 0, 0 } };
	struct hd_alloc some[] = { { 100, NAN, 0, 0 }, { 100, 0.25, 0, 0 } };
	struct hd_alloc neyman[] = { { 1000, 0.16, 0, 0 }, { 1000, 0.04, 0, 0 },
		{ 1000, 0, 0, 0 } };

	(void)state;
	/* in proportion */
	assert_alloc(even, 3, 100, 100, WANT(50, 30, 20));
	assert_alloc(even, 3, 7, 7, WANT(4, 2, 1));
	/* ties: the first */
	assert_alloc(tie, 3, 100, 100, WANT(34, 33, 33));
	assert_alloc(tie, 3, 101, 101, WANT(34, 34, 33));
	/* not known is the most there can be */
	assert_alloc(some, 2, 40, 40, WANT(20, 20));
	/* S is 0.4, 0.2 and the floor's 0.141 */
	assert_alloc(neyman, 3, 741, 741, WANT(400, 200, 141));
	assert_alloc(neyman, 3, 0, 0, WANT(0, 0, 0));
	assert_int_equal(hd_allocate(neyman, 0, 10), 0);
}

static void
test_allocate_limits(void **state)
{
	struct hd_alloc s[] = { { 10, 0.02, 0, 0 }, { 40, 0.25, 0, 5 },
		{ 2000, 0.02, 0, 5 }, { 30, 0.02, 0, 50 }, { 0, 0.25, 0, 5 } };

	(void)state;
	/* whole, 20 to 282.8 of what is left, at least all, nothing there */
	assert_alloc(s, 5, 500, 500, WANT(10, 30, 430, 30, 0));
	/* no more than there are: the rest goes to the others */
	assert_alloc(s, 5, 1500, 1500, WANT(10, 40, 1420, 30, 0));
	/* the least of all are more */
	assert_alloc(s, 5, 20, 50, WANT(10, 5, 5, 30, 0));
	/* more than there are */
	assert_alloc(s, 5, 5000, 2080, WANT(10, 40, 2000, 30, 0));
	/* what was drawn before stays */
	assert_alloc(s, 5, 300, 300, WANT(10, 17, 243, 30, 0));
	s[1].least = 39;
	assert_alloc(s, 5, 300, 300, WANT(10, 39, 221, 30, 0));
}

/* Errors of 100 tickets: every tenth 600 s short, every twentieth 300 over. */
static void
make(double *d)
{
	for (size_t i = 0; i < 100; i++)
		d[i] = i % 10 == 0 ? 600 : i % 20 == 5 ? -300 : 0;
}

static void
test_total(void **state)
{
	double d[100], roots[100];
	struct hd_total_stratum s[] = { { 1000, 50000, d, 100 },
		{ 400, 8000, d, 40 }, { 0, 999, d, 10 } };
	struct hd_total t, again, whole;
	double se;

	(void)state;
	make(d);
	for (size_t i = 0; i < COUNT(roots); i++)
		roots[i] = sqrt((double)i);
	t = hd_total(s, 1, 1);
	/* 10 of 600 and 5 of -300 in 100, of 1000 */
	NEAR(t.total, 50000 + 45000);
	assert_int_equal(t.n, 100);
	assert_int_equal(t.thin, 0);
	/* sum of squares 4,050,000 about a mean of 45 */
	se = 1000 * sqrt(0.9 * (4050000 - 100 * 45 * 45) / 99 / 100);
	assert_true(fabs((t.hi - t.lo) / (2 * 1.96 * se) - 1) < 0.08);
	again = hd_total(s, 1, 1);
	assert_memory_equal(&t, &again, sizeof(t));
	s[0].d = roots;
	t = hd_total(s, 1, 1);
	again = hd_total(s, 1, 2);
	assert_true(t.total == again.total && t.lo != again.lo);
	s[0].d = d;
	/* two strata, the third is gone */
	t = hd_total(s, 3, 1);
	NEAR(t.total, 95000 + 8000 + 400 * 45);
	assert_int_equal(t.n, 140);
	/* a census has no error, and adds none */
	s[0].N = 100;
	whole = hd_total(s, 1, 1);
	NEAR(whole.total, 54500);
	NEAR(whole.lo, 54500);
	NEAR(whole.hi, 54500);
}

static void
test_total_thin(void **state)
{
	static const double one[] = { 100 };
	double d[100];
	struct hd_total_stratum s[] = { { 1000, 0, d, 100 }, { 50, 0, one, 1 },
		{ 200, 700, NULL, 0 } };
	struct hd_total t, some;

	(void)state;
	make(d);
	some = hd_total(s, 1, 1);
	/* one ticket: its own mean, the others' variance */
	t = hd_total(s, 2, 1);
	NEAR(t.total, 45000 + 50 * 100);
	assert_int_equal(t.thin, 1);
	assert_true(t.hi - t.lo > some.hi - some.lo);
	/* none: their mean too, 1000 of 45 and 50 of 100 */
	t = hd_total(s, 3, 1);
	NEAR(t.total, 50000 + 700 + 200 * (50000.0 / 1050));
	assert_int_equal(t.thin, 2);
	assert_int_equal(t.n, 101);
	/* nine errors are too few for limits */
	s[0].n = 61;
	t = hd_total(s, 1, 1);
	assert_true(t.lo < t.total && t.hi > t.total);
	s[0].n = 60;
	t = hd_total(s, 1, 1);
	assert_true(t.total > 0 && isnan(t.lo) && isnan(t.hi));
	/* nothing to borrow from */
	t = hd_total(s + 1, 1, 1);
	NEAR(t.total, 5000);
	assert_true(isnan(t.lo) && isnan(t.hi));
	t = hd_total(s + 2, 1, 1);
	assert_true(isnan(t.total) && isnan(t.lo) && isnan(t.hi));
	assert_int_equal(t.n, 0);
	/* one of one is a census */
	s[1].N = 1;
	t = hd_total(s + 1, 1, 1);
	NEAR(t.total, 100);
	NEAR(t.lo, 100);
	NEAR(t.hi, 100);
	/* no ticket at all takes no time */
	t = hd_total(s, 0, 1);
	assert_true(t.total == 0 && t.lo == 0 && t.hi == 0);
}

/* Small enough to know which means the outer draws have. */
static void
test_total_draws(void **state)
{
	static const double even[] = { 100, -100, 100, -100, 100, -100, 100,
		-100, 100, -100 };
	static const double odd[] = { 0, 0, 0, 400 };
	static const double one[] = { 7 };
	/* a census has errors enough, and draws nothing */
	struct hd_total_stratum s[] = { { 10, 0, even, 10 },
		{ 100, 0, odd, 4 } };
	struct hd_total_stratum thin[] = { { 10, 0, even, 10 },
		{ 50, 0, one, 1 } };
	struct hd_total_stratum ones[10];
	struct hd_total t = hd_total(s, 2, 1);

	(void)state;
	NEAR(t.total, 10000);
	/* three of -100, -100, -100 and 300: one in 64 has all 300, 10 two */
	NEAR(t.lo, 10000 - 100 * sqrt(0.96) * 100);
	NEAR(t.hi, 10000 + 100 * sqrt(0.96) * 500 / 3);
	/* one of ten, that are as far off as others from a mean not theirs */
	t = hd_total(thin, 2, 1);
	NEAR(t.total, 350);
	NEAR(t.lo, 350 - 50 * sqrt(0.98) * 100 * sqrt(10.0 / 9));
	NEAR(t.hi, 350 + 50 * sqrt(0.98) * 100 * sqrt(10.0 / 9));
	/* errors enough, and no variance at all */
	for (size_t i = 0; i < COUNT(ones); i++)
		ones[i] = thin[1];
	t = hd_total(ones, COUNT(ones), 1);
	NEAR(t.total, 3500);
	assert_true(isnan(t.lo) && isnan(t.hi));
}

static void
test_hours(void **state)
{
	static const double same[] = { 60, 60, 60, 60, 60, 60, 60, 60, 60, 60 };
	static const double t[] = { 10, 20, 30, 40, 0 };
	static const double x[] = { 1, 0, 1, 1, 1, 0, 1, 1, 1, 1 };
	static const double none[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
	struct hd_time_stratum s[] = { { 100, 6000, same, x, 10 },
		{ 50, 1000, t, x, 4 }, { 80, 5000, same, none, 10 },
		{ 0, 77, t, x, 4 } };
	struct hd_interval w = hd_wilson_of(0.8, 10, 100), v, z;
	struct hd_total h = hd_hours(s, 1);

	(void)state;
	/* all alike: a share of tickets */
	NEAR(h.total, 4800);
	NEAR(h.lo, 6000 * w.lo);
	NEAR(h.hi, 6000 * w.hi);
	/* 80 of 100 seconds, 100^2 / 3000 tickets; none of ten */
	v = hd_wilson_of(0.8, 10.0 / 3, 10.0 / 3 * 12.5);
	z = hd_wilson_of(0, 10, 80);
	h = hd_hours(s, 4);
	NEAR(h.total, 4800 + 800);
	NEAR(h.lo, 5600 - hypot(6000 * (0.8 - w.lo), 1000 * (0.8 - v.lo)));
	NEAR(h.hi,
	    5600 + sqrt(pow(6000 * (w.hi - 0.8), 2) +
			pow(1000 * (v.hi - 0.8), 2) + pow(5000 * z.hi, 2)));
	assert_int_equal(h.n, 24);
	assert_int_equal(h.thin, 0);
	/* a census; nothing reviewed; no time in what was; nothing at all */
	s[1].N = 4;
	h = hd_hours(s + 1, 1);
	assert_true(h.total == 800 && h.lo == 800 && h.hi == 800);
	s[1].n = 0;
	h = hd_hours(s + 1, 1);
	assert_true(h.total == 500 && h.lo == 0 && h.hi == 1000);
	assert_int_equal(h.thin, 1);
	s[1].t = t + 4;
	s[1].n = 1;
	h = hd_hours(s + 1, 1);
	assert_true(h.total == 500 && h.lo == 0 && h.hi == 1000);
	h = hd_hours(s + 3, 1);
	assert_true(h.total == 0 && h.lo == 0 && h.hi == 0 && h.n == 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_draw_number),
		cmocka_unit_test(test_boot),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_allocate),
		cmocka_unit_test(test_allocate_limits),
		cmocka_unit_test(test_total),
		cmocka_unit_test(test_total_thin),
		cmocka_unit_test(test_total_draws),
		cmocka_unit_test(test_hours),
	};

	return cmocka_run_group_tests_name("draw", tests, NULL, NULL);
}
