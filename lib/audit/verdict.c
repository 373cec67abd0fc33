/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers make of a ticket: see verdict.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/codebook.h"
#include "audit/tagger.h"
#include "audit/tagset.h"
#include "audit/verdict.h"
#include "store/thread.h"

#define UNKNOWN "unknown" /* a tag that nothing in the ticket decides */
#define OTHER	"other"	  /* an issue that the rule set has no type for */
#define TAGS	4	  /* the questions of which machines give tags */

static const enum hd_question asked[TAGS] = { HD_Q_COMPLEXITY, HD_Q_EMOTION,
	HD_Q_PATTERN, HD_Q_ISSUE };

struct hd_verdicts {
	const struct hd_sample *s;
	struct hd_tagset set; /* rs NULL: the sample has none */
	struct hd_tagger *tagger;
	struct hd_threads *threads;
	struct hd_stmt *tags, *answers, *kept, *put, *drop;
	struct hd_arena arena;
	struct hd_buf word;
};

/* A ticket's tags as they were drawn, and what a reviewer makes of them. */
struct judged {
	struct hd_str machine[TAGS], tier; /* p NULL: unknown */
	struct hd_str answer[TAGS];	   /* p NULL: none */
	struct hd_str tag[TAGS];	   /* p NULL: unknown */
	bool unclear, agrees;
};

static int
load_rules(struct hd_verdicts *v, struct hd_db *db, const char *languages,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_hash", err);
	const char *const *columns;
	int64_t id;
	size_t n;
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, v->s->ruleset);
	r = hd_stmt_step(st, err);
	if (r == 1)
		r = hd_tagset_load(&v->set, db, hd_col_text(st, 0).p, &id, err);
	hd_stmt_close(st);
	if (r != 0)
		return -1;
	v->tagger = hd_tagger_new(v->set.rs, languages, err);
	if (v->tagger == NULL)
		return -1;
	hd_tagger_use(v->tagger, v->set.models);
	/* the tier follows from the answers */
	hd_tagger_deaf(v->tagger, hd_ruleset_dim(v->set.rs, "tier"));
	columns = hd_tagger_columns(v->tagger, &n);
	v->threads = hd_threads_open_one(db, columns, n, err);
	return v->threads != NULL
		   ? hd_threads_clusters(v->threads, v->s->ruleset, err)
		   : -1;
}

struct hd_verdicts *
hd_verdicts_open(struct hd_db *db, const struct hd_sample *s,
    const char *languages, struct hd_err *err)
{
	struct hd_verdicts *v = hd_xcalloc(1, sizeof(*v));

	v->s = s;
	v->tags = hd_stmt_named(db, "sql/verdict_tags", err);
	v->answers = hd_stmt_named(db, "sql/review_answers", err);
	v->kept = hd_stmt_named(db, "sql/verdict_kept", err);
	v->put = hd_stmt_named(db, "sql/verdict_put", err);
	v->drop = hd_stmt_named(db, "sql/verdict_drop", err);
	if (v->tags != NULL && v->answers != NULL && v->kept != NULL &&
	    v->put != NULL && v->drop != NULL &&
	    (s->ruleset < 0 || load_rules(v, db, languages, err) == 0))
		return v;
	hd_verdicts_close(v);
	return NULL;
}

void
hd_verdicts_close(struct hd_verdicts *v)
{
	if (v == NULL)
		return;
	hd_stmt_close(v->tags);
	hd_stmt_close(v->answers);
	hd_stmt_close(v->kept);
	hd_stmt_close(v->put);
	hd_stmt_close(v->drop);
	hd_threads_close(v->threads);
	hd_tagger_free(v->tagger);
	hd_tagset_release(&v->set);
	hd_arena_release(&v->arena);
	hd_buf_release(&v->word);
	free(v);
}

static int
read_machine(
    struct hd_verdicts *v, int64_t ticket, struct judged *j, struct hd_err *err)
{
	int r;

	hd_bind_int(v->tags, 1, v->s->id);
	hd_bind_int(v->tags, 2, ticket);
	r = hd_stmt_step(v->tags, err);
	for (int i = 0; r == 1 && i < TAGS; i++)
		j->machine[i] = hd_str_keep(&v->arena, hd_col_text(v->tags, i));
	if (r == 1)
		j->tier = hd_str_keep(&v->arena, hd_col_text(v->tags, TAGS));
	hd_stmt_reset(v->tags);
	if (r == 0)
		return hd_err_set(
		    err, HD_EDATA, "the ticket is not in the sample");
	return r < 0 ? -1 : 0;
}

