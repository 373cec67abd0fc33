/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document of a report: figures in words, blocks in their order. */
#include <math.h>

#include "unit.h"

#include "report/blocks.h"
#include "report/docwords.h"

#define GAP   "\xC2\xA0"
#define MINUS "\xE2\x88\x92"

static struct hd_docfig
of_unit(const char *unit, double estimate)
{
	return (struct hd_docfig){ .f = { .metric = "m",
				       .segment = "all",
				       .estimate = estimate,
				       .lo = NAN,
				       .hi = NAN,
				       .x = -1,
				       .n = -1,
				       .N = -1,
				       .decimals = 6 },
		.title = "M",
		.unit = unit };
}

static void
test_units(void **state)
{
	static const struct {
		const char *unit;
		double v;
		bool change;
		const char *want;
	} cases[] = {
		{ "share", 0.2196, false, "22.0" GAP "%" },
		{ "share", 0, false, "0.0" GAP "%" },
		{ "share", 1, false, "100.0" GAP "%" },
		{ "share", 0.0004, false, "under 0.1" GAP "%" },
		{ "share", 0.9997, false, "over 99.9" GAP "%" },
		{ "share", 0.032, true, "+3.2" GAP "points" },
		{ "points", -0.032, false, MINUS "3.2" GAP "points" },
		{ "points", -0.0001, false, "0.0" GAP "points" },
		{ "seconds", 0, false, "0" GAP "s" },
		{ "seconds", 89.4, false, "89" GAP "s" },
		{ "seconds", 200, false, "3" GAP "min" GAP "20" GAP "s" },
		{ "seconds", 3599, false, "1" GAP "h" GAP "00" GAP "min" },
		{ "seconds", 7499, false, "2" GAP "h" GAP "05" GAP "min" },
		{ "seconds", 172799, false, "2" GAP "d" GAP "0" GAP "h" },
		{ "seconds", 277200, false, "3" GAP "d" GAP "5" GAP "h" },
		{ "seconds", -700, true, MINUS "12" GAP "min" },
		{ "hours", 145800, false, "40.5" GAP "h" },
		{ "hours", 4442400, false, "1,234" GAP "h" },
		{ "cents", 123456, false, "1,234.56" },
		{ "count", 1234567, false, "1,234,567.0" },
		{ "ratio", 1.236, false, "1.24" },
		{ "ratio", -0.5, true, MINUS "0.50" },
	};
	struct hd_buf b = HD_BUF_INIT;
	struct hd_docfig f;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		f = of_unit(cases[i].unit, cases[i].v);
		f.change = cases[i].change;
		hd_docwords_text(&b, &f, false);
		assert_buf(&b, cases[i].want);
	}
	f = of_unit("cents", 99);
	f.currency = "EUR";
	hd_docwords_text(&b, &f, false);
	assert_buf(&b, "0.99" GAP "EUR");
	f = of_unit("count", 1234567);
	f.f.decimals = 0;
	hd_docwords_text(&b, &f, false);
	assert_buf(&b, "1,234,567");
	hd_buf_release(&b);
}

static void
test_ranges(void **state)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_docfig f = of_unit("share", 0.5);

	(void)state;
	assert_false(hd_docwords_range(&b, &f));
	f.f.lo = 0.184;
	f.f.hi = 0.261;
	assert_true(hd_docwords_range(&b, &f));
	assert_buf(&b, "18.4" GAP "% to 26.1" GAP "%");
	f.unit = "points";
	f.f.lo = -0.01;
	assert_true(hd_docwords_range(&b, &f));
	assert_buf(&b, MINUS "1.0 to +26.1" GAP "points");
	f.f.status = HD_SUPPRESSED;
	assert_false(hd_docwords_range(&b, &f));
	hd_buf_release(&b);
}

/* Few tickets are counted out, but a weighted share stays one. */
static void
test_small(void **state)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_docfig f = of_unit("share", 12.0 / 18);

	(void)state;
	f.f.x = 12;
	f.f.n = 18;
	hd_docwords_text(&b, &f, true);
	assert_buf(&b, "12 of 18");
	hd_docwords_text(&b, &f, false);
	assert_buf(&b, "66.7" GAP "%");
	f.f.estimate = 0.6;
	hd_docwords_text(&b, &f, true);
	assert_buf(&b, "60.0" GAP "%");
	assert_true(hd_docwords_xn(&b, &f));
	assert_buf(&b, "12 of 18");
	hd_buf_release(&b);
}

static void
test_hidden(void **state)
{
	static const struct {
		enum hd_status status;
		const char *want;
	} cases[] = {
		{ HD_NOT_MEASURABLE, "not measurable" },
		{ HD_SUPPRESSED, "too few to tell" },
		{ HD_IMMATURE, "too early to tell" },
		{ HD_INCOMPATIBLE, "not comparable" },
		{ HD_UNVERIFIED, "not reviewed" },
		{ HD_MEASURED, "not known" },
	};
	struct hd_buf b = HD_BUF_INIT;
	struct hd_docfig f = of_unit("share", NAN);

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		f.f.status = cases[i].status;
		hd_docwords_text(&b, &f, false);
		assert_buf(&b, cases[i].want);
	}
	f = of_unit("share", 0);
	f.f.status = HD_NOT_MEASURABLE;
	hd_docwords_text(&b, &f, false);
	assert_buf(&b, "not measurable");
	hd_buf_release(&b);
}

static const struct hd_dochead head = {
	.kind = "monthly",
	.title = "Report",
	.subtitle = "June",
	.period = { "2026-06", 1780272000, 1782864000 },
	.zone = "UTC",
	.asof = 1782864000,
};

