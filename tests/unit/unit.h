/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_UNIT_H
#define TEST_UNIT_H

/*
 * What the unit tests share: cmocka's headers in the order it wants, strings
 * with NULs in them, and a folder of their own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/err.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
/* A literal with its NULs: S("a\0b"). */
#define S(literal) ((struct hd_str){ literal, sizeof(literal) - 1 })

/* Two strings are the same, p NULL being "". */
static inline void
assert_str(struct hd_str got, const char *want)
{
	if (got.n != strlen(want) || !hd_str_same(got, hd_str(want)))
		fail_msg("got '%.*s', want '%s'", (int)got.n, got.p, want);
}

static inline void
assert_buf(struct hd_buf *b, const char *want)
{
	assert_str(hd_buf_str(b), want);
	assert_int_equal(strlen(hd_buf_cstr(b)), strlen(want));
	hd_buf_reset(b);
}

static inline void
assert_err(const struct hd_err *err, enum hd_code code, const char *part)
{
	if (err->code != code || strstr(err->msg, part) == NULL)
		fail_msg("got %d '%s', want %d '%s'", (int)err->code, err->msg,
		    (int)code, part);
}

/* A test that works in a folder of its own; use with setup and teardown. */
struct folder {
	char path[64];
};

static inline int
folder_setup(void **state)
{
	struct folder *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	(void)snprintf(f->path, sizeof(f->path), "/tmp/hs-unit.XXXXXX");
	assert_non_null(mkdtemp(f->path));
	assert_int_equal(chdir(f->path), 0);
	*state = f;
	return 0;
}

static inline int
folder_teardown(void **state)
{
	struct folder *f = *state;
	int r = chdir("/");

	if (r == 0)
		r = rmdir(f->path); /* tests remove what they make */
	free(f);
	return r;
}

static inline void
write_file(const char *name, const void *p, size_t n)
{
	FILE *f = fopen(name, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

/* The whole of a file, at the end of b. */
static inline void
read_file(const char *name, struct hd_buf *b)
{
	char part[4096];
	size_t n;
	FILE *f = fopen(name, "rb");

	assert_non_null(f);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		hd_buf_add(b, part, n);
	assert_int_equal(fclose(f), 0);
}

#endif
