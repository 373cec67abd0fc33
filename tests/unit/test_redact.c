/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is masked in a text that goes into a report, and what stays. */
#include "unit.h"

#include "audit/redact_int.h"

struct sample {
	const char *text, *want;
};

/* A redactor that has read the pack, and knows nobody. */
static struct hd_redactor *
open_one(void)
{
	static const char *const files[] = { "issues-billing", "issues-shop",
		"issues-account", "issues-software", "issues-de-fr-es",
		"emotion", "answers", "escalation-asks" };
	struct hd_err err = { 0 };
	struct hd_redactor *r = hd_redactor_open(NULL, false, &err);
	struct hd_buf text = HD_BUF_INIT;
	char path[512];

	assert_non_null(r);
	for (size_t i = 0; i < COUNT(files); i++) {
		(void)snprintf(path, sizeof(path), "%s/samples/rules/%s.rules",
		    HD_SRCDIR, files[i]);
		hd_buf_reset(&text);
		read_file(path, &text);
		hd_redact_words(r, hd_buf_str(&text));
	}
	hd_buf_release(&text);
	return r;
}

static void
check(const struct sample *samples, size_t n)
{
	struct hd_redactor *r = open_one();
	struct hd_buf out = HD_BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		hd_redact(r, hd_str(samples[i].text), &out);
		assert_buf(&out, samples[i].want);
	}
	hd_buf_release(&out);
	hd_redactor_close(r);
}

static void
test_shapes(void **state)
{
	static const struct sample samples[] = {
		{ "write to anna.l+x@firm.co.uk, please",
		    "write to [EMAIL], please" },
		{ "write to anna (at) firm.com", "write to [EMAIL]" },
		{ "mail <bo@x.example>", "mail <[EMAIL]>" },
		{ "@annasays told me", "[NAME] told me" },
		{ "pay with 4242 4242 4242 4242 now", "pay with [CARD] now" },
		{ "pay with 4242-4242-4242-4242", "pay with [CARD]" },
		{ "pay with 378282246310005", "pay with [CARD]" },
		{ "pay with 4242 4242 4242 4243", "pay with [NUMBER]" },
		{ "to DE89 3704 0044 0532 0130 00 please", "to [IBAN] please" },
		{ "to gb82west12345698765432", "to [IBAN]" },
		{ "to DE88370400440532013000", "to [KEY]" },
		{ "call +44 20 7946 0958", "call [PHONE]" },
		{ "call +49-30-1234567.", "call [PHONE]." },
		{ "call (212) 736-5000", "call ([PHONE]" },
		{ "ring 030 12345678 tonight", "ring [PHONE] tonight" },
		{ "ring 612 345 678", "ring [NUMBER]" },
		{ "at 10.0.0.255, at 300.1.1.1", "at [IP], at 300.1.1.1" },
		{ "at 2001:db8::1", "at [IP]" },
		{ "at 00:1a:2b:3c:4d:5e", "at [IP]" },
		{ "at 10:30:00 and 9:45", "at 10:30:00 and 9:45" },
		{ "see https://shop.example/r?token=a1 now", "see [LINK] now" },
		{ "see www.firm.com", "see [LINK]" },
		{ "see firm.co.uk/help?x=1.", "see [LINK]." },
		{ "broken.Please help", "broken.Please help" },
		{ "eyJhbGciOiJI.eyJzdWIiOiIx.c2ln", "[KEY]" },
		{ "key sk_live_9a8b7c6d5e", "key [KEY]" },
		{ "key AKIAIOSFODNN7EXAMPLE", "key [KEY]" },
		{ "id 123e4567-e89b-12d3-a456-426614174000", "id [KEY]" },
		{ "my password: hunter and", "my password: [KEY] and" },
		{ "the password is tr0ub", "the password is [KEY]" },
		{ "my pin is 4821", "my pin is [NUMBER]" },
		{ "it is 48213 for 4821", "it is [NUMBER] for 4821" },
		{ "order no. 4821", "order no. [NUMBER]" },
		{ "ticket #481", "ticket #[NUMBER]" },
		{ "INV-2024-0031 or X7K2QP", "[NUMBER] or [NUMBER]" },
		{ "48-2217, as I said", "[NUMBER], as I said" },
		{ "2217-048", "[NUMBER]" },
		{ "in 06-2026, 2026-06, 10-14 or 100-200",
		    "in 06-2026, 2026-06, 10-14 or 100-200" },
		{ "to SW1A 1AA", "to [NUMBER]" },
		{ "1234567890123456789012345", "[NUMBER]" },
		{ "costs 1,250.00 for 24 months in 2026",
		    "costs 1,250.00 for 24 months in 2026" },
		{ "500GB and 1080p", "500GB and 1080p" },
		{ "", "" },
	};

	(void)state;
	check(samples, COUNT(samples));
}