/* All blocks, in an order that opens and leaves each part of them. */
static void
write_blocks(struct hd_doc *d)
{
	static const struct hd_doccol cols[] = { { "Type", false },
		{ "Share", true } };
	static const struct hd_docchart chart = { "c", "Chart", "What", "u" };
	const struct hd_docquote q = { .ticket = S("a:1"),
		.message = 2,
		.role = "agent",
		.text = S("x") };
	struct hd_docfig f = of_unit("share", 0.5);
	size_t a = hd_doc_figure(d, &f), b, c;

	f.f.segment = "issue=b";
	b = hd_doc_figure(d, &f);
	f.f.segment = "issue=c";
	f.from[0] = a;
	f.nfrom = 1;
	c = hd_doc_figure(d, &f);
	hd_doc_section(d, "none", "Empty");
	hd_doc_endsection(d);
	hd_doc_section(d, "one", "One");
	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_words(d, "of %d: ", 3);
	hd_doc_fig(d, c, HD_AS_BOTH);
	hd_doc_end(d);
	hd_doc_list(d, true);
	hd_doc_item(d);
	hd_doc_words(d, "a");
	hd_doc_item(d);
	hd_doc_ticket(d, S("a:1"));
	hd_doc_end(d);
	hd_doc_table(d, "t", "T", NULL, cols, 2);
	hd_doc_row(d);
	hd_doc_cell(d, "b");
	hd_doc_cell_fig(d, b, HD_AS_TEXT);
	hd_doc_row(d);
	hd_doc_cell_spans(d);
	hd_doc_fig(d, b, HD_AS_XN);
	hd_doc_end(d);
	hd_doc_cell_none(d);
	hd_doc_end(d);
	hd_doc_tiles(d);
	hd_doc_tile(d, "B", b, HD_DOC_NONE, c, -1);
	hd_doc_end(d);
	hd_doc_series(d, &chart);
	hd_doc_line(d, "l", "ai");
	hd_doc_point(d, "w1", b);
	hd_doc_line(d, "k", "human");
	hd_doc_note(d, "w1", S("release"));
	hd_doc_end(d);
	hd_doc_mosaic(d, &chart);
	hd_doc_stripe(d, "low", 0.25);
	hd_doc_field(d, "x", 1, b, "human");
	hd_doc_stripe(d, "high", 0.75);
	hd_doc_end(d);
	hd_doc_quote(d, &q);
	hd_doc_thread(d, S("a:1"), S("Title"));
	hd_doc_fact(d, "issue: %s", "b");
	hd_doc_question(d, "Why?");
	hd_doc_end(d);
	hd_doc_endsection(d);
}

/* The text at a path of members and element numbers: "sections.0.blocks.1". */
static struct hd_str
at(const struct hd_json *j, const char *path)
{
	struct hd_str rest = hd_str(path), step;

	while (j != NULL && hd_str_split(&rest, '.', &step)) {
		char name[32];
		size_t n;

		(void)snprintf(name, sizeof(name), "%.*s", (int)step.n, step.p);
		if (name[0] < '0' || name[0] > '9') {
			j = hd_json_get(j, name);
			continue;
		}
		n = (size_t)(name[0] - '0');
		for (j = j->child; j != NULL && n > 0; n--)
			j = j->next;
	}
	return hd_json_str(j);
}

static void
test_blocks(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "period.name", "2026-06" },
		{ "sections.0.id", "one" },
		{ "sections.0.blocks.0.spans.0", "of 3: " },
		{ "sections.0.blocks.0.spans.1.figure", "f1" },
		{ "sections.0.blocks.1.items.1.0.ticket", "a:1" },
		{ "sections.0.blocks.2.rows.0.1.figure", "f3" },
		{ "sections.0.blocks.2.rows.1.0.spans.0.as", "xn" },
		{ "sections.0.blocks.3.items.0.change", "f1" },
		{ "sections.0.blocks.4.lines.1.name", "k" },
		{ "sections.0.blocks.4.notes.0.text", "release" },
		{ "sections.0.blocks.5.columns.0.cells.0.tier", "human" },
		{ "sections.0.blocks.5.columns.1.share", "0.750000" },
		{ "sections.0.blocks.6.text", "x" },
		{ "sections.0.blocks.7.facts.0", "issue: b" },
		{ "sections.0.blocks.7.questions.0", "Why?" },
		{ "figures.0.segment", "issue=c" },
		{ "figures.0.from.0", "f2" },
		{ "figures.1.segment", "all" },
		{ "figures.2.estimate", "0.500000" },
	};
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_json *j;
	struct hd_doc d;

	(void)state;
	hd_doc_begin(&d, &head);
	write_blocks(&d);
	hd_doc_finish(&d, &b);
	hd_doc_release(&d);
	j = hd_json_parse(&arena, hd_buf_str(&b), &err);
	if (j == NULL)
		fail_msg("%s in %s", err.msg, b.s);
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_str(at(j, cases[i].path), cases[i].want);
	assert_int_equal(hd_json_get(j, "figures")->count, 3);
	hd_arena_release(&arena);
	hd_buf_release(&b);
}

/* Registered twice it is one figure; not used it does not appear. */
static void
test_same(void **state)
{
	struct hd_docfig f = of_unit("share", 0.5);
	struct hd_buf b = HD_BUF_INIT;
	struct hd_doc d;
	size_t a;

	(void)state;
	hd_doc_begin(&d, &head);
	a = hd_doc_figure(&d, &f);
	assert_int_equal(hd_doc_figure(&d, &f), a);
	f.query = S("SELECT 1;");
	assert_int_not_equal(hd_doc_figure(&d, &f), a);
	hd_doc_finish(&d, &b);
	assert_null(strstr(b.s, "\"metric\""));
	hd_doc_release(&d);
	hd_buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
