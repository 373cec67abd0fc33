/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The difference of two rule sets: none where a file is only written anew, and
 * what brute force finds where one constant changed.
 */
#include "check/kinds.h"
#include "genrules.h"

#define ROUTES 7
#define LINES  512

/* A file by lines, each with its block; a block is an opener and what follows. */
struct text {
	char line[LINES][128];
	size_t n;
};

static void
split(struct text *t, const char *s)
{
	struct hd_str rest = hd_str(s), line;

	t->n = 0;
	while (hd_str_split(&rest, '\n', &line)) {
		if (line.n == 0)
			continue;
		assert_true(t->n < LINES && line.n < sizeof(t->line[0]));
		(void)snprintf(t->line[t->n++], sizeof(t->line[0]), "%.*s",
		    (int)line.n, line.p);
	}
}

static void
join(const struct text *t, struct hd_buf *b)
{
	hd_buf_reset(b);
	for (size_t i = 0; i < t->n; i++)
		hd_buf_addf(b, "%s\n", t->line[i]);
}

static bool
starts(const struct text *t, size_t i, const char *head)
{
	return i < t->n && strncmp(t->line[i], head, strlen(head)) == 0;
}

/* The line behind the block that begins at i. */
static size_t
end_of(const struct text *t, size_t i)
{
	i++;
	while (starts(t, i, " "))
		i++;
	return i;
}

/* line may be one of t. */
static void
insert(struct text *t, size_t at, const char *line)
{
	char own[sizeof(t->line[0])];

	assert_true(t->n < LINES);
	(void)snprintf(own, sizeof(own), "%s", line);
	memmove(t->line[at + 1], t->line[at], (t->n - at) * sizeof(t->line[0]));
	t->n++;
	memcpy(t->line[at], own, sizeof(own));
}

/* Exchange the block at i and the one behind it. */
static void
swap_blocks(struct text *t, size_t i)
{
	size_t mid = end_of(t, i), end = end_of(t, mid);
	struct text old = *t;

	for (size_t k = mid; k < end; k++)
		memcpy(t->line[i + k - mid], old.line[k], sizeof(old.line[0]));
	for (size_t k = i; k < mid; k++)
		memcpy(
		    t->line[k + end - mid], old.line[k], sizeof(old.line[0]));
}

/* --- what changes nothing ------------------------------------------------- */

static void
rename_rules(struct text *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (starts(t, i, "route r"))
			t->line[i][strlen("route ")] = 'x';
		else if (starts(t, i, "tag t"))
			t->line[i][strlen("tag ")] = 'y';
}

static void
lay_out(struct text *t)
{
	char line[sizeof(t->line[0]) + 8];

	for (size_t i = 0; i < t->n; i++) {
		if (!starts(t, i, " "))
			continue;
		(void)snprintf(line, sizeof(line), "\t   %s", t->line[i]);
		(void)snprintf(t->line[i], sizeof(t->line[0]), "%.127s", line);
	}
	for (size_t i = t->n; i-- > 1;)
		if (t->line[i][0] != '\t')
			insert(t, i, "# a comment");
}

/* Tags in any order; neighbours that do the same at the same stages, too. */
static void
reorder(struct text *t)
{
	for (size_t i = 0; i < t->n; i = end_of(t, i)) {
		size_t next = end_of(t, i), end = end_of(t, next);

		if (starts(t, i, "tag") && starts(t, next, "tag"))
			swap_blocks(t, i);
		else if (starts(t, i, "route") && starts(t, next, "route") &&
			 strcmp(t->line[i + 1], t->line[next + 1]) == 0 &&
			 strcmp(t->line[next - 1], t->line[end - 1]) == 0)
			swap_blocks(t, i);
	}
}

/* The first condition of an alternative and the second. */
static void
reorder_conditions(struct text *t)
{
	char when[sizeof(t->line[0])];

	for (size_t i = 0; i + 1 < t->n; i++)
		if (starts(t, i, " when ") && starts(t, i + 1, " and ")) {
			(void)snprintf(when, sizeof(when), " when %.100s",
			    t->line[i + 1] + strlen(" and "));
			(void)snprintf(t->line[i + 1], sizeof(when),
			    " and %.100s", t->line[i] + strlen(" when "));
			memcpy(t->line[i], when, sizeof(when));
		}
}

/* A route of two alternatives is two routes of one. */
static void
split_or(struct text *t)
{
	char line[2 * sizeof(t->line[0])];
	size_t id = 0;

	for (size_t i = 0; i < t->n; i = end_of(t, i)) {
		size_t at = i, end = end_of(t, i);
		bool unless = false;

		for (size_t k = i; k < end; k++)
			unless = unless || starts(t, k, " unless");
		while (at < end && !starts(t, at, " or "))
			at++;
		if (!starts(t, i, "route") || unless || at == end)
			continue;
		(void)snprintf(
		    line, sizeof(line), " when%s", t->line[at] + strlen(" or"));
		(void)snprintf(t->line[at], sizeof(t->line[0]), "%.127s", line);
		(void)snprintf(line, sizeof(line), "route split%zu", id++);
		insert(t, at, t->line[i + 1]);
		insert(t, at, line);
		insert(t, at, t->line[end + 1]);
	}
}

