/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and zones. */
#include "unit.h"

#include "base/tstamp.h"

static struct hd_zone
zone(const char *name)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_zone z;

	if (hd_zone_open(&z, name, &err) != 0)
		fail_msg("%s", err.msg);
	return z;
}

/* The time as ISO text, "refused" or the message. */
static const char *
parsed(struct hd_str s, const char *zone_name, enum hd_date_order order)
{
	static char text[HD_TIME_TEXT];
	struct hd_err err = HD_ERR_INIT;
	struct hd_zone z = zone(zone_name != NULL ? zone_name : "UTC");
	struct hd_timeopt o = { zone_name != NULL ? &z : NULL, order };
	int64_t t;
	bool zoned;

	if (hd_time_parse(s, &o, &t, &zoned, &err) != 0) {
		assert_int_equal(err.code, HD_EDATA);
		return "refused";
	}
	return hd_time_iso(t, text);
}

struct time_case {
	const char *s, *want;
};

static const struct time_case zoned_cases[] = {
	{ "2022-06-17T14:49:20Z", "2022-06-17T14:49:20Z" },
	{ " 2022-06-17T14:49:20Z ", "2022-06-17T14:49:20Z" },
	{ "2022-06-17T14:49Z", "2022-06-17T14:49:00Z" },
	{ "2022-06-17T14:49:20.123Z", "2022-06-17T14:49:20Z" },
	{ "2022-06-17T14:49:20.123456789Z", "2022-06-17T14:49:20Z" },
	{ "2022-06-17T14:49:20+10:00", "2022-06-17T04:49:20Z" },
	{ "2022-06-17T14:49:20-0500", "2022-06-17T19:49:20Z" },
	{ "2022-06-17T14:49:20.000+0000", "2022-06-17T14:49:20Z" },
	{ "2022-06-17 14:49:20 +05:30", "2022-06-17T09:19:20Z" },
	{ "2022-06-17T14:49:20+02", "2022-06-17T12:49:20Z" },
	{ "2022-06-17 14:49:20 UTC", "2022-06-17T14:49:20Z" },
	{ "2022-06-17 14:49:20 GMT", "2022-06-17T14:49:20Z" },
	{ "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
	{ "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z" },
	{ "2026-01-05T24:00:00Z", "2026-01-06T00:00:00Z" },
	{ "1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z" },
	{ "1700-03-01T00:00:00Z", "1700-03-01T00:00:00Z" },
	{ "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z" },
	{ "1767607200", "2026-01-05T10:00:00Z" },
	{ "1767607200.9", "2026-01-05T10:00:00Z" },
	{ "1767607200123", "2026-01-05T10:00:00Z" },
	{ "946684800000", "2000-01-01T00:00:00Z" },
	{ "05-01-2026 10:00:00 +0000", "refused" }, /* which is the month? */
	{ "25-01-2026 10:00:00 +0000", "2026-01-25T10:00:00Z" },
	{ "25-1-2026 10:00:00 +0000", "2026-01-25T10:00:00Z" },
	{ "1-13-2026 10:00:00 +0000", "2026-01-13T10:00:00Z" },
	/* the last that are seconds, the first that are milliseconds */
	{ "99999999999", "5138-11-16T09:46:39Z" },
	{ "100000000000", "1973-03-03T09:46:40Z" },
	{ "99999999", "refused" }, /* too short: a number of something */
};

static void
test_zoned(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(zoned_cases); i++)
		assert_string_equal(
		    parsed(hd_str(zoned_cases[i].s), NULL, HD_ORDER_UNKNOWN),
		    zoned_cases[i].want);
}

