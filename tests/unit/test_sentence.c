/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a message. */
#include "unit.h"

#include "escalation/sentence.h"

/* From where `from` begins in text, as many bytes as it has. */
static struct hd_str
part(const char *text, const char *from)
{
	return (struct hd_str){ strstr(text, from), strlen(from) };
}

static void
test_cut(void **state)
{
	static const char *const want[] = { "Hi!", " It cost 12.50 at\n",
		"Is it so?", " yes" };
	const char *text = "Hi! It cost 12.50 at\nIs it so? yes";
	struct hd_str rest = hd_str(text), one;
	size_t n = 0;

	(void)state;
	while (hd_sentence_next(&rest, &one)) {
		assert_true(n < COUNT(want));
		assert_str(one, want[n++]);
	}
	assert_int_equal(n, COUNT(want));
}

static void
test_at(void **state)
{
	const char *text = "Hi! It cost 12.50 at\nIs it so? yes";
	struct hd_str none = { NULL, 0 };

	(void)state;
	assert_str(hd_sentence_at(hd_str(text), part(text, "cost")),
	    "It cost 12.50 at");
	assert_str(hd_sentence_at(hd_str(text), part(text, "yes")), "yes");
	assert_null(hd_sentence_at(hd_str(text), none).p);
}

/* A line that is wrapped goes on, a paragraph and a list do not. */
static void
test_wrapped(void **state)
{
	const char *text = "Please tell us\nthe day. And this:\n- the sum\n"
			   "- the shop\n\nThanks";

	(void)state;
	assert_str(hd_sentence_of(hd_str(text), part(text, "day")),
	    "Please tell us\nthe day.");
	assert_str(hd_sentence_of(hd_str(text), part(text, "day. And")),
	    "Please tell us\nthe day. And this:");
	assert_str(
	    hd_sentence_of(hd_str(text), part(text, "sum")), "- the sum");
	assert_str(
	    hd_sentence_of(hd_str(text), part(text, "Thanks")), "Thanks");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_at),
		cmocka_unit_test(test_wrapped),
	};

	return cmocka_run_group_tests_name("sentence", tests, NULL, NULL);
}
