/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prefilter: what it folds, what it takes from patterns, that it is exact. */
#include <stdio.h>

#include "test_rules.h"

#include "base/utf8.h"
#include "rules/literal.h"
#include "rules/matcher.h"
#include "rules/prefilter.h"

/* A sequence of its own, the same in every run. */
static uint32_t
dice(uint32_t *state, uint32_t n)
{
	*state = *state * 1664525U + 1013904223U;
	return (*state >> 16) % n;
}

static void
add_cp(struct hd_buf *b, uint32_t c)
{
	if (c < 0xD800 || c > 0xDFFF)
		hd_utf8_put(b, c);
}

/* Do the characters at `span` fold to the bytes of `want`? */
static void
check_folded(struct hd_str text, const size_t span[2], struct hd_str want)
{
	struct hd_str got = { text.p + span[0], span[1] - span[0] };
	char folded[8];

	assert_true(got.n <= sizeof(folded));
	if (!hd_fold_text(got, folded))
		return;
	if (got.n != want.n || memcmp(folded, want.p, want.n) != 0)
		fail_msg("'%.*s' matches '%.*s'", (int)want.n, want.p,
		    (int)got.n, got.p);
}

/* All that PCRE2 takes for c in text has the bytes of c folded. */
static void
check_char(uint32_t c, uint32_t folded, struct hd_str text)
{
	struct hd_buf pattern = HD_BUF_INIT, want = HD_BUF_INIT;
	struct hd_pattern_err err;
	struct hd_pattern *p;
	struct hd_runner *r;
	struct hd_str part;
	size_t span[2];

	hd_buf_adds(&pattern, "[");
	if (c < 0x80)
		hd_buf_addf(&pattern, "\\x%02x", (unsigned)c);
	else
		hd_utf8_put(&pattern, c);
	hd_buf_adds(&pattern, "]");
	hd_utf8_put(&want, folded);
	p = hd_pattern_new(hd_buf_str(&pattern), &err);
	assert_non_null(p);
	r = hd_runner_new(&p, 1);
	while (text.n > 0) {
		part = hd_utf8_head(text, HD_SUBJECT_MAX);
		text.p += part.n;
		text.n -= part.n;
		while (hd_runner_match(r, 0, part, span) == HD_YES) {
			check_folded(part, span, hd_buf_str(&want));
			part.p += span[1];
			part.n -= span[1];
		}
	}
	hd_runner_free(r);
	hd_pattern_free(p);
	hd_buf_release(&pattern);
	hd_buf_release(&want);
}

static void
test_fold(void **state)
{
	struct hd_buf all = HD_BUF_INIT;
	uint32_t folded;

	(void)state;
	for (uint32_t c = 1; c < 0x20000; c++)
		add_cp(&all, c);
	for (uint32_t c = 1; c < 0x20000; c++)
		if (hd_fold_char(c, &folded))
			check_char(c, folded, hd_buf_str(&all));
	hd_buf_release(&all);
}

static void
print_set(struct hd_buf *b, const struct hd_litset *s)
{
	for (size_t i = 0; i < s->n; i++) {
		hd_buf_adds(b, i > 0 ? "," : "");
		hd_buf_adds(b, s->v[i].left ? "<" : "");
		hd_buf_add(b, s->v[i].p, s->v[i].n);
		hd_buf_adds(b, s->v[i].right ? ">" : "");
	}
}

static void
check_need(const char *pattern, const char *want)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_litneed need;

	if (!hd_literals(&arena, hd_str(pattern), &need))
		need.n = 0;
	for (size_t i = 0; i < need.n; i++) {
		hd_buf_adds(&b, i > 0 ? " or " : "");
		for (size_t k = 0; k < need.v[i].n; k++) {
			hd_buf_adds(&b, k > 0 ? " and " : "");
			print_set(&b, &need.v[i].sets[k]);
		}
	}
	if (strcmp(hd_buf_cstr(&b), want) != 0)
		fail_msg("%s: %s, not %s", pattern, hd_buf_cstr(&b), want);
	hd_buf_release(&b);
	hd_arena_release(&arena);
}

