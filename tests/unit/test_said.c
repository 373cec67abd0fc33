/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Particulars of what was said, found again in the words of another. */
#include "unit.h"

#include "escalation/commonwords.h"
#include "escalation/said.h"

/* What `text` takes up of `before`, words of `drop` not counted. */
static struct hd_taken
take(const char *before, const char *drop, const char *text, bool words)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_said s = { .arena = &arena };
	struct hd_taken t = { 0 };

	hd_said_add(&s, hd_str(before));
	hd_said_drop(&s, hd_str(drop));
	hd_said_take(&s, hd_str(text), words, &t);
	hd_arena_release(&arena);
	return t;
}

static void
test_values(void **state)
{
	static const struct {
		const char *before, *text, *value;
		size_t n;
	} v[] = {
		{ "pump PX-20, paid 1,250.00 on the 14th",
		    "px-20 cost 1,250.00.", "px-20", 2 },
		{ "It came at 9:40.", "At 9:40?", "9:40", 1 },
		{ "error E7 again", "E7 means no water", "E7", 1 },
		{ "write to a.b@example.com", "to A.B@example.com, then",
		    "A.B@example.com", 0 },
		{ "3 lamps", "3 lamps left", "", 0 },
		{ "the 12", "a 13", "", 0 },
		{ "room 12, room 12", "12, 12 and 12", "12", 1 },
		{ "", "12", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct hd_taken t = take(v[i].before, "", v[i].text, false);

		assert_int_equal(t.values, v[i].n);
		assert_int_equal(t.words, 0);
		if (v[i].n > 0)
			assert_str(t.value, v[i].value);
	}
}

static void
test_words(void **state)
{
	static const struct {
		const char *before, *drop, *text, *word;
		size_t n;
	} v[] = {
		{ "the boiler is leaking", "", "Leaking boilers are odd",
		    "Leaking", 2 },
		{ "the boiler is leaking", "Boiler", "leaking boilers",
		    "leaking", 1 },
		{ "my wife's lamp", "", "a wife’s lamp", "wife’s", 2 },
		{ "l'antenne de la gare", "", "vers cette antenne", "antenne",
		    1 },
		{ "Können Sie die Lüftung prüfen?", "",
		    "LÜFTUNG geprüft, bitte", "LÜFTUNG", 1 },
		{ "please help, thank you so much for your answer", "",
		    "Thank you, please wait for our answer, happy to help", "",
		    0 },
		{ "the tap", "", "a tap", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(v); i++) {
		struct hd_taken t =
		    take(v[i].before, v[i].drop, v[i].text, true);

		assert_int_equal(t.words, v[i].n);
		assert_int_equal(t.values, 0);
		if (v[i].n > 0)
			assert_str(t.word, v[i].word);
		assert_int_equal(
		    take(v[i].before, v[i].drop, v[i].text, false).words, 0);
	}
}

/* A list that is out of order would not be found in. */
static void
test_common(void **state)
{
	static const char *const words[] = { "agent", "appre", "wrong", "mañan",
		"équip", "übrig" };

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		assert_true(hd_word_common(hd_str(words[i])));
	assert_false(hd_word_common(hd_str("boile")));
	assert_false(hd_word_common(hd_str("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_common),
	};

	return cmocka_run_group_tests_name("said", tests, NULL, NULL);
}
