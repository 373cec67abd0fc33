/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8: import, measures, what a terminal may see. */
#include "unit.h"

#include "base/utf8.h"

static void
test_import(void **state)
{
	static const struct {
		struct hd_str in;
		const char *out;
		size_t bad;
	} cases[] = {
		{ { "", 0 }, "", 0 },
		{ { "plain", 5 }, "plain", 0 },
		{ { "caf\xC3\xA9", 5 }, "caf\xC3\xA9", 0 },
		/* composed: e + acute, A + ring */
		{ { "cafe\xCC\x81", 6 }, "caf\xC3\xA9", 0 },
		{ { "A\xCC\x8A", 3 }, "\xC3\x85", 0 },
		/* Latin-1, cut sequence, stray continuation */
		{ { "caf\xE9", 4 }, "caf\xEF\xBF\xBD", 1 },
		{ { "a\xC3", 2 }, "a\xEF\xBF\xBD", 1 },
		{ { "\x80", 1 }, "\xEF\xBF\xBD", 1 },
		{ { "\xFF\xFE", 2 }, "\xEF\xBF\xBD\xEF\xBF\xBD", 2 },
		/* overlong, surrogate, beyond the last code point */
		{ { "\xC0\xAF", 2 }, "\xEF\xBF\xBD\xEF\xBF\xBD", 2 },
		{ { "\xED\xA0\xBD", 3 }, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
		    3 },
		{ { "\xF4\x90\x80\x80", 4 },
		    "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 4 },
		{ { "a\0b", 3 },
		    "a\xEF\xBF\xBD"
		    "b",
		    1 },
		/* the rest of a bad text is kept, and composed */
		{ { "\xFF"
		    "e\xCC\x81",
		      4 },
		    "\xEF\xBF\xBD\xC3\xA9", 1 },
		{ { "\xF0\x9F\x98\x80", 4 }, "\xF0\x9F\x98\x80", 0 },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		hd_buf_adds(&b, "x ");
		assert_int_equal(hd_utf8_import(&b, cases[i].in), cases[i].bad);
		assert_true(hd_utf8_valid(hd_buf_str(&b)));
		assert_memory_equal(b.s, "x ", 2);
		assert_str((struct hd_str){ b.s + 2, b.n - 2 }, cases[i].out);
		hd_buf_reset(&b);
	}
	hd_buf_release(&b);
}

/* What is plain is left as it is, wherever it stands. */
static void
test_plain(void **state)
{
	struct hd_buf in = HD_BUF_INIT, out = HD_BUF_INIT;
	size_t plain = 0;

	(void)state;
	for (uint32_t c = 1; c < 0x110000; c++) {
		if (c >= 0xD800 && c < 0xE000)
			continue;
		hd_buf_reset(&in);
		hd_buf_reset(&out);
		hd_buf_adds(&in, "e");
		hd_utf8_put(&in, c);
		hd_buf_adds(&in, "\xC3\xA9");
		if (!hd_utf8_plain(hd_buf_str(&in)))
			continue;
		plain++;
		assert_int_equal(hd_utf8_import(&out, hd_buf_str(&in)), 0);
		assert_true(hd_str_same(hd_buf_str(&in), hd_buf_str(&out)));
	}
	assert_int_equal(plain, 0x2FF + 0x3E + 0x1000);
	for (size_t n = 0; n < 3; n++) {
		assert_false(hd_utf8_plain((struct hd_str){ "\0", 1 }));
		assert_false(hd_utf8_plain((struct hd_str){ "\xC3", 1 }));
		assert_false(hd_utf8_plain(
		    (struct hd_str){ "\xF0\x9F\xA4\x96", n + 1 }));
		assert_false(hd_utf8_plain(
		    (struct hd_str){ "\xE2\x80\x9C\x9C", 4 - n % 2 * 2 }));
	}
	/* wherever in a word it stands */
	for (size_t n = 0; n < 24; n++) {
		char text[24];

		memset(text, 'a', sizeof(text));
		assert_true(hd_utf8_plain((struct hd_str){ text, n }));
		text[n] = '\0';
		assert_false(
		    hd_utf8_plain((struct hd_str){ text, sizeof(text) }));
		text[n] = '\x80';
		assert_false(
		    hd_utf8_plain((struct hd_str){ text, sizeof(text) }));
	}
	hd_buf_release(&in);
	hd_buf_release(&out);
}

/* A long text is composed in parts, and comes out as the short ones do. */
static void
test_parts(void **state)
{
	struct hd_buf in = HD_BUF_INIT, out = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < 60000; i++)
		hd_buf_adds(&in, "A\xCC\x8A ");
	assert_int_equal(hd_utf8_import(&out, hd_buf_str(&in)), 0);
	assert_int_equal(out.n, 60000 * 3);
	for (size_t i = 0; i < out.n; i += 3)
		assert_memory_equal(out.s + i, "\xC3\x85 ", 3);
	hd_buf_release(&in);
	hd_buf_release(&out);
}

/* Every pair of bytes comes out valid, and import is idempotent. */
static void
test_import_bytes(void **state)
{
	struct hd_buf b = HD_BUF_INIT, again = HD_BUF_INIT;
	char s[4] = "..";

	(void)state;
	for (int i = 0; i < 65536; i++) {
		s[0] = (char)(i >> 8);
		s[1] = (char)i;
		hd_buf_reset(&b);
		hd_buf_reset(&again);
		(void)hd_utf8_import(&b, (struct hd_str){ s, 2 });
		assert_true(hd_utf8_valid(hd_buf_str(&b)));
		assert_int_equal(hd_utf8_import(&again, hd_buf_str(&b)), 0);
		assert_true(hd_str_same(hd_buf_str(&b), hd_buf_str(&again)));
	}
	hd_buf_release(&b);
	hd_buf_release(&again);
}