static const struct time_case local_cases[] = {
	{ "2026-01-05 09:12", "2026-01-05T08:12:00Z" },
	{ "2026-07-05 09:12:30", "2026-07-05T07:12:30Z" },
	{ "2026-01-05T09:12:30.500", "2026-01-05T08:12:30Z" },
	{ "2026-01-05", "2026-01-04T23:00:00Z" },
	{ "2026-1-5", "2026-01-04T23:00:00Z" },
	{ "13/01/2026 16:14", "2026-01-13T15:14:00Z" },
	{ "6/21/2025 16:14", "2025-06-21T14:14:00Z" },
	{ "21.6.2025", "2025-06-20T22:00:00Z" },
	{ "03/Sep/25 9:05 AM", "2025-09-03T07:05:00Z" },
	{ "03/sep/2025 9:05 pm", "2025-09-03T19:05:00Z" },
	{ "03-September-25", "refused" },
	{ "13/01/26 12:00 AM", "2026-01-12T23:00:00Z" },
	{ "13/01/26 12:30PM", "2026-01-13T11:30:00Z" },
	{ "08/01/2025 15:00", "refused" },
	/* zoned values keep their own */
	{ "2026-01-05T09:12:00Z", "2026-01-05T09:12:00Z" },
	{ "2026-01-05T09:12:00+09:00", "2026-01-05T00:12:00Z" },
};

static void
test_local(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(local_cases); i++) {
		assert_string_equal(parsed(hd_str(local_cases[i].s),
					"Europe/Berlin", HD_ORDER_UNKNOWN),
		    local_cases[i].want);
	}
}

static void
test_order(void **state)
{
	static const struct {
		const char *s;
		bool is;
		enum hd_date_order says;
		const char *dmy, *mdy;
	} cases[] = {
		{ "08/01/2025 15:00", true, HD_ORDER_UNKNOWN,
		    "2025-01-08T15:00:00Z", "2025-08-01T15:00:00Z" },
		{ "13/01/2025", true, HD_ORDER_DMY, "2025-01-13T00:00:00Z",
		    "refused" },
		{ "01/13/2025", true, HD_ORDER_MDY, "refused",
		    "2025-01-13T00:00:00Z" },
		{ "8.1.25 0:00", true, HD_ORDER_UNKNOWN, "2025-01-08T00:00:00Z",
		    "2025-08-01T00:00:00Z" },
		{ "13/13/2025", false, HD_ORDER_UNKNOWN, "refused", "refused" },
		/* a name needs no order */
		{ "03/Sep/25", false, HD_ORDER_UNKNOWN, "2025-09-03T00:00:00Z",
		    "2025-09-03T00:00:00Z" },
		{ "2025-01-08", false, HD_ORDER_UNKNOWN, "2025-01-08T00:00:00Z",
		    "2025-01-08T00:00:00Z" },
		{ "05/05/2025", true, HD_ORDER_UNKNOWN, "2025-05-05T00:00:00Z",
		    "2025-05-05T00:00:00Z" },
		/* no date, whatever its numbers */
		{ "13.5", false, HD_ORDER_UNKNOWN, "refused", "refused" },
		{ "13.5.", false, HD_ORDER_UNKNOWN, "refused", "refused" },
		{ "13/5-2025", false, HD_ORDER_UNKNOWN, "refused", "refused" },
		{ "", false, HD_ORDER_UNKNOWN, "refused", "refused" },
	};
	enum hd_date_order says;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(
		    hd_time_order(hd_str(cases[i].s), &says), cases[i].is);
		assert_int_equal(says, cases[i].says);
		assert_string_equal(
		    parsed(hd_str(cases[i].s), "UTC", HD_ORDER_DMY),
		    cases[i].dmy);
		assert_string_equal(
		    parsed(hd_str(cases[i].s), "UTC", HD_ORDER_MDY),
		    cases[i].mdy);
	}
	assert_string_equal(
	    parsed(hd_str("05/05/2025"), "UTC", HD_ORDER_UNKNOWN),
	    "2025-05-05T00:00:00Z");
	assert_string_equal(
	    parsed(hd_str("05/06/2025"), "UTC", HD_ORDER_UNKNOWN), "refused");
}

static void
test_refused(void **state)
{
	static const char *const bad[] = { "", "soon", "2026", "2026-13-01",
		"2026-00-01", "2026-02-29", "2026-02-30", "2026-04-31",
		"2026-01-05T25:00", "2026-01-05T10:60", "2026-01-05T10:00:61",
		"2026-01-05T1000", "2026-01-05T10:00X", "2026-01-05T10:00Zz",
		"2026-01-05T10:00+1", "2026-01-05T10:00+25:00",
		"2026-01-05T10:00+01:75", "2026-01-05 10:00 PST",
		"2026-01-05 13:00 PM", "2026-01-05 0:00 AM", "10:00",
		"(09:00:05)", "0000-01-01", "12/2025", "1/2/3/4", "1.7676072e9",
		"99999999999999999", "-", "20260105", "2026/01/05",
		"32/01/2026" };

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (strcmp(parsed(hd_str(bad[i]), "UTC", HD_ORDER_DMY),
			"refused") != 0)
			fail_msg("'%s' is no time", bad[i]);
}

