/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learning a dimension from labelled documents. */
#include <math.h>

#include "unit.h"

#include "audit/document.h"
#include "base/hash.h"
#include "base/mem.h"
#include "learn/bags.h"
#include "learn/groups.h"
#include "learn/learn.h"
#include "learn/platt.h"
#include "learn/suspect.h"

#define DOCS 240

/* Documents made up of words, some of which tell the class. */
struct made {
	struct hd_shown docs[2 * DOCS];
	struct hd_str parts[2 * DOCS][3];
	char *text[2 * DOCS][3];
	double counts[2 * DOCS][1];
	int labels[2 * DOCS];
	uint64_t groups[2 * DOCS];
	size_t n;
};

static const char *const classes[] = { "parcel", "invoice", "password" };
static const char *const counts[] = { "messages" };

/* xorshift64*: the same documents everywhere. */
static size_t
draw(uint64_t *s, size_t n)
{
	*s ^= *s >> 12;
	*s ^= *s << 25;
	*s ^= *s >> 27;
	return (size_t)((*s * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % n;
}

static char *
sentence(uint64_t *s, const char *tell)
{
	static const char *const plain[] = { "hello", "there", "about", "my",
		"order", "please", "again", "today", "with", "what", "green",
		"number", "still", "since", "week", "thanks" };
	struct hd_buf b = HD_BUF_INIT;
	size_t at = draw(s, 6);

	for (size_t i = 0; i < 6; i++)
		hd_buf_addf(&b, "%s ",
		    i == at && tell != NULL ? tell
					    : plain[draw(s, COUNT(plain))]);
	return b.s;
}

/*
 * Three parts, one of which may tell: the class out of three, or with `some`
 * whether there is anything to tell (class 1, of one document in four).
 */
static struct made *
make(bool some)
{
	static const char *const tell[][2] = { { "delivery", "courier" },
		{ "billing", "charged" }, { "login", "locked" } };
	struct made *m = hd_xcalloc(1, sizeof(*m));
	uint64_t s = 88172645463325252U;
	size_t which;
	int label;

	for (size_t i = 0; i < DOCS; i++) {
		label = some ? i % 4 == 0 : (int)(i % 3);
		which = draw(&s, 3);
		for (size_t p = 0; p < 3; p++) {
			m->text[i][p] =
			    sentence(&s, p == which && (!some || label == 1)
					     ? tell[label][draw(&s, 2)]
					     : NULL);
			m->parts[i][p] = hd_str(m->text[i][p]);
		}
		m->counts[i][0] =
		    (double)(some ? label * 3 : 1) + (double)draw(&s, 3);
		m->docs[i] =
		    (struct hd_shown){ m->parts[i], 3, m->counts[i], NULL, 0 };
		m->labels[i] = label;
		m->groups[i] = 1000 + i;
	}
	m->n = DOCS;
	return m;
}

static void
drop(struct made *m)
{
	for (size_t i = 0; i < DOCS; i++)
		for (size_t p = 0; p < 3; p++)
			free(m->text[i][p]);
	free(m);
}

static struct hd_learn_opts
options(bool some)
{
	struct hd_learn_opts o = { .classes = classes,
		.nclasses = some ? 2 : 3,
		.per_part = some,
		.ordered = some,
		.folds = 5,
		.seed = 3,
		.jobs = 2 };

	return o;
}

static struct hd_learned
learn(const struct made *m, const struct hd_learn_opts *o)
{
	struct hd_corpus c = { m->docs, m->labels, m->groups, m->n };
	struct hd_err err = HD_ERR_INIT;
	struct hd_learned l;

	if (hd_learn(&c, o, &l, &err) != 0)
		fail_msg("%s", err.msg);
	return l;
}

/* Share of guesses out of fold that are right, of the first DOCS. */
static double
right(const struct made *m, const struct hd_learned *l)
{
	double n = 0;

	for (size_t i = 0; i < DOCS; i++)
		n += l->guesses[i].cls == m->labels[i];
	return n / DOCS;
}

static void
assert_same(const struct hd_learned *a, const struct hd_learned *b, size_t n)
{
	struct hd_buf x = HD_BUF_INIT, y = HD_BUF_INIT;

	hd_model_save(a->model, &x);
	hd_model_save(b->model, &y);
	assert_int_equal(x.n, y.n);
	assert_memory_equal(x.s, y.s, x.n);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(a->guesses[i].cls, b->guesses[i].cls);
		assert_int_equal(a->guesses[i].fold, b->guesses[i].fold);
		assert_true(a->guesses[i].p >= b->guesses[i].p &&
			    a->guesses[i].p <= b->guesses[i].p);
	}
	hd_buf_release(&x);
	hd_buf_release(&y);
}

static void
test_learns(void **state)
{
	struct made *m = make(false);
	struct hd_learn_opts o = options(false);
	struct hd_learned l = learn(m, &o), again;

	(void)state;
	assert_true(right(m, &l) > 0.95);
	assert_int_equal(l.docs, DOCS);
	assert_int_equal(l.groups, DOCS);
	assert_int_equal(hd_model_nclasses(l.model), 3);
	assert_string_equal(hd_model_class(l.model, 2), "password");
	for (unsigned jobs = 1; jobs < 6; jobs += 2) {
		o.jobs = jobs;
		again = learn(m, &o);
		assert_same(&l, &again, DOCS);
		hd_learned_release(&again);
	}
	hd_learned_release(&l);
	drop(m);
}

/* Every class has a probability, the guess's is the highest or says so. */
static void
test_spread(void **state)
{
	(void)state;
	for (int some = 0; some < 2; some++) {
		struct made *m = make(some);
		struct hd_learn_opts o = options(some);
		struct hd_learned plain = learn(m, &o), l;

		o.spread = true;
		l = learn(m, &o);
		assert_null(plain.spread);
		assert_same(&plain, &l, m->n);
		for (size_t i = 0; i < DOCS; i++) {
			const double *p = l.spread + i * o.nclasses;
			double sum = 0;

			for (size_t c = 0; c < o.nclasses; c++) {
				assert_true(p[c] >= 0 && p[c] <= 1);
				sum += p[c];
			}
			assert_true(fabs(sum - 1) < 1e-9);
			if (m->labels[i] >= 0)
				assert_true(fabs(p[l.guesses[i].cls] -
						 l.guesses[i].p) < 1e-9);
		}
		hd_learned_release(&plain);
		hd_learned_release(&l);
		drop(m);
	}
}

/* Ranked by how much likelier another class is; doubted only where the model is
   as sure of it as it is of those labelled so. */
static void
test_suspects(void **state)
{
	static const double p[] = {
		0.9, 0.08, 0.02, /* a, as labelled */
		0.8, 0.15, 0.05, /* a, as labelled */
		0.1, 0.6, 0.3,	 /* b, as labelled */
		0.05, 0.9, 0.05, /* a, and it is b */
		0.45, 0.5, 0.05, /* a, and a little more like b */
		0.3, 0.3, 0.4,	 /* not labelled */
		0.2, 0.3, 0.5,	 /* a; c was given to nobody */
	};
	static const int label[] = { 0, 0, 1, 0, 0, -1, 0 };
	struct hd_suspect s[7];

	(void)state;
	hd_suspects(p, label, 7, 3, s);
	assert_int_equal(s[0].model, 1);
	assert_false(s[0].wrong);
	assert_true(fabs(s[0].score - 0.08 / 0.98) < 1e-5);
	assert_int_equal(s[2].model, 2);
	assert_false(s[2].wrong);
	assert_int_equal(s[3].model, 1);
	assert_true(s[3].wrong); /* of those labelled b it is 0.6 sure */
	assert_true(s[3].score > s[4].score && s[4].score > s[1].score);
	assert_false(s[4].wrong);
	assert_int_equal(s[5].model, -1);
	assert_false(s[5].wrong || s[5].score > 0);
	assert_int_equal(s[6].model, 2);
	assert_false(s[6].wrong);
}

/* What cannot be known is not: labels that say nothing of the text. */
static void
test_shuffled(void **state)
{
	struct made *m = make(false), *some = make(true);
	struct hd_learn_opts o = options(false);
	uint64_t s = 12345;
	struct hd_learned l;
	size_t j;
	int t;

	(void)state;
	for (size_t i = DOCS - 1; i > 0; i--) {
		j = draw(&s, i + 1);
		t = m->labels[i];
		m->labels[i] = m->labels[j];
		m->labels[j] = t;
		t = some->labels[i];
		some->labels[i] = some->labels[j];
		some->labels[j] = t;
	}
	l = learn(m, &o);
	assert_true(fabs(right(m, &l) - 1.0 / 3) < 0.1);
	hd_learned_release(&l);
	/* of two classes the common one, always: kappa is exactly 0 */
	o = options(true);
	l = learn(some, &o);
	for (size_t i = 0; i < DOCS; i++)
		assert_int_equal(l.guesses[i].cls, 0);
	hd_learned_release(&l);
	drop(m);
	drop(some);
}

/*
 * Groups stay whole: of documents whose label only their copies give away, with
 * copies in one group nothing is learned, with copies apart nearly all.
 */
static void
test_groups_whole(void **state)
{
	struct made *m = make(false);
	struct hd_learn_opts o = options(false);
	uint64_t s = 99;
	struct hd_learned l;

	(void)state;
	for (size_t i = 0; i < DOCS; i++)
		m->labels[i] = (int)draw(&s, 3);
	for (size_t i = 0; i < DOCS; i++) {
		m->docs[DOCS + i] = m->docs[i];
		m->labels[DOCS + i] = m->labels[i];
		m->groups[DOCS + i] = m->groups[i];
	}
	m->n = 2 * DOCS;
	l = learn(m, &o);
	for (size_t i = 0; i < DOCS; i++)
		assert_int_equal(l.guesses[i].fold, l.guesses[DOCS + i].fold);
	assert_true(fabs(right(m, &l) - 1.0 / 3) < 0.1);
	hd_learned_release(&l);
	for (size_t i = 0; i < DOCS; i++)
		m->groups[DOCS + i] += 5000;
	l = learn(m, &o);
	assert_true(right(m, &l) > 0.6);
	hd_learned_release(&l);
	drop(m);
}

/* Folds do not hang on the order of documents, and share out every class. */
static void
test_folds(void **state)
{
	struct made *m = make(true), *turned = make(true);
	struct hd_learn_opts o = options(true);
	struct hd_learned a = learn(m, &o), b;
	size_t per[5] = { 0 };

	(void)state;
	for (size_t i = 0; i < DOCS; i++) {
		turned->docs[i] = m->docs[DOCS - 1 - i];
		turned->labels[i] = m->labels[DOCS - 1 - i];
		turned->groups[i] = m->groups[DOCS - 1 - i];
		per[a.guesses[i].fold] += m->labels[i] == 1;
	}
	b = learn(turned, &o);
	for (size_t i = 0; i < DOCS; i++)
		assert_int_equal(
		    a.guesses[i].fold, b.guesses[DOCS - 1 - i].fold);
	for (size_t k = 0; k < 5; k++)
		assert_int_equal(per[k], DOCS / 4 / 5);
	hd_learned_release(&a);
	hd_learned_release(&b);
	drop(m);
	drop(turned);
}

/* Unknown labels change nothing; "none of these" is guessed and not learned. */
static void
test_labels(void **state)
{
	struct made *m = make(false);
	struct hd_learn_opts o = options(false);
	struct hd_learned l;
	double known = 0, none = 0;

	(void)state;
	for (size_t i = 0; i < DOCS; i += 10) {
		m->labels[i] = HD_LABEL_UNKNOWN;
		m->labels[i + 1] = HD_LABEL_NONE;
		for (size_t p = 0; p < 3; p++)
			m->parts[i + 1][p] = S("walrus hello there about");
	}
	l = learn(m, &o);
	assert_int_equal(l.docs, DOCS - DOCS / 5);
	assert_int_equal(l.none, DOCS / 10);
	for (size_t i = 0; i < DOCS; i++)
		if (i % 10 == 0) {
			assert_int_equal(l.guesses[i].cls, -1);
		} else if (i % 10 == 1) {
			assert_in_range(l.guesses[i].cls, 0, 2);
			none += l.guesses[i].p / (DOCS / 10);
		} else {
			known += l.guesses[i].p / (DOCS - DOCS / 5);
		}
	assert_true(none < known - 0.2);
	hd_learned_release(&l);
	drop(m);
}

/* One message of three is enough, and tells which it was. */
static void
test_per_part(void **state)
{
	struct made *m = make(true);
	struct hd_learn_opts o = options(true);
	struct hd_learned l = learn(m, &o);
	struct hd_scratch *s = hd_scratch_new();
	struct hd_str parts[] = { S("hello there"), S("thanks, I was CHARGED"),
		S("what about my order") };
	struct hd_shown calm = { parts, 1, NULL, NULL, 0 },
			all = { parts, 3, NULL, NULL, 0 };
	struct hd_reason r[3];
	struct hd_guess g;

	(void)state;
	assert_true(right(m, &l) > 0.9);
	hd_model_guess(l.model, s, &calm, &g);
	assert_int_equal(g.cls, 0);
	hd_model_guess(l.model, s, &all, &g);
	assert_int_equal(g.cls, 1);
	assert_true(hd_model_explain(l.model, s, &all, 1, r, 3) > 0);
	assert_int_equal(r[0].part, 1);
	assert_str(
	    (struct hd_str){ parts[1].p + r[0].start, r[0].end - r[0].start },
	    "CHARGED");
	assert_true(r[0].weight > 0);
	/* a text of nothing is no reason to anything */
	all = (struct hd_shown){ NULL, 0, NULL, NULL, 0 };
	hd_model_guess(l.model, s, &all, &g);
	assert_int_equal(g.cls, 0);
	assert_int_equal(hd_model_explain(l.model, s, &all, 1, r, 3), 0);
	hd_scratch_free(s);
	hd_learned_release(&l);
	drop(m);
}

/* Numbers tell where words do not. */
static void
test_counts(void **state)
{
	struct made *m = make(true);
	struct hd_learn_opts o = options(true);
	struct hd_learned l;
	double with;

	(void)state;
	o.per_part = false;
	for (size_t i = 0; i < DOCS; i++)
		for (size_t p = 0; p < 3; p++)
			m->parts[i][p] = S("hello there");
	o.counts = counts;
	o.ncounts = 1;
	l = learn(m, &o);
	with = right(m, &l);
	assert_true(with > 0.95);
	assert_string_equal(hd_model_count(l.model, 0), "messages");
	assert_false(hd_reading_suits(hd_reading_of("complexity"), l.model));
	hd_learned_release(&l);
	o.ncounts = 0;
	l = learn(m, &o);
	assert_true(right(m, &l) < 0.8);
	assert_true(hd_reading_suits(hd_reading_of("complexity"), l.model));
	hd_learned_release(&l);
	drop(m);
}

/* A higher score is never a lower probability, and none is 0 or 1. */
static void
test_platt(void **state)
{
	struct hd_platt_point p[40];
	struct hd_platt f;
	double at[2] = { 0, 0 }, before = 0;

	(void)state;
	for (int i = 0; i < 40; i++)
		p[i] = (struct hd_platt_point){ { i - 20, 20 - i }, i >= 20 };
	/* separable; the second score counts against, hence not at all */
	f = hd_platt_fit(p, 40);
	assert_true(f.w[1] > 0 && isfinite(f.w[1]));
	assert_true(f.w[2] >= 0 && f.w[2] <= 0);
	for (int i = -30; i < 30; i++) {
		at[0] = i;
		assert_true(hd_platt_p(&f, at) > before);
		before = hd_platt_p(&f, at);
	}
	assert_true(before < 1);
	for (int i = 0; i < 40; i++)
		p[i] = (struct hd_platt_point){ { i, i }, i < 10 };
	/* both count against: what is left is the share */
	f = hd_platt_fit(p, 40);
	assert_true(f.w[1] >= 0 && f.w[1] <= 0 && f.w[2] >= 0 && f.w[2] <= 0);
	assert_true(fabs(hd_platt_p(&f, at) - 0.25) < 0.02);
	/* one kind only */
	for (int i = 0; i < 40; i++)
		p[i].y = 1;
	f = hd_platt_fit(p, 40);
	assert_true(f.w[1] >= 0 && f.w[1] <= 0);
	assert_true(hd_platt_p(&f, at) > 0.95);
}

/* N-grams of one group are dropped, words are told from characters. */
static void
test_bags(void **state)
{
	struct hd_str texts[] = { S("Lost CARD!"), S("card lost"), S("unique"),
		S("unique") };
	struct hd_shown docs[4];
	static const uint32_t group[] = { 0, 1, 2, 2 };
	struct hd_bags b;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		docs[i] = (struct hd_shown){ &texts[i], 1, NULL, NULL, 0 };
	hd_bags_init(&b, docs, 4, group, true);
	assert_int_equal(b.nrows, 8);
	/* of lost and card: the word and 4 + 3 + 2 runs each */
	assert_int_equal(b.keys.n, 20);
	assert_int_equal(b.rows[1], 20);
	assert_int_equal(b.rows[8] - b.rows[4], 0);
	hd_bags_thin(&b, 1);
	assert_int_equal(b.keys.n, 20);
	hd_bags_thin(&b, UINT32_MAX);
	assert_int_equal(b.keys.n, 2);
	assert_int_equal(b.rows[1], 2);
	hd_bags_release(&b);
}

/* Labels that no text tells, but a tag of the rules does. */
static void
test_tags(void **state)
{
	static const struct hd_str tags[] = { S("issue=lost"), S("issue=late"),
		S("issue=login"), S("tier=human") };
	const struct hd_shown late = { NULL, 0, NULL, tags + 1, 1 };
	struct made *m = make(false);
	struct hd_learn_opts o = options(false);
	struct hd_learned l;
	struct hd_scratch *s = hd_scratch_new();
	struct hd_reason r[1];
	struct hd_guess g;

	(void)state;
	for (size_t i = 0; i < DOCS; i++) {
		m->labels[i] = (int)(i * 7919 % 31 % 3);
		m->docs[i].tags = &tags[m->labels[i]];
		m->docs[i].ntags = 1;
	}
	l = learn(m, &o);
	assert_true(right(m, &l) > 0.8);
	hd_model_guess(l.model, s, &late, &g);
	assert_int_equal(g.cls, 1);
	assert_int_equal(hd_model_explain(l.model, s, &late, 1, r, 1), 1);
	assert_int_equal(r[0].part, late.nparts);
	assert_int_equal(r[0].start, 0);
	hd_scratch_free(s);
	hd_learned_release(&l);
	drop(m);
}

static void
test_calibrated(void **state)
{
	struct made *m = make(true);
	struct hd_learn_opts o = options(true);
	struct hd_learned l = learn(m, &o);
	struct hd_scratch *s = hd_scratch_new();
	struct hd_str parts[] = { S("charged"), S("charged billing"),
		S("charged billing charged billing") };
	struct hd_guess g;
	double sum = 0;

	(void)state;
	for (size_t i = 0; i < DOCS; i++) {
		assert_true(l.guesses[i].p > 0 && l.guesses[i].p < 1);
		sum += l.guesses[i].p / DOCS;
	}
	/* as sure as it is right */
	assert_true(fabs(sum - right(m, &l)) < 0.05);
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct hd_shown d = { &parts[i], 1, NULL, NULL, 0 };

		hd_model_guess(l.model, s, &d, &g);
		assert_int_equal(g.cls, 1);
		assert_int_equal(g.low, g.p < hd_model_low(l.model));
		assert_int_equal(g.fold, -1);
	}
	hd_scratch_free(s);
	hd_learned_release(&l);
	drop(m);
}

