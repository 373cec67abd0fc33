/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON: parsing, looking up, writing again, limits. */
#include "unit.h"

#include "base/json.h"

/* The text parsed and written again, or the message. */
static struct hd_str
again(struct hd_arena *a, struct hd_str s)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;
	struct hd_json *j = hd_json_parse(a, s, &err);
	struct hd_str r;

	if (j == NULL) {
		assert_int_equal(err.code, HD_EDATA);
		return hd_str(hd_arena_memdup(a, err.msg, strlen(err.msg)));
	}
	hd_jgen_init(&g, false);
	hd_jgen_val(&g, j);
	hd_jgen_take(&g, &b);
	hd_jgen_release(&g);
	r = (struct hd_str){ hd_arena_memdup(a, b.s, b.n), b.n };
	hd_buf_release(&b);
	return r;
}

static void
test_round_trip(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "{}", "{}" },
		{ " [ ] ", "[]" },
		{ "null", "null" },
		{ "[true,false,null]", "[true,false,null]" },
		{ "\"a\"", "\"a\"" },
		{ "12345678901234567890123", "12345678901234567890123" },
		{ "[1.50,-0,1E+3,7253394974479.0]",
		    "[1.50,-0,1E+3,7253394974479.0]" },
		{ "{\"b\":1,\"a\":{\"c\":[[],{}]}}",
		    "{\"b\":1,\"a\":{\"c\":[[],{}]}}" },
		{ "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}" },
		{ "\"\\u00e4\\n\\\"\\\\\\/\"", "\"\xC3\xA4\\n\\\"\\\\/\"" },
		{ "\"\\ud83d\\ude00\"", "\"\xF0\x9F\x98\x80\"" },
		{ "\"a\\u0000b\"", "\"a\\u0000b\"" },
		{ "\"caf\xE9\"", "\"caf\xEF\xBF\xBD\"" },
		{ "{\"\":0}", "{\"\":0}" },
	};
	struct hd_arena a = HD_ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_str(again(&a, hd_str(cases[i].in)), cases[i].out);
		hd_arena_reset(&a);
	}
	hd_arena_release(&a);
}

static void
test_bad(void **state)
{
	static const struct hd_str bad[] = { S(""), S("  "), S("{"), S("[1,"),
		S("{\"a\"}"), S("{a:1}"), S("[1 2]"), S("tru"), S("nul"),
		S("01"), S("1.e"), S("+1"), S("\"a"), S("\"\\x\""), S("{}}"),
		S("[] []"), S("{},"), S("'a'"), S("// c\n1"), S("\0"),
		S("[1]\0"), S("\"a\nb\""), S("NaN"), S("[,]") };
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		err = (struct hd_err)HD_ERR_INIT;
		if (hd_json_parse(&a, bad[i], &err) != NULL)
			fail_msg("'%s' is no JSON", bad[i].p);
		assert_err(&err, HD_EDATA, "bad JSON: ");
		assert_null(strchr(err.msg, '\n'));
	}
	hd_arena_release(&a);
}

/* n openers and, if `closed`, as many closers. */
static struct hd_str
nested(struct hd_buf *b, size_t n, const char *open, const char *end)
{
	hd_buf_reset(b);
	for (size_t i = 0; i < n; i++)
		hd_buf_adds(b, open);
	hd_buf_adds(b, "1");
	for (size_t i = 0; i < n; i++)
		hd_buf_adds(b, end);
	return hd_buf_str(b);
}

static void
test_depth(void **state)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_str s;

	(void)state;
	s = nested(&b, HD_JSON_DEPTH, "[", "]");
	assert_non_null(hd_json_parse(&a, s, &err));
	assert_true(hd_str_same(again(&a, s), s));
	s = nested(&b, HD_JSON_DEPTH, "{\"k\":", "}");
	assert_non_null(hd_json_parse(&a, s, &err));
	assert_true(hd_str_same(again(&a, s), s));
	for (size_t n = HD_JSON_DEPTH + 1; n < 100000; n *= 3) {
		assert_null(hd_json_parse(&a, nested(&b, n, "[", "]"), &err));
		assert_err(&err, HD_EDATA, "bad JSON: nested deeper than 64");
		assert_null(
		    hd_json_parse(&a, nested(&b, n, "{\"k\":", "}"), &err));
		assert_err(&err, HD_EDATA, "bad JSON: nested deeper than 64");
	}
	hd_buf_release(&b);
	hd_arena_release(&a);
}

