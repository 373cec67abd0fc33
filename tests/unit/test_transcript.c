/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chats kept as one text. */
#include "unit.h"

#include "ingest/transcript.h"

#define DAY 86400

struct want {
	int64_t sec;
	const char *speaker, *text;
};

static void
check(struct hd_str text, const struct want *want, size_t n)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_transcript t;

	assert_int_equal(hd_transcript_read(&a, text, &t), n > 0);
	assert_int_equal(t.n, n);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(t.lines[i].sec, want[i].sec);
		assert_str(t.lines[i].speaker, want[i].speaker);
		assert_str(t.lines[i].text, want[i].text);
	}
	hd_arena_release(&a);
}

static void
test_lines(void **state)
{
	static const struct want want[] = {
		{ 32405, "Web User 6a27d07e", "Where is it?" },
		{ 32407, "Acme Bot",
		    "Two ways:\n- mail\r\n\n(9:00) is no time\n(09:00:08) nor one" },
		{ 32410, "", "*** Dana joined the chat ***" },
		{ 32411, "Dana", "a: b: c" },
		{ 32412, "Team:East", "x" },
		{ 32413, "Dana", "" },
	};

	(void)state;
	check(
	    S("\n  \r\n(09:00:05) Web User 6a27d07e: Where is it?  \r\n"
	      "(09:00:07) Acme Bot: Two ways:\n- mail\r\n\n(9:00) is no time\n"
	      "(09:00:08) nor one\n\n"
	      "(09:00:10) *** Dana joined the chat ***\n"
	      "(9:00:11) Dana:  a: b: c\n"
	      "(9:00:12) Team:East: x\n"
	      "(9:00:13) Dana:"),
	    want, COUNT(want));
}

/* Text that only mentions times, or writes them in another way. */
static void
test_none(void **state)
{
	static const char *const texts[] = {
		"",
		" \n",
		"Hello\n(09:00:05) Ann: quoted",
		"(09:00) Ann: no seconds",
		"(24:00:00) Ann: no hour",
		"(09:60:00) Ann: no minute",
		"(09:00:60) Ann: no second",
		"(13:00:00 PM) Ann: no hour of twelve",
		"(00:00:00 am) Ann: nor this",
		"(09:00:05)Ann: no blank",
		"(09:00:05 Ann: no end",
		"(09:00:05) : nobody",
		"(09:00:05) nobody says anything",
		"(09:00:05) http://example.com/",
		"09:00:05 Ann: no brackets",
		"(-9:00:05) Ann: x",
		"(",
		"(09:00:0",
	};
	char name[140];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		check(hd_str(texts[i]), NULL, 0);
	check(hd_str(NULL), NULL, 0);
	(void)snprintf(name, sizeof(name), "(09:00:05) %0121d: x", 7);
	check(hd_str(name), NULL, 0);
}

static void
test_clock(void **state)
{
	static const struct want half[] = {
		{ 0, "A", "midnight" },
		{ 43200, "A", "noon" },
		{ 46805, "A", "one" },
	};
	static const struct want night[] = {
		{ DAY - 120, "A", "a" },
		{ DAY - 60, "A", "b" },
		{ DAY + 5, "A", "c" },
		{ DAY + 5, "A", "a straggler" },
		{ DAY + 36000, "A", "in the morning" },
		{ DAY + 36000, "A", "clocks differ" },
		{ 2 * DAY + 35699, "A", "the next day" },
	};

	(void)state;
	check(S("(12:00:00 AM) A: midnight\n(12:00:00 pm) A: noon\n"
		"(1:00:05 PM) A: one"),
	    half, COUNT(half));
	check(S("(23:58:00) A: a\n(23:59:00) A: b\n(00:00:05) A: c\n"
		"(23:59:58) A: a straggler\n(10:00:00) A: in the morning\n"
		"(09:55:00) A: clocks differ\n(09:54:59) A: the next day"),
	    night, COUNT(night));
}

/* 2026-05-05T00:20:00Z and times around it. */
static void
test_date(void **state)
{
	static const struct hd_str text = { "(22:58:03) A: x\n(00:04:00) B: y",
		32 };
	const int64_t end = 1777940400, midnight = end - 1200;
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_transcript t;

	(void)state;
	assert_true(hd_transcript_read(&a, text, &t));
	assert_int_equal(t.speakers, 2);
	assert_int_equal(hd_transcript_at(&t, 1, end), midnight + 240);
	assert_int_equal(
	    hd_transcript_at(&t, 0, end), midnight - DAY + 22 * 3600 + 3483);
	/* a minute late is still the same night, more is not */
	assert_int_equal(
	    hd_transcript_at(&t, 1, midnight + 180), midnight + 240);
	assert_int_equal(
	    hd_transcript_at(&t, 1, midnight + 179), midnight - DAY + 240);
	assert_int_equal(hd_transcript_at(&t, 1, -1), -DAY + 240);
	hd_arena_release(&a);
}

static void
test_speakers(void **state)
{
	static const char *const bots[] = { "Bot", "Acme Bot", "acme-bot",
		"ANSWER BOT", "Virtual Guide", "AI Agent", "The ai-agent",
		"Shop Assistant", "Chatbot 2" };
	static const char *const people[] = { "Abbott", "Ada", "Botha",
		"Max Abbot", "Agent Ai", "Agent 7", "", "Robot", "B\xC3\xB6t",
		"assistants" };

	(void)state;
	for (size_t i = 0; i < COUNT(bots); i++)
		if (!hd_transcript_bot(hd_str(bots[i])))
			fail_msg("'%s' is a bot", bots[i]);
	for (size_t i = 0; i < COUNT(people); i++)
		if (hd_transcript_bot(hd_str(people[i])))
			fail_msg("'%s' is no bot", people[i]);
	assert_true(hd_transcript_visitor(S("Web User 6a27d07e")));
	assert_true(hd_transcript_visitor(S("Web User ABCD")));
	assert_false(hd_transcript_visitor(S("Web User ")));
	assert_false(hd_transcript_visitor(S("Web User abc")));
	assert_false(hd_transcript_visitor(S("Web User Dana")));
	assert_false(hd_transcript_visitor(S("Web User 6a27\0")));
	assert_false(hd_transcript_visitor(S("A Web User 6a27d07e")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_clock),
		cmocka_unit_test(test_date),
		cmocka_unit_test(test_speakers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
