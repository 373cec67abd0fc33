/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known before a ticket is read: see past.h. */
#include <stdlib.h>

#include "escalation/needed.h"
#include "escalation/past.h"

static int
read_types(struct hd_escpast *k, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/esc_types", err);
	int r = st != NULL ? 1 : -1;

	while (r == 1 && (r = hd_stmt_step(st, err)) == 1) {
		k->types = hd_grow(
		    k->types, &k->typecap, k->ntypes + 1, sizeof(*k->types));
		k->types[k->ntypes++] = (struct hd_esctype){
			hd_str_keep(&k->arena, hd_col_text(st, 0)),
			hd_col_int(st, 1), hd_col_int(st, 2)
		};
	}
	hd_stmt_close(st);
	return r;
}

static const char *
verdict(struct hd_str value)
{
	for (int v = 0; v < HD_NVERDICTS; v++)
		if (hd_str_eq(value, hd_need_codes[v]))
			return hd_need_codes[v];
	return hd_str_eq(value, hd_need_unclear) ? hd_need_unclear : NULL;
}

/* Of a ticket in several samples the newest sample comes first, and counts. */
static int
read_reviews(struct hd_escpast *k, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/esc_reviews", err);
	int r = st != NULL ? 1 : -1;

	while (r == 1 && (r = hd_stmt_step(st, err)) == 1) {
		int64_t ticket = hd_col_int(st, 0);
		const char *code = verdict(hd_col_text(st, 1));

		if (code == NULL ||
		    (k->nreviews > 0 &&
			k->reviews[k->nreviews - 1].ticket == ticket))
			continue;
		k->reviews = hd_grow(k->reviews, &k->reviewcap, k->nreviews + 1,
		    sizeof(*k->reviews));
		k->reviews[k->nreviews++] =
		    (struct hd_escreview){ ticket, code };
	}
	hd_stmt_close(st);
	return r;
}

int
hd_escpast_read(struct hd_escpast *k, struct hd_db *db, struct hd_err *err)
{
	return read_types(k, db, err) == 0 && read_reviews(k, db, err) == 0
		   ? 0
		   : -1;
}

void
hd_escpast_release(struct hd_escpast *k)
{
	free(k->types);
	free(k->reviews);
	hd_arena_release(&k->arena);
	*k = (struct hd_escpast){ 0 };
}

static int
by_issue(const void *key, const void *element)
{
	const struct hd_str *issue = key;
	const struct hd_esctype *t = element;

	return hd_str_cmp(*issue, t->issue);
}

const struct hd_esctype *
hd_escpast_type(const struct hd_escpast *k, struct hd_str issue)
{
	if (k == NULL || k->ntypes == 0 || issue.p == NULL)
		return NULL;
	return bsearch(
	    &issue, k->types, k->ntypes, sizeof(*k->types), by_issue);
}

static int
by_ticket(const void *key, const void *element)
{
	const int64_t *ticket = key;
	const struct hd_escreview *r = element;

	return (*ticket > r->ticket) - (*ticket < r->ticket);
}

const char *
hd_escpast_review(const struct hd_escpast *k, int64_t ticket)
{
	const struct hd_escreview *r = NULL;

	if (k != NULL && k->nreviews > 0)
		r = bsearch(&ticket, k->reviews, k->nreviews,
		    sizeof(*k->reviews), by_ticket);
	return r != NULL ? r->code : NULL;
}
