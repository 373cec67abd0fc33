/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that use files; what a loaded rule set says of itself. */
#include "test_rules.h"

#include <stdio.h>
#include <unistd.h>

#define PACK                                                         \
	"rules 1\nlanguage en\nowner pack-team\nreview 2026-01-31\n" \
	"dimension d one a < b < c\n"                                \
	"default d a when readable\n"                                \
	"tag one\n\tset d=b\n\twhen text ~ one\n"                    \
	"tag two\n\tset d=c\n\twhen text ~ two\n\towner me\n"        \
	"tag three\n\tset d=c\n\twhen text ~ three\n"

#define RULE(id, value, word) \
	"tag " id "\n\tset d=" value "\n\twhen text ~ " word "\n"

static struct hd_ruleset *
must_load_files(struct memfile *files)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs;

	if (load_files(files, &rs, &err) < 0)
		fail_msg("%s", err.msg);
	return rs;
}

static void
test_drop_replace(void **state)
{
	struct memfile files[] = {
		{ "main",
		    "rules 1\nuse default\nlanguage de en\ndrop two\n" RULE(
			"one", "c", "uno") RULE("two", "a", "dos") },
		{ "default", PACK },
		{ NULL, NULL },
	};
	struct hd_ruleset *rs = must_load_files(files);

	(void)state;
	assert_int_equal(rs->nrules, 3);
	/* replaced where it stood; dropped and written anew at the end */
	assert_string_equal(rs->rules[0].id, "one");
	assert_int_equal(rs->rules[0].pos.file, 0);
	assert_null(rs->rules[0].owner);
	assert_string_equal(rs->rules[1].id, "three");
	assert_string_equal(rs->rules[1].owner, "pack-team");
	assert_string_equal(rs->rules[1].review, "2026-01-31");
	assert_string_equal(rs->rules[2].id, "two");
	assert_int_equal(hd_ruleset_rule(rs, "three"), 1);
	assert_int_equal(hd_ruleset_rule(rs, "four"), -1);
	assert_int_equal(rs->nfiles, 2);
	assert_string_equal(rs->files[0].name, "main");
	assert_int_equal(rs->nlanguages, 2);
	assert_string_equal(rs->languages[0], "en");
	assert_string_equal(rs->languages[1], "de");
	hd_ruleset_free(rs);
}

static void
test_redeclared(void **state)
{
	struct memfile files[] = {
		{ "main", "rules 1\nuse default\n"
			  "dimension d one z < a < b < c\n" RULE(
			      "four", "z", "four") },
		{ "default", PACK },
		{ NULL, NULL },
	};
	struct hd_ruleset *rs = must_load_files(files);

	(void)state;
	assert_int_equal(rs->ndims, 1);
	assert_int_equal(rs->dims[0].n, 4);
	/* the pack's default is still a value */
	assert_int_equal(rs->dims[0].dflt, 1);
	assert_true(rs->dims[0].dflt_readable);
	assert_int_equal(hd_ruleset_dim(rs, "d"), 0);
	assert_int_equal(hd_ruleset_dim(rs, "e"), -1);
	assert_int_equal(hd_ruleset_value(rs, 0, "c"), 3);
	assert_int_equal(hd_ruleset_value(rs, 0, "q"), -1);
	hd_ruleset_free(rs);
	files[0].text = "rules 1\nuse default\ndimension d one a < b\n"
			"drop two\ndrop three\n" RULE("four", "b", "x");
	rs = must_load_files(files);
	assert_int_equal(rs->nrules, 2);
	hd_ruleset_free(rs);
}

struct use_case {
	const char *main, *a, *b, *msg;
};

static const struct use_case bad_use[] = {
	{ "rules 1\nuse a\n", "rules 1\nuse b\n", "rules 1\n\nuse  main\n",
	    "b:3:6: 'main' uses itself in a cycle [R105]" },
	{ "rules 1\nuse main\n", "", "",
	    "main:2:5: 'main' uses itself in a cycle [R105]" },
	{ "rules 1\nuse a\n", "rules 1\nuse nix\n", "",
	    "a:2:5: cannot read 'nix' [R105]" },
	{ "rules 1\nuse a\ndrop twoo\n", PACK, "",
	    "main:3:6: 'twoo' is no rule of a used file: did you mean 'two'? "
	    "[R123]" },
	{ "rules 1\nuse a\ndimension d one a < b\n", PACK, "",
	    "a:11:8: 'd' has no value 'c' [R123]" },
	{ "rules 1\nuse a\nfield d bool\n", PACK, "",
	    "a:5:11: 'd' is a field as well [R130]" },
	{ "rules 1\nuse a\n", "rules 1\ntag x\n", "",
	    "a:2:5: tag 'x' has no condition: write 'when' [R131]" },
};

static void
test_bad_use(void **state)
{
	struct hd_ruleset *rs;
	struct hd_err err;

	(void)state;
	for (size_t i = 0; i < sizeof(bad_use) / sizeof(bad_use[0]); i++) {
		struct memfile files[] = {
			{ "main", bad_use[i].main },
			{ "a", bad_use[i].a },
			{ "b", bad_use[i].b },
			{ NULL, NULL },
		};

		assert_int_equal(load_files(files, &rs, &err), -1);
		assert_string_equal(err.msg, bad_use[i].msg);
		assert_int_equal(err.code, HD_EUSAGE);
	}
}

static void
test_used_twice(void **state)
{
	struct memfile files[] = {
		{ "main", "rules 1\nuse a\nuse b\n" },
		{ "a", "rules 1\nuse b\n" RULE("x", "a", "x") },
		{ "b", "rules 1\ndimension d one a < b\n" },
		{ NULL, NULL },
	};
	struct hd_ruleset *rs = must_load_files(files);

	(void)state;
	assert_int_equal(rs->nfiles, 3);
	hd_ruleset_free(rs);
}

