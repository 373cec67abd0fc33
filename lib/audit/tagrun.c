/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches on threads: see tagrun.h.  A ring of batches goes round three hands:
 * the caller fills one, a worker tags it, the caller takes the results in the
 * order of filling.  The database is touched by the caller alone.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "audit/tagrun.h"
#include "base/mem.h"

#define BATCH	    256
#define BATCH_BYTES ((size_t)4 * 1024 * 1024)

enum batch_state {
	FREE,
	FILLED,
	TAKEN,
	DONE
};

struct batch {
	enum batch_state state;
	struct hd_arena arena;
	struct hd_thread threads[BATCH];
	struct hd_tagrow rows[BATCH];
	struct hd_fired fired[BATCH];
	bool gave_up[BATCH];
	size_t n;
};

struct ring {
	struct batch *batches;
	size_t n;
	size_t next; /* the batch a worker takes next */
	bool stop;
	pthread_mutex_t lock;
	pthread_cond_t work, result;
};

struct worker {
	pthread_t id;
	struct ring *ring;
	struct hd_tagger *tagger;
	const struct hd_tagrun *run;
	bool started;
};

static void *
copy(struct hd_arena *a, const void *v, size_t n)
{
	return n > 0 ? memcpy(hd_arena_alloc(a, n), v, n) : NULL;
}

static void
keep_fired(const struct hd_tags *tags, size_t ndims, struct hd_str key,
    struct hd_arena *a, struct hd_fired *f)
{
	f->key = key;
	f->n = tags->nfired;
	f->rules = copy(a, tags->fired, f->n * sizeof(*f->rules));
	f->by = copy(a, tags->by, ndims * sizeof(*f->by));
}

static void
tag_batch(struct worker *w, struct batch *b)
{
	const struct hd_tags *tags = hd_tagger_tags(w->tagger);

	for (size_t i = 0; i < b->n; i++) {
		hd_tagger_run(
		    w->tagger, &b->threads[i], &b->arena, &b->rows[i]);
		if (w->run->clusters == 0 && w->run->done != NULL)
			hd_tagger_sign(
			    w->tagger, &b->threads[i], &b->arena, &b->rows[i]);
		b->gave_up[i] = tags->gave_up > 0;
		if (w->run->fired != NULL)
			keep_fired(tags, w->run->rs->ndims, b->threads[i].key,
			    &b->arena, &b->fired[i]);
	}
}

static void *
work(void *arg)
{
	struct worker *w = arg;
	struct ring *r = w->ring;
	struct batch *b;

	(void)pthread_mutex_lock(&r->lock);
	for (;;) {
		while (!r->stop && r->batches[r->next].state != FILLED)
			(void)pthread_cond_wait(&r->work, &r->lock);
		if (r->stop)
			break;
		b = &r->batches[r->next];
		b->state = TAKEN;
		r->next = (r->next + 1) % r->n;
		(void)pthread_mutex_unlock(&r->lock);
		tag_batch(w, b);
		(void)pthread_mutex_lock(&r->lock);
		b->state = DONE;
		(void)pthread_cond_broadcast(&r->result);
	}
	(void)pthread_mutex_unlock(&r->lock);
	return NULL;
}

static int
fill(struct hd_threads *threads, struct batch *b, struct hd_err *err)
{
	int r = 1;

	hd_arena_reset(&b->arena);
	b->n = 0;
	while (b->n < BATCH && hd_arena_bytes(&b->arena) < BATCH_BYTES &&
	       (r = hd_threads_next(
		    threads, &b->arena, &b->threads[b->n], err)) == 1)
		b->n++;
	return r;
}

