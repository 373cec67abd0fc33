/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and figures in every format. */
#include <math.h>

#include "unit.h"

#include "render/figure.h"
#include "render/table.h"

/* A table of up to four columns into a file, and back. */
struct sheet {
	struct hd_out out;
	struct hd_table t;
	struct hd_buf got;
};

static void
begin(struct sheet *s, enum hd_format f, const char *const *names, size_t n,
    const char *columns, bool header)
{
	struct hd_err err = HD_ERR_INIT;

	memset(s, 0, sizeof(*s));
	assert_int_equal(hd_out_open(&s->out, "sheet", &err), 0);
	if (hd_table_begin(
		&s->t, &s->out, f, names, n, columns, header, &err) != 0)
		fail_msg("%s", err.msg);
}

static void
check(struct sheet *s, const char *want)
{
	struct hd_err err = HD_ERR_INIT;

	hd_table_end(&s->t);
	assert_int_equal(hd_out_close(&s->out, &err), 0);
	read_file("sheet", &s->got);
	assert_int_equal(unlink("sheet"), 0);
	assert_buf(&s->got, want);
	hd_buf_release(&s->got);
}

static const char *const names[] = { "key", "text", "n", "share" };

static void
fill(struct sheet *s)
{
	hd_table_cstr(&s->t, "a:1");
	hd_table_cstr(&s->t, "plain");
	hd_table_int(&s->t, -12);
	hd_table_real(&s->t, 0.25, 6);
	hd_table_row(&s->t);
	hd_table_cstr(&s->t, "a:22");
	hd_table_text(&s->t, hd_str(NULL));
	hd_table_null(&s->t);
	hd_table_real(&s->t, 1, 0);
	hd_table_row(&s->t);
}

static void
test_formats(void **state)
{
	static const struct {
		enum hd_format f;
		bool header;
		const char *want;
	} cases[] = {
		{ HD_FMT_TSV, true,
		    "key\ttext\tn\tshare\n"
		    "a:1\tplain\t-12\t0.250000\n"
		    "a:22\t-\t-\t1\n" },
		{ HD_FMT_TSV, false,
		    "a:1\tplain\t-12\t0.250000\n"
		    "a:22\t-\t-\t1\n" },
		{ HD_FMT_CSV, true,
		    "key,text,n,share\n"
		    "\"a:1\",\"plain\",\"-12\",\"0.250000\"\n"
		    "\"a:22\",-,-,\"1\"\n" },
		{ HD_FMT_JSON, true,
		    "{\"key\":\"a:1\",\"text\":\"plain\",\"n\":-12,"
		    "\"share\":0.250000}\n"
		    "{\"key\":\"a:22\",\"text\":null,\"n\":null,"
		    "\"share\":1}\n" },
		{ HD_FMT_MD, true,
		    "| key | text | n | share |\n"
		    "|---|---|---|---|\n"
		    "| a:1 | plain | -12 | 0.250000 |\n"
		    "| a:22 | - | - | 1 |\n" },
		{ HD_FMT_TABLE, true,
		    "key   text     n     share\n"
		    "a:1   plain  -12  0.250000\n"
		    "a:22  -        -         1\n" },
		{ HD_FMT_TABLE, false,
		    "a:1   plain  -12  0.250000\n"
		    "a:22  -        -         1\n" },
	};
	struct sheet s;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&s, cases[i].f, names, 4, NULL, cases[i].header);
		fill(&s);
		check(&s, cases[i].want);
	}
}

static void
test_columns(void **state)
{
	static const struct {
		const char *columns, *want;
	} cases[] = {
		{ "n,key", "n\tkey\n-12\ta:1\n-\ta:22\n" },
		{ "key", "key\na:1\na:22\n" },
		{ "key,key", "key\tkey\na:1\ta:1\na:22\ta:22\n" },
	};
	static const char *const bad[] = { "", "nope", "key,", "key,,n", "Key",
		" key" };
	struct hd_err err;
	struct hd_out out = HD_OUT_INIT;
	struct hd_table t;
	struct sheet s;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&s, HD_FMT_TSV, names, 4, cases[i].columns, true);
		fill(&s);
		check(&s, cases[i].want);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		for (int f = HD_FMT_TABLE; f <= HD_FMT_MD; f++) {
			assert_int_equal(
			    hd_table_begin(&t, &out, (enum hd_format)f, names,
				4, bad[i], true, &err),
			    -1);
			assert_err(&err, HD_EUSAGE, "-c: no column '");
		}
	assert_int_equal(out.buf.n, 0);
	hd_buf_release(&out.buf);
}

static void
test_wide(void **state)
{
	/* every column twice as often as there are */
	struct sheet s;

	(void)state;
	begin(&s, HD_FMT_TABLE, names, 2, "text,key,text,key,key", true);
	hd_table_cstr(&s.t, "k");
	hd_table_cstr(&s.t, "t");
	hd_table_row(&s.t);
	check(&s, "text  key  text  key  key\nt     k    t     k    k\n");
}

#define HOSTILE "=1+1\t\"q\",\\a|b\n\x1B[31m*x*_`<b>\x7F\x01"

