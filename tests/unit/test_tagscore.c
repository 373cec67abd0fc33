/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How right tags are, of review samples that are made up. */
#include <math.h>

#include "unit.h"

#include "audit/tagscore.h"

#define NEAR(got, want) assert_true(fabs((got) - (want)) < 1e-9)
#define MANY		500

/* Of a stratum: n reviewed tickets that the machine tagged, x of them right. */
struct made {
	struct hd_sample_stratum strata[12];
	int kind[12];
	struct hd_reviewed_ticket v[MANY];
	int64_t N[12];
	struct hd_reviewed r;
};

static struct made *
make(void)
{
	struct made *m = calloc(1, sizeof(*m));

	assert_non_null(m);
	m->r.strata = m->strata;
	m->r.kind = m->kind;
	m->r.v = m->v;
	return m;
}

static void
add(struct made *m, size_t stratum, bool tagged, enum hd_judged says, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		assert_true(m->r.n < MANY);
		m->v[m->r.n].stratum = stratum;
		m->v[m->r.n].automate = tagged;
		m->v[m->r.n++].judged = says;
	}
}

static void
stratum(struct made *m, int64_t N, int64_t tagged)
{
	m->strata[m->r.nstrata].N = N;
	m->N[m->r.nstrata++] = tagged;
}

static bool
machine(const void *ctx, const struct hd_reviewed_ticket *t)
{
	(void)ctx;
	return t->automate;
}

static enum hd_judged
people(const void *ctx, const struct hd_reviewed_ticket *t)
{
	(void)ctx;
	return t->judged;
}

static struct hd_tagscore
score(const struct made *m)
{
	struct hd_tagask ask = { machine, people, NULL, m->N };
	struct hd_tagscore s;

	hd_tagscore(&m->r, &ask, &s);
	return s;
}

/* Limits of precision: Wilson's by hand; of recall: MOVER-R, as published. */
static void
test_two_strata(void **state)
{
	struct made *m = make();
	struct hd_tagscore s;

	(void)state;
	stratum(m, 5400, 5400);
	stratum(m, 6600, 0);
	add(m, 0, true, HD_JUDGED_YES, 109);
	add(m, 0, true, HD_JUDGED_NO, 11);
	add(m, 1, false, HD_JUDGED_YES, 14);
	add(m, 1, false, HD_JUDGED_NO, 266);
	s = score(m);
	assert_int_equal(s.N, 5400);
	assert_int_equal(s.n, 120);
	assert_int_equal(s.x, 109);
	assert_int_equal(s.missed, 14);
	assert_int_equal(s.reviewed, 400);
	NEAR(s.precision.p, 109.0 / 120);
	NEAR(s.precision.lo, hd_wilson_of(109.0 / 120, 120, 5400).lo);
	NEAR(s.precision.hi, hd_wilson_of(109.0 / 120, 120, 5400).hi);
	NEAR(s.recall.p, 0.936962750716);
	NEAR(s.recall.lo, 0.900778320349);
	NEAR(s.recall.hi, 0.960832215616);
	NEAR(s.f1, 2 / (1 / s.precision.p + 1 / s.recall.p));
	NEAR(s.recall_min, s.recall.p);
	free(m);
}

/* Cells weigh what they stand for, not how many of them were reviewed. */
static void
test_weights(void **state)
{
	struct made *m = make();
	struct hd_tagscore s;

	(void)state;
	stratum(m, 1000, 100);
	stratum(m, 3000, 300);
	add(m, 0, true, HD_JUDGED_YES, 40);
	add(m, 0, true, HD_JUDGED_NO, 10);
	add(m, 0, false, HD_JUDGED_YES, 2);
	add(m, 0, false, HD_JUDGED_NO, 38);
	add(m, 1, true, HD_JUDGED_YES, 10);
	add(m, 1, true, HD_JUDGED_NO, 10);
	add(m, 1, false, HD_JUDGED_YES, 5);
	add(m, 1, false, HD_JUDGED_NO, 5);
	s = score(m);
	NEAR(s.precision.p, (100 * 0.8 + 300 * 0.5) / 400);
	NEAR(s.recall.p, 230 / (230 + 900 * 0.05 + 2700 * 0.5));
	free(m);
}

/* One ticket a stratum: put together, they are a simple sample. */
static void
test_small_cells(void **state)
{
	struct made *m = make();
	struct hd_tagscore s;

	(void)state;
	for (size_t h = 0; h < 12; h++) {
		stratum(m, 100, 100);
		add(m, h, true, h < 9 ? HD_JUDGED_YES : HD_JUDGED_NO, 1);
	}
	s = score(m);
	NEAR(s.precision.p, 0.75);
	NEAR(s.precision.lo, hd_wilson_of(0.75, 12, 1200).lo);
	NEAR(s.recall.p, 1); /* nothing is untagged */
	NEAR(s.recall.lo, 1);
	free(m);
}

static void
test_unclear(void **state)
{
	struct made *m = make();
	struct hd_tagscore s;

	(void)state;
	stratum(m, 200, 200);
	stratum(m, 200, 0);
	add(m, 0, true, HD_JUDGED_YES, 15);
	add(m, 0, true, HD_JUDGED_NO, 5);
	add(m, 0, true, HD_JUDGED_UNCLEAR, 5);
	add(m, 1, false, HD_JUDGED_YES, 5);
	add(m, 1, false, HD_JUDGED_NO, 15);
	add(m, 1, false, HD_JUDGED_UNCLEAR, 10);
	add(m, 1, false, HD_JUDGED_NOTHING, 7);
	s = score(m);
	assert_int_equal(s.unclear, 15);
	assert_int_equal(s.n, 20);
	NEAR(s.precision.p, 0.75);
	NEAR(s.precision_min, 0.6);
	NEAR(s.precision_max, 0.8);
	NEAR(s.recall.p, 0.75);
	NEAR(s.recall_min, 0.6 / 1.1);
	NEAR(s.recall_max, 0.8 / (0.8 + 5.0 / 30));
	free(m);
}

/* A side that has tickets and no review says nothing. */
static void
test_blind(void **state)
{
	struct made *m = make();
	struct hd_tagscore s;

	(void)state;
	stratum(m, 1000, 400);
	add(m, 0, true, HD_JUDGED_YES, 10);
	s = score(m);
	NEAR(s.precision.p, 1);
	assert_true(isnan(s.recall.p) && isnan(s.f1));
	NEAR(s.recall.lo, 0);
	NEAR(s.recall.hi, 1);
	m->r.n = 0;
	s = score(m);
	assert_true(isnan(s.precision.p) && isnan(s.recall.p));
	/* the machine never says so, people do: it finds none of them */
	m->N[0] = 0;
	add(m, 0, false, HD_JUDGED_YES, 10);
	s = score(m);
	assert_true(isnan(s.precision.p));
	NEAR(s.recall.p, 0);
	free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two_strata),
		cmocka_unit_test(test_weights),
		cmocka_unit_test(test_small_cells),
		cmocka_unit_test(test_unclear),
		cmocka_unit_test(test_blind),
	};

	return cmocka_run_group_tests_name("tagscore", tests, NULL, NULL);
}
