/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checked output: whole or not at all, and no failed write forgotten. */
#include <fcntl.h>
#include <sys/stat.h>

#include "unit.h"

#include "base/out.h"

static void
test_file(void **state)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;
	struct stat sb;

	(void)state;
	write_file("f", "old", 3);
	(void)umask(022);
	assert_int_equal(hd_out_open(&o, "f", &err), 0);
	hd_out_adds(&o, "one ");
	hd_out_addf(&o, "%d\n", 2);
	hd_out_add(&o, "\0", 1);
	hd_out_flush(&o);
	read_file("f", &b);
	assert_buf(&b, "old"); /* nobody sees half of it */
	assert_int_equal(hd_out_close(&o, &err), 0);
	read_file("f", &b);
	assert_int_equal(b.n, 7);
	assert_memory_equal(b.s, "one 2\n\0", 7);
	assert_int_equal(stat("f", &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0644);
	assert_int_equal(unlink("f"), 0);
	hd_buf_release(&b);
}

static void
test_abort(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;

	(void)state;
	assert_int_equal(hd_out_open(&o, "gone", &err), 0);
	hd_out_adds(&o, "x");
	hd_out_abort(&o);
	assert_int_not_equal(access("gone", F_OK), 0);
	hd_out_abort(&o);
	assert_int_equal(hd_out_close(&o, &err), 0);
}

/* More than is buffered, in pieces of all sizes. */
static void
test_large(void **state)
{
	struct hd_buf b = HD_BUF_INIT, want = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;
	char piece[512];

	(void)state;
	assert_int_equal(hd_out_open(&o, "big", &err), 0);
	for (size_t i = 0; i < sizeof(piece); i++)
		piece[i] = (char)('a' + i % 26);
	for (size_t i = 0; i < 2000; i++) {
		hd_out_add(&o, piece, i % sizeof(piece));
		hd_buf_add(&want, piece, i % sizeof(piece));
	}
	assert_int_equal(hd_out_close(&o, &err), 0);
	read_file("big", &b);
	assert_int_equal(b.n, want.n);
	assert_memory_equal(b.s, want.s, b.n);
	assert_int_equal(unlink("big"), 0);
	hd_buf_release(&b);
	hd_buf_release(&want);
}

/* However long it becomes, all of it is written. */
static void
test_long_format(void **state)
{
	struct hd_buf b = HD_BUF_INIT, want = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;

	(void)state;
	for (size_t i = 0; i < 3000; i++)
		hd_buf_addc(&want, (char)('a' + i % 26));
	assert_int_equal(hd_out_open(&o, "long", &err), 0);
	hd_out_addf(&o, "%s", want.s);
	assert_int_equal(hd_out_close(&o, &err), 0);
	read_file("long", &b);
	assert_int_equal(b.n, want.n);
	assert_memory_equal(b.s, want.s, b.n);
	assert_int_equal(unlink("long"), 0);
	hd_buf_release(&b);
	hd_buf_release(&want);
}

static void
test_no_folder(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;

	(void)state;
	assert_int_equal(hd_out_open(&o, "no/such/f", &err), -1);
	assert_err(&err, HD_ESYS, "cannot create 'no/such/f': No such file");
}

/* A folder of that name is no place to write to. */
static void
test_no_rename(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;

	(void)state;
	assert_int_equal(mkdir("d", 0700), 0);
	assert_int_equal(hd_out_open(&o, "d", &err), -1);
	assert_err(&err, HD_ESYS, "cannot write 'd': ");
	hd_out_abort(&o);
	assert_int_equal(rmdir("d"), 0);
}

/* Standard output is this device for one test. */
static int
redirect(const char *path, int flags)
{
	int saved = dup(STDOUT_FILENO), fd = open(path, flags);

	if (saved < 0 || fd < 0 || fflush(stdout) != 0 ||
	    dup2(fd, STDOUT_FILENO) < 0)
		return -1;
	(void)close(fd);
	return saved;
}

static void
test_full(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;
	int saved, r, error;

	(void)state;
	saved = redirect("/dev/full", O_WRONLY);
	assert_true(saved >= 0);
	r = hd_out_open(&o, NULL, &err);
	hd_out_adds(&o, "x");
	hd_out_flush(&o);
	error = o.error;
	hd_out_adds(&o, "y"); /* the first failure is kept */
	r = r != 0 ? 1 : hd_out_close(&o, &err);
	(void)dup2(saved, STDOUT_FILENO);
	(void)close(saved);
	assert_int_not_equal(error, 0);
	assert_int_equal(r, -1);
	assert_err(&err, HD_ESYS,
	    "cannot write standard output: No space left on device");
}

static void
test_closed(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;
	int saved, r;

	(void)state;
	saved = redirect("/dev/null", O_RDONLY);
	assert_true(saved >= 0);
	r = hd_out_open(&o, "-", &err);
	hd_out_adds(&o, "x");
	r = r != 0 ? 1 : hd_out_close(&o, &err);
	(void)dup2(saved, STDOUT_FILENO);
	(void)close(saved);
	assert_int_equal(r, -1);
	assert_err(&err, HD_ESYS, "cannot write standard output");
}

/* What is written to a device, a pipe, stays one. */
static void
test_device(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_out o;
	struct stat sb;
	char got[16] = "";
	ssize_t n;
	int fd;

	(void)state;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	fd = open("pipe", O_RDONLY | O_NONBLOCK);
	assert_true(fd >= 0);
	assert_int_equal(hd_out_open(&o, "pipe", &err), 0);
	hd_out_adds(&o, "x");
	assert_int_equal(hd_out_close(&o, &err), 0);
	assert_int_equal(stat("pipe", &sb), 0);
	assert_int_equal(unlink("pipe"), 0);
	n = read(fd, got, sizeof(got) - 1);
	(void)close(fd);
	assert_true(S_ISFIFO(sb.st_mode));
	assert_int_equal(n, 1);
	assert_string_equal(got, "x");
}

#define TEST(f) \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_file),
		TEST(test_abort),
		TEST(test_large),
		TEST(test_long_format),
		TEST(test_no_folder),
		TEST(test_no_rename),
		TEST(test_full),
		TEST(test_closed),
		TEST(test_device),
	};

	return cmocka_run_group_tests_name("out", tests, NULL, NULL);
}