static void
test_escapes(void **state)
{
	static const struct {
		enum hd_format f;
		const char *want;
	} cases[] = {
		{ HD_FMT_TSV,
		    "=1+1\\t\"q\",\\\\a|b\\n\\x1B[31m*x*_`<b>\\x7F\\x01\n" },
		{ HD_FMT_JSON,
		    "{\"text\":\"=1+1\\t\\\"q\\\",\\\\a|b\\n\\u001B[31m*x*_`"
		    "<b>\\u007f\\u0001\"}\n" },
		{ HD_FMT_TABLE, "=1+1 \"q\",\\a|b??[31m*x*_`<b>??\n" },
	};
	static const char *const one[] = { "text" };
	struct sheet s;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&s, cases[i].f, one, 1, NULL, false);
		hd_table_cstr(&s.t, HOSTILE);
		hd_table_row(&s.t);
		check(&s, cases[i].want);
	}
}

static void
test_csv_formula(void **state)
{
	static const struct {
		const char *in, *want;
	} cases[] = {
		{ "plain", "text\n\"plain\"\n" },
		{ "", "text\n\"\"\n" },
		{ "a,b", "text\n\"a,b\"\n" },
		{ "say \"x\"", "text\n\"say \"\"x\"\"\"\n" },
		{ "two\nlines", "text\n\"two\nlines\"\n" },
		{ "=1+1", "text\n\"'=1+1\"\n" },
		{ "+49 30", "text\n\"'+49 30\"\n" },
		{ "-x", "text\n\"'-x\"\n" },
		{ "@SUM", "text\n\"'@SUM\"\n" },
		{ "\t=1", "text\n\"'\t=1\"\n" },
		{ "\r=1", "text\n\"'\r=1\"\n" },
		{ "a=1", "text\n\"a=1\"\n" },
	};
	static const char *const one[] = { "text" };
	struct sheet s;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&s, HD_FMT_CSV, one, 1, NULL, true);
		hd_table_cstr(&s.t, cases[i].in);
		hd_table_row(&s.t);
		check(&s, cases[i].want);
	}
	/* numbers never */
	begin(&s, HD_FMT_CSV, one, 1, NULL, true);
	hd_table_real(&s.t, -0.5, 1);
	hd_table_row(&s.t);
	check(&s, "text\n\"-0.5\"\n");
}

static void
test_md(void **state)
{
	static const struct {
		const char *in, *want;
	} cases[] = {
		{ "a|b", "| a\\|b |\n" },
		{ "*x* _y_ `z`", "| \\*x\\* \\_y\\_ \\`z\\` |\n" },
		{ "[l](u) <b> #1 &amp;",
		    "| \\[l\\](u) \\<b\\> \\#1 \\&amp; |\n" },
		{ "two\nlines", "| two lines |\n" },
	};
	static const char *const one[] = { "text" };
	struct hd_buf b = HD_BUF_INIT;
	struct sheet s;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&s, HD_FMT_MD, one, 1, NULL, true);
		hd_table_cstr(&s.t, cases[i].in);
		hd_table_row(&s.t);
		hd_buf_addf(&b, "| text |\n|---|\n%s", cases[i].want);
		check(&s, b.s);
		hd_buf_reset(&b);
	}
	hd_buf_release(&b);
}

/* What a terminal obeys never comes out as Markdown, which people cat. */
static void
test_md_controls(void **state)
{
	static const char *const one[] = { "text" };
	struct hd_err err = HD_ERR_INIT;
	struct sheet s;

	(void)state;
	begin(&s, HD_FMT_MD, one, 1, NULL, true);
	hd_table_cstr(&s.t, "a\x1B[31mb\rc\x7F");
	hd_table_row(&s.t);
	hd_table_end(&s.t);
	assert_int_equal(hd_out_close(&s.out, &err), 0);
	read_file("sheet", &s.got);
	assert_int_equal(unlink("sheet"), 0);
	for (size_t i = 0; i < s.got.n; i++)
		if ((unsigned char)s.got.s[i] < 0x20 && s.got.s[i] != '\n')
			fail_msg("byte %02X comes out", s.got.s[i]);
	hd_buf_release(&s.got);
}

/* 8-bit controls and bidirectional overrides in TSV on a terminal. */
static void
test_tsv_c1(void **state)
{
	static const char *const one[] = { "text" };
	struct hd_err err = HD_ERR_INIT;
	struct sheet s;
	bool bad;

	(void)state;
	begin(&s, HD_FMT_TSV, one, 1, NULL, false);
	hd_table_cstr(&s.t, "a\xC2\x9B"
			    "31m");
	hd_table_row(&s.t);
	hd_table_end(&s.t);
	assert_int_equal(hd_out_close(&s.out, &err), 0);
	read_file("sheet", &s.got);
	assert_int_equal(unlink("sheet"), 0);
	bad = hd_str_find(hd_buf_str(&s.got), "\xC2\x9B") != NULL;
	hd_buf_release(&s.got);
	assert_false(bad);
}

