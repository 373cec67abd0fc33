/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading rule files: what is refused and where, use, drop, replace. */
#include "test_rules.h"

#define HEAD "rules 1\ndimension d one a < b < c\ndimension m many x y z\n"
/* The statements begin on line 5. */
#define TAG HEAD "tag t\n"
#define SET "\tset d=a\n"

struct bad {
	const char *text, *msg;
};

static const struct bad lexical[] = {
	{ "", "f:1:1: a rule file begins with 'rules 1' [R103]" },
	{ "\xEF\xBB\xBFrules 1\n",
	    "f:1:1: a byte order mark: save the file without one (byte offset 0) [R100]" },
	{ "rules 1\n# a\xC3\xA9\r\n",
	    "f:2:5: a carriage return: save the file with line feeds alone (byte offset 13) [R100]" },
	{ "rules 1\n#  \xFF\n",
	    "f:2:4: not UTF-8: save the file as that (byte offset 11) [R100]" },
	{ "rules 2\n", "f:1:7: rules version '2' is not known: write 'rules "
		       "1' [R103]" },
	{ "rules 1\nrules 1\n", "f:2:1: 'rules' twice [R103]" },
	{ "tag t\n", "f:1:1: a rule file begins with 'rules 1' [R103]" },
	{ "rules 1\n", "f: no rules at all [R105]" },
	{ "rules 1\n  when text ~ x\n",
	    "f:2:3: indented line outside a block [R102]" },
	{ "rules 1\nowner x\n  when text ~ x\n",
	    "f:3:3: indented line outside a block [R102]" },
	{ "rules 1\ntga t\n",
	    "f:2:1: unknown keyword 'tga': did you mean 'tag'? [R101]" },
	{ "rules 1\nwhen text ~ x\n",
	    "f:2:1: 'when' belongs in a block: indent it [R101]" },
	{ "rules 1\nroute r\n",
	    "f:2:7: route 'r' has no condition: write 'when' [R131]" },
	{ "rules 1\npolicy r\n",
	    "f:2:8: policy 'r' has no condition: write 'for' [R131]" },
	{ "rules 1\nroute r\n when text ~ x\n",
	    "f:2:7: route 'r' goes nowhere: write 'then human-first' [R132]" },
	{ "rules 1\npolicy r\n for text ~ x\n",
	    "f:2:8: policy 'r' demands nothing: write 'must human-first' "
	    "[R132]" },
	{ "rules 1\nroute r\n when text ~ x\n then escalate\n",
	    "f:2:7: route 'r' has no stage: write 'on open' or 'on open, "
	    "reply' [R103]" },
	{ "rules 1\nroute r\n when page = x\n on open\n then stay\n hit x\n",
	    "f:6:6: route 'r' has no pattern to show examples of [R103]" },
	{ "rules 1\nroute r\n on opne\n",
	    "f:3:5: 'opne' is no stage: there are open and reply [R122]" },
	{ "rules 1\nroute r\n on open,\n",
	    "f:3:10: '' is no stage: there are open and reply [R122]" },
	{ "rules 1\nroute r\n on open\n on reply\n",
	    "f:4:2: 'on' twice [R103]" },
	{ "rules 1\nroute r\n then humanfirst\n",
	    "f:3:7: 'humanfirst' is no action: did you mean 'human-first'? "
	    "[R122]" },
	{ "rules 1\nroute r\n then sleep\n",
	    "f:3:7: 'sleep' is no action: there are ai-first, stay, "
	    "human-first and escalate [R122]" },
	{ "rules 1\nroute r\n then\n", "f:3:6: missing action [R103]" },
	{ "rules 1\nroute r\n then stay now\n",
	    "f:3:12: 'now' is one word too many [R103]" },
	{ "rules 1\nroute r\n then stay\n then stay\n",
	    "f:4:2: 'then' twice [R103]" },
	{ "rules 1\nroute r\n set a=b\n",
	    "f:3:2: 'set' has no place in a route [R101]" },
	{ "rules 1\npolicy r\n when text ~ x\n",
	    "f:3:2: 'when' has no place in a policy [R101]" },
	{ "rules 1\npolicy r\n and text ~ x\n",
	    "f:3:2: 'and' before 'for' [R103]" },
	{ "rules 1\npolicy r\n for text ~ x\n for text ~ y\n",
	    "f:4:2: 'for' twice: write 'or' or 'and' [R103]" },
	{ "rules 1\npolicy r\n must escalate, fly\n",
	    "f:3:17: 'fly' is no action: there are ai-first, stay, "
	    "human-first and escalate [R122]" },
	{ "rules 1\ndefault open\n", "f:2:13: missing action [R103]" },
	{ "rules 1\ndefault open stay\ndefault open stay\n",
	    "f:3:1: the default of stage 'open' was given at line 2 [R130]" },
	{ "rules 1\nroute r\n when page = x\n on open\n then stay\n"
	  "policy r\n",
	    "f:6:8: duplicate id 'r', first at f:2:7 [R130]" },
	{ "rules 1\nreview 2026-13-01\n",
	    "f:2:8: '2026-13-01' is no date: write 2026-01-31 [R121]" },
	{ "rules 1\nreview 2026-02-30\n",
	    "f:2:8: '2026-02-30' is no date: write 2026-01-31 [R121]" },
	{ "rules 1\nowner a\nowner b\n", "f:3:1: 'owner' twice [R103]" },
	{ "rules 1\nlanguage\n", "f:2:9: missing language [R103]" },
};

