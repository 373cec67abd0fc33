/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What hs-rules check proves of random rule files against all tickets there
 * are, which are few because the fields are.
 */
#include "check/lint.h"
#include "genrules.h"

#ifdef __SANITIZE_ADDRESS__
#define FILES 60
#else
#define FILES 400
#endif
#define ROUTES	6
#define ALTS	8
#define TICKETS 2000

/* What is so, by going through all tickets. */
struct truth {
	struct gen_eval eval;
	unsigned fields;
	size_t n;
	/* by stage and ticket: who decides, who would if that route were not */
	unsigned char by[HD_STAGES][TICKETS], after[HD_STAGES][TICKETS];
	bool alt[ROUTES][ALTS], alive[ROUTES], needed[ROUTES];
	bool within[ROUTES][ROUTES]; /* [a][b]: b fires wherever a does */
	bool met, broken[HD_STAGES], undecided[HD_STAGES];
	size_t counts[4]; /* dead, redundant, holes, broken */
};

static size_t
radix(unsigned fields, unsigned field)
{
	size_t r = 1;

	for (unsigned f = 0; f < field; f++)
		if (fields >> f & 1u)
			r *= gen_sizes[f];
	return r;
}

static void
nth_ticket(const struct truth *t, size_t i, struct gen_ticket *k)
{
	memset(k, 0, sizeof(*k));
	for (unsigned f = 0; f < GEN_FACTS; f++)
		if (t->fields >> f & 1u) {
			k->pick[f] = (unsigned)(i % gen_sizes[f]);
			i /= gen_sizes[f];
		}
	k->nmessages = k->pick[GEN_MESSAGE] != 0;
	k->messages[0] = k->pick[GEN_MESSAGE];
}

static unsigned
actions_of(const struct truth *t, int stage, size_t by)
{
	const struct hd_ruleset *rs = t->eval.rs;

	return by < rs->nroutes ? rs->routes[by].actions
				: 1u << rs->stage_default[stage].action;
}

static bool
is_careful(unsigned actions)
{
	return (actions & (1u << HD_HUMAN_FIRST | 1u << HD_ESCALATE)) != 0;
}

/* The ticket that was just evaluated. */
static void
see_policy(struct truth *t, int stage, size_t by)
{
	const struct hd_rule *p = &t->eval.rs->policies[0];
	unsigned got = actions_of(t, stage, by);

	if ((p->stages >> stage & 1u) == 0 ||
	    hd_decide_fires(t->eval.m, p) != HD_YES)
		return;
	t->met = true;
	if (got != 1u << HD_ACTION_NONE && (got & p->actions) == 0)
		t->broken[stage] = true;
}

static void
see_ticket(struct truth *t, int stage, size_t i)
{
	const struct hd_ruleset *rs = t->eval.rs;
	bool fires[ROUTES] = { false };
	size_t by = rs->nroutes, after = rs->nroutes;
	struct hd_decision d;

	for (size_t r = 0; r < rs->nroutes; r++)
		fires[r] = (rs->routes[r].stages >> stage & 1u) != 0 &&
			   hd_decide_fires(t->eval.m, &rs->routes[r]) == HD_YES;
	for (size_t r = rs->nroutes; r-- > 0;)
		if (fires[r]) {
			after = by;
			by = r;
		}
	hd_decide(t->eval.m, (enum hd_stage)stage, &d);
	assert_int_equal(
	    d.route, by < rs->nroutes ? (int)by : HD_BY_STAGE_DEFAULT);
	for (size_t a = 0; a < rs->nroutes; a++)
		for (size_t b = 0; b < rs->nroutes; b++)
			if (fires[a] && !fires[b] &&
			    (rs->routes[b].stages >> stage & 1u) != 0)
				t->within[a][b] = false;
	t->by[stage][i] = (unsigned char)by;
	t->after[stage][i] = (unsigned char)after;
	t->undecided[stage] |= by == rs->nroutes;
	see_policy(t, stage, by);
	if (by == rs->nroutes)
		return;
	t->alive[by] = true;
	t->needed[by] |=
	    actions_of(t, stage, after) != actions_of(t, stage, by);
	for (size_t k = 0; k < rs->routes[by].nalts; k++)
		t->alt[by][k] |=
		    hd_decide_alt(t->eval.m, &rs->routes[by],
			&rs->alts[rs->routes[by].alt + k]) == HD_YES;
}