static void
test_table_width(void **state)
{
	static const char *const two[] = { "a", "b" };
	struct hd_buf b = HD_BUF_INIT, want = HD_BUF_INIT;
	struct sheet s;

	(void)state;
	/* wide characters count twice */
	begin(&s, HD_FMT_TABLE, two, 2, NULL, false);
	hd_table_cstr(&s.t, "\xE6\x97\xA5");
	hd_table_cstr(&s.t, "x");
	hd_table_row(&s.t);
	hd_table_cstr(&s.t, "abc");
	hd_table_cstr(&s.t, "y");
	hd_table_row(&s.t);
	check(&s, "\xE6\x97\xA5   x\nabc  y\n");
	/* all but the last column are cut */
	for (int i = 0; i < 100; i++)
		hd_buf_adds(&b, "\xC3\xA4");
	begin(&s, HD_FMT_TABLE, two, 2, NULL, false);
	hd_table_text(&s.t, hd_buf_str(&b));
	hd_table_text(&s.t, hd_buf_str(&b));
	hd_table_row(&s.t);
	for (int i = 0; i < 60; i++)
		hd_buf_adds(&want, "\xC3\xA4");
	hd_buf_adds(&want, "  ");
	hd_buf_add(&want, b.s, b.n);
	hd_buf_adds(&want, "\n");
	check(&s, want.s);
	hd_buf_release(&b);
	hd_buf_release(&want);
	/* no rows: the header alone */
	begin(&s, HD_FMT_TABLE, two, 2, NULL, true);
	check(&s, "a  b\n");
	begin(&s, HD_FMT_TABLE, two, 2, NULL, false);
	check(&s, "");
}

static void
test_time(void **state)
{
	static const char *const one[] = { "at" };
	struct sheet s;

	(void)state;
	begin(&s, HD_FMT_JSON, one, 1, NULL, false);
	hd_table_time(&s.t, 1767607200);
	hd_table_row(&s.t);
	check(&s, "{\"at\":\"2026-01-05T10:00:00Z\"}\n");
}

static void
test_format_word(void **state)
{
	static const char *const words[] = { "table", "tsv", "csv", "json",
		"md" };
	struct hd_err err = HD_ERR_INIT;
	enum hd_format f;

	(void)state;
	for (int i = 0; i < 5; i++) {
		assert_int_equal(hd_format_read(words[i], false, &f, &err), 0);
		assert_int_equal(f, i);
	}
	assert_int_equal(hd_format_read(NULL, true, &f, &err), 0);
	assert_int_equal(f, HD_FMT_TABLE);
	assert_int_equal(hd_format_read(NULL, false, &f, &err), 0);
	assert_int_equal(f, HD_FMT_TSV);
	assert_int_equal(hd_format_read("xml", false, &f, &err), -1);
	assert_err(&err, HD_EUSAGE, "-f: unknown format 'xml'");
}

static void
test_figures(void **state)
{
	static const struct {
		struct hd_figure f;
		const char *want;
	} cases[] = {
		{ { "rate", "all", 0.25, 0.1, 0.4, 5, 20, 20, 6, "wilson", "v",
		      HD_ESTIMATED },
		    "rate\tall\t0.250000\t0.100000\t0.400000\t5\t20\t20\t"
		    "wilson\tv\tESTIMATED\n" },
		{ { "count", "a=b", 7, NAN, NAN, 7, -1, -1, 0, "count", "v",
		      HD_MEASURED },
		    "count\ta=b\t7\t-\t-\t7\t-\t-\tcount\tv\tMEASURED\n" },
		{ { "rate", "all", 0.5, 0, 1, 1, 2, 2, 6, "wilson", "v",
		      HD_SUPPRESSED },
		    "rate\tall\t-\t-\t-\t-\t2\t2\twilson\tv\tSUPPRESSED\n" },
		{ { "rate", "all", 0, 0, 0, 0, 0, 9, 6, "count", "v",
		      HD_NOT_MEASURABLE },
		    "rate\tall\t-\t-\t-\t-\t0\t9\tcount\tv\tNOT-MEASURABLE\n" },
		{ { "rate", "all", 0.5, 0, 1, 1, 2, 2, 2, "m", "v",
		      HD_ASSUMED },
		    "rate\tall\t0.50\t0.00\t1.00\t1\t2\t2\tm\tv\t"
		    "ESTIMATED(assumed)\n" },
	};
	struct sheet s;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&s, HD_FMT_TSV, hd_figure_columns, 11, NULL, false);
		hd_figure_row(&s.t, &cases[i].f);
		check(&s, cases[i].want);
	}
	assert_string_equal(hd_status_name(HD_IMMATURE), "IMMATURE");
	assert_string_equal(hd_status_name(HD_UNVERIFIED), "UNVERIFIED");
	assert_string_equal(hd_status_name(HD_INCOMPATIBLE), "INCOMPATIBLE");
}

#define TEST(f) \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_formats),
		TEST(test_columns),
		TEST(test_wide),
		TEST(test_escapes),
		TEST(test_csv_formula),
		TEST(test_md),
		TEST(test_md_controls),
		TEST(test_tsv_c1),
		TEST(test_table_width),
		TEST(test_time),
		TEST(test_format_word),
		TEST(test_figures),
	};

	return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
