/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replaying a selection as the work of a pipeline: see replay.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/pipeline.h"
#include "audit/replay.h"
#include "base/mem.h"

struct worker {
	struct hd_replayer *sets[HD_REPLAY_SETS];
	size_t nsets, ncolumns[HD_REPLAY_SETS];
};

/* The columns of the one set stand before those of the other. */
static void
work(void *worker, const struct hd_thread *th, struct hd_arena *arena,
    void *result)
{
	const struct worker *w = worker;
	struct hd_replayed *r = result;
	struct hd_thread own = *th;

	for (size_t i = 0; i < w->nsets; i++) {
		hd_replayer_run(w->sets[i], &own, arena, &r[i]);
		own.facts += w->ncolumns[i];
	}
}

static int
done(void *ctx, const void *result, struct hd_err *err)
{
	const struct hd_replayed *r = result;
	struct hd_replay *run = ctx;
	bool open = false;

	for (size_t i = 0; i < run->nsets; i++)
		open = open || hd_replayed_gave_up(&r[i]);
	run->gave_up += open;
	run->tickets++;
	if (run->job->at != NULL)
		run->job->at(run->job->ctx, (size_t)run->tickets);
	return run->done(run->ctx, r, err);
}

static int
start(const struct hd_replay *run, struct worker *w, struct hd_err *err)
{
	w->nsets = run->nsets;
	for (size_t i = 0; i < run->nsets; i++) {
		w->sets[i] = hd_replayer_new(
		    run->rs[i], run->job->languages, run->how, err);
		if (w->sets[i] == NULL)
			return -1;
		(void)hd_replayer_columns(w->sets[i], &w->ncolumns[i]);
	}
	return 0;
}

static struct hd_threads *
open_threads(
    const struct hd_replay *run, const struct worker *w, struct hd_err *err)
{
	size_t n, all = 0;
	const char **columns, *const *own;
	struct hd_threads *t;

	for (size_t i = 0; i < w->nsets; i++)
		all += w->ncolumns[i];
	columns = hd_xcalloc(all, sizeof(*columns));
	all = 0;
	for (size_t i = 0; i < w->nsets; i++) {
		own = hd_replayer_columns(w->sets[i], &n);
		for (size_t k = 0; k < n; k++)
			columns[all++] = own[k];
	}
	t = hd_threads_open(run->job->db, columns, all, err);
	free(columns);
	return t;
}

static int
read_and_replay(struct hd_replay *run, struct worker *w, struct hd_err *err)
{
	struct hd_pipeline p = { .jobs = run->job->jobs,
		.size = run->nsets * sizeof(struct hd_replayed),
		.work = work,
		.done = done,
		.ctx = run };
	void **workers = hd_xcalloc(p.jobs, sizeof(*workers));
	int r = 0;

	for (size_t i = 0; i < p.jobs && r == 0; i++) {
		workers[i] = &w[i];
		r = start(run, &w[i], err);
	}
	p.workers = workers;
	p.threads = r == 0 ? open_threads(run, &w[0], err) : NULL;
	r = p.threads != NULL ? hd_pipeline(&p, err) : -1;
	hd_threads_close(p.threads);
	free(workers);
	return r;
}

int
hd_replay_check(const struct hd_ruleset *rs, struct hd_err *err)
{
	const char *name = rs->files[0].name;

	if (rs->nroutes == 0)
		return hd_err_set(
		    err, HD_EUSAGE, "%s: there is no route in it", name);
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++) {
		unsigned any = s == HD_STAGE_OPEN;

		for (size_t i = 0; i < rs->nroutes; i++)
			any |= rs->routes[i].stages & 1u << s;
		if (any != 0 && rs->stage_default[s].action == HD_ACTION_NONE)
			return hd_err_set(err, HD_EUSAGE,
			    "%s: 'default %s' is missing: where does a ticket "
			    "go that no route takes?",
			    name, hd_stage_name((enum hd_stage)s));
	}
	return 0;
}

int
hd_replay(struct hd_replay *run, struct hd_err *err)
{
	struct worker *w;
	int r;

	for (size_t i = 0; i < run->nsets; i++)
		if (hd_replay_check(run->rs[i], err) != 0)
			return -1;
	w = hd_xcalloc(run->job->jobs, sizeof(*w));
	r = read_and_replay(run, w, err);
	for (size_t i = 0; i < run->job->jobs; i++)
		for (size_t k = 0; k < run->nsets; k++)
			hd_replayer_free(w[i].sets[k]);
	free(w);
	return r;
}
