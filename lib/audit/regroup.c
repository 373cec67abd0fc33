/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers in groups: see regroup.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/regroup.h"
#include "base/hash.h"
#include "base/mem.h"
#include "learn/neardup.h"
#include "rules/alike.h"
#include "store/answer.h"
#include "store/select.h"

#define NO_SIG UINT32_MAX

struct item {
	struct hd_answer a; /* its signature is in sigs */
	uint32_t sig;	    /* NO_SIG: it has no words */
};

/* Tickets with one answer; of one type, all with any answer. */
struct tally {
	int64_t tickets, durable;
};

struct regroup {
	struct item *items;
	size_t n, cap;
	struct hd_sig *sigs;
	size_t nsigs, sigcap;
	uint32_t *item_of; /* by signature */
	uint32_t *group;   /* by signature */
	struct tally *of_group;
	struct hd_map of_type;	/* issue -> tickets */
	struct hd_map together; /* group and issue -> tickets */
};

static int
take(void *ctx, const struct hd_answer *a, struct hd_err *err)
{
	struct regroup *g = ctx;
	struct item *it;

	(void)err;
	g->items = hd_grow(g->items, &g->cap, g->n + 1, sizeof(*g->items));
	it = &g->items[g->n++];
	it->a = *a;
	it->a.signature = (struct hd_str){ NULL, 0 };
	it->sig = NO_SIG;
	if (a->signature.n != sizeof(struct hd_sig))
		return 0;
	g->sigs = hd_grow(g->sigs, &g->sigcap, g->nsigs + 1, sizeof(*g->sigs));
	memcpy(&g->sigs[g->nsigs], a->signature.p, sizeof(struct hd_sig));
	it->sig = (uint32_t)g->nsigs++;
	return 0;
}

static int64_t *
count_of(struct hd_map *m, int64_t issue, uint32_t group)
{
	const int64_t key[] = { issue, group };

	return hd_map_put(
	    m, (struct hd_str){ (const char *)key, sizeof(key) }, 0);
}

static void
tally(struct regroup *g)
{
	const struct item *it;
	uint32_t group;

	g->item_of = hd_xcalloc(g->nsigs, sizeof(*g->item_of));
	g->group = hd_xcalloc(g->nsigs, sizeof(*g->group));
	g->of_group = hd_xcalloc(g->nsigs, sizeof(*g->of_group));
	hd_neardup(g->sigs, g->nsigs, HD_NEARDUP_WORDING, g->group);
	for (size_t i = 0; i < g->n; i++) {
		it = &g->items[i];
		++*count_of(&g->of_type, it->a.issue, 0);
		if (it->sig == NO_SIG)
			continue;
		group = g->group[it->sig];
		g->item_of[it->sig] = (uint32_t)i;
		g->of_group[group].tickets++;
		g->of_group[group].durable += it->a.durable;
		++*count_of(&g->together, it->a.issue, group);
	}
}

/* What is now known of a ticket's answer. */
static struct hd_answer
facts(struct regroup *g, const struct item *it)
{
	struct hd_answer a = it->a;
	const struct tally *t;
	uint32_t group;

	a.cluster = -1;
	for (int i = 0; i < HD_CLUSTER_FACTS; i++)
		a.facts[i] = NAN;
	if (it->sig == NO_SIG)
		return a;
	group = g->group[it->sig];
	t = &g->of_group[group];
	if (t->tickets > 1)
		a.cluster = g->items[g->item_of[group]].a.ticket;
	if (!a.durable)
		return a;
	a.facts[HD_CLUSTER_SIZE] = (double)t->tickets;
	a.facts[HD_CLUSTER_SHARE] =
	    (double)*count_of(&g->together, a.issue, group) /
	    (double)*count_of(&g->of_type, a.issue, 0);
	a.facts[HD_CLUSTER_DURABLE] = (double)t->durable / (double)t->tickets;
	return a;
}

static bool
unchanged(const struct hd_answer *a, const struct hd_answer *b)
{
	bool same = a->cluster == b->cluster;

	for (int i = 0; i < HD_CLUSTER_FACTS; i++)
		same = same && (a->facts[i] == b->facts[i] ||
				   (isnan(a->facts[i]) && isnan(b->facts[i])));
	return same;
}

static int
store(struct regroup *g, struct hd_answers_out *out,
    const struct hd_alike *alike, struct hd_stmt *sel, struct hd_err *err)
{
	struct hd_answer a;

	for (size_t i = 0; i < g->n; i++) {
		a = facts(g, &g->items[i]);
		if (unchanged(&a, &g->items[i].a))
			continue;
		if (hd_answers_facts(out, &a, err) != 0)
			return -1;
		/* what is stale anyway waits for its turn */
		if (!a.fresh || hd_alike(alike, a.facts, g->items[i].a.facts))
			continue;
		hd_bind_int(sel, 1, a.ticket);
		if (hd_stmt_run(sel, err) != 0)
			return -1;
	}
	return 0;
}

static void
release(struct regroup *g)
{
	free(g->items);
	free(g->sigs);
	free(g->item_of);
	free(g->group);
	free(g->of_group);
	hd_map_release(&g->of_type);
	hd_map_release(&g->together);
}

int
hd_regroup(struct hd_db *db, const struct hd_ruleset *rs, int64_t ruleset,
    struct hd_err *err)
{
	struct hd_alike *alike =
	    hd_alike_new(rs, hd_cluster_fact_names, HD_CLUSTER_FACTS);
	struct hd_answers_out *out = hd_answers_out_new(db, ruleset, err);
	struct hd_stmt *sel = NULL;
	struct regroup g;
	int r = -1;

	memset(&g, 0, sizeof(g));
	if (out != NULL && hd_sel_begin(db, err) == 0)
		sel = hd_stmt_named(db, "sql/sel_add", err);
	if (sel != NULL)
		r = hd_answers_each(db, ruleset, take, &g, err);
	if (r == 0) {
		tally(&g);
		r = store(&g, out, alike, sel, err);
	}
	if (r == 0)
		r = hd_answers_set_grouped(db, ruleset, err);
	hd_stmt_close(sel);
	hd_answers_out_free(out);
	hd_alike_free(alike);
	release(&g);
	return r;
}
