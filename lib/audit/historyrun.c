/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tickets of each era against the rules: see historyrun.h. */
#include <stdlib.h>

#include "audit/historypeople.h"
#include "audit/historyrun.h"
#include "audit/pipeline.h"
#include "audit/rulestore.h"
#include "audit/sighting.h"
#include "base/tstamp.h"

struct run {
	const struct hd_historyjob *job;
	struct hd_history *h;
	struct hd_sighter **sighters; /* one a thread */
	enum hd_era era;
	struct hd_historypeople *people; /* NULL: not asked */
	struct hd_stmt *bare;		 /* keeps a ticket; NULL: not asked */
	size_t done;
};

static void
work(void *worker, const struct hd_thread *th, struct hd_arena *arena,
    void *result)
{
	hd_sighter_run(worker, th, arena, result);
}

static int
done(void *ctx, const void *result, struct hd_err *err)
{
	const struct hd_sighting *s = result;
	struct run *r = ctx;

	hd_history_add(r->h, r->era, s);
	if (r->job->at != NULL)
		r->job->at(r->job->ctx, ++r->done);
	if (r->people != NULL && hd_historypeople_add(r->people, s, err) != 0)
		return -1;
	if (r->bare == NULL ||
	    hd_history_decider(r->h, (size_t)r->job->bare) != 0)
		return 0;
	hd_bind_int(r->bare, 1, s->ticket);
	return hd_stmt_run(r->bare, err);
}

static int
select_era(const struct run *r, struct hd_err *err)
{
	const struct hd_historyjob *j = r->job;
	int64_t since = r->era == HD_ERA_NOW	  ? j->since
			: r->era == HD_ERA_BEFORE ? j->before
						  : HD_TIME_NONE + 1;
	int64_t until = r->era == HD_ERA_NOW	  ? j->until
			: r->era == HD_ERA_BEFORE ? j->since
						  : j->before;

	if (hd_sel_begin(j->db, err) != 0 ||
	    hd_sel_period(j->db, j->by, since, until, err) != 0)
		return -1;
	return j->where == NULL ? 0 : hd_sel_where(j->db, j->where, err);
}

/* What is told of the period alone. */
static int
open_sides(struct run *r, struct hd_err *err)
{
	const struct hd_historyjob *j = r->job;

	if (j->people) {
		r->people = hd_historypeople_new(j->db, r->h, err);
		if (r->people == NULL)
			return -1;
	}
	if (j->bare < 0)
		return 0;
	if (hd_db_script(j->db, "sql/narrow_begin", err) != 0)
		return -1;
	r->bare = hd_stmt_named(j->db, "sql/narrow_add", err);
	return r->bare != NULL ? 0 : -1;
}

static struct hd_threads *
open_threads(const struct run *r, struct hd_err *err)
{
	const char *const *columns;
	struct hd_threads *t;
	int64_t clusters;
	size_t n;

	columns = hd_sighter_columns(r->sighters[0], &n);
	t = hd_threads_open(r->job->db, columns, n, err);
	if (t == NULL)
		return NULL;
	if (hd_rulestore_answers(r->job->db, r->h->rs, &clusters, err) == 0 &&
	    (clusters == 0 || hd_threads_clusters(t, clusters, err) == 0))
		return t;
	hd_threads_close(t);
	return NULL;
}

static int
pass(struct run *r, enum hd_era era, struct hd_err *err)
{
	struct hd_pipeline p = { .workers = (void *const *)r->sighters,
		.jobs = r->job->jobs,
		.size = sizeof(struct hd_sighting),
		.work = work,
		.done = done,
		.ctx = r };
	int rc = -1;

	r->era = era;
	if (select_era(r, err) != 0 ||
	    (era == HD_ERA_NOW && open_sides(r, err) != 0))
		return -1;
	p.threads = open_threads(r, err);
	if (p.threads != NULL)
		rc = hd_pipeline(&p, err);
	if (rc == 0 && era == HD_ERA_NOW)
		hd_history_end(r->h);
	if (rc == 0 && r->people != NULL)
		hd_historypeople_end(r->people);
	hd_threads_close(p.threads);
	hd_historypeople_free(r->people);
	hd_stmt_close(r->bare);
	r->people = NULL;
	r->bare = NULL;
	return rc;
}

/* Of the tickets of the pass, whose facts the workers noted. */
static void
find_lacking(struct run *r)
{
	bool *known = hd_xcalloc(r->h->rs->nfields + 1, sizeof(*known));

	for (size_t i = 0; i < r->job->jobs; i++)
		hd_sighter_noted(r->sighters[i], known);
	hd_history_lacking(r->h, known);
	free(known);
}

/* Does a rule stand there that nobody saw fire? */
static bool
unseen(const struct hd_historyjob *j, const struct hd_history *h)
{
	const struct hd_rulehistory *r;

	for (size_t i = j->tags ? 0 : h->rs->nrules; i < h->n; i++) {
		r = &h->rules[i];
		if (r->last == HD_TIME_NONE && r->lacks == NULL &&
		    hd_history_judges(j, r->rule))
			return true;
	}
	return false;
}

static int
passes(struct run *r, struct hd_err *err)
{
	const struct hd_historyjob *j = r->job;
	int rc = 0;

	if (j->compare)
		rc = pass(r, HD_ERA_BEFORE, err);
	for (size_t i = 0; i < j->jobs; i++)
		hd_sighter_note(r->sighters[i]);
	if (rc == 0)
		rc = pass(r, HD_ERA_NOW, err);
	if (rc == 0)
		find_lacking(r);
	if (rc == 0 && j->earlier && unseen(j, r->h))
		rc = pass(r, HD_ERA_EARLIER, err);
	return rc;
}

/* The selection is that of the period again, or what is bare of it. */
static int
leave(struct run *r, struct hd_err *err)
{
	r->era = HD_ERA_NOW;
	if (select_era(r, err) != 0)
		return -1;
	return r->job->bare < 0
		   ? 0
		   : hd_db_script(r->job->db, "sql/sel_narrow", err);
}

int
hd_history_run(
    const struct hd_historyjob *job, struct hd_history *h, struct hd_err *err)
{
	struct run r = { .job = job, .h = h };
	int rc = 0;

	r.sighters = hd_xcalloc(job->jobs + 1, sizeof(struct hd_sighter *));
	for (size_t i = 0; i < job->jobs && rc == 0; i++) {
		r.sighters[i] =
		    hd_sighter_new(h->rs, job->languages, job->tags, err);
		rc = r.sighters[i] != NULL ? 0 : -1;
	}
	if (rc == 0)
		rc = passes(&r, err);
	if (rc == 0)
		rc = leave(&r, err);
	for (size_t i = 0; i < job->jobs; i++)
		hd_sighter_free(r.sighters[i]);
	free(r.sighters);
	return rc;
}
