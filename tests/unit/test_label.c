/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal reviewer without a terminal: lines, typing, what is next. */
#include "unit.h"

#include "audit/desk.h"
#include "base/utf8.h"
#include "cli/narrow.h"
#include "render/lines.h"

/* A terminal that knows Latin, marks and wide characters, and nothing else. */
static int
cells(uint32_t c)
{
	if (c >= 0x300 && c < 0x370)
		return 0;
	if (c >= 0x4E00 && c < 0xA000)
		return 2;
	return c >= 0x20 && c < 0x250 ? 1 : -1;
}

/* What hd_lines_add() makes of text, lines joined by '|'. */
static void
assert_lines(size_t width, size_t indent, struct hd_str text, const char *want)
{
	struct hd_lines l = { .n = 0 };
	struct hd_buf got = HD_BUF_INIT;

	hd_lines_begin(&l, width, cells);
	hd_lines_add(&l, text, indent, HD_STYLE_TEXT);
	for (size_t i = 0; i < l.n; i++) {
		assert_true(hd_lines_cells(&l, hd_lines_at(&l, i)) <= width);
		if (i > 0)
			hd_buf_addc(&got, '|');
		hd_buf_add(&got, hd_lines_at(&l, i).p, hd_lines_at(&l, i).n);
	}
	assert_buf(&got, want);
	hd_buf_release(&got);
	hd_lines_release(&l);
}

static void
test_lines_wrap(void **state)
{
	(void)state;
	assert_lines(10, 0, S("one two three four"), "one two|three four");
	assert_lines(9, 0, S("one two three four"), "one two|three|four");
	assert_lines(10, 0, S("a\nb\n\nc"), "a|b||c");
	assert_lines(10, 0, S(""), "");
	assert_lines(12, 2, S("one two three"), "  one two|  three");
	/* no room for the indentation */
	assert_lines(9, 2, S("one two"), "one two");
	/* blanks at a cut go, others stay */
	assert_lines(10, 0, S("  a  b"), "  a  b");
	assert_lines(10, 0, S("eight888    nine"), "eight888  |nine");
	assert_lines(
	    10, 0, S("0123456789abcdefghijKLM"), "0123456789|abcdefghij|KLM");
}

