/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The solver against brute force, and where it has to give up. */
#include "unit.h"

#include "check/sat.h"
#include "random.h"

#define VARS	12
#define CLAUSES 64
#define PLENTY	((size_t)100000000)

struct formula {
	unsigned nvars;
	size_t n;
	struct {
		int lits[4];
		size_t n;
	} clauses[CLAUSES];
};

static int
some_lit(uint64_t *seed, unsigned nvars)
{
	int v = (int)rnd_below(seed, nvars) + 1;

	return rnd_in(seed, 2) ? -v : v;
}

static void
make(struct formula *f, uint64_t *seed)
{
	f->nvars = 1 + rnd_below(seed, VARS);
	f->n = rnd_below(seed, 5 * f->nvars);
	for (size_t i = 0; i < f->n; i++) {
		f->clauses[i].n = 1 + rnd_below(seed, 3) + rnd_in(seed, 4);
		for (size_t k = 0; k < f->clauses[i].n; k++)
			f->clauses[i].lits[k] = some_lit(seed, f->nvars);
	}
}

static bool
holds(unsigned assignment, int lit)
{
	return (assignment >> (abs(lit) - 1) & 1u) == (lit > 0);
}

static bool
all_hold(const struct formula *f, size_t n, unsigned a)
{
	for (size_t i = 0; i < n; i++) {
		bool one = false;

		for (size_t k = 0; k < f->clauses[i].n; k++)
			one = one || holds(a, f->clauses[i].lits[k]);
		if (!one)
			return false;
	}
	return true;
}

/* Can the first nclauses and the n assumed hold? */
static bool
brute(const struct formula *f, size_t nclauses, const int *assume, size_t n)
{
	for (unsigned a = 0; a < 1u << f->nvars; a++) {
		bool ok = all_hold(f, nclauses, a);

		for (size_t i = 0; i < n && ok; i++)
			ok = holds(a, assume[i]);
		if (ok)
			return true;
	}
	return false;
}

static void
check_model(const struct hd_sat *s, const struct formula *f, size_t nclauses,
    const int *assume, size_t n)
{
	unsigned a = 0;

	for (unsigned v = 0; v < f->nvars; v++)
		a |= (unsigned)hd_sat_value(s, (int)v + 1) << v;
	assert_true(all_hold(f, nclauses, a));
	for (size_t i = 0; i < n; i++)
		assert_true(hd_sat_value(s, assume[i]));
}

static void
check_core(const struct hd_sat *s, const struct formula *f, size_t nclauses,
    const int *assume, size_t n)
{
	const size_t *core;
	int part[8];
	size_t ncore;

	core = hd_sat_core(s, &ncore);
	for (size_t i = 0; i < ncore; i++) {
		assert_true(core[i] < n && (i == 0 || core[i - 1] < core[i]));
		part[i] = assume[core[i]];
	}
	assert_false(brute(f, nclauses, part, ncore));
}

/* Clauses come in two parts, and after each some questions. */
static size_t
try_one(const struct formula *f, uint64_t *seed)
{
	struct hd_sat *s = hd_sat_new();
	size_t done = 0, to, n, steps, impossible = 0;
	int assume[8];

	for (unsigned v = 0; v < f->nvars; v++)
		assert_int_equal(hd_sat_var(s, rnd_in(seed, 2)), (int)v + 1);
	for (int part = 0; part < 2; part++) {
		to = part == 0 ? f->n / 2 : f->n;
		for (; done < to; done++)
			hd_sat_clause(
			    s, f->clauses[done].lits, f->clauses[done].n);
		for (int k = 0; k < 3; k++) {
			n = rnd_below(seed, 8);
			for (size_t i = 0; i < n; i++)
				assume[i] = some_lit(seed, f->nvars);
			steps = PLENTY;
			if (brute(f, to, assume, n)) {
				assert_int_equal(
				    hd_sat_solve(s, assume, n, &steps), HD_YES);
				check_model(s, f, to, assume, n);
				continue;
			}
			impossible++;
			assert_int_equal(
			    hd_sat_solve(s, assume, n, &steps), HD_NO);
			check_core(s, f, to, assume, n);
		}
	}
	hd_sat_free(s);
	return impossible;
}

