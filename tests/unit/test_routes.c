/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes and policies: what is read, which route decides, all errors at once. */
#include "rules/decide.h"
#include "rules/evidence.h"
#include "test_rules.h"

static const char routes[] = "rules 1\n"
			     "dimension mood one calm < cross\n"
			     "field ticket.channel enum email chat\n"
			     "tag cross-words\n"
			     " set mood=cross\n"
			     " when text ~ \\bawful\\b\n"
			     "route vip\n"
			     " on open\n"
			     " when account.arr >= 1000\n"
			     " and account.age < 90d\n"
			     " then human-first\n"
			     " queue onboarding team\n"
			     "route cross\n"
			     " on open, reply\n"
			     " when mood = cross\n"
			     " unless ticket.channel = chat\n"
			     " then escalate\n"
			     "default open ai-first\n"
			     "policy chat-to-people\n"
			     " on open\n"
			     " for ticket.channel = chat\n"
			     " must human-first, escalate\n";

static enum hd_action
decide(struct bench *b, enum hd_stage stage, struct hd_decision *d)
{
	hd_eval(b->m, b->vals, true, &b->tags);
	hd_decide(b->m, stage, d);
	return d->action;
}

static void
test_model(void **state)
{
	struct hd_ruleset *rs;
	size_t n;

	(void)state;
	rs = must_load("rules 1\nroute a\n on open, reply\n when page = x\n"
		       " then escalate\n queue tier two\ndefault reply stay\n"
		       "policy p\n on reply\n for page = y\n or page = z\n"
		       " must escalate, human-first\n");
	assert_int_equal(rs->nrules, 0);
	assert_int_equal(rs->nroutes, 1);
	assert_int_equal(
	    rs->routes[0].stages, 1u << HD_STAGE_OPEN | 1u << HD_STAGE_REPLY);
	assert_int_equal(rs->routes[0].actions, 1u << HD_ESCALATE);
	assert_true(hd_str_eq(rs->routes[0].queue, "tier two"));
	assert_int_equal(
	    rs->stage_default[HD_STAGE_OPEN].action, HD_ACTION_NONE);
	assert_int_equal(rs->stage_default[HD_STAGE_REPLY].action, HD_STAY);
	assert_int_equal(rs->policies[0].nalts, 2);
	assert_int_equal(
	    rs->policies[0].actions, 1u << HD_ESCALATE | 1u << HD_HUMAN_FIRST);
	assert_ptr_equal(hd_rule_find(rs, "p"), &rs->policies[0]);
	assert_ptr_equal(hd_ruleset_kind(rs, HD_ROUTE, &n), rs->routes);
	assert_int_equal(n, 1);
	hd_ruleset_free(rs);
}

static void
test_first_match(void **state)
{
	struct hd_decision d;
	struct bench b;

	(void)state;
	bench_open(&b, must_load(routes));
	assert_int_equal(decide(&b, HD_STAGE_OPEN, &d), HD_AI_FIRST);
	assert_int_equal(d.route, HD_BY_STAGE_DEFAULT);
	assert_int_equal(decide(&b, HD_STAGE_REPLY, &d), HD_ACTION_NONE);
	set_num(&b, "account.arr", 1000);
	assert_int_equal(decide(&b, HD_STAGE_OPEN, &d), HD_AI_FIRST);
	set_num(&b, "account.age", 89 * 86400);
	assert_int_equal(decide(&b, HD_STAGE_OPEN, &d), HD_HUMAN_FIRST);
	set_str(&b, "text", "this is awful");
	assert_int_equal(decide(&b, HD_STAGE_OPEN, &d), HD_HUMAN_FIRST);
	assert_int_equal(d.route, 0);
	assert_int_equal(decide(&b, HD_STAGE_REPLY, &d), HD_ESCALATE);
	assert_int_equal(d.route, 1);
	assert_int_equal(d.possible, 1u << HD_ESCALATE);
	set_str(&b, "ticket.channel", "chat");
	assert_int_equal(decide(&b, HD_STAGE_REPLY, &d), HD_ACTION_NONE);
	assert_int_equal(hd_decide_fires(b.m, &b.rs->policies[0]), HD_YES);
	/* a value that the enum does not list is none */
	set_str(&b, "ticket.channel", "fax");
	assert_int_equal(decide(&b, HD_STAGE_REPLY, &d), HD_ESCALATE);
	bench_close(&b);
}