static int
read_answers(struct hd_verdicts *v, int64_t ticket, struct hd_str reviewer,
    struct judged *j, struct hd_err *err)
{
	int r, q;

	hd_bind_int(v->answers, 1, v->s->id);
	hd_bind_int(v->answers, 2, ticket);
	hd_bind_text(v->answers, 3, reviewer);
	while ((r = hd_stmt_step(v->answers, err)) == 1) {
		q = hd_codebook_find(hd_col_text(v->answers, 0));
		for (int i = 0; i < TAGS; i++)
			if (q == (int)asked[i])
				j->answer[i] = hd_str_keep(
				    &v->arena, hd_col_text(v->answers, 1));
	}
	hd_stmt_reset(v->answers);
	return r;
}

/*
 * The tags with which the ticket is judged.  Who cannot tell gets the best that it
 * could be: a tier that even this does not make automate is sure.
 */
static void
settle(const struct hd_verdicts *v, struct judged *j)
{
	struct hd_str *a;
	int dim;

	j->agrees = true;
	for (int i = 0; i < TAGS; i++) {
		a = &j->answer[i];
		j->tag[i] = j->machine[i];
		if (a->p == NULL)
			continue;
		dim = hd_ruleset_dim(v->set.rs, hd_codebook(asked[i])->name);
		if (hd_str_eq(*a, UNKNOWN)) {
			*a = (struct hd_str){ NULL, 0 };
		} else if (asked[i] == HD_Q_ISSUE) {
			if (hd_str_eq(*a, OTHER))
				*a = (struct hd_str){ NULL, 0 };
			else if (hd_str_eq(*a, HD_UNCLEAR))
				*a = j->machine[i];
		} else if (hd_str_eq(*a, HD_UNCLEAR)) {
			j->unclear = true;
			if (dim >= 0)
				*a = hd_str(v->set.rs->dims[dim].values[0]);
		}
		j->tag[i] = *a;
		j->agrees = j->agrees && !j->unclear &&
			    (a->p == NULL) == (j->machine[i].p == NULL) &&
			    (a->p == NULL || hd_str_same(*a, j->machine[i]));
	}
}

/* The tier that the rule set gives the ticket with these tags. */
static int
tag(struct hd_verdicts *v, int64_t ticket, struct judged *j, struct hd_err *err)
{
	struct hd_override as[TAGS];
	struct hd_thread th;
	struct hd_tagrow row;
	int r, dim = hd_ruleset_dim(v->set.rs, "tier");

	for (int i = 0; i < TAGS; i++)
		as[i] = (struct hd_override){
			.dimension = hd_str(hd_codebook(asked[i])->name),
			.value = j->tag[i],
		};
	j->tier = (struct hd_str){ NULL, 0 };
	if (hd_threads_seek(v->threads, ticket, err) != 0)
		return -1;
	/* to the end, so that no statement stays open */
	while ((r = hd_threads_next(v->threads, &v->arena, &th, err)) == 1) {
		th.overrides = as;
		th.noverrides = TAGS;
		hd_tagger_run(v->tagger, &th, NULL, &row);
		if (dim >= 0 && row.one[HD_CORE_TIER] >= 0)
			j->tier = hd_str(
			    v->set.rs->dims[dim].values[row.one[HD_CORE_TIER]]);
	}
	return r;
}

/* Did the type stay with people? */
static int
is_kept(
    struct hd_verdicts *v, struct hd_str issue, bool *kept, struct hd_err *err)
{
	int r;

	hd_bind_int(v->kept, 1, v->s->id);
	hd_bind_text(v->kept, 2, issue);
	r = hd_stmt_step(v->kept, err);
	*kept = r == 1;
	hd_stmt_reset(v->kept);
	return r < 0 ? -1 : 0;
}

static int
store(struct hd_verdicts *v, int64_t ticket, struct hd_str reviewer,
    const struct judged *j, struct hd_err *err)
{
	struct hd_str tier = j->tier.p != NULL ? j->tier : hd_str("unknown");
	struct hd_stmt *st = v->put;
	bool kept;

	if (is_kept(v, j->tag[TAGS - 1], &kept, err) != 0)
		return -1;
	if (j->unclear && hd_str_eq(tier, "automate"))
		tier = hd_str(HD_UNCLEAR);
	hd_bind_int(st, 1, v->s->id);
	hd_bind_int(st, 2, ticket);
	hd_bind_text(st, 3, reviewer);
	hd_bind_text(st, 4, tier);
	hd_bind_int(st, 5, kept);
	return hd_stmt_run(st, err);
}

