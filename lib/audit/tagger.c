/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One ticket against a rule set: see tagger.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/masked.h"
#include "audit/quote.h"
#include "audit/tagger_int.h"
#include "base/mem.h"

#define ANSWER_WORDS 3 /* of an answer; less is no macro, as "Done." */

static int
value(const struct hd_ruleset *rs, int dim, const char *name)
{
	return dim < 0 ? -1 : hd_ruleset_value(rs, dim, name);
}

/* What one message says back to the AI is no tag of its ticket. */
static unsigned char *
but_outcome(const struct hd_ruleset *rs)
{
	const char **dims = hd_xcalloc(rs->ndims + 1, sizeof(*dims));
	unsigned char *rules;
	size_t n = 0;

	for (size_t i = 0; i < rs->ndims; i++)
		if (strcmp(rs->dims[i].name, "outcome") != 0)
			dims[n++] = rs->dims[i].name;
	rules = hd_rules_of(rs, dims);
	free(dims);
	return rules;
}

/* The rules for tickets, and those that are asked about a message. */
static void
choose_rules(struct hd_tagger *t)
{
	static const char *const ears[] = { "transfer", "trigger", "outcome",
		NULL };
	static const char *const kinds[] = { "answer-kind", NULL };

	t->whole_rules = but_outcome(t->rs);
	t->ear_rules = hd_rules_of(t->rs, ears);
	t->kind_rules = hd_rules_of(t->rs, kinds);
}

/* Ask some rules about a message: into t->aside. */
static void
ask(struct hd_tagger *t, const unsigned char *rules, const struct hd_val *vals)
{
	hd_matcher_choose(t->m, rules);
	hd_eval(t->m, vals, false, &t->aside);
	hd_matcher_choose(t->m, t->whole_rules);
}

struct hd_tagger *
hd_tagger_new(
    const struct hd_ruleset *rs, const char *languages, struct hd_err *err)
{
	struct hd_tagger *t = hd_xcalloc(1, sizeof(*t));

	t->rs = rs;
	hd_jgen_init(&t->gen, false);
	t->s = hd_subject_new(rs);
	t->minhash = hd_minhash_new();
	for (int c = 0; c < HD_CORES; c++)
		t->core[c] = hd_ruleset_dim(rs, hd_core_name((enum hd_core)c));
	t->transfer = hd_ruleset_dim(rs, "transfer");
	t->announced = value(rs, t->transfer, "announced");
	t->hinted = value(rs, t->transfer, "hinted");
	t->refused = value(rs, t->transfer, "refused");
	t->accepted = value(rs, t->transfer, "accepted");
	t->trigger = hd_ruleset_dim(rs, "trigger");
	t->customer = value(rs, t->trigger, "customer");
	t->kind = hd_ruleset_dim(rs, "answer-kind");
	t->substantive = value(rs, t->kind, "substantive");
	t->question = value(rs, t->kind, "question");
	t->outcome = hd_ruleset_dim(rs, "outcome");
	t->helped = value(rs, t->outcome, "helped");
	hd_told_init(&t->told, rs);
	choose_rules(t);
	t->m = hd_matcher_new(rs, err);
	t->lang = t->m != NULL ? hd_lang_open(languages, err) : NULL;
	if (t->lang != NULL) {
		hd_matcher_choose(t->m, t->whole_rules);
		return t;
	}
	hd_tagger_free(t);
	return NULL;
}

void
hd_tagger_whole(struct hd_tagger *t)
{
	t->whole = true;
}

void
hd_tagger_free(struct hd_tagger *t)
{
	if (t == NULL)
		return;
	hd_matcher_free(t->m);
	free(t->whole_rules);
	free(t->ear_rules);
	free(t->kind_rules);
	hd_lang_close(t->lang);
	hd_subject_free(t->s);
	hd_minhash_free(t->minhash);
	hd_buf_release(&t->text);
	hd_buf_release(&t->masked);
	hd_tags_release(&t->tags);
	hd_tags_release(&t->open);
	hd_tags_release(&t->aside);
	hd_tags_release(&t->plain);
	hd_jgen_release(&t->gen);
	hd_buf_release(&t->many);
	hd_told_release(&t->told);
	free(t);
}

const char *const *
hd_tagger_columns(const struct hd_tagger *t, size_t *n)
{
	return hd_subject_columns(t->s, n);
}

