/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging as the work of a pipeline: see tagrun.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/pipeline.h"
#include "audit/tagrun.h"
#include "base/mem.h"

struct worker {
	struct hd_tagger *tagger;
	const struct hd_tagrun *run;
};

struct tagged {
	struct hd_tagrow row;
	struct hd_fired fired;
	bool gave_up;
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
tag(void *worker, const struct hd_thread *th, struct hd_arena *arena,
    void *result)
{
	const struct worker *w = worker;
	const struct hd_tags *tags = hd_tagger_tags(w->tagger);
	struct tagged *t = result;

	hd_tagger_run(w->tagger, th, arena, &t->row);
	if (w->run->clusters == 0 && w->run->done != NULL)
		hd_tagger_sign(w->tagger, th, arena, &t->row);
	t->gave_up = tags->gave_up > 0;
	if (w->run->fired != NULL)
		keep_fired(tags, w->run->rs->ndims, th->key, arena, &t->fired);
}

static int
done(void *ctx, const void *result, struct hd_err *err)
{
	const struct tagged *t = result;
	struct hd_tagrun *run = ctx;

	if ((run->done != NULL && run->done(run->ctx, &t->row, err) != 0) ||
	    (run->fired != NULL && run->fired(run->ctx, &t->fired, err) != 0))
		return -1;
	run->gave_up += t->gave_up;
	run->tickets++;
	return 0;
}

static int
start(
    struct hd_tagrun *run, struct worker *w, void **workers, struct hd_err *err)
{
	for (size_t i = 0; i < run->jobs; i++) {
		w[i].run = run;
		w[i].tagger = hd_tagger_new(run->rs, run->languages, err);
		if (w[i].tagger == NULL)
			return -1;
		hd_tagger_use(w[i].tagger, run->models);
		workers[i] = &w[i];
	}
	return 0;
}

static int
read_and_tag(struct hd_tagrun *run, const struct hd_tagger *t, void **workers,
    struct hd_err *err)
{
	struct hd_pipeline p = { .workers = workers,
		.jobs = run->jobs,
		.size = sizeof(struct tagged),
		.work = tag,
		.done = done,
		.ctx = run };
	size_t n;
	const char *const *columns = hd_tagger_columns(t, &n);
	int r = -1;

	p.threads = hd_threads_open(run->db, columns, n, err);
	if (p.threads != NULL &&
	    (run->clusters == 0 ||
		hd_threads_clusters(p.threads, run->clusters, err) == 0))
		r = hd_pipeline(&p, err);
	hd_threads_close(p.threads);
	return r;
}

int
hd_tagrun(struct hd_tagrun *run, struct hd_err *err)
{
	struct worker *w = hd_xcalloc(run->jobs, sizeof(*w));
	void **workers = hd_xcalloc(run->jobs, sizeof(*workers));
	int r = start(run, w, workers, err);

	if (r == 0)
		r = read_and_tag(run, w[0].tagger, workers, err);
	for (size_t i = 0; i < run->jobs; i++)
		hd_tagger_free(w[i].tagger);
	free(workers);
	free(w);
	return r;
}
