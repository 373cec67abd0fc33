/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What worlds prove, case by case, and the examples they give. */
#include "check/sketch.h"
#include "test_rules.h"

#define HEAD "rules 1\n"
#define END  "default open ai-first\ndefault reply stay\n"

struct one {
	struct hd_ruleset *rs;
	struct hd_world *w;
	size_t side;
};

static struct one
open_world(const char *text, enum hd_stage stage)
{
	struct one o = { must_load(text), hd_world_new(stage), 0 };

	o.side = hd_world_add(o.w, o.rs);
	return o;
}

static void
close_world(struct one *o)
{
	hd_world_free(o->w);
	hd_ruleset_free(o->rs);
}

/* The rules of a file whose alternatives can hold, by stage, as "ab.d". */
static void
assert_reach(const char *text, enum hd_stage stage, const char *want)
{
	struct one o = open_world(text, stage);
	char got[64] = "";

	for (size_t i = 0; i < o.rs->nroutes; i++) {
		int lit = hd_world_first(o.w, o.side, i);

		got[i] = hd_world_solve(o.w, &lit, 1) == HD_YES
			     ? o.rs->routes[i].id[0]
			     : '.';
	}
	assert_string_equal(got, want);
	close_world(&o);
}

/* A route "a" of these conditions that may fire at that stage. */
static void
assert_fires(const char *conds, enum hd_stage stage, bool can)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b,
	    HEAD "field tier enum free pro top\nfield size number\n"
		 "route a\n on open, reply\n%s then escalate\n" END,
	    conds);
	assert_reach(hd_buf_cstr(&b), stage, can ? "a" : ".");
	hd_buf_release(&b);
}

#define IMPOSSIBLE(conds) assert_fires(conds, HD_STAGE_REPLY, false)
#define POSSIBLE(conds)	  assert_fires(conds, HD_STAGE_REPLY, true)

static void
test_numbers(void **state)
{
	(void)state;
	IMPOSSIBLE(" when size > 2\n and size < 2\n");
	IMPOSSIBLE(" when size > 2\n and size <= 2\n");
	POSSIBLE(" when size >= 2\n and size <= 2\n");
	POSSIBLE(" when size > 1\n and size < 2\n");
	IMPOSSIBLE(" when ticket.reopens > 1\n and ticket.reopens < 2\n");
	IMPOSSIBLE(" when ticket.reopens < 0\n");
	IMPOSSIBLE(" when ticket.reopens = 1.5\n");
	POSSIBLE(" when ticket.reopens != 1.5\n");
	POSSIBLE(" when size < 0\n");
	IMPOSSIBLE(" when ticket.hour > 23\n");
	POSSIBLE(" when ticket.hour >= 23\n");
	IMPOSSIBLE(" when account.age < 1s\n and account.age > 0s\n");
	/* 2^53: what is above it is not one more */
	POSSIBLE(" when ticket.reopens = 9007199254740992\n");
	POSSIBLE(" when ticket.reopens in 1e16, 1e18\n");
	IMPOSSIBLE(" when ticket.reopens > 1e16\n and ticket.reopens = 1e16\n");
	IMPOSSIBLE(" when size = 1\n and size = 2\n");
	POSSIBLE(" when size in 1, 2\n and size != 1\n");
	IMPOSSIBLE(" when size in 1, 2\n and size != 1\n and size != 2\n");
	IMPOSSIBLE(" when size is unset\n and size != 1\n");
	POSSIBLE(" when size is unset\n");
	IMPOSSIBLE(" when account.advocate = true\n"
		   " and account.advocate = false\n");
	IMPOSSIBLE(" when account.advocate != true\n"
		   " and account.advocate != false\n");
}

static void
test_strings(void **state)
{
	(void)state;
	IMPOSSIBLE(" when ticket.brand = x\n and ticket.brand = y\n");
	IMPOSSIBLE(" when ticket.brand = x\n and ticket.brand = X\n");
	POSSIBLE(" when ticket.brand != x\n and ticket.brand != y\n");
	IMPOSSIBLE(" when ticket.brand = xab\n and ticket.brand !~ AB\n");
	POSSIBLE(" when ticket.brand = xab\n and ticket.brand ~ AB\n");
	POSSIBLE(" when ticket.brand ~ ^a\n and ticket.brand ~ ^b\n");
	IMPOSSIBLE(" when tier != free\n and tier != pro\n and tier != top\n");
	IMPOSSIBLE(" when tier ~ ^f\n and tier != free\n");
	POSSIBLE(" when tier is unset\n");
	/* a list has several */
	POSSIBLE(" when ticket.tag = x\n and ticket.tag = y\n");
	POSSIBLE(" when ticket.tag = xab\n and ticket.tag ~ q\n");
	IMPOSSIBLE(" when ticket.tag = xab\n and ticket.tag !~ ab\n");
	IMPOSSIBLE(" when ticket.tag != x\n and ticket.tag = x\n");
	IMPOSSIBLE(" when ticket.tag is unset\n and ticket.tag ~ x\n");
}