const struct hd_ruleset *
hd_tagger_ruleset(const struct hd_tagger *t)
{
	return t->rs;
}

const struct hd_subject *
hd_tagger_subject(const struct hd_tagger *t)
{
	return t->s;
}

void
hd_tagger_use(struct hd_tagger *t, const struct hd_modelset *models)
{
	hd_told_use(&t->told, models);
}

void
hd_tagger_deaf(struct hd_tagger *t, int dim)
{
	t->told.deaf = dim;
}

const struct hd_told *
hd_tagger_told(const struct hd_tagger *t)
{
	return &t->told;
}

const struct hd_tags *
hd_tagger_tags(const struct hd_tagger *t)
{
	return &t->tags;
}

bool
hd_tagger_open(const struct hd_tagger *t)
{
	return t->tags.gave_up + t->open.gave_up > 0;
}

size_t
hd_tagger_gave_up(const struct hd_tagger *t, size_t rule)
{
	return hd_matcher_gave_up(t->m, rule);
}

int64_t
hd_tagger_answer(const struct hd_tagger *t)
{
	return t->answer;
}

bool
hd_tagger_has(const struct hd_tags *tags, int dim, int value)
{
	for (size_t i = 0; dim >= 0 && value >= 0 && i < tags->nvalues[dim];
	     i++)
		if (tags->values[dim][i] == value)
			return true;
	return false;
}

/* Do these words of the AI hand the customer over?  The rules say. */
static enum hd_handover
handover(void *ctx, struct hd_str body)
{
	struct hd_tagger *t = ctx;

	if (t->transfer < 0 || body.p == NULL)
		return HD_HANDOVER_NO;
	ask(t, t->ear_rules, hd_subject_only(t->s, "ai", body));
	if (hd_tagger_has(&t->aside, t->transfer, t->announced))
		return HD_HANDOVER_ANNOUNCED;
	if (hd_tagger_has(&t->aside, t->transfer, t->hinted))
		return HD_HANDOVER_HINTED;
	return hd_tagger_has(&t->aside, t->transfer, t->refused)
		   ? HD_HANDOVER_REFUSED
		   : HD_HANDOVER_NO;
}

/* Does the customer ask for a person, or take the AI's offer of one? */
bool
hd_tagger_wants(struct hd_tagger *t, struct hd_str ai, struct hd_str reply)
{
	struct hd_str said;

	hd_buf_reset(&t->text);
	hd_new_text(&t->text, reply);
	said = hd_buf_str(&t->text);
	hd_subject_only(t->s, "ai", ai);
	hd_subject_also(t->s, "message", said);
	ask(t, t->ear_rules, hd_subject_also(t->s, "last", said));
	return hd_tagger_has(&t->aside, t->transfer, t->accepted) ||
	       hd_tagger_has(&t->aside, t->trigger, t->customer);
}

static bool
wants(void *ctx, struct hd_str ai, struct hd_str reply)
{
	struct hd_tagger *t = ctx;

	return t->accepted >= 0 && reply.p != NULL &&
	       hd_tagger_wants(t, ai, reply);
}

/*
 * Closers, thanks, transfer phrases, refusals and the like are no answers, by the
 * rules of answer-kind; a rule set without that dimension takes every message
 * for one.
 */
enum hd_tagger_kind
hd_tagger_kind(struct hd_tagger *t, struct hd_str body)
{
	if (body.p == NULL)
		return HD_TAGGER_OTHER;
	if (t->kind < 0)
		return HD_TAGGER_ANSWER;
	ask(t, t->kind_rules, hd_subject_only(t->s, "answer", body));
	if (t->aside.nvalues[t->kind] == 0 ||
	    hd_tagger_has(&t->aside, t->kind, t->substantive))
		return HD_TAGGER_ANSWER;
	return hd_tagger_has(&t->aside, t->kind, t->question)
		   ? HD_TAGGER_QUESTION
		   : HD_TAGGER_OTHER;
}