/* A spreadsheet's rounding is no time, however it writes the exponent. */
static void
test_exponent(void **state)
{
	(void)state;
	assert_string_equal(
	    parsed(hd_str("1.736155E+12"), "UTC", HD_ORDER_DMY), "refused");
	assert_string_equal(
	    parsed(hd_str("1.736155e+12"), "UTC", HD_ORDER_DMY), "refused");
}

/* Bytes after a NUL are part of the value. */
static void
test_nul(void **state)
{
	(void)state;
	assert_string_equal(
	    parsed(S("1767607200\0"), "UTC", HD_ORDER_DMY), "refused");
	assert_string_equal(
	    parsed(S("08\00001\0002025"), "UTC", HD_ORDER_DMY), "refused");
	assert_string_equal(
	    parsed(S("2026-01-05\0"), "UTC", HD_ORDER_DMY), "refused");
}

static void
test_zoneless(void **state)
{
	struct hd_timeopt o = { NULL, HD_ORDER_DMY };
	struct hd_err err = HD_ERR_INIT;
	struct hd_zone utc = HD_ZONE_UTC;
	bool zoned;
	int64_t t;

	(void)state;
	assert_int_equal(
	    hd_time_parse(hd_str("2026-01-05 09:12"), &o, &t, &zoned, &err),
	    -1);
	assert_err(&err, HD_EDATA,
	    "bad time '2026-01-05 09:12': it has no zone, say --tz ZONE");
	o.zone = &utc;
	assert_int_equal(
	    hd_time_parse(hd_str("2026-01-05 09:12"), &o, &t, &zoned, &err), 0);
	assert_false(zoned);
	assert_int_equal(
	    hd_time_parse(hd_str("2026-01-05 09:12Z"), &o, &t, &zoned, &err),
	    0);
	assert_true(zoned);
	assert_int_equal(
	    hd_time_parse(hd_str("1767607200"), &o, &t, &zoned, &err), 0);
	assert_true(zoned);
}

static void
test_zone_open(void **state)
{
	static const struct {
		const char *name;
		bool fixed;
		int64_t offset;
	} good[] = {
		{ "UTC", true, 0 },
		{ "Z", true, 0 },
		{ "+05:30", true, 19800 },
		{ "-0800", true, -28800 },
		{ "+2", true, 7200 },
		{ "-00:30", true, -1800 },
		{ "Europe/Berlin", false, 0 },
		{ "America/New_York", false, 0 },
	};
	static const char *const bad[] = { "", "Nowhere/Land", "+25:00", "+5:3",
		"05:30", "+", "../zoneinfo/UTC", "/etc/localtime", "+01:00:00",
		"A_name_that_is_longer_than_any_zone_has_ever_been_or_will_be_"
		"for_sure" };
	struct hd_err err;
	struct hd_zone z;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		z = zone(good[i].name);
		assert_int_equal(z.fixed, good[i].fixed);
		assert_int_equal(z.offset, good[i].offset);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (hd_zone_open(&z, bad[i], &err) != -1)
			fail_msg("'%s' is no zone", bad[i]);
		assert_err(&err, HD_EUSAGE, "unknown zone '");
	}
}

/* What lies beside the zones is none: the C library would say UTC. */
static void
test_zone_files(void **state)
{
	static const char *const bad[] = { "Europe", "America/Argentina",
		"zone.tab", "tzdata.zi", "iso3166.tab" };
	struct hd_err err;
	struct hd_zone z;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (hd_zone_open(&z, bad[i], &err) != -1)
			fail_msg("'%s' is no zone", bad[i]);
}