static void
test_texts(void **state)
{
	(void)state;
	IMPOSSIBLE(" when text ~ a\n and text !~ a\n");
	POSSIBLE(" when text ~ a\n and text !~ b\n");
	POSSIBLE(" when text ~ a\n and subject !~ a\n");
	IMPOSSIBLE(" when text !~ .\n");
	/* of a no-break space */
	POSSIBLE(" when text !~ \\S\n");
	IMPOSSIBLE(" when text !~ a\n and text is unset\n");
	IMPOSSIBLE(" when text ~ \\b(?:refund|vat)\\b\n"
		   " and text !~ \\b(vat|bill|refund)\\b\n");
	IMPOSSIBLE(
	    " when text ~ \\b(refund|vat)\\b\n and text !~ refund|vat\n");
	/* the edge is of one word only, or only of the longer list */
	POSSIBLE(" when text ~ \\brefund|vat\\b\n and text !~ \\bvat\\b\n");
	POSSIBLE(" when text ~ refund|vat\n and text !~ \\b(refund|vat)\\b\n");
	POSSIBLE(" when text ~ a|c\n and text !~ a|b\n");
	/* a point stands for more than itself */
	POSSIBLE(" when text ~ a.c\n and text !~ a.c|b\n");
	IMPOSSIBLE(" when text ~ a\n unless text ~ a\n");
	POSSIBLE(" when text ~ a\n unless text ~ b\n and size > 1\n");
}

/* Two messages may do what one cannot. */
static void
test_messages(void **state)
{
	(void)state;
	IMPOSSIBLE(" when message ~ a\n and message !~ a\n");
	IMPOSSIBLE(" when message ~ a\n unless message ~ a\n");
	IMPOSSIBLE(
	    " when message ~ a\n and message ~ b\n unless message ~ a\n");
	POSSIBLE(" when message ~ a\n unless message ~ b\n");
	POSSIBLE(" when message ~ a\n and text !~ a\n");
	IMPOSSIBLE(" when message ~ a\n and message is unset\n");
	IMPOSSIBLE(" when message ~ a\n and size > 1\n"
		   " unless message ~ a\n and size > 0\n");
	POSSIBLE(" when message ~ a\n and size > 0\n"
		 " unless message ~ a\n and size > 1\n");
	assert_fires(
	    " when message ~ a\n and last !~ a\n", HD_STAGE_OPEN, false);
	assert_fires(" when first ~ a\n and body !~ a\n", HD_STAGE_OPEN, false);
	assert_fires(
	    " when message ~ a\n and last !~ a\n", HD_STAGE_REPLY, true);
	/* a message without a word: there, but no first */
	assert_fires(
	    " when message ~ ^$\n and first is unset\n", HD_STAGE_OPEN, true);
	assert_fires(
	    " when message ~ a\n and first is unset\n", HD_STAGE_OPEN, false);
	assert_fires(" when ai ~ a\n", HD_STAGE_OPEN, false);
	assert_fires(" when ticket.reopens != 1\n", HD_STAGE_OPEN, false);
	/* what is taken at open by one message is not at reply by two */
#define TWO(a, b, c)                                        \
	HEAD "route a\n on open, reply\n when message ~ " a \
	     "\n then escalate\n"                           \
	     "route b\n on open, reply\n when message ~ " b \
	     "\n then escalate\n"                           \
	     "route c\n on open, reply\n" c " then human-first\n" END
	assert_reach(TWO("x", "y", " when message ~ x\n and message ~ y\n"),
	    HD_STAGE_REPLY, "ab.");
	assert_reach(TWO("x", "y", " when message ~ x\n or message ~ y\n"),
	    HD_STAGE_REPLY, "ab.");
	assert_reach(
	    TWO("x", "y", " when message !~ x\n"), HD_STAGE_REPLY, "abc");
#define PAIR                                                                   \
	HEAD "route a\n on open, reply\n when message ~ x\n and message ~ y\n" \
	     " then escalate\n"                                                \
	     "route b\n on open, reply\n when message ~ x\n and size > 1\n"    \
	     " then escalate\n"                                                \
	     "route c\n on open, reply\n when message ~ x\n and text ~ y\n"    \
	     " and size > 1\n then escalate\n"                                 \
	     "field size number\n" END
	assert_reach(PAIR, HD_STAGE_REPLY, "ab.");
}

