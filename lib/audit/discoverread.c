/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tickets as texts, and the texts in groups: see discover_int.h.  Tickets go
 * in the order of their keys, so that groups do not depend on the order of the
 * imports.
 */
#include <stdlib.h>
#include <string.h>

#include "audit/discover_int.h"
#include "audit/quote.h"
#include "base/utf8.h"
#include "store/tagging.h"
#include "store/thread.h"

#define READ_MAX  200000 /* tickets read; they stand in memory */
#define DRAW_MAX  20000	 /* that find the groups, each compared with each */
#define TEXT_MAX  4096	 /* bytes of a ticket; what comes later says little */
#define MIN_WORDS 3
#define LATER	  0.5 /* what a later message counts beside the first */

int
hd_discover_ruleset(struct hd_discover *d, int64_t *id, struct hd_err *err)
{
	int r = hd_ruleset_find(d->db, d->ruleset, id, err);

	if (r == 0 && d->ruleset != NULL)
		return hd_err_set(
		    err, HD_EUSAGE, "no rule set begins with '%s'", d->ruleset);
	if (r == 0 && !d->all)
		return hd_err_set(
		    err, HD_EUSAGE, "nothing is tagged yet: run hs-tag");
	if (r == 0)
		*id = 0;
	return r < 0 ? -1 : 0;
}

/* Does the key belong to a draw of about `most` of n? */
static bool
drawn(struct hd_str key, size_t n, size_t most)
{
	return n <= most ||
	       (double)hd_hash64(key) < 0x1p64 * (double)most / (double)n;
}

static enum hd_discover_out
reason(struct hd_str why)
{
	return hd_str_eq(why, "untagged")   ? HD_OUT_UNTAGGED
	       : hd_str_eq(why, "issue")    ? HD_OUT_ISSUE
	       : hd_str_eq(why, "language") ? HD_OUT_LANGUAGE
					    : HD_OUT_SHORT;
}

/* Keep of the selection what is to be grouped, at most about READ_MAX. */
static int
narrow(struct hd_found *f, struct hd_stmt *st, struct hd_stmt *put,
    struct hd_err *err)
{
	size_t n = 0;
	int r;

	while ((r = hd_stmt_step(st, err)) == 1) {
		f->selected++;
		if (hd_col_is_null(st, 2))
			n++;
		else
			f->out[reason(hd_col_text(st, 2))]++;
	}
	hd_stmt_reset(st);
	while (r == 0 && (r = hd_stmt_step(st, err)) == 1) {
		r = 0;
		if (!hd_col_is_null(st, 2))
			continue;
		if (!drawn(hd_col_text(st, 1), n, READ_MAX)) {
			f->out[HD_OUT_UNREAD]++;
			continue;
		}
		hd_bind_int(put, 1, hd_col_int(st, 0));
		r = hd_stmt_run(put, err);
	}
	return r;
}

static int
narrow_selection(struct hd_discover *d, int64_t ruleset, struct hd_found *f,
    struct hd_err *err)
{
	struct hd_stmt *st = NULL, *put = NULL;
	int r = hd_db_script(d->db, "sql/narrow_begin", err);

	if (r == 0) {
		st = hd_stmt_named(d->db, "sql/discover", err);
		put = hd_stmt_named(d->db, "sql/narrow_add", err);
		r = st != NULL && put != NULL ? 0 : -1;
	}
	if (r == 0) {
		hd_bind_int_as(st, ":all", d->all);
		hd_bind_int_as(st, ":ruleset", ruleset);
		r = narrow(f, st, put, err);
	}
	hd_stmt_close(st);
	hd_stmt_close(put);
	return r == 0 ? hd_db_script(d->db, "sql/sel_narrow", err) : -1;
}

/* Subject and new customer text; *first: up to the first message's end. */
static void
text_of(const struct hd_thread *th, struct hd_buf *b, size_t *first)
{
	const struct hd_message *m;
	bool any = false;

	hd_buf_reset(b);
	hd_buf_add(b, th->subject.p, th->subject.n);
	*first = b->n;
	for (size_t i = 0; i < th->n && b->n < TEXT_MAX; i++) {
		m = &th->messages[i];
		if (!m->public || m->role != HD_ROLE_CUSTOMER ||
		    m->body.p == NULL)
			continue;
		if (b->n > 0)
			hd_buf_addc(b, '\n');
		hd_new_text(b, m->body);
		*first = any ? *first : b->n;
		any = true;
	}
}

static void
take(struct hd_found *f, const struct hd_thread *th, struct hd_buf *b)
{
	struct hd_foundticket *k;
	struct hd_str text;

	f->tickets =
	    hd_grow(f->tickets, &f->cap, f->n + 1, sizeof(*f->tickets));
	k = &f->tickets[f->n++];
	text_of(th, b, &k->first);
	text = hd_utf8_head(hd_buf_str(b), TEXT_MAX);
	k->first = k->first < text.n ? k->first : text.n;
	k->text = (struct hd_str){ hd_arena_memdup(&f->arena, text.p, text.n),
		text.n };
	k->key =
	    (struct hd_str){ hd_arena_memdup(&f->arena, th->key.p, th->key.n),
		    th->key.n };
}

