/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MODELSET_H
#define HD_MODELSET_H

#include "audit/document.h"
#include "learn/model.h"
#include "rules/eval.h"
#include "store/db.h"

/*
 * The models that stand beside a rule set, one a dimension.  Read-only once it
 * is bound, so that any number of taggers may share it, each with a lane.
 */
struct hd_modelset;

/*
 * Those that are used now, or those that a stored rule set was used with.
 * *set is NULL when there are none; owned by caller.
 */
int hd_modelset_used(
    struct hd_db *db, struct hd_modelset **set, struct hd_err *err);
int hd_modelset_of(struct hd_db *db, int64_t ruleset, struct hd_modelset **set,
    struct hd_err *err);
void hd_modelset_free(struct hd_modelset *s);

/*
 * The rule file that a rule set becomes with these models: it uses `operand`,
 * whose rules are rs, gives each dimension the values that its model knows, and
 * names the models, so that the rule set's hash tells them.
 */
void hd_modelset_rules(const struct hd_modelset *s, const struct hd_ruleset *rs,
    const char *operand, bool alone, struct hd_buf *text);
/* The line of it that declares a dimension, none for a ranked one. */
void hd_modelset_declare(const char *dimension, const struct hd_model *m,
    const struct hd_ruleset *rs, struct hd_buf *b);
/* Remember which models the stored rule set is used with. */
int hd_modelset_save(const struct hd_modelset *s, struct hd_db *db,
    int64_t ruleset, struct hd_err *err);
/*
 * Find the dimensions and values in the rule set that was made so.  Whether
 * models decide alone is read there too.
 */
void hd_modelset_bind(struct hd_modelset *s, const struct hd_ruleset *rs);

/* What a tagger needs of its own; NULL for no set.  Owned by caller. */
struct hd_modellane;
struct hd_modellane *hd_modellane_new(const struct hd_modelset *s);
void hd_modellane_free(struct hd_modellane *l);

/* What a model said of the ticket at hand. */
struct hd_modelguess {
	int dim, value; /* value -1: none that the rule set has */
	double p;	/* how sure, calibrated */
	bool sure;	/* enough to stand */
	bool held_out;	/* said without having seen the ticket's label */
};

/*
 * Ask every model that can be asked at this stage about the thread that the
 * subject took last, of which rules alone say tags; returns how many answered,
 * in *guesses (borrowed until the next call).  Of a ticket that it has learned
 * from, a model says what it said without it; that was of the whole text, so it
 * says nothing of the arrival of one that went on.  A text in a language that the rule set does not cover is
 * left alone, and one of hardly a word where the dimension is ranked: there
 * saying nothing must not become the commonest value.
 */
size_t hd_modellane_ask(struct hd_modellane *l, const struct hd_subject *s,
    const struct hd_tags *tags, int64_t ticket, enum hd_stage stage,
    int64_t answer, int readable, const struct hd_modelguess **guesses);

/* What stands of the guesses; given has room for as many.  Returns how many. */
size_t hd_modellane_give(const struct hd_modellane *l,
    const struct hd_modelguess *guesses, size_t n, struct hd_given *given);

/*
 * The n-grams that spoke for a value of a learned dimension in the thread that
 * the subject took last, the strongest first, at most max; d becomes what the
 * model read.  Returns how many.
 */
size_t hd_modellane_explain(struct hd_modellane *l, const struct hd_subject *s,
    const struct hd_tags *tags, int dim, int value, int64_t answer,
    struct hd_document *d, struct hd_reason *reasons, size_t max);

#endif
