/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Masked texts, their signatures, and groups of near-duplicates. */
#include "unit.h"

#include "learn/mask.h"
#include "learn/neardup.h"

static void
test_mask(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "Hi Anna,\nYour order 1234 left.\nKind regards,\nKim\nHelp",
		    "Your order <n> left." },
		{ "Hello! It is at https://example.com/x?y=1.",
		    "It is at <link>." },
		{ "Good morning dear Mrs Miller, it is done.", "it is done." },
		{ "Hi there Anna it is done", "it is done" },
		{ "Dear customer\nit is done", "it is done" },
		{ "Write to kim@example.com, please.",
		    "Write to <mail>, please." },
		{ "We met Dr Watson (today).", "We met Dr <name> (today)." },
		{ "My name is Robin. Your plan ends on 3 May.",
		    "My name is <name>. Your plan ends on <n> May." },
		{ "Nora moved it for Lee.", "<name> moved it for <name>." },
		{ "nora is no name here", "nora is no name here" },
		{ "I am so sorry for the delay. It left. Please let me know "
		  "if it does not come.",
		    "It left." },
		{ "Sorry, it is sold out.", "Sorry, it is sold out." },
		{ "I\xE2\x80\x99m sorry to hear that! Press the blue key",
		    "Press the blue key" },
		{ "It is done. Thanks, Kim", "It is done." },
		{ "It is done.\n--\nKim", "It is done." },
		{ "Thank you and goodbye.", "" },
		{ "Well done! Good bye", "Well done!" },
		{ "Hallo Jana,\nvielen Dank f\xC3\xBCr die Geduld. Das Paket "
		  "ist da.\nViele Gr\xC3\xBC\xC3\x9F"
		  "e\nKim",
		    "Das Paket ist da." },
		{ "", "" },
		{ " \n ", "" },
		{ "Hi", "" },
		{ "Hi Anna it works", "it works" },
		{ "@ :// .", "@ <link> ." },
	};
	const struct hd_str names[] = { hd_str("Nora Quist"), hd_str("Lee") };
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		hd_mask(&b, hd_str(cases[i].in), names, COUNT(names));
		assert_buf(&b, cases[i].out);
	}
	hd_buf_release(&b);
}

static void
test_mask_word(void **state)
{
	struct hd_str rest = hd_str("a<b> <n>, c>"), word;

	(void)state;
	assert_true(hd_mask_word(&rest, &word));
	assert_str(word, "a");
	assert_true(hd_mask_word(&rest, &word));
	assert_str(word, "c");
	assert_false(hd_mask_word(&rest, &word));
}

static struct hd_sig
sig(const char *text)
{
	struct hd_minhash *m = hd_minhash_new();
	struct hd_sig s;

	assert_true(hd_minhash_text(m, hd_str(text), &s) > 0);
	hd_minhash_free(m);
	return s;
}

static unsigned
alike(const char *a, const char *b)
{
	struct hd_sig x = sig(a), y = sig(b);

	return hd_minhash_same(&x, &y);
}

/* Letters cut of endings; the case and the numbers do not count. */
static void
test_same_text(void **state)
{
	(void)state;
	assert_int_equal(
	    alike("Press the <n> key", "press the key <n>"), HD_MINHASH_K);
	assert_int_equal(alike("refunded", "REFUNDS"), HD_MINHASH_K);
	assert_int_equal(alike("voucher", "password"), 0);
	assert_int_equal(
	    alike("\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBB\xD1\x8C",
		"\xD0\xBF\xD0\xB0\xD1\x80\xD1\x82\xD0\xB8\xD1\x8F"),
	    0);
}

/*
 * 40 and 40 words with 20 in common: Jaccard 1/3 of words and, in order, of
 * pairs; four standard errors either way.
 */
static void
test_estimate(void **state)
{
	struct hd_buf a = HD_BUF_INIT, b = HD_BUF_INIT;
	unsigned same;

	(void)state;
	for (int i = 0; i < 40; i++) {
		hd_buf_addf(&a, "%c%cxyz ", 'a' + i / 20, 'a' + i % 20);
		hd_buf_addf(&b, "%c%cxyz ", 'b' + i / 20, 'a' + i % 20);
	}
	same = alike(hd_buf_cstr(&a), hd_buf_cstr(&b));
	assert_in_range(same, HD_MINHASH_K / 3 - 21, HD_MINHASH_K / 3 + 21);
	hd_buf_release(&a);
	hd_buf_release(&b);
}

static void
test_no_words(void **state)
{
	struct hd_minhash *m = hd_minhash_new();
	struct hd_sig s;

	(void)state;
	assert_int_equal(hd_minhash_text(m, S(""), &s), 0);
	assert_int_equal(hd_minhash_text(m, S("<n> <link>: ok!"), &s), 0);
	assert_int_equal(hd_minhash_text(m, S("It works now <n>"), &s), 2);
	hd_minhash_free(m);
}

