/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process allows itself for input that is not trusted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/limits.h"

static rlim_t
limit(int what)
{
	struct rlimit r;

	assert_int_equal(getrlimit(what, &r), 0);
	return r.rlim_cur;
}

/* Seconds of processor time left after a limit of `before`; in a child. */
static int
seconds(rlim_t before)
{
	struct rlimit r;
	int status = 0;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		(void)getrlimit(RLIMIT_CPU, &r);
		r.rlim_cur = before;
		(void)setrlimit(RLIMIT_CPU, &r);
		hd_limits_untrusted();
		_exit((int)limit(RLIMIT_CPU));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
test_lowered(void **state)
{
	(void)state;
	assert_int_equal(seconds(RLIM_INFINITY), 60);
	assert_int_equal(seconds(100), 60);
	assert_int_equal(seconds(30), 30);
}

/* A file may be as large as it was allowed to be before. */
static void
test_files(void **state)
{
	rlim_t before = limit(RLIMIT_FSIZE);

	(void)state;
	hd_limits_untrusted();
	assert_true(limit(RLIMIT_FSIZE) == before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lowered),
		cmocka_unit_test(test_files),
	};

	return cmocka_run_group_tests_name("untrusted", tests, NULL, NULL);
}