static void
see_all(struct truth *t)
{
	struct gen_ticket k;

	for (size_t a = 0; a < ROUTES; a++)
		for (size_t b = 0; b < ROUTES; b++)
			t->within[a][b] = true;
	t->n = radix(t->fields, GEN_FACTS);
	assert_true(t->n <= TICKETS);
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++)
		for (size_t i = 0; i < t->n; i++) {
			nth_ticket(t, i, &k);
			gen_eval_at(&t->eval, &k, (enum hd_stage)s);
			see_ticket(t, s, i);
		}
}

static bool
is_hole(const struct truth *t, size_t route, unsigned field)
{
	size_t r = radix(t->fields, field), unset;

	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++)
		for (size_t i = 0; i < t->n; i++) {
			unset = i - i / r % gen_sizes[field] * r;
			if (t->by[s][i] == route &&
			    is_careful(actions_of(t, s, route)) &&
			    !is_careful(actions_of(t, s, t->by[s][unset])))
				return true;
		}
	return false;
}

/* --- what was found -------------------------------------------------------- */

static const struct hd_diag *
finding(const struct hd_diags *d, const char *id, const char *rule, size_t alt)
{
	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->v[i].id, id) == 0 && d->v[i].rule != NULL &&
		    strcmp(d->v[i].rule, rule) == 0 &&
		    (alt == 0 || d->v[i].alternative == alt))
			return &d->v[i];
	return NULL;
}

/*
 * Some dead alternatives are left to others: R128 tells of outcomes at the
 * opening, R172 of dimensions that nothing sets.
 */
static bool
is_told_elsewhere(
    const struct hd_ruleset *rs, const struct hd_rule *r, size_t k)
{
	const struct hd_alt *a = &rs->alts[r->alt + k];
	const struct hd_cond *c;
	bool set;

	for (size_t i = 0; i < a->nconds; i++) {
		c = &rs->conds[a->cond + i];
		if (c->var == HD_VAR_FIELD) {
			if (r->stages == 1u << HD_STAGE_OPEN &&
			    rs->fields[c->index].known == HD_KNOWN_OUTCOME)
				return true;
			continue;
		}
		set = rs->dims[c->index].dflt >= 0;
		for (size_t s = 0; s < rs->nrules; s++)
			set |= rs->sets[rs->rules[s].set].dim == c->index;
		if (!set)
			return true;
	}
	return false;
}

static void
compare_alt(
    const struct truth *t, const struct hd_diags *d, size_t route, size_t k)
{
	const struct hd_rule *r = &t->eval.rs->routes[route];
	bool told = finding(d, "R150", r->id, k + 1) != NULL ||
		    finding(d, "R151", r->id, k + 1) != NULL;

	if (t->eval.rs->alts[r->alt + k].unless)
		return;
	if (told && t->alt[route][k])
		fail_msg("%s: alternative %zu is alive\n%s", r->id, k + 1,
		    t->eval.rs->files[0].text);
	if (!told && !t->alt[route][k] && t->alive[route] &&
	    !is_told_elsewhere(t->eval.rs, r, k))
		fail_msg("%s: alternative %zu is dead\n%s", r->id, k + 1,
		    t->eval.rs->files[0].text);
}

static bool
all_told_elsewhere(const struct hd_ruleset *rs, const struct hd_rule *r)
{
	for (size_t k = 0; k < r->nalts; k++)
		if (!rs->alts[r->alt + k].unless && is_told_elsewhere(rs, r, k))
			return true;
	return false;
}

static bool
is_exception(const struct truth *t, size_t route)
{
	const struct hd_ruleset *rs = t->eval.rs;

	for (size_t j = route + 1; j < rs->nroutes; j++)
		if (t->within[route][j] && t->alive[j] &&
		    rs->routes[j].actions != rs->routes[route].actions)
			return true;
	return false;
}

static void
compare_holes(struct truth *t, const struct hd_diags *d, size_t route)
{
	char name[64];
	unsigned f;

	for (size_t i = 0; i < d->n; i++) {
		if (strcmp(d->v[i].id, "R163") != 0 ||
		    strcmp(d->v[i].rule, t->eval.rs->routes[route].id) != 0)
			continue;
		for (f = 0; f < GEN_TEXT; f++) {
			(void)snprintf(name, sizeof(name), "when '%s' is not",
			    gen_names[f]);
			if (strstr(d->v[i].message, name) != NULL)
				break;
		}
		assert_true(f < GEN_TEXT && (t->fields >> f & 1u) != 0);
		assert_true(is_hole(t, route, f));
		t->counts[2]++;
	}
}