/* Of a label a name nobody is known by stays, but not where it is told to go. */
static void
test_labels(void **state)
{
	static const struct {
		const char *text, *loose, *strict;
	} labels[] = {
		{ "Release 4.2, Brexley", "Release 4.2, Brexley",
		    "Release 4.2, [NAME]" },
		{ "billing of jo@x.example", "billing of [EMAIL]",
		    "billing of [EMAIL]" },
		{ "card 4242 4242 4242 4242 <b>", "card [CARD] [TAG]",
		    "card [CARD] [TAG]" },
		{ "refund of anna quandt", "refund of anna quandt",
		    "refund of [NAME]" },
	};
	struct hd_redactor *r = open_one();
	struct hd_buf out = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(labels); i++) {
		hd_redact_label(r, hd_str(labels[i].text), false, &out);
		assert_buf(&out, labels[i].loose);
		hd_redact_label(r, hd_str(labels[i].text), true, &out);
		assert_buf(&out, labels[i].strict);
	}
	hd_buf_release(&out);
	hd_redactor_close(r);
}

/* Markup is no words, and what stands in it is gone with it. */
static void
test_tags(void **state)
{
	static const struct sample samples[] = {
		{ "<script>it()</script>", "[TAG]it()[TAG]" },
		{ "a<br/>b <!-- note --> c", "a[TAG]b [TAG] c" },
		{ "<img src=x onerror='it(1)'> broke", "[TAG] broke" },
		{ "<scr\xE2\x80\x8Bipt>it()", "[TAG]it()" },
		{ "<a\nhref=\"javascript:it()\">x", "[TAG]x" },
		{ "<svg:g>x<?php 1 ?>", "[TAG]x[TAG]" },
		{ "\xEF\xBC\x9C"
		  "b\xEF\xBC\x9E",
		    "[TAG]" },
		{ "1 < 2, 3 > 2 and <3", "1 < 2, 3 > 2 and <3" },
		{ "mail <bo@x.example>, see <https://x.example/a>",
		    "mail <[EMAIL]>, see <[LINK]>" },
		{ "a\x01"
		  "b",
		    "ab" },
	};

	(void)state;
	check(samples, COUNT(samples));
}

static void
test_names(void **state)
{
	static const struct sample samples[] = {
		{ "Dear Anna Quandt, please help", "Dear [NAME], please help" },
		{ "hi anna, please help", "hi [NAME], please help" },
		{ "Hi there, please help", "Hi there, please help" },
		{ "I paid.\n\nKind regards,\nanna quandt\nHead of Post",
		    "I paid. Kind regards, [NAME]" },
		{ "Please help\nanna", "Please help [NAME]" },
		{ "please help, thanks anna", "please help, thanks [NAME]" },
		{ "My name is rosa klebb", "My name is [NAME]" },
		{ "Mr Baker and Frau K\xC3\xB6nig called",
		    "Mr [NAME] and Frau [NAME] called" },
		{ "Sehr geehrte Frau Weber,\nmeine Rechnung fehlt",
		    "Sehr geehrte Frau [NAME], meine Rechnung fehlt" },
		{ "ich hei\xC3\x9F"
		  "e anke",
		    "ich hei\xC3\x9F"
		    "e [NAME]" },
		{ "je m'appelle solange", "je m'appelle [NAME]" },
		{ "me llamo bego\xC3\xB1"
		  "a",
		    "me llamo [NAME]" },
		{ "I spoke to anna about it", "I spoke to [NAME] about it" },
		{ "I asked Grace about it", "I asked [NAME] about it" },
		{ "Grace Okonjo promised it", "[NAME] promised it" },
		{ "Zo\xC3\xAB Mbeki-Rowe's parcel", "[NAME] parcel" },
		{ "it was \xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0 who called",
		    "it was [NAME] who called" },
		{ "it was \xE7\x8E\x8B\xE8\x8A\xB3 who called",
		    "it was [NAME] who called" },
		{ "Anna, Bram and Cleo", "[NAME], [NAME] and [NAME]" },
	};

	(void)state;
	check(samples, COUNT(samples));
}