/* What is saved comes back; what is cut or changed is refused. */
static void
test_bytes(void **state)
{
	struct made *m = make(false);
	struct hd_learn_opts o = options(false);
	struct hd_learned l;
	struct hd_buf b = HD_BUF_INIT, again = HD_BUF_INIT;
	struct hd_scratch *s = hd_scratch_new();
	struct hd_err err = HD_ERR_INIT;
	struct hd_model *back;
	struct hd_guess g, h;

	(void)state;
	o.counts = counts;
	o.ncounts = 1;
	o.per_part = true;
	l = learn(m, &o);
	hd_model_save(l.model, &b);
	back = hd_model_load(hd_buf_str(&b), &err);
	assert_non_null(back);
	hd_model_save(back, &again);
	assert_int_equal(b.n, again.n);
	assert_memory_equal(b.s, again.s, b.n);
	assert_true(hd_model_is_per_part(back));
	assert_string_equal(hd_model_count(back, 0), "messages");
	for (size_t i = 0; i < DOCS; i++) {
		hd_model_guess(l.model, s, &m->docs[i], &g);
		hd_model_guess(back, s, &m->docs[i], &h);
		assert_int_equal(g.cls, h.cls);
		assert_true(g.p >= h.p && g.p <= h.p);
	}
	hd_model_free(back);
	for (size_t n = 0; n < b.n; n += 1 + n / 50) {
		err = (struct hd_err)HD_ERR_INIT;
		assert_null(hd_model_load((struct hd_str){ b.s, n }, &err));
		assert_int_equal(err.code, HD_EDATA);
	}
	for (size_t i = 0; i < b.n; i += 1 + i / 50) {
		b.s[i] ^= 4;
		assert_null(hd_model_load(hd_buf_str(&b), &err));
		b.s[i] ^= 4;
	}
	hd_scratch_free(s);
	hd_buf_release(&b);
	hd_buf_release(&again);
	hd_learned_release(&l);
	drop(m);
}