static int
deliver(
    struct hd_tagrun *run, struct ring *r, struct batch *b, struct hd_err *err)
{
	(void)pthread_mutex_lock(&r->lock);
	while (b->state != DONE)
		(void)pthread_cond_wait(&r->result, &r->lock);
	b->state = FREE; /* to the workers; only the caller fills it again */
	(void)pthread_mutex_unlock(&r->lock);
	for (size_t i = 0; i < b->n; i++) {
		if ((run->done != NULL &&
			run->done(run->ctx, &b->rows[i], err) != 0) ||
		    (run->fired != NULL &&
			run->fired(run->ctx, &b->fired[i], err) != 0))
			return -1;
		run->gave_up += b->gave_up[i];
		run->tickets++;
	}
	return 0;
}

/* Fill ahead as far as the ring goes, deliver the oldest, until all is done. */
static int
pump(struct hd_tagrun *run, struct ring *r, struct hd_threads *threads,
    struct hd_err *err)
{
	size_t filled = 0, delivered = 0;
	int more = 1;

	while (more == 1 || delivered < filled) {
		while (more == 1 && filled - delivered < r->n) {
			struct batch *b = &r->batches[filled % r->n];

			more = fill(threads, b, err);
			if (more < 0)
				return -1;
			if (b->n == 0)
				break;
			(void)pthread_mutex_lock(&r->lock);
			b->state = FILLED;
			(void)pthread_cond_broadcast(&r->work);
			(void)pthread_mutex_unlock(&r->lock);
			filled++;
		}
		if (delivered == filled)
			break;
		if (deliver(run, r, &r->batches[delivered % r->n], err) != 0)
			return -1;
		delivered++;
	}
	return 0;
}

static void
finish(struct ring *r, struct worker *w, size_t n)
{
	(void)pthread_mutex_lock(&r->lock);
	r->stop = true;
	(void)pthread_cond_broadcast(&r->work);
	(void)pthread_mutex_unlock(&r->lock);
	for (size_t i = 0; i < n; i++) {
		if (w[i].started)
			(void)pthread_join(w[i].id, NULL);
		hd_tagger_free(w[i].tagger);
	}
	for (size_t i = 0; i < r->n; i++)
		hd_arena_release(&r->batches[i].arena);
	free(r->batches);
	(void)pthread_mutex_destroy(&r->lock);
	(void)pthread_cond_destroy(&r->work);
	(void)pthread_cond_destroy(&r->result);
}

static int
start(
    struct hd_tagrun *run, struct ring *r, struct worker *w, struct hd_err *err)
{
	for (size_t i = 0; i < run->jobs; i++) {
		w[i].ring = r;
		w[i].run = run;
		w[i].tagger = hd_tagger_new(run->rs, run->languages, err);
		if (w[i].tagger == NULL)
			return -1;
		hd_tagger_use(w[i].tagger, run->models);
		if (pthread_create(&w[i].id, NULL, work, &w[i]) != 0)
			return hd_err_set(
			    err, HD_ESYS, "cannot start a thread");
		w[i].started = true;
	}
	return 0;
}

int
hd_tagrun(struct hd_tagrun *run, struct hd_err *err)
{
	struct worker *w = hd_xcalloc(run->jobs, sizeof(*w));
	struct hd_threads *threads = NULL;
	const char *const *columns;
	struct ring r;
	size_t n;
	int rc;

	memset(&r, 0, sizeof(r));
	r.n = run->jobs + 2;
	r.batches = hd_xcalloc(r.n, sizeof(*r.batches));
	(void)pthread_mutex_init(&r.lock, NULL);
	(void)pthread_cond_init(&r.work, NULL);
	(void)pthread_cond_init(&r.result, NULL);
	rc = start(run, &r, w, err);
	if (rc == 0) {
		columns = hd_tagger_columns(w[0].tagger, &n);
		threads = hd_threads_open(run->db, columns, n, err);
		rc = threads != NULL ? 0 : -1;
		if (rc == 0 && run->clusters != 0)
			rc = hd_threads_clusters(threads, run->clusters, err);
		if (rc == 0)
			rc = pump(run, &r, threads, err);
	}
	finish(&r, w, run->jobs);
	hd_threads_close(threads);
	free(w);
	return rc;
}
