/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors, buffers, strings, memory, hashes. */
#include <errno.h>

#include "unit.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/similar.h"

static void
test_err_set(void **state)
{
	struct hd_err err = HD_ERR_INIT;

	(void)state;
	assert_int_equal(err.code, HD_OK);
	assert_int_equal(
	    hd_err_set(&err, HD_EDATA, "bad %s '%d'", "number", 7), -1);
	assert_err(&err, HD_EDATA, "bad number '7'");
	assert_int_equal(hd_err_in(&err, "%s:%d", "a.csv", 42), -1);
	assert_string_equal(err.msg, "a.csv:42: bad number '7'");
	assert_int_equal(err.code, HD_EDATA);
	errno = ENOENT;
	assert_int_equal(hd_err_sys(&err, "cannot read '%s'", "x"), -1);
	assert_string_equal(
	    err.msg, "cannot read 'x': No such file or directory");
	assert_int_equal(err.code, HD_ESYS);
}

/* A message too long is cut at its tail, and always ends with a NUL. */
static void
test_err_long(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	char big[2000];

	(void)state;
	memset(big, 'x', sizeof(big) - 1);
	big[sizeof(big) - 1] = '\0';
	(void)hd_err_set(&err, HD_EDATA, "%s", big);
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
	(void)hd_err_in(&err, "here");
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
	assert_memory_equal(err.msg, "here: xxx", 9);
	(void)hd_err_in(&err, "%s", big);
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
	errno = EIO;
	(void)hd_err_sys(&err, "%s", big);
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
	for (size_t n = 500; n < 512; n++) {
		big[n] = '\0';
		(void)hd_err_set(&err, HD_EDATA, "tail");
		(void)hd_err_in(&err, "%s", big);
		assert_true(strlen(err.msg) < sizeof(err.msg));
		assert_true(strlen(err.msg) >= n);
		big[n] = 'x';
	}
}

static void
test_err_exit(void **state)
{
	(void)state;
	assert_int_equal(hd_err_exit(HD_OK), 0);
	assert_int_equal(hd_err_exit(HD_EUSAGE), 2);
	assert_int_equal(hd_err_exit(HD_EDATA), 3);
	assert_int_equal(hd_err_exit(HD_ESYS), 4);
}

static void
test_buf(void **state)
{
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	assert_string_equal(hd_buf_cstr(&b), "");
	assert_int_equal(hd_buf_str(&b).n, 0);
	assert_non_null(hd_buf_str(&b).p);
	hd_buf_reset(&b);
	hd_buf_add(&b, NULL, 0);
	assert_string_equal(hd_buf_cstr(&b), "");
	hd_buf_adds(&b, "ab");
	hd_buf_addc(&b, 'c');
	hd_buf_addf(&b, "%03d%s", 7, "x");
	assert_buf(&b, "abc007x");
	hd_buf_add(&b, "a\0b", 3);
	assert_int_equal(b.n, 3);
	assert_memory_equal(b.s, "a\0b", 4);
	hd_buf_reset(&b);
	for (int i = 0; i < 10000; i++)
		hd_buf_addf(&b, "%d,", i % 10);
	assert_int_equal(b.n, 20000);
	assert_int_equal(b.s[b.n], '\0');
	assert_memory_equal(b.s + 19990, "5,6,7,8,9,", 10);
	hd_buf_addf(&b, "%s", "");
	assert_int_equal(b.n, 20000);
	hd_buf_release(&b);
	assert_null(b.s);
	hd_buf_release(&b);
}