static void
test_refused(void **state)
{
	struct made *m = make(false);
	struct hd_learn_opts o = options(false);
	struct hd_corpus c = { m->docs, m->labels, m->groups, m->n };
	struct hd_err err = HD_ERR_INIT;
	struct hd_learned l;

	(void)state;
	o.folds = 2;
	assert_int_equal(hd_learn(&c, &o, &l, &err), -1);
	assert_err(&err, HD_EUSAGE, "folds");
	o.folds = 5;
	for (size_t i = 0; i < DOCS; i++)
		m->groups[i] = i % 4;
	assert_int_equal(hd_learn(&c, &o, &l, &err), -1);
	assert_err(&err, HD_EDATA, "too few");
	for (size_t i = 0; i < DOCS; i++) {
		m->groups[i] = i;
		m->labels[i] = i < 4;
	}
	assert_int_equal(hd_learn(&c, &o, &l, &err), -1);
	assert_err(&err, HD_EDATA, "too few");
	/* few groups, but each has tickets of both classes */
	for (size_t i = 0; i < DOCS; i++) {
		m->groups[i] = i % 5;
		m->labels[i] = i / 5 % 4 == 0;
	}
	assert_int_equal(hd_learn(&c, &o, &l, &err), 0);
	assert_int_equal(l.groups, 5);
	hd_learned_release(&l);
	drop(m);
}