static const struct bad declarations[] = {
	{ HEAD "dimension d one a < b\n",
	    "f:4:11: 'd' was declared at line 2 [R130]" },
	{ HEAD "dimension e a b\n",
	    "f:4:13: write 'one' or 'many' after the name [R103]" },
	{ HEAD "dimension e one a b\n",
	    "f:4:19: '<' goes between ranked values [R103]" },
	{ HEAD "dimension e one a <\n", "f:4:20: missing value [R103]" },
	{ HEAD "dimension e many a a\n", "f:4:20: value 'a' twice [R130]" },
	{ HEAD "dimension text one a\n",
	    "f:4:11: 'text' is a built-in field [R130]" },
	{ HEAD "field f1 enum\n", "f:4:14: missing value [R103]" },
	{ HEAD "field f1 colour\n",
	    "f:4:10: unknown type 'colour': text string list number duration "
	    "bool enum [R103]" },
	{ HEAD "field account.age number\n",
	    "f:4:19: 'account.age' is built in, a duration [R124]" },
	{ HEAD "field f1 bool yes\n",
	    "f:4:15: 'yes' is one word too many [R103]" },
	{ HEAD "default d q\n", "f:4:11: 'd' has no value 'q' [R123]" },
	{ HEAD "default q a\n",
	    "f:4:9: unknown dimension 'q': declare it above [R123]" },
	{ HEAD "default d a if readable\n",
	    "f:4:13: write 'when readable' or nothing [R103]" },
	{ HEAD "default d a\ndefault d b\n",
	    "f:5:9: 'd' was declared at line 4 [R130]" },
	{ HEAD "drop nix\n", "f:4:6: 'nix' is no rule of a used file [R123]" },
	{ HEAD "use nix.rules\n", "f:4:5: cannot read 'nix.rules' [R105]" },
	{ TAG SET "\twhen text ~ x\ntag t\n",
	    "f:7:5: duplicate id 't', first at f:4:5 [R130]" },
	{ HEAD "tag a/b\n", "f:4:6: 'a/b' cannot be an id: letters, digits, "
			    "'.', '_' and '-' only [R103]" },
	{ "rules 1\nfield d bool\n" HEAD, "f:3:1: 'rules' twice [R103]" },
};