static const char tags[] =
    HEAD "language en\n"
	 "dimension mood one calm < sad < cross\n"
	 "dimension issue many bill bug login\n"
	 "tag cross\n set mood=cross\n when text ~ awful\n"
	 "tag sad\n set mood=sad\n when text ~ sad\n"
	 "tag bill\n set issue=bill\n when text ~ bill\n"
	 "tag bug\n set issue=bug\n when text ~ bug\n and mood != calm\n"
	 "default mood calm when readable\n";

static bool
tagged(const char *conds)
{
	struct hd_buf b = HD_BUF_INIT;
	struct one o;
	bool can;
	int lit;

	hd_buf_addf(
	    &b, "%sroute a\n on open\n%s then escalate\n" END, tags, conds);
	o = open_world(hd_buf_cstr(&b), HD_STAGE_OPEN);
	lit = hd_world_first(o.w, o.side, 0);
	can = hd_world_solve(o.w, &lit, 1) == HD_YES;
	close_world(&o);
	hd_buf_release(&b);
	return can;
}

static void
test_dimensions(void **state)
{
	(void)state;
	assert_true(tagged(" when mood = cross\n and text ~ sad\n"));
	assert_false(tagged(" when mood = sad\n and text ~ awful\n"));
	assert_false(tagged(" when mood = calm\n and text ~ awful\n"));
	assert_true(tagged(" when mood is unset\n"));
	assert_false(tagged(" when mood is unset\n and text ~ awful\n"));
	assert_false(tagged(" when mood != calm\n and text !~ awful|sad\n"
			    " and text !~ awful\n and text !~ sad\n"));
	assert_true(tagged(" when issue = bill\n and issue = bug\n"));
	assert_false(tagged(" when issue = login\n"));
	assert_false(tagged(" when issue = bug\n and mood = calm\n"));
	assert_true(tagged(" when count(issue) >= 2\n"));
	assert_false(tagged(" when count(issue) > 2\n"));
	assert_false(tagged(" when count(issue) = 1.5\n"));
	assert_true(tagged(" when count(issue) = 1\n and issue = bug\n"));
	assert_false(tagged(
	    " when count(issue) = 1\n and issue = bug\n and issue = bill\n"));
	assert_true(tagged(" when count(issue) = 0\n"));
	assert_true(tagged(" when count(issue) is unset\n"));
	assert_false(tagged(" when count(issue) is unset\n and mood = calm\n"));
	assert_false(
	    tagged(" when count(issue) is unset\n and issue is set\n"));
	assert_true(tagged(" when count(issue) < 1\n and text !~ bill\n"));
	assert_false(tagged(" when count(issue) < 1\n and text ~ bill\n"));
}

/* Who takes what, by name; a set of two takes it where neither does alone. */
static const char shadow[] =
    HEAD "field size number\n"
	 "route a\n on open\n when size > 5\n then escalate\n"
	 "route b\n on open\n when size <= 7\n then human-first\n"
	 "route c\n on open\n when account.advocate = true\n then escalate\n"
	 "route d\n on open\n when size is set\n then escalate\n" END;

