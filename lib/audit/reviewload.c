/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filled review sheets: see reviewload.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/reviewload.h"
#include "audit/verdict.h"
#include "base/hash.h"
#include "base/utf8.h"

#define NAME 100   /* bytes of a reviewer's name */
#define NOTE 32767 /* bytes of a note: what a cell holds */

/* A sample that rows speak of. */
struct into {
	struct hd_sample s;
	struct hd_verdicts *v;
};

/* What a reviewer said of a ticket in the rows so far. */
struct said {
	const struct into *into;
	int64_t ticket;
	struct hd_str reviewer;
	uint64_t answer[HD_QUESTIONS]; /* a hash of it, 0: none */
	bool changed;
};

struct hd_reviewload {
	struct hd_db *db;
	const char *sample, *reviewer, *languages;
	struct into **into;
	size_t ninto, into_cap;
	struct hd_stmt *find, *forgotten;
	struct said *said;
	size_t nsaid, said_cap;
	struct hd_map at; /* "sample ticket reviewer" -> index of said */
	struct hd_arena arena;
	struct hd_buf b;
	struct hd_reviewcounts counts;
};

/* A name of the user's for a message: not all of it when it is long. */
static int
shown(struct hd_str s)
{
	return (int)hd_utf8_head(s, 80).n;
}

static int
open_sample(struct hd_reviewload *l, const char *name, struct into **into,
    struct hd_err *err)
{
	struct into *i = hd_arena_alloc(&l->arena, sizeof(*i));

	memset(i, 0, sizeof(*i));
	if (hd_sample_get(l->db, name, &l->arena, &i->s, err) != 0)
		return -1;
	i->v = hd_verdicts_open(l->db, &i->s, l->languages, err);
	if (i->v == NULL)
		return -1;
	l->into =
	    hd_grow(l->into, &l->into_cap, l->ninto + 1, sizeof(struct into *));
	l->into[l->ninto++] = i;
	*into = i;
	return 0;
}

struct hd_reviewload *
hd_reviewload_open(struct hd_db *db, const char *sample, const char *reviewer,
    const char *languages, struct hd_err *err)
{
	struct hd_reviewload *l = hd_xcalloc(1, sizeof(*l));
	struct into *first;

	l->db = db;
	l->sample = sample;
	l->reviewer = reviewer;
	l->languages = languages;
	l->find = hd_stmt_named(db, "sql/review_ticket", err);
	l->forgotten = hd_stmt_named(db, "sql/forget_ticket", err);
	if (l->find != NULL && l->forgotten != NULL &&
	    open_sample(l, sample, &first, err) == 0)
		return l;
	hd_reviewload_close(l);
	return NULL;
}

void
hd_reviewload_close(struct hd_reviewload *l)
{
	if (l == NULL)
		return;
	for (size_t i = 0; i < l->ninto; i++)
		hd_verdicts_close(l->into[i]->v);
	free(l->into);
	hd_stmt_close(l->find);
	hd_stmt_close(l->forgotten);
	free(l->said);
	hd_map_release(&l->at);
	hd_arena_release(&l->arena);
	hd_buf_release(&l->b);
	free(l);
}

const struct hd_reviewcounts *
hd_reviewload_counts(const struct hd_reviewload *l)
{
	return &l->counts;
}

/* The first that was opened is the one for rows that name none. */
static int
find_sample(struct hd_reviewload *l, struct hd_str name, struct into **into,
    struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	int r;

	for (size_t i = 0; i < l->ninto; i++)
		if (name.n == 0 || hd_str_same(name, l->into[i]->s.name)) {
			*into = l->into[i];
			return 0;
		}
	hd_buf_add(&b, name.p, (size_t)shown(name));
	r = open_sample(l, hd_buf_cstr(&b), into, err);
	if (r != 0 && err->code == HD_EUSAGE)
		err->code = HD_EDATA;
	hd_buf_release(&b);
	return r;
}

static int
find_ticket(struct hd_reviewload *l, const struct into *into, struct hd_str key,
    int64_t *ticket, struct hd_err *err)
{
	bool drawn = false, two = false;
	int r;

	if (key.n == 0)
		return hd_err_set(
		    err, HD_EDATA, "no ticket: a column 'key' names it");
	hd_bind_int(l->find, 1, into->s.id);
	hd_bind_text(l->find, 2, key);
	r = hd_stmt_step(l->find, err);
	if (r == 1) {
		*ticket = hd_col_int(l->find, 0);
		drawn = hd_col_int(l->find, 1) != 0;
		two = hd_stmt_step(l->find, err) == 1 &&
		      hd_col_int(l->find, 1) != 0;
	}
	hd_stmt_reset(l->find);
	if (r < 0 || (r == 1 && drawn && !two))
		return r < 0 ? -1 : 0;
	if (r == 0)
		return hd_err_set(
		    err, HD_EDATA, "no ticket '%.*s'", shown(key), key.p);
	return two ? hd_err_set(err, HD_EDATA,
			 "'%.*s' is in more than one source: write source:id",
			 shown(key), key.p)
		   : hd_err_set(err, HD_EDATA,
			 "ticket %.*s is not in sample %s", shown(key), key.p,
			 into->s.name.p);
}

