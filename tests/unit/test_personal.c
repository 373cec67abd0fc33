/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What looks like personal data in the examples of rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "check/personal.h"

struct sample {
	const char *text, *is; /* is NULL: nothing */
};

static void
test_samples(void **state)
{
	/* 4242..., 3782... and 5555... are the card networks' own for tests */
	static const struct sample samples[] = {
		{ "write to ada.l@firm.co.uk, please", "an e-mail address" },
		{ "write to ada@mail.example.com", NULL },
		{ "write to ada@EXAMPLE.ORG.", NULL },
		{ "not an@address", NULL },
		{ "@handle on social.net", NULL },
		{ "a@", NULL },
		{ "pay with 4242 4242 4242 4242 now", "a card number" },
		{ "pay with 378282246310005", "a card number" },
		{ "pay with 4242 4242 4242 4243 now", NULL },
		{ "pay with 4111-1111-1111-1111", NULL },
		{ "invoice 2042424242424242", NULL },
		{ "55555555555544440000", NULL },
		{ "call +44 20 7946 1234", "a telephone number" },
		{ "call (212) 736-5000", "a telephone number" },
		{ "ring 030 12345678 tonight", "a telephone number" },
		{ "call (212) 555-0142", NULL },
		{ "order 1234567890", NULL },
		{ "order 0123456789", NULL },
		{ "on 2025-06-30 12:00:00", NULL },
		{ "on 30.06.2025 1200", NULL },
		{ "10 of 20 of 30", NULL },
		{ "", NULL },
		{ "7", NULL },
	};
	const char *got;

	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		got = hd_looks_personal(hd_str(samples[i].text));
		if (samples[i].is == NULL) {
			if (got != NULL)
				fail_msg("'%s' is %s", samples[i].text, got);
			continue;
		}
		if (got == NULL)
			fail_msg("'%s' is nothing", samples[i].text);
		assert_string_equal(got, samples[i].is);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