static void
test_get(void **state)
{
	struct hd_str s = S("{\"a\":{\"b\":{\"c\":\"x\"}},\"n\":7,\"t\":true,"
			    "\"f\":false,\"z\":null,\"l\":[1,2],\"a.b\":9,"
			    "\"e\":\"\"}");
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_json *j = hd_json_parse(&a, s, &err);

	(void)state;
	assert_non_null(j);
	assert_int_equal(j->type, HD_JOBJ);
	assert_int_equal(j->count, 8);
	assert_str(hd_json_at(j, "a.b.c"), "x");
	assert_str(hd_json_at(j, "n"), "7");
	assert_str(hd_json_at(j, "t"), "true");
	assert_str(hd_json_at(j, "e"), "");
	assert_non_null(hd_json_at(j, "e").p);
	assert_null(hd_json_at(j, "z").p);
	assert_null(hd_json_at(j, "a").p);
	assert_null(hd_json_at(j, "l").p);
	assert_null(hd_json_at(j, "a.x.c").p);
	assert_null(hd_json_at(j, "n.b").p);
	assert_null(hd_json_at(j, "").p);
	assert_str(hd_json_str(hd_json_get(j, "a.b")), "9");
	assert_true(hd_json_true(hd_json_get(j, "t")));
	assert_false(hd_json_true(hd_json_get(j, "f")));
	assert_false(hd_json_true(hd_json_get(j, "n")));
	assert_false(hd_json_true(NULL));
	assert_null(hd_json_get(NULL, "a"));
	assert_null(hd_json_get(hd_json_get(j, "l"), "a"));
	assert_null(hd_json_path(NULL, "a"));
	assert_int_equal(hd_json_get(j, "l")->count, 2);
	assert_str(hd_json_get(j, "l")->child->next->s, "2");
	hd_arena_release(&a);
}

static void
test_writer(void **state)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;

	(void)state;
	hd_jgen_init(&g, false);
	hd_jgen_obj(&g);
	hd_jgen_cstr(&g, "i");
	hd_jgen_int(&g, INT64_MIN);
	hd_jgen_cstr(&g, "s");
	hd_jgen_str(&g, S("\x01\"\xFF\x7F"));
	hd_jgen_cstr(&g, "none");
	hd_jgen_str(&g, hd_str(NULL));
	hd_jgen_cstr(&g, "d");
	hd_jgen_num(&g, hd_str("0.10"));
	hd_jgen_cstr(&g, "l");
	hd_jgen_arr(&g);
	hd_jgen_bool(&g, true);
	hd_jgen_bool(&g, false);
	hd_jgen_null(&g);
	hd_jgen_endarr(&g);
	hd_jgen_endobj(&g);
	hd_jgen_take(&g, &b);
	assert_buf(&b,
	    "{\"i\":-9223372036854775808,\"s\":\"\\u0001\\\"\xEF\xBF\xBD\\u007f\","
	    "\"none\":\"\",\"d\":0.10,\"l\":[true,false,null]}");
	/* what is taken is gone, and the writer is fresh */
	hd_jgen_arr(&g);
	hd_jgen_endarr(&g);
	hd_jgen_take(&g, &b);
	assert_buf(&b, "[]");
	hd_jgen_release(&g);
	hd_jgen_release(&g);
	hd_buf_release(&b);
}

static void
test_pretty(void **state)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;

	(void)state;
	hd_jgen_init(&g, true);
	hd_jgen_obj(&g);
	hd_jgen_cstr(&g, "a");
	hd_jgen_int(&g, 1);
	hd_jgen_endobj(&g);
	hd_jgen_take(&g, &b);
	assert_buf(&b, "{\n    \"a\": 1\n}\n");
	hd_jgen_release(&g);
	hd_buf_release(&b);
}

/* Values made by hand nest to the limit and no further. */
static void
test_build(void **state)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_jbuild b;

	(void)state;
	memset(&b, 0, sizeof(b));
	b.arena = &a;
	for (int i = 0; i < HD_JSON_DEPTH; i++)
		assert_int_equal(hd_jbuild_add(&b, HD_JARR, hd_str(NULL)), 0);
	assert_int_equal(hd_jbuild_add(&b, HD_JNUM, hd_str("1")), 0);
	assert_int_equal(hd_jbuild_add(&b, HD_JARR, hd_str(NULL)), -1);
	for (int i = 0; i < HD_JSON_DEPTH; i++)
		hd_jbuild_end(&b);
	assert_int_equal(b.depth, 0);
	hd_jbuild_end(&b);
	assert_int_equal(b.depth, 0);
	hd_arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_get),
		cmocka_unit_test(test_writer),
		cmocka_unit_test(test_pretty),
		cmocka_unit_test(test_build),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
