/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and models in the database: see model.h. */
#include "store/model.h"

int
hd_label_dimensions(struct hd_db *db,
    int (*fn)(void *ctx, struct hd_str dimension, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/label_dimensions", err);
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1)
		if (fn(ctx, hd_col_text(st, 0), err) != 0) {
			r = -1;
			break;
		}
	hd_stmt_close(st);
	return r;
}

/* A statement on what people said of a dimension. */
static struct hd_stmt *
of_labels(struct hd_db *db, const char *sql, const char *dimension,
    int64_t sample, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, sql, err);

	if (st == NULL)
		return NULL;
	hd_bind_text(st, 1, hd_str(dimension));
	if (sample > 0)
		hd_bind_int(st, 2, sample);
	return st;
}

int
hd_labels_each(struct hd_db *db, const char *dimension, int64_t sample,
    int (*fn)(
	void *ctx, int64_t ticket, struct hd_str value, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st =
	    of_labels(db, sample > 0 ? "sql/review_labels" : "sql/labels",
		dimension, sample, err);
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1)
		if (fn(ctx, hd_col_int(st, 0), hd_col_text(st, 1), err) != 0) {
			r = -1;
			break;
		}
	hd_stmt_close(st);
	return r;
}

int
hd_sel_labelled(
    struct hd_db *db, const char *dimension, int64_t sample, struct hd_err *err)
{
	return hd_stmt_once(
	    of_labels(db, sample > 0 ? "sql/sel_answered" : "sql/sel_labelled",
		dimension, sample, err),
	    err);
}

int
hd_ties_each(struct hd_db *db,
    int (*fn)(void *ctx, int64_t ticket, struct hd_str account,
	struct hd_str requester, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ticket_ties", err);
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1)
		if (fn(ctx, hd_col_int(st, 0), hd_col_text(st, 1),
			hd_col_text(st, 2), err) != 0) {
			r = -1;
			break;
		}
	hd_stmt_close(st);
	return r;
}

int
hd_model_put(struct hd_db *db, const struct hd_model_row *m,
    struct hd_str provenance, int64_t *id, struct hd_err *err)
{
	struct hd_stmt *st;
	int r;

	if (hd_model_unuse(db, m->dimension, err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/model_put", err);
	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(m->hash));
	hd_bind_text(st, 2, hd_str(m->dimension));
	hd_bind_text(st, 3, provenance);
	hd_bind_blob(st, 4, m->bytes);
	r = hd_stmt_step(st, err);
	if (r == 1) {
		*id = hd_col_int(st, 0);
		r = hd_stmt_run(st, err);
	}
	hd_stmt_close(st);
	return r;
}

int
hd_model_unuse(struct hd_db *db, const char *dimension, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/model_unuse", err);

	if (st != NULL)
		hd_bind_text(st, 1, hd_str(dimension));
	return hd_stmt_once(st, err);
}

int
hd_models_each(struct hd_db *db, const int64_t *ruleset,
    int (*fn)(void *ctx, const struct hd_model_row *m, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(
	    db, ruleset != NULL ? "sql/models_of" : "sql/models_used", err);
	struct hd_model_row m;
	int r = -1;

	if (st != NULL && ruleset != NULL)
		hd_bind_int(st, 1, *ruleset);
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		m.id = hd_col_int(st, 0);
		m.hash = hd_col_text(st, 1).p;
		m.dimension = hd_col_text(st, 2).p;
		m.bytes = hd_col_blob(st, 3);
		if (fn(ctx, &m, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

int
hd_ruleset_put_model(
    struct hd_db *db, int64_t ruleset, int64_t model, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_model_put", err);

	if (st != NULL) {
		hd_bind_int(st, 1, ruleset);
		hd_bind_int(st, 2, model);
	}
	return hd_stmt_once(st, err);
}

int
hd_guess_put(struct hd_db *db, int64_t model, const struct hd_guess_row *g,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/model_guess_put", err);

	if (st != NULL) {
		hd_bind_int(st, 1, model);
		hd_bind_int(st, 2, g->ticket);
		hd_bind_int(st, 3, g->fold);
		hd_bind_text(st, 4, g->value);
		hd_bind_real(st, 5, g->p);
		hd_bind_int(st, 6, g->sure);
	}
	return hd_stmt_once(st, err);
}

int
hd_guesses_each(struct hd_db *db, int64_t model,
    int (*fn)(void *ctx, const struct hd_guess_row *g, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/model_guesses", err);
	struct hd_guess_row g = { 0 };
	int r = -1;

	if (st != NULL)
		hd_bind_int(st, 1, model);
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		g.ticket = hd_col_int(st, 0);
		g.value = hd_col_text(st, 1);
		g.p = hd_col_real(st, 2);
		g.sure = hd_col_int(st, 3) != 0;
		if (fn(ctx, &g, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}
