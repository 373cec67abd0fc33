/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fires: operators, alternatives, messages, dimensions, levels. */
#include "test_rules.h"

#define HEAD "rules 1\ndimension d one a < b < c\ndimension m many x y z\n"

/* A condition, the field it is about, its value, whether it holds. */
struct op_case {
	const char *cond, *field, *value;
	bool fires;
};

/* Values: "N:1.5" a number, "L:a|b" a list, "-" unset, else a string. */
static const struct op_case ops[] = {
	{ "text ~ re?fund", "text", "A RFUND", true },
	{ "text ~ (?-i)refund", "text", "A REFUND", false },
	{ "text ~ refund", "text", "-", false },
	{ "text !~ refund", "text", "hello", true },
	{ "text !~ refund", "text", "refund", false },
	{ "text !~ refund", "text", "-", false },
	{ "text ~ ^$", "text", "", true },
	{ "text ~ \\bstra\xC3\x9F"
	  "e\\b",
	    "text",
	    "STRA\xE1\xBA\x9E"
	    "E",
	    true },
	{ "text is set", "text", "", true },
	{ "text is set", "text", "-", false },
	{ "text is unset", "text", "-", true },
	{ "page = /a b", "page", "/a b", true },
	{ "page = /a b", "page", "/A b", false },
	{ "page != /a", "page", "/b", true },
	{ "page != /a", "page", "/a", false },
	{ "page != /a", "page", "-", false },
	{ "page in /a, /b", "page", "/b", true },
	{ "page in /a, /b", "page", "/c", false },
	{ "page ~ ^/a/", "page", "/A/x", true },
	{ "ticket.tag = vip", "ticket.tag", "L:new|vip", true },
	{ "ticket.tag = vip", "ticket.tag", "L:new", false },
	{ "ticket.tag != vip", "ticket.tag", "L:new|old", true },
	{ "ticket.tag != vip", "ticket.tag", "L:new|vip", false },
	{ "ticket.tag != vip", "ticket.tag", "-", false },
	{ "ticket.tag in a, vip", "ticket.tag", "L:new|vip", true },
	{ "ticket.tag ~ ^v", "ticket.tag", "L:new|vip", true },
	{ "ticket.tag !~ ^v", "ticket.tag", "L:new|vip", false },
	{ "ticket.tag !~ ^v", "ticket.tag", "L:new|old", true },
	{ "ticket.tag is set", "ticket.tag", "-", false },
	{ "account.arr < 10", "account.arr", "N:9.5", true },
	{ "account.arr < 10", "account.arr", "N:10", false },
	{ "account.arr <= 10", "account.arr", "N:10", true },
	{ "account.arr > 10", "account.arr", "N:10", false },
	{ "account.arr > -1e1", "account.arr", "N:10", true },
	{ "account.arr >= 10", "account.arr", "N:10", true },
	{ "account.arr>=10", "account.arr", "N:9", false },
	{ "account.arr = 10", "account.arr", "N:10", true },
	{ "account.arr != 10", "account.arr", "N:11", true },
	{ "account.arr != 10", "account.arr", "-", false },
	{ "account.arr in 1, 10", "account.arr", "N:10", true },
	{ "account.arr < 10", "account.arr", "-", false },
	{ "account.arr >= 10", "account.arr", "-", false },
	{ "account.arr is unset", "account.arr", "-", true },
	{ "account.arr is set", "account.arr", "N:0", true },
	{ "account.arr >= 10", "account.arr", " 12 ", true },
	{ "account.arr is set", "account.arr", "many", false },
	{ "account.age < 90d", "account.age", "N:7775999", true },
	{ "account.age < 90d", "account.age", "N:7776000", false },
	{ "ticket.handoff = true", "ticket.handoff", "N:1", true },
	{ "ticket.handoff = true", "ticket.handoff", "N:2", true },
	{ "ticket.handoff = false", "ticket.handoff", "N:0", true },
	{ "ticket.handoff != true", "ticket.handoff", "-", false },
	{ "path = ai_only", "path", "ai_only", true },
	{ "path != ai_only", "path", "no_reply", true },
	{ "ticket.field(\"A b\") = x", "ticket.field(\"A b\")", "x", true },
	{ "message is set", "message", "L:a|b", true },
	{ "message is unset", "message", "-", true },
	{ "message ~ b", "message", "L:a|b", true },
	{ "message ~ b", "message", "b", true },
	{ "message !~ b", "message", "L:a|b", true },
	{ "message !~ b", "message", "L:b", false },
	{ "message !~ b", "message", "-", false },
};

