/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Worlds against the evaluator: on random tickets over random rule files, and
 * on all tickets there are where the fields are few.
 */
#include "check/sketch.h"
#include "genrules.h"

/* Under a sanitizer a tenth of the random tickets: the same code is walked. */
#ifdef __SANITIZE_ADDRESS__
#define SHARE 10
#else
#define SHARE 1
#endif

#define ROUTES 6
#define ALL    ((1u << GEN_FIELDS) - 1)
#define PINS   96

/* A rule file, its evaluator and its world, and what pins a ticket down. */
struct pair {
	struct gen_eval eval;
	struct gen_eval *probe;
	struct hd_world *w;
	enum hd_stage stage;
	size_t side;
	int pins[PINS]; /* of the probe's policies; the last: readable */
	int first[ROUTES + 1];
	size_t npins, nroutes;
};

static void
pair_open(struct pair *p, struct hd_ruleset *rs, struct gen_eval *probe,
    enum hd_stage stage)
{
	size_t side;

	*p = (struct pair){ .probe = probe, .stage = stage };
	gen_eval_open(&p->eval, rs);
	p->w = hd_world_new(stage);
	p->side = hd_world_add(p->w, rs);
	side = hd_world_add(p->w, probe->rs);
	p->npins = probe->rs->npolicies;
	assert_true(p->npins < PINS);
	for (size_t i = 0; i < p->npins; i++)
		p->pins[i] =
		    hd_world_fires(p->w, side, &probe->rs->policies[i]);
	p->nroutes = rs->nroutes;
	for (size_t i = 0; i < rs->nroutes; i++)
		p->first[i] = hd_world_first(p->w, p->side, i);
	p->first[p->nroutes] = hd_world_default(p->w, p->side);
}

static void
pair_close(struct pair *p)
{
	hd_world_free(p->w);
	gen_eval_close(&p->eval);
}

/* Who decides t: a route, or nroutes. */
static size_t
decider(struct pair *p, const struct gen_ticket *t)
{
	struct hd_decision d;

	gen_eval_at(&p->eval, t, p->stage);
	hd_decide(p->eval.m, p->stage, &d);
	return d.route == HD_BY_STAGE_DEFAULT ? p->nroutes : (size_t)d.route;
}

/* All that the probe can say of t, as literals. */
static size_t
pin(struct pair *p, const struct gen_ticket *t, int *lits)
{
	gen_eval_at(p->probe, t, p->stage);
	for (size_t i = 0; i < p->npins; i++)
		lits[i] = hd_decide_fires(
			      p->probe->m, &p->probe->rs->policies[i]) == HD_YES
			      ? p->pins[i]
			      : -p->pins[i];
	return p->npins;
}

static void
random_ticket(struct gen_ticket *t, enum hd_stage stage, uint64_t *seed)
{
	for (unsigned f = 0; f < GEN_FACTS; f++)
		t->pick[f] = rnd_below(seed, gen_sizes[f]);
	t->nmessages = t->pick[GEN_MESSAGE] != 0;
	t->messages[0] = t->pick[GEN_MESSAGE];
	if (stage == HD_STAGE_OPEN)
		return;
	t->nmessages = rnd_below(seed, 4);
	for (size_t i = 0; i < 3; i++)
		t->messages[i] = 1 + rnd_below(seed, 9);
}

static void
fail_ticket(const struct pair *p, const struct gen_ticket *t, size_t route)
{
	print_message("%s\n", p->eval.rs->files[0].text);
	for (unsigned f = 0; f < GEN_FACTS; f++)
		print_message("%s: value %u\n", gen_names[f], t->pick[f]);
	fail_msg("route %zu of stage %s", route, hd_stage_name(p->stage));
}

/*
 * The world has the ticket as it was decided; and, where messages are one or
 * none, no other decision of it.
 */
static void
agree(struct pair *p, const struct gen_ticket *t, bool other)
{
	int lits[PINS + 1];
	size_t n = pin(p, t, lits), route = decider(p, t);

	lits[n] = p->first[route];
	if (hd_world_solve(p->w, lits, n + 1) != HD_YES)
		fail_ticket(p, t, route);
	if (!other || t->nmessages > 1)
		return;
	if (p->stage == HD_STAGE_OPEN) {
		lits[n] = -lits[n];
		if (hd_world_solve(p->w, lits, n + 1) != HD_NO)
			fail_ticket(p, t, route);
	}
}