/* What is masked without need makes a quote useless. */
static void
test_kept(void **state)
{
	static const char *const texts[] = {
		"I was charged twice for my subscription. Please refund one.",
		"The app crashes on Windows 11 and on my iPhone since Monday.",
		"Why is the invoice of May 2026 higher than that of April 2026?",
		"Refund Request: Charged Twice",
		"Will you cancel my order? Mark it as paid.",
		"Meine Rechnung ist falsch, bitte um R\xC3\xBC"
		"ckerstattung.",
		"Ma facture est fausse.",
		"I cannot log in: the SMS with the PIN never comes",
		"Goodbye. I cancel it. Bye!",
		"Tsch\xC3\xBCss, Adieu, Ciao",
	};
	struct hd_redactor *r = open_one();
	struct hd_buf out = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		hd_redact(r, hd_str(texts[i]), &out);
		assert_buf(&out, texts[i]);
	}
	hd_buf_release(&out);
	hd_redactor_close(r);
}

static void
test_clean(void **state)
{
	static const struct sample samples[] = {
		{ "\x1B[31mred\x1B[0m text", "red text" },
		{ "\x1B]0;title\x07shown", "shown" },
		{ "\x1B]8;;http://x\x1B\\shown\x1B]8;;\x1B\\", "shown" },
		{ "a\x01"
		  "b\x7F"
		  "c\xC2\x9B"
		  "d",
		    "abcd" },
		{ "evil\xE2\x80\xAE"
		  "txt\xE2\x81\xA9",
		    "eviltxt" },
		{ "zero\xE2\x80\x8Bwidth\xEF\xBB\xBF", "zerowidth" },
		{ "one\r\ntwo\tthree\n", "one  two three" },
		{ "\x1B", "" },
		{ "\x1B[", "" },
	};
	struct hd_err err = { 0 };
	struct hd_redactor *r = hd_redactor_open(NULL, true, &err);
	struct hd_buf out = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		hd_redact(r, hd_str(samples[i].text), &out);
		assert_buf(&out, samples[i].want);
	}
	hd_redact(r, hd_str("Anna, 4242 4242 4242 4242"), &out);
	assert_buf(&out, "Anna, 4242 4242 4242 4242");
	hd_redactor_close(r);
	r = open_one();
	hd_redact(r,
	    hd_str("4242\xC2\xA0"
		   "4242\xE2\x80\x93"
		   "4242 4242"),
	    &out);
	assert_buf(&out, "[CARD]");
	hd_redact(r,
	    hd_str("\xEF\xBC\x94\xEF\xBC\x98\xEF\xBC\x92\xEF\xBC\x91"
		   "3 An\xC2\xADna"),
	    &out);
	assert_buf(&out, "[NUMBER] [NAME]");
	hd_buf_release(&out);
	hd_redactor_close(r);
}

/* Whom the database knows is found in small letters too. */
static void
test_known(void **state)
{
	struct hd_redactor *r = open_one();
	struct hd_buf out = HD_BUF_INIT;

	(void)state;
	hd_redact_name(r, &r->own, hd_str("Zo\xC3\xAB van Refund"));
	hd_redact_name(r, &r->own, hd_str("jolanda.q@vexley.example"));
	hd_redact_company(r, hd_str("Blue Order & Co"));
	hd_redact(
	    r, hd_str("when zoe came, refund zoe's jolanda at vexley"), &out);
	assert_buf(&out, "when [NAME] came, [NAME] at [NAME]");
	hd_redact(r, hd_str("we are blue order & co, a blue order"), &out);
	assert_buf(&out, "we are [NAME], a blue order");
	assert_int_equal(hd_redactor_ticket(r, 1, NULL), 0);
	hd_redact(r, hd_str("when zoe came"), &out);
	assert_buf(&out, "when zoe came");
	hd_buf_release(&out);
	hd_redactor_close(r);
}