static void
set_value(struct bench *b, const char *field, const char *value)
{
	if (strcmp(value, "-") == 0)
		*bench_val(b, field) = (struct hd_val){ .kind = HD_VAL_UNSET };
	else if (strncmp(value, "N:", 2) == 0)
		set_num(b, field, strtod(value + 2, NULL));
	else if (strncmp(value, "L:", 2) == 0)
		set_list(b, field, value + 2);
	else
		set_str(b, field, value);
}

static void
test_operators(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	struct bench b;

	(void)state;
	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
		hd_buf_reset(&text);
		hd_buf_addf(
		    &text, HEAD "tag t\n\tset d=b\n\twhen %s\n", ops[i].cond);
		bench_open(&b, must_load(text.s));
		set_value(&b, ops[i].field, ops[i].value);
		hd_eval(b.m, b.vals, true, &b.tags);
		if (bench_fired(&b, "t") != ops[i].fires)
			fail_msg("%s with %s", ops[i].cond, ops[i].value);
		bench_close(&b);
	}
	hd_buf_release(&text);
}

/* Conditions over text, page and the messages; does the rule fire? */
struct rule_case {
	const char *rule, *text, *page, *messages;
	bool fires;
};

static const struct rule_case rules[] = {
	{ "when text ~ a\n and text ~ b\n or text ~ c\n and page = p\n", "a b",
	    "q", "", true },
	{ "when text ~ a\n and text ~ b\n or text ~ c\n and page = p\n", "a c",
	    "q", "", false },
	{ "when text ~ a\n and text ~ b\n or text ~ c\n and page = p\n", "c",
	    "p", "", true },
	{ "when text ~ a\n unless page = p\n", "a", "p", "", false },
	{ "when text ~ a\n unless page = p\n", "a", "q", "", true },
	{ "when text ~ a\n unless page = p\n", "a", "-", "", true },
	{ "when text ~ a\n or page = p\n unless text ~ z\n", "z", "p", "",
	    false },
	{ "unless text ~ x\n unless text ~ y\n when text ~ a\n", "a y", "", "",
	    false },
	{ "when text ~ a\n unless text ~ x\n and page = p\n", "a x", "q", "",
	    true },
	{ "when text ~ a\n unless text ~ x\n and page = p\n", "a x", "p", "",
	    false },
	{ "when message ~ a\n and message ~ b\n", "", "", "a|b", false },
	{ "when message ~ a\n and message ~ b\n", "", "", "x|a b", true },
	{ "when message ~ a\n unless message ~ b\n", "", "", "a b|c", false },
	{ "when message ~ a\n unless message ~ b\n", "", "", "a b|a", true },
	{ "when message ~ a\n unless message ~ b\n", "", "", "a|b", true },
	{ "when message ~ a\n unless text ~ b\n", "b", "", "a", false },
	{ "when message ~ a\n and message !~ b\n", "", "", "a b|b|a", true },
	{ "when message ~ a\n or page = p\n", "", "p", "-", true },
	{ "when message ~ a\n and message ~ b\n unless page = p\n", "", "q",
	    "a b", true },
	/* tried once for each message, also where only unless has one */
	{ "when text ~ a\n unless message ~ b\n", "a", "", "b|b", false },
	{ "when text ~ a\n unless message ~ b\n", "a", "", "b|c", true },
	{ "when text ~ a\n unless message ~ b\n", "a", "", "-", true },
};

