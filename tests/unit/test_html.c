/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reports as HTML, read back by libxml2's parser.  With two operands, a report
 * as JSON and a file to make, it only writes the page, to be looked at.
 */
#include "unit.h"

#include <libxml/HTMLparser.h>

#include "base/hash.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "render/htmlreport.h"

#define SAMPLE HD_SRCDIR "/tests/golden/report/sample.json"

/* Of a report in memory, the page; owned by the caller, NULL with err. */
static char *
page(const char *json, const char *url, struct hd_err *err)
{
	struct hd_html_opts opts = { .ticket_url = url };
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_json *doc = hd_json_parse(&a, hd_str(json), err);
	struct hd_out out;
	int r;

	assert_non_null(doc);
	assert_int_equal(hd_out_open(&out, "page", err), 0);
	r = hd_html_report(doc, &opts, &out, err);
	if (r == 0) {
		assert_int_equal(hd_out_close(&out, err), 0);
		read_file("page", &b);
		assert_int_equal(unlink("page"), 0);
		hd_buf_addc(&b, '\0');
	} else {
		hd_out_abort(&out);
	}
	hd_arena_release(&a);
	return b.s;
}

static char *
sample_page(const char *url)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT;
	char *html;

	read_file(SAMPLE, &b);
	html = page(hd_buf_cstr(&b), url, &err);
	assert_non_null(html);
	hd_buf_release(&b);
	return html;
}

/* A report of these blocks, figures f1 to f3 and one definition. */
static char *
blocks_page(const char *blocks, const char *url, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	char *html;

	hd_buf_addf(&b,
	    "{\"hs_report\":1,\"title\":\"T\",\"language\":\"en\","
	    "\"sections\":[{\"id\":\"one\",\"title\":\"One\",\"blocks\":[%s]}],"
	    "\"figures\":[{\"id\":\"f1\",\"segment\":\"all\",\"title\":\"A\","
	    "\"estimate\":0.25,\"lo\":0.2,\"hi\":0.3,\"x\":300,\"n\":1200,"
	    "\"N\":1500,\"status\":\"UNVERIFIED\",\"definition\":\"d\","
	    "\"unit\":\"share\",\"text\":\"25.0 %%\",\"xn\":\"300 of 1,200\","
	    "\"range\":\"20.0 %% to 30.0 %%\"},"
	    "{\"id\":\"f2\",\"segment\":\"all\",\"title\":\"B\","
	    "\"estimate\":null,\"lo\":null,\"hi\":null,\"x\":null,\"n\":0,"
	    "\"N\":9,\"status\":\"NOT-MEASURABLE\",\"definition\":\"gone\","
	    "\"unit\":\"share\",\"text\":null,\"why\":\"no survey\","
	    "\"from\":[\"f1\"],\"keys\":[\"front:a/b c\"],\"more\":4},"
	    "{\"id\":\"f3\",\"segment\":\"all\",\"title\":\"C\","
	    "\"estimate\":7,\"status\":\"MEASURED\",\"unit\":\"count\","
	    "\"text\":\"7\"}],"
	    "\"definitions\":[{\"name\":\"d\",\"title\":\"D\","
	    "\"text\":\"what d is\"}]}",
	    blocks);
	html = page(hd_buf_cstr(&b), url, err);
	hd_buf_release(&b);
	return html;
}

struct seen {
	struct hd_map ids;
	size_t styles;
};

static void
attributes(xmlNodePtr at, struct seen *s, bool collect)
{
	for (xmlAttrPtr p = at->properties; p != NULL; p = p->next) {
		const char *name = (const char *)p->name;
		xmlChar *v = xmlGetProp(at, p->name);
		const char *value = (const char *)v;

		if (strncmp(name, "on", 2) == 0)
			fail_msg("the attribute %s", name);
		if (strcmp(name, "id") == 0 && collect) {
			if (hd_map_get(&s->ids, hd_str(value)) != NULL)
				fail_msg("two ids '%s'", value);
			(void)hd_map_put(&s->ids, hd_str(value), 1);
		}
		if (strcmp(name, "href") == 0 && !collect) {
			if (value[0] == '#' &&
			    hd_map_get(&s->ids, hd_str(value + 1)) == NULL)
				fail_msg("'%s' leads nowhere", value);
			if (value[0] != '#' &&
			    strncmp(value, "https://desk.example/", 21) != 0)
				fail_msg("a link out: '%s'", value);
		}
		if (strcmp(name, "src") == 0)
			assert_int_equal(strncmp(value, "data:image/", 11), 0);
		xmlFree(v);
	}
}