static void
compare_route(struct truth *t, const struct hd_diags *d, size_t route)
{
	const struct hd_ruleset *rs = t->eval.rs;
	const struct hd_rule *r = &rs->routes[route];
	bool dead = finding(d, "R152", r->id, 0) != NULL;
	bool redundant = finding(d, "R153", r->id, 0) != NULL;

	if (dead)
		assert_false(t->alive[route]);
	if (!dead && !t->alive[route] && !all_told_elsewhere(rs, r))
		assert_true(finding(d, "R150", r->id, 0) != NULL ||
			    finding(d, "R151", r->id, 0) != NULL);
	for (size_t k = 0; k < r->nalts; k++)
		compare_alt(t, d, route, k);
	if (t->alive[route] && finding(d, "R156", r->id, 0) == NULL) {
		if (redundant || !all_told_elsewhere(rs, r))
			assert_int_equal(redundant, !t->needed[route]);
	}
	if (finding(d, "R154", r->id, 0) != NULL)
		assert_true(is_exception(t, route));
	compare_holes(t, d, route);
	t->counts[0] += dead;
	t->counts[1] += redundant;
}

static size_t
count(const struct hd_diags *d, const char *id)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += strcmp(d->v[i].id, id) == 0;
	return n;
}

static void
compare(struct truth *t, const struct hd_diags *d)
{
	const struct hd_ruleset *rs = t->eval.rs;
	size_t undefaulted = 0;

	assert_int_equal(count(d, "R157"), 0);
	for (size_t i = 0; i < rs->nroutes; i++)
		compare_route(t, d, i);
	assert_int_equal(count(d, "R161"),
	    t->broken[HD_STAGE_OPEN] + t->broken[HD_STAGE_REPLY]);
	assert_int_equal(count(d, "R162"), !t->met);
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++)
		undefaulted += t->undecided[s] &&
			       rs->stage_default[s].action == HD_ACTION_NONE;
	assert_int_equal(count(d, "R160"), undefaulted);
	t->counts[3] += count(d, "R161");
}

/* --- files ----------------------------------------------------------------- */

/* Few fields; what several messages are is known by its bounds alone. */
static unsigned
some_fields(uint64_t *seed)
{
	unsigned fields = 1u << GEN_READABLE | 1u << GEN_MOOD | 1u << GEN_ISSUE;
	unsigned more;

	for (int tries = 0; tries < 6; tries++) {
		more = 1u << rnd_below(seed, GEN_FACTS);
		if (more != 1u << GEN_MESSAGE &&
		    radix(fields | more, GEN_FACTS) <= 600)
			fields |= more;
	}
	return fields;
}

static struct hd_ruleset *
some_file(struct gen *g, unsigned fields)
{
	static const char dflt[] = "default reply stay\n";

	(void)gen_file(g, fields, ROUTES);
	if (rnd_in(&g->seed, 3))
		g->b.n -= strlen(dflt);
	hd_buf_adds(&g->b, "policy p\n on open, reply\n");
	gen_alt(g, "for", g->fields);
	hd_buf_adds(&g->b, " must human-first, escalate\n");
	return must_load(hd_buf_cstr(&g->b));
}

static void
test_against_all_tickets(void **state)
{
	struct gen g = { .seed = 11, .b = HD_BUF_INIT };
	const struct hd_lintopt o = { .overdue = -1 };
	size_t total[4] = { 0 };
	struct truth *t;
	struct hd_ruleset *rs;

	(void)state;
	for (unsigned i = 0; i < FILES; i++) {
		struct hd_diags found = HD_DIAGS_INIT;

		t = hd_xcalloc(1, sizeof(*t));
		t->fields = some_fields(&g.seed);
		rs = some_file(&g, t->fields);
		gen_eval_open(&t->eval, rs);
		see_all(t);
		hd_lint_proofs(rs, &o, &found);
		compare(t, &found);
		for (size_t k = 0; k < 4; k++)
			total[k] += t->counts[k];
		hd_diags_release(&found);
		gen_eval_close(&t->eval);
		hd_ruleset_free(rs);
		free(t);
	}
	print_message("# %d files: %zu dead routes, %zu redundant, %zu holes, "
		      "%zu policies broken\n",
	    FILES, total[0], total[1], total[2], total[3]);
	for (size_t k = 0; k < 4; k++)
		assert_true(total[k] >= FILES / 20);
	hd_buf_release(&g.b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_all_tickets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
