/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule files laid out, and through JSON and back. */
#include "unit.h"

#include <glob.h>

#include "check/rulejson.h"
#include "check/verify.h"
#include "rules/ruleset.h"
#include "rules/ruletext.h"

#define SAMPLES HD_SRCDIR "/samples/rules/"

/* The text laid out, at the end of b. */
static void
layout(const char *text, struct hd_buf *b)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_err err = HD_ERR_INIT;

	if (hd_ruletext_read(&t, hd_str(text), "f", &err) != 0)
		fail_msg("%s", err.msg);
	hd_ruletext_print(&t, b);
	hd_ruletext_release(&t);
}

static void
lays_out(const char *text, const char *want)
{
	struct hd_buf b = HD_BUF_INIT, again = HD_BUF_INIT;

	layout(text, &b);
	assert_string_equal(hd_buf_cstr(&b), want);
	layout(hd_buf_cstr(&b), &again);
	assert_string_equal(hd_buf_cstr(&again), want);
	hd_buf_release(&b);
	hd_buf_release(&again);
}

static void
test_layout(void **state)
{
	(void)state;
	lays_out("", "");
	lays_out("\n\n# a\n\n\n\n# b  \n\n", "# a\n\n# b\n");
	lays_out("rules   1\nfield a.bc  number\nfield a.bcd enum  x   y\n"
		 "field ticket.field(\"A  B\") text\n",
	    "rules 1\nfield a.bc                 number\n"
	    "field a.bcd                enum   x y\n"
	    "field ticket.field(\"A  B\") text\n");
	lays_out("dimension d one a  <  b\ndimension long many x\ty\n"
		 "default open   ai-first\ndefault reply stay\n",
	    "dimension d one a < b\ndimension long many x y\n"
	    "default open  ai-first\ndefault reply stay\n");
	lays_out("rules 1\n# of t\ntag t\n\tset d = a\n when  text~ a  b \n"
		 "  # in\n\n\n or x.y   >=   3  \n unless text !~  |c | \n"
		 " allow R1 until 2026-01-01 because  so  it is\nroute r\n"
		 " on open ,reply\n and x is   set\nowner me",
	    "rules 1\n\n# of t\ntag t\n    set    d=a\n    when   text ~ a  b\n"
	    "    # in\n\n    or     x.y >= 3\n    unless text !~ |c |\n"
	    "    allow  R1 until 2026-01-01 because so  it is\n\nroute r\n"
	    "    on     open, reply\n    and    x is set\n\nowner me\n");
	lays_out("tag t\n set a=b\n# tail\n\ntag u\n",
	    "tag t\n    set    a=b\n# tail\n\ntag u\n");
}

static void
test_layout_of_tests(void **state)
{
	(void)state;
	lays_out(
	    "case  a  b\n on open\n x.y = 1\n x.long   =  a  b\n text = t\n"
	    " ai=u\n text\n |  two \n |\n expect no tag a=b\n"
	    "table t\n text = x\n columns a | b => route\n row 1 | 2 => x\n",
	    "case a  b\n    on     open\n    x.y    = 1\n    x.long = a  b\n"
	    "    text = t\n    ai   = u\n    text\n      |  two\n      |\n"
	    "    expect no tag a=b\n\ntable t\n    text = x\n"
	    "    columns a | b => route\n    row     1 | 2 => x\n");
}

/* Any field may be given, whatever else its name means. */
static void
test_given(void **state)
{
	(void)state;
	lays_out("case c\n on=5\n like = x\n when  = y\n like x\n"
		 " subject\n |a\n x.y is   unset\n x.yy= \n",
	    "case c\n    on   = 5\n    like = x\n    when = y\n"
	    "    like   x\n    subject\n      |a\n    x.y is unset\n"
	    "    x.yy =\n");
	lays_out("journey j\n customer\n | a\n ai = b\n expect tag a=b\n",
	    "journey j\n    customer\n      | a\n    ai = b\n"
	    "    expect tag a=b\n");
}

static void
refuses(const char *text, const char *part)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_err err = HD_ERR_INIT;

	assert_int_equal(hd_ruletext_read(&t, hd_str(text), "f", &err), -1);
	assert_err(&err, HD_EUSAGE, part);
	hd_ruletext_release(&t);
}

