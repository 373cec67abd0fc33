/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of findings: each format read back, hostile texts included. */
#include "unit.h"

#include <inttypes.h>

#include <libxml/parser.h>

#include "base/json.h"
#include "base/utf8.h"
#include "render/diagfmt.h"

static const struct hd_check checks[] = {
	{ "R110", HD_SEV_ERROR, HD_PROVED, "does not compile", "Mend it." },
	{ "R151", HD_SEV_WARNING, HD_PROVED, "can never decide",
	    "Move it {up}." },
	{ "R190", HD_SEV_WARNING, HD_OBSERVED, "never fired", "Is it dead?" },
	{ "R183", HD_SEV_NOTE, HD_HEURISTIC, "no reason given", NULL },
};

static const char *const files[] = { "a.rules", "b.rules" };

static struct hd_place
at(const char *file, size_t line, size_t col)
{
	return (struct hd_place){ file, line, col, 0 };
}

static struct hd_diagreport
report(const struct hd_diags *d)
{
	return (struct hd_diagreport){ .diags = d,
		.checks = checks,
		.nchecks = COUNT(checks),
		.files = files,
		.nfiles = COUNT(files),
		.tool = "hs-rules",
		.version = "1.2",
		.command = "check",
		.fail_on = HD_FAIL_WARNING,
		.status = HD_EXIT_FINDINGS };
}

/* The report as text, owned by the caller. */
static char *
print(const struct hd_diagreport *r, enum hd_diagformat f)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_out out;

	assert_int_equal(hd_out_open(&out, "report", &err), 0);
	assert_int_equal(hd_diags_print(r, f, &out, &err), 0);
	assert_int_equal(hd_out_close(&out, &err), 0);
	read_file("report", &b);
	assert_int_equal(unlink("report"), 0);
	hd_buf_addc(&b, '\0');
	return b.s;
}

static void
prints(const struct hd_diagreport *r, enum hd_diagformat f, const char *want)
{
	char *got = print(r, f);

	assert_string_equal(got, want);
	free(got);
}

/* Two findings that count, one allowed, one known, one of a case each. */
static void
fill(struct hd_diags *d)
{
	struct hd_diag *g;

	g = hd_diag_add(d, &checks[1], at("a.rules", 12, 5), "never decides");
	g->rule = "late";
	g->alternative = 2;
	hd_diag_relate(d, at("a.rules", 4, 1), "taken by early");
	hd_diag_relate(d, at("b.rules", 9, 1), "and by other");
	g = hd_diag_add(d, &checks[2], at("a.rules", 20, 1), "0 of 900");
	g->rule = "late";
	g->observed = 900;
	g = hd_diag_add(d, &checks[0], at("a.rules", 30, 1), "allowed one");
	g->allowed = "until we know";
	g = hd_diag_add(d, &checks[0], at("a.rules", 31, 1), "known one");
	g->known = true;
	(void)hd_diag_add(d, &checks[3], at("a.rules", 40, 1), "no why");
}

static void
fill_results(struct hd_diags *d)
{
	struct hd_result r = { .outcome = HD_PASSED,
		.name = "fine",
		.at = { "x.test", 3, 0, 0 } };

	hd_result_add(d, &r);
	r = (struct hd_result){ HD_FAILED, "to a person", { "x.test", 7, 0, 0 },
		NULL, "ai-first", "human-first", "early" };
	hd_result_add(d, &r);
	r = (struct hd_result){ HD_ERRORED, "slow", { "x.test", 9, 0, 0 },
		"pattern of slow-rule", NULL, NULL, NULL };
	hd_result_add(d, &r);
	r = (struct hd_result){ HD_SKIPPED, "blocked", { "x.test", 11, 0, 0 },
		"like 'slow'", NULL, NULL, NULL };
	hd_result_add(d, &r);
	r = (struct hd_result){ HD_TODO, "later", { "x.test", 13, 0, 0 },
		"not yet", "stay", "escalate", NULL };
	hd_result_add(d, &r);
}

