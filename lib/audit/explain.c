/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a ticket has its tags: see explain.h. */
#include <stdio.h>
#include <string.h>

#include "audit/explain.h"
#include "audit/tagger.h"
#include "base/utf8.h"
#include "store/select.h"

#define REASONS 5 /* n-grams, tags and numbers told of a guess */

static const char *const columns_of[] = { "key", "tag", "rule", "place",
	"field", "message", "start", "end", "matched", "condition", "why" };

struct state {
	const struct hd_ruleset *rs;
	struct hd_table *t;
	struct hd_str key;
	struct hd_buf b;
};

/* "emotion=frustrated issue=billing": what the rule sets. */
static void
tags_of(struct state *s, const struct hd_evidence *e)
{
	const struct hd_set *set;

	hd_buf_reset(&s->b);
	if (e->rule == NULL) {
		hd_buf_addf(&s->b, "%s=%s", s->rs->dims[e->dim].name,
		    s->rs->dims[e->dim].values[e->value]);
		return;
	}
	for (size_t i = 0; i < e->rule->nsets; i++) {
		set = &s->rs->sets[e->rule->set + i];
		hd_buf_addf(&s->b, "%s%s=%s", i > 0 ? " " : "",
		    s->rs->dims[set->dim].name,
		    s->rs->dims[set->dim].values[set->value]);
	}
}

/* The words that matched, or the value that was compared. */
static void
matched(struct state *s, const struct hd_evidence *e)
{
	if (e->span) {
		hd_table_text(s->t, (struct hd_str){ e->val.str.p + e->start,
					e->end - e->start });
	} else if (e->dim >= 0 && e->rule != NULL && e->value >= 0) {
		hd_table_cstr(s->t, s->rs->dims[e->dim].values[e->value]);
	} else if (e->val.kind == HD_VAL_NUM) {
		hd_table_real(s->t, e->val.num,
		    e->val.num == (double)(int64_t)e->val.num ? 0 : 4);
	} else if (e->val.kind == HD_VAL_STR && e->val.str.n <= 80) {
		hd_table_text(s->t, e->val.str);
	} else {
		hd_table_null(s->t);
	}
}

static void
place(struct state *s, const struct hd_evidence *e)
{
	struct hd_str where;
	const char *slash;

	hd_buf_reset(&s->b);
	hd_ruleset_where(s->rs, e->pos, &s->b);
	where = hd_buf_str(&s->b);
	slash = strrchr(where.p, '/');
	if (slash != NULL)
		where = hd_str(slash + 1);
	hd_table_text(s->t, where);
}

static int
row(void *ctx, const struct hd_evidence *e)
{
	struct state *s = ctx;

	hd_table_text(s->t, s->key);
	tags_of(s, e);
	hd_table_text(s->t, hd_buf_str(&s->b));
	hd_table_cstr(s->t, e->rule != NULL ? e->rule->id : "default");
	place(s, e);
	hd_table_cstr(s->t, e->field);
	if (e->item >= 0)
		hd_table_int(s->t, e->item);
	else
		hd_table_null(s->t);
	if (e->span) {
		hd_table_int(s->t, (int64_t)e->start);
		hd_table_int(s->t, (int64_t)e->end);
	} else {
		hd_table_null(s->t);
		hd_table_null(s->t);
	}
	matched(s, e);
	hd_table_text(
	    s->t, e->cond != NULL ? e->cond->src : (struct hd_str){ NULL, 0 });
	hd_table_text(
	    s->t, e->rule != NULL ? e->rule->why : (struct hd_str){ NULL, 0 });
	hd_table_row(s->t);
	return 0;
}

/* The reason that a person gave. */
static struct hd_str
why_of(const struct hd_thread *th, const char *dimension)
{
	for (size_t i = 0; i < th->noverrides; i++)
		if (hd_str_eq(th->overrides[i].dimension, dimension))
			return th->overrides[i].why;
	return (struct hd_str){ NULL, 0 };
}

static void
begin_row(struct state *s, int dim, int value, const char *who)
{
	const struct hd_dim *d = &s->rs->dims[dim];

	hd_table_text(s->t, s->key);
	hd_buf_reset(&s->b);
	hd_buf_addf(
	    &s->b, "%s=%s", d->name, value >= 0 ? d->values[value] : "unknown");
	hd_table_text(s->t, hd_buf_str(&s->b));
	hd_table_cstr(s->t, who);
	hd_table_null(s->t);
}

static void
nulls(struct state *s, int n)
{
	while (n-- > 0)
		hd_table_null(s->t);
}

static void
manual_row(
    struct state *s, const struct hd_given *g, const struct hd_thread *th)
{
	begin_row(s, g->dim, g->value, "manual");
	nulls(s, 6);
	hd_table_text(s->t, why_of(th, s->rs->dims[g->dim].name));
	hd_table_row(s->t);
}

/* What a model says, and whether it stands. */
static void
guess_row(struct state *s, const struct hd_modelguess *g)
{
	begin_row(s, g->dim, g->value, "model");
	hd_table_cstr(s->t, "probability");
	nulls(s, 3);
	hd_table_real(s->t, g->p, 4);
	hd_table_null(s->t);
	hd_table_cstr(s->t, !g->sure	  ? "not sure enough to stand"
			    : g->held_out ? "as learned without this ticket"
					  : "as learned from labels");
	hd_table_row(s->t);
}

/* What the number is called, and how high it is. */
static void
number_cells(struct state *s, int dim, const struct hd_document *d, size_t i)
{
	struct hd_reading r = hd_reading_of(s->rs->dims[dim].name);
	size_t n;
	const char *const *names = hd_reading_numbers(r, &n);

	nulls(s, 3);
	hd_buf_reset(&s->b);
	hd_buf_addf(&s->b, "%s: %.4g", names[i], d->doc.counts[i]);
	hd_table_text(s->t, hd_buf_str(&s->b));
}