/* Who works alone need not be named. */
static int
find_reviewer(struct hd_reviewload *l, struct hd_str *name, struct hd_err *err)
{
	*name = hd_str_trim(*name);
	if (name->n == 0 && l->reviewer != NULL)
		*name = hd_str_trim(hd_str(l->reviewer));
	if (name->n == 0) {
		*name = hd_str(HD_REVIEWER);
		l->counts.unnamed++;
	}
	if (name->n > NAME)
		return hd_err_set(err, HD_EDATA,
		    "a reviewer's name of %zu bytes, at most %d", name->n,
		    NAME);
	if (!hd_utf8_valid(*name))
		return hd_err_set(
		    err, HD_EDATA, "the reviewer's name is not UTF-8");
	for (size_t i = 0; i < name->n; i++)
		if ((unsigned char)name->p[i] < ' ' || name->p[i] == 0x7F)
			return hd_err_set(err, HD_EDATA,
			    "a control character in the reviewer's name");
	return 0;
}

/* What was said of the ticket before, made when it is nothing. */
static struct said *
find_said(struct hd_reviewload *l, const struct into *into, int64_t ticket,
    struct hd_str reviewer)
{
	struct said *s;
	int64_t at;

	hd_buf_reset(&l->b);
	hd_buf_addf(
	    &l->b, "%lld %lld ", (long long)into->s.id, (long long)ticket);
	hd_buf_add(&l->b, reviewer.p, reviewer.n);
	at = *hd_map_put(&l->at, hd_buf_str(&l->b), (int64_t)l->nsaid);
	if ((size_t)at < l->nsaid)
		return &l->said[at];
	l->said =
	    hd_grow(l->said, &l->said_cap, l->nsaid + 1, sizeof(*l->said));
	s = &l->said[l->nsaid++];
	memset(s, 0, sizeof(*s));
	s->into = into;
	s->ticket = ticket;
	s->reviewer = hd_str_keep(&l->arena, reviewer);
	return s;
}

/* Is each answer one, and no other than before? */
static int
check_answers(const struct into *into, const struct said *s,
    struct hd_str answer[HD_QUESTIONS], struct hd_err *err)
{
	const char *name;

	for (int q = 0; q < HD_QUESTIONS; q++) {
		name = hd_codebook((enum hd_question)q)->name;
		if (answer[q].n == 0)
			continue;
		if (hd_verdicts_answer(
			into->v, q, answer[q], &answer[q], err) != 0)
			return -1;
		if (answer[q].n > NOTE)
			return hd_err_set(err, HD_EDATA,
			    "%s: %zu bytes, at most %d", name, answer[q].n,
			    NOTE);
		if (s->answer[q] != 0 &&
		    s->answer[q] != (hd_hash64(answer[q]) | 1))
			return hd_err_set(err, HD_EDATA,
			    "%s: %.*s answered another thing before in this "
			    "input",
			    name, shown(s->reviewer), s->reviewer.p);
	}
	return 0;
}

/* A note may tell of the person who asked to be forgotten. */
static int
drop_note(struct hd_reviewload *l, int64_t ticket, struct hd_str *note,
    struct hd_err *err)
{
	int r;

	if (note->n == 0)
		return 0;
	hd_bind_int(l->forgotten, 1, ticket);
	r = hd_stmt_step(l->forgotten, err);
	hd_stmt_reset(l->forgotten);
	if (r == 1) {
		note->n = 0;
		l->counts.erased++;
	}
	return r < 0 ? -1 : 0;
}

static int
put_answers(struct hd_reviewload *l, struct said *s,
    const struct hd_str answer[HD_QUESTIONS], struct hd_err *err)
{
	struct hd_review r = { s->into->s.id, s->ticket, s->reviewer,
		{ NULL, 0 }, { NULL, 0 } };
	enum hd_review_change was;

	for (int q = 0; q < HD_QUESTIONS; q++) {
		if (answer[q].n == 0 || s->answer[q] != 0)
			continue;
		r.question = hd_str(hd_codebook((enum hd_question)q)->name);
		r.value = answer[q];
		if (hd_review_put(l->db, &r, &was, err) != 0)
			return -1;
		s->answer[q] = hd_hash64(answer[q]) | 1;
		s->changed = s->changed || was != HD_REVIEW_SAME;
		l->counts.answers[was]++;
	}
	return 0;
}

/* "-" is what tables write for nothing. */
static bool
any_answer(struct hd_str answer[HD_QUESTIONS])
{
	bool any = false;

	for (int q = 0; q < HD_QUESTIONS; q++) {
		answer[q] = hd_str_trim(answer[q]);
		if (hd_str_eq(answer[q], "-"))
			answer[q].n = 0;
		any = any || answer[q].n > 0;
	}
	return any;
}

int
hd_reviewload_row(
    struct hd_reviewload *l, const struct hd_reviewrow *row, struct hd_err *err)
{
	struct hd_reviewrow r = *row;
	struct into *into;
	struct said *s;
	int64_t ticket = 0;

	if (!any_answer(r.answer))
		return 0;
	if (find_sample(l, hd_str_trim(r.sample), &into, err) != 0 ||
	    find_ticket(l, into, hd_str_trim(r.key), &ticket, err) != 0 ||
	    find_reviewer(l, &r.reviewer, err) != 0)
		return -1;
	s = find_said(l, into, ticket, r.reviewer);
	if (check_answers(into, s, r.answer, err) != 0 ||
	    drop_note(l, ticket, &r.answer[HD_Q_NOTE], err) != 0)
		return -1;
	return put_answers(l, s, r.answer, err);
}

int
hd_reviewload_end(struct hd_reviewload *l, struct hd_err *err)
{
	const struct said *s;

	for (size_t i = 0; i < l->nsaid; i++) {
		s = &l->said[i];
		if (!s->changed)
			continue;
		if (hd_verdicts_put(s->into->v, s->ticket, s->reviewer, err) !=
		    0)
			return -1;
		l->counts.verdicts++;
	}
	return 0;
}