static void
walk(xmlNodePtr at, struct seen *s, bool collect, bool svg)
{
	/* a browser takes others for the end of the picture */
	static const char drawn[] =
	    "svg title desc defs pattern path rect line "
	    "polygon polyline text tspan g";
	static const char *const never[] = { "script", "link", "iframe",
		"object", "embed", "form", "base", "foreignobject" };

	for (; at != NULL; at = at->next) {
		if (at->type != XML_ELEMENT_NODE)
			continue;
		for (size_t i = 0; i < COUNT(never); i++)
			assert_string_not_equal(
			    (const char *)at->name, never[i]);
		s->styles +=
		    collect && strcmp((const char *)at->name, "style") == 0;
		if (svg && strstr(drawn, (const char *)at->name) == NULL)
			fail_msg("<%s> ends a picture", (const char *)at->name);
		attributes(at, s, collect);
		walk(at->children, s, collect,
		    svg || strcmp((const char *)at->name, "svg") == 0);
	}
}

/* Every id is one, every link leads somewhere, nothing runs. */
static void
check_page(const char *html, struct seen *s)
{
	htmlDocPtr doc = htmlReadMemory(html, (int)strlen(html), NULL, "utf-8",
	    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

	assert_non_null(doc);
	*s = (struct seen){ .ids = HD_MAP_INIT };
	walk(xmlDocGetRootElement(doc), s, true, false);
	walk(xmlDocGetRootElement(doc), s, false, false);
	assert_int_equal(s->styles, 1);
	xmlFreeDoc(doc);
}

/* How often part stands in text. */
static size_t
times(const char *text, const char *part)
{
	size_t n = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		n++;
	return n;
}

static void
has(const char *html, const char *part)
{
	if (strstr(html, part) == NULL)
		fail_msg("no '%s'", part);
}

/* Every figure of the sample has a row with its number, and is spoken of. */
static void
check_rows(const char *html, const struct seen *s)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT, part = HD_BUF_INIT;
	const struct hd_json *f;
	size_t rows = 0;

	read_file(SAMPLE, &b);
	f = hd_json_get(hd_json_parse(&a, hd_buf_str(&b), &err), "figures");
	assert_non_null(f);
	for (f = f->child; f != NULL; f = f->next, rows++) {
		struct hd_str id = hd_json_at(f, "id");
		const char *row;

		assert_non_null(hd_map_get(&s->ids, id));
		hd_buf_reset(&part);
		hd_buf_addf(&part, "<tr id=\"%s\">", id.p);
		row = strstr(html, hd_buf_cstr(&part));
		assert_non_null(row);
		hd_buf_reset(&part);
		hd_buf_addf(&part, "value=\"%s\">%s<",
		    hd_json_at(f, "estimate").p, hd_json_at(f, "text").p);
		if (hd_json_at(f, "estimate").p != NULL &&
		    (strstr(row, hd_buf_cstr(&part)) == NULL ||
			strstr(row, hd_buf_cstr(&part)) > strstr(row, "</tr>")))
			fail_msg("the row of %s has no %s", id.p,
			    hd_buf_cstr(&part));
		hd_buf_reset(&part);
		hd_buf_addf(&part, "href=\"#%s\"", id.p);
		has(html, hd_buf_cstr(&part));
	}
	assert_true(rows > 80);
	hd_buf_release(&b);
	hd_buf_release(&part);
	hd_arena_release(&a);
}