static void
test_rules(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	const struct rule_case *c;
	struct bench b;

	(void)state;
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		c = &rules[i];
		hd_buf_reset(&text);
		hd_buf_addf(&text,
		    HEAD "tag all\n set d=a\n when text is set\n"
			 " or page is set\n or message is set\n"
			 "tag t\n set d=b\n %s",
		    c->rule);
		bench_open(&b, must_load(text.s));
		set_value(&b, "text", c->text);
		set_value(&b, "page", c->page);
		if (strcmp(c->messages, "-") != 0)
			set_list(&b, "message", c->messages);
		hd_eval(b.m, b.vals, true, &b.tags);
		if (bench_fired(&b, "t") != c->fires)
			fail_msg("%s with %s, %s, %s", c->rule, c->text,
			    c->page, c->messages);
		bench_close(&b);
	}
	hd_buf_release(&text);
}

/* Two per-message texts: one of each, in every combination. */
static void
test_two_messages(void **state)
{
	struct bench b;

	(void)state;
	bench_open(&b,
	    must_load(
		HEAD "tag t\n set d=b\n when message ~ a\n"
		     " and agent ~ x\n and message ~ b\n and agent !~ y\n"));
	set_list(&b, "message", "a|b|a b");
	set_list(&b, "agent", "x y|z|x");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_true(bench_fired(&b, "t"));
	set_list(&b, "agent", "x y|z");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_false(bench_fired(&b, "t"));
	bench_close(&b);
}

#define WORD(id, set, word) "tag " id "\n set " set "\n when text ~ " word "\n"

static const char dims_rules[] = HEAD
    "default d a when readable\ndimension e one p < q\ndefault e p\n"
    "dimension n many u v\ndefault n v when readable\n" WORD(
	"low", "d=b", "low") WORD("high1", "d=c", "high")
	WORD("high2", "d=c", "high") WORD("z", "m=z", "zed")
	    WORD("xy", "m=y", "ypsilon") WORD("y2", "m=y", "ypsilon2") WORD(
		"both", "e = q", "both") "tag u\n set n=u\n when text ~ uuu\n";

struct dim_case {
	const char *text;
	bool readable;
	const char *d;
	int d_by;
	const char *m, *m_one, *e, *n;
};

static const struct dim_case dim_cases[] = {
	{ "nothing", true, "a", 0, "", "unknown", "p", "v" },
	{ "nothing", false, "unknown", HD_BY_NONE, "", "unknown", "p", "" },
	{ "low", true, "b", 1, "", "unknown", "p", "v" },
	{ "low high", false, "c", 2, "", "unknown", "p", "" },
	{ "zed ypsilon both", true, "a", 0, "y z", "y", "q", "v" },
	{ "zed uuu", true, "a", 0, "z", "z", "p", "u" },
};

static void
test_dimensions(void **state)
{
	const struct dim_case *c;
	struct bench b;

	(void)state;
	bench_open(&b, must_load(dims_rules));
	for (size_t i = 0; i < sizeof(dim_cases) / sizeof(*c); i++) {
		c = &dim_cases[i];
		set_str(&b, "text", c->text);
		hd_eval(b.m, b.vals, c->readable, &b.tags);
		assert_string_equal(bench_one(&b, "d"), c->d);
		assert_int_equal(b.tags.by[0], c->d_by);
		assert_values(&b, "m", c->m);
		assert_string_equal(bench_one(&b, "m"), c->m_one);
		assert_string_equal(bench_one(&b, "e"), c->e);
		assert_values(&b, "n", c->n);
		assert_int_equal(b.tags.gave_up, 0);
		assert_false(b.tags.undecided[0]);
	}
	bench_close(&b);
}