static void
assert_kinds(const char *from, const char *to, size_t want)
{
	struct hd_ruleset *a = must_load(from), *b = must_load(to);
	struct hd_kinds k = HD_KINDS_INIT;

	hd_kinds_find(a, b, &k);
	if (k.n != want || k.undecided != 0)
		print_message("%s\n---\n%s\n", from, to);
	assert_int_equal(k.undecided, 0);
	assert_int_equal(k.n, want);
	hd_kinds_release(&k);
	hd_ruleset_free(a);
	hd_ruleset_free(b);
}

static void
test_rewrites(void **state)
{
	void (*const rewrites[])(struct text *) = { rename_rules, reorder,
		reorder_conditions, split_or, lay_out };
	struct gen g = { .seed = 11, .b = HD_BUF_INIT };
	const unsigned all = (1u << GEN_FIELDS) - 1;
	struct text *t = hd_xcalloc(1, sizeof(*t));
	struct hd_buf b = HD_BUF_INIT;
	size_t changed = 0;

	(void)state;
	for (unsigned i = 0; i < 50; i++) {
		split(t, gen_file(&g, all, ROUTES));
		/* each alone, then all of them; the layout last */
		for (unsigned k = 0; k < 5; k++)
			if (i % 6 == k || i % 6 == 5)
				rewrites[k](t);
		join(t, &b);
		changed += strcmp(hd_buf_cstr(&b), hd_buf_cstr(&g.b)) != 0;
		assert_kinds(hd_buf_cstr(&g.b), hd_buf_cstr(&b), 0);
	}
	assert_true(changed >= 45);
	free(t);
	hd_buf_release(&b);
	hd_buf_release(&g.b);
}

/* --- one constant --------------------------------------------------------- */

/* Constants that a condition may have in the place of each other. */
static const char *const swaps[][2] = { { "size < 1", "size < 2" },
	{ "size >= 1", "size >= 3" }, { "size > 2", "size > 1" },
	{ "size <= 2", "size <= 3" }, { "size = 3", "size = 1" },
	{ "size != 2", "size != 3" }, { "age < 30d", "age < 90d" },
	{ "age >= 30d", "age >= 90d" }, { "age > 90d", "age > 30d" },
	{ "csat >= 1", "csat >= 2" }, { "csat > 1", "csat > 2" },
	{ "csat = 2", "csat = 1" }, { "tier = free", "tier = pro" },
	{ "tier != free", "tier != top" }, { "tier = top", "tier = free" },
	{ "tag = x1", "tag = y1" }, { "tag != x1", "tag != y1" },
	{ "brand = a1", "brand = b1" }, { "brand != a1", "brand != b1" },
	{ "reopens >= 1", "reopens >= 2" }, { "reopens < 2", "reopens < 1" },
	{ "advocate = true", "advocate = false" },
	{ "mood = calm", "mood = sad" }, { "mood = cross", "mood = sad" },
	{ "issue = bill", "issue = bug" }, { "(issue) >= 2", "(issue) >= 1" },
	{ "text ~ late", "text ~ \\bred\\b" } };

/* Change a constant somewhere; false: there is none. */
static bool
edit(struct text *t, uint64_t *seed)
{
	const size_t nswaps = sizeof(swaps) / sizeof(swaps[0]);
	size_t from = rnd_below(seed, (unsigned)t->n);

	for (size_t i = 0; i < t->n; i++) {
		char *line = t->line[(from + i) % t->n];

		for (size_t k = 0; k < nswaps && line[0] == ' '; k++) {
			char *at = strstr(line, swaps[k][0]), rest[128];

			if (at == NULL || strlen(at) != strlen(swaps[k][0]))
				continue;
			(void)snprintf(rest, sizeof(rest), "%s", swaps[k][1]);
			memcpy(at, rest, strlen(rest) + 1);
			return true;
		}
	}
	return false;
}

/* Who decides a ticket, of both rule sets. */
struct both {
	struct gen_eval from, to;
	bool pair[ROUTES + 1][ROUTES + 1];
};

static size_t
decider(struct gen_eval *e, const struct gen_ticket *t, enum hd_stage stage,
    enum hd_action *action)
{
	struct hd_decision d;

	gen_eval_at(e, t, stage);
	hd_decide(e->m, stage, &d);
	*action = d.action;
	return d.route == HD_BY_STAGE_DEFAULT ? e->rs->nroutes
					      : (size_t)d.route;
}