static void
run(struct hd_db *db, const char *sql)
{
	struct hd_err err = { 0 };

	assert_int_equal(hd_stmt_once(hd_stmt_text(db, sql, &err), &err), 0);
}

/* The ticket's own people and account, and all agents; nobody else. */
static void
test_people(void **state)
{
	static const char *const rows[] = {
		"INSERT INTO source (id, name, vendor) VALUES (1, 's', 'v')",
		"INSERT INTO account (id, source, ext_id, name, domains) "
		"VALUES (1, 1, 'a', 'Grey Refund Works', '[\"vexley.example\"]')",
		"INSERT INTO person (source, ext_id, name, email, role) VALUES "
		"(1, 'p1', 'mirela ostrander', NULL, 1), "
		"(1, 'p2', 'tibor', 'ziggy@other.example', 1), "
		"(1, 'p3', 'quill', NULL, 3), (1, 'p4', 'other', NULL, 1), "
		"(1, 'p5', 'nobody', 'jorn.hale@else.example', 1)",
		"INSERT INTO ticket (id, source, ext_id, requester, "
		"account_ref) VALUES (1, 1, 't1', 'p1', 1), "
		"(2, 1, 't2', 'p4', NULL)",
		"INSERT INTO message (ticket, ext_id, author) "
		"VALUES (1, 'm1', 'p2'), (1, 'm2', 'zelda@firm.example')",
	};
	const char *text = "so mirela, tibor, ziggy, quill, zelda, vexley, "
			   "jorn and grey refund works";
	struct hd_err err = { 0 };
	struct hd_buf out = HD_BUF_INIT;
	struct hd_db *db = hd_db_open("t.db", HD_DB_CREATE, &err);
	struct hd_redactor *r;

	(void)state;
	assert_non_null(db);
	for (size_t i = 0; i < COUNT(rows); i++)
		run(db, rows[i]);
	r = hd_redactor_open(db, false, &err);
	assert_non_null(r);
	assert_int_equal(hd_redactor_ticket(r, 1, &err), 0);
	hd_redact(r, hd_str(text), &out);
	assert_buf(&out, "so [NAME], [NAME], [NAME], [NAME], [NAME], [NAME], "
			 "jorn and [NAME]");
	assert_int_equal(hd_redactor_ticket(r, 2, &err), 0);
	hd_redact(r, hd_str(text), &out);
	assert_buf(&out, "so mirela, tibor, ziggy, [NAME], zelda, vexley, "
			 "jorn and grey refund works");
	hd_buf_release(&out);
	hd_redactor_close(r);
	assert_int_equal(hd_db_close(db, false, &err), 0);
}

static const char *const first[] = { "Anna", "Bj\xC3\xB6rn", "Chiamaka",
	"Dmitri", "Eilidh", "Farid", "Grace", "Hamish", "Ishaan", "Joy",
	"Keira", "\xC5\x81ukasz", "Maeve", "Nikhil", "Orla", "Pavel", "Quincy",
	"Rose", "Siobh\xC3\xA1n", "Tobias", "Una", "Viktor", "Wanda", "Xiu",
	"Yasmin", "Zach", "Mark", "Amber", "Jens", "Ottilie", "Ren\xC3\xA9",
	"Solenn", "Thibault", "Ximena", "I\xC3\xB1igo", "Jack", "Iris", "Max",
	"Ravi", "Sunita" };
static const char *const last[] = { "Abernathy", "Baker", "Crowther",
	"Delacourt", "Eastwick", "Fischer", "Gathercole", "Hunter", "Inchbald",
	"Jessop", "Kirkbride", "Lindqvist", "Miller", "Northcote", "Okonjo",
	"Pemberley", "Quarrington", "Ravenscroft", "Smith", "Taylor",
	"Underhill", "Venkataraman", "Winterbourne", "Young", "Zielinski",
	"O'Halloran", "Nov\xC3\xA1k", "S\xC3\xB8rensen", "Nguy\xE1\xBB\x85n",
	"Weber", "Koch", "Garnier", "Lefebvre",
	"Ib\xC3\xA1\xC3\xB1"
	"ez",
	"Mu\xC3\xB1oz", "Kowalski", "Tanaka", "Haddad", "Ferrari", "de Vries" };

