/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reports as text and as Markdown: a sample in full, and what hostile words and
 * wide tables come to.  With three operands, a report as JSON, "text" or "md" and
 * a file to make, it only writes that.
 */
#include "unit.h"

#include "base/json.h"
#include "base/utf8.h"
#include "render/docmd.h"
#include "render/doctext.h"
#include "render/mdtext.h"

#define GOLDEN HD_SRCDIR "/tests/golden/report/sample"
#define URL    "https://help.example/agent/tickets/%s"

/* Render json into the file `name`. */
static void
render(struct hd_str json, bool md, const char *name)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_json *doc = hd_json_parse(&a, json, &err);
	struct hd_out out;

	assert_non_null(doc);
	assert_int_equal(hd_out_open(&out, name, &err), 0);
	if (md)
		hd_docmd(doc, URL, &out);
	else
		hd_doctext(doc, &out);
	assert_int_equal(hd_out_close(&out, &err), 0);
	hd_arena_release(&a);
}

static void
rendered(struct hd_str json, bool md, struct hd_buf *b)
{
	render(json, md, "page");
	hd_buf_reset(b);
	read_file("page", b);
	hd_buf_addc(b, '\0');
	b->n--;
	assert_int_equal(unlink("page"), 0);
}

static void
assert_narrow(const struct hd_buf *text)
{
	struct hd_str rest = hd_buf_str(text), line;

	while (hd_str_split(&rest, '\n', &line))
		if (hd_utf8_width(line) > 80)
			fail_msg("wide: %.*s", (int)line.n, line.p);
}

static void
test_sample(void **state)
{
	struct hd_buf json = HD_BUF_INIT, got = HD_BUF_INIT, want = HD_BUF_INIT;

	(void)state;
	read_file(GOLDEN ".json", &json);
	for (int md = 0; md < 2; md++) {
		rendered(hd_buf_str(&json), md, &got);
		hd_buf_reset(&want);
		read_file(md ? GOLDEN ".md" : GOLDEN ".txt", &want);
		assert_str(hd_buf_str(&got), hd_buf_cstr(&want));
		if (!md)
			assert_narrow(&got);
	}
	hd_buf_release(&json);
	hd_buf_release(&got);
	hd_buf_release(&want);
}

/* A report of these blocks and the figure f1. */
static void
blocks(struct hd_buf *json, const char *list)
{
	hd_buf_reset(json);
	hd_buf_addf(json,
	    "{\"hs_report\":1,\"title\":\"T\",\"subtitle\":\"S\","
	    "\"sections\":[{\"id\":\"one\",\"title\":\"One\",\"blocks\":[%s]}],"
	    "\"figures\":[{\"id\":\"f1\",\"segment\":\"all\",\"title\":\"A\","
	    "\"estimate\":0.25,\"n\":12,\"status\":\"MEASURED\","
	    "\"text\":\"25.0\xC2\xA0%%\",\"range\":null}]}",
	    list);
}

#define HOSTILE                                                               \
	"\\u001b[31m<b>x</b> [a](javascript:1) `c` | ~~d~~ http://e.example " \
	"www.f.example"

static void
test_hostile(void **state)
{
	static const char *const list =
	    "{\"type\":\"quote\",\"ticket\":\"z:1 2\",\"message\":3,"
	    "\"role\":\"agent\",\"text\":\"1. " HOSTILE "\\n- two\","
	    "\"given\":null,\"why\":\"" HOSTILE "\"}";
	struct hd_buf json = HD_BUF_INIT, got = HD_BUF_INIT;

	(void)state;
	blocks(&json, list);
	rendered(hd_buf_str(&json), false, &got);
	assert_null(strchr(got.s, 0x1B));
	assert_non_null(strstr(got.s, "  > 1. ?[31m<b>x</b>"));
	rendered(hd_buf_str(&json), true, &got);
	assert_null(strchr(got.s, 0x1B));
	assert_null(strstr(got.s, "<b>"));
	assert_non_null(strstr(got.s, "\\[a\\](javascript"));
	assert_null(strstr(got.s, "http://"));
	assert_null(strstr(got.s, "www.f"));
	assert_non_null(strstr(got.s, "> 1\\. ?\\[31m\\<b\\>x"));
	assert_non_null(strstr(got.s, "> \\- two\n"));
	assert_non_null(strstr(
	    got.s, "[z:1 2](<https://help.example/agent/tickets/1%202>)"));
	hd_buf_release(&json);
	hd_buf_release(&got);
}

