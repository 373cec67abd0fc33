/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence: which condition, which message, which bytes; examples. */
#include "test_rules.h"

#include <stdio.h>

#define HEAD                                                           \
	"rules 1\ndimension d one a < b < c\ndimension m many x y z\n" \
	"default d a when readable\n"

/* Writes a line for each piece of evidence. */
static int
note_evidence(void *ctx, const struct hd_evidence *e)
{
	struct hd_buf *b = ctx;

	hd_buf_addf(b, "%zu %s %zu:%zu %s", e->number,
	    e->rule != NULL ? e->rule->id : "default", e->pos.line, e->pos.col,
	    e->field);
	if (e->cond != NULL)
		hd_buf_addf(b, " [%.*s]", (int)e->cond->src.n, e->cond->src.p);
	if (e->item >= 0)
		hd_buf_addf(b, " #%d", e->item);
	if (e->span)
		hd_buf_addf(b, " %zu-%zu", e->start, e->end);
	if (e->val.kind == HD_VAL_NUM)
		hd_buf_addf(b, " =%g", e->val.num);
	if (e->val.kind == HD_VAL_STR)
		hd_buf_addf(b, " =%.*s", (int)e->val.str.n, e->val.str.p);
	if (e->dim >= 0)
		hd_buf_addf(b, " dim %d", e->dim);
	if (e->value >= 0)
		hd_buf_addf(b, " value %d", e->value);
	hd_buf_addc(b, '\n');
	return 0;
}

static void
assert_explained(struct bench *b, const char *want)
{
	struct hd_buf got = HD_BUF_INIT;

	assert_int_equal(
	    hd_explain(b->m, b->vals, true, note_evidence, &got), 0);
	assert_string_equal(hd_buf_cstr(&got), want);
	hd_buf_release(&got);
}

static const char rules[] = HEAD
    "tag msg\n set m=y\n when page = /x\n or message ~ b+\n"
    "  and account.arr >= 10\n  and message !~ z\n unless text ~ never\n"
    "tag vip\n set m=x\n when ticket.tag ~ ^vip\n and ticket.tag in a, vip\n"
    "tag both\n set m=z\n when count(m2) >= 1\n and m2 = q\n"
    "tag q\n set m2=q\n when text ~ (?<=\xC3\xA9)q\n and path is unset\n";

static void
test_evidence(void **state)
{
	struct hd_buf text = HD_BUF_INIT;
	struct bench b;

	(void)state;
	hd_buf_adds(&text, rules);
	hd_buf_adds(&text, "dimension m2 many p q\n");
	bench_open(&b, must_load(text.s));
	set_list(&b, "message", "none|bz|a bbb");
	set_num(&b, "account.arr", 12.5);
	set_list(&b, "ticket.tag", "new|vip");
	set_str(&b, "text", "caf\xC3\xA9q");
	assert_explained(&b,
	    "1 msg 8:5 message [message ~ b+] #2 2-5 =a bbb\n"
	    "1 msg 9:7 account.arr [account.arr >= 10] =12.5\n"
	    "1 msg 10:7 message [message !~ z] #2 =a bbb\n"
	    "2 vip 14:7 ticket.tag [ticket.tag ~ ^vip] #1 0-3 =vip\n"
	    "2 vip 15:6 ticket.tag [ticket.tag in a, vip] #1 =vip\n"
	    "3 both 18:7 m2 [count(m2) >= 1] =1 dim 2\n"
	    "3 both 19:6 m2 [m2 = q] =q dim 2 value 1\n"
	    "4 q 22:7 text [text ~ (?<=\xC3\xA9)q] 5-6 =caf\xC3\xA9q\n"
	    "4 q 23:6 path [path is unset]\n"
	    "0 default 4:9 d =a dim 0 value 0\n");
	bench_close(&b);
	hd_buf_release(&text);
}

static int
stop(void *ctx, const struct hd_evidence *e)
{
	(void)e;
	return --*(int *)ctx == 0 ? -1 : 0;
}