/* The text around a value: never one of its own. */
static const char *const around[] = {
	"I asked %s about the refund and got none.", "%s told me to pay again",
	"Please send it to %s.", "why was %s charged?",
	"Hi %s, my order is late", "my invoice is wrong.\n\nThanks,\n%s",
	"It is late.\nRegards\n%s", "Rechnung an %s ist falsch",
	"la facture de %s est fausse", "el pedido de %s no llega", "(%s)", "%s",
	"REFUND \xE2\x80\x9C%s\xE2\x80\x9D NOW"
};

/* No part of three letters or digits of a value is left in any text. */
static void
survives_not(struct hd_redactor *r, const char *value)
{
	struct hd_buf text = HD_BUF_INIT, out = HD_BUF_INIT;
	struct hd_str rest, word;
	const char *at;
	char part[64];

	for (size_t i = 0; i < COUNT(around); i++) {
		hd_buf_reset(&text);
		hd_buf_reset(&out);
		at = strstr(around[i], "%s");
		hd_buf_add(&text, around[i], (size_t)(at - around[i]));
		hd_buf_addf(&text, "%s%s", value, at + 2);
		hd_redact(r, hd_buf_str(&text), &out);
		rest = hd_str(value);
		while (hd_str_split(&rest, ' ', &word)) {
			(void)snprintf(
			    part, sizeof(part), "%.*s", (int)word.n, word.p);
			if (word.n > 2 && strstr(hd_buf_cstr(&out), part))
				fail_msg("'%s' of '%s' survives in '%s'", part,
				    value, hd_buf_cstr(&out));
		}
	}
	hd_buf_release(&text);
	hd_buf_release(&out);
}

/* A digit that makes the n before it a card's. */
static char
check_digit(const char *s, size_t n)
{
	int sum = 0, d;

	for (size_t i = 0; i < n; i++) {
		d = s[n - 1 - i] - '0';
		if (i % 2 == 0)
			d = d * 2 > 9 ? d * 2 - 9 : d * 2;
		sum += d;
	}
	return (char)('0' + (10 - sum % 10) % 10);
}

/* 200 values: names, addresses, cards, telephones, keys, references. */
static void
test_none_survives(void **state)
{
	struct hd_redactor *r = open_one();
	char v[128], card[32];
	unsigned x = 12345;

	(void)state;
	for (size_t i = 0; i < 200; i++) {
		x = x * 1103515245U + 12345U;
		switch (i % 8) {
		case 0:
		case 1:
		case 2:
			(void)snprintf(v, sizeof(v), "%s %s",
			    first[(i / 8 * 3 + i % 8) % COUNT(first)],
			    last[(i / 8 * 7 + i) % COUNT(last)]);
			break;
		case 3:
			(void)snprintf(v, sizeof(v), "%s.%u@firm%u.example",
			    last[i % 25], x % 90, x % 7);
			break;
		case 4:
			(void)snprintf(card, sizeof(card), "4%07u%07u",
			    x % 10000000, x / 7 % 10000000);
			(void)snprintf(v, sizeof(v), "%.4s %.4s %.4s %.3s%c",
			    card, card + 4, card + 8, card + 12,
			    check_digit(card, 15));
			break;
		case 5:
			(void)snprintf(v, sizeof(v), "+%u %03u %07u",
			    (unsigned)(30 + i % 60), x % 1000,
			    x / 3 % 10000000);
			break;
		case 6:
			(void)snprintf(v, sizeof(v), "sk_live_%08x%08x", x, ~x);
			break;
		default:
			(void)snprintf(v, sizeof(v), "ORD-%04u-%05u", x % 10000,
			    x / 5 % 100000);
		}
		survives_not(r, v);
	}
	hd_redactor_close(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_known),
		cmocka_unit_test_setup_teardown(
		    test_people, folder_setup, folder_teardown),
		cmocka_unit_test(test_none_survives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