/* A route above that gave up leaves two actions possible. */
static void
test_gave_up(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	struct hd_decision d;
	struct bench b;

	(void)state;
	for (int i = 0; i < 40; i++)
		hd_buf_adds(&text, "xxxx");
	hd_buf_adds(&text, "y!");
	bench_open(&b, must_load("rules 1\nroute slow\n on open\n"
				 " when text ~ (x+x+)+y$\n then escalate\n"
				 "route big\n on open\n when account.arr > 5\n"
				 " then human-first\ndefault open ai-first\n"));
	set_str(&b, "text", hd_buf_cstr(&text));
	assert_int_equal(decide(&b, HD_STAGE_OPEN, &d), HD_AI_FIRST);
	assert_int_equal(d.possible, 1u << HD_ESCALATE | 1u << HD_AI_FIRST);
	assert_int_equal(hd_decide_fires(b.m, &b.rs->routes[0]), HD_MAYBE);
	set_num(&b, "account.arr", 6);
	assert_int_equal(decide(&b, HD_STAGE_OPEN, &d), HD_HUMAN_FIRST);
	assert_int_equal(d.possible, 1u << HD_ESCALATE | 1u << HD_HUMAN_FIRST);
	bench_close(&b);
	hd_buf_release(&text);
}

/* What follows from the truth of all routes is what is decided at once. */
static void
test_without_one(void **state)
{
	unsigned char fires[2];
	struct hd_decision d, e;
	struct bench b;

	(void)state;
	bench_open(&b, must_load(routes));
	set_num(&b, "account.arr", 1000);
	set_num(&b, "account.age", 0);
	set_str(&b, "text", "this is awful");
	(void)decide(&b, HD_STAGE_OPEN, &d);
	hd_decide_all(b.m, HD_STAGE_OPEN, fires);
	assert_int_equal(fires[0], HD_YES);
	assert_int_equal(fires[1], HD_YES);
	hd_decide_by(b.rs, HD_STAGE_OPEN, fires, -1, &e);
	assert_memory_equal(&d, &e, sizeof(d));
	hd_decide_by(b.rs, HD_STAGE_OPEN, fires, 0, &e);
	assert_int_equal(e.route, 1);
	hd_decide_by(b.rs, HD_STAGE_OPEN, fires, 1, &e);
	assert_int_equal(e.route, 0);
	/* the first is no route of replies */
	hd_decide_all(b.m, HD_STAGE_REPLY, fires);
	assert_int_equal(fires[0], HD_NO);
	hd_decide_by(b.rs, HD_STAGE_REPLY, fires, 1, &e);
	assert_int_equal(e.route, HD_BY_STAGE_DEFAULT);
	bench_close(&b);
}

struct told {
	const char *rules[4], *fields[4];
	size_t n;
};

static int
note(void *ctx, const struct hd_evidence *e)
{
	struct told *t = ctx;

	assert_true(t->n < 4);
	t->rules[t->n] = e->rule->id;
	t->fields[t->n++] = e->field;
	return 0;
}

