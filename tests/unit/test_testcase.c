/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of rules: how they are read, what their facts are, how they end. */
#include "check/testrun.h"
#include "test_rules.h"

static const char rules[] = "rules 1\n"
			    "dimension mood one calm < cross\n"
			    "dimension topic many money login\n"
			    "field account.size enum small big\n"
			    "tag cross-words\n set mood=cross\n"
			    " when message ~ \\bawful\\b\n"
			    "tag money\n set topic=money\n"
			    " when text ~ \\bmoney\\b\n"
			    "tag login\n set topic=login\n"
			    " when subject ~ login\n or last ~ login\n"
			    "route old\n on open\n when account.age > 30d\n"
			    " and account.size = big\n then human-first\n"
			    " queue the old\n"
			    "route cross\n on open, reply\n"
			    " when mood = cross\n then escalate\n"
			    "route loop\n on reply\n"
			    " when ticket.ai_turns >= 2\n then escalate\n"
			    "default open ai-first\ndefault reply stay\n";

static int
load_test(const char *test, struct hd_ruleset **rs, struct hd_diags *found,
    struct hd_err *err)
{
	struct memfile files[] = { { "t", test }, { "r", rules },
		{ NULL, NULL } };
	struct hd_rulesrc src = { memfile_read, files };

	return found == NULL ? hd_ruleset_load(rs, &src, "t", err)
			     : hd_ruleset_load_all(rs, &src, "t", found, err);
}

