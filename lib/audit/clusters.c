/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that many tickets got: see clusters.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/clusters.h"
#include "audit/masked.h"
#include "base/utf8.h"
#include "stats/proportion.h"
#include "store/select.h"
#include "store/tagging.h"

#define LEAST	   5  /* tickets of a cluster that is told */
#define SCREEN	   80 /* columns of a table */
#define TYPES	   12 /* of them for the types */
#define TEXT_LEAST 12

struct cluster {
	int64_t ticket, message; /* of the one that stands for it */
	struct hd_str key, issues, text;
	int64_t n, durable, ai;
};

struct list {
	struct cluster *v;
	size_t n, cap;
	struct hd_arena arena;
};

static const char *const columns_of[] = { "key", "n", "durable", "lo", "hi",
	"by", "issues", "text" };

/* "order-status 120, refund-status 8": the types as the rows bring them. */
static void
add_type(struct hd_stmt *st, struct cluster *c, struct hd_buf *issues)
{
	struct hd_str issue = hd_col_text(st, 3);

	if (issues->n > 0)
		hd_buf_adds(issues, ", ");
	if (issue.p == NULL)
		issue = hd_str("unknown");
	hd_buf_add(issues, issue.p, issue.n);
	hd_buf_addf(issues, " %lld", (long long)hd_col_int(st, 4));
	c->n += hd_col_int(st, 4);
	c->durable += hd_col_int(st, 5);
	c->ai += hd_col_int(st, 6);
}

/* The last cluster is complete: keep it if it is large enough. */
static void
finish(struct list *l, struct hd_buf *issues)
{
	if (l->n == 0)
		return;
	if (l->v[l->n - 1].n < LEAST)
		l->n--;
	else
		l->v[l->n - 1].issues =
		    hd_str_keep(&l->arena, hd_buf_str(issues));
	hd_buf_reset(issues);
}

static int
read_clusters(
    struct hd_db *db, int64_t ruleset, struct list *l, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/clusters", err);
	struct hd_buf issues = HD_BUF_INIT;
	int64_t last = -1;
	int r = -1;

	if (st != NULL)
		hd_bind_int(st, 1, ruleset);
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		if (hd_col_int(st, 0) != last) {
			finish(l, &issues);
			last = hd_col_int(st, 0);
			l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
			memset(&l->v[l->n], 0, sizeof(*l->v));
			l->v[l->n].ticket = last;
			l->v[l->n].key =
			    hd_str_keep(&l->arena, hd_col_text(st, 1));
			l->v[l->n++].message = hd_col_int(st, 2);
		}
		add_type(st, &l->v[l->n - 1], &issues);
	}
	finish(l, &issues);
	hd_buf_release(&issues);
	hd_stmt_close(st);
	return r;
}

/* The texts of the examples; clusters are in the order of these tickets. */
static int
read_texts(struct hd_db *db, struct list *l, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT, scratch = HD_BUF_INIT;
	struct hd_threads *threads = hd_threads_open(db, NULL, 0, err);
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_thread th;
	size_t i = 0;
	int r = -1;

	while (threads != NULL && i < l->n &&
	       (r = hd_threads_next(threads, &arena, &th, err)) == 1) {
		while (i < l->n && l->v[i].ticket < th.ticket)
			i++;
		if (i < l->n && l->v[i].ticket == th.ticket &&
		    (size_t)l->v[i].message < th.n) {
			hd_buf_reset(&b);
			hd_answer_mask(
			    &b, &scratch, &th, (size_t)l->v[i].message);
			l->v[i].text = hd_str_keep(&l->arena, hd_buf_str(&b));
		}
		hd_arena_reset(&arena);
	}
	hd_arena_release(&arena);
	hd_threads_close(threads);
	hd_buf_release(&b);
	hd_buf_release(&scratch);
	return threads == NULL || r < 0 ? -1 : 0;
}

static int
select_examples(struct hd_db *db, const struct list *l, struct hd_err *err)
{
	struct hd_stmt *st;
	int r = hd_sel_begin(db, err);

	st = r == 0 ? hd_stmt_named(db, "sql/sel_add", err) : NULL;
	for (size_t i = 0; st != NULL && r == 0 && i < l->n; i++) {
		hd_bind_int(st, 1, l->v[i].ticket);
		r = hd_stmt_run(st, err);
	}
	hd_stmt_close(st);
	return st != NULL ? r : -1;
}

static int
by_size(const void *pa, const void *pb)
{
	const struct cluster *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return hd_str_cmp(a->key, b->key);
}

/* As much as fits a screen of so many columns. */
static struct hd_str
cut(struct hd_str s, size_t columns)
{
	struct hd_str head = hd_utf8_head(s, columns);

	while (hd_utf8_width(head) > columns)
		head = hd_utf8_head(s, head.n - 1);
	return head;
}

/* Columns that are left for the text of a table. */
static size_t
room(const struct list *l)
{
	/* n, durable, lo, hi, by and the gaps between eight columns */
	size_t used = 4 + 7 + 5 + 5 + 5 + 7 * 2 + TYPES, key = 0, w;

	for (size_t i = 0; i < l->n; i++) {
		w = hd_utf8_width(l->v[i].key);
		key = w > key ? w : key;
	}
	return used + key + TEXT_LEAST < SCREEN ? SCREEN - used - key
						: TEXT_LEAST;
}

static void
print(
    struct hd_table *t, const struct cluster *c, enum hd_format f, size_t text)
{
	struct hd_interval i = hd_wilson(c->durable, c->n);
	bool table = f == HD_FMT_TABLE;

	hd_table_text(t, c->key);
	hd_table_int(t, c->n);
	hd_table_real(t, i.p, 3);
	hd_table_real(t, i.lo, 3);
	hd_table_real(t, i.hi, 3);
	hd_table_cstr(t, c->ai == 0 ? "agent" : c->ai == c->n ? "ai" : "both");
	hd_table_text(t, table ? cut(c->issues, TYPES) : c->issues);
	hd_table_text(t, table ? cut(c->text, text) : c->text);
	hd_table_row(t);
}

static int
read_all(
    struct hd_db *db, const char *ruleset, struct list *l, struct hd_err *err)
{
	int64_t id;
	int r = hd_ruleset_find(db, ruleset, &id, err);

	if (r == 0)
		return hd_err_set(err, HD_EUSAGE,
		    ruleset == NULL ? "nothing is tagged yet: run hs-tag"
				    : "no rule set begins with '%s'",
		    ruleset);
	if (r < 0 || read_clusters(db, id, l, err) != 0 ||
	    select_examples(db, l, err) != 0)
		return -1;
	if (l->n == 0)
		return 0;
	r = read_texts(db, l, err);
	qsort(l->v, l->n, sizeof(*l->v), by_size);
	return r;
}

int
hd_clusters_list(
    const struct hd_rulejob *job, const char *ruleset, struct hd_err *err)
{
	struct list l = { NULL, 0, 0, HD_ARENA_INIT };
	struct hd_table t;
	int r = read_all(job->db, ruleset, &l, err);

	if (r == 0)
		r = hd_table_begin(&t, job->out, job->format, columns_of, 8,
		    job->columns, true, err);
	if (r == 0) {
		for (size_t i = 0; i < l.n; i++)
			print(&t, &l.v[i], job->format, room(&l));
		hd_table_end(&t);
	}
	hd_arena_release(&l.arena);
	free(l.v);
	return r;
}