static void
test_sample(void **state)
{
	char *html = sample_page("https://desk.example/t/%s?view=1");
	char *again = sample_page("https://desk.example/t/%s?view=1");
	struct seen s;

	(void)state;
	assert_string_equal(html, again);
	assert_int_equal(
	    strncmp(html, "<!DOCTYPE html>\n<html lang=\"en\">", 32), 0);
	has(html, "<meta charset=\"utf-8\">");
	has(html, "content=\"default-src 'none'; style-src 'unsafe-inline'; "
		  "img-src data:;");
	has(html, "href=\"https://desk.example/t/7731?view=1\"");
	check_page(html, &s);
	check_rows(html, &s);
	/* one picture a chart, each with its title and its description */
	assert_int_equal(times(html, "class=\"chart\""), 5);
	assert_int_equal(times(html, "role=\"img\""), 5);
	assert_int_equal(times(html, "<desc id="), 5);
	/* every table has a caption, and a region that keys can scroll */
	assert_int_equal(times(html, "<table"), times(html, "<caption>"));
	assert_int_equal(times(html, "<table"), times(html, "tabindex=\"0\""));
	hd_map_release(&s.ids);
	free(html);
	free(again);
}

/* Without an address tickets are words. */
static void
test_no_url(void **state)
{
	char *html = sample_page(NULL);
	struct seen s;

	(void)state;
	check_page(html, &s);
	has(html, "<span class=\"ticket\">zendesk:7731</span>");
	assert_null(strstr(html, "https://"));
	assert_null(strstr(html, "http://"));
	hd_map_release(&s.ids);
	free(html);
}

#define HOSTILE                                                         \
	"<script>alert(1)</script> \\\"quoted\\\" 'it' &amp; <!--x--> " \
	"\\u0007\\u001b[31m\\u009b\\u202e\\u2066 \\u0000 <img onerror=1>"

static void
test_hostile(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	char *html = blocks_page(
	    "{\"type\":\"para\",\"tone\":\"plain\",\"spans\":[\"" HOSTILE
	    "\"]},"
	    "{\"type\":\"quote\",\"ticket\":\"x:" HOSTILE
	    "\",\"role\":\"" HOSTILE "\",\"text\":\"" HOSTILE
	    "\",\"why\":\"" HOSTILE "\"},"
	    "{\"type\":\"thread\",\"ticket\":\"x:1\",\"title\":\"" HOSTILE
	    "\",\"facts\":[\"" HOSTILE "\"],\"messages\":[{\"role\":\"" HOSTILE
	    "\",\"at\":\"" HOSTILE "\",\"text\":\"" HOSTILE
	    "\"}],\"questions\":[\"" HOSTILE "\"]},"
	    "{\"type\":\"table\",\"id\":\"" HOSTILE "\",\"title\":\"" HOSTILE
	    "\",\"columns\":[{\"title\":\"" HOSTILE "\"}],\"rows\":[[\"" HOSTILE
	    "\"]]},"
	    "{\"type\":\"chart\",\"chart\":\"bars\",\"id\":\"b\",\"title\":\"" HOSTILE
	    "\",\"desc\":\"" HOSTILE "\",\"unit\":\"share\",\"marks\":"
	    "[{\"label\":\"" HOSTILE "\",\"figure\":\"f1\",\"tone\":\"" HOSTILE
	    "\"}]}",
	    "https://desk.example/%s", &err);
	struct seen s;

	(void)state;
	assert_non_null(html);
	check_page(html, &s);
	has(html, "&lt;script&gt;alert(1)&lt;/script&gt;");
	has(html, "&amp;amp;");
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "<img"));
	assert_null(strchr(html, '\033'));
	assert_null(strchr(html, '\a'));
	assert_null(strstr(html, "\xC2\x9B"));
	assert_null(strstr(html, "\xE2\x80\xAE"));
	assert_null(strstr(html, "\xE2\x81\xA6"));
	hd_map_release(&s.ids);
	free(html);
}