/* All results of a file of tests, a line each. */
static void
check_results(const char *test, const char *want)
{
	static const char *const words[] = { "passed", "failed", "errored",
		"skipped", "todo" };
	struct hd_diags out = HD_DIAGS_INIT;
	struct hd_buf got = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs;
	struct hd_testrun t;
	const struct hd_result *r;

	if (load_test(test, &rs, NULL, &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(hd_testrun_open(&t, rs, &err), 0);
	for (size_t i = 0; i < rs->ncases; i++)
		if (rs->cases[i].kind == HD_CASE_JOURNEY)
			(void)hd_test_journey(
			    &t, &rs->cases[i], NULL, NULL, &out);
		else
			(void)hd_test_case(&t, &rs->cases[i], NULL, NULL, &out);
	for (size_t i = 0; i < out.nresults; i++) {
		r = &out.results[i];
		hd_buf_addf(
		    &got, "%zu %s %s", r->at.line, r->name, words[r->outcome]);
		if (r->outcome != HD_PASSED)
			hd_buf_addf(&got, ": %s / %s / %s / %s", r->message,
			    r->got, r->want, r->rule != NULL ? r->rule : "-");
		hd_buf_addc(&got, '\n');
	}
	assert_string_equal(hd_buf_cstr(&got), want);
	hd_buf_release(&got);
	hd_diags_release(&out);
	hd_testrun_close(&t);
	hd_ruleset_free(rs);
}

static void
check_errors(const char *test, const char *want)
{
	struct hd_diags found = HD_DIAGS_INIT;
	struct hd_buf got = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs;

	assert_int_equal(load_test(test, &rs, &found, &err), 1);
	assert_null(rs);
	hd_diags_sort(&found);
	for (size_t i = 0; i < found.n; i++)
		hd_buf_addf(&got, "%zu:%zu %s %s\n", found.v[i].at.line,
		    found.v[i].at.col, found.v[i].id, found.v[i].message);
	assert_string_equal(hd_buf_cstr(&got), want);
	hd_buf_release(&got);
	hd_diags_release(&found);
	/* the same, where the first error ends it */
	assert_int_equal(load_test(test, &rs, NULL, &err), -1);
}

static void
test_case_and_like(void **state)
{
	(void)state;
	check_results("rules 1\nuse r\nnow 2026-03-01\n"
		      "case a\n on open\n account.size = big\n"
		      " account.age = 31d\n text = how do I do this\n"
		      " expect route = human-first by old\n"
		      " expect queue = the old\n expect tag mood=unknown\n"
		      "case b\n like a\n account.age = 2026-01-30\n"
		      " expect route = ai-first by default\n"
		      "case c\n like a\n account.age = 2026-01-29\n"
		      " expect route = human-first\n"
		      "case d\n like b\n account.age is unset\n"
		      " expect route = human-first\n"
		      "case e\n on reply\n like a\n todo later\n"
		      " expect route = escalate by loop\n",
	    "4 a passed\n12 b passed\n16 c passed\n"
	    "20 d failed: no rule fired / route = ai-first by default / "
	    "route = human-first / -\n"
	    "24 e todo: later / route = stay by default / route = escalate by "
	    "loop / -\n");
}

static void
test_texts(void **state)
{
	(void)state;
	/* the subject joins the text, and is no message */
	check_results(
	    "rules 1\nuse r\n"
	    "case a\n subject = my login, awful\n text = the money\n"
	    " expect tag topic=money by money\n"
	    " expect tag topic=login by login\n"
	    " expect no tag mood=cross\n"
	    "case b\n message = the money\n message = login, awful\n"
	    " expect tag topic=money\n expect tag topic=login\n"
	    " expect tag mood=cross by cross-words\n"
	    "case c\n on open\n like b\n"
	    " expect tag topic=money\n expect no tag topic=login\n"
	    " expect route = ai-first\n"
	    "case d\n text\n  | one\n\n  # no text\n  | | aw\n  |ful\n"
	    " expect tag mood=cross\n"
	    "case e\n text\n  | it is\n  |    awful\n"
	    " expect tag mood=calm\n",
	    "3 a passed\n9 b passed\n15 c passed\n"
	    "21 d failed: no rule fired / tag mood=unknown / tag mood=cross / "
	    "-\n"
	    "29 e failed: cross-words (r:7:7): message ~ \\bawful\\b / "
	    "tag mood=cross by cross-words / tag mood=calm / cross-words\n");
}

static void
test_table(void **state)
{
	(void)state;
	check_results("rules 1\nuse r\n"
		      "table t\n on open\n account.size = big\n"
		      " expect no tag mood=cross\n"
		      " columns account.age | text => route\n"
		      " row 31d | hello  you => human-first by old\n"
		      " row  | awful => escalate\n"
		      " row 30d | a => b => ai-first\n"
		      "table m\n columns text => mood\n row awful => cross\n"
		      " row fine => unknown\n"
		      "table q\n on open\n account.size = big\n"
		      " columns account.age => queue\n row 40d => the old\n"
		      " row 4d => the old\n",
	    "8 t: 31d | hello  you passed\n"
	    "9 t: - | awful failed: cross-words (r:7:7): message ~ \\bawful\\b "
	    "/ tag mood=cross by cross-words / no tag mood=cross / "
	    "cross-words\n"
	    "10 t: 30d | a => b passed\n"
	    "13 m: awful passed\n14 m: fine passed\n"
	    "19 q: 40d passed\n"
	    "20 q: 4d failed: no rule fired / no queue / queue = the old / "
	    "-\n");
}

static void
test_journey(void **state)
{
	(void)state;
	check_results("rules 1\nuse r\n"
		      "journey j\n customer = the money\n"
		      " expect route = ai-first\n ai = here\n"
		      " customer = and now?\n expect route = stay\n"
		      " customer\n  | and\n  | now?\n"
		      " expect route = escalate by loop\n"
		      " customer = hello?\n expect route = escalate\n"
		      "journey k\n customer = the money\n"
		      " customer = how awful\n expect route = escalate\n"
		      " customer = thanks\n expect route = stay\n",
	    "3 j passed\n"
	    "15 k failed: cross (r:23:7): mood = cross / after customer "
	    "message 3: route = escalate by cross / route = stay / cross\n");
}

static void
test_names(void **state)
{
	(void)state;
	check_errors("rules 1\nuse r\n"
		     "case a\n acount.age = 3d\n mood = cross\n"
		     " account.age = 2026-01-01\n account.size = huge\n"
		     " expect tag mod=cross\n expect tag mood=cros\n"
		     " expect route = stay\n"
		     "case b\n on open\n ticket.ai_turns = 2\n"
		     " expect route = stay by old-one\n"
		     " expect tag mood=calm by old\n text\n"
		     "case h\n page\n  | x\n"
		     "table d\n columns text => route\n row x => stay\n"
		     "table e\n columns text => mod\n row x => stay\n"
		     "table f\n columns texx => mood\n row x => calm\n"
		     "journey g\n customer\n expect route = stay\n",
	    "4:2 R501 unknown field 'acount.age': did you mean 'account.age'?\n"
	    "5:2 R501 'mood' is a dimension, which rules decide: give the facts that make them fire\n"
	    "6:16 R103 up to when? write 'now 2026-01-31T12:00:00Z' above the cases\n"
	    "7:17 R122 'account.size' has no value 'huge'\n"
	    "8:13 R501 unknown dimension 'mod': did you mean 'mood'?\n"
	    "9:18 R501 'mood' has no value 'cros': did you mean 'cross'?\n"
	    "10:9 R103 at which stage? write 'on open' or 'on reply'\n"
	    "13:2 R501 'ticket.ai_turns' is not known when a ticket opens: on reply it is\n"
	    "14:25 R501 there is no route 'old-one'\n"
	    "15:26 R501 there is no tag 'old'\n"
	    "16:2 R103 missing value: write '= VALUE', or '| TEXT' below\n"
	    "18:2 R124 'page' is no text: write '= VALUE'\n"
	    "21:18 R103 at which stage? write 'on open' or 'on reply'\n"
	    "24:18 R501 unknown dimension 'mod': did you mean 'mood'?\n"
	    "27:10 R501 unknown field 'texx': did you mean 'text'?\n"
	    "30:2 R103 missing text: write '= TEXT', or '| TEXT' below\n");
}

static void
test_form(void **state)
{
	(void)state;
	check_errors("rules 1\nuse r\n"
		     "case a\n expect route = stay\n case b\n"
		     "case a\n"
		     "case b\n on open\n like c\n"
		     "case d\n on open\n expect route = fly\n"
		     "case f\n when text ~ x\n"
		     "case g\n exepct route = stay\n expect rout = x\n"
		     "case i\n | x\n on open\n on open\n",
	    "5:2 R101 'case' must begin in column 1\n"
	    "6:6 R506 case 'a' was at line 3\n"
	    "9:7 R501 there is no case 'c' above\n"
	    "12:17 R122 'fly' is no action: there are ai-first, stay, "
	    "human-first and escalate\n"
	    "14:2 R101 'when' has no place in a case\n"
	    "16:2 R101 unknown keyword 'exepct': did you mean 'expect'?\n"
	    "17:9 R101 write 'expect route = ACTION', 'expect queue = NAME', "
	    "'expect tag DIMENSION=VALUE' or 'expect no tag ...'\n"
	    "19:2 R103 '|' goes under a line that holds nothing but a field\n"
	    "21:2 R103 'on' twice\n");
	check_errors("rules 1\nuse r\n"
		     "table a\n"
		     "table b\n row 1 => x\n"
		     "table c\n on open\n columns account.arr | foo => route\n"
		     " row 1 => stay\n row 1 | 2 | 3 => stay\n"
		     " row 1 | 2 => stay\n row 1 | 2 => ai-first\n"
		     "journey f\n ai = x\n"
		     "journey g\n customer\n expect route = stay\n"
		     " page = x\n"
		     "journey h\n expect route = stay\n"
		     "now 2026-01-01\nnow 2026-01-01\n",
	    "3:7 R103 table 'a' has no row\n"
	    "5:2 R103 'row' before 'columns'\n"
	    "9:6 R103 fewer cells than columns\n"
	    "10:14 R103 more cells than columns\n"
	    "12:2 R506 case 'c: 1 | 2' was at line 11\n"
	    "14:2 R103 the AI answers a customer: write 'customer = TEXT' "
	    "above\n"
	    "18:2 R103 put the facts of a journey above its steps\n"
	    "20:2 R103 expect something after a 'customer' line\n"
	    "22:1 R103 'now' twice\n");
}

/* What gave up is an error, in whatever is expected. */
static void
test_gave_up(void **state)
{
	struct hd_diags out = HD_DIAGS_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_ruleset *rs;
	struct hd_testrun t;

	(void)state;
	hd_buf_adds(&b, "rules 1\ndimension d one a < b\ntag t\n set d=b\n"
			" when text ~ (x+x+)+y$\nroute r\n on open\n"
			" when d = b\n then stay\ndefault open stay\n");
	for (int i = 0; i < 3; i++) {
		hd_buf_addf(&b, "case %d\n on open\n text = ", i);
		for (int k = 0; k < 160; k++)
			hd_buf_addc(&b, 'x');
		hd_buf_adds(&b, i == 0	 ? "y!\n expect route = stay\n"
				: i == 1 ? "y!\n expect no tag d=a\n"
					 : "y\n expect route = stay by r\n");
	}
	rs = must_load(hd_buf_cstr(&b));
	assert_int_equal(hd_testrun_open(&t, rs, &err), 0);
	for (int i = 0; i < 3; i++)
		assert_int_equal(
		    hd_test_case(&t, &rs->cases[i], NULL, NULL, &out),
		    i < 2 ? HD_ERRORED : HD_PASSED);
	assert_int_equal(out.nresults, 3);
	hd_testrun_close(&t);
	hd_ruleset_free(rs);
	hd_diags_release(&out);
	hd_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_case_and_like),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_journey),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_gave_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