static void
test_words(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	enum hd_diagformat f;
	enum hd_failon on;

	(void)state;
	assert_int_equal(hd_diagformat_read(NULL, &f, &err), 0);
	assert_int_equal(f, HD_DIAG_GNU);
	assert_int_equal(hd_diagformat_read("github", &f, &err), 0);
	assert_int_equal(f, HD_DIAG_GITHUB);
	assert_int_equal(hd_diagformat_read("xml", &f, &err), -1);
	assert_err(&err, HD_EUSAGE, "'xml'");
	assert_int_equal(hd_failon_read(NULL, &on, &err), 0);
	assert_int_equal(on, HD_FAIL_ERROR);
	assert_int_equal(hd_failon_read("never", &on, &err), 0);
	assert_int_equal(on, HD_FAIL_NEVER);
	assert_int_equal(hd_failon_read("all", &on, &err), -1);
	assert_err(&err, HD_EUSAGE, "'all'");
}

static void
test_fails(void **state)
{
	struct hd_diag d = { .severity = HD_SEV_WARNING };

	(void)state;
	assert_true(hd_diag_fails(&d, HD_FAIL_NOTE));
	assert_true(hd_diag_fails(&d, HD_FAIL_WARNING));
	assert_false(hd_diag_fails(&d, HD_FAIL_ERROR));
	d.severity = HD_SEV_ERROR;
	assert_false(hd_diag_fails(&d, HD_FAIL_NEVER));
	d.known = true;
	assert_false(hd_diag_fails(&d, HD_FAIL_NOTE));
	d.known = false;
	d.allowed = "";
	assert_false(hd_diag_fails(&d, HD_FAIL_NOTE));
}

static void
test_gnu(void **state)
{
	static const char *const notes[] = { "alternatives: 9 of 10" };
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);

	(void)state;
	prints(&r, HD_DIAG_GNU, "# no findings\n");
	fill(&d);
	prints(&r, HD_DIAG_GNU,
	    "a.rules:12:5: warning: never decides (proved) [R151]\n"
	    "a.rules:4:1: note: taken by early\n"
	    "b.rules:9:1: note: and by other\n"
	    "a.rules:20:1: warning: 0 of 900 (observed 900) [R190]\n"
	    "a.rules:40:1: note: no why (heuristic) [R183]\n"
	    "# 2 warnings, 1 note, 1 allowed, 1 in the baseline\n");
	r.quiet = true;
	r.notes = notes;
	r.nnotes = 1;
	hd_diags_release(&d);
	prints(&r, HD_DIAG_GNU, "");
	fill_results(&d);
	r.quiet = false;
	prints(&r, HD_DIAG_GNU,
	    "x.test:7: error: case 'to a person': got ai-first, want "
	    "human-first, won by early\n"
	    "x.test:9: error: case 'slow': gave up: pattern of slow-rule\n"
	    "x.test:11: note: case 'blocked': skipped: like 'slow'\n"
	    "x.test:13: note: case 'later': todo: not yet: got stay, want "
	    "escalate\n"
	    "# 5 cases: 1 passed, 1 failed, 1 gave up, 1 skipped, 1 todo\n"
	    "# alternatives: 9 of 10\n");
	hd_diags_release(&d);
}

static void
test_json(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_str rest, line;
	struct hd_json *j[11];
	size_t n = 0;
	char *got;

	(void)state;
	fill(&d);
	fill_results(&d);
	got = print(&r, HD_DIAG_JSON);
	rest = hd_str(got);
	while (hd_str_split(&rest, '\n', &line) && line.n > 0) {
		assert_true(n < COUNT(j));
		j[n] = hd_json_parse(&a, line, &err);
		assert_non_null(j[n++]);
	}
	assert_int_equal(n, 11);
	assert_str(hd_json_at(j[0], "type"), "finding");
	assert_str(hd_json_at(j[0], "proof"), "proved");
	assert_str(hd_json_at(j[0], "line"), "12");
	assert_str(hd_json_at(j[0], "alternative"), "2");
	assert_int_equal(hd_json_get(j[0], "related")->count, 2);
	assert_str(hd_json_at(j[1], "observed"), "900");
	assert_str(hd_json_at(j[2], "allowed"), "until we know");
	assert_true(hd_json_true(hd_json_get(j[3], "known")));
	assert_null(hd_json_get(j[0], "known"));
	assert_str(hd_json_at(j[6], "outcome"), "failed");
	assert_str(hd_json_at(j[6], "got"), "ai-first");
	assert_str(hd_json_at(j[10], "type"), "summary");
	assert_str(hd_json_at(j[10], "warnings"), "2");
	assert_str(hd_json_at(j[10], "errors"), "0");
	assert_str(hd_json_at(j[10], "cases"), "5");
	assert_str(hd_json_at(j[10], "gave up"), "1");
	assert_str(hd_json_at(j[10], "status"), "1");
	free(got);
	hd_arena_release(&a);
	hd_diags_release(&d);
}