/* Words are broken within their cells; numbers never, whole columns go. */
static void
test_wide(void **state)
{
	struct hd_buf json = HD_BUF_INIT, got = HD_BUF_INIT, t = HD_BUF_INIT;

	(void)state;
	hd_buf_adds(&t,
	    "{\"type\":\"table\",\"id\":\"t\",\"title\":\"Wide\",\"columns\":["
	    "{\"title\":\"What\",\"align\":\"left\"}");
	for (int i = 0; i < 8; i++)
		hd_buf_addf(
		    &t, ",{\"title\":\"Number %d\",\"align\":\"right\"}", i);
	hd_buf_adds(&t, "],\"rows\":[[\"many words that stand in one cell and "
			"do not fit into a line of it\"");
	for (int i = 0; i < 8; i++)
		hd_buf_addf(&t, ",\"%d23456789012345\"", i);
	hd_buf_adds(&t, "]]}");
	blocks(&json, t.s);
	rendered(hd_buf_str(&json), false, &got);
	assert_narrow(&got);
	assert_non_null(strstr(got.s, "  323456789012345"));
	assert_null(strstr(got.s, "423456789012345"));
	assert_non_null(strstr(
	    got.s, "Too wide for this page, and left out: Number 4, Number 5"));
	assert_non_null(strstr(got.s, "\nthat stand\nin one cell\nand"));
	hd_buf_release(&json);
	hd_buf_release(&got);
	hd_buf_release(&t);
}

/* A figure among words is in the list at the end; in a table it is not. */
static void
test_notes(void **state)
{
	static const char *const list =
	    "{\"type\":\"table\",\"id\":\"t\",\"title\":\"T\",\"columns\":["
	    "{\"title\":\"N\",\"align\":\"right\"}],\"rows\":"
	    "[[{\"figure\":\"f1\",\"as\":\"text\"}]]},";
	static const char *const words =
	    "{\"type\":\"para\",\"tone\":\"plain\",\"spans\":[\"It is \","
	    "{\"figure\":\"f1\",\"as\":\"both\"},\".\"]}";
	struct hd_buf json = HD_BUF_INIT, got = HD_BUF_INIT, all = HD_BUF_INIT;

	(void)state;
	hd_buf_addf(&all, "%s%s", list, words);
	blocks(&json, all.s);
	rendered(hd_buf_str(&json), false, &got);
	assert_non_null(strstr(got.s, "It is 25.0 % [1].\n"));
	assert_non_null(strstr(got.s, "[1] A: 25.0 %; n 12; MEASURED\n"));
	rendered(hd_buf_str(&json), true, &got);
	assert_non_null(strstr(got.s, "| 25.0 % |\n"));
	assert_non_null(strstr(got.s, "It is 25.0 %[^f1].\n"));
	assert_non_null(strstr(got.s, "[^f1]: A: 25.0 %; n 12; MEASURED\n"));
	hd_buf_reset(&all);
	hd_buf_add(&all, list, strlen(list) - 1);
	blocks(&json, all.s);
	rendered(hd_buf_str(&json), false, &got);
	assert_null(strstr(got.s, "[1]"));
	hd_buf_release(&json);
	hd_buf_release(&got);
	hd_buf_release(&all);
}

static void
test_md_text(void **state)
{
	static const struct {
		const char *in, *text, *line;
	} cases[] = {
		{ "plain words.", "plain words.", "plain words." },
		{ "a|b", "a\\|b", "a\\|b" },
		{ "&amp; <i>", "\\&amp; \\<i\\>", "\\&amp; \\<i\\>" },
		{ "12. Then", "12. Then", "12\\. Then" },
		{ "12) Then", "12) Then", "12\\) Then" },
		{ "12 apples", "12 apples", "12 apples" },
		{ "- x", "- x", "\\- x" },
		{ "  === ", "  === ", "\\=== " },
		{ "a\nb", "a b", "a b" },
		{ "x www.y", "x www\\.y", "x www\\.y" },
		{ "https://y", "https\\://y", "https\\://y" },
		{ "at 10:30", "at 10:30", "at 10:30" },
		{ "", "", "" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		hd_md_text(&b, hd_str(cases[i].in));
		assert_buf(&b, cases[i].text);
		hd_md_line(&b, hd_str(cases[i].in));
		assert_buf(&b, cases[i].line);
	}
	hd_buf_release(&b);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sample),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_wide),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_md_text),
	};
	struct hd_buf json = HD_BUF_INIT;

	if (argc == 4) {
		read_file(argv[1], &json);
		render(hd_buf_str(&json), strcmp(argv[2], "md") == 0, argv[3]);
		hd_buf_release(&json);
		return 0;
	}
	return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