static void
test_lines_wide(void **state)
{
	(void)state;
	assert_lines(10, 0, S("漢字漢字漢字漢"), "漢字漢字漢|字漢");
	assert_lines(9, 0, S("漢字漢字漢字漢"), "漢字漢字|漢字漢");
	assert_lines(10, 0, S("abc 漢字漢字漢字"), "abc 漢字漢|字漢字");
	/* marks take no cell and stay with their letter */
	assert_lines(8, 0,
	    S("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
	      "e\u0301e\u0301x"),
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301|x");
	/* more than a cell holds, and those on nothing, go */
	assert_lines(8, 0, S("a\u0301\u0302\u0303\u0304\u0305\u0306z"),
	    "a\u0301\u0302\u0303\u0304z");
	assert_lines(8, 0, S("\u0301a \u0301b"), "a b");
}

static void
test_lines_hostile(void **state)
{
	(void)state;
	assert_lines(40, 0, S("\033[2J\033]0;t\007x"), "?[2J?]0;t?x");
	assert_lines(40, 0, S("a\0b\177c\302\233d"), "a?b?c?d");
	assert_lines(40, 0, S("a\u202eb\u2066c\u200bd\ufeff"), "a?b?c?d?");
	assert_lines(40, 0, S("a\tb\r\nc"), "a b |c");
	/* what the terminal has no width for, and bytes that are no UTF-8 */
	assert_lines(40, 0, S("\U0001f600\xff!"),
	    "?"
	    "?!");
	/* joiners and selectors: widths nobody agrees on */
	assert_lines(40, 0, S("a\u200d\ufe0f\u2060\u00adb"), "ab");
}

static void
test_lines_flow(void **state)
{
	const struct hd_str words[] = { S("one"), S("two"), S("three"),
		S("much-too-long") };
	struct hd_lines l = { .n = 0 };

	(void)state;
	hd_lines_begin(&l, 10, cells);
	hd_lines_flow(&l, words, 4, HD_STYLE_TITLE);
	assert_int_equal(l.n, 3);
	assert_str(hd_lines_at(&l, 0), "one  two");
	assert_str(hd_lines_at(&l, 1), "three");
	assert_str(hd_lines_at(&l, 2), "much-too-l");
	assert_int_equal(l.v[2].style, HD_STYLE_TITLE);
	hd_lines_begin(&l, 10, cells);
	hd_lines_pair(&l, S("left"), S("right"), "-", HD_STYLE_BAR);
	hd_lines_pair(&l, S("a long left"), S("right"), "-", HD_STYLE_BAR);
	hd_lines_pair(&l, S("a"), S("too long a right"), "-", HD_STYLE_BAR);
	hd_lines_pair(&l, S("漢字漢字漢字"), S("x"), "-", HD_STYLE_BAR);
	hd_lines_pair(&l, S(""), S(""), "\u00b7", HD_STYLE_BAR);
	assert_str(hd_lines_at(&l, 0), "left-right");
	assert_str(hd_lines_at(&l, 1), "a lo-right");
	assert_str(hd_lines_at(&l, 2), "too long a");
	assert_str(hd_lines_at(&l, 3), "漢字漢字-x");
	assert_int_equal(hd_utf8_count(hd_lines_at(&l, 4)), 10);
	hd_lines_release(&l);
}

static void
assert_view(const struct hd_edit *e, size_t room, const char *want, size_t at)
{
	size_t cursor;

	assert_str(hd_edit_view(e, room, cells, &cursor), want);
	assert_int_equal(cursor, at);
}

static void
test_edit(void **state)
{
	struct hd_edit e = { .at = 0 };

	(void)state;
	assert_false(hd_edit_move(&e, -1));
	assert_false(hd_edit_move(&e, 1));
	assert_false(hd_edit_erase(&e));
	for (const char *p = "abcdef"; *p != '\0'; p++)
		hd_edit_put(&e, (uint32_t)*p);
	assert_view(&e, 10, "abcdef", 6);
	assert_view(&e, 4, "def", 3);
	assert_true(hd_edit_move(&e, -1) && hd_edit_move(&e, -1));
	hd_edit_put(&e, 0xE4);
	assert_str(hd_buf_str(&e.text), "abcdäef");
	assert_view(&e, 4, "cdäe", 3);
	assert_true(hd_edit_erase(&e));
	assert_str(hd_buf_str(&e.text), "abcdef");
	assert_true(hd_edit_move(&e, 1));
	hd_edit_set(&e, S("漢字漢"));
	assert_view(&e, 6, "字漢", 4);
	assert_true(hd_edit_erase(&e) && hd_edit_erase(&e));
	assert_str(hd_buf_str(&e.text), "漢");
	hd_edit_clear(&e);
	assert_view(&e, 4, "", 0);
	hd_edit_release(&e);
}

static void
type(struct hd_narrow *w, const char *s)
{
	for (; *s != '\0'; s++)
		hd_narrow_type(w, (uint32_t)*s);
}

static void
test_narrow(void **state)
{
	const struct hd_str v[] = { S("charge"), S("recharge"), S("refund"),
		S("other"), S("unclear") };
	struct hd_narrow w = { .v = v, .n = 5, .always = 2 };

	(void)state;
	hd_narrow_begin(&w);
	assert_int_equal(w.nfits, 5);
	assert_null(hd_narrow_chosen(&w).p);
	type(&w, "CHA");
	assert_int_equal(w.nfits, 4);
	assert_str(hd_narrow_chosen(&w), "charge");
	hd_narrow_cycle(&w, 1);
	assert_str(hd_narrow_chosen(&w), "recharge");
	hd_narrow_cycle(&w, -1);
	hd_narrow_cycle(&w, -1);
	assert_str(hd_narrow_chosen(&w), "unclear");
	hd_narrow_cycle(&w, 1);
	assert_str(hd_narrow_chosen(&w), "charge");
	/* nothing fits: nothing is taken by mistake, other can be chosen */
	type(&w, "zz");
	assert_null(hd_narrow_chosen(&w).p);
	assert_int_equal(w.nfits, 2);
	hd_narrow_cycle(&w, 1);
	assert_str(hd_narrow_chosen(&w), "other");
	while (hd_narrow_erase(&w))
		;
	assert_null(hd_narrow_chosen(&w).p);
	hd_narrow_cycle(&w, -1);
	assert_str(hd_narrow_chosen(&w), "unclear");
	hd_narrow_begin(&w);
	type(&w, "re");
	assert_str(hd_narrow_chosen(&w), "recharge");
	hd_narrow_release(&w);
}

#define TICKETS 3

/* A desk of three tickets; an AI answered the second. */
static void
desk(struct hd_desk *d, const char *questions)
{
	struct hd_err err = HD_ERR_INIT;

	memset(d, 0, sizeof(*d));
	assert_int_equal(
	    hd_codebook_list(questions, d->asks, &d->nasks, &err), 0);
	d->v = calloc(TICKETS, sizeof(*d->v));
	assert_non_null(d->v);
	for (d->n = 0; d->n < TICKETS; d->n++)
		d->v[d->n] =
		    (struct hd_desk_ticket){ .ticket = (int64_t)d->n + 1,
			    .ai = d->n == 1 };
	d->cap = d->at = d->n;
}

/* On the desk is ticket `at` (from 0) with this question. */
static void
assert_on(const struct hd_desk *d, size_t at, enum hd_question question)
{
	assert_int_equal(d->at, at);
	assert_int_equal(hd_desk_question(d), question);
}

static void
give(struct hd_desk *d, const char *value)
{
	hd_desk_answer(d, hd_str(value));
	(void)hd_desk_next(d);
}

static void
test_desk_order(void **state)
{
	struct hd_desk d;
	size_t place;

	(void)state;
	desk(&d, "emotion,ai_correct, complexity");
	assert_int_equal(d.nasks, 3);
	assert_true(hd_desk_next(&d));
	assert_on(&d, 0, HD_Q_EMOTION);
	assert_int_equal(hd_desk_asked(&d, &place), 2);
	assert_int_equal(place, 1);
	give(&d, "neutral");
	assert_on(&d, 0, HD_Q_COMPLEXITY); /* no AI: not asked */
	assert_int_equal(hd_desk_done(&d), 0);
	give(&d, "low");
	assert_int_equal(hd_desk_done(&d), 1);
	assert_on(&d, 1, HD_Q_EMOTION);
	give(&d, "neutral");
	assert_on(&d, 1, HD_Q_AI_CORRECT);
	assert_int_equal(hd_desk_asked(&d, &place), 3);
	assert_int_equal(place, 2);
	give(&d, "yes");
	give(&d, "low");
	assert_on(&d, 2, HD_Q_EMOTION);
	give(&d, "neutral");
	give(&d, "low");
	assert_int_equal(d.at, TICKETS);
	assert_int_equal(hd_desk_done(&d), TICKETS);
	assert_false(hd_desk_next(&d));
	assert_int_equal(d.nacts, 7);
	assert_str(d.acts[6].now, "low");
	assert_null(d.acts[6].was.p);
	hd_desk_release(&d);
}

static void
test_desk_skip(void **state)
{
	struct hd_desk d;

	(void)state;
	desk(&d, "complexity,emotion");
	(void)hd_desk_next(&d);
	hd_desk_pass(&d, false);
	assert_true(hd_desk_next(&d));
	assert_on(&d, 0, HD_Q_EMOTION);
	give(&d, "neutral");
	assert_on(&d, 1, HD_Q_COMPLEXITY);
	hd_desk_pass(&d, true);
	assert_true(hd_desk_next(&d));
	assert_on(&d, 2, HD_Q_COMPLEXITY);
	give(&d, "low");
	assert_false(d.again);
	give(&d, "neutral");
	/* only what was skipped is left: it comes back, in order */
	assert_true(d.again);
	assert_on(&d, 0, HD_Q_COMPLEXITY);
	give(&d, "low");
	assert_on(&d, 1, HD_Q_COMPLEXITY);
	/* skipped again: what else is there */
	hd_desk_pass(&d, true);
	assert_true(hd_desk_next(&d));
	assert_on(&d, 1, HD_Q_COMPLEXITY);
	hd_desk_release(&d);
}

static void
test_desk_back(void **state)
{
	struct hd_desk d;

	(void)state;
	desk(&d, "complexity,ai_correct,emotion");
	(void)hd_desk_next(&d);
	assert_false(hd_desk_back(&d));
	give(&d, "low");
	give(&d, "neutral");
	assert_on(&d, 1, HD_Q_COMPLEXITY);
	assert_true(hd_desk_back(&d));
	assert_on(&d, 0, HD_Q_EMOTION);
	assert_true(hd_desk_back(&d)); /* over what is not asked */
	assert_on(&d, 0, HD_Q_COMPLEXITY);
	/* answering again goes on where answers are missing */
	give(&d, "high");
	assert_on(&d, 1, HD_Q_COMPLEXITY);
	assert_str(d.v[0].answer[HD_Q_COMPLEXITY], "high");
	assert_str(d.acts[2].was, "low");
	hd_desk_pass(&d, false);
	(void)hd_desk_next(&d);
	give(&d, "yes");
	give(&d, "neutral");
	give(&d, "low");
	give(&d, "neutral");
	assert_on(&d, 1, HD_Q_COMPLEXITY);
	give(&d, "low");
	assert_int_equal(d.at, TICKETS);
	assert_true(hd_desk_back(&d));
	assert_on(&d, 2, HD_Q_EMOTION);
	hd_desk_release(&d);
}

static void
test_desk_empty(void **state)
{
	struct hd_desk d;

	(void)state;
	desk(&d, "complexity,note");
	(void)hd_desk_next(&d);
	give(&d, "low");
	assert_on(&d, 0, HD_Q_NOTE);
	assert_true(hd_desk_may_be_empty(&d, d.q));
	assert_int_equal(hd_desk_done(&d), 1);
	hd_desk_pass(&d, false);
	for (size_t i = 1; i < TICKETS; i++) {
		assert_true(hd_desk_next(&d));
		assert_on(&d, i, HD_Q_COMPLEXITY);
		give(&d, "low");
		assert_on(&d, i, HD_Q_NOTE);
		hd_desk_pass(&d, false);
	}
	assert_false(hd_desk_next(&d)); /* no note is missed */
	hd_desk_release(&d);
	/* but where nothing else is asked it is */
	desk(&d, "note");
	(void)hd_desk_next(&d);
	assert_on(&d, 0, HD_Q_NOTE);
	assert_false(hd_desk_may_be_empty(&d, d.q));
	assert_int_equal(hd_desk_done(&d), 0);
	hd_desk_release(&d);
}

static void
test_desk_questions(void **state)
{
	static const enum hd_question usual[] = { HD_Q_COMPLEXITY, HD_Q_EMOTION,
		HD_Q_PATTERN, HD_Q_ISSUE, HD_Q_AI_CORRECT, HD_Q_HUMAN_NEEDED };
	struct hd_err err = HD_ERR_INIT;
	struct hd_desk d;

	(void)state;
	desk(&d, NULL);
	assert_int_equal(d.nasks, COUNT(usual));
	assert_memory_equal(d.asks, usual, sizeof(usual));
	assert_int_equal(
	    hd_codebook_list("leak,leak,LEAK", d.asks, &d.nasks, &err), 0);
	assert_int_equal(d.nasks, 1);
	assert_int_equal(hd_codebook_list("all", d.asks, &d.nasks, &err), 0);
	assert_int_equal(d.nasks, HD_QUESTIONS);
	assert_int_equal(d.asks[HD_Q_NOTE], HD_Q_NOTE);
	assert_int_equal(
	    hd_codebook_list("leak,tier", d.asks, &d.nasks, &err), -1);
	assert_err(&err, HD_EUSAGE, "no question 'tier'");
	assert_int_equal(hd_codebook_list("", d.asks, &d.nasks, &err), -1);
	hd_desk_release(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_wrap),
		cmocka_unit_test(test_lines_wide),
		cmocka_unit_test(test_lines_hostile),
		cmocka_unit_test(test_lines_flow),
		cmocka_unit_test(test_edit),
		cmocka_unit_test(test_narrow),
		cmocka_unit_test(test_desk_order),
		cmocka_unit_test(test_desk_skip),
		cmocka_unit_test(test_desk_back),
		cmocka_unit_test(test_desk_empty),
		cmocka_unit_test(test_desk_questions),
	};

	return cmocka_run_group_tests_name("label", tests, NULL, NULL);
}
