/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of a reviewed figure: each condition, and which one comes first. */
#include "unit.h"

#include "audit/status.h"

/* All that can be wrong is; each line mends the first thing that is. */
static void
test_order(void **state)
{
	struct hd_standing s = { false, false, true, 4, 5, true, false };

	(void)state;
	assert_int_equal(hd_standing_status(&s), HD_NOT_MEASURABLE);
	s.shown = true;
	assert_int_equal(hd_standing_status(&s), HD_UNVERIFIED);
	s.reviewed = true;
	assert_int_equal(hd_standing_status(&s), HD_IMMATURE);
	s.young = false;
	assert_int_equal(hd_standing_status(&s), HD_SUPPRESSED);
	s.n = 5;
	assert_int_equal(hd_standing_status(&s), HD_INCOMPATIBLE);
	s.fits = true;
	assert_int_equal(hd_standing_status(&s), HD_TRANSPORTED);
	s.transport = false;
	assert_int_equal(hd_standing_status(&s), HD_ESTIMATED);
}

static void
test_names(void **state)
{
	(void)state;
	assert_string_equal(hd_status_name(HD_MEASURED), "MEASURED");
	assert_string_equal(hd_status_name(HD_ESTIMATED), "ESTIMATED");
	assert_string_equal(
	    hd_status_name(HD_TRANSPORTED), "ESTIMATED(transported)");
	assert_string_equal(hd_status_name(HD_ASSUMED), "ESTIMATED(assumed)");
	assert_string_equal(hd_status_name(HD_UNVERIFIED), "UNVERIFIED");
	assert_string_equal(hd_status_name(HD_IMMATURE), "IMMATURE");
	assert_string_equal(hd_status_name(HD_SUPPRESSED), "SUPPRESSED");
	assert_string_equal(
	    hd_status_name(HD_NOT_MEASURABLE), "NOT-MEASURABLE");
	assert_string_equal(hd_status_name(HD_INCOMPATIBLE), "INCOMPATIBLE");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
