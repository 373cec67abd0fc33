/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, durations, money. */
#include <math.h>

#include "unit.h"

#include "base/num.h"

static void
test_int(void **state)
{
	static const struct {
		const char *s;
		int64_t v;
	} good[] = {
		{ "0", 0 },
		{ "-0", 0 },
		{ "+7", 7 },
		{ "007", 7 },
		{ "9223372036854775807", INT64_MAX },
		{ "-9223372036854775808", INT64_MIN },
	};
	static const struct hd_str bad[] = { S(""), S("-"), S("+"), S(" 1"),
		S("1 "), S("12x"), S("1.0"), S("0x10"), S("1e3"), S("--1"),
		S("9223372036854775808"), S("-9223372036854775809"),
		S("99999999999999999999999999999"), S("1\0"), S("1\0002"),
		{ NULL, 0 } };
	int64_t v;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(hd_num_int(hd_str(good[i].s), &v));
		assert_int_equal(v, good[i].v);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_num_int(bad[i], &v))
			fail_msg("'%s' is no integer", bad[i].p);
}

static void
test_real(void **state)
{
	static const struct {
		const char *s;
		double v;
	} good[] = {
		{ "0", 0 },
		{ "-1.5", -1.5 },
		{ "+.5", 0.5 },
		{ "5.", 5 },
		{ "1e3", 1000 },
		{ "1.25E-2", 0.0125 },
		{ "1e-400", 0 },
	};
	static const struct hd_str bad[] = { S(""), S("."), S("-"), S("e5"),
		S("1e"), S("1,5"), S(" 1"), S("1 "), S("inf"), S("nan"),
		S("0x1p3"), S("1e999"), S("1.2.3"), S("1-2"), { NULL, 0 } };
	double v;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(hd_num_real(hd_str(good[i].s), &v));
		assert_true(v == good[i].v);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_num_real(bad[i], &v))
			fail_msg("'%s' is no number", bad[i].p);
}

/* The whole slice or nothing, whatever the bytes. */
static void
test_real_nul(void **state)
{
	double v;

	(void)state;
	assert_false(hd_num_real(S("1\0"), &v));
	assert_false(hd_num_real(S("1\0002"), &v));
	assert_false(hd_num_real(S("\0001"), &v));
}

static void
test_duration(void **state)
{
	static const struct {
		const char *s;
		int64_t v;
	} good[] = {
		{ "0s", 0 },
		{ "45s", 45 },
		{ "30m", 1800 },
		{ "12h", 43200 },
		{ "90d", 7776000 },
		{ "2w", 1209600 },
		{ "1h30m", 5400 },
		{ "1w2d3h4m5s", 788645 },
	};
	static const char *const bad[] = { "", "90", "d", "1x", "30m1h", "1h1h",
		"1 h", "1h 30m", "-1h", "1.5h", "99999999999999999w", "h1",
		"1h30" };
	int64_t v;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(hd_num_duration(hd_str(good[i].s), &v));
		assert_int_equal(v, good[i].v);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_num_duration(hd_str(bad[i]), &v))
			fail_msg("'%s' is no duration", bad[i]);
	assert_false(hd_num_duration(hd_str(NULL), &v));
}

static void
test_span(void **state)
{
	static const struct {
		const char *s;
		double unit;
		int64_t v;
	} good[] = {
		{ "31:42:12", 3600, 114132 },
		{ "0:05", 3600, 300 },
		{ "00:20", 1, 1200 },
		{ "0:00:00", 1, 0 },
		{ "3h 20m", 1, 12000 },
		{ "21 minutes", 1, 1260 },
		{ "1 day 2 hours", 1, 93600 },
		{ "15", 60, 900 },
		{ "1.5", 3600, 5400 },
		{ " 90 ", 1, 90 },
		{ "0", 60, 0 },
	};
	static const char *const bad[] = { "", "soon", "1:2:3:4", "1:60",
		"1:00:60", ":", "1:", ":30", "-1:00", "1e300", "20m 3h",
		"99999999999999:00" };
	int64_t v;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		if (!hd_num_span(hd_str(good[i].s), good[i].unit, &v))
			fail_msg("'%s' is a duration", good[i].s);
		assert_int_equal(v, good[i].v);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_num_span(hd_str(bad[i]), 1, &v))
			fail_msg("'%s' is no duration", bad[i]);
}

static void
test_money(void **state)
{
	static const struct {
		const char *s;
		int64_t cents;
		const char *currency;
	} good[] = {
		{ "0", 0, "" },
		{ "1200", 120000, "" },
		{ "1200.5", 120050, "" },
		{ "$1,200.00", 120000, "USD" },
		{ "1.200,00 EUR", 120000, "EUR" },
		{ "1.200,00 \xe2\x82\xac", 120000, "EUR" },
		{ "\xc2\xa3 99", 9900, "GBP" },
		{ "CHF 1'200.50", 120050, "CHF" },
		{ "1 200,50", 120050, "" },
		{ "1,234,567", 123456700, "" },
		{ "1.234.567", 123456700, "" },
		{ "12k", 1200000, "" },
		{ "$1.5M", 150000000, "USD" },
		{ "-$50", -5000, "USD" },
		{ "-0.01", -1, "" },
	};
	static const char *const bad[] = { "", "free", "-", "$", "2026-01-05",
		"99999999999999999999", "1/2" };
	char currency[4];
	int64_t v;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		if (!hd_num_money(hd_str(good[i].s), &v, currency))
			fail_msg("'%s' is money", good[i].s);
		assert_int_equal(v, good[i].cents);
		assert_string_equal(currency, good[i].currency);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_num_money(hd_str(bad[i]), &v, currency))
			fail_msg("'%s' is no money", bad[i]);
}

/* The whole slice or nothing: words around a number make it none. */
static void
test_money_whole(void **state)
{
	static const char *const bad[] = { "12x", "12 apples", "about 12",
		"call 555", "12kg" };
	char currency[4];
	int64_t v;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_num_money(hd_str(bad[i]), &v, currency))
			fail_msg("'%s' is no money", bad[i]);
}

/* More cents than an int64_t holds is no money, not some other number. */
static void
test_money_range(void **state)
{
	char currency[4];
	int64_t v;

	(void)state;
	assert_false(hd_num_money(hd_str("9999999999999M"), &v, currency));
	assert_false(hd_num_money(hd_str("999999999999M"), &v, currency));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_int),
		cmocka_unit_test(test_real),
		cmocka_unit_test(test_real_nul),
		cmocka_unit_test(test_duration),
		cmocka_unit_test(test_span),
		cmocka_unit_test(test_money),
		cmocka_unit_test(test_money_whole),
		cmocka_unit_test(test_money_range),
	};

	return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