static void
test_figures(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	char *html = blocks_page("{\"type\":\"para\",\"spans\":[\"a \","
				 "{\"figure\":\"f1\",\"as\":\"both\"},"
				 "{\"figure\":\"f1\",\"as\":\"xn\"},"
				 "{\"figure\":\"f1\",\"as\":\"range\"},"
				 "{\"figure\":\"f2\",\"as\":\"text\"},"
				 "{\"ticket\":\"front:a/b c\"}]}",
	    "https://desk.example/%s", &err);

	(void)state;
	assert_non_null(html);
	has(html, "<a class=\"fig\" href=\"#f1\"><data class=\"num\" "
		  "value=\"0.25\">25.0 %</data> <span class=\"range\">"
		  "(20.0 % to 30.0 %)</span></a>");
	has(html, ">300 of 1,200</span></a>");
	has(html, "<span class=\"num\">20.0 % to 30.0 %</span></a>");
	has(html, "href=\"#f2\"><span class=\"none\">not measurable</span>");
	has(html, "href=\"https://desk.example/a%2Fb%20c\"");
	/* the appendix: why there is none, of what it is, what it means */
	has(html, "<p class=\"why\">no survey</p>");
	has(html, "<p>from <a href=\"#f1\">f1</a></p>");
	has(html, "<a href=\"#def-d\">d</a>");
	has(html, "<p>gone</p>");
	has(html, "and 4 more");
	free(html);
}