static void
test_tap(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);

	(void)state;
	fill(&d);
	prints(&r, HD_DIAG_TAP,
	    "TAP version 13\n"
	    "not ok 1 - a.rules: never decides (proved) [R151]\n"
	    "  ---\n"
	    "  at: \"a.rules:12:5\"\n"
	    "  severity: \"warning\"\n"
	    "  id: \"R151\"\n"
	    "  rule: \"late\"\n"
	    "  related: \"a.rules:4:1: taken by early\\nb.rules:9:1: and by other\"\n"
	    "  ...\n"
	    "not ok 2 - a.rules: 0 of 900 (observed 900) [R190]\n"
	    "  ---\n"
	    "  at: \"a.rules:20:1\"\n"
	    "  severity: \"warning\"\n"
	    "  id: \"R190\"\n"
	    "  rule: \"late\"\n"
	    "  ...\n"
	    "# a.rules:40:1: note: no why (heuristic) [R183]\n"
	    "ok 3 - b.rules: check\n"
	    "1..3\n");
	r.bail = "a.rules:1:1: no\nrules";
	prints(&r, HD_DIAG_TAP,
	    "TAP version 13\n"
	    "# a.rules:12:5: warning: never decides (proved) [R151]\n"
	    "# a.rules:20:1: warning: 0 of 900 (observed 900) [R190]\n"
	    "# a.rules:40:1: note: no why (heuristic) [R183]\n"
	    "Bail out!  a.rules:1:1: no?rules\n");
	prints(&r, HD_DIAG_JUNIT,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"hs-rules check\">\n"
	    " <testsuite name=\"a.rules\" tests=\"1\" failures=\"0\" "
	    "errors=\"1\" skipped=\"0\">\n"
	    "  <testcase classname=\"a.rules\" name=\"check\" "
	    "file=\"a.rules\">\n"
	    "   <error message=\"a.rules:1:1: no&#10;rules\" "
	    "type=\"load\">a.rules:1:1: no\nrules\n"
	    "a.rules:12:5: warning: never decides (proved) [R151]\n"
	    "a.rules:20:1: warning: 0 of 900 (observed 900) [R190]\n"
	    "a.rules:40:1: note: no why (heuristic) [R183]</error>\n"
	    "  </testcase>\n"
	    " </testsuite>\n"
	    "</testsuites>\n");
	hd_diags_release(&d);
	r = report(&d);
	r.nfiles = 0;
	prints(
	    &r, HD_DIAG_TAP, "TAP version 13\n1..0 # SKIP nothing to check\n");
	fill_results(&d);
	prints(&r, HD_DIAG_TAP,
	    "TAP version 13\n"
	    "ok 1 - x.test: fine\n"
	    "not ok 2 - x.test: to a person\n"
	    "  ---\n"
	    "  at: \"x.test:7\"\n"
	    "  got: \"ai-first\"\n"
	    "  want: \"human-first\"\n"
	    "  rule: \"early\"\n"
	    "  ...\n"
	    "not ok 3 - x.test: slow\n"
	    "  ---\n"
	    "  at: \"x.test:9\"\n"
	    "  outcome: \"gave up\"\n"
	    "  message: \"pattern of slow-rule\"\n"
	    "  ...\n"
	    "ok 4 - x.test: blocked # SKIP like 'slow'\n"
	    "not ok 5 - x.test: later # TODO not yet\n"
	    "  ---\n"
	    "  at: \"x.test:13\"\n"
	    "  outcome: \"todo\"\n"
	    "  message: \"not yet\"\n"
	    "  got: \"stay\"\n"
	    "  want: \"escalate\"\n"
	    "  ...\n"
	    "1..5\n");
	hd_diags_release(&d);
}

