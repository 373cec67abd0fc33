/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of duty, and what tags and fields name. */
#include "unit.h"

#include "escalation/named.h"
#include "escalation/schedule.h"

static void
schedule_of(struct hd_schedule *s, const char *text)
{
	struct hd_err err = HD_ERR_INIT;

	write_file("hours", text, strlen(text));
	if (hd_schedule_read(s, "hours", &err) != 0)
		fail_msg("%s", err.msg);
	assert_int_equal(unlink("hours"), 0);
}

static int64_t
at(const char *iso)
{
	struct hd_zone utc = HD_ZONE_UTC;
	struct hd_timeopt o = { .zone = &utc };
	struct hd_err err = HD_ERR_INIT;
	int64_t t = 0;
	bool zoned;

	assert_int_equal(hd_time_parse(hd_str(iso), &o, &t, &zoned, &err), 0);
	return t;
}

static void
test_hours(void **state)
{
	struct hd_schedule s;

	(void)state;
	schedule_of(&s,
	    "# the desk\nzone Europe/London\n\nopen mon-fri,sun 08:00-18:00\n"
	    "open sat 22:00-02:00\nclosed 2026-08-31\n");
	hd_schedule_unroll(
	    &s, at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
	/* summer time: 08:00 there is 07:00 UTC */
	assert_true(hd_schedule_open_at(&s, at("2026-08-03T07:00:00Z")));
	assert_false(hd_schedule_open_at(&s, at("2026-08-03T06:59:59Z")));
	assert_true(hd_schedule_open_at(&s, at("2026-08-03T16:59:59Z")));
	assert_false(hd_schedule_open_at(&s, at("2026-08-03T17:00:00Z")));
	/* winter */
	assert_false(hd_schedule_open_at(&s, at("2026-12-07T07:30:00Z")));
	/* over midnight into Sunday, and a holiday on a Monday */
	assert_true(hd_schedule_open_at(&s, at("2026-08-09T00:30:00Z")));
	assert_false(hd_schedule_open_at(&s, at("2026-08-09T01:30:00Z")));
	assert_false(hd_schedule_open_at(&s, at("2026-08-31T10:00:00Z")));
	assert_true(hd_schedule_open_at(&s, at("2026-09-01T10:00:00Z")));
	/* nothing is known of another year */
	assert_true(hd_schedule_open_at(&s, at("2025-08-03T03:00:00Z")));
	hd_schedule_release(&s);
}

static void
test_wrong_lines(void **state)
{
	static const char *const wrong[] = { "open mon 8:00\n",
		"open mon-xyz 08:00-18:00\n", "open mon 08:00-25:00\n",
		"open mon 08:00-18:60\n", "open\n", "zone Nowhere/Town\n",
		"closed 31.12.2026\n", "opens mon 08:00-18:00\n",
		"open mon 08:00 18:00\n" };
	struct hd_schedule s;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct hd_err err = HD_ERR_INIT;

		write_file("hours", wrong[i], strlen(wrong[i]));
		assert_int_equal(hd_schedule_read(&s, "hours", &err), -1);
		assert_err(&err, HD_EUSAGE, "hours:1: not 'zone");
		hd_schedule_release(&s);
	}
	assert_int_equal(unlink("hours"), 0);
}

static void
test_never_open(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_schedule s;

	(void)state;
	write_file("hours", "zone UTC\n", 9);
	assert_int_equal(hd_schedule_read(&s, "hours", &err), -1);
	assert_err(&err, HD_EUSAGE, "no line 'open");
	hd_schedule_release(&s);
	assert_int_equal(unlink("hours"), 0);
	assert_int_equal(hd_schedule_read(&s, "hours", &err), -1);
	assert_err(&err, HD_ESYS, "hours");
}

static void
test_named(void **state)
{
	static const struct {
		const char *words, *code;
		enum hd_named named;
	} cases[] = {
		{ "No solution found", "no-answer", HD_NAMED_REASON },
		{ "KW:deposit", "keyword", HD_NAMED_REASON },
		{ "safety_keyword", "keyword", HD_NAMED_REASON },
		{ "Escalation requested by user", "customer", HD_NAMED_REASON },
		{ "sentiment-negative", "sentiment", HD_NAMED_REASON },
		{ "sentiment_positive", NULL, HD_NAMED_NOT },
		{ "fallback_2x", "no-answer", HD_NAMED_REASON },
		{ "After Hours", "out-of-hours", HD_NAMED_REASON },
		{ "max_turns", "limit", HD_NAMED_REASON },
		{ "ai_quota", "limit", HD_NAMED_REASON },
		{ "credit_limit", NULL, HD_NAMED_NOT },
		{ "customer tier 1", "account", HD_NAMED_REASON },
		{ "vip", "account", HD_NAMED_HINT },
		{ "topic:probate", "issue", HD_NAMED_REASON },
		{ "kwh_meter", NULL, HD_NAMED_NOT },
		{ "billing", NULL, HD_NAMED_NOT },
		{ "", NULL, HD_NAMED_NOT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *code = NULL;

		if (hd_named_trigger(hd_str(cases[i].words), &code) !=
		    cases[i].named)
			fail_msg("%s", cases[i].words);
		if (cases[i].code != NULL)
			assert_string_equal(code, cases[i].code);
	}
}

static void
test_matter(void **state)
{
	(void)state;
	assert_true(hd_named_matter(hd_str("handoff_subletting"), false));
	assert_false(hd_named_matter(hd_str("bot_handoff"), false));
	assert_false(hd_named_matter(hd_str("subletting"), false));
	assert_true(hd_named_matter(hd_str("subletting"), true));
	assert_false(hd_named_matter(hd_str("routed to team"), true));
	assert_int_equal(
	    hd_named_field(hd_str("Handoff reason")), HD_NAMED_REASON);
	assert_int_equal(hd_named_field(hd_str("routing")), HD_NAMED_HINT);
	assert_int_equal(hd_named_field(hd_str("plan")), HD_NAMED_NOT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hours),
		cmocka_unit_test(test_wrong_lines),
		cmocka_unit_test(test_never_open),
		cmocka_unit_test(test_named),
		cmocka_unit_test(test_matter),
	};

	return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
