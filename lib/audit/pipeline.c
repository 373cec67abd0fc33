/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches on threads: see pipeline.h.  A ring of batches goes round three hands:
 * the caller fills one, a worker works on it, the caller takes the results in
 * the order of filling.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "audit/pipeline.h"
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
	char *results;
	size_t n;
};

struct ring {
	const struct hd_pipeline *p;
	struct batch *batches;
	size_t n;
	size_t next; /* the batch a worker takes next */
	bool stop;
	pthread_mutex_t lock;
	pthread_cond_t work, result;
};

struct hand {
	pthread_t id;
	struct ring *ring;
	void *worker;
	bool started;
};

static void
work_on(const struct hd_pipeline *p, void *worker, struct batch *b)
{
	memset(b->results, 0, b->n * p->size);
	for (size_t i = 0; i < b->n; i++)
		p->work(worker, &b->threads[i], &b->arena,
		    b->results + i * p->size);
}

static void *
run(void *arg)
{
	struct hand *h = arg;
	struct ring *r = h->ring;
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
		work_on(r->p, h->worker, b);
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
deliver(struct ring *r, struct batch *b, struct hd_err *err)
{
	const struct hd_pipeline *p = r->p;

	(void)pthread_mutex_lock(&r->lock);
	while (b->state != DONE)
		(void)pthread_cond_wait(&r->result, &r->lock);
	b->state = FREE; /* to the workers; only the caller fills it again */
	(void)pthread_mutex_unlock(&r->lock);
	for (size_t i = 0; i < b->n; i++)
		if (p->done(p->ctx, b->results + i * p->size, err) != 0)
			return -1;
	return 0;
}

/* Fill ahead as far as the ring goes, deliver the oldest, until all is done. */
static int
pump(struct ring *r, struct hd_err *err)
{
	size_t filled = 0, delivered = 0;
	int more = 1;

	while (more == 1 || delivered < filled) {
		while (more == 1 && filled - delivered < r->n) {
			struct batch *b = &r->batches[filled % r->n];

			more = fill(r->p->threads, b, err);
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
		if (deliver(r, &r->batches[delivered % r->n], err) != 0)
			return -1;
		delivered++;
	}
	return 0;
}

static int
start(struct ring *r, struct hand *hands, struct hd_err *err)
{
	for (size_t i = 0; i < r->p->jobs; i++) {
		hands[i].ring = r;
		hands[i].worker = r->p->workers[i];
		if (pthread_create(&hands[i].id, NULL, run, &hands[i]) != 0)
			return hd_err_set(
			    err, HD_ESYS, "cannot start a thread");
		hands[i].started = true;
	}
	return 0;
}

static void
finish(struct ring *r, struct hand *hands)
{
	(void)pthread_mutex_lock(&r->lock);
	r->stop = true;
	(void)pthread_cond_broadcast(&r->work);
	(void)pthread_mutex_unlock(&r->lock);
	for (size_t i = 0; i < r->p->jobs; i++)
		if (hands[i].started)
			(void)pthread_join(hands[i].id, NULL);
	for (size_t i = 0; i < r->n; i++) {
		hd_arena_release(&r->batches[i].arena);
		free(r->batches[i].results);
	}
	free(r->batches);
	(void)pthread_mutex_destroy(&r->lock);
	(void)pthread_cond_destroy(&r->work);
	(void)pthread_cond_destroy(&r->result);
}

int
hd_pipeline(const struct hd_pipeline *p, struct hd_err *err)
{
	struct hand *hands = hd_xcalloc(p->jobs, sizeof(*hands));
	struct ring r;
	int rc;

	memset(&r, 0, sizeof(r));
	r.p = p;
	r.n = p->jobs + 2;
	r.batches = hd_xcalloc(r.n, sizeof(*r.batches));
	for (size_t i = 0; i < r.n; i++)
		r.batches[i].results = hd_xcalloc(BATCH, p->size);
	(void)pthread_mutex_init(&r.lock, NULL);
	(void)pthread_cond_init(&r.work, NULL);
	(void)pthread_cond_init(&r.result, NULL);
	rc = start(&r, hands, err);
	if (rc == 0)
		rc = pump(&r, err);
	finish(&r, hands);
	free(hands);
	return rc;
}