static void
test_str(void **state)
{
	static const struct {
		const char *in, *out;
	} trims[] = {
		{ "", "" },
		{ " \t\r\n\f\v", "" },
		{ " a ", "a" },
		{ "a b", "a b" },
		{ "\ta\n b\r\n", "a\n b" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(trims); i++)
		assert_str(hd_str_trim(hd_str(trims[i].in)), trims[i].out);
	assert_true(hd_str_eq(hd_str("ab"), "ab"));
	assert_false(hd_str_eq(hd_str("ab"), "abc"));
	assert_false(hd_str_eq(hd_str("ab"), "aB"));
	assert_false(hd_str_eq(hd_str(NULL), ""));
	assert_true(hd_str_eq(hd_str(""), ""));
	assert_true(hd_str_ieq(hd_str("aB"), "Ab"));
	assert_false(hd_str_ieq(hd_str(NULL), ""));
	assert_true(hd_str_same(hd_str(NULL), hd_str("")));
	assert_true(hd_str_same(S("a\0b"), S("a\0b")));
	assert_false(hd_str_same(S("a\0b"), S("a\0c")));
	assert_true(hd_str_starts(hd_str("abc"), "ab"));
	assert_true(hd_str_starts(hd_str("abc"), ""));
	assert_false(hd_str_starts(hd_str("a"), "ab"));
	assert_null(hd_str(NULL).p);
	assert_int_equal(hd_str(NULL).n, 0);
}

static void
test_str_order(void **state)
{
	/* rising */
	static const struct hd_str list[] = { { "", 0 }, { "\0", 1 },
		{ "A", 1 }, { "a", 1 }, { "a\0", 2 }, { "aa", 2 }, { "b", 1 },
		{ "\xC3\xA4", 2 } };

	(void)state;
	for (size_t i = 0; i < COUNT(list); i++)
		for (size_t k = 0; k < COUNT(list); k++) {
			int c = hd_str_cmp(list[i], list[k]);

			assert_int_equal((c > 0) - (c < 0), (i > k) - (i < k));
		}
	assert_int_equal(hd_str_cmp(hd_str(NULL), hd_str("")), 0);
}

static void
test_str_find(void **state)
{
	struct hd_str s = S("aXabXabc\0abd");

	(void)state;
	assert_ptr_equal(hd_str_find(s, "abc"), s.p + 5);
	assert_ptr_equal(hd_str_find(s, "a"), s.p);
	assert_ptr_equal(hd_str_find(s, "abd"), s.p + 9);
	assert_ptr_equal(hd_str_find(s, ""), s.p);
	assert_null(hd_str_find(s, "abde"));
	assert_null(hd_str_find(hd_str("ab"), "abc"));
	assert_null(hd_str_find(hd_str(NULL), "a"));
}

static void
test_split(void **state)
{
	static const struct {
		const char *in, *out; /* fields between [ and ] */
	} cases[] = {
		{ "", "[]" },
		{ "a", "[a]" },
		{ "a,,b", "[a][][b]" },
		{ ",", "[][]" },
		{ "a,", "[a][]" },
		{ ",a", "[][a]" },
	};
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str rest, f;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		rest = hd_str(cases[i].in);
		while (hd_str_split(&rest, ',', &f))
			hd_buf_addf(&b, "[%.*s]", (int)f.n, f.p);
		assert_null(rest.p);
		assert_buf(&b, cases[i].out);
	}
	rest = hd_str(NULL);
	assert_false(hd_str_split(&rest, ',', &f));
	hd_buf_release(&b);
}

static void
test_grow(void **state)
{
	size_t cap = 0;
	int *p = hd_grow(NULL, &cap, 1, sizeof(*p)), *q;

	(void)state;
	assert_true(cap >= 1);
	p[0] = 5;
	p = hd_grow(p, &cap, 100, sizeof(*p));
	assert_true(cap >= 100);
	assert_int_equal(p[0], 5);
	q = hd_grow(p, &cap, 10, sizeof(*p));
	assert_ptr_equal(p, q);
	free(q);
	free(hd_xmalloc(0));
	free(hd_xcalloc(0, 0));
	free(hd_xreallocarray(NULL, 0, 8));
}

static void
test_arena(void **state)
{
	struct hd_arena a = HD_ARENA_INIT;
	char *s;

	(void)state;
	hd_arena_reset(&a);
	for (size_t i = 0; i < 300; i++) {
		s = hd_arena_memdup(&a, "a\0b", 3);
		assert_int_equal((uintptr_t)s % _Alignof(max_align_t), 0);
		assert_memory_equal(s, "a\0b", 4);
		memset(hd_arena_alloc(&a, 1000), 0x55, 1000);
		assert_memory_equal(s, "a\0b", 4);
	}
	hd_arena_reset(&a);
	assert_non_null(a.head);
	hd_arena_release(&a);
	memset(hd_arena_alloc(&a, 1000000), 1, 1000000);
	hd_arena_reset(&a);
	assert_null(a.head); /* one giant record's memory is not kept */
	hd_arena_release(&a);
	hd_arena_release(&a);
}

