/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audits as the work of a pipeline: see run.h. */
#include <stdlib.h>

#include "audit/pipeline.h"
#include "base/mem.h"
#include "escalation/detect.h"
#include "escalation/past.h"
#include "escalation/known.h"
#include "escalation/run.h"

struct worker {
	struct hd_escmaker *maker;
	unsigned audits;
};

struct result {
	struct hd_escalation e;
	struct hd_findings f;
};

struct going {
	struct hd_escrun *run;
	int (*done)(void *ctx, const struct hd_escalation *e,
	    const struct hd_findings *f, struct hd_err *err);
	void *ctx;
	size_t tickets;
};

static void
work(void *worker, const struct hd_thread *th, struct hd_arena *arena,
    void *result)
{
	const struct worker *w = worker;
	struct result *r = result;

	r->f.arena = arena;
	hd_escmaker_make(w->maker, th, arena, &r->e);
	hd_esc_detect(&r->e, w->audits, &r->f);
}

static int
done(void *ctx, const void *result, struct hd_err *err)
{
	const struct result *r = result;
	struct going *g = ctx;

	g->tickets++;
	g->run->gave_up += r->e.gave_up;
	if (g->run->at != NULL)
		g->run->at(g->run->at_ctx, g->tickets);
	return g->done(g->ctx, &r->e, &r->f, err);
}

static struct hd_threads *
open_threads(struct hd_db *db, struct hd_err *err)
{
	struct hd_threads *t = hd_threads_open(db, NULL, 0, err);

	if (t != NULL && (hd_threads_more(t, "escalation_facts",
			      hd_escfact_names, HD_ESCFACTS, err) != 0 ||
			     hd_threads_events(t, err) != 0)) {
		hd_threads_close(t);
		return NULL;
	}
	return t;
}

int
hd_escrun(struct hd_escrun *run,
    int (*each)(void *ctx, const struct hd_escalation *e,
	const struct hd_findings *f, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct going g = { run, each, ctx, 0 };
	struct hd_pipeline p = { .jobs = run->jobs,
		.size = sizeof(struct result),
		.work = work,
		.done = done,
		.ctx = &g };
	struct worker *w = hd_xcalloc(run->jobs, sizeof(*w));
	void **workers = hd_xcalloc(run->jobs, sizeof(*workers));
	struct hd_escpast past = { 0 };
	int r = 0;

	for (size_t i = 0; i < run->jobs && r == 0; i++) {
		workers[i] = &w[i];
		w[i].audits = run->audits;
		w[i].maker = hd_escmaker_new(&run->world, err);
		r = w[i].maker != NULL ? 0 : -1;
	}
	p.workers = workers;
	if (r == 0)
		r = hd_known_read(&run->world.known, run->db, err);
	if (r == 0 && run->audits & 1u << HD_AUDIT_NEEDED)
		r = hd_escpast_read(&past, run->db, err);
	run->world.past = &past;
	run->gave_up = 0;
	p.threads = r == 0 ? open_threads(run->db, err) : NULL;
	r = p.threads != NULL ? hd_pipeline(&p, err) : -1;
	hd_threads_close(p.threads);
	for (size_t i = 0; i < run->jobs; i++)
		hd_escmaker_free(w[i].maker);
	hd_map_release(&run->world.known);
	hd_escpast_release(&past);
	run->world.past = NULL;
	free(w);
	free(workers);
	return r;
}
