/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers in the database: see answer.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/answer.h"

const char *const hd_cluster_fact_names[HD_CLUSTER_FACTS] = {
	"cluster.size",
	"cluster.share",
	"cluster.durable",
};

struct hd_answers_out {
	int64_t ruleset;
	struct hd_stmt *put, *sign, *drop, *facts;
};

struct hd_answers_out *
hd_answers_out_new(struct hd_db *db, int64_t ruleset, struct hd_err *err)
{
	struct hd_answers_out *o = hd_xcalloc(1, sizeof(*o));

	o->ruleset = ruleset;
	o->put = hd_stmt_named(db, "sql/answer_put", err);
	o->sign = hd_stmt_named(db, "sql/answer_sign", err);
	o->drop = hd_stmt_named(db, "sql/answer_drop", err);
	o->facts = hd_stmt_named(db, "sql/answer_facts", err);
	if (o->put != NULL && o->sign != NULL && o->drop != NULL &&
	    o->facts != NULL)
		return o;
	hd_answers_out_free(o);
	return NULL;
}

void
hd_answers_out_free(struct hd_answers_out *o)
{
	if (o == NULL)
		return;
	hd_stmt_close(o->put);
	hd_stmt_close(o->sign);
	hd_stmt_close(o->drop);
	hd_stmt_close(o->facts);
	free(o);
}

static int
drop(struct hd_answers_out *o, const struct hd_answer *a, struct hd_err *err)
{
	hd_bind_int(o->drop, 1, o->ruleset);
	hd_bind_int(o->drop, 2, a->ticket);
	return hd_stmt_run(o->drop, err);
}

/* The old signature goes even where the new answer has none. */
static int
sign(struct hd_answers_out *o, const struct hd_answer *a, struct hd_err *err)
{
	hd_bind_int(o->sign, 1, a->ticket);
	hd_bind_int(o->sign, 2, a->message);
	hd_bind_blob(
	    o->sign, 3, a->signature.n > 0 ? a->signature : hd_str(""));
	return hd_stmt_run(o->sign, err);
}

int
hd_answers_put(
    struct hd_answers_out *o, const struct hd_answer *a, struct hd_err *err)
{
	struct hd_stmt *st = o->put;

	if (a->message < 0)
		return drop(o, a, err);
	hd_bind_int(st, 1, o->ruleset);
	hd_bind_int(st, 2, a->ticket);
	hd_bind_int(st, 3, a->message);
	hd_bind_int(st, 4, a->role);
	hd_bind_int(st, 5, a->durable);
	hd_bind_index(st, 6, a->issue);
	return hd_stmt_run(st, err) == 0 ? sign(o, a, err) : -1;
}

static void
bind_fact(struct hd_stmt *st, int i, double v)
{
	if (isnan(v))
		hd_bind_null(st, i);
	else
		hd_bind_real(st, i, v);
}

int
hd_answers_facts(
    struct hd_answers_out *o, const struct hd_answer *a, struct hd_err *err)
{
	struct hd_stmt *st = o->facts;

	hd_bind_int(st, 1, o->ruleset);
	hd_bind_int(st, 2, a->ticket);
	hd_bind_index(st, 3, a->cluster);
	bind_fact(st, 4, a->facts[HD_CLUSTER_SIZE]);
	bind_fact(st, 5, a->facts[HD_CLUSTER_SHARE]);
	bind_fact(st, 6, a->facts[HD_CLUSTER_DURABLE]);
	return hd_stmt_run(st, err);
}

static void
read_answer(struct hd_stmt *st, struct hd_answer *a)
{
	a->ticket = hd_col_int(st, 0);
	a->message = hd_col_int(st, 1);
	a->role = (int)hd_col_int(st, 2);
	a->durable = hd_col_int(st, 3) != 0;
	a->issue = hd_col_index(st, 4);
	a->signature = hd_col_blob(st, 5);
	a->fresh = hd_col_int(st, 6) != 0;
	a->cluster = hd_col_index(st, 7);
	for (int i = 0; i < HD_CLUSTER_FACTS; i++)
		a->facts[i] =
		    hd_col_is_null(st, 8 + i) ? NAN : hd_col_real(st, 8 + i);
}

int
hd_answers_each(struct hd_db *db, int64_t ruleset,
    int (*fn)(void *ctx, const struct hd_answer *a, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/answers", err);
	struct hd_answer a;
	int r = -1;

	if (st != NULL)
		hd_bind_int(st, 1, ruleset);
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		read_answer(st, &a);
		if (fn(ctx, &a, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

int
hd_answers_grouped(
    struct hd_db *db, int64_t ruleset, bool *grouped, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/answers_grouped", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, ruleset);
	r = hd_stmt_step(st, err);
	*grouped = r == 1 && hd_col_int(st, 0) != 0;
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_answers_set_grouped(struct hd_db *db, int64_t ruleset, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/answers_set_grouped", err);

	if (st != NULL)
		hd_bind_int(st, 1, ruleset);
	return hd_stmt_once(st, err);
}
