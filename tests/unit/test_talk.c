/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talks with an AI in numbers. */
#include <math.h>

#include "test_rules.h"

#include "audit/document.h"
#include "audit/talk.h"

#define MANY 16
#define RULES                          \
	"rules 1\ndimension a one b\n" \
	"tag b\n    set a=b\n    when ticket.messages > 1\n"

struct said {
	enum hd_role role;
	const char *text;
	bool private;
};

/* The numbers of a talk of n messages; did the AI say anything? */
static bool
measure(const struct said *said, size_t n, double v[HD_TALK_NUMBERS])
{
	struct hd_ruleset *rs = must_load(RULES);
	struct hd_subject *s = hd_subject_new(rs);
	struct hd_message messages[MANY];
	struct hd_thread th;
	bool spoke;

	assert_true(n <= MANY);
	memset(messages, 0, sizeof(messages));
	memset(&th, 0, sizeof(th));
	for (size_t i = 0; i < n; i++) {
		messages[i].role = said[i].role;
		messages[i].public = !said[i].private;
		if (said[i].text != NULL)
			messages[i].body = hd_str(said[i].text);
	}
	th.messages = messages;
	th.n = n;
	hd_subject_set(s, &th);
	spoke = hd_talk_measure(s, v);
	hd_subject_free(s);
	hd_ruleset_free(rs);
	return spoke;
}

static void
is(const double *v, const char *name, double want)
{
	for (size_t i = 0; i < HD_TALK_NUMBERS; i++) {
		if (strcmp(hd_talk_names[i], name) != 0)
			continue;
		if (fabs(v[i] - want) > 1e-9)
			fail_msg("%s: %g, want %g", name, v[i], want);
		return;
	}
	fail_msg("no number %s", name);
}

#define CU HD_ROLE_CUSTOMER
#define AI HD_ROLE_AI
#define AG HD_ROLE_AGENT

static void
test_numbers(void **state)
{
	static const struct said said[] = {
		{ CU, "Where is the red kettle?", false },
		{ AI, "Let me look. Which town?", false },
		{ CU, "Ulm", false },
		{ AG, "a note", true },
		{ AI, "Let me look. It left Ulm.\nLet me look.", false },
		{ CU, "WHERE is the red kettle", false },
		{ AI, NULL, false },
		{ AG, "Hello, this is Ann?", false },
		{ AI, "Let me look. Which town?", false },
	};
	double v[HD_TALK_NUMBERS];

	(void)state;
	assert_true(measure(said, 9, v));
	is(v, "ai messages", 2);
	is(v, "customer messages", 3);
	is(v, "ai words", 14);
	is(v, "customer words", 11);
	is(v, "messages that a short talk lacks", 3);
	is(v, "the ai has the last word", 0);
	is(v, "ai messages that ask, share", 0.5);
	is(v, "customer messages that ask", 1);
	is(v, "customer messages that ask, share", 1.0 / 3);
	is(v, "the customer's last message asks", 0);
	/* one of four: within a message it is no repetition */
	is(v, "ai sentences said before", 1);
	is(v, "ai sentences said before, share", 0.25);
	/* let me look + which town; let me look + it left ulm */
	is(v, "ai messages like the one before, mean", 3.0 / 8);
	is(v, "customer messages said again", 1);
	is(v, "the customer's likest to the ai's", 0);
	is(v, "different words of the ai, over the root of all", 8 / sqrt(14));
}

/* Any script: what asks, and what is a word. */
static void
test_scripts(void **state)
{
	static const struct said said[] = {
		{ CU, "注文はどこですか？", false },
		{ AI, "Größe, bitte", false },
		{ CU, "GRÖSSE größe", false },
		{ AI, "أين؟", false },
	};
	double v[HD_TALK_NUMBERS];

	(void)state;
	assert_true(measure(said, 4, v));
	is(v, "customer messages that ask", 1);
	is(v, "ai messages that ask, share", 0.5);
	is(v, "the ai has the last word", 1);
	is(v, "the customer's likest to the ai's", 1.0 / 3);
}

static void
test_nothing(void **state)
{
	static const struct said alone[] = { { CU, "Is anybody there?",
	    false } };
	static const struct said later[] = {
		{ CU, "Hello", false },
		{ AG, "Hello", false },
		{ AI, "Hello", false },
	};
	static const struct said bare[] = { { AI, "", false },
		{ CU, "", false } };
	double v[HD_TALK_NUMBERS];

	(void)state;
	assert_false(measure(NULL, 0, v));
	assert_false(measure(alone, 1, v));
	assert_false(measure(later, 3, v));
	is(v, "customer messages", 0);
	assert_true(measure(bare, 2, v));
	for (size_t i = 0; i < HD_TALK_NUMBERS; i++)
		assert_true(isfinite(v[i]) && v[i] >= 0);
}

/* Which dimensions are about how an AI did. */
static void
test_reading(void **state)
{
	static const char *const talk[] = { "ai_failed", "ai_correct",
		"resolved", "human_needed" };
	static const char *const other[] = { "issue", "email", "ai",
		"complexity" };
	size_t n;

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(hd_reading_of(talk[i]).reads, HD_READS_TALK);
		assert_int_equal(hd_reading_of(other[i]).reads, HD_READS_TEXT);
		assert_false(hd_reading_opens(hd_reading_of(talk[i])));
		assert_ptr_equal(hd_reading_numbers(hd_reading_of(talk[i]), &n),
		    hd_talk_names);
		assert_int_equal(n, HD_TALK_NUMBERS);
	}
	assert_non_null(hd_reading_numbers(hd_reading_of("complexity"), &n));
	assert_int_equal(n, 6);
	assert_null(hd_reading_numbers(hd_reading_of("issue"), &n));
	assert_int_equal(n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_scripts),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_reading),
	};

	return cmocka_run_group_tests_name("talk", tests, NULL, NULL);
}
