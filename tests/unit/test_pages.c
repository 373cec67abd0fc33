/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are called, and their words in a text. */
#include "unit.h"

#include "audit/pagename.h"
#include "base/utf8.h"
#include "escalation/samewords.h"

static void
test_normal(void **state)
{
	static const struct {
		const char *page, *is;
	} cases[] = {
		{ "https://a.example.com/Orders/4711/Edit?x=1#top",
		    "/orders/*/edit" },
		{ "https://a.example.com", "/" },
		{ "https://a.example.com/?utm=1", "/" },
		{ " /help//start/ ", "/help/start" },
		{ "/po/po_88213", "/po/*" },
		{ "/u/7f3c9a1e-52b0-4c1d-9e0f-aa00bb11cc22/x", "/u/*/x" },
		{ "/u/jo@example.com", "/u/*" },
		{ "/setup/step-2", "/setup/step-2" },
		{ "/api/v2/tasks", "/api/v2/tasks" },
		{ "/9", "/*" },
		{ "/abcdefa1", "/*" },
		{ "Settings > Billing", "settings > billing" },
		{ "", "" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		hd_buf_reset(&b);
		hd_page_normal(&b, hd_str(cases[i].page));
		assert_string_equal(hd_buf_cstr(&b), cases[i].is);
	}
	hd_buf_release(&b);
}

static void
named(const struct hd_pagemap *m, const char *page, const char *is)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_pagemap_name(m, &b, hd_str(page));
	assert_string_equal(hd_buf_cstr(&b), is);
	hd_buf_release(&b);
}

static void
test_map(void **state)
{
	static const char text[] =
	    "Prefix,name\n/p,\"Projects, all\"\n"
	    "/p/*/Plan,Plan\n\ndev.example.com/api,API\n";
	struct hd_pagemap m;
	struct hd_err err = HD_ERR_INIT;

	(void)state;
	write_file("map.csv", text, strlen(text));
	assert_int_equal(hd_pagemap_read(&m, "map.csv", &err), 0);
	assert_int_equal(unlink("map.csv"), 0);
	named(&m, "https://a.example.com/p/garden/plan/3", "Plan");
	named(&m, "https://a.example.com/P/garden/list", "Projects, all");
	named(&m, "/plan", "/plan");
	named(&m, "https://dev.example.com/api/5?q", "API");
	named(&m, "https://www.example.com/api/5?q", "/api/*");
	hd_pagemap_release(&m);
}

static void
test_bad_map(void **state)
{
	static const char *const bad[] = { "/a\n", "/a,\n", ",x\n", "/a,b,c\n",
		"/a,\"b\n" };
	struct hd_pagemap m;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct hd_err err = HD_ERR_INIT;

		write_file("map.csv", bad[i], strlen(bad[i]));
		assert_int_equal(hd_pagemap_read(&m, "map.csv", &err), -1);
		assert_int_equal(err.code, HD_EUSAGE);
		assert_non_null(strstr(err.msg, "map.csv:1: "));
		hd_pagemap_release(&m);
	}
	assert_int_equal(unlink("map.csv"), 0);
}

static bool
same(const char *page, const char *text)
{
	return hd_same_words(hd_str(page), hd_str(text));
}

static void
test_words(void **state)
{
	(void)state;
	assert_true(same("/herbs/exports", "The export is at the left."));
	assert_true(same("/konto/kuendigen", "Auf der Kündigungsseite unten."));
	assert_true(same("/reglages", "Dans les réglages."));
	assert_true(same("/policies/9", "Your policy ends there."));
	assert_false(same("/herbs/exports", "An expert calls you."));
	assert_false(same("https://plans.example.com/x", "Your plan ends."));
	assert_false(same("/page/view/list", "View the list on this page."));
	assert_false(same("", "Anything at all."));
}

static void
test_unaccented(void **state)
{
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	hd_utf8_unaccented(&b, hd_str("\xC3\x89T\xC3\xA9 Stra\xC3\x9F"
				      "e \xC3\x91"));
	assert_string_equal(hd_buf_cstr(&b), "ete strasse n");
	hd_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_normal),
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_bad_map),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_unaccented),
	};

	return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