static void
test_refused(void **state)
{
	(void)state;
	refuses(" when x = 1\n", "f:1: indented line outside a block [R102]");
	refuses("rules 1\ntgo x\n", "f:2: unknown keyword [R101]");
	refuses("comment x\n", "[R101]");
	refuses("| x\n", "[R101]");
	refuses("tag x\n wehn y\n", "f:2: unknown keyword");
	refuses("tag x\n when= y\n", "f:2: unknown keyword");
	refuses("tag x\n | y\n", "f:2: unknown keyword");
	refuses("case x\n when a = b\n", "f:2: unknown keyword");
	refuses("tag x\n when y\n", "f:2: write 'FIELD OPERATOR VALUE'");
	refuses("tag x\n set y\n", "f:2: write 'set DIMENSION=VALUE'");
	refuses("tag x\n allow R1\n", "f:2: write 'allow");
	refuses("default x\n", "f:1: missing value");
	refuses("default x y z\n", "'when readable'");
	refuses("field x\n", "missing name or type");
	refuses("a\r\n", "carriage return");
	refuses("# \xff\n", "UTF-8");
}

static void
dump_rule(
    const struct hd_ruleset *rs, const struct hd_rule *r, struct hd_buf *b)
{
	const struct hd_cond *c;
	const struct hd_alt *a;

	hd_buf_addf(b, "%d %s %u %u q=%.*s w=%.*s o=%s r=%s\n", (int)r->kind,
	    r->id, r->stages, r->actions, (int)r->queue.n,
	    r->queue.p != NULL ? r->queue.p : "", (int)r->why.n,
	    r->why.p != NULL ? r->why.p : "", r->owner != NULL ? r->owner : "-",
	    r->review != NULL ? r->review : "-");
	for (size_t i = 0; i < r->nsets; i++)
		hd_buf_addf(b, " set %zu=%d\n", rs->sets[r->set + i].dim,
		    rs->sets[r->set + i].value);
	for (size_t i = 0; i < r->nalts; i++) {
		a = &rs->alts[r->alt + i];
		for (size_t k = 0; k < a->nconds; k++) {
			c = &rs->conds[a->cond + k];
			hd_buf_addf(b, " %zu.%zu %d %.*s %d %.*s\n", i, k,
			    a->unless, (int)c->name.n, c->name.p, (int)c->op,
			    (int)c->arg.n, c->arg.p != NULL ? c->arg.p : "");
		}
	}
	for (size_t i = 0; i < r->nexamples; i++)
		hd_buf_addf(b, " ex %d %.*s\n",
		    (int)rs->examples[r->example + i].kind,
		    (int)rs->examples[r->example + i].text.n,
		    rs->examples[r->example + i].text.p);
	for (size_t i = 0; i < r->nallows; i++)
		hd_buf_addf(b, " allow %.*s\n",
		    (int)rs->allows[r->allow + i].because.n,
		    rs->allows[r->allow + i].because.p);
}

/* All that a loaded set means, as text. */
static void
dump(const struct hd_ruleset *rs, struct hd_buf *b)
{
	const struct hd_rule *rules;
	size_t n;

	for (int k = 0; k < HD_RULEKINDS; k++) {
		rules = hd_ruleset_kind(rs, (enum hd_rulekind)k, &n);
		for (size_t i = 0; i < n; i++)
			dump_rule(rs, &rules[i], b);
	}
	for (size_t i = 0; i < rs->ndims; i++) {
		hd_buf_addf(b, "dim %s %d %d %d", rs->dims[i].name,
		    rs->dims[i].many, rs->dims[i].dflt,
		    rs->dims[i].dflt_readable);
		for (size_t k = 0; k < rs->dims[i].n; k++)
			hd_buf_addf(b, " %s", rs->dims[i].values[k]);
		hd_buf_addc(b, '\n');
	}
	for (size_t i = 0; i < rs->nfields; i++)
		hd_buf_addf(b, "field %s %d %zu\n", rs->fields[i].name,
		    (int)rs->fields[i].type, rs->fields[i].n);
	for (size_t i = 0; i < rs->nlanguages; i++)
		hd_buf_addf(b, "language %s\n", rs->languages[i]);
}

/* One file in memory, the others from the disk. */
struct beside {
	const char *name, *text;
	struct hd_rulesrc disk;
};

static int
read_beside(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	struct beside *s = ctx;

	if (from != NULL)
		return s->disk.read(
		    s->disk.ctx, name, from, resolved, text, err);
	*resolved = strdup(s->name);
	hd_buf_adds(text, s->text);
	return 0;
}

/* 1: there is no rule to compare. */
static int
meaning(const char *name, const char *text, struct hd_buf *b)
{
	struct hd_rulesrc_disk disk = { SAMPLES "default.rules" };
	struct beside s = { name, text, hd_rulesrc_disk(&disk) };
	struct hd_rulesrc src = { read_beside, &s };
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs = NULL;

	if (hd_ruleset_load(&rs, &src, name, &err) != 0) {
		assert_non_null(strstr(err.msg, "no rules at all"));
		return 1;
	}
	dump(rs, b);
	hd_ruleset_free(rs);
	return 0;
}