static void
test_valid(void **state)
{
	(void)state;
	assert_true(hd_utf8_valid(S("")));
	assert_true(hd_utf8_valid(S("a\0b")));
	assert_true(hd_utf8_valid(S("\xEF\xBF\xBD")));
	assert_false(hd_utf8_valid(S("a\xE2\x82")));
	assert_false(hd_utf8_valid(S("\xED\xA0\x80")));
	assert_false(hd_utf8_valid(S("\xC1\xBF")));
}

static void
test_measures(void **state)
{
	static const struct {
		const char *s;
		size_t count, width, words;
	} cases[] = {
		{ "", 0, 0, 0 },
		{ "a b", 3, 3, 2 },
		{ "it's  a dog's life", 18, 18, 4 },
		{ "'quoted'", 8, 8, 1 },
		{ "\xC3\xA4\xC3\xB6 \xC3\xBC", 4, 4, 2 },
		{ "don\xE2\x80\x99t", 5, 5, 1 },
		{ "\xE6\x97\xA5\xE6\x9C\xAC", 2, 4, 1 },
		{ "12:30, ok?", 10, 10, 3 },
		{ "\xF0\x9F\x98\x80", 1, 2, 0 },
		{ "e\xCC\x81", 2, 1, 1 },
		{ "\t", 1, 1, 0 },
		{ "-- ... !!", 9, 9, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct hd_str s = hd_str(cases[i].s);

		assert_int_equal(hd_utf8_count(s), cases[i].count);
		assert_int_equal(hd_utf8_width(s), cases[i].width);
		assert_int_equal(hd_utf8_words(s), cases[i].words);
	}
}

/* Words one by one, in small letters. */
static void
test_word(void **state)
{
	struct hd_str rest = hd_str("\xC3\x84pfel, it's 3 o'clock!"), word;
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	while (hd_utf8_word(&rest, &word)) {
		hd_utf8_lower(&b, word);
		hd_buf_addc(&b, '|');
	}
	assert_string_equal(hd_buf_cstr(&b), "\xC3\xA4pfel|it's|3|o'clock|");
	rest = (struct hd_str){ NULL, 0 };
	assert_false(hd_utf8_word(&rest, &word));
	hd_buf_release(&b);
}

static void
test_head(void **state)
{
	static const struct {
		const char *s;
		size_t n, want;
	} cases[] = {
		{ "abc", 2, 2 },
		{ "abc", 3, 3 },
		{ "abc", 9, 3 },
		{ "abc", 0, 0 },
		{ "a\xC3\xA4", 2, 1 },
		{ "a\xC3\xA4", 3, 3 },
		{ "\xF0\x9F\x98\x80z", 3, 0 },
		{ "\xF0\x9F\x98\x80z", 4, 4 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(hd_utf8_head(hd_str(cases[i].s), cases[i].n).n,
		    cases[i].want);
}

static void
test_get_put(void **state)
{
	static const uint32_t points[] = { 1, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD,
		0x10000, 0x10FFFF };
	struct hd_buf b = HD_BUF_INIT;
	uint32_t c;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(points); i++) {
		hd_buf_reset(&b);
		hd_utf8_put(&b, points[i]);
		n = hd_utf8_get(b.s, b.s + b.n, &c);
		assert_int_equal(n, b.n);
		assert_int_equal(c, points[i]);
		if (b.n > 1) { /* cut short */
			assert_int_equal(
			    hd_utf8_get(b.s, b.s + b.n - 1, &c), 1);
			assert_int_equal(c, 0xFFFD);
		}
	}
	hd_buf_release(&b);
}

static void
test_safe(void **state)
{
	static const struct {
		struct hd_str in;
		bool lines;
		const char *out;
	} cases[] = {
		{ { "plain \xC3\xA4", 8 }, false, "plain \xC3\xA4" },
		{ { "a\x1B[31mb", 7 }, false, "a?[31mb" },
		{ { "a\nb\tc\rd", 7 }, false, "a?b c?d" },
		{ { "a\nb\tc\rd", 7 }, true, "a\nb c d" },
		{ { "\x7F\x01\0x", 4 }, false, "???x" },
		{ { "\xC2\x9B"
		    "31m",
		      5 },
		    false, "?31m" }, /* CSI of C1 */
		{ { "\xE2\x80\xAE"
		    "abc",
		      6 },
		    false, "?abc" },			 /* RLO */
		{ { "\xE2\x81\xA6x", 4 }, true, "?x" },	 /* LRI */
		{ { "\xE2\x80\x8Bx", 4 }, false, "?x" }, /* zero width */
		{ { "\xE2\x80\xA8x", 4 }, true, "?x" },	 /* line separator */
		{ { "\xEF\xBB\xBFx", 4 }, false, "?x" },
		{ { "a\xFFz", 3 }, false, "a?z" },
		{ { "\xEF\xBF\xBDx", 4 }, false, "\xEF\xBF\xBDx" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		hd_utf8_safe(&b, cases[i].in, cases[i].lines);
		assert_buf(&b, cases[i].out);
	}
	hd_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_import),
		cmocka_unit_test(test_import_bytes),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_measures),
		cmocka_unit_test(test_word),
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_get_put),
		cmocka_unit_test(test_safe),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