static void
test_dst(void **state)
{
	/* around both changes of 2025 in Berlin, in local time */
	static const struct {
		struct hd_civil local;
		const char *utc;
	} cases[] = {
		{ { 2025, 3, 30, 1, 59, 59 }, "2025-03-30T00:59:59Z" },
		{ { 2025, 3, 30, 3, 0, 0 }, "2025-03-30T01:00:00Z" },
		{ { 2025, 10, 26, 1, 59, 59 }, "2025-10-25T23:59:59Z" },
		{ { 2025, 10, 26, 3, 0, 0 }, "2025-10-26T02:00:00Z" },
		/* fields overflow */
		{ { 2025, 1, 32, 0, 0, 0 }, "2025-01-31T23:00:00Z" },
		{ { 2025, 13, 1, 0, 0, 0 }, "2025-12-31T23:00:00Z" },
		{ { 2025, 6, 30, 24, 0, 0 }, "2025-06-30T22:00:00Z" },
	};
	struct hd_zone berlin = zone("Europe/Berlin");
	char text[HD_TIME_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
		    hd_time_iso(hd_zone_utc(&berlin, &cases[i].local), text),
		    cases[i].utc);
}

/*
 * An hour that is there twice, or never, is one time, whatever was converted
 * before: the C library remembers its last offset.
 */
static void
test_dst_fold(void **state)
{
	static const char *const names[] = { "Europe/Berlin",
		"America/New_York", "Australia/Lord_Howe", "UTC" };
	struct hd_zone berlin = zone("Europe/Berlin"), z;
	struct hd_civil fold = { 2025, 10, 26, 2, 30, 0 };
	struct hd_civil gap = { 2025, 3, 30, 2, 30, 0 };
	int64_t f = hd_zone_utc(&berlin, &fold);
	int64_t g = hd_zone_utc(&berlin, &gap);

	(void)state;
	assert_true(f == 1761438600 || f == 1761442200);
	for (size_t i = 0; i < COUNT(names); i++)
		for (int year = 1970; year < 2038; year += 7)
			for (int month = 1; month <= 12; month++) {
				struct hd_civil c = { year, month, 9, 12, 0,
					0 };

				z = zone(names[i]);
				(void)hd_zone_utc(&z, &c);
				assert_int_equal(
				    hd_zone_utc(&berlin, &fold), f);
				(void)hd_zone_utc(&z, &c);
				assert_int_equal(hd_zone_utc(&berlin, &gap), g);
			}
}

/* Every six hours of three years, there and back; and a wide sweep. */
static void
test_round_trip(void **state)
{
	static const char *const names[] = { "UTC", "+05:30", "Europe/Berlin",
		"America/New_York", "Asia/Kathmandu" };
	struct hd_civil c;
	struct hd_zone z;

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		z = zone(names[i]);
		for (int64_t t = 1704067200 + 43200; t < 1798761600;
		     t += 43200 * 3) {
			hd_zone_civil(&z, t, &c);
			assert_int_equal(hd_zone_utc(&z, &c), t);
		}
	}
	z = zone("UTC");
	for (int64_t t = -62135596800; t < 253402300800; t += 86399 * 97) {
		hd_zone_civil(&z, t, &c);
		assert_int_equal(hd_zone_utc(&z, &c), t);
		assert_in_range(c.month, 1, 12);
		assert_in_range(c.day, 1, 31);
	}
}

static void
test_iso(void **state)
{
	char text[HD_TIME_TEXT];

	(void)state;
	assert_string_equal(hd_time_iso(0, text), "1970-01-01T00:00:00Z");
	assert_string_equal(hd_time_iso(-1, text), "1969-12-31T23:59:59Z");
	assert_string_equal(
	    hd_time_iso(951782400, text), "2000-02-29T00:00:00Z");
	assert_string_equal(
	    hd_time_iso(4107542400, text), "2100-03-01T00:00:00Z");
	assert_true(strlen(hd_time_iso(INT64_MAX, text)) < HD_TIME_TEXT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zoned),
		cmocka_unit_test(test_local),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_exponent),
		cmocka_unit_test(test_nul),
		cmocka_unit_test(test_zoneless),
		cmocka_unit_test(test_zone_open),
		cmocka_unit_test(test_zone_files),
		cmocka_unit_test(test_dst),
		cmocka_unit_test(test_dst_fold),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_iso),
	};

	return cmocka_run_group_tests_name("time", tests, NULL, NULL);
}
