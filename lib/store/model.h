/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_STORE_MODEL_H
#define HD_STORE_MODEL_H

#include "store/db.h"

/*
 * Labels and what is learned from them, as stored.  Nothing here knows what is
 * in the bytes of a model.
 */

/* Call fn for each labelled dimension of the selection, by name. */
int hd_label_dimensions(struct hd_db *db,
    int (*fn)(void *ctx, struct hd_str dimension, struct hd_err *err),
    void *ctx, struct hd_err *err);
/*
 * Call fn for each labelled ticket of the selection, one value each, by ticket.
 * sample: what its reviewers answered instead, "unclear" aside; 0 for labels.
 */
int hd_labels_each(struct hd_db *db, const char *dimension, int64_t sample,
    int (*fn)(
	void *ctx, int64_t ticket, struct hd_str value, struct hd_err *err),
    void *ctx, struct hd_err *err);

/* Leave in the selection what has a label of the dimension; sample as above. */
int hd_sel_labelled(struct hd_db *db, const char *dimension, int64_t sample,
    struct hd_err *err);
/*
 * Call fn for each selected ticket with what names its account and its
 * requester; p NULL where nobody is known.
 */
int hd_ties_each(struct hd_db *db,
    int (*fn)(void *ctx, int64_t ticket, struct hd_str account,
	struct hd_str requester, struct hd_err *err),
    void *ctx, struct hd_err *err);

/* A stored model; strings and bytes are borrowed until fn returns. */
struct hd_model_row {
	int64_t id;
	const char *hash, *dimension;
	struct hd_str bytes;
};

/*
 * Make it the model of its dimension that is used; its id in *id.  The same
 * bytes again are the same model.
 */
int hd_model_put(struct hd_db *db, const struct hd_model_row *m,
    struct hd_str provenance, int64_t *id, struct hd_err *err);
/* From now on rules alone decide the dimension. */
int hd_model_unuse(struct hd_db *db, const char *dimension, struct hd_err *err);
/* The models that are used, or with a rule set those it was used with. */
int hd_models_each(struct hd_db *db, const int64_t *ruleset,
    int (*fn)(void *ctx, const struct hd_model_row *m, struct hd_err *err),
    void *ctx, struct hd_err *err);
int hd_ruleset_put_model(
    struct hd_db *db, int64_t ruleset, int64_t model, struct hd_err *err);

/* What was said of a labelled ticket without having seen its label. */
struct hd_guess_row {
	int64_t ticket, fold;
	struct hd_str value; /* borrowed until fn returns */
	double p;
	bool sure;
};

int hd_guess_put(struct hd_db *db, int64_t model, const struct hd_guess_row *g,
    struct hd_err *err);
int hd_guesses_each(struct hd_db *db, int64_t model,
    int (*fn)(void *ctx, const struct hd_guess_row *g, struct hd_err *err),
    void *ctx, struct hd_err *err);

#endif
