/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of a replay: see replaylist.h. */
#include <math.h>
#include <stdio.h>

#include "audit/replaylist.h"
#include "audit/replaysum.h"
#include "render/figure.h"

struct state {
	const struct hd_rulejob *job;
	const struct hd_replaysum *sum;
	struct hd_table t;
};

static void
gap(const struct hd_rulejob *job)
{
	hd_out_adds(job->out, job->format == HD_FMT_JSON ? "" : "\n");
}

static double
share(int64_t x, int64_t n)
{
	return n > 0 ? (double)x / (double)n : NAN;
}

/*
 * A share that is x of n where it is known, and from least to most where it is
 * not: a count of all tickets, so there is no interval about it.
 */
static void
figure(struct state *s, const char *metric, const char *segment, int64_t least,
    int64_t most, int64_t n)
{
	bool exact = least == most;
	struct hd_figure f = { .metric = metric,
		.segment = segment,
		.estimate = exact ? share(least, n) : NAN,
		.lo = share(least, n),
		.hi = share(most, n),
		.x = exact ? least : -1,
		.n = n,
		.N = n,
		.decimals = 6,
		.method = exact ? "count" : "bounds",
		.definition = "replay",
		.status = n > 0 ? HD_MEASURED : HD_NOT_MEASURABLE };

	hd_figure_row(&s->t, &f);
}

static void
action_figures(struct state *s, const char *stage, const int64_t *least,
    const int64_t *most)
{
	char segment[64];

	for (int a = HD_AI_FIRST; a < HD_ACTIONS; a++) {
		if (most[a] == 0)
			continue;
		(void)snprintf(segment, sizeof(segment), "stage=%s,action=%s",
		    stage, hd_action_name((enum hd_action)a));
		figure(s, "route_share", segment, least[a], most[a],
		    s->sum->tickets);
	}
}

static int
print_figures(struct state *s, struct hd_err *err)
{
	const struct hd_replaysum *m = s->sum;
	const struct hd_replaykept *k = &m->kept;

	if (hd_table_begin(&s->t, s->job->out, s->job->format,
		hd_figure_columns, 11,
		s->job->format == HD_FMT_TABLE
		    ? "metric,segment,estimate,lo,hi,x,n,status"
		    : NULL,
		true, err) != 0)
		return -1;
	action_figures(s, "open", m->open_min, m->open_max);
	action_figures(s, "end", m->end_min, m->end_max);
	figure(s, "ai_allowed", "all", m->surely, m->maybe, m->tickets);
	figure(s, "ai_met_kept", "all", k->met, k->met, k->tickets);
	hd_table_end(&s->t);
	gap(s->job);
	return 0;
}

static void
share_cell(struct hd_table *t, int64_t x, int64_t n)
{
	if (n > 0)
		hd_table_real(t, share(x, n), 6);
	else
		hd_table_null(t);
}

static const char *
action_of(const struct hd_ruleset *rs, size_t route)
{
	return hd_action_name(route < rs->nroutes
				  ? hd_route_action(&rs->routes[route])
				  : rs->stage_default[HD_STAGE_OPEN].action);
}

static void
route_row(struct state *s, size_t i)
{
	const struct hd_ruleset *rs = s->sum->rs;
	const struct hd_replaycount *c = &s->sum->routes[i];
	bool is_route = i < rs->nroutes;

	hd_table_cstr(&s->t, is_route ? rs->routes[i].id : "default");
	hd_table_cstr(&s->t, action_of(rs, i));
	hd_table_int(&s->t, c->open);
	hd_table_int(&s->t, c->reply);
	share_cell(&s->t, c->open + c->reply, s->sum->tickets);
	for (int k = 0; k < 6 && !is_route; k++)
		hd_table_null(&s->t);
	if (is_route) {
		hd_table_int(&s->t, c->would);
		hd_table_int(&s->t, c->gave_up);
		hd_table_int(&s->t, c->alone);
		hd_table_int(&s->t, c->alone_max);
		share_cell(&s->t, c->alone, s->sum->tickets);
		share_cell(&s->t, c->alone_max, s->sum->tickets);
	}
	hd_table_cstr(&s->t, c->example);
	hd_table_row(&s->t);
}

