/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns that give up: bounded in time, never taken for "no match". */
#include "test_rules.h"

#include <time.h>

#include "rules/matcher.h"

#define BOMB "(a+)+$"
/* Explodes on aaaa!, matches aaaa. */
#define HEAD                                                           \
	"rules 1\ndimension d one a < b < c\ndimension m many x y z\n" \
	"dimension o many t1 t2 t3 t4 t5 t6 t7 t8\n"

static const char bomb_text[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! "
				"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!y";

struct limit_case {
	const char *pattern;
	const char *text;
	bool fires, gives_up;
};

static const struct limit_case cases[] = {
	{ "^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", false, true },
	{ BOMB, bomb_text, false, true },
	{ "(x+x+)+y", bomb_text, false, true },
	{ "(x+x+)+y", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false, false },
	{ BOMB, "hello aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true, false },
	{ "(a|aa)+$", bomb_text, false, true },
};

static void
test_give_up(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	struct timespec from, to;
	struct bench b;

	(void)state;
	(void)clock_gettime(CLOCK_MONOTONIC, &from);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		hd_buf_reset(&text);
		hd_buf_addf(&text, HEAD "tag t\n set d=b\n when text ~ %s\n",
		    cases[i].pattern);
		bench_open(&b, must_load(text.s));
		set_str(&b, "text", cases[i].text);
		hd_eval(b.m, b.vals, true, &b.tags);
		assert_int_equal(bench_fired(&b, "t"), cases[i].fires);
		assert_int_equal(b.tags.gave_up, cases[i].gives_up);
		assert_int_equal(hd_matcher_gave_up(b.m, 0), cases[i].gives_up);
		assert_int_equal(b.tags.undecided[0], cases[i].gives_up);
		bench_close(&b);
	}
	(void)clock_gettime(CLOCK_MONOTONIC, &to);
	/* far above what it takes, far below what no limit would take */
	assert_true(to.tv_sec - from.tv_sec < 60);
	hd_buf_release(&text);
}

/* U is the pattern that gives up; rules and what comes of them. */
struct tri_case {
	const char *rules, *text;
	const char *d;
	bool d_undecided;
	const char *m, *o;
	size_t gave_up;
};

#define U      "text ~ ^" BOMB "\n"
#define B      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
#define LOW(v) "tag low\n set d=" v "\n when text ~ " B "\n"

static const struct tri_case tris[] = {
	/* no and unknown is no; yes or unknown is yes */
	{ "tag t\n set d=b\n when " U " and text ~ zzz\n", B, "unknown", false,
	    "", "", 0 },
	{ "tag t\n set d=b\n when text ~ zzz\n and " U, B, "unknown", false, "",
	    "", 0 },
	{ "tag t\n set d=b\n when " U " or text ~ a\n", B, "b", false, "", "",
	    0 },
	{ "tag t\n set d=b\n when text ~ a\n unless " U, B, "unknown", true, "",
	    "", 1 },
	{ "tag t\n set d=b\n when " U " unless text ~ a\n", B, "unknown", false,
	    "", "", 0 },
	{ "tag t\n set d=b\n when text !~ ^" BOMB "\n", B, "unknown", true, "",
	    "", 1 },
	/* what is decided stays unless the other would win */
	{ LOW("a") "tag t\n set d=b\n when " U, B, "unknown", true, "", "", 1 },
	{ LOW("b") "tag t\n set d=b\n when " U, B, "b", false, "", "", 1 },
	{ LOW("c") "tag t\n set d=b\n when " U, B, "c", false, "", "", 1 },
	/* conditions on what is not decided */
	{ LOW("a") "tag t\n set d=b\n when " U
		   "tag t1\n set o=t1\n when d = a\n"
		   "tag t2\n set o=t2\n when d in a, b\n"
		   "tag t3\n set o=t3\n when d = c\n"
		   "tag t4\n set o=t4\n when d is set\n"
		   "tag t5\n set o=t5\n when d != c\n",
	    B, "unknown", true, "", "t2 t4 t5", 2 },
	{ "tag t\n set m=y\n when " U "tag z\n set m=z\n when text ~ a\n"
	  "tag t1\n set o=t1\n when m = y\n"
	  "tag t2\n set o=t2\n when m = z\n"
	  "tag t3\n set o=t3\n when m != x\n"
	  "tag t4\n set o=t4\n when count(m) >= 1\n"
	  "tag t5\n set o=t5\n when count(m) = 2\n"
	  "tag t6\n set o=t6\n when count(m) > 2\n"
	  "tag t7\n set o=t7\n when m != y\n",
	    B, "unknown", false, "z", "t2 t3 t4", 4 },
	{ "default d a when readable\ntag t\n set d=b\n when " U
	  "tag t1\n set o=t1\n when d is set\n"
	  "tag t2\n set o=t2\n when d = a\n",
	    B, "unknown", true, "", "t1", 2 },
};

static void
test_three_values(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	const struct tri_case *c;
	struct bench b;

	(void)state;
	for (size_t i = 0; i < sizeof(tris) / sizeof(tris[0]); i++) {
		c = &tris[i];
		hd_buf_reset(&text);
		hd_buf_addf(&text, HEAD "%s", c->rules);
		bench_open(&b, must_load(text.s));
		set_str(&b, "text", c->text);
		hd_eval(b.m, b.vals, true, &b.tags);
		assert_string_equal(bench_one(&b, "d"), c->d);
		assert_int_equal(b.tags.undecided[0], c->d_undecided);
		assert_values(&b, "m", c->m);
		assert_values(&b, "o", c->o);
		assert_int_equal(b.tags.gave_up, c->gave_up);
		bench_close(&b);
	}
	hd_buf_release(&text);
}

/* The first of `many` is not known if an earlier value may have fired. */
static void
test_many_first(void **state)
{
	struct bench b;

	(void)state;
	bench_open(&b, must_load(HEAD "tag t\n set m=y\n when " U
				      "tag u\n set m=z\n when text ~ a\n"));
	set_str(&b, "text", B);
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_string_equal(bench_one(&b, "m"), "unknown");
	assert_int_equal(b.tags.by[1], HD_BY_NONE);
	assert_true(b.tags.undecided[1]);
	set_str(&b, "text", "aaa");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_string_equal(bench_one(&b, "m"), "y");
	assert_values(&b, "m", "y z");
	assert_false(b.tags.undecided[1]);
	bench_close(&b);
}

/* What came before does not change what comes out. */
static void
test_slow_first(void **state)
{
	struct bench b;

	(void)state;
	bench_open(&b, must_load(HEAD "tag t\n set d=b\n when " U));
	for (size_t i = 0; i < 13; i++) {
		set_str(&b, "text", B);
		hd_eval(b.m, b.vals, true, &b.tags);
		assert_int_equal(b.tags.gave_up, 1);
	}
	assert_int_equal(hd_matcher_gave_up(b.m, 0), 13);
	set_str(&b, "text", "aaaaaa");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_true(bench_fired(&b, "t"));
	set_str(&b, "text", "nothing");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_string_equal(bench_one(&b, "d"), "unknown");
	assert_int_equal(b.tags.gave_up, 0);
	bench_close(&b);
}

/* Long texts: the JIT stack, the cut at 64 KiB inside a character. */
static void
test_long_text(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	struct bench b;

	(void)state;
	bench_open(&b,
	    must_load(HEAD "tag words\n set d=b\n when text ~ ^(\\w+\\s?)*$\n"
			   "tag tail\n set d=c\n when text ~ tail\n"));
	while (text.n < 60000)
		hd_buf_adds(&text, "word ");
	set_str(&b, "text", text.s);
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_true(bench_fired(&b, "words"));
	assert_int_equal(b.tags.truncated, 0);
	hd_buf_reset(&text);
	while (text.n < HD_SUBJECT_MAX - 1)
		hd_buf_addc(&text, 'x');
	hd_buf_adds(&text, "\xC3\xA9 tail");
	set_str(&b, "text", text.s);
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_true(bench_fired(&b, "words"));
	assert_false(bench_fired(&b, "tail"));
	assert_int_equal(b.tags.truncated, 1);
	bench_close(&b);
	hd_buf_release(&text);
}

/* 64 KiB of text that is made to take long. */
struct bomb_case {
	const char *pattern, *pump, *tail;
	bool decided; /* no match, and that is known */
};

static const struct bomb_case bombs[] = {
	{ "(a+)+$", "a", "!", false },
	{ "(x+x+)+y", "x", "!y", false },
	{ "^(\\w+\\s?)*$", "word ", "!", false },
	{ "^(?:[a-z]+ ?)+;", "very ", "!;", false },
	{ "(?:(?:very|really) )*angry", "very ", "angr", true },
	{ "(?:.*?,){9}x", ",", "y x", false },
};

/*
 * The time is that of this process, so that others do not count: a bulk run is
 * not stopped by one pattern, and "gave up" is never taken for "no match".
 */
static void
test_bombs(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	struct bench b;
	clock_t from;

	(void)state;
	for (size_t i = 0; i < sizeof(bombs) / sizeof(bombs[0]); i++) {
		hd_buf_reset(&text);
		hd_buf_addf(&text, HEAD "tag t\n set d=b\n when text ~ %s\n",
		    bombs[i].pattern);
		bench_open(&b, must_load(text.s));
		hd_matcher_plain(b.m, true);
		hd_buf_reset(&text);
		while (text.n < HD_SUBJECT_MAX - 16)
			hd_buf_adds(&text, bombs[i].pump);
		hd_buf_adds(&text, bombs[i].tail);
		set_str(&b, "text", text.s);
		from = clock();
		hd_eval(b.m, b.vals, true, &b.tags);
		assert_true(clock() - from < 20 * CLOCKS_PER_SEC);
		assert_false(bench_fired(&b, "t"));
		assert_int_equal(b.tags.gave_up, !bombs[i].decided);
		assert_int_equal(b.tags.undecided[0], !bombs[i].decided);
		bench_close(&b);
	}
	hd_buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_give_up),
		cmocka_unit_test(test_three_values),
		cmocka_unit_test(test_many_first),
		cmocka_unit_test(test_slow_first),
		cmocka_unit_test(test_long_text),
		cmocka_unit_test(test_bombs),
	};

	return cmocka_run_group_tests_name("rules_limits", tests, NULL, NULL);
}