static void
test_stop(void **state)
{
	struct bench b;
	int left = 1;

	(void)state;
	bench_open(&b, must_load(HEAD "tag t\n set d=b\n when text ~ x\n"));
	set_str(&b, "text", "x");
	assert_int_equal(hd_explain(b.m, b.vals, true, stop, &left), -1);
	left = 2;
	assert_int_equal(hd_explain(b.m, b.vals, true, stop, &left), 0);
	bench_close(&b);
}

static int
note_example(
    void *ctx, const struct hd_rule *rule, const struct hd_example *ex, bool ok)
{
	static const char *const kinds[] = { "hit", "miss", "todo" };

	hd_buf_addf(ctx, "%s %s %.*s %s\n", rule->id, kinds[ex->kind],
	    (int)ex->text.n, ex->text.p, ok ? "ok" : "no");
	return 0;
}

static void
test_examples(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf got = HD_BUF_INIT;
	struct hd_ruleset *rs = must_load(HEAD
	    "tag t\n set d=b\n when text ~ still\n and ticket.reopens >= 1\n"
	    " or ticket.reopens >= 2\n or message ~ again\n"
	    " and message !~ never\n unless text ~ joke\n"
	    " unless text ~ fun\n and account.plan = free\n"
	    " hit still broken\n hit AGAIN\n hit nothing\n miss nothing\n"
	    " miss never again\n miss still a joke\n hit still fun\n"
	    " miss again\n todo never\n");

	(void)state;
	assert_int_equal(hd_ruleset_examples(rs, note_example, &got, &err), 0);
	assert_string_equal(got.s,
	    "t hit still broken ok\nt hit AGAIN ok\nt hit nothing no\n"
	    "t miss nothing ok\nt miss never again ok\nt miss still a joke ok\n"
	    "t hit still fun ok\nt miss again no\nt todo never no\n");
	hd_buf_release(&got);
	hd_ruleset_free(rs);
}

/* The tagging rules of the manual, as they stand there. */
static const char manual[] =
    "rules 1\nowner cx-quality\nreview 2026-01-31\n"
    "dimension emotion     one   neutral < confused < frustrated < angry\n"
    "dimension pattern     many  repeat-contact multi-issue\n\n"
    "tag anger-words\n    set    emotion=angry\n"
    "    when   text ~ \\b(furious|outrag(?:ed|eous)|unacceptable)\\b\n"
    "    or     text ~ \\bworst\\b.{0,20}\\b(support|service|company)\\b\n"
    "    unless text ~ \\bnot (?:angry|furious)\\b\n"
    "    hit    This is unacceptable, third week now\n"
    "    hit    worst customer service I have seen\n"
    "    miss   I am not angry, just curious\n"
    "    why    Explicit anger vocabulary in the customer's own words\n\n"
    "tag waiting-long\n    set    emotion=frustrated\n"
    "    set    pattern=repeat-contact\n"
    "    when   text ~ \\b(?:still|again) (?:not|doesn'?t|broken)\\b\n"
    "    or     ticket.reopens >= 1\n"
    "    hit    It still doesn't export\n"
    "    miss   I still need to try it\n";

static int
all_ok(
    void *ctx, const struct hd_rule *rule, const struct hd_example *ex, bool ok)
{
	(void)ctx;
	(void)rule;
	(void)ex;
	return ok ? 0 : -1;
}

static void
test_manual(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct bench b;

	(void)state;
	bench_open(&b, must_load(manual));
	assert_int_equal(hd_ruleset_examples(b.rs, all_ok, NULL, &err), 0);
	set_num(&b, "ticket.reopens", 1);
	set_str(&b, "text", "The WORST support ever");
	hd_eval(b.m, b.vals, true, &b.tags);
	assert_string_equal(bench_one(&b, "emotion"), "angry");
	assert_int_equal(b.tags.by[0], 1);
	assert_values(&b, "pattern", "repeat-contact");
	assert_int_equal(b.tags.nfired, 2);
	bench_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_evidence),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_manual),
	};

	return cmocka_run_group_tests_name("rules_explain", tests, NULL, NULL);
}
