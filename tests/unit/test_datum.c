/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Particulars of a text, and words of four languages. */
#include "base/mem.h"
#include "base/utf8.h"
#include "escalation/datum.h"
#include "learn/wordlist.h"
#include "random.h"
#include "unit.h"

/* What is found, as "kind:words|kind:words". */
static void
describe(const char *text, struct hd_buf *b)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_data d;

	hd_buf_reset(b);
	hd_data_find(hd_str(text), &arena, &d);
	for (size_t i = 0; i < d.n; i++)
		hd_buf_addf(b, "%s%s:%.*s", i > 0 ? "|" : "",
		    hd_datum_name(d.v[i].kind), (int)d.v[i].span.n,
		    d.v[i].span.p);
	hd_arena_release(&arena);
}

static void
test_kinds(void **state)
{
	static const struct {
		const char *text, *want;
	} samples[] = {
		{ "write to ada.l@mail.example.com, please",
		    "email:ada.l@mail.example.com" },
		{ "it is <bo@example.org>.", "email:bo@example.org" },
		{ "an @handle and a lone @", "" },
		{ "see https://shop.example.com/cart?id=7#top.",
		    "url:https://shop.example.com/cart?id=7#top" },
		{ "the domain quince.example is mine",
		    "domain:quince.example" },
		{ "i.e. this, e.g. that. End.of", "" },
		{ "I sent roof.pdf and (roof2.JPG)",
		    "file:roof.pdf|file:roof2.JPG" },
		{ "call 07700 900123 or +44 7700 900124",
		    "phone:07700 900123|phone:+44 7700 900124" },
		{ "ring (020) 7946-0018", "phone:020) 7946-0018" },
		{ "order KX-20931, ref tx_7Q, #4411",
		    "id:KX-20931|id:tx_7Q|id:4411" },
		{ "member 609 114 552", "id:609 114 552" },
		{ "code 0x8f2a and PNR QWERTY", "id:0x8f2a|id:QWERTY" },
		{ "SORRY WRONG NUMBER THERE", "" },
		{ "error 503 again", "id:503" },
		{ "covid-19, 10kg, a 3rd and 24-hour wait",
		    "number:covid-19|number:10kg|date:3rd|number:24-hour" },
		{ "my card ending in 4821", "card:4821" },
		{ "card ****4821", "card:****4821" },
		{ "£1,188.00 and 20 euros, EUR 7 or 14,50 €",
		    "money:£1,188.00|money:20 euros|money:EUR 7|"
		    "money:14,50 €" },
		{ "on 7 July 2026, July 8th, 2026-07-09, 10/07 and 11.7.",
		    "date:7 July 2026|date:July 8th|date:2026-07-09|"
		    "date:10/07|date:11.7" },
		{ "am 3. Oktober, le 4 mars, el 5 de mayo",
		    "date:3. Oktober|date:4 mars|date:5 de mayo" },
		{ "yesterday, two days ago, vor drei Tagen, hace dos días",
		    "date:yesterday|date:two days ago|date:vor drei Tagen|"
		    "date:hace dos días" },
		{ "you may march on", "" },
		{ "at 9.40 or 10:15, 7 pm", "time:9.40|time:10:15|time:7 pm" },
		{ "it said \"no route\" and „kein Netz“",
		    "quoted:no route|quoted:kein Netz" },
		{ "with Dr Lisle and Ms Adeyemi",
		    "person:Dr Lisle|person:Ms Adeyemi" },
		{ "an iPhone with Chrome", "device:iPhone|device:Chrome" },
		{ "5 High Street, 12 rue du Port, Lindenweg 3",
		    "address:5 High Street|address:12 rue du|"
		    "address:Lindenweg 3" },
		{ "31 seats", "number:31" },
		{ "", "" },
		{ "...!?", "" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		describe(samples[i].text, &b);
		if (strcmp(hd_buf_cstr(&b), samples[i].want) != 0)
			fail_msg("'%s': got '%s', want '%s'", samples[i].text,
			    hd_buf_cstr(&b), samples[i].want);
	}
	hd_buf_release(&b);
}

static void
test_same(void **state)
{
	(void)state;
	assert_true(hd_data_same(hd_str("TT-6K"), hd_str("tt 6k")));
	assert_false(hd_data_same(hd_str("TT-6K"), hd_str("TT-6")));
	assert_false(hd_data_same(hd_str("--"), hd_str("..")));
	assert_true(hd_data_same_day(hd_str("12 July"), hd_str("2026-07-12")));
	assert_true(hd_data_same_day(hd_str("1. Oktober"), hd_str("1.10.")));
	assert_true(hd_data_same_day(hd_str("the 6th"), hd_str("2026-07-06")));
	assert_true(hd_data_same_day(hd_str("Feb 2025"), hd_str("février")));
	assert_false(hd_data_same_day(hd_str("12 July"), hd_str("13 July")));
	assert_false(
	    hd_data_same_day(hd_str("July 2025"), hd_str("July 2026")));
	assert_false(hd_data_same_day(hd_str("today"), hd_str("12 July")));
	assert_true(hd_data_same_amount(hd_str("£75.00"), hd_str("75")));
	assert_true(
	    hd_data_same_amount(hd_str("2,500 EUR"), hd_str("2500 euro")));
	assert_false(hd_data_same_amount(hd_str("75.10"), hd_str("75")));
	assert_false(hd_data_same_amount(hd_str("EUR"), hd_str("GBP")));
}

static bool
alike(const char *a, const char *b)
{
	return hd_word_alike(hd_str(a), hd_str(b));
}

static void
test_words(void **state)
{
	(void)state;
	assert_true(hd_word_stop(hd_str("the")));
	assert_true(hd_word_stop(hd_str("würde")));
	assert_false(hd_word_stop(hd_str("boiler")));
	assert_int_equal(hd_word_month_number(hd_str("juillet")), 7);
	assert_int_equal(hd_word_month_number(hd_str("juin")), 6);
	assert_int_equal(hd_word_month_number(hd_str("julia")), 0);
	assert_int_equal(hd_word_thing(hd_str("invoices")), HD_THING_INVOICE);
	assert_int_equal(hd_word_thing(hd_str("sofa")), HD_THING_NONE);
	assert_true(alike("cancelled", "cancellation"));
	assert_true(alike("photo", "photos"));
	assert_false(alike("plane", "planet-wide"));
	assert_false(alike("card", "care"));
	assert_false(alike("1234", "12345"));
}

/* Whatever the bytes, what is found lies in the text, in order. */
static void
test_any_text(void **state)
{
	static const char *const parts[] = { "a@b.c", "0", "077", "+", "(", ")",
		"-", "_", ".", ",", " ", "\n", "€", "£", "\"", "„", "“", "«",
		"»", "#", "*", "12", "2026", "July", "de", "ago", "Dr", "A",
		"Straße", "http://", "www.", "@", ":", "/", "ending", "é",
		"\xff", "x", "card", "rue", "16", "am", "ref" };
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_data d;
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		const char *s, *end;

		hd_buf_reset(&b);
		for (unsigned n = rnd_below(&seed, 12); n > 0; n--)
			hd_buf_adds(&b, parts[rnd_below(&seed, COUNT(parts))]);
		s = hd_buf_cstr(&b);
		end = s + b.n;
		hd_data_find(hd_buf_str(&b), &arena, &d);
		for (size_t i = 0; i < d.n; i++) {
			const struct hd_datum *v = &d.v[i];

			assert_true(v->span.n > 0);
			assert_true(
			    v->span.p >= s && v->span.p + v->span.n <= end);
			assert_true(i == 0 || v->kind == HD_DATUM_QUOTED ||
				    v->span.p >= v[-1].span.p + v[-1].span.n);
		}
		hd_arena_reset(&arena);
	}
	hd_arena_release(&arena);
	hd_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