static void
test_cores(void **state)
{
	struct one o = open_world(shadow, HD_STAGE_OPEN);
	const size_t *core;
	size_t n;
	int lits[4], hole;

	(void)state;
	for (size_t i = 0; i < 3; i++)
		lits[i + 1] = -hd_world_fires(o.w, o.side, &o.rs->routes[i]);
	lits[0] = hd_world_fires(o.w, o.side, &o.rs->routes[3]);
	assert_int_equal(hd_world_solve(o.w, lits, 4), HD_NO);
	core = hd_world_shrink(o.w, lits, 4, &n);
	assert_int_equal(n, 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(core[i], i);
	/* what a lost value lets through */
	lits[0] = hd_world_first(o.w, o.side, 0);
	hole = (int)hd_world_without(o.w, o.side, "size");
	lits[1] = hd_world_default(o.w, (size_t)hole);
	assert_int_equal(hd_world_solve(o.w, lits, 2), HD_YES);
	lits[0] = hd_world_first(o.w, o.side, 2);
	lits[1] = -hd_world_first(o.w, (size_t)hole, 2);
	assert_int_equal(hd_world_solve(o.w, lits, 2), HD_NO);
	close_world(&o);
}

static void
assert_sketch(const char *rules, const char *conds, enum hd_stage stage,
    bool by_tags, const char *want)
{
	struct hd_sketch s = HD_SKETCH_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct one o;
	int lit;

	hd_buf_addf(&b, "%sroute a\n on open, reply\n%s then escalate\n" END,
	    rules, conds);
	o = open_world(hd_buf_cstr(&b), stage);
	lit = hd_world_first(o.w, o.side, 0);
	assert_int_equal(hd_world_sketch(o.w, &lit, 1, by_tags, &s), HD_YES);
	hd_buf_reset(&b);
	hd_sketch_text(&s, &b);
	assert_string_equal(hd_buf_cstr(&b), want);
	hd_sketch_release(&s);
	hd_buf_release(&b);
	close_world(&o);
}

static void
test_sketches(void **state)
{
	static const char fields[] =
	    HEAD "field tier enum free pro top\nfield size number\n";

	(void)state;
	assert_sketch(fields,
	    " when tier = top\n and account.age < 90d\n or size > 7\n"
	    " and size < 0\n",
	    HD_STAGE_OPEN, false, "account.age = 89d, tier = top");
	assert_sketch(fields, " when account.age >= 90d\n", HD_STAGE_OPEN,
	    false, "account.age = 90d");
	assert_sketch(fields, " when account.age > 90m\n", HD_STAGE_OPEN, false,
	    "account.age = 1h30m1s");
	assert_sketch(fields, " when size > 2\n and size < 3\n", HD_STAGE_OPEN,
	    false, "size = 2.5");
	assert_sketch(
	    fields, " when size < 0.7\n", HD_STAGE_OPEN, false, "size = 0.6");
	assert_sketch(fields, " when size > 1.25\n and size <= 1.255\n",
	    HD_STAGE_OPEN, false, "size = 1.255");
	assert_sketch(fields, " when ticket.brand != other\n", HD_STAGE_OPEN,
	    false, "ticket.brand = other2");
	assert_sketch(fields, " when tier is unset\n and page is unset\n",
	    HD_STAGE_OPEN, false, "page is unset, tier is unset");
	assert_sketch(fields,
	    " when account.advocate != true\n and ticket.tag = x\n"
	    " and ticket.tag != y\n",
	    HD_STAGE_OPEN, false,
	    "account.advocate = false, ticket.tag = x, ticket.tag != y");
	assert_sketch(fields, " when text ~ a\n and message !~ b\n",
	    HD_STAGE_REPLY, false, "message !~ b, text ~ a");
	assert_sketch(tags, " when mood = sad\n", HD_STAGE_OPEN, false,
	    "text ~ sad, text !~ awful");
	assert_sketch(
	    tags, " when mood = sad\n", HD_STAGE_OPEN, true, "mood = sad");
	assert_sketch(tags, " when mood = calm\n", HD_STAGE_OPEN, false,
	    "readable = true, text !~ sad, text !~ awful");
}

static void
test_budget(void **state)
{
	struct one o = open_world(shadow, HD_STAGE_OPEN);
	int lit = hd_world_first(o.w, o.side, 2);

	(void)state;
	hd_world_budget(o.w, 1);
	assert_int_equal(hd_world_solve(o.w, &lit, 1), HD_MAYBE);
	assert_int_equal(hd_world_undecided(o.w), 1);
	hd_world_budget(o.w, HD_WORLD_STEPS);
	assert_int_equal(hd_world_solve(o.w, &lit, 1), HD_YES);
	assert_true(hd_world_holds(o.w, lit));
	close_world(&o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_messages),
		cmocka_unit_test(test_dimensions),
		cmocka_unit_test(test_cores),
		cmocka_unit_test(test_sketches),
		cmocka_unit_test(test_budget),
	};

	return cmocka_run_group_tests_name("world", tests, NULL, NULL);
}
