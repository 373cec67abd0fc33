/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a rule set costs a ticket, on one thread: by hd_eval(), and by a plain
 * loop that runs each of its patterns with PCRE2's JIT.
 *   tagging RULES TICKETS SAMPLE   the rates, as NAME, tab, FIGURE
 *   tagging RULES TICKETS csv      the tickets as CSV
 * Both take turns on the same machine in the same run: a batch of tickets goes
 * through hd_eval(), then some of it through the loop.  Only the matching is
 * timed, in seconds of this thread.
 */
#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/num.h"
#include "rules/matcher.h"
#include "rules/pattern.h"
#include "rules/pcre.h"
#include "tickets.h"

#define BATCHES	  50 /* and as many parts of the sample */
#define STACK_MIN ((size_t)32 * 1024)
#define STACK_MAX ((size_t)1024 * 1024)

/* A loop of every pattern over every text of its field. */
struct plain {
	const struct hd_ruleset *rs;
	pcre2_code **codes;
	pcre2_match_data *data;
	pcre2_match_context *ctx;
	pcre2_jit_stack *stack;
	size_t matches, runs;
};

struct bench {
	const struct hd_ruleset *rs;
	struct maker *maker;
	struct plain plain;
	struct hd_matcher *m;
	struct hd_arena arena;
	struct hd_val *vals;
	struct ticket *tickets; /* a batch */
	struct hd_tags tags, other;
	size_t *fired; /* by rule */
	size_t made, sampled, hits, bytes, differ, gave_up;
	double fast, slow; /* seconds */
};

static void
die(const char *what)
{
	(void)fprintf(stderr, "tagging: %s\n", what);
	exit(4);
}

static double
seconds(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) != 0)
		die("no clock of the thread");
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* --- the loop --- */

static void
plain_open(struct plain *p, const struct hd_ruleset *rs)
{
	size_t offset;
	int err;

	memset(p, 0, sizeof(*p));
	p->rs = rs;
	p->codes = hd_xcalloc(rs->npatterns, sizeof(*p->codes));
	for (size_t i = 0; i < rs->npatterns; i++) {
		p->codes[i] = hd_pcre_compile(
		    hd_pattern_text(rs->patterns[i]), 0, &err, &offset);
		if (p->codes[i] == NULL ||
		    pcre2_jit_compile(p->codes[i], PCRE2_JIT_COMPLETE) != 0)
			die("a pattern does not compile, or PCRE2 has no JIT");
	}
	p->data = pcre2_match_data_create(1, NULL);
	p->ctx = pcre2_match_context_create(NULL);
	p->stack = pcre2_jit_stack_create(STACK_MIN, STACK_MAX, NULL);
	if (p->data == NULL || p->ctx == NULL || p->stack == NULL)
		die("out of memory");
	pcre2_jit_stack_assign(p->ctx, NULL, p->stack);
}

static void
plain_close(struct plain *p)
{
	for (size_t i = 0; i < p->rs->npatterns; i++)
		pcre2_code_free(p->codes[i]);
	free(p->codes);
	pcre2_match_data_free(p->data);
	pcre2_match_context_free(p->ctx);
	pcre2_jit_stack_free(p->stack);
}

/* Texts are valid: pcre2_jit_match() checks nothing, the fastest there is. */
static void
plain_run(struct plain *p, const struct hd_val *vals)
{
	const struct hd_probe *pr;
	const struct hd_val *v;
	struct hd_str s;
	size_t n;
	int rc = -1;

	for (size_t i = 0; i < p->rs->nprobes; i++) {
		pr = &p->rs->probes[i];
		v = &vals[pr->field];
		n = hd_val_count(v);
		rc = -1;
		for (size_t k = 0; k < n && rc < 0; k++) {
			s = hd_val_item(v, k);
			p->runs++;
			rc = pcre2_jit_match(p->codes[pr->pattern],
			    (PCRE2_SPTR)s.p, s.n, 0, 0, p->data, p->ctx);
		}
		p->matches += rc >= 0;
	}
}

/* --- both --- */

static void
count(struct bench *b)
{
	for (size_t i = 0; i < b->tags.nfired; i++)
		b->fired[b->tags.fired[i] - 1]++;
	b->hits += b->tags.nfired;
	b->gave_up += b->tags.gave_up;
}

static bool
same(const struct bench *b, const struct hd_tags *x, const struct hd_tags *y)
{
	if (x->nfired != y->nfired ||
	    memcmp(x->fired, y->fired, x->nfired * sizeof(*x->fired)) != 0)
		return false;
	for (size_t d = 0; d < b->rs->ndims; d++)
		if (x->one[d] != y->one[d] || x->by[d] != y->by[d] ||
		    x->nvalues[d] != y->nvalues[d] ||
		    memcmp(x->values[d], y->values[d],
			x->nvalues[d] * sizeof(*x->values[d])) != 0)
			return false;
	return true;
}

static void
make(struct bench *b, size_t n)
{
	struct ticket *t;

	hd_arena_reset(&b->arena);
	for (size_t i = 0; i < n; i++) {
		t = &b->tickets[i];
		maker_ticket(b->maker, b->made++, &b->arena, t);
		b->bytes += t->text.n + t->ai.n + t->agent.n + t->note.n;
	}
}