static int
print_routes(struct state *s, struct hd_err *err)
{
	static const char *const names[] = { "rule", "action", "open", "reply",
		"share", "would", "gave_up", "alone", "alone_max",
		"alone_share", "alone_share_max", "example" };
	const char *columns = s->job->columns;

	if (columns == NULL && s->job->format == HD_FMT_TABLE)
		columns = "rule,action,open,reply,share,would,alone,alone_max";
	if (hd_table_begin(&s->t, s->job->out, s->job->format, names, 12,
		columns, true, err) != 0)
		return -1;
	for (size_t i = 0; i <= s->sum->rs->nroutes; i++)
		route_row(s, i);
	hd_table_end(&s->t);
	gap(s->job);
	return 0;
}

static void
kept_row(struct state *s, const char *by, const char *name,
    const struct hd_replaykept *k)
{
	struct hd_buf b = HD_BUF_INIT;

	if (k->tickets_max == 0)
		return;
	hd_table_cstr(&s->t, by);
	hd_table_cstr(&s->t, name);
	hd_table_int(&s->t, k->tickets);
	hd_table_int(&s->t, k->met);
	share_cell(&s->t, k->met, k->tickets);
	hd_table_int(&s->t, k->tickets_max);
	hd_table_int(&s->t, k->met_max);
	for (int i = 0; i < HD_REPLAY_KEYS && k->keys[i] != NULL; i++)
		hd_buf_addf(&b, "%s%s", i > 0 ? " " : "", k->keys[i]);
	hd_table_text(
	    &s->t, b.n > 0 ? hd_buf_str(&b) : (struct hd_str){ NULL, 0 });
	hd_table_row(&s->t);
	hd_buf_release(&b);
}

static int
print_kept(struct state *s, struct hd_err *err)
{
	static const char *const names[] = { "by", "name", "kept", "met_ai",
		"share", "kept_max", "met_max", "examples" };
	const struct hd_replaysum *m = s->sum;
	const char *few =
	    s->job->format == HD_FMT_TABLE ? "by,name,kept,met_ai,share" : NULL;

	if (hd_table_begin(&s->t, s->job->out, s->job->format, names, 8, few,
		true, err) != 0)
		return -1;
	for (size_t i = 0; i <= m->rs->nroutes; i++)
		kept_row(s, "rule",
		    i < m->rs->nroutes ? m->rs->routes[i].id : "default",
		    &m->routes[i].kept);
	for (size_t i = 0; i <= m->nsegments && m->segment >= 0; i++)
		kept_row(s, "segment",
		    i < m->nsegments ? m->rs->dims[m->segment].values[i]
				     : "none",
		    &m->segments[i]);
	hd_table_end(&s->t);
	return 0;
}

static int
add(void *ctx, const struct hd_replayed *r, struct hd_err *err)
{
	(void)err;
	hd_replaysum_add(ctx, r);
	return 0;
}

int
hd_replay_summary(
    struct hd_rulejob *job, const struct hd_ruleset *rs, struct hd_err *err)
{
	struct hd_replaysum sum;
	struct state s = { .job = job, .sum = &sum };
	struct hd_replay run = { .job = job,
		.rs = { rs },
		.nsets = 1,
		.how = HD_REPLAY_WIDE,
		.done = add,
		.ctx = &sum };
	int r;

	hd_replaysum_init(&sum, rs);
	r = hd_replay(&run, err);
	hd_replaysum_end(&sum);
	job->gave_up = run.gave_up;
	if (r == 0 &&
	    (print_figures(&s, err) != 0 || print_routes(&s, err) != 0 ||
		print_kept(&s, err) != 0))
		r = -1;
	hd_replaysum_release(&sum);
	return r;
}