/* The last substantive public answer up to a time. */
static int64_t
last_answer(struct hd_tagger *t, const struct hd_thread *th, int64_t until)
{
	const struct hd_message *m;

	for (size_t i = th->n; i-- > 0;) {
		m = &th->messages[i];
		if (m->public && m->at <= until &&
		    (m->role == HD_ROLE_AI || m->role == HD_ROLE_AGENT) &&
		    hd_tagger_kind(t, m->body) == HD_TAGGER_ANSWER)
			return (int64_t)i;
	}
	return -1;
}

/*
 * The answer with which a ticket was resolved: given_answer, and answer if it
 * stayed resolved.  One that came back got its answer before it was first
 * solved, where that is known.
 */
static void
find_answer(struct hd_tagger *t, const struct hd_thread *th)
{
	t->answer = t->given_answer = -1;
	if (th->reopened && th->first_solved != HD_TIME_NONE)
		t->given_answer = last_answer(t, th, th->first_solved);
	if (t->given_answer < 0 && (th->resolved || th->reopened))
		t->given_answer = last_answer(t, th, INT64_MAX);
	if (th->resolved && !th->reopened)
		t->answer = t->given_answer;
}

static int
readable(const struct hd_tagger *t, enum hd_stage stage)
{
	return hd_legible(
	    t->rs, t->s, hd_subject_words(t->s, stage), t->language);
}

static void
evaluate(struct hd_tagger *t, enum hd_stage stage, bool legible,
    struct hd_tags *tags)
{
	bool open = stage == HD_STAGE_OPEN;

	hd_eval(t->m,
	    hd_subject_vals(
		t->s, stage, open ? NULL : &t->route, open ? -1 : t->answer),
	    legible, tags);
}

/* Models hear first what the rules say without them. */
static void
tag_stage(struct hd_tagger *t, const struct hd_thread *th, enum hd_stage stage,
    int legible, struct hd_tags *tags)
{
	if (t->told.lane != NULL)
		evaluate(t, stage, legible == 1, &t->plain);
	hd_told_ask(&t->told, t->s, &t->plain, th, stage, t->answer, legible);
	if (stage == HD_STAGE_WHOLE)
		hd_told_override(&t->told, th);
	hd_matcher_give(t->m, t->told.given, t->told.ngiven);
	evaluate(t, stage, legible == 1, tags);
	hd_matcher_give(t->m, NULL, 0);
}

void
hd_tagger_run(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row)
{
	hd_subject_set(t->s, th);
	hd_legible_language(t->lang, th, hd_subject_text(t->s), t->language);
	t->readable = readable(t, HD_STAGE_WHOLE);
	hd_route_find(th, &(struct hd_ears){ handover, wants, t }, &t->route);
	/* tickets of a source without bodies: no messages is not no reply */
	if (!th->has_text && th->n == 0 && t->route.basis == NULL)
		t->route.path = HD_PATH_UNKNOWN;
	find_answer(t, th);
	if (!t->whole)
		tag_stage(
		    t, th, HD_STAGE_OPEN, readable(t, HD_STAGE_OPEN), &t->open);
	tag_stage(t, th, HD_STAGE_WHOLE, t->readable, &t->tags);
	hd_tagger_row(t, th, arena, row);
	hd_tagger_ai(t, th, row);
}

void
hd_tagger_sign(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row)
{
	struct hd_answer *a = &row->answer;
	struct hd_sig sig;

	memset(a, 0, sizeof(*a));
	a->ticket = th->ticket;
	a->message = t->given_answer;
	if (a->message < 0)
		return;
	a->role = (int)th->messages[a->message].role;
	a->durable = t->answer >= 0;
	a->issue = row->one[HD_CORE_ISSUE];
	hd_buf_reset(&t->masked);
	hd_answer_mask(&t->masked, &t->text, th, (size_t)a->message);
	if (hd_minhash_text(t->minhash, hd_buf_str(&t->masked), &sig) <
	    ANSWER_WORDS)
		return;
	a->signature.n = sizeof(sig);
	a->signature.p =
	    hd_arena_memdup(arena, (const char *)&sig, sizeof(sig));
}

int
hd_tagger_explain(struct hd_tagger *t,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx)
{
	int r;

	hd_matcher_give(t->m, t->told.given, t->told.ngiven);
	r = hd_explain(t->m,
	    hd_subject_vals(t->s, HD_STAGE_WHOLE, &t->route, t->answer),
	    t->readable == 1, cb, ctx);
	hd_matcher_give(t->m, NULL, 0);
	return r;
}