static int
drop(struct hd_verdicts *v, int64_t ticket, struct hd_str reviewer,
    struct hd_err *err)
{
	hd_bind_int(v->drop, 1, v->s->id);
	hd_bind_int(v->drop, 2, ticket);
	hd_bind_text(v->drop, 3, reviewer);
	return hd_stmt_run(v->drop, err);
}

int
hd_verdicts_put(struct hd_verdicts *v, int64_t ticket, struct hd_str reviewer,
    struct hd_err *err)
{
	struct judged j;

	memset(&j, 0, sizeof(j));
	hd_arena_reset(&v->arena);
	if (v->set.rs == NULL)
		return 0;
	if (read_machine(v, ticket, &j, err) != 0 ||
	    read_answers(v, ticket, reviewer, &j, err) != 0)
		return -1;
	if (j.answer[0].p == NULL && j.answer[1].p == NULL &&
	    j.answer[2].p == NULL)
		return drop(v, ticket, reviewer, err);
	settle(v, &j);
	/*
	 * The tier of the draw, whatever became of the ticket's text; but for one
	 * that a model may have given.
	 */
	if ((!j.agrees || v->set.models != NULL) &&
	    tag(v, ticket, &j, err) != 0)
		return -1;
	return store(v, ticket, reviewer, &j, err);
}

/* "unknown", "other", "unclear" or a type of the rule set; any name without one. */
static int
answer_issue(struct hd_verdicts *v, struct hd_str given, struct hd_str *answer,
    struct hd_err *err)
{
	const struct hd_ruleset *rs = v->set.rs;
	int dim = rs != NULL ? hd_ruleset_dim(rs, "issue") : -1;
	const struct hd_dim *d = dim >= 0 ? &rs->dims[dim] : NULL;

	*answer = given;
	hd_buf_reset(&v->word);
	hd_value_name(&v->word, given);
	if (hd_str_ieq(given, UNKNOWN))
		*answer = hd_str(UNKNOWN);
	else if (hd_str_ieq(given, OTHER))
		*answer = hd_str(OTHER);
	else if (hd_str_ieq(given, HD_UNCLEAR))
		*answer = hd_str(HD_UNCLEAR);
	else if (d != NULL) {
		for (size_t i = 0; i < d->n; i++)
			if (hd_str_ieq(hd_buf_str(&v->word), d->values[i])) {
				*answer = hd_str(d->values[i]);
				return 0;
			}
		return hd_err_set(err, HD_EDATA,
		    "issue '%.*s': no type of the rule set; 'other' when none "
		    "fits, hs-sample codebook --sample lists them",
		    given.n < 60 ? (int)given.n : 60, given.p);
	}
	return 0;
}

static int
no_choice(const struct hd_codebook *c, struct hd_str given, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	for (const struct hd_choice *k = c->choices; k->word != NULL; k++)
		hd_buf_addf(&b, "%s%s", k == c->choices ? "" : ", ", k->word);
	(void)hd_err_set(err, HD_EDATA, "%s '%.*s': not one of %s", c->name,
	    given.n < 60 ? (int)given.n : 60, given.p, hd_buf_cstr(&b));
	hd_buf_release(&b);
	return -1;
}

int
hd_verdicts_answer(struct hd_verdicts *v, int question, struct hd_str given,
    struct hd_str *answer, struct hd_err *err)
{
	const struct hd_codebook *c = hd_codebook((enum hd_question)question);
	const struct hd_choice *k;

	given = hd_str_trim(given);
	*answer = given;
	if (question == HD_Q_ISSUE)
		return answer_issue(v, given, answer, err);
	if (c->choices == NULL)
		return 0;
	k = hd_codebook_choice(c, given);
	if (k == NULL && c->tag && hd_str_ieq(given, UNKNOWN)) {
		*answer = hd_str(UNKNOWN);
		return 0;
	}
	if (k == NULL)
		return no_choice(c, given, err);
	*answer = hd_str(k->word);
	return 0;
}
