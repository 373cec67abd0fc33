/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours that a change of rules brings: each issue at its own median. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/moved.h"

static void
times(struct hd_moved *m, int64_t issue, int n, int64_t hours)
{
	for (int i = 0; i < n; i++)
		hd_moved_time(m, issue, hours * 3600, 0);
}

static void
drop(struct hd_moved *m)
{
	for (size_t i = 0; i < m->ntimes; i++)
		free(m->times[i].v);
	free(m->times);
	memset(m, 0, sizeof(*m));
}

static void
test_by_issue(void **state)
{
	struct hd_moved m = { 0 };
	struct hd_median h;

	(void)state;
	times(&m, 0, 7, 1);
	times(&m, 4, 9, 6);
	hd_moved_time(&m, 0, -1, 1);
	hd_moved_time(&m, 0, -1, 1);
	hd_moved_time(&m, 4, -1, -1);
	hd_moved_times_sort(&m);
	h = hd_moved_hours(&m);
	/* 2 tickets of an hour come, one of six goes */
	assert_true(fabs(h.median + 4) < 1e-9);
	assert_true(fabs(h.lo + 4) < 1e-9 && fabs(h.hi + 4) < 1e-9);
	drop(&m);
}

/* Of an issue with few times all tickets say how long one takes. */
static void
test_pooled(void **state)
{
	struct hd_moved m = { 0 };
	struct hd_median h;

	(void)state;
	times(&m, -1, 9, 2);
	times(&m, 3, 5, 50);
	hd_moved_time(&m, 3, -1, 3);
	hd_moved_times_sort(&m);
	h = hd_moved_hours(&m);
	assert_true(fabs(h.median - 6) < 1e-9);
	/* of 14 in all the rank of the limits is the third */
	assert_true(fabs(h.lo - 6) < 1e-9 && fabs(h.hi - 150) < 1e-9);
	assert_int_equal(m.timed, 14);
	drop(&m);
}

/* The limits of what goes and of what comes widen the same way. */
static void
test_limits(void **state)
{
	struct hd_moved m = { 0 };
	struct hd_median h;

	(void)state;
	for (int64_t i = 1; i <= 6; i++)
		hd_moved_time(&m, 0, i * 3600, i == 1 ? -2 : 0);
	for (int64_t i = 1; i <= 6; i++)
		hd_moved_time(&m, 1, i * 36000, i == 1 ? 1 : 0);
	hd_moved_times_sort(&m);
	h = hd_moved_hours(&m);
	assert_true(fabs(h.median - (35 - 7)) < 1e-9);
	assert_true(fabs(h.lo - (10 - 12)) < 1e-9);
	assert_true(fabs(h.hi - (60 - 2)) < 1e-9);
	drop(&m);
}

static void
test_none(void **state)
{
	struct hd_moved m = { 0 };

	(void)state;
	hd_moved_time(&m, 0, -1, 1);
	hd_moved_times_sort(&m);
	assert_true(isnan(hd_moved_hours(&m).median));
	drop(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_issue),
		cmocka_unit_test(test_pooled),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