/* JSON of the text and back, at the end of b. */
static void
through_json(const char *text, struct hd_buf *b)
{
	struct hd_ruletext t = HD_RULETEXT_INIT, back = HD_RULETEXT_INIT;
	struct hd_buf json = HD_BUF_INIT;
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	const struct hd_json *j;
	struct hd_jgen g;

	assert_int_equal(hd_ruletext_read(&t, hd_str(text), "f", &err), 0);
	hd_jgen_init(&g, false);
	hd_rulejson_write(&t, &g);
	hd_jgen_take(&g, &json);
	hd_jgen_release(&g);
	j = hd_json_parse(&a, hd_buf_str(&json), &err);
	assert_non_null(j);
	if (hd_rulejson_read(&back, j, &err) != 0)
		fail_msg("%s", err.msg);
	hd_ruletext_print(&back, b);
	hd_arena_release(&a);
	hd_buf_release(&json);
	hd_ruletext_release(&t);
	hd_ruletext_release(&back);
}

static unsigned
draw(unsigned *seed, unsigned n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 16) % n;
}

/* The same lines with other blanks and other empty lines between them. */
static void
disorder(const char *text, unsigned seed, struct hd_buf *b)
{
	static const char *const indents[] = { " ", "\t", "      ", "  \t" };
	static const char *const gaps[] = { " ", "\t", "    ", " \t " };
	struct hd_str rest = hd_str(text), line, word;
	bool statement;
	size_t n;

	while (hd_str_split(&rest, '\n', &line) && rest.p != NULL) {
		statement = hd_str_starts(line, " ");
		line = hd_str_trim(line);
		if (statement)
			hd_buf_adds(b, indents[draw(&seed, 4)]);
		for (n = 0; n < line.n && line.p[n] != ' '; n++)
			;
		word = (struct hd_str){ line.p, n };
		hd_buf_add(b, word.p, word.n);
		/* what follows # and | is text */
		if (n < line.n && word.p[0] != '#' && word.p[0] != '|') {
			while (n < line.n && line.p[n] == ' ')
				n++;
			hd_buf_adds(b, gaps[draw(&seed, 4)]);
		}
		hd_buf_add(b, line.p + n, line.n - n);
		if (draw(&seed, 3) == 0)
			hd_buf_adds(b, "  ");
		hd_buf_addc(b, '\n');
		if (line.n == 0 && draw(&seed, 2) == 0)
			hd_buf_adds(b, " \n\n");
	}
}

static void
check_sample(const char *path)
{
	bool tests = strstr(path, ".test") != NULL;
	struct hd_buf text = HD_BUF_INIT, want = HD_BUF_INIT, got = HD_BUF_INIT,
		      mess = HD_BUF_INIT, m1 = HD_BUF_INIT, m2 = HD_BUF_INIT;

	read_file(path, &text);
	layout(hd_buf_cstr(&text), &want);
	/* the pack is in order */
	assert_string_equal(hd_buf_cstr(&text), hd_buf_cstr(&want));
	for (unsigned seed = 1; seed <= 20; seed++) {
		disorder(text.s, seed, &mess);
		assert_string_not_equal(mess.s, text.s);
		layout(mess.s, &got);
		assert_string_equal(got.s, want.s);
		hd_buf_reset(&got);
		through_json(mess.s, &got);
		assert_string_equal(got.s, want.s);
		if (seed <= 3 && !tests && meaning(path, mess.s, &m1) == 0 &&
		    meaning(path, got.s, &m2) == 0)
			assert_string_equal(m1.s, m2.s);
		hd_buf_reset(&got);
		hd_buf_reset(&mess);
	}
	hd_buf_release(&text);
	hd_buf_release(&want);
	hd_buf_release(&got);
	hd_buf_release(&mess);
	hd_buf_release(&m1);
	hd_buf_release(&m2);
}

static void
test_samples(void **state)
{
	glob_t g;

	(void)state;
	assert_int_equal(glob(SAMPLES "*.rules", 0, NULL, &g), 0);
	assert_int_equal(glob(SAMPLES "*.test", GLOB_APPEND, NULL, &g), 0);
	assert_true(g.gl_pathc > 10);
	for (size_t i = 0; i < g.gl_pathc; i++)
		check_sample(g.gl_pathv[i]);
	globfree(&g);
}

