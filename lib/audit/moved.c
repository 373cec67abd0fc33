/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting what two rule sets do differently: see moved.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/moved.h"
#include "base/mem.h"
#include "stats/bootstrap.h"

/* Sums of what tickets change for the AI, at least and at most. */
struct account {
	int64_t sum[2], tickets;
};

struct hd_movedmem {
	struct hd_stmt *facts;
	int64_t ticket, account, handle_s,
	    issue;		  /* of its row; -1: not known */
	struct account *accounts; /* by id */
	size_t naccounts, cap;
	int64_t single[2][3]; /* tickets of no account, by change + 1 */
	bool replies;	      /* the two differ at replies */
};

/* The account, the handle time and the issue of a ticket. */
static int
find_facts(struct hd_movedmem *x, int64_t ticket, struct hd_err *err)
{
	int r = 1;

	while (x->ticket < ticket && (r = hd_stmt_step(x->facts, err)) == 1) {
		x->ticket = hd_col_int(x->facts, 0);
		x->account = hd_col_index(x->facts, 1);
		x->handle_s = hd_col_index(x->facts, 2);
		x->issue = hd_col_index(x->facts, 3);
	}
	return r < 0 ? -1 : 0;
}

static struct hd_movedkind *
kind_of(struct hd_moved *m, enum hd_stage stage, size_t from, size_t to)
{
	struct hd_movedkind *k;

	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].stage == stage && m->v[i].from == from &&
		    m->v[i].to == to)
			return &m->v[i];
	m->v = hd_grow(m->v, &m->cap, m->n + 1, sizeof(*m->v));
	k = &m->v[m->n++];
	memset(k, 0, sizeof(*k));
	k->stage = stage;
	k->from = from;
	k->to = to;
	return k;
}

static void
count_kind(const struct hd_movedmem *x, const struct hd_replayed *r,
    struct hd_movedkind *k)
{
	if (k->tickets < HD_MOVED_KEYS)
		k->keys[k->tickets] = hd_xmemdup(r->key.p, r->key.n);
	k->tickets++;
	if (x->account >= 0) {
		k->ids = hd_grow(k->ids, &k->cap, k->nids + 1, sizeof(*k->ids));
		k->ids[k->nids++] = x->account;
	}
	if (x->handle_s >= 0) {
		k->handle_s += x->handle_s;
		k->timed++;
	}
}

static size_t
decider(const struct hd_decision *d)
{
	return d->route < 0 ? HD_KIND_DEFAULT : (size_t)d->route;
}

/* Where the two first act differently; both are asked at the same moments. */
static void
count_moved(struct hd_moved *m, const struct hd_replayed r[2])
{
	const struct hd_decision *a, *b;

	for (size_t i = 0; i < r[0].nasked && i < r[1].nasked; i++) {
		a = &r[0].asked[i];
		b = &r[1].asked[i];
		if (a->action == b->action)
			continue;
		m->moved++;
		m->moved_max++;
		count_kind(m->mem, &r[0],
		    kind_of(m, i == 0 ? HD_STAGE_OPEN : HD_STAGE_REPLY,
			decider(a), decider(b)));
		return;
	}
	m->moved_max +=
	    hd_replayed_gave_up(&r[0]) || hd_replayed_gave_up(&r[1]);
}

static int
end_of(const struct hd_replayed *r)
{
	return r->basis == HD_REPLAY_UNKNOWN ? HD_MOVED_UNKNOWN
					     : (int)hd_replayed_end(r)->action;
}

/* 1 the ticket went to people, -1 to the AI, 0 neither. */
static int
count_ends(struct hd_moved *m, const struct hd_replayed r[2])
{
	bool people[2];

	m->end[end_of(&r[0])][end_of(&r[1])]++;
	for (int i = 0; i < 2; i++) {
		people[i] = hd_action_careful(hd_replayed_end(&r[i])->action);
		m->ai[i].surely += r[i].ai_surely;
		m->ai[i].maybe += r[i].ai_maybe;
	}
	m->to_people += !people[0] && people[1];
	m->to_ai += people[0] && !people[1];
	return people[1] - people[0];
}

/* A talk that nobody knows ends alike where nothing differs at replies. */
static void
change_of(const struct hd_moved *m, const struct hd_replayed r[2], int *least,
    int *most)
{
	if (r[0].basis == HD_REPLAY_UNKNOWN &&
	    r[1].basis == HD_REPLAY_UNKNOWN && !m->mem->replies &&
	    r[0].asked[0].possible == r[1].asked[0].possible) {
		*least = *most = 0;
		return;
	}
	*least = r[1].ai_surely - r[0].ai_maybe;
	*most = r[1].ai_maybe - r[0].ai_surely;
}