/* Written before what they test; each outcome is a value of `many` o. */
static const char level_rules[] =
    "rules 1\ndimension o many is-b in-bc not-b set unset m-y m-not-y "
    "count2 count0 deep count-unset m-unset\n"
    "dimension d one a < b < c\ndimension m many x y z\n"
    "tag deep\n set o=deep\n when d = c\n"
    "tag r1\n set o=is-b\n when d = b\ntag r2\n set o=in-bc\n when d in b, c\n"
    "tag r3\n set o=not-b\n when d != b\ntag r4\n set o=set\n when d is set\n"
    "tag r5\n set o=unset\n when d is unset\n"
    "tag r6\n set o=m-y\n when m = y\ntag r7\n set o=m-not-y\n when m != y\n"
    "tag r8\n set o=count2\n when count(m) >= 2\n"
    "tag r9\n set o=count0\n when count(m) = 0\n"
    "tag r10\n set o=count-unset\n when count(m) is unset\n"
    "tag r11\n set o=m-unset\n when m is unset\n" WORD("b", "d=b", "b")
	WORD("x", "m=x", "x") WORD("x2", "m=x", "x")
	    WORD("y", "m=y", "y") "tag c\n set d=c\n when count(m) > 1\n";

static const struct {
	const char *text;
	bool readable;
	const char *o;
} levels[] = {
	{ "", true, "unset count0 m-unset" },
	{ "", false, "unset count-unset m-unset" },
	{ "b", true, "is-b in-bc set count0 m-unset" },
	{ "x", false, "unset m-not-y" },
	{ "b x y", true, "in-bc not-b set m-y count2 deep" },
};

static void
test_levels(void **state)
{
	struct bench b;

	(void)state;
	bench_open(&b, must_load(level_rules));
	assert_int_equal(b.rs->nlevels, 3);
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
		set_str(&b, "text", levels[i].text);
		hd_eval(b.m, b.vals, levels[i].readable, &b.tags);
		assert_values(&b, "o", levels[i].o);
		for (size_t k = 1; k < b.tags.nfired; k++)
			assert_true(b.tags.fired[k - 1] < b.tags.fired[k]);
	}
	bench_close(&b);
}

static const char given_rules[] =
    HEAD "dimension kind many first second third\n"
	 "dimension mood one calm < cross\n"
	 "dimension way one here < there\n"
	 "default mood calm when readable\n"
	 "tag s\n set kind=second\n when text ~ two\n"
	 "tag f\n set kind=first\n when text ~ one\n"
	 "tag c\n set mood=cross\n when text ~ bad\n"
	 "tag h\n set way=here\n when mood = calm\n"
	 "tag t\n set way=there\n when mood = cross\n or count(kind) >= 3\n";

static void
assert_given(struct bench *b, struct hd_given g, const char *kinds,
    const char *mood, const char *way)
{
	hd_matcher_give(b->m, &g, 1);
	hd_eval(b->m, b->vals, true, &b->tags);
	assert_values(b, "kind", kinds);
	assert_values(b, "mood", mood);
	assert_values(b, "way", way);
	assert_int_equal(b->tags.one[g.dim], g.value);
	assert_int_equal(b->tags.by[g.dim], g.by);
	hd_matcher_give(b->m, NULL, 0);
}

/* What is given stands, and the rules that test it see it. */
static void
test_given(void **state)
{
	struct bench b;
	int kind, mood;

	(void)state;
	bench_open(&b, must_load(given_rules));
	kind = hd_ruleset_dim(b.rs, "kind");
	mood = hd_ruleset_dim(b.rs, "mood");
	set_str(&b, "text", "one two bad");
	assert_given(&b, (struct hd_given){ mood, 0, HD_BY_MANUAL, false },
	    "first second", "calm", "here");
	assert_given(&b, (struct hd_given){ mood, -1, HD_BY_MODEL, false },
	    "first second", "", "");
	assert_given(&b, (struct hd_given){ kind, 2, HD_BY_MODEL, false },
	    "first second third", "cross", "there");
	assert_given(&b, (struct hd_given){ kind, 1, HD_BY_MANUAL, true },
	    "second", "cross", "there");
	assert_given(&b, (struct hd_given){ kind, -1, HD_BY_MANUAL, true }, "",
	    "cross", "there");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_values(&b, "kind", "first second");
	assert_int_equal(b.tags.one[kind], 0);
	bench_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_operators),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_two_messages),
		cmocka_unit_test(test_dimensions),
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_given),
	};

	return cmocka_run_group_tests_name("rules_eval", tests, NULL, NULL);
}