static void
test_junit(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	struct hd_diag *g;

	(void)state;
	g = hd_diag_add(&d, &checks[1], at("a.rules", 2, 1), "one");
	g->rule = "late";
	g = hd_diag_add(&d, &checks[1], at("a.rules", 3, 1), "two");
	g->rule = "late";
	(void)hd_diag_add(&d, &checks[3], at("b.rules", 4, 1), "no why");
	prints(&r, HD_DIAG_JUNIT,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"hs-rules check\">\n"
	    " <testsuite name=\"a.rules\" file=\"a.rules\" tests=\"2\" "
	    "failures=\"2\" errors=\"0\" skipped=\"0\">\n"
	    "  <testcase classname=\"a.rules\" name=\"R151 late\" "
	    "file=\"a.rules\" line=\"2\">\n"
	    "   <failure message=\"one (proved) [R151]\" type=\"R151\">one "
	    "(proved) [R151]\na.rules:2:1</failure>\n"
	    "  </testcase>\n"
	    "  <testcase classname=\"a.rules\" name=\"R151 late #2\" "
	    "file=\"a.rules\" line=\"3\">\n"
	    "   <failure message=\"two (proved) [R151]\" type=\"R151\">two "
	    "(proved) [R151]\na.rules:3:1</failure>\n"
	    "  </testcase>\n"
	    " </testsuite>\n"
	    " <testsuite name=\"b.rules\" file=\"b.rules\" tests=\"1\" "
	    "failures=\"0\" errors=\"0\" skipped=\"0\">\n"
	    "  <testcase classname=\"b.rules\" name=\"check\" "
	    "file=\"b.rules\" line=\"1\"/>\n"
	    "  <system-out>b.rules:4:1: note: no why (heuristic) [R183]\n"
	    "</system-out>\n"
	    " </testsuite>\n"
	    "</testsuites>\n");
	hd_diags_release(&d);
	fill_results(&d);
	r.nfiles = 0;
	prints(&r, HD_DIAG_JUNIT,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"hs-rules check\">\n"
	    " <testsuite name=\"x.test\" file=\"x.test\" tests=\"5\" "
	    "failures=\"1\" errors=\"1\" skipped=\"2\">\n"
	    "  <testcase classname=\"x.test\" name=\"fine\" file=\"x.test\" "
	    "line=\"3\"/>\n"
	    "  <testcase classname=\"x.test\" name=\"to a person\" "
	    "file=\"x.test\" line=\"7\">\n"
	    "   <failure message=\"got ai-first, want human-first, won by "
	    "early\" type=\"case\">got ai-first, want human-first, won by "
	    "early\nx.test:7</failure>\n"
	    "  </testcase>\n"
	    "  <testcase classname=\"x.test\" name=\"slow\" file=\"x.test\" "
	    "line=\"9\">\n"
	    "   <error message=\"gave up: pattern of slow-rule\" type=\"gave "
	    "up\">gave up: pattern of slow-rule\nx.test:9</error>\n"
	    "  </testcase>\n"
	    "  <testcase classname=\"x.test\" name=\"blocked\" "
	    "file=\"x.test\" line=\"11\">\n"
	    "   <skipped message=\"like 'slow'\">like 'slow'</skipped>\n"
	    "  </testcase>\n"
	    "  <testcase classname=\"x.test\" name=\"later\" file=\"x.test\" "
	    "line=\"13\">\n"
	    "   <skipped message=\"not yet: got stay, want escalate\">not yet: "
	    "got stay, want escalate</skipped>\n"
	    "  </testcase>\n"
	    " </testsuite>\n"
	    "</testsuites>\n");
	hd_diags_release(&d);
}