static void
brute(struct both *b, unsigned fields, enum hd_stage stage)
{
	enum hd_action from, to;
	struct gen_ticket t;
	size_t i, j;

	memset(b->pair, 0, sizeof(b->pair));
	for (size_t k = 0; k < gen_tickets(fields, GEN_FACTS); k++) {
		gen_ticket_at(fields, k, &t);
		i = decider(&b->from, &t, stage, &from);
		j = decider(&b->to, &t, stage, &to);
		if (from != to)
			b->pair[i][j] = true;
	}
}

/* Exactly the pairs that brute force found, in the order of the files. */
static size_t
compare(const struct both *b, const struct hd_kinds *k, enum hd_stage stage)
{
	size_t n = 0, at = 0;

	while (at < k->n && k->v[at].stage != stage)
		at++;
	for (size_t i = 0; i <= ROUTES; i++)
		for (size_t j = 0; j <= ROUTES; j++) {
			if (!b->pair[i][j])
				continue;
			assert_true(at + n < k->n);
			assert_int_equal(k->v[at + n].stage, stage);
			assert_int_equal(k->v[at + n].from,
			    i < ROUTES ? i : HD_KIND_DEFAULT);
			assert_int_equal(
			    k->v[at + n].to, j < ROUTES ? j : HD_KIND_DEFAULT);
			assert_true(k->v[at + n].named);
			n++;
		}
	return n;
}

static size_t
compare_edit(struct gen *g, struct text *t)
{
	struct hd_kinds k = HD_KINDS_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct both *both = hd_xcalloc(1, sizeof(*both));
	unsigned fields = gen_few(&g->seed, HD_STAGE_REPLY);
	struct hd_ruleset *from, *to;
	size_t n = 0;

	do
		split(t, gen_file(g, fields, ROUTES));
	while (!edit(t, &g->seed));
	join(t, &b);
	from = must_load(hd_buf_cstr(&g->b));
	to = must_load(hd_buf_cstr(&b));
	gen_eval_open(&both->from, from);
	gen_eval_open(&both->to, to);
	hd_kinds_find(from, to, &k);
	assert_int_equal(k.undecided, 0);
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++) {
		brute(both, fields, (enum hd_stage)s);
		n += compare(both, &k, (enum hd_stage)s);
	}
	assert_int_equal(n, k.n);
	gen_eval_close(&both->from);
	gen_eval_close(&both->to);
	hd_kinds_release(&k);
	hd_ruleset_free(from);
	hd_ruleset_free(to);
	hd_buf_release(&b);
	free(both);
	return n;
}

static void
test_edits(void **state)
{
	struct gen g = { .seed = 12, .b = HD_BUF_INIT };
	struct text *t = hd_xcalloc(1, sizeof(*t));
	size_t kinds = 0, with = 0, n;

	(void)state;
	for (int i = 0; i < 200; i++) {
		n = compare_edit(&g, t);
		kinds += n;
		with += n > 0;
	}
	print_message(
	    "# 200 edits: %zu change routes, %zu kinds\n", with, kinds);
	assert_in_range(with, 50, 150);
	free(t);
	hd_buf_release(&g.b);
}

/* --- by hand -------------------------------------------------------------- */

static void
test_by_hand(void **state)
{
#define FILE(days, age)                                                   \
	"rules 1\nroute new\n on open\n when account.plan = enterprise\n" \
	" and account.age " age " " days "\n then human-first\n"          \
	"default open ai-first\n"
	struct hd_ruleset *a = must_load(FILE("90d", "<"));
	struct hd_ruleset *b = must_load(FILE("90d", "<="));
	struct hd_kinds k = HD_KINDS_INIT;
	struct hd_buf text = HD_BUF_INIT;

	(void)state;
	hd_kinds_find(a, b, &k);
	assert_int_equal(k.n, 1);
	assert_int_equal(k.pairs, 2);
	assert_int_equal(k.v[0].stage, HD_STAGE_OPEN);
	assert_string_equal(hd_kind_by(a, k.v[0].from), "default");
	assert_string_equal(hd_kind_by(b, k.v[0].to), "new");
	assert_int_equal(k.v[0].from_action, HD_AI_FIRST);
	assert_int_equal(k.v[0].to_action, HD_HUMAN_FIRST);
	assert_false(k.v[0].example.possible);
	hd_sketch_text(&k.v[0].example, &text);
	assert_string_equal(
	    hd_buf_cstr(&text), "account.age = 90d, account.plan = enterprise");
	/* a second more than 90 days is no other kind */
	hd_kinds_release(&k);
	hd_ruleset_free(b);
	b = must_load(FILE("7776001s", "<"));
	hd_kinds_find(a, b, &k);
	assert_int_equal(k.n, 1);
	hd_kinds_release(&k);
	assert_kinds(FILE("90d", "<="), FILE("7776001s", "<"), 0);
	hd_ruleset_free(a);
	hd_ruleset_free(b);
	hd_buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rewrites),
		cmocka_unit_test(test_edits),
		cmocka_unit_test(test_by_hand),
	};

	return cmocka_run_group_tests_name("kinds", tests, NULL, NULL);
}