static void
test_literals(void **state)
{
	static const char *const rows[][2] = {
		{ "Refund", "refund" },
		{ "\\brefunds?\\b", "<refunds>,<refund>" },
		{ "\\b(?:credit\\w*|lan)\\b", "<credit,<lan>" },
		{ "e-?mail\\w+", "e-mail,email" },
		{ "don['’]t", "don't,don’t" },
		{ "caf\xC3\x89", "caf\xC3\xA9" },
		{ "stra\xC3\x9F"
		  "e",
		    "stra" },
		{ "(?<=x)order(?!s)ed", "ordered" },
		{ "(?:very )+angry", "very angry" },
		{ "ord{2}er", "ord and der" },
		{ "\\w+\\d*", "" },
		{ "refund|.", "" },
		{ "\\b(?:foo|ba\\w+)+\\b", "<foo,<ba" },
		{ "(?x) re fund", "" },
		{ "\\Qrefund\\E", "" },
		{ "refund(*ACCEPT)", "" },
		{ "(refund)\\1", "" },
		{ "(?:refund)?", "" },
		{ "(?:refund){0}", "" },
		{ "(?#x)refund", "" },
		{ "refund{,2}", "" },
		{ "[[:alpha:]]refund", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_need(rows[i][0], rows[i][1]);
}

/* What a match has near its start, and how many bytes behind it. */
static void
check_near(const char *pattern, const char *want)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_litneed need;
	struct hd_litset one;

	(void)hd_literals(&arena, hd_str(pattern), &need);
	for (size_t i = 0; i < need.near.n; i++) {
		hd_buf_adds(&b, i > 0 ? "," : "");
		one = (struct hd_litset){ &need.near.v[i], 1 };
		print_set(&b, &one);
		hd_buf_addf(&b, "@%u-%u", one.v->at.lo, one.v->at.hi);
		if (one.v->at.runs > 0)
			hd_buf_addf(&b, "+%u", one.v->at.runs);
	}
	if (strcmp(hd_buf_cstr(&b), want) != 0)
		fail_msg("%s: %s, not %s", pattern, hd_buf_cstr(&b), want);
	hd_buf_release(&b);
	hd_arena_release(&arena);
}

static void
test_near(void **state)
{
	static const char *const rows[][2] = {
		{ "\\b(?:refund|credit\\w*)\\b", "<refund>@0-0,<credit@0-0" },
		{ "\\b(?:my )?refund", "<refund@0-3" },
		{ "\\d{2,5}refund", "refund@2-0+1" },
		{ "\\S{2,5}refund", "refund@2-20" },
		{ "\\X{2}refund", "" },
		{ "\\R?é.refund", "refund@3-10" },
		{ "[\\w-]+refund", "" },
		{ "\\w+refund", "refund@1-0+1" },
		{ "(?:\\w+ ){1,3}refund", "refund@2-3+3" },
		{ "\\bchange\\w*.{0,9}cards", "<change@0-0" },
		{ "(?:a|\\w{3}) refund", " refund@1-1+1" },
		{ "(?=.*refund)", "" },
		{ "(?<=my )refund", "refund@0-0" },
		{ "(?:x{3}|y?)(?:is|no)z", "isz@0-3,noz@0-3" },
		{ "(?:very ){1,3}angry", "very angry@0-10" },
		{ "(?:very ){2,}angry", "very @0-0" },
		{ "refund|.", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_near(rows[i][0], rows[i][1]);
}

#define CLAUSES 144

/* Many clauses of two sets, of which one holds. */
static void
test_clauses(void **state)
{
	static const char letters[] = "adehilnorstu";
	struct hd_scratch scratch = { 0 };
	struct hd_str patterns[CLAUSES];
	char name[CLAUSES][3], text[CLAUSES][32], words[32];
	struct hd_prefilter *f;
	uint64_t set[3];

	(void)state;
	for (size_t i = 0; i < CLAUSES; i++) {
		name[i][0] = letters[i / 12];
		name[i][1] = letters[i % 12];
		name[i][2] = '\0';
		(void)snprintf(text[i], sizeof(text[i]), "<%.2s<.*>%.2s>",
		    name[i], name[i]);
		patterns[i] = hd_str(text[i]);
	}
	f = hd_prefilter_new(patterns, CLAUSES);
	assert_int_equal(hd_prefilter_words(f), 3);
	for (size_t i = 0; i + 1 < CLAUSES; i++) {
		(void)snprintf(words, sizeof(words), "<%.2s< >%.2s> >%.2s>",
		    name[i], name[i], name[i + 1]);
		hd_prefilter_scan(f, &scratch, hd_str(words), set);
		for (size_t k = 0; k < CLAUSES; k++)
			assert_int_equal(set[k / 64] >> (k % 64) & 1, k == i);
	}
	hd_scratch_release(&scratch);
	hd_prefilter_free(f);
}

static const char *const atoms[] = { "a", "b", "K", "s", "st", " ", "é", "ß",
	"å", "’", "1", ".", "\\w", "\\b", "\\B", "\\s", "[ab]", "[^a]",
	"[a-c’]", "[\\w-]", "^", "$", "\\x61", "\\.", "(?=a)", "(?!b)",
	"(?<=s)", "\\X", "(?i)", "(?-i)", "\\R", "\\pL", "_", "foo", "\\N" };
static const char *const marks[] = { "?", "*", "+", "{0}", "{2}", "{1,2}", "??",
	"+?", "*+", "{0,3}" };

static void
make_pattern(struct hd_buf *b, uint32_t *d, unsigned depth)
{
	static const char *const open[] = { "(", "(?:", "(?>", "(?=", "(?!",
		"(?<n>", "(?|" };
	uint32_t n = 1 + dice(d, 4);

	for (uint32_t i = 0; i < n; i++) {
		if (depth > 0 && dice(d, 4) == 0) {
			hd_buf_adds(b, open[dice(d, depth > 2 ? 7 : 5)]);
			make_pattern(b, d, depth - 1);
			if (dice(d, 2) == 0) {
				hd_buf_addc(b, '|');
				make_pattern(b, d, depth - 1);
			}
			hd_buf_addc(b, ')');
		} else {
			hd_buf_adds(b, atoms[dice(d, 35)]);
		}
		if (dice(d, 4) == 0)
			hd_buf_adds(b, marks[dice(d, 10)]);
	}
}

static void
make_text(struct hd_buf *b, uint32_t *d)
{
	static const char *const parts[] = { "a", "B", "k", "s", "st", " ", "É",
		"ẞ", "Å", "’", "1", "foo", "_", "-", "ab", "\n", ".", "\u212A",
		"\u017F", "\u212B" };
	uint32_t n = dice(d, 14);

	hd_buf_reset(b);
	for (uint32_t i = 0; i < n; i++)
		hd_buf_adds(b, parts[dice(d, dice(d, 8) == 0 ? 20 : 17)]);
}

#define PATTERNS 70

/* Patterns that compile, as many as asked for. */
static void
make_patterns(struct hd_pattern **p, struct hd_str *texts, uint32_t *d)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_pattern_err err;

	for (size_t i = 0; i < PATTERNS;) {
		hd_buf_reset(&b);
		make_pattern(&b, d, 3);
		p[i] = hd_pattern_new(hd_buf_str(&b), &err);
		if (p[i] == NULL)
			continue;
		texts[i] = hd_pattern_text(p[i]);
		i++;
	}
	hd_buf_release(&b);
}

/* Where a match may begin there is one, if there is one at all. */
static void
check_places(const struct hd_prefilter *f, const struct hd_scratch *scratch,
    struct hd_runner *r, size_t pattern, struct hd_str text,
    const char *pattern_text, size_t *placed)
{
	struct hd_places places = hd_prefilter_places(scratch);
	struct hd_window w[HD_WINDOWS];
	enum hd_tri all, in;
	size_t n = hd_prefilter_windows(f, &places, pattern, text.n, w);

	if (n == HD_ANYWHERE)
		return;
	++*placed;
	all = hd_runner_match(r, pattern, text, NULL);
	in = hd_runner_match_in(r, pattern, text, w, n, NULL);
	if (in != all && all != HD_MAYBE)
		fail_msg("%s in '%s': %d, not %d", pattern_text, text.p,
		    (int)in, (int)all);
}

static void
check_round(uint32_t *d, size_t *left_out, size_t *placed)
{
	struct hd_scratch scratch = { 0 };
	struct hd_pattern *p[PATTERNS];
	struct hd_str texts[PATTERNS];
	struct hd_buf b = HD_BUF_INIT;
	struct hd_prefilter *f;
	struct hd_runner *r;
	uint64_t set[2];

	make_patterns(p, texts, d);
	f = hd_prefilter_new(texts, PATTERNS);
	r = hd_runner_new(p, PATTERNS);
	assert_int_equal(hd_prefilter_words(f), 2);
	for (int t = 0; t < 60; t++) {
		make_text(&b, d);
		/* in a longer text it pays to look at some places */
		for (uint32_t pad = dice(d, 2) * 60; pad > 0; pad--)
			hd_buf_adds(&b, "-");
		hd_prefilter_scan(f, &scratch, hd_buf_str(&b), set);
		for (size_t i = 0; i < PATTERNS; i++) {
			check_places(f, &scratch, r, i, hd_buf_str(&b),
			    texts[i].p, placed);
			if ((set[i / 64] >> (i % 64) & 1) != 0)
				continue;
			++*left_out;
			if (hd_runner_match(r, i, hd_buf_str(&b), NULL) ==
			    HD_YES)
				fail_msg(
				    "%s in '%s'", texts[i].p, hd_buf_cstr(&b));
		}
	}
	hd_scratch_release(&scratch);
	hd_buf_release(&b);
	hd_runner_free(r);
	hd_prefilter_free(f);
	for (size_t i = 0; i < PATTERNS; i++)
		hd_pattern_free(p[i]);
}

static void
test_random(void **state)
{
	size_t left_out = 0, placed = 0;
	uint32_t d = 1;

	(void)state;
	for (int i = 0; i < 150; i++)
		check_round(&d, &left_out, &placed);
	/* a filter that lets everything pass is exact as well */
	assert_true(left_out > 100000);
	assert_true(placed > 100000);
}

static const char rules[] =
    "rules 1\n"
    "dimension d many one two three four five six\n"
    "dimension low one no < yes\n"
    "tag a\n when message ~ \\bfoo\\b\n and text ~ ab\n unless message ~ st\n"
    " set d=one\n why x\n"
    "tag b\n when text !~ foo\n set d=two\n why x\n"
    "tag c\n when text ~ s+t|k.*\\bfoo\n or subject ~ a.*b\n set d=three\n"
    " why x\n"
    "tag e\n when d is set\n and ai ~ \\w\n set low=yes\n why x\n"
    "tag f\n when message ~ é|-\n and message !~ 1\n set d=four\n why x\n";

static void
copy_fired(struct bench *b, size_t *n, size_t fired[16])
{
	hd_eval(b->m, b->vals, true, &b->tags);
	*n = b->tags.nfired;
	memcpy(fired, b->tags.fired, *n * sizeof(*fired));
}

/* A ticket by chance, evaluated with and without the prefilter. */
static void
check_ticket(struct bench *b, uint32_t *d, struct hd_buf text[4])
{
	static const char *const fields[] = { "text", "subject", "ai" };
	size_t n[2], fired[2][16], k;

	memset(b->vals, 0, sizeof(b->vals));
	for (size_t i = 0; i < 4; i++)
		make_text(&text[i], d);
	for (size_t i = 0; i < 3; i++)
		if (dice(d, 3) > 0)
			set_str(b, fields[i], hd_buf_cstr(&text[i]));
	hd_buf_adds(&text[3], "|foo|");
	hd_buf_adds(&text[3], hd_buf_cstr(&text[0]));
	k = dice(d, 2);
	if (k > 0)
		set_list(b, "message", hd_buf_cstr(&text[3]));
	hd_matcher_plain(b->m, true);
	copy_fired(b, &n[0], fired[0]);
	hd_matcher_plain(b->m, false);
	copy_fired(b, &n[1], fired[1]);
	assert_int_equal(n[0], n[1]);
	assert_memory_equal(fired[0], fired[1], n[0] * sizeof(fired[0][0]));
}

static void
test_matcher(void **state)
{
	struct hd_buf text[4] = { HD_BUF_INIT, HD_BUF_INIT, HD_BUF_INIT,
		HD_BUF_INIT };
	struct bench b;
	uint32_t d = 7;

	(void)state;
	bench_open(&b, must_load(rules));
	for (int i = 0; i < 5000; i++)
		check_ticket(&b, &d, text);
	for (size_t i = 0; i < 4; i++)
		hd_buf_release(&text[i]);
	bench_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_literals),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_clauses),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_matcher),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