static void
test_github(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	char *got;

	(void)state;
	(void)hd_diag_add(&d, &checks[3], at("a,b:c.rules", 0, 0), "why");
	fill(&d);
	(void)hd_diag_add(&d, &checks[0], at("b.rules", 1, 2), "50%%\r\n: x");
	prints(&r, HD_DIAG_GITHUB,
	    "::error file=b.rules,line=1,col=2,title=R110::50%25 %0A: x "
	    "(proved)\n"
	    "::warning file=a.rules,line=12,col=5,title=R151::never decides "
	    "(proved)%0Aa.rules:4:1: taken by early%0Ab.rules:9:1: and by "
	    "other\n"
	    "::warning file=a.rules,line=20,col=1,title=R190::0 of 900 "
	    "(observed 900)\n"
	    "::notice file=a%2Cb%3Ac.rules,line=1,title=R183::why "
	    "(heuristic)\n"
	    "::notice file=a.rules,line=40,col=1,title=R183::no why "
	    "(heuristic)\n");
	for (int i = 0; i < 20; i++) {
		(void)hd_diag_add(&d, &checks[i % 2], at("a.rules", 1, 1), "x");
		(void)hd_diag_add(&d, &checks[3], at("a.rules", 1, 1), "x");
	}
	fill_results(&d);
	got = print(&r, HD_DIAG_GITHUB);
	assert_non_null(strstr(got,
	    "::error file=x.test,line=7,title=case to a person::got ai-first, "
	    "want human-first, won by early\n"));
	assert_non_null(strstr(got,
	    "\n::notice title=hs-rules::not shown: 3 errors, 2 warnings, 13 "
	    "notes\n"));
	free(got);
	hd_diags_release(&d);
}

static const struct hd_json *
child(const struct hd_json *j, const char *path, size_t i)
{
	j = hd_json_path(j, path);
	assert_non_null(j);
	for (j = j->child; i > 0 && j != NULL; i--)
		j = j->next;
	assert_non_null(j);
	return j;
}

static void
check_result(const struct hd_json *run, const struct hd_json *r)
{
	const struct hd_json *place =
	    hd_json_get(child(r, "locations", 0), "physicalLocation");
	struct hd_str index = hd_json_at(r, "ruleIndex");

	assert_non_null(hd_json_path(place, "region.startLine"));
	assert_string_not_equal(hd_json_at(place, "region.startLine").p, "0");
	assert_non_null(hd_json_path(place, "artifactLocation.uri"));
	assert_non_null(hd_json_path(r, "message.text"));
	assert_non_null(hd_json_get(r, "suppressions"));
	assert_int_equal(hd_json_get(r, "partialFingerprints")->count, 1);
	assert_true(hd_str_same(hd_json_at(r, "ruleId"),
	    hd_json_at(child(run, "tool.driver.rules",
			   (size_t)strtoumax(index.p, NULL, 10)),
		"id")));
}

static void
test_sarif(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	const struct hd_json *run, *one;
	struct hd_json *j;
	char *got;

	(void)state;
	fill(&d);
	(void)hd_diag_add(
	    &d, &checks[0], at("/x y/é:%.rules", 0, 0), "a{2} [b](1)");
	fill_results(&d);
	got = print(&r, HD_DIAG_SARIF);
	j = hd_json_parse(&a, hd_str(got), &err);
	assert_non_null(j);
	assert_str(hd_json_at(j, "version"), "2.1.0");
	run = child(j, "runs", 0);
	assert_str(hd_json_at(run, "columnKind"), "unicodeCodePoints");
	assert_int_equal(
	    hd_json_path(run, "tool.driver.rules")->count, COUNT(checks) + 1);
	assert_str(hd_json_at(child(run, "tool.driver.rules", 1),
		       "fullDescription.text"),
	    "Move it {{up}}.");
	one = child(run, "invocations", 0);
	assert_str(hd_json_at(one, "exitCode"), "1");
	assert_true(hd_json_true(hd_json_get(one, "executionSuccessful")));
	assert_int_equal(hd_json_get(run, "results")->count, 8);
	for (one = hd_json_get(run, "results")->child; one; one = one->next)
		check_result(run, one);
	one = child(run, "results", 0);
	assert_str(hd_json_at(one, "level"), "warning");
	assert_str(hd_json_at(one, "baselineState"), "new");
	assert_int_equal(hd_json_get(one, "relatedLocations")->count, 2);
	assert_int_equal(hd_json_get(one, "suppressions")->count, 0);
	one = child(run, "results", 2);
	assert_str(hd_json_at(child(one, "suppressions", 0), "justification"),
	    "until we know");
	assert_str(
	    hd_json_at(child(run, "results", 3), "baselineState"), "unchanged");
	one = child(run, "results", 5);
	assert_str(hd_json_at(one, "message.text"), "a{{2}} [b](1) (proved)");
	assert_str(hd_json_at(child(one, "locations", 0),
		       "physicalLocation.artifactLocation.uri"),
	    "file:///x%20y/%C3%A9%3A%25.rules");
	assert_str(hd_json_at(child(run, "results", 6), "ruleId"), "case");
	free(got);
	hd_arena_release(&a);
	hd_diags_release(&d);
}