/* Through the tag that a route stands on, to the words. */
static void
test_why(void **state)
{
	struct told t = { .n = 0 };
	struct hd_decision d;
	struct hd_evidence e;
	struct bench b;

	(void)state;
	bench_open(&b, must_load(routes));
	set_str(&b, "text", "this is awful");
	(void)decide(&b, HD_STAGE_OPEN, &d);
	assert_int_equal(
	    hd_explain_route(b.m, &b.rs->routes[d.route], note, &t), 0);
	assert_int_equal(t.n, 2);
	assert_string_equal(t.rules[0], "cross");
	assert_string_equal(t.fields[0], "mood");
	assert_string_equal(t.rules[1], "cross-words");
	assert_string_equal(t.fields[1], "text");
	/* two conditions away, then one, then cancelled */
	assert_false(hd_explain_near(b.m, &b.rs->routes[0], &e));
	set_num(&b, "account.age", 0);
	(void)decide(&b, HD_STAGE_OPEN, &d);
	assert_true(hd_explain_near(b.m, &b.rs->routes[0], &e));
	assert_string_equal(e.field, "account.arr");
	assert_int_equal(e.val.kind, HD_VAL_UNSET);
	set_str(&b, "ticket.channel", "chat");
	(void)decide(&b, HD_STAGE_OPEN, &d);
	assert_true(hd_explain_near(b.m, &b.rs->routes[1], &e));
	assert_string_equal(e.field, "ticket.channel");
	assert_true(hd_str_eq(e.val.str, "chat"));
	bench_close(&b);
}

static void
test_used_files(void **state)
{
	struct memfile files[] = {
		{ "f", "rules 1\nuse g\ndrop old\nroute b\n on open\n"
		       " when page = two\n then escalate\ndefault open stay\n"
		       "route c\n on open\n when page = c\n then stay\n" },
		{ "g", "rules 1\nroute a\n on open\n when page = a\n"
		       " then stay\nroute b\n on open\n when page = one\n"
		       " then stay\nroute old\n on open\n when page = o\n"
		       " then stay\ndefault open ai-first\n" },
		{ NULL, NULL },
	};
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs;

	(void)state;
	assert_int_equal(load_files(files, &rs, &err), 0);
	assert_int_equal(rs->nroutes, 3);
	assert_string_equal(rs->routes[1].id, "b");
	assert_int_equal(rs->routes[1].actions, 1u << HD_ESCALATE);
	assert_string_equal(rs->routes[2].id, "c");
	assert_null(hd_rule_find(rs, "old"));
	assert_int_equal(rs->stage_default[HD_STAGE_OPEN].action, HD_STAY);
	hd_ruleset_free(rs);
}

static void
check_found(const char *text, const char *want)
{
	struct memfile files[] = { { "f", text }, { NULL, NULL } };
	struct hd_rulesrc src = { memfile_read, files };
	struct hd_diags found = HD_DIAGS_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf got = HD_BUF_INIT;
	struct hd_ruleset *rs;

	assert_int_equal(hd_ruleset_load_all(&rs, &src, "f", &found, &err), 1);
	assert_null(rs);
	for (size_t i = 0; i < found.n; i++)
		hd_buf_addf(&got, "%zu:%zu %s\n", found.v[i].at.line,
		    found.v[i].at.col, found.v[i].id);
	assert_string_equal(hd_buf_cstr(&got), want);
	hd_buf_release(&got);
	hd_diags_release(&found);
}

/* Every line in error once, and nothing that only follows from it. */
static void
test_all_errors(void **state)
{
	(void)state;
	check_found("rules 1\n"
		    "ruote a\n"
		    " when text ~ x\n"
		    "tag b\n"
		    " wehn text ~ x\n"
		    " set d=x\n"
		    "route c\n"
		    " on open\n"
		    " when page = x\n"
		    " then fly\n"
		    "tag e\n"
		    " set d=x\n"
		    "default open\n",
	    "2:1 R101\n5:2 R101\n10:7 R122\n11:5 R131\n13:13 R103\n");
	check_found("rules 1\ndimension d one a < b\n"
		    "tag b\n when acount.arr > 1\n and page < 3\n set d=c\n"
		    "route c\n on open\n when text ~ (x\n and page = y\n"
		    " then stay\n",
	    "6:8 R123\n4:7 R120\n5:6 R124\n9:16 R110\n");
	check_found("rules 1\nuse missing\nuse gone\n", "2:5 R105\n3:5 R105\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_model),
		cmocka_unit_test(test_first_match),
		cmocka_unit_test(test_gave_up),
		cmocka_unit_test(test_without_one),
		cmocka_unit_test(test_why),
		cmocka_unit_test(test_used_files),
		cmocka_unit_test(test_all_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