static const char *const texts[] = {
	"Hi Anna, I have refunded 12.50 to your card. It takes five working "
	"days until you see it on your statement.",
	"Press the blue key for ten seconds until the light blinks twice.",
	"Thank you for writing. I refunded 8.00 to your card today. It can "
	"take three working days until you see it on your statement.",
	"The museum opens at nine and the garden stays closed in winter.",
	"Hold the blue key pressed for ten seconds until the light blinks. "
	"Anything else?",
	"Good bye!",
	"Hello Peter, 99.00 were refunded to your card. Five working days and "
	"you see it on your statement.",
};

static void
test_groups(void **state)
{
	static const size_t order[COUNT(texts)] = { 3, 6, 0, 5, 4, 2, 1 };
	struct hd_str in[COUNT(texts)], turned[COUNT(texts)];
	uint32_t a[COUNT(texts)], b[COUNT(texts)];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		in[i] = hd_str(texts[i]);
		turned[i] = hd_str(texts[order[i]]);
	}
	hd_neardup_texts(in, COUNT(texts), HD_NEARDUP_WORDING, a);
	assert_int_equal(a[0], a[2]);
	assert_int_equal(a[0], a[6]);
	assert_int_equal(a[1], a[4]);
	assert_int_not_equal(a[0], a[1]);
	assert_int_equal(a[3], 3);
	assert_int_equal(a[5], 5);
	hd_neardup_texts(turned, COUNT(texts), HD_NEARDUP_WORDING, b);
	for (size_t i = 0; i < COUNT(texts); i++)
		for (size_t k = 0; k < COUNT(texts); k++)
			assert_int_equal(
			    b[i] == b[k], a[order[i]] == a[order[k]]);
}

/* One text with another name or number is a copy, other wordings are not. */
static void
test_copies(void **state)
{
	const struct hd_str in[] = { hd_str(texts[0]), hd_str(texts[2]),
		hd_str(texts[6]),
		S("The order 4711 of Marta went to the shop while the label "
		  "said it should have gone to the warehouse near the harbour"),
		S("The order 93 of Ludwig went to the shop while the label "
		  "said it should have gone to the warehouse near the harbour"),
		S("The order 93 of Marta went to the shop while the label "
		  "said it should have gone to the warehouse near the "
		  "harbour") };
	uint32_t group[COUNT(in)];

	(void)state;
	hd_neardup_texts(in, COUNT(in), HD_NEARDUP_COPY, group);
	for (uint32_t i = 0; i < 3; i++)
		assert_int_equal(group[i], i);
	assert_int_equal(group[3], group[4]);
	assert_int_equal(group[3], group[5]);
}

/*
 * A row of texts, each two thirds like the one before: no group from one end to
 * the other.
 */
static void
test_no_chain(void **state)
{
	enum {
		N = 60,
		WORDS = 30,
		STEP = 6
	};
	struct hd_buf b[N];
	struct hd_str in[N];
	uint32_t group[N];

	(void)state;
	memset(b, 0, sizeof(b));
	for (int i = 0; i < N; i++) {
		for (int k = i * STEP; k < i * STEP + WORDS; k++)
			hd_buf_addf(
			    &b[i], "%c%cxyz ", 'a' + k / 20, 'a' + k % 20);
		in[i] = hd_buf_str(&b[i]);
	}
	hd_neardup_texts(in, N, HD_NEARDUP_WORDING, group);
	for (int i = 0; i + 10 < N; i++)
		assert_int_not_equal(group[i], group[i + 10]);
	for (int i = 0; i < N; i++)
		hd_buf_release(&b[i]);
}

/* The same text many times is one group, and nothing is a group of nothing. */
static void
test_many(void **state)
{
	enum {
		N = 5000
	};
	struct hd_sig *sigs = calloc(N, sizeof(*sigs));
	uint32_t *group = calloc(N, sizeof(*group));

	(void)state;
	for (int i = 0; i < N; i++)
		sigs[i] = sig(i % 2 == 0 ? texts[1] : texts[3]);
	hd_neardup(sigs, N, HD_NEARDUP_WORDING, group);
	for (int i = 0; i < N; i++)
		assert_int_equal(group[i], i % 2);
	hd_neardup(sigs, 0, HD_NEARDUP_WORDING, group);
	free(sigs);
	free(group);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mask),
		cmocka_unit_test(test_mask_word),
		cmocka_unit_test(test_same_text),
		cmocka_unit_test(test_estimate),
		cmocka_unit_test(test_no_words),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_no_chain),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