static void
test_sarif_trouble(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	const struct hd_json *one;
	struct hd_json *j;
	char *got;

	(void)state;
	r.bail = "no rules";
	r.status = HD_EXIT_USAGE;
	got = print(&r, HD_DIAG_SARIF);
	j = hd_json_parse(&a, hd_str(got), &err);
	assert_non_null(j);
	one = child(child(j, "runs", 0), "invocations", 0);
	assert_false(hd_json_true(hd_json_get(one, "executionSuccessful")));
	assert_str(hd_json_at(child(one, "toolExecutionNotifications", 0),
		       "message.text"),
	    "no rules");
	assert_int_equal(hd_json_get(child(j, "runs", 0), "results")->count, 0);
	free(got);
	hd_arena_release(&a);
}

/* A finding that moves is the same finding; another alternative is not. */
static void
test_fingerprint(void **state)
{
	struct hd_diag d = { .id = "R151",
		.at = { "a.rules", 3, 1, 0 },
		.rule = "late",
		.alternative = 1 };
	char one[HD_FINGERPRINT], two[HD_FINGERPRINT];

	(void)state;
	(void)hd_diag_fingerprint(&d, one);
	assert_int_equal(strlen(one), 16);
	d.at = (struct hd_place){ "b.rules", 30, 4, 0 };
	assert_string_equal(hd_diag_fingerprint(&d, two), one);
	d.alternative = 2;
	assert_string_not_equal(hd_diag_fingerprint(&d, two), one);
	d.alternative = 1;
	d.id = "R152";
	assert_string_not_equal(hd_diag_fingerprint(&d, two), one);
	/* no rule: the file, which no rule of that name is */
	d.rule = "x";
	d.alternative = 0;
	(void)hd_diag_fingerprint(&d, one);
	d.rule = NULL;
	d.at.file = "x";
	assert_string_not_equal(hd_diag_fingerprint(&d, two), one);
}

/* What a rule file, a path or a text may be made of. */
static const char *const hostile[] = {
	"# TODO not this",
	"100% \\d \"quoted\" 'q' `b` | x",
	"]]> <!-- & -->",
	"a\tb\nc\rd",
	"\x1b[31mred\x07\x7f",
	"\xc2\x85\xe2\x80\xae reversed",
	"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e",
	"bad \xff\xfe\xc3 utf",
	"\xef\xbf\xbe\xef\xbf\xbf\xf0\x9f\x98\x80",
	"::error::x%0A",
	"Bail out!",
	"1..0",
	"  ---",
	"{0} {{x}} [a](1)",
	"--- !yaml: - ? :",
	"",
};

static void
fill_hostile(struct hd_diags *d)
{
	struct hd_result r = { .outcome = HD_FAILED };
	struct hd_buf longest = HD_BUF_INIT;
	struct hd_diag *g;

	for (size_t i = 0; i < 3000; i++)
		hd_buf_adds(&longest, "\xe6\x97\xa5");
	for (size_t i = 0; i <= COUNT(hostile); i++) {
		const char *s =
		    i < COUNT(hostile) ? hostile[i] : hd_buf_cstr(&longest);

		g = hd_diag_add(d, &checks[i % 2], at(s, i, i), "%s", s);
		hd_diag_relate(d, at(s, i, 0), "%s", s);
		g->rule = i < COUNT(hostile) ? s : "long";
		if (i % 5 == 4)
			g->allowed = hostile[i % COUNT(hostile)];
		r.name = r.at.file = r.message = r.got = r.want = r.rule = s;
		r.at.line = i;
		r.outcome = (enum hd_outcome)(i % 5);
		hd_result_add(d, &r);
	}
	hd_buf_release(&longest);
}

