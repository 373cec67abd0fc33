/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts made out of patterns, and thresholds a step on. */
#include <string.h>

#include "check/suggest.h"
#include "test_rules.h"

static void
check_words(const char *pattern, size_t attempt, const char *want)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_pattern_words(pattern, attempt, &b);
	assert_string_equal(hd_buf_cstr(&b), want);
	hd_buf_release(&b);
}

static void
test_words(void **state)
{
	(void)state;
	check_words("\\bawful\\b", 0, "awful");
	check_words(
	    "(?:speak|talk) (?:to|with) (?:an? )?human", 0, "speak to human");
	check_words(
	    "(?:speak|talk) (?:to|with) (?:an? )?human", 2, "talk with human");
	check_words("(?:speak|talk) (?:to|with) (?:an? )?human", 1,
	    "speak to an human");
	check_words("a|b|c", 4, "c");
	check_words("a|b|c", 9, "c");
	check_words("invoice #?\\d{3,12}", 0, "invoice 111");
	check_words("worst.{0,20}service", 0, "worstservice");
	check_words("[xyz]+q*[^a]", 0, "xq");
	check_words("a(?=b)b(?!c)", 0, "ab");
	check_words("no\\.$", 0, "no.");
	check_words("((((", 0, "");
	check_words("[", 0, "");
	check_words("\\", 0, "");
	check_words("a{", 0, "");
}

static void
test_threshold(void **state)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_operand o = { .s = hd_str("0.70") };

	(void)state;
	assert_string_equal(
	    hd_threshold_text(&o, 0.7, 0.01, -1, &arena), "0.69");
	o.s = hd_str("90d");
	assert_string_equal(
	    hd_threshold_text(&o, 90 * 86400, 86400, 1, &arena), "91d");
	o.s = hd_str("1h30m");
	assert_string_equal(hd_threshold_text(&o, 5400, 60, 0, &arena), "90m");
	o.s = hd_str("0d");
	assert_null(hd_threshold_text(&o, 0, 86400, -1, &arena));
	o.s = hd_str("-5");
	assert_string_equal(hd_threshold_text(&o, -5, 1, -1, &arena), "-6");
	hd_arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_threshold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