/* The status of a number is told beside it, or once of all beside it. */
static void
test_badges(void **state)
{
	static const char badge[] = "<span class=\"badge\">unverified</span>";
	static const struct {
		const char *blocks, *part;
		size_t badges;
	} cases[] = {
		{ "{\"type\":\"para\",\"spans\":[{\"figure\":\"f1\"},\".\"]}",
		    "</a> <span class=\"badge\">unverified</span>.", 1 },
		{ "{\"type\":\"para\",\"spans\":[{\"figure\":\"f1\"},\" and \","
		  "{\"figure\":\"f1\"},\".\"]}",
		    "</a>. <span class=\"badge\">unverified</span></p>", 1 },
		{ "{\"type\":\"para\",\"spans\":[{\"figure\":\"f1\"},\" of \","
		  "{\"figure\":\"f3\"},{\"figure\":\"f1\"}]}",
		    "unverified</span> of <a", 2 },
		{ "{\"type\":\"table\",\"id\":\"a\",\"title\":\"A\","
		  "\"columns\":[{\"title\":\"x\"},{\"title\":\"y\"}],\"rows\":"
		  "[[{\"figure\":\"f1\"},{\"figure\":\"f1\"}],"
		  "[{\"figure\":\"f1\"},{\"figure\":\"f3\"}],"
		  "[{\"figure\":\"f2\"},{\"figure\":\"f2\"}]]}",
		    "scope=\"col\">x <span class=\"badge\">", 2 },
		{ "{\"type\":\"chart\",\"chart\":\"bars\",\"id\":\"a\",\"title\":"
		  "\"A\",\"marks\":[{\"figure\":\"f1\"},{\"figure\":\"f1\"}]}",
		    "<strong>A <span class=\"badge\">", 1 },
		{ "{\"type\":\"tiles\",\"items\":[{\"figure\":\"f1\",\"before\":"
		  "\"f1\",\"change\":\"f1\"},{\"figure\":\"f1\"}]}",
		    "before: <a", 2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct hd_err err = HD_ERR_INIT;
		char *html = blocks_page(cases[i].blocks, NULL, &err);

		assert_non_null(html);
		has(html, cases[i].part);
		assert_int_equal(times(html, badge), cases[i].badges);
		free(html);
	}
}

/* What is no report is refused, and nothing is written. */
static void
test_refused(void **state)
{
	static const struct {
		const char *blocks, *says;
	} cases[] = {
		{ "{\"type\":\"para\",\"spans\":[{\"figure\":\"f9\"}]}",
		    "figure 'f9' has no row" },
		{ "{\"type\":\"marquee\"}", "a block is 'marquee'" },
		{ "{\"type\":\"chart\",\"chart\":\"pie\",\"id\":\"a\"}",
		    "a chart is 'pie'" },
		{ "{\"type\":\"table\",\"id\":\"a\",\"title\":\"A\","
		  "\"columns\":[{\"title\":\"x\"}],\"rows\":[[\"1\",\"2\"]]}",
		    "a row has 2 cells" },
		{ "{\"type\":\"chart\",\"chart\":\"mosaic\",\"id\":\"a\","
		  "\"columns\":[{\"share\":1,\"cells\":[{\"figure\":"
		  "\"f1\"}]}]}",
		    "a field of a mosaic has no share" },
		{ "{\"type\":\"tiles\",\"items\":[{}]}", "figure '' has no" },
		{ "{\"type\":\"chart\",\"chart\":\"bars\",\"id\":\"a\"},"
		  "{\"type\":\"chart\",\"chart\":\"bars\",\"id\":\"a\"}",
		    "two parts have the id 'c-a'" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct hd_err err = HD_ERR_INIT;

		assert_null(blocks_page(cases[i].blocks, NULL, &err));
		assert_err(&err, HD_EDATA, cases[i].says);
	}
}

/* Members that are missing are no more than missing. */
static void
test_poor(void **state)
{
	static const char *const cases[] = { "{\"type\":\"para\"}",
		"{\"type\":\"list\"}", "{\"type\":\"list\",\"items\":[[]]}",
		"{\"type\":\"tiles\"}", "{\"type\":\"quote\"}",
		"{\"type\":\"thread\"}",
		"{\"type\":\"thread\",\"messages\":[{}],\"facts\":[null]}",
		"{\"type\":\"table\",\"columns\":[],\"rows\":[]}",
		"{\"type\":\"table\",\"columns\":[{}],\"rows\":[[null]]}",
		"{\"type\":\"chart\",\"chart\":\"bars\"}",
		"{\"type\":\"chart\",\"chart\":\"bars\",\"marks\":"
		"[{\"figure\":\"f2\"}]}",
		"{\"type\":\"chart\",\"chart\":\"series\"}",
		"{\"type\":\"chart\",\"chart\":\"series\",\"lines\":[{}],"
		"\"notes\":[{}]}",
		"{\"type\":\"chart\",\"chart\":\"series\",\"lines\":"
		"[{\"points\":[{\"figure\":\"f2\"}]}],\"notes\":[{}]}",
		"{\"type\":\"chart\",\"chart\":\"mosaic\"}",
		"{\"type\":\"chart\",\"chart\":\"mosaic\",\"columns\":"
		"[{\"share\":1}]}" };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct hd_err err = HD_ERR_INIT;
		char *html = blocks_page(cases[i], NULL, &err);
		struct seen s;

		if (html == NULL)
			fail_msg("%s: %s", cases[i], err.msg);
		check_page(html, &s);
		hd_map_release(&s.ids);
		free(html);
	}
}

static void
test_ticket_url(void **state)
{
	static const char *const good[] = { "https://x.example/a/%s",
		"HTTP://x.example/?id=%s&b=%20c", "http://localhost:8080/%s" };
	static const char *const bad[] = { "https://x.example/", "%s",
		"https://x.example/%s/%s", "javascript:alert(%s)",
		"ftp://x.example/%s", "https://%s", "https:///%s",
		"https://x.example/\"%s", "https://x.example/ %s",
		"data:text/html,%s" };
	struct hd_err err = HD_ERR_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_int_equal(hd_html_ticket_url(good[i], &err), 0);
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (hd_html_ticket_url(bad[i], &err) == 0)
			fail_msg("'%s' is taken", bad[i]);
		assert_int_equal(err.code, HD_EOPTION);
	}
}

/* For looking at: REPORT.json to PAGE.html. */
static int
write_page(const char *from, const char *to)
{
	struct hd_html_opts opts = { "https://desk.example/tickets/%s" };
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_out out = HD_OUT_INIT;
	struct hd_json *doc;
	int r = -1;

	read_file(from, &b);
	doc = hd_json_parse(&a, hd_buf_str(&b), &err);
	if (doc != NULL && hd_out_open(&out, to, &err) == 0) {
		r = hd_html_report(doc, &opts, &out, &err);
		if (r == 0)
			r = hd_out_close(&out, &err);
		else
			hd_out_abort(&out);
	}
	if (r != 0)
		(void)fprintf(stderr, "%s\n", err.msg);
	hd_buf_release(&b);
	hd_arena_release(&a);
	return r == 0 ? 0 : 1;
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sample),
		cmocka_unit_test(test_no_url),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_badges),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_poor),
		cmocka_unit_test(test_ticket_url),
	};

	if (argc == 3)
		return write_page(argv[1], argv[2]);
	return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