static void
test_groups(void **state)
{
	struct hd_groups g, h;
	uint64_t a[6], b[6];

	(void)state;
	hd_groups_init(&g, 6);
	hd_groups_add(&g, 0, S("account 1"));
	hd_groups_add(&g, 1, S("account 2"));
	hd_groups_add_text(&g, 0, S("Where is  my parcel?"));
	hd_groups_add_text(&g, 2, S("where is my PARCEL"));
	hd_groups_add(&g, 3, S("account 1"));
	hd_groups_add_text(&g, 4, S("  !? "));
	hd_groups_add_text(&g, 5, S("..."));
	hd_groups_ids(&g, a);
	assert_true(a[0] == a[2] && a[0] == a[3]);
	assert_true(a[0] != a[1] && a[0] != a[4] && a[4] != a[5]);
	/* in another order, the same */
	hd_groups_init(&h, 6);
	hd_groups_add(&h, 2, S("account 1"));
	hd_groups_add_text(&h, 3, S("where is my parcel"));
	hd_groups_add_text(&h, 5, S("where is my parcel"));
	hd_groups_add(&h, 4, S("account 2"));
	hd_groups_add(&h, 5, S("account 1"));
	hd_groups_ids(&h, b);
	assert_true(b[5] == a[0] && b[2] == a[0] && b[3] == a[0]);
	assert_true(b[4] == a[1]);
	hd_groups_join(&g, 1, 4);
	hd_groups_ids(&g, a);
	assert_true(a[1] == a[4]);
	hd_groups_release(&g);
	hd_groups_release(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_learns),
		cmocka_unit_test(test_spread),
		cmocka_unit_test(test_suspects),
		cmocka_unit_test(test_shuffled),
		cmocka_unit_test(test_groups_whole),
		cmocka_unit_test(test_folds),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_per_part),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_platt),
		cmocka_unit_test(test_bags),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_calibrated),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_groups),
	};

	return cmocka_run_group_tests_name("learn", tests, NULL, NULL);
}
