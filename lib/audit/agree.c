/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement, question by question: see agree.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/agree.h"
#include "base/hash.h"

/* What was said of a question: answers by ticket, and who gave them. */
struct said {
	enum hd_question q;
	struct hd_map coders, tickets, words; /* from names to indexes */
	size_t ranks;
	struct one {
		size_t ticket, coder;
		int code;
	} * v;
	size_t n, cap;
};

static void
release(struct said *s)
{
	hd_map_release(&s->coders);
	hd_map_release(&s->tickets);
	hd_map_release(&s->words);
	free(s->v);
}

static int
code(struct said *s, struct hd_str word)
{
	return (int)*hd_map_put(&s->words, word, (int64_t)s->words.count);
}

/* Words of the codebook first, in its order; "unclear" is its last. */
static void
begin(struct said *s, enum hd_question q)
{
	const struct hd_choice *c = hd_codebook(q)->choices;

	memset(s, 0, sizeof(*s));
	s->q = q;
	for (; c != NULL && c->word != NULL; c++)
		(void)code(s, hd_str(c->word));
	s->ranks = s->words.count > 0 ? s->words.count - 1 : 0;
}

static int
read_people(
    struct said *s, struct hd_db *db, int64_t sample, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/question_answers", err);
	struct hd_buf id = HD_BUF_INIT;
	struct one *o;
	int n;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, sample);
	hd_bind_text(st, 2, hd_str(hd_codebook(s->q)->name));
	while ((n = hd_stmt_step(st, err)) == 1) {
		s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
		o = &s->v[s->n++];
		hd_buf_reset(&id);
		hd_buf_addf(&id, "%lld", (long long)hd_col_int(st, 0));
		o->ticket = (size_t)*hd_map_put(
		    &s->tickets, hd_buf_str(&id), (int64_t)s->tickets.count);
		o->coder = (size_t)*hd_map_put(
		    &s->coders, hd_col_text(st, 1), (int64_t)s->coders.count);
		o->code = code(s, hd_col_text(st, 2));
	}
	hd_buf_release(&id);
	hd_stmt_close(st);
	return n;
}

/* What the coders of the list said, ticket by ticket; -1 for nothing. */
static int *
ratings(const struct said *s, const size_t *coder, size_t n)
{
	int *v = hd_xmalloc((s->tickets.count * n + 1) * sizeof(*v));

	for (size_t i = 0; i < s->tickets.count * n; i++)
		v[i] = -1;
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < n; k++)
			if (coder[k] == s->v[i].coder)
				v[s->v[i].ticket * n + k] = s->v[i].code;
	return v;
}

static void
tell(struct hd_agreejob *job, const struct said *s, const char *between,
    const int *v, size_t units, size_t coders, struct hd_agreed *a)
{
	struct hd_coded c = { s->q, between,
		{ v, units, coders, s->words.count }, s->ranks,
		hd_codebook(s->q)->ordered };

	hd_agreed(&c, job->r->sample.seed.p, a);
	if (a->n == 0)
		return;
	job->undefined += isnan(a->alpha.value) != 0;
	hd_agreed_row(&c, a, job->figures, job->t);
}

static void
pair(struct hd_agreejob *job, const struct said *s, size_t a, size_t b,
    struct hd_agreed *got)
{
	const size_t who[] = { a, b };
	struct hd_buf between = HD_BUF_INIT;
	int *v = ratings(s, who, 2);

	hd_buf_addf(&between, "%s-%s", s->coders.entries[a].key,
	    s->coders.entries[b].key);
	tell(job, s, hd_buf_cstr(&between), v, s->tickets.count, 2, got);
	free(v);
	hd_buf_release(&between);
}

/* The coders in the order of their names. */
static size_t *
by_name(const struct said *s)
{
	const struct hd_map_entry *e = s->coders.entries;
	size_t *order = hd_xcalloc(s->coders.count + 1, sizeof(*order)), at;

	for (size_t i = 0; i < s->coders.count; i++) {
		for (at = i;
		     at > 0 && strcmp(e[order[at - 1]].key, e[i].key) > 0; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}

static void
weigh(struct hd_agreejob *job, const struct said *s, const struct hd_agreed *a)
{
	job->twice += a->n;
	if (isnan(a->alpha.value) ||
	    (job->weakest >= 0 && a->alpha.value >= job->alpha))
		return;
	job->weakest = (int)s->q;
	job->alpha = a->alpha.value;
}

/* Each two reviewers, and all of them where they are more. */
static void
people(struct hd_agreejob *job, const struct said *s)
{
	size_t n = s->coders.count, *order = by_name(s);
	struct hd_agreed a;
	int *v;

	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++) {
			pair(job, s, order[i], order[k], &a);
			if (n == 2)
				weigh(job, s, &a);
		}
	if (n > 2) {
		v = ratings(s, order, n);
		tell(job, s, "all", v, s->tickets.count, n, &a);
		weigh(job, s, &a);
		free(v);
	}
	free(order);
}

/* The machine, which may not know either, and the first reviewer. */
static void
machine(struct hd_agreejob *job, struct said *s)
{
	const struct hd_reviewed *r = job->r;
	int *v = hd_xcalloc(2 * r->n + 1, sizeof(*v));
	struct hd_agreed a;
	bool tags = false;

	for (size_t i = 0; i < r->n; i++) {
		tags = tags || r->v[i].machine[s->q].p != NULL;
		v[2 * i] = r->v[i].machine[s->q].p != NULL
			       ? code(s, r->v[i].machine[s->q])
			       : code(s, hd_str("unknown"));
		v[2 * i + 1] = r->v[i].answer[s->q].p != NULL
				   ? code(s, r->v[i].answer[s->q])
				   : -1;
	}
	if (tags)
		tell(job, s, "machine", v, r->n, 2, &a);
	free(v);
}

static bool
wanted(const struct hd_agreejob *job, enum hd_question q)
{
	for (size_t i = 0; i < job->nquestions; i++)
		if (strcmp(job->questions[i], hd_codebook(q)->name) == 0)
			return true;
	return job->nquestions == 0;
}

int
hd_agree(struct hd_agreejob *job, struct hd_err *err)
{
	struct said s;
	int r = 0;

	job->twice = job->undefined = 0;
	job->weakest = -1;
	for (int q = 0; q < HD_Q_NOTE && r == 0; q++) {
		if (!wanted(job, (enum hd_question)q))
			continue;
		begin(&s, (enum hd_question)q);
		r = read_people(&s, job->db, job->r->sample.id, err);
		if (r == 0 && s.n > 0) {
			people(job, &s);
			if (hd_codebook((enum hd_question)q)->tag)
				machine(job, &s);
		}
		release(&s);
	}
	return r;
}