static void
batch(struct bench *b, size_t n, size_t sample)
{
	double start;

	make(b, n);
	start = seconds();
	for (size_t i = 0; i < n; i++) {
		ticket_vals(b->rs, &b->tickets[i], b->vals);
		hd_eval(b->m, b->vals, true, &b->tags);
		count(b);
	}
	b->fast += seconds() - start;
	start = seconds();
	for (size_t i = 0; i < sample; i++) {
		ticket_vals(b->rs, &b->tickets[i], b->vals);
		plain_run(&b->plain, b->vals);
	}
	b->slow += seconds() - start;
	for (size_t i = 0; i < sample; i++) {
		ticket_vals(b->rs, &b->tickets[i], b->vals);
		hd_eval(b->m, b->vals, true, &b->tags);
		hd_matcher_plain(b->m, true);
		hd_eval(b->m, b->vals, true, &b->other);
		hd_matcher_plain(b->m, false);
		b->differ += !same(b, &b->tags, &b->other);
	}
	b->sampled += sample;
}

static void
figure(const char *name, double x)
{
	(void)printf("%s\t%.10g\n", name, x);
}

static void
report(const struct bench *b)
{
	double n = (double)b->made, loop = (double)b->sampled;
	size_t never = 0, rules = 0;
	struct rusage u;

	for (size_t i = 0; i < b->rs->nrules; i++) {
		if (!maker_fires(b->maker, i))
			continue;
		rules++;
		never += b->fired[i] == 0;
		if (b->fired[i] == 0)
			(void)printf("silent\t%s\n", b->rs->rules[i].id);
	}
	if (getrusage(RUSAGE_SELF, &u) != 0)
		die("no figure of memory");
	figure("tickets", n);
	figure("sample", loop);
	figure("bytes a ticket", (double)b->bytes / n);
	figure("rules", (double)b->rs->nrules);
	figure("rules with a pattern", (double)rules);
	figure("patterns", (double)b->rs->nprobes);
	figure("patterns run a ticket", (double)b->plain.runs / loop);
	figure("patterns matched a ticket", (double)b->plain.matches / loop);
	figure("hits a ticket", (double)b->hits / n);
	figure("rules that never fired", (double)never);
	figure("tickets undecided", (double)b->gave_up);
	figure("tickets that differ", (double)b->differ);
	figure("seconds", b->fast);
	figure("rate", n / b->fast);
	figure("rate of the loop", loop / b->slow);
	figure("ratio", n / b->fast * b->slow / loop);
	figure("peak MB", (double)u.ru_maxrss * 1.024e-3);
}

static void
run(const struct hd_ruleset *rs, size_t n, size_t sample)
{
	struct bench b;
	struct hd_err err = HD_ERR_INIT;
	size_t most = n / BATCHES + 1;

	memset(&b, 0, sizeof(b));
	b.rs = rs;
	b.maker = maker_new(rs);
	b.m = hd_matcher_new(rs, &err);
	if (b.m == NULL)
		die(err.msg);
	plain_open(&b.plain, rs);
	b.vals = hd_xcalloc(rs->nfields, sizeof(*b.vals));
	b.tickets = hd_xcalloc(most, sizeof(*b.tickets));
	b.fired = hd_xcalloc(rs->nrules, sizeof(*b.fired));
	for (size_t i = 0; i < BATCHES; i++)
		batch(&b, n * (i + 1) / BATCHES - n * i / BATCHES,
		    sample * (i + 1) / BATCHES - sample * i / BATCHES);
	report(&b);
	plain_close(&b.plain);
	hd_matcher_free(b.m);
	hd_tags_release(&b.tags);
	hd_tags_release(&b.other);
	hd_arena_release(&b.arena);
	maker_free(b.maker);
	free(b.vals);
	free(b.tickets);
	free(b.fired);
}

/* The customer's side of the same tickets. */
static void
csv(const struct hd_ruleset *rs, size_t n)
{
	struct maker *m = maker_new(rs);
	struct hd_arena arena = HD_ARENA_INIT;
	struct ticket t;

	(void)puts("id,created_at,status,subject,description");
	for (size_t i = 0; i < n; i++) {
		hd_arena_reset(&arena);
		maker_ticket(m, i, &arena, &t);
		(void)printf("%zu,2026-%02zu-%02zuT%02zu:%02zu:00Z,solved,", i,
		    1 + i / 40320 % 12, 1 + i / 1440 % 28, i / 60 % 24, i % 60);
		(void)csv_fwrite(stdout, t.subject.p, t.subject.n);
		(void)putchar(',');
		t.text.p += t.subject.n + 1;
		t.text.n -= t.subject.n + 1;
		(void)csv_fwrite(stdout, t.text.p, t.text.n);
		(void)putchar('\n');
	}
	hd_arena_release(&arena);
	maker_free(m);
}

static size_t
number(const char *s)
{
	int64_t i;

	if (!hd_num_int(hd_str(s), &i) || i < 1)
		die("not a number above 0");
	return (size_t)i;
}

int
main(int argc, char *argv[])
{
	struct hd_rulesrc_disk disk = { NULL };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_ruleset *rs = NULL;
	struct hd_err err = HD_ERR_INIT;
	size_t n, sample;

	if (argc != 4)
		die("usage: tagging RULES TICKETS SAMPLE|csv");
	if (hd_ruleset_load(&rs, &src, argv[1], &err) != 0)
		die(err.msg);
	n = number(argv[2]);
	if (strcmp(argv[3], "csv") == 0) {
		csv(rs, n);
	} else {
		sample = number(argv[3]);
		run(rs, n, sample < n ? sample : n);
	}
	hd_ruleset_free(rs);
	return fflush(stdout) == 0 ? 0 : 4;
}
