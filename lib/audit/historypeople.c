/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People beside rules: see historypeople.h. */
#include <stdlib.h>

#include "audit/historypeople.h"
#include "base/tstamp.h"

/* A statement in the order of tickets, and its row at hand. */
struct side {
	struct hd_stmt *st;
	int more; /* 1: it is on a row */
};

/* What people say of a rule on the ticket at hand. */
struct said {
	int rule; /* number of a tag */
	bool looked, other;
};

struct hd_historypeople {
	struct hd_history *h;
	struct side said, moved;
	bool *corrected; /* by dimension: somebody corrects it */
	struct said *v;	 /* of the ticket at hand */
	size_t n, cap;
	struct hd_buf b;
};

static int
side_open(
    struct side *s, struct hd_db *db, const char *name, struct hd_err *err)
{
	s->st = hd_stmt_named(db, name, err);
	s->more = s->st != NULL ? hd_stmt_step(s->st, err) : -1;
	return s->more < 0 ? -1 : 0;
}

/* Is it on a row of this ticket? */
static int
side_seek(struct side *s, int64_t ticket, struct hd_err *err)
{
	while (s->more == 1 && hd_col_int(s->st, 0) < ticket)
		s->more = hd_stmt_step(s->st, err);
	return s->more < 0 ? -1
			   : s->more == 1 && hd_col_int(s->st, 0) == ticket;
}

struct hd_historypeople *
hd_historypeople_new(struct hd_db *db, struct hd_history *h, struct hd_err *err)
{
	struct hd_historypeople *p = hd_xcalloc(1, sizeof(*p));

	p->h = h;
	p->corrected = hd_xcalloc(h->rs->ndims + 1, sizeof(*p->corrected));
	if (side_open(&p->said, db, "sql/history_said", err) == 0 &&
	    side_open(&p->moved, db, "sql/history_moved", err) == 0)
		return p;
	hd_historypeople_free(p);
	return NULL;
}

void
hd_historypeople_free(struct hd_historypeople *p)
{
	if (p == NULL)
		return;
	hd_stmt_close(p->said.st);
	hd_stmt_close(p->moved.st);
	free(p->corrected);
	free(p->v);
	hd_buf_release(&p->b);
	free(p);
}

static void
remember(struct hd_historypeople *p, int rule, bool looked, bool other)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].rule == rule && p->v[i].looked == looked) {
			p->v[i].other = p->v[i].other || other;
			return;
		}
	p->v = hd_grow(p->v, &p->cap, p->n + 1, sizeof(*p->v));
	p->v[p->n++] = (struct said){ rule, looked, other };
}

/*
 * What one person said.  A value that the rule set does not have says nothing
 * of its rules: the person had another list.
 */
static void
one_said(struct hd_historypeople *p, int dim, int64_t looked)
{
	const struct hd_ruleset *rs = p->h->rs;
	int rule = hd_history_decider(p->h, (size_t)dim), value;
	struct hd_str s = hd_col_text(p->said.st, 3);

	hd_buf_reset(&p->b);
	hd_value_name(&p->b, s);
	value = s.n > 0 ? hd_ruleset_value(rs, dim, hd_buf_cstr(&p->b)) : -1;
	if (value < 0 && (looked != 0 || s.n > 0))
		return;
	if (looked == 0)
		p->corrected[dim] = true;
	if (rule != 0)
		remember(p, rule, looked != 0, value != p->h->top[dim]);
}

/* Reviewers come before labels: where both spoke, the first counts. */
static int
read_said(struct hd_historypeople *p, int64_t ticket, struct hd_err *err)
{
	int dim, reviewed = -1, r;
	int64_t looked;

	p->n = 0;
	while ((r = side_seek(&p->said, ticket, err)) == 1) {
		dim = hd_ruleset_dim(p->h->rs, hd_col_text(p->said.st, 2).p);
		looked = hd_col_int(p->said.st, 1);
		if (looked == 1)
			reviewed = dim;
		if (dim >= 0 && !(looked == 2 && dim == reviewed))
			one_said(p, dim, looked);
		p->said.more = hd_stmt_step(p->said.st, err);
	}
	return r;
}

static void
count_said(struct hd_historypeople *p)
{
	struct hd_rulehistory *r;

	for (size_t i = 0; i < p->n; i++) {
		r = hd_history_tag(p->h, (size_t)p->v[i].rule);
		if (p->v[i].looked) {
			r->judged.n++;
			r->judged.x += p->v[i].other;
		} else {
			r->corrected.x += p->v[i].other;
		}
	}
}

/* A route whose ticket a person gave to another team later. */
static int
count_moved(
    struct hd_historypeople *p, const struct hd_sighting *s, struct hd_err *err)
{
	int r = side_seek(&p->moved, s->ticket, err), before = -1;
	struct hd_rulehistory *h;
	const struct hd_sighted *st;
	int64_t at;

	if (r != 1)
		return r;
	at = hd_col_is_null(p->moved.st, 1) ? HD_TIME_NONE
					    : hd_col_int(p->moved.st, 1);
	for (int i = 0; i < HD_STAGES; i++) {
		st = &s->stage[i];
		if (!st->asked || st->route < 0 || st->route == before)
			continue;
		before = st->route;
		h = hd_history_route(p->h, (size_t)st->route);
		h->corrected.n++;
		h->corrected.x += at != HD_TIME_NONE &&
				  (st->at == HD_TIME_NONE || at > st->at);
	}
	return 0;
}

int
hd_historypeople_add(
    struct hd_historypeople *p, const struct hd_sighting *s, struct hd_err *err)
{
	if (read_said(p, s->ticket, err) < 0)
		return -1;
	count_said(p);
	return count_moved(p, s, err) < 0 ? -1 : 0;
}

void
hd_historypeople_end(struct hd_historypeople *p)
{
	const struct hd_ruleset *rs = p->h->rs;
	const struct hd_rule *rule;
	struct hd_rulehistory *r;

	for (size_t i = 0; i < rs->nrules; i++) {
		rule = &rs->rules[i];
		r = hd_history_tag(p->h, i + 1);
		for (size_t k = 0; k < rule->nsets; k++)
			if (p->corrected[rs->sets[rule->set + k].dim])
				r->corrected.n = r->first;
	}
}