static void
count_change(struct hd_moved *m, const struct hd_replayed r[2])
{
	struct hd_movedmem *x = m->mem;
	int least, most;
	size_t n = x->naccounts;

	change_of(m, r, &least, &most);
	m->change_min += least;
	m->change_max += most;
	if (x->account < 0) {
		x->single[0][least + 1]++;
		x->single[1][most + 1]++;
		return;
	}
	if ((size_t)x->account >= n) {
		x->naccounts = (size_t)x->account + 1;
		x->accounts = hd_grow(
		    x->accounts, &x->cap, x->naccounts, sizeof(*x->accounts));
		memset(x->accounts + n, 0,
		    (x->naccounts - n) * sizeof(*x->accounts));
	}
	x->accounts[x->account].sum[0] += least;
	x->accounts[x->account].sum[1] += most;
	x->accounts[x->account].tickets++;
}

static int
add(void *ctx, const struct hd_replayed *r, struct hd_err *err)
{
	struct hd_moved *m = ctx;

	if (find_facts(m->mem, r->ticket, err) != 0)
		return -1;
	m->tickets++;
	count_moved(m, r);
	hd_moved_time(m, m->mem->issue, m->mem->handle_s, count_ends(m, r));
	count_change(m, r);
	return 0;
}

static int
by_id(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
count_accounts(struct hd_movedkind *k)
{
	if (k->nids > 0)
		qsort(k->ids, k->nids, sizeof(*k->ids), by_id);
	for (size_t i = 0; i < k->nids; i++)
		k->accounts += i == 0 || k->ids[i] != k->ids[i - 1];
}

static int
by_size(const void *a, const void *b)
{
	const struct hd_alike *x = a, *y = b;

	if (x->tickets != y->tickets)
		return x->tickets < y->tickets ? -1 : 1;
	return x->sum < y->sum ? -1 : x->sum > y->sum;
}

/* Accounts, and tickets of none, with those alike put together. */
static size_t
alike(const struct hd_movedmem *x, int which, struct hd_alike *v)
{
	size_t n = 0, out = 0;

	for (size_t i = 0; i < x->naccounts; i++)
		if (x->accounts[i].tickets > 0)
			v[n++] = (struct hd_alike){ x->accounts[i].sum[which],
				x->accounts[i].tickets, 1 };
	for (int i = 0; i < 3; i++)
		if (x->single[which][i] > 0)
			v[n++] =
			    (struct hd_alike){ i - 1, 1, x->single[which][i] };
	if (n > 0)
		qsort(v, n, sizeof(*v), by_size);
	for (size_t i = 0; i < n; i++) {
		if (out > 0 && by_size(&v[out - 1], &v[i]) == 0)
			v[out - 1].accounts += v[i].accounts;
		else
			v[out++] = v[i];
	}
	return out;
}

static void
finish(struct hd_moved *m)
{
	uint32_t seed = hd_boot_seed("1", "ai_allowed_change", "all");
	double other;
	struct hd_alike *v = hd_xcalloc(m->mem->naccounts + 3, sizeof(*v));

	for (size_t i = 0; i < m->n; i++)
		count_accounts(&m->v[i]);
	hd_moved_times_sort(m);
	hd_boot_accounts(v, alike(m->mem, 0, v), seed, &m->change_lo, &other);
	hd_boot_accounts(v, alike(m->mem, 1, v), seed, &other, &m->change_hi);
	free(v);
}

/* A row for each kind, whether it has tickets or not. */
static void
begin(struct hd_moved *m)
{
	for (size_t i = 0; i < m->kinds->n; i++) {
		const struct hd_kind *k = &m->kinds->v[i];

		kind_of(m, k->stage, k->from, k->to)->kind = k;
		m->mem->replies = m->mem->replies || k->stage == HD_STAGE_REPLY;
	}
	/* what could not be followed to the end may differ there too */
	m->mem->replies = m->mem->replies || m->kinds->undecided > 0;
}

int
hd_moved_count(struct hd_moved *m, const struct hd_rulejob *job,
    const struct hd_ruleset *const rs[2], const struct hd_kinds *kinds,
    struct hd_err *err)
{
	struct hd_replay run = { .job = job,
		.rs = { rs[0], rs[1] },
		.nsets = 2,
		.how = HD_REPLAY_BESIDE,
		.done = add,
		.ctx = m };

	memset(m, 0, sizeof(*m));
	m->job = job;
	m->rs[0] = rs[0];
	m->rs[1] = rs[1];
	m->kinds = kinds;
	m->mem = hd_xcalloc(1, sizeof(*m->mem));
	m->mem->account = m->mem->handle_s = m->mem->issue = -1;
	begin(m);
	m->mem->facts = hd_stmt_named(job->db, "sql/moved_facts", err);
	if (m->mem->facts == NULL || hd_replay(&run, err) != 0)
		return -1;
	m->gave_up = run.gave_up;
	finish(m);
	return 0;
}

void
hd_moved_release(struct hd_moved *m)
{
	for (size_t i = 0; i < m->n; i++) {
		for (int k = 0; k < HD_MOVED_KEYS; k++)
			free(m->v[i].keys[k]);
		free(m->v[i].ids);
	}
	free(m->v);
	for (size_t i = 0; i < m->ntimes; i++)
		free(m->times[i].v);
	free(m->times);
	if (m->mem != NULL) {
		hd_stmt_close(m->mem->facts);
		free(m->mem->accounts);
	}
	free(m->mem);
}