static const struct bad statements[] = {
	{ TAG "\twehn text ~ x\n",
	    "f:5:2: unknown keyword 'wehn': did you mean 'when'? [R101]" },
	{ TAG "\tthen ai-first\n",
	    "f:5:2: 'then' has no place in a tag [R101]" },
	{ TAG "\ttag u\n", "f:5:2: 'tag' must begin in column 1 [R101]" },
	{ TAG SET, "f:4:5: tag 't' has no condition: write 'when' [R131]" },
	{ TAG "\twhen text ~ x\n",
	    "f:4:5: tag 't' sets nothing: write 'set DIMENSION=VALUE' [R132]" },
	{ TAG "\tor text ~ x\n", "f:5:2: 'or' before 'when' [R103]" },
	{ TAG "\tand text ~ x\n", "f:5:2: 'and' before 'when' [R103]" },
	{ TAG "\twhen text ~ x\n\twhen text ~ y\n",
	    "f:6:2: 'when' twice: write 'or' or 'and' [R103]" },
	{ TAG "\twhen text ~ x\n\tunless text ~ z\n\tor text ~ y\n",
	    "f:7:2: 'or' after 'unless': write another 'unless', or put this "
	    "line above [R103]" },
	{ TAG SET "\twhen text ~ x\n\twhy a\n\twhy b\n",
	    "f:8:2: 'why' twice [R103]" },
	{ TAG "\thit\n", "f:5:5: missing example text [R103]" },
	{ TAG SET "\twhen ticket.reopens > 1\n\thit x\n",
	    "f:7:6: tag 't' has no pattern to show examples of [R103]" },
	{ TAG "\tset d a\n", "f:5:8: write 'set DIMENSION=VALUE' [R103]" },
	{ TAG "\tset d=\n", "f:5:8: missing value [R103]" },
	{ TAG "\tset e=a\n\twhen text ~ x\n",
	    "f:5:6: unknown dimension 'e' [R123]" },
	{ TAG "\tset m=xx\n\twhen text ~ x\n",
	    "f:5:8: 'm' has no value 'xx': did you mean 'x'? [R123]" },
	{ TAG "\tset d=a\n\tset d=b\n\twhen text ~ x\n",
	    "f:6:6: 'd' is set twice [R103]" },
	{ TAG "\tallow R118 because x\n",
	    "f:5:13: write 'allow CHECK until DATE because TEXT' [R184]" },
	{ TAG "\tallow R118 until 2026-01-01\n",
	    "f:5:29: missing reason: write 'because TEXT' after the date "
	    "[R184]" },
};

static const struct bad conditions[] = {
	{ TAG SET "\twhen\n", "f:6:6: missing condition: FIELD, operator, "
			      "value [R103]" },
	{ TAG SET "\twhen text\n", "f:6:11: missing operator after 'text' "
				   "[R103]" },
	{ TAG SET "\twhen text ~\n", "f:6:13: missing value [R103]" },
	{ TAG SET "\twhen text like x\n",
	    "f:6:12: unknown operator 'like': did you mean '~'? [R101]" },
	{ TAG SET "\twhen text near x\n",
	    "f:6:12: unknown operator 'near': there are ~ !~ = != in < <= > >= "
	    "is [R101]" },
	{ TAG SET "\twhen page == x\n",
	    "f:6:12: unknown operator '==': did you mean '='? [R101]" },
	{ TAG SET "\twhen text is there\n",
	    "f:6:15: write 'is set' or 'is unset', or '=' and a value [R103]" },
	{ TAG SET "\twhen page in a,,b\n", "f:6:17: missing value [R103]" },
	{ TAG SET "\twhen acount.plan = x\n",
	    "f:6:7: unknown field 'acount.plan': did you mean 'account.plan'? "
	    "[R120]" },
	{ TAG SET "\twhen ticket.field = x\n",
	    "f:6:7: which field? write ticket.field(\"NAME\") [R120]" },
	{ TAG SET "\twhen account.age < 90\n",
	    "f:6:21: unit missing after '90': write 90d, 12h, 30m or 45s "
	    "[R121]" },
	{ TAG SET "\twhen account.age < soon\n",
	    "f:6:21: 'soon' is no duration: write 90d, 12h, 30m or 45s "
	    "[R121]" },
	{ TAG SET "\twhen account.arr < 1k\n",
	    "f:6:21: '1k' is no number [R121]" },
	{ TAG SET "\twhen ticket.handoff = yes\n",
	    "f:6:24: 'yes' is neither true nor false [R122]" },
	{ TAG SET "\twhen path = ai-only\n",
	    "f:6:14: 'path' has no value 'ai-only': did you mean 'ai_only'? "
	    "[R122]" },
	{ TAG SET "\twhen account.plan < 5\n",
	    "f:6:7: '<' does not fit 'account.plan', a string: it has ~ !~ = "
	    "!= in is [R124]" },
	{ TAG SET "\twhen text = x\n",
	    "f:6:7: '=' does not fit 'text', a text: it has ~ !~ is [R124]" },
	{ TAG SET "\twhen m in x, yy\n",
	    "f:6:15: 'm' has no value 'yy': did you mean 'y'? [R123]" },
	{ TAG SET "\twhen count(mm) > 1\n",
	    "f:6:13: unknown dimension 'mm': did you mean 'm'? [R123]" },
	{ TAG SET "\twhen text ~ \xC3\xA9(a\n",
	    "f:6:17: missing closing parenthesis (pattern offset 4) [R110]" },
	{ TAG SET "\twhen text ~ (*UTF)a\n",
	    "f:6:14: a pattern may not begin with '(*' (pattern offset 0) "
	    "[R110]" },
	{ TAG SET "\twhen text ~ ab(?C1)c\n",
	    "f:6:21: callouts are not allowed in a rule (pattern offset 7) "
	    "[R110]" },
	{ TAG SET "\twhen text ~ a\\Cb\n",
	    "f:6:17: using \\C is disabled by the application (pattern offset "
	    "3) [R110]" },
};

