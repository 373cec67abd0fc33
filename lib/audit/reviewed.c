/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A review sample in memory: see reviewed.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/reviewed.h"

static enum hd_judged
judged(struct hd_stmt *st, int col)
{
	if (hd_col_int(st, col) == 0)
		return HD_JUDGED_NOTHING;
	if (hd_col_is_null(st, col + 1))
		return HD_JUDGED_UNCLEAR;
	return hd_col_int(st, col + 1) != 0 ? HD_JUDGED_YES : HD_JUDGED_NO;
}

static int
read_ticket(struct hd_reviewed *r, struct hd_stmt *st, struct hd_err *err)
{
	static const enum hd_question tags[] = { HD_Q_COMPLEXITY, HD_Q_EMOTION,
		HD_Q_PATTERN, HD_Q_ISSUE };
	struct hd_reviewed_ticket *t;

	r->v = hd_grow(r->v, &r->cap, r->n + 1, sizeof(*r->v));
	t = &r->v[r->n++];
	memset(t, 0, sizeof(*t));
	t->ticket = hd_col_int(st, 0);
	t->key = hd_str_keep(&r->arena, hd_col_text(st, 1));
	t->twice = hd_col_int(st, 3) != 0;
	for (int i = 0; i < 4; i++)
		t->machine[tags[i]] =
		    hd_str_keep(&r->arena, hd_col_text(st, 4 + i));
	t->machine_tier = hd_str_keep(&r->arena, hd_col_text(st, 8));
	t->path = hd_str_keep(&r->arena, hd_col_text(st, 9));
	t->kept = hd_col_int(st, 10) != 0;
	t->automate = hd_str_eq(t->machine_tier, "automate") && !t->kept;
	t->handle_s = hd_col_is_null(st, 11) ? NAN : hd_col_real(st, 11);
	t->turns = hd_col_int(st, 12);
	t->ai = hd_col_int(st, 13) != 0;
	t->judged = judged(st, 14);
	t->tier = hd_str_keep(&r->arena, hd_col_text(st, 16));
	t->durable = (int)hd_col_index(st, 17);
	t->immature = hd_col_int(st, 18) != 0;
	return hd_sample_stratum(
	    hd_col_int(st, 2), r->nstrata, &t->stratum, err);
}

static int
read_tickets(struct hd_reviewed *r, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/reviewed_tickets", err);
	int n;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, r->sample.id);
	while ((n = hd_stmt_step(st, err)) == 1)
		if (read_ticket(r, st, err) != 0) {
			n = -1;
			break;
		}
	hd_stmt_close(st);
	return n;
}

/* Both statements are in the order of keys. */
static int
read_answers(struct hd_reviewed *r, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/reviewed_answers", err);
	size_t at = 0;
	int n, q;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, r->sample.id);
	while ((n = hd_stmt_step(st, err)) == 1) {
		while (at < r->n && r->v[at].ticket != hd_col_int(st, 0))
			at++;
		q = hd_codebook_find(hd_col_text(st, 1));
		if (at == r->n || q < 0)
			continue;
		r->v[at].answer[q] = hd_str_keep(&r->arena, hd_col_text(st, 2));
		r->asked[q]++;
	}
	hd_stmt_close(st);
	return n;
}

int
hd_reviewed_read(struct hd_reviewed *r, struct hd_db *db, const char *name,
    struct hd_err *err)
{
	memset(r, 0, sizeof(*r));
	if (hd_sample_get(db, name, &r->arena, &r->sample, err) != 0 ||
	    hd_sample_strata(
		db, r->sample.id, &r->arena, &r->strata, &r->nstrata, err) != 0)
		return -1;
	r->kind =
	    hd_arena_alloc(&r->arena, (r->nstrata + 1) * sizeof(*r->kind));
	for (size_t h = 0; h < r->nstrata; h++)
		r->kind[h] = hd_sample_kind(r->strata[h].ceiling);
	return read_tickets(r, db, err) != 0 ? -1 : read_answers(r, db, err);
}

void
hd_reviewed_release(struct hd_reviewed *r)
{
	free(r->v);
	hd_arena_release(&r->arena);
	memset(r, 0, sizeof(*r));
}