/* The # of a line that are not escaped. */
static size_t
directives(struct hd_str line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\\')
			i++;
		else if (line.p[i] == '#')
			n++;
	}
	return n;
}

/*
 * No control character but line feeds, and UTF-8 all through; a document that
 * no terminal shows may hold a tab and what turns the direction.
 */
static void
harmless(const char *s, bool document)
{
	const char *end = s + strlen(s);
	uint32_t c;

	assert_true(hd_utf8_valid(hd_str(s)));
	while (s < end) {
		s += hd_utf8_get(s, end, &c);
		if ((c < 0x20 && c != '\n' && !(document && c == '\t')) ||
		    (c >= 0x7F && c < 0xA0) || (c == 0x202E && !document))
			fail_msg("control character U+%04X", (unsigned)c);
	}
}

static void
test_hostile_lines(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	struct hd_str rest, line;
	size_t points = 0;
	char *got;

	(void)state;
	fill_hostile(&d);
	r.fail_on = HD_FAIL_NOTE;
	got = print(&r, HD_DIAG_GNU);
	harmless(got, false);
	free(got);
	got = print(&r, HD_DIAG_GITHUB);
	harmless(got, false);
	rest = hd_str(got);
	while (hd_str_split(&rest, '\n', &line) && line.n > 0)
		assert_true(hd_str_starts(line, "::error ") ||
			    hd_str_starts(line, "::warning ") ||
			    hd_str_starts(line, "::notice "));
	free(got);
	got = print(&r, HD_DIAG_TAP);
	rest = hd_str(got);
	assert_true(hd_str_split(&rest, '\n', &line));
	while (hd_str_split(&rest, '\n', &line) && line.n > 0) {
		if (hd_str_starts(line, "ok ") ||
		    hd_str_starts(line, "not ok "))
			points++;
		else
			assert_true(hd_str_starts(line, "  ") ||
				    hd_str_starts(line, "1.."));
		if (hd_str_find(line, " [R1") != NULL)
			assert_int_equal(directives(line), 0);
	}
	/* 14 findings that are not allowed, 17 cases, 2 files without any */
	assert_int_equal(points, 14 + 17 + 2);
	free(got);
	hd_diags_release(&d);
}

static void
test_hostile_documents(void **state)
{
	struct hd_diags d = HD_DIAGS_INIT;
	struct hd_diagreport r = report(&d);
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_json *j;
	char *got;
	xmlDocPtr doc;

	(void)state;
	fill_hostile(&d);
	r.fail_on = HD_FAIL_NOTE;
	got = print(&r, HD_DIAG_SARIF);
	harmless(got, true);
	j = hd_json_parse(&a, hd_str(got), &err);
	assert_non_null(j);
	for (const struct hd_json *one =
		 hd_json_get(child(j, "runs", 0), "results")->child;
	     one != NULL; one = one->next)
		check_result(child(j, "runs", 0), one);
	free(got);
	got = print(&r, HD_DIAG_JUNIT);
	harmless(got, true);
	doc = xmlReadMemory(got, (int)strlen(got), NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR);
	assert_non_null(doc);
	xmlFreeDoc(doc);
	free(got);
	hd_arena_release(&a);
	hd_diags_release(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_fails),
		cmocka_unit_test(test_gnu),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_tap),
		cmocka_unit_test(test_junit),
		cmocka_unit_test(test_github),
		cmocka_unit_test(test_sarif),
		cmocka_unit_test(test_sarif_trouble),
		cmocka_unit_test(test_fingerprint),
		cmocka_unit_test(test_hostile_lines),
		cmocka_unit_test(test_hostile_documents),
	};

	return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