static void
check_bad(const struct bad *t, size_t n)
{
	struct hd_err err;
	struct hd_ruleset *rs;

	for (size_t i = 0; i < n; i++) {
		err = (struct hd_err)HD_ERR_INIT;
		assert_int_equal(load_text(t[i].text, &rs, &err), -1);
		assert_null(rs);
		assert_string_equal(err.msg, t[i].msg);
		assert_int_equal(err.code, HD_EUSAGE);
	}
}

#define CHECK_BAD(table) check_bad(table, sizeof(table) / sizeof(table[0]))

static void
test_refused(void **state)
{
	(void)state;
	CHECK_BAD(lexical);
	CHECK_BAD(declarations);
	CHECK_BAD(statements);
	CHECK_BAD(conditions);
}

static const struct bad cycles[] = {
	{ TAG SET "\twhen d = b\n",
	    "f:4:5: tag rules depend on each other in a cycle: d needs d (tag "
	    "t) [R173]" },
	{ TAG SET "\twhen m = x\ntag u\n\tset m=y\n\twhen text ~ x\n"
		  "\tunless count(d) > 0\n",
	    "f:7:5: tag rules depend on each other in a cycle: m needs d (tag "
	    "u), d needs m (tag t) [R173]" },
	{ HEAD "dimension e one a\ntag v\n\tset e=a\n\twhen d = a\n"
	       "tag t\n" SET "\twhen d = c\n",
	    "f:8:5: tag rules depend on each other in a cycle: d needs d (tag "
	    "t) [R173]" },
};

static void
test_cycle(void **state)
{
	(void)state;
	CHECK_BAD(cycles);
}

/* text, and a line of n bytes of fill between the two parts */
static char *
filled(const char *before, char fill, size_t n, const char *after)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, before);
	for (size_t i = 0; i < n; i++)
		hd_buf_addc(&b, fill);
	hd_buf_adds(&b, after);
	return b.s;
}

static void
check_limit(char *text, const char *msg)
{
	struct bad t = { text, msg };

	check_bad(&t, 1);
	free(text);
}

static void
test_limits(void **state)
{
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	check_limit(filled("rules 1\n#", 'x', 8192, "\n"),
	    "f:2:1: a line may have 8 KiB, this one has 8193 bytes [R100]");
	check_limit(filled("rules 1\n", '\n', 1024 * 1024, ""),
	    "f:1:1: a rule file may have 1 MiB, no more [R105]");
	check_limit(filled(TAG SET "\twhen text ~ ", 'x', 4097, "\n"),
	    "f:6:14: pattern string is longer than the limit set by the "
	    "application (pattern offset 0) [R110]");
	check_limit(filled(TAG SET "\twhen text ~ ", '(', 60, "\n"),
	    "f:6:65: parentheses are too deeply nested (pattern offset 51) "
	    "[R110]");
	hd_buf_adds(&b, TAG SET "\twhen text ~ x\n");
	for (int i = 1; i < 65; i++)
		hd_buf_adds(&b, "\tor text ~ y\n");
	check_limit(
	    b.s, "f:70:2: more than 64 alternatives in one rule [R103]");
	b = (struct hd_buf)HD_BUF_INIT;
	hd_buf_adds(&b, HEAD);
	for (int i = 0; i < 2001; i++)
		hd_buf_addf(&b, "tag t%d\n\tset d=a\n\twhen text ~ x\n", i);
	check_limit(b.s, "f:6004:5: more than 2000 rules [R105]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_cycle),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests_name("rules_parse", tests, NULL, NULL);
}