static void
test_random_tickets(void **state)
{
	const unsigned files = 260 / SHARE, tickets = 1000;
	struct gen g = { .seed = 1, .b = HD_BUF_INIT };
	struct hd_ruleset *rs, *asked = gen_probe(ALL);
	struct gen_ticket t;
	struct gen_eval probe;
	struct pair p;
	uint64_t seed = 2;
	size_t n = 0;

	(void)state;
	gen_eval_open(&probe, asked);
	for (unsigned i = 0; i < files; i++) {
		rs = must_load(gen_file(&g, ALL, ROUTES));
		for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++) {
			pair_open(&p, rs, &probe, (enum hd_stage)s);
			for (unsigned k = 0; k < tickets; k++, n++) {
				random_ticket(&t, p.stage, &seed);
				agree(&p, &t, k % 4 == 0);
			}
			pair_close(&p);
		}
		hd_ruleset_free(rs);
	}
	print_message("# %u files, %zu tickets agree\n", files, n);
	assert_true(n >= 500000 / SHARE);
	gen_eval_close(&probe);
	hd_ruleset_free(asked);
	hd_buf_release(&g.b);
}

/* --- all tickets ---------------------------------------------------------- */

#define TICKETS 20000

/* What brute force finds of every ticket over a few fields. */
struct brute {
	size_t n; /* tickets */
	unsigned fields;
	unsigned char by[TICKETS];    /* who decides */
	unsigned char after[TICKETS]; /* who would, were that route not there */
};

/* The route after `by` that would decide the ticket just evaluated. */
static size_t
next_route(struct pair *p, size_t by)
{
	const struct hd_rule *r;
	size_t i = by + 1;

	for (; i < p->nroutes; i++) {
		r = &p->eval.rs->routes[i];
		if ((r->stages >> p->stage & 1u) != 0 &&
		    hd_decide_fires(p->eval.m, r) == HD_YES)
			break;
	}
	return i < p->nroutes ? i : p->nroutes;
}

static void
brute_all(struct brute *b, struct pair *p)
{
	struct gen_ticket t;

	b->n = gen_tickets(b->fields, GEN_FACTS);
	assert_true(b->n <= TICKETS);
	for (size_t i = 0; i < b->n; i++) {
		gen_ticket_at(b->fields, i, &t);
		b->by[i] = (unsigned char)decider(p, &t);
		b->after[i] = (unsigned char)(b->by[i] < p->nroutes
						  ? next_route(p, b->by[i])
						  : p->nroutes);
	}
}

/* The actions of a decider, as a set. */
static unsigned
actions_of(const struct pair *p, size_t by)
{
	const struct hd_ruleset *rs = p->eval.rs;

	return by < p->nroutes ? rs->routes[by].actions
			       : 1u << rs->stage_default[p->stage].action;
}

static bool
careful(const struct pair *p, size_t by)
{
	return (actions_of(p, by) &
		   (1u << HD_HUMAN_FIRST | 1u << HD_ESCALATE)) != 0;
}

/* Some ticket of the route would be treated otherwise without it. */
static int
needed(struct pair *p, size_t route)
{
	const struct hd_ruleset *rs = p->eval.rs;
	unsigned actions = rs->routes[route].actions;
	int same = actions == actions_of(p, p->nroutes) ? hd_world_true(p->w)
							: -hd_world_true(p->w);
	int fires, parts[2];

	for (size_t i = p->nroutes; i-- > route + 1;) {
		if ((rs->routes[i].stages >> p->stage & 1u) == 0)
			continue;
		fires = hd_world_fires(p->w, p->side, &rs->routes[i]);
		parts[0] = rs->routes[i].actions == actions ? fires : -fires;
		parts[1] = same;
		same = rs->routes[i].actions == actions
			   ? hd_world_or(p->w, parts, 2)
			   : hd_world_and(p->w, parts, 2);
	}
	parts[0] = p->first[route];
	parts[1] = -same;
	return hd_world_and(p->w, parts, 2);
}

/* Without that field somebody careful does not meet the ticket. */
static int
hole(struct pair *p, size_t route, const char *field)
{
	size_t without = hd_world_without(p->w, p->side, field);
	int parts[3] = { p->first[route], hd_world_careful(p->w, p->side),
		-hd_world_careful(p->w, without) };

	return hd_world_and(p->w, parts, 3);
}

static bool
brute_hole(
    const struct brute *b, const struct pair *p, size_t route, unsigned field)
{
	size_t r = gen_tickets(b->fields, field), unset;

	for (size_t i = 0; i < b->n; i++) {
		unset = i - i / r % gen_sizes[field] * r;
		if (b->by[i] == route && careful(p, route) &&
		    !careful(p, b->by[unset]))
			return true;
	}
	return false;
}

struct shares {
	size_t routes, unreachable, redundant, holes;
};

static enum hd_tri
ask(struct pair *p, int lit)
{
	return hd_world_solve(p->w, &lit, 1);
}