/* An n-gram, a tag of the rules or a number that spoke for it, with its weight. */
static void
reason_row(struct state *s, const struct hd_modelguess *g,
    const struct hd_document *d, const struct hd_reason *r)
{
	bool tag = r->part == d->doc.nparts, number = r->part > d->doc.nparts;
	char weight[32];

	begin_row(s, g->dim, g->value, "model");
	hd_table_cstr(s->t, tag			? "tag"
			    : number		? "number"
			    : d->doc.nparts > 1 ? "message"
						: "text");
	if (number) {
		number_cells(s, g->dim, d, r->start);
	} else if (tag) {
		nulls(s, 3);
		hd_table_text(s->t, d->doc.tags[r->start]);
	} else {
		hd_table_int(s->t, (int64_t)r->part);
		hd_table_int(s->t, (int64_t)r->start);
		hd_table_int(s->t, (int64_t)r->end);
		hd_table_text(
		    s->t, (struct hd_str){ d->doc.parts[r->part].p + r->start,
			      r->end - r->start });
	}
	(void)snprintf(weight, sizeof(weight), "%+.3f", r->weight);
	hd_table_cstr(s->t, weight);
	hd_table_null(s->t);
	hd_table_row(s->t);
}

/* Rows for what models and people say. */
static void
told_rows(
    struct state *s, const struct hd_tagger *tagger, const struct hd_thread *th)
{
	const struct hd_told *k = hd_tagger_told(tagger);
	const struct hd_modelguess *g;
	struct hd_reason reasons[REASONS];
	struct hd_document d;
	size_t n;

	for (size_t i = 0; i < k->ngiven; i++)
		if (k->given[i].by == HD_BY_MANUAL)
			manual_row(s, &k->given[i], th);
	for (size_t i = 0; i < k->nguesses; i++) {
		g = &k->guesses[i];
		guess_row(s, g);
		n = hd_modellane_explain(k->lane, hd_tagger_subject(tagger),
		    k->tags, g->dim, g->value, hd_tagger_answer(tagger), &d,
		    reasons, REASONS);
		for (size_t r = 0; r < n; r++)
			reason_row(s, g, &d, &reasons[r]);
	}
}

/* A row for each thing known of the tickets with the same answer. */
static void
cluster_rows(struct state *s, const struct hd_thread *th, int64_t answer)
{
	if (!th->clustered || th->cluster_key.p == NULL)
		return;
	for (int i = 0; i < HD_CLUSTER_FACTS; i++) {
		hd_table_text(s->t, s->key);
		hd_buf_reset(&s->b);
		hd_buf_adds(&s->b, "cluster=");
		hd_buf_add(&s->b, th->cluster_key.p, th->cluster_key.n);
		hd_table_text(s->t, hd_buf_str(&s->b));
		hd_table_cstr(s->t, "cluster");
		hd_table_null(s->t);
		hd_table_cstr(s->t, hd_cluster_fact_names[i]);
		hd_table_int(s->t, answer);
		hd_table_null(s->t);
		hd_table_null(s->t);
		hd_table_real(
		    s->t, th->cluster[i], i == HD_CLUSTER_SIZE ? 0 : 4);
		hd_table_null(s->t);
		hd_table_cstr(s->t, "Tickets that got the same answer");
		hd_table_row(s->t);
	}
}

static int
each_thread(struct hd_threads *threads, struct hd_tagger *tagger,
    struct state *s, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_thread th;
	struct hd_tagrow r;
	int rc;

	while ((rc = hd_threads_next(threads, &arena, &th, err)) == 1) {
		s->key = th.key;
		hd_tagger_run(tagger, &th, NULL, &r);
		told_rows(s, tagger, &th);
		cluster_rows(s, &th, hd_tagger_answer(tagger));
		(void)hd_tagger_explain(tagger, row, s);
		hd_arena_reset(&arena);
	}
	hd_arena_release(&arena);
	return rc;
}

/* What fits a terminal; of one ticket the key is known. */
static int
few_columns(struct hd_db *db, const char **columns, struct hd_err *err)
{
	int64_t n;

	if (hd_sel_count(db, &n, err) != 0)
		return -1;
	*columns = n == 1 ? "tag,rule,matched" : "key,tag,rule";
	return 0;
}

int
hd_explain_selection(struct hd_db *db, const struct hd_tagset *set,
    int64_t ruleset, const char *languages, struct hd_out *out,
    enum hd_format f, const char *columns, struct hd_err *err)
{
	struct hd_tagger *tagger;
	struct hd_threads *threads = NULL;
	struct hd_table t;
	struct state s = { set->rs, &t, { NULL, 0 }, HD_BUF_INIT };
	const char *const *wanted;
	size_t n;
	int rc = -1;

	if (columns == NULL && f == HD_FMT_TABLE &&
	    few_columns(db, &columns, err) != 0)
		return -1;
	tagger = hd_tagger_new(set->rs, languages, err);
	if (tagger == NULL || hd_table_begin(&t, out, f, columns_of, 11,
				  columns, true, err) != 0) {
		hd_tagger_free(tagger);
		return -1;
	}
	hd_tagger_use(tagger, set->models);
	wanted = hd_tagger_columns(tagger, &n);
	threads = hd_threads_open(db, wanted, n, err);
	if (threads != NULL && hd_threads_clusters(threads, ruleset, err) == 0)
		rc = each_thread(threads, tagger, &s, err);
	hd_table_end(&t);
	hd_threads_close(threads);
	hd_tagger_free(tagger);
	hd_buf_release(&s.b);
	return rc;
}