static void
test_sha256(void **state)
{
	char hex[HD_SHA256_HEX];

	(void)state;
	hd_sha256_hex(hd_str("abc"), hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
	hd_sha256_hex(hd_str(""), hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb924"
				 "27ae41e4649b934ca495991b7852b855");
	assert_int_equal(hd_hash64(hd_str("a")), hd_hash64(hd_str("a")));
	assert_true(hd_hash64(S("a\0")) != hd_hash64(hd_str("a")));
}

static void
test_map(void **state)
{
	struct hd_map m = HD_MAP_INIT;
	char key[32];
	int64_t *v;

	(void)state;
	assert_null(hd_map_get(&m, hd_str("a")));
	for (int i = 0; i < 5000; i++) {
		(void)snprintf(key, sizeof(key), "k%d", i);
		v = hd_map_put(&m, hd_str(key), i);
		assert_int_equal(*v, i);
	}
	assert_int_equal(m.count, 5000);
	for (int i = 0; i < 5000; i++) {
		(void)snprintf(key, sizeof(key), "k%d", i);
		v = hd_map_get(&m, hd_str(key));
		assert_non_null(v);
		assert_int_equal(*v, i);
		/* in the order of insertion */
		assert_string_equal(m.entries[i].key, key);
	}
	assert_null(hd_map_get(&m, hd_str("k5000")));
	/* there already: the value stays */
	assert_int_equal(*hd_map_put(&m, hd_str("k7"), 99), 7);
	*hd_map_get(&m, hd_str("k7")) = 8;
	assert_int_equal(*hd_map_get(&m, hd_str("k7")), 8);
	hd_map_release(&m);
	assert_int_equal(m.count, 0);
	assert_null(hd_map_get(&m, hd_str("k7")));
	hd_map_release(&m);
}

static void
test_map_keys(void **state)
{
	struct hd_map m = HD_MAP_INIT;

	(void)state;
	(void)hd_map_put(&m, hd_str(""), 1);
	(void)hd_map_put(&m, S("\0"), 2);
	(void)hd_map_put(&m, S("a\0b"), 3);
	(void)hd_map_put(&m, hd_str("a"), 4);
	assert_int_equal(*hd_map_get(&m, hd_str(NULL)), 1);
	assert_int_equal(*hd_map_get(&m, S("\0")), 2);
	assert_int_equal(*hd_map_get(&m, S("a\0b")), 3);
	assert_int_equal(*hd_map_get(&m, hd_str("a")), 4);
	assert_int_equal(m.count, 4);
	hd_map_release(&m);
}

static void
test_edit_share(void **state)
{
	static const struct {
		const char *a, *b;
		double share;
	} t[] = {
		{ "", "", 0 },
		{ "", "one", 1 },
		{ "one two", " ONE\n\ttwo ", 0 },
		{ "a b c d", "a b x d", 0.25 },
		{ "a b c d", "a b d", 0.25 },
		{ "a b d", "a b c d", 0.25 },
		{ "a b c d", "x a b c", 0.5 },
		{ "a b", "c d", 1 },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		assert_float_equal(
		    hd_edit_share(hd_str(t[i].a), hd_str(t[i].b)), t[i].share,
		    1e-12);
	for (int i = 0; i < HD_SIMILAR_WORDS + 100; i++)
		hd_buf_adds(&b, "w ");
	hd_buf_adds(&b, "end");
	assert_float_equal(
	    hd_edit_share(hd_buf_str(&b), hd_buf_str(&b)), 0, 1e-12);
	hd_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_err_set),
		cmocka_unit_test(test_err_long),
		cmocka_unit_test(test_err_exit),
		cmocka_unit_test(test_buf),
		cmocka_unit_test(test_str),
		cmocka_unit_test(test_str_order),
		cmocka_unit_test(test_str_find),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_arena),
		cmocka_unit_test(test_sha256),
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_map_keys),
		cmocka_unit_test(test_edit_share),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