static void
test_brute_force(void **state)
{
	uint64_t seed = 1;
	size_t impossible = 0;
	struct formula f;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		make(&f, &seed);
		impossible += try_one(&f, &seed);
	}
	/* neither answer is rare: the test would see either go wrong */
	assert_in_range(impossible, 20000, 100000);
}

/* n + 1 pigeons do not fit in n holes, and it takes long to see. */
static struct hd_sat *
pigeons(int n)
{
	struct hd_sat *s = hd_sat_new();
	int lits[16], pair[2];

	for (int v = 0; v < (n + 1) * n; v++)
		(void)hd_sat_var(s, false);
	for (int p = 0; p <= n; p++) {
		for (int h = 0; h < n; h++)
			lits[h] = p * n + h + 1;
		hd_sat_clause(s, lits, (size_t)n);
	}
	for (int h = 0; h < n; h++)
		for (int p = 0; p <= n; p++)
			for (int q = 0; q < p; q++) {
				pair[0] = -(p * n + h + 1);
				pair[1] = -(q * n + h + 1);
				hd_sat_clause(s, pair, 2);
			}
	return s;
}

static void
test_budget(void **state)
{
	struct hd_sat *s = pigeons(10);
	size_t steps = 10000;
	const int one = 1;

	(void)state;
	assert_int_equal(hd_sat_solve(s, NULL, 0, &steps), HD_MAYBE);
	assert_int_equal(steps, 0);
	/* it can be asked again, and is not confused */
	steps = 10000;
	assert_int_equal(hd_sat_solve(s, &one, 1, &steps), HD_MAYBE);
	hd_sat_free(s);
	s = pigeons(6);
	steps = PLENTY;
	assert_int_equal(hd_sat_solve(s, NULL, 0, &steps), HD_NO);
	assert_in_range(steps, 1, PLENTY - 1);
	hd_sat_free(s);
}

/* More is learnt than is kept: it is forgotten, and asked for again. */
static void
test_much_learnt(void **state)
{
	struct hd_sat *s = pigeons(12);
	size_t steps;
	int fits[12];

	(void)state;
	for (int i = 0; i < 3; i++) {
		steps = PLENTY / 10;
		assert_int_equal(hd_sat_solve(s, NULL, 0, &steps), HD_MAYBE);
	}
	for (int h = 0; h < 12; h++)
		fits[h] = -(h + 1);
	steps = 10000;
	assert_int_equal(hd_sat_solve(s, fits, 12, &steps), HD_NO);
	hd_sat_free(s);
}

static void
test_no_clauses(void **state)
{
	struct hd_sat *s = hd_sat_new();
	size_t steps = PLENTY, n;
	int v = hd_sat_var(s, true), both[3] = { v, v, -v };

	(void)state;
	assert_int_equal(hd_sat_solve(s, NULL, 0, &steps), HD_YES);
	assert_true(hd_sat_value(s, v)); /* as it likes */
	assert_int_equal(hd_sat_solve(s, both, 3, &steps), HD_NO);
	(void)hd_sat_core(s, &n);
	assert_in_range(n, 2, 3);
	hd_sat_clause(s, NULL, 0);
	assert_int_equal(hd_sat_solve(s, NULL, 0, &steps), HD_NO);
	(void)hd_sat_core(s, &n);
	assert_int_equal(n, 0);
	hd_sat_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_brute_force),
		cmocka_unit_test(test_budget),
		cmocka_unit_test(test_much_learnt),
		cmocka_unit_test(test_no_clauses),
	};

	return cmocka_run_group_tests_name("sat", tests, NULL, NULL);
}
