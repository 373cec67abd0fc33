/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGGER_H
#define HD_TAGGER_H

#include "audit/told.h"
#include "base/lang.h"
#include "rules/evidence.h"

/*
 * One ticket against a rule set: its path, its answer, its tags from all facts
 * and from those of arrival alone.  One tagger a thread.
 */
struct hd_tagger;

/* Owned by caller; rs and the path of languages.conf are borrowed. */
struct hd_tagger *hd_tagger_new(
    const struct hd_ruleset *rs, const char *languages, struct hd_err *err);
/* Let models speak beside the rules; borrowed, NULL for none. */
void hd_tagger_use(struct hd_tagger *t, const struct hd_modelset *models);
/* But not on this dimension; -1: on all. */
void hd_tagger_deaf(struct hd_tagger *t, int dim);
/* Say nothing of arrival: row->open is unknown. */
void hd_tagger_whole(struct hd_tagger *t);
void hd_tagger_free(struct hd_tagger *t);
/* The columns threads must bring: see hd_subject_columns(). */
const char *const *hd_tagger_columns(const struct hd_tagger *t, size_t *n);

/*
 * Tag a thread.  row is filled but for its rule set; its strings, and tags,
 * are borrowed from t until the next call or copied into arena when that is
 * not NULL.
 */
void hd_tagger_run(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row);
/* What models and people said in the last run; borrowed until the next. */
const struct hd_told *hd_tagger_told(const struct hd_tagger *t);
const struct hd_ruleset *hd_tagger_ruleset(const struct hd_tagger *t);
/* The facts of the last run; borrowed until the next. */
const struct hd_subject *hd_tagger_subject(const struct hd_tagger *t);
/*
 * Fill row->answer after a run: which message resolved the ticket and its
 * signature, in arena.
 */
void hd_tagger_sign(struct hd_tagger *t, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_tagrow *row);
/* The tags of the last run, whole stage. */
const struct hd_tags *hd_tagger_tags(const struct hd_tagger *t);
/*
 * Did the last run leave a rule open?  In how many evaluations of all runs was
 * rules[rule] left open?
 */
bool hd_tagger_open(const struct hd_tagger *t);
size_t hd_tagger_gave_up(const struct hd_tagger *t, size_t rule);
/* Index of the message that was taken for the answer, -1 none. */
int64_t hd_tagger_answer(const struct hd_tagger *t);
/*
 * What a message that answers is: an answer, as one that may have resolved the
 * ticket; a question that gives nothing yet; or neither.
 */
enum hd_tagger_kind {
	HD_TAGGER_OTHER,
	HD_TAGGER_ANSWER,
	HD_TAGGER_QUESTION,
};
enum hd_tagger_kind hd_tagger_kind(struct hd_tagger *t, struct hd_str body);
/* Explain the last run: see hd_explain(). */
int hd_tagger_explain(struct hd_tagger *t,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx);

#endif