static void
test_hash(void **state)
{
	struct memfile files[] = {
		{ "main", "rules 1\nuse a\n" RULE("x", "a", "x") },
		{ "a", "rules 1\ndimension d one a < b\n" },
		{ NULL, NULL },
	};
	struct hd_ruleset *rs = must_load_files(files);
	char first[HD_SHA256_HEX], second[HD_SHA256_HEX];

	(void)state;
	hd_ruleset_hash(rs, first);
	assert_int_equal(strlen(first), 64);
	hd_ruleset_free(rs);
	rs = must_load_files(files);
	hd_ruleset_hash(rs, second);
	assert_string_equal(first, second);
	hd_ruleset_free(rs);
	files[1].text = "rules 1\ndimension d one a < b\n\n";
	rs = must_load_files(files);
	hd_ruleset_hash(rs, second);
	assert_string_not_equal(first, second);
	hd_ruleset_free(rs);
}

static void
test_model(void **state)
{
	struct hd_ruleset *rs = must_load(
	    "rules 1\ndimension d one a < b\n"
	    "field account.tier enum free paid\nfield spare.one number\n"
	    "field ticket.channel enum email chat\n"
	    "tag t\n  set  d = b\n  when message ~ x  \n"
	    "  or ticket.field(\"Plan name\") = Big Plan\n"
	    "  and account.tier in free , paid\n  and path = ai_only\n"
	    "  hit  x y \n  miss z\n  why because\n"
	    "  allow R118 until 2026-01-31 because it is so\n");
	const struct hd_field *f = rs->fields;
	const struct hd_cond *c;

	(void)state;
	assert_int_equal(rs->nfields, 6);
	assert_string_equal(f[0].name, "account.tier");
	assert_string_equal(f[0].column, "account_tier");
	assert_int_equal(f[0].known, HD_KNOWN_VIEW);
	assert_int_equal(f[0].uses, 1);
	assert_int_equal(f[1].uses, 0);
	assert_int_equal(f[2].type, HD_FT_ENUM);
	assert_int_equal(f[2].known, HD_KNOWN_ARRIVAL);
	assert_null(f[2].column);
	assert_string_equal(f[3].name, "message");
	assert_true(f[3].each);
	assert_string_equal(f[4].name, "ticket.field(\"Plan name\")");
	assert_string_equal(f[4].arg, "Plan name");
	assert_int_equal(f[5].known, HD_KNOWN_OUTCOME);
	assert_int_equal(f[5].n, 5);
	assert_int_equal(rs->rules[0].nalts, 2);
	c = &rs->conds[rs->alts[rs->rules[0].alt + 1].cond];
	assert_true(
	    hd_str_eq(c->src, "ticket.field(\"Plan name\") = Big Plan"));
	assert_int_equal(c->pos.line, 9);
	assert_int_equal(c->pos.col, 6);
	assert_true(hd_str_eq(rs->operands[c[1].value + 1].s, "paid"));
	assert_true(hd_str_eq(rs->conds[rs->rules[0].alt].arg, "x"));
	assert_true(hd_str_eq(rs->examples[0].text, "x y"));
	assert_true(hd_str_eq(rs->rules[0].why, "because"));
	assert_int_equal(rs->rules[0].kind, HD_TAG);
	assert_true(hd_str_eq(rs->allows[0].because, "it is so"));
	hd_ruleset_free(rs);
}

static void
write_file(const char *path, const char *text, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static void
test_disk(void **state)
{
	char dir[] = "/tmp/test_rulesXXXXXX", main_path[64], used[64];
	struct hd_rulesrc_disk disk = { used };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs;
	struct hd_buf want = HD_BUF_INIT;

	(void)state;
	assert_non_null(mkdtemp(dir));
	(void)snprintf(main_path, sizeof(main_path), "%s/main.rules", dir);
	(void)snprintf(used, sizeof(used), "%s/used.rules", dir);
	hd_buf_adds(&want, "rules 1\nuse ./used.rules\nuse default\n");
	write_file(main_path, want.s, want.n);
	write_file(used, PACK, strlen(PACK));
	assert_int_equal(hd_ruleset_load(&rs, &src, main_path, &err), 0);
	assert_int_equal(rs->nfiles, 2);
	assert_string_equal(rs->files[1].name, used);
	hd_ruleset_free(rs);
	assert_int_equal(hd_ruleset_load(&rs, &src, "default", &err), 0);
	hd_ruleset_free(rs);
	disk.pack = NULL;
	assert_int_equal(hd_ruleset_load(&rs, &src, "default", &err), -1);
	assert_string_equal(
	    err.msg, "the shipped rule pack was not found [R105]");
	write_file(used, "rules 1\n#\0\n", 11);
	assert_int_equal(hd_ruleset_load(&rs, &src, used, &err), -1);
	hd_buf_reset(&want);
	hd_buf_addf(&want, "%s:2:2: a NUL byte (byte offset 9) [R100]", used);
	assert_string_equal(err.msg, want.s);
	assert_int_equal(unlink(used), 0);
	assert_int_equal(hd_ruleset_load(&rs, &src, used, &err), -1);
	assert_int_equal(err.code, HD_EUSAGE);
	assert_int_equal(unlink(main_path), 0);
	assert_int_equal(rmdir(dir), 0);
	hd_buf_release(&want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drop_replace),
		cmocka_unit_test(test_redeclared),
		cmocka_unit_test(test_bad_use),
		cmocka_unit_test(test_used_twice),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_model),
		cmocka_unit_test(test_disk),
	};

	return cmocka_run_group_tests_name("rules_use", tests, NULL, NULL);
}
