/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A loop on threads: see parallel.h. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/parallel.h"

struct loop {
	void (*fn)(void *, size_t);
	void *ctx;
	size_t n;
	atomic_size_t next;
};

static void *
work(void *arg)
{
	struct loop *l = arg;
	size_t i;

	while ((i = atomic_fetch_add(&l->next, 1)) < l->n)
		l->fn(l->ctx, i);
	return NULL;
}

void
hd_parallel(size_t n, unsigned jobs, void (*fn)(void *ctx, size_t i), void *ctx)
{
	struct loop l = { fn, ctx, n, 0 };
	pthread_t *id = hd_xcalloc(jobs + 1, sizeof(*id));
	size_t started = 0;

	/* a thread that cannot be had is work for the others */
	while (started + 1 < jobs && started + 1 < n &&
	       pthread_create(&id[started], NULL, work, &l) == 0)
		started++;
	(void)work(&l);
	while (started > 0)
		(void)pthread_join(id[--started], NULL);
	free(id);
}