static void
compare_route(
    const struct brute *b, struct pair *p, size_t route, struct shares *s)
{
	bool reached = false, need = false, any = false;

	for (size_t i = 0; i < b->n; i++)
		if (b->by[i] == route) {
			reached = true;
			need = need || actions_of(p, b->after[i]) !=
					   actions_of(p, route);
		}
	assert_int_equal(ask(p, p->first[route]), reached ? HD_YES : HD_NO);
	assert_int_equal(ask(p, needed(p, route)), need ? HD_YES : HD_NO);
	for (unsigned f = 0; f < GEN_TEXT; f++) {
		bool is;

		if ((b->fields >> f & 1u) == 0)
			continue;
		is = brute_hole(b, p, route, f);
		assert_int_equal(
		    ask(p, hole(p, route, gen_names[f])), is ? HD_YES : HD_NO);
		any = any || is;
	}
	s->routes++;
	s->unreachable += !reached;
	s->redundant += reached && !need;
	s->holes += any;
}

static void
compare_file(struct gen *g, enum hd_stage stage, struct shares *s)
{
	struct brute *b = hd_xcalloc(1, sizeof(*b));
	struct hd_ruleset *rs, *asked;
	struct gen_eval probe;
	struct pair p;

	b->fields = gen_few(&g->seed, stage);
	rs = must_load(gen_file(g, b->fields, ROUTES));
	asked = gen_probe(b->fields);
	gen_eval_open(&probe, asked);
	pair_open(&p, rs, &probe, stage);
	brute_all(b, &p);
	for (size_t i = 0; i < p.nroutes; i++)
		if (rs->routes[i].stages >> stage & 1u)
			compare_route(b, &p, i, s);
	pair_close(&p);
	gen_eval_close(&probe);
	hd_ruleset_free(asked);
	hd_ruleset_free(rs);
	free(b);
}

static void
test_all_tickets(void **state)
{
	struct gen g = { .seed = 3, .b = HD_BUF_INIT };
	struct shares s = { 0, 0, 0, 0 };

	(void)state;
	for (unsigned i = 0; i < 300; i++)
		compare_file(&g, i % 2 ? HD_STAGE_OPEN : HD_STAGE_REPLY, &s);
	print_message("# %zu routes: %.0f %% unreachable, %.0f %% redundant, "
		      "%.0f %% with an unset hole\n",
	    s.routes, 100.0 * (double)s.unreachable / (double)s.routes,
	    100.0 * (double)s.redundant / (double)s.routes,
	    100.0 * (double)s.holes / (double)s.routes);
	assert_true(10 * s.unreachable >= 3 * s.routes);
	assert_true(5 * s.redundant >= s.routes);
	assert_true(10 * s.holes >= s.routes);
	hd_buf_release(&g.b);
}

/* --- a needle ------------------------------------------------------------- */

#define NEEDLE(days)                                                  \
	"rules 1\nfield account.tier enum free pro top\n"             \
	"route plan\n on open\n when account.tier != pro\n"           \
	" or account.tier is unset\n then escalate\n"                 \
	"route young\n on open\n when account.age < " days "d\n"      \
	" or account.age is unset\n then escalate\n"                  \
	"route old\n on open\n when account.age >= 91d\n"             \
	" then escalate\n"                                            \
	"route odd\n on open\n when account.arr != 50000\n"           \
	" or account.arr is unset\n then escalate\n"                  \
	"route needle\n on open\n when text ~ .\n or text is unset\n" \
	" then human-first\ndefault open ai-first\n"

static void
find_needle(const char *rules, enum hd_tri want, const char *sketch)
{
	struct hd_ruleset *rs = must_load(rules);
	struct hd_world *w = hd_world_new(HD_STAGE_OPEN);
	struct hd_sketch s = HD_SKETCH_INIT;
	struct hd_buf b = HD_BUF_INIT;
	int lit = hd_world_first(w, hd_world_add(w, rs), 4);

	assert_int_equal(hd_world_sketch(w, &lit, 1, true, &s), want);
	hd_sketch_text(&s, &b);
	assert_string_equal(hd_buf_cstr(&b), sketch);
	hd_buf_release(&b);
	hd_sketch_release(&s);
	hd_world_free(w);
	hd_ruleset_free(rs);
}

static void
test_needle(void **state)
{
	(void)state;
	find_needle(NEEDLE("90"), HD_YES,
	    "account.age = 90d, account.arr = 50000, account.tier = pro");
	find_needle(NEEDLE("91"), HD_NO, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_tickets),
		cmocka_unit_test(test_all_tickets),
		cmocka_unit_test(test_needle),
	};

	return cmocka_run_group_tests_name("worldgen", tests, NULL, NULL);
}