static int
by_key(const void *a, const void *b)
{
	const struct hd_foundticket *x = a, *y = b;

	return hd_str_cmp(x->key, y->key);
}

static int
read_tickets(struct hd_discover *d, struct hd_found *f, struct hd_err *err)
{
	struct hd_threads *threads = hd_threads_open(d->db, NULL, 0, err);
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_thread th;
	int r = -1;

	while (threads != NULL &&
	       (r = hd_threads_next(threads, &arena, &th, err)) == 1) {
		take(f, &th, &b);
		hd_arena_reset(&arena);
	}
	hd_threads_close(threads);
	hd_arena_release(&arena);
	hd_buf_release(&b);
	if (r == 0 && f->n > 0)
		qsort(f->tickets, f->n, sizeof(*f->tickets), by_key);
	return r;
}

/* Texts into rows; in[row]: does it find groups? */
static void
cut(struct hd_discover *d, struct hd_found *f, struct hd_terms *t, bool *in)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_foundticket *k;
	size_t head;

	for (size_t i = 0; i < f->n; i++) {
		k = &f->tickets[i];
		k->row = SIZE_MAX;
		if (hd_utf8_words(k->text) < MIN_WORDS) {
			f->out[HD_OUT_SHORT]++;
			continue;
		}
		hd_buf_reset(&b);
		hd_discover_plain(&b, (struct hd_str){ k->text.p, k->first });
		head = b.n;
		hd_discover_plain(&b, (struct hd_str){ k->text.p + k->first,
					  k->text.n - k->first });
		hd_terms_add(t, (struct hd_str){ hd_buf_cstr(&b), head }, 1);
		hd_terms_add(t,
		    (struct hd_str){ hd_buf_cstr(&b) + head, b.n - head },
		    LATER);
		k->row = t->nrows;
		f->of_row[k->row] = i;
		in[k->row] = drawn(k->key, f->n, DRAW_MAX);
		d->drawn += in[k->row];
		hd_terms_row(t);
		hd_words_row(&f->words, hd_buf_str(&b));
	}
	hd_buf_release(&b);
}

struct member {
	size_t row;
	uint32_t group;
	float fit;
};

static int
by_fit(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->fit != y->fit)
		return x->fit < y->fit ? 1 : -1;
	return (x->row > y->row) - (x->row < y->row);
}

/* The members of each group, and how many rows are in none. */
static void
sort_members(struct hd_found *f, size_t rows)
{
	struct member *m = hd_xcalloc(rows + 1, sizeof(*m));

	f->members = hd_xcalloc(rows + 1, sizeof(*f->members));
	f->first = hd_xcalloc(f->groups.n + 1, sizeof(*f->first));
	for (size_t i = 0; i < rows; i++) {
		m[i] = (struct member){ i, f->groups.of[i], f->groups.fit[i] };
		f->out[HD_OUT_REST] += m[i].group == HD_TOPIC_NONE;
	}
	qsort(m, rows, sizeof(*m), by_fit);
	for (size_t i = 0; i < rows; i++)
		f->members[i] = m[i].row;
	for (size_t g = 0; g < f->groups.n; g++)
		f->first[g + 1] = f->first[g] + f->groups.sizes[g];
	free(m);
}

int
hd_found_read(struct hd_discover *d, int64_t ruleset, struct hd_found *f,
    struct hd_err *err)
{
	struct hd_terms t;
	bool *in;

	hd_words_init(&f->words);
	if (narrow_selection(d, ruleset, f, err) != 0 ||
	    read_tickets(d, f, err) != 0)
		return -1;
	in = hd_xcalloc(f->n + 1, sizeof(*in));
	f->of_row = hd_xcalloc(f->n + 1, sizeof(*f->of_row));
	hd_terms_init(&t);
	cut(d, f, &t, in);
	hd_terms_weigh(&t);
	hd_topics_find(
	    &t, d->drawn < t.nrows ? in : NULL, (size_t)d->least, &f->groups);
	sort_members(f, t.nrows);
	d->tickets = t.nrows;
	d->groups = f->groups.n;
	hd_terms_release(&t);
	free(in);
	return 0;
}

void
hd_found_release(struct hd_found *f)
{
	hd_arena_release(&f->arena);
	free(f->tickets);
	free(f->of_row);
	free(f->members);
	free(f->first);
	hd_topics_release(&f->groups);
	hd_words_release(&f->words);
	hd_map_release(&f->names);
	hd_buf_release(&f->low);
}