static void
bumps(const char *text, const char *rule, const char *want)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	int r;

	assert_int_equal(hd_ruletext_read(&t, hd_str(text), "f", &err), 0);
	r = hd_ruletext_bump(&t, rule, "2027-01-31", &b, &err);
	if (want != NULL) {
		assert_int_equal(r, 0);
		assert_buf(&b, want);
	} else {
		assert_int_equal(r, -1);
		assert_err(&err, HD_EUSAGE, rule);
	}
	hd_buf_release(&b);
	hd_ruletext_release(&t);
}

static void
test_bump(void **state)
{
	static const char text[] =
	    "review 2020-01-01\ntag  a\n  review  2021-01-01 "
	    "\n\n# x\n\nroute b\n when  x=1\n\n# y\ncase c\n"
	    " text = b\n";

	(void)state;
	bumps(text, "a",
	    "review 2020-01-01\ntag  a\n    review 2027-01-31\n\n# x\n\nroute "
	    "b\n when  x=1\n\n# y\ncase c\n text = b\n");
	bumps(text, "b",
	    "review 2020-01-01\ntag  a\n  review  2021-01-01 \n\n# x\n\nroute "
	    "b\n when  x=1\n    review 2027-01-31\n\n# y\ncase c\n text = b\n");
	bumps(text, "c", NULL);
	bumps(text, "absent", NULL);
}

static void
rejects(const char *json, const char *part)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	const struct hd_json *j = hd_json_parse(&a, hd_str(json), &err);

	assert_non_null(j);
	assert_int_equal(hd_rulejson_read(&t, j, &err), -1);
	assert_err(&err, HD_EUSAGE, part);
	hd_arena_release(&a);
	hd_ruletext_release(&t);
}

static void
test_json_refused(void **state)
{
	(void)state;
	rejects("[]", "the document: must be an object");
	rejects("{\"lines\":{}}", "lines: must be an array");
	rejects("{\"lines\":[],\"more\":1}", "more: unknown member");
	rejects("{\"lines\":[1]}", "lines[0]: must be an object");
	rejects("{\"lines\":[{}]}", "lines[0]: must be an object");
	rejects("{\"lines\":[{\"when\":1}]}", "lines[0].when: unknown keyword");
	rejects("{\"lines\":[{\"wehn\":1}]}", "lines[0].wehn: unknown keyword");
	rejects("{\"lines\":[{\"use\":1}]}", "lines[0].use: must be a string");
	rejects("{\"lines\":[{\"use\":\"a\",\"b\":1}]}",
	    "lines[0].b: unknown member");
	rejects("{\"lines\":[{\"use\":\"a\",\"lines\":[]}]}",
	    "lines[0].lines: unknown member");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"tag\":\"b\"}]}]}",
	    "lines[0].lines[0].tag: unknown keyword");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"when\":"
		"{\"field\":\"a\",\"op\":\"=\"}}]}]}",
	    "lines[0].lines[0].when.value: missing");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"when\":"
		"{\"field\":\"a\",\"field\":\"=\"}}]}]}",
	    "lines[0].lines[0].when.field: twice");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"when\":"
		"{\"feild\":\"a\"}}]}]}",
	    "lines[0].lines[0].when.feild: unknown member");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"on\":[\"a\",1]}]}]}",
	    "lines[0].lines[0].on[1]: must be a string");
	rejects("{\"lines\":[{\"comment\":null}]}", "must be a string");
	rejects("{\"lines\":[{\"default\":{\"name\":\"a\",\"value\":\"b\","
		"\"readable\":\"yes\"}}]}",
	    "lines[0].default.readable: must be true or false");
	/* strings that would be something else in a rule file */
	rejects("{\"lines\":[{\"use\":\"a\\ndrop b\"}]}", "line 1 would not");
	rejects("{\"lines\":[{\"use\":\"\"}]}", "line 1 would not");
	rejects("{\"lines\":[{\"use\":\" a\"}]}", "line 1 would not");
	rejects("{\"lines\":[{\"owner\":\"a\\u0000b\"}]}", "NUL");
	rejects("{\"lines\":[{\"language\":[\"a b\"]}]}", "line 1 would not");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"on\":[\"a,b\"]}]}]}",
	    "line 2 would not");
	rejects("{\"lines\":[{\"tag\":\"a\",\"lines\":[{\"when\":"
		"{\"field\":\"a\",\"op\":\"= b\",\"value\":\"c\"}}]}]}",
	    "line 2 would not");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_layout_of_tests),
		cmocka_unit_test(test_given),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_bump),
		cmocka_unit_test(test_json_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
