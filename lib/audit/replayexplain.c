/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why tickets go where they go: see replaylist.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/replay_int.h"
#include "audit/replaylist.h"
#include "rules/evidence.h"

#define NEAREST 5

static const char *const names[] = { "key", "stage", "message", "what", "rule",
	"action", "place", "field", "item", "start", "end", "value",
	"condition" };
#define NAMES (sizeof(names) / sizeof(names[0]))

struct state {
	const struct hd_ruleset *rs;
	struct hd_replayer *p;
	struct hd_table t;
	struct hd_buf b;
	bool show_text;
	/* of the row at hand */
	struct hd_str key;
	size_t moment, number;
};

static enum hd_stage
stage_of(const struct state *s)
{
	return s->moment == 0 ? HD_STAGE_OPEN : HD_STAGE_REPLY;
}

/* The cells that say where in the talk it is, and of which rule. */
static void
begin_row(
    struct state *s, const char *what, const char *rule, const char *action)
{
	hd_table_text(&s->t, s->key);
	hd_table_cstr(&s->t, hd_stage_name(stage_of(s)));
	hd_table_int(&s->t, (int64_t)s->number);
	hd_table_cstr(&s->t, what);
	hd_table_cstr(&s->t, rule);
	hd_table_cstr(&s->t, action);
}

static void
place(struct state *s, struct hd_pos pos)
{
	hd_buf_reset(&s->b);
	hd_ruleset_where(s->rs, pos, &s->b);
	hd_table_text(&s->t, hd_buf_str(&s->b));
}

static void
nulls(struct state *s, int n)
{
	while (n-- > 0)
		hd_table_null(&s->t);
}

/* As rules write it: 90d, 89d23h59m. */
static void
duration(struct hd_buf *b, int64_t left)
{
	static const struct {
		int64_t seconds;
		char name;
	} units[] = { { 86400, 'd' }, { 3600, 'h' }, { 60, 'm' } };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (left >= units[i].seconds)
			hd_buf_addf(b, "%lld%c",
			    (long long)(left / units[i].seconds),
			    units[i].name);
		left %= units[i].seconds;
	}
	if (left != 0 || b->n == 0)
		hd_buf_addf(b, "%llds", (long long)left);
}

static void
number(struct state *s, enum hd_ftype type, double v)
{
	hd_buf_reset(&s->b);
	if (type == HD_FT_BOOL)
		hd_buf_adds(&s->b, v != 0 ? "true" : "false");
	else if (type == HD_FT_DURATION)
		duration(&s->b, (int64_t)v);
	else
		hd_buf_addf(&s->b, "%.10g", v);
	hd_table_text(&s->t, hd_buf_str(&s->b));
}

/* What customers wrote, or may have: texts, custom fields, pages. */
static bool
is_theirs(const struct hd_field *f)
{
	static const char *const open[] = { "ticket.", "account.", "requester.",
		"path" };

	if (f->type == HD_FT_TEXT || f->arg != NULL)
		return true;
	for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++)
		if (strncmp(f->name, open[i], strlen(open[i])) == 0)
			return false;
	return f->type == HD_FT_STRING || f->type == HD_FT_LIST;
}

static void
value_of_field(struct state *s, const struct hd_evidence *e)
{
	const struct hd_field *f = &s->rs->fields[e->cond->index];
	struct hd_str v = e->val.str;

	if (e->val.kind == HD_VAL_NUM) {
		number(s, f->type, e->val.num);
		return;
	}
	if (e->span)
		v = (struct hd_str){ v.p + e->start, e->end - e->start };
	if (e->val.kind != HD_VAL_STR || (is_theirs(f) && !s->show_text) ||
	    (!e->span && f->type == HD_FT_TEXT))
		hd_table_null(&s->t);
	else
		hd_table_text(&s->t, v);
}

static void
value_cell(struct state *s, const struct hd_evidence *e)
{
	if (e->cond != NULL && e->cond->var == HD_VAR_FIELD)
		value_of_field(s, e);
	else if (e->val.kind == HD_VAL_NUM)
		number(s, HD_FT_NUMBER, e->val.num);
	else if (e->value >= 0)
		hd_table_cstr(&s->t, s->rs->dims[e->dim].values[e->value]);
	else
		hd_table_null(&s->t);
}

static const char *
action_of(const struct hd_rule *r)
{
	return r != NULL && r->kind == HD_ROUTE
		   ? hd_action_name(hd_route_action(r))
		   : NULL;
}

/* As written; what cancels says so. */
static void
condition(struct state *s, const struct hd_evidence *e)
{
	if (e->cond == NULL) {
		hd_table_null(&s->t);
		return;
	}
	hd_buf_reset(&s->b);
	if (hd_explain_cancels(s->rs, e))
		hd_buf_adds(&s->b, "unless ");
	hd_buf_add(&s->b, e->cond->src.p, e->cond->src.n);
	hd_table_text(&s->t, hd_buf_str(&s->b));
}

static int
evidence_row(struct state *s, const char *what, const struct hd_evidence *e)
{
	begin_row(s, what, e->rule != NULL ? e->rule->id : "default",
	    action_of(e->rule));
	place(s, e->pos);
	hd_table_cstr(&s->t, e->field);
	if (e->item >= 0)
		hd_table_int(&s->t, e->item + 1);
	else
		hd_table_null(&s->t);
	if (e->span) {
		hd_table_int(&s->t, (int64_t)e->start);
		hd_table_int(&s->t, (int64_t)e->end);
	} else {
		nulls(s, 2);
	}
	value_cell(s, e);
	condition(s, e);
	hd_table_row(&s->t);
	return 0;
}

static int
because(void *ctx, const struct hd_evidence *e)
{
	return evidence_row(ctx, "because", e);
}

static void
decision_row(struct state *s, const char *what, const struct hd_decision *d)
{
	begin_row(s, what,
	    d->route >= 0 ? s->rs->routes[d->route].id : "default",
	    hd_action_name(d->action));
	place(s, d->route >= 0 ? s->rs->routes[d->route].pos
			       : s->rs->stage_default[stage_of(s)].pos);
	nulls(s, 6);
	hd_table_row(&s->t);
}

/* A route that was one condition away, and how far that is. */
struct near {
	struct hd_evidence e;
	bool careful;
	/* 0: all else held, or it was cancelled; up to 1: a lone threshold, by
	 * how much it was missed; 2: a lone condition of another kind */
	double far;
};

static double
how_far(const struct hd_ruleset *rs, const struct hd_evidence *e)
{
	const struct hd_alt *alt = hd_explain_alternative(rs, e);
	double want, scale;

	if (alt->unless || alt->nconds > 1)
		return 0;
	if (e->cond->op < HD_OP_LT || e->cond->op > HD_OP_GE ||
	    e->val.kind != HD_VAL_NUM)
		return 2;
	want = rs->operands[e->cond->value].num;
	scale = fmax(fabs(want), fabs(e->val.num));
	return scale > 0 ? fmin(fabs(want - e->val.num) / scale, 1) : 0;
}

static int
compare(const void *a, const void *b)
{
	const struct near *x = a, *y = b;

	if (x->careful != y->careful)
		return x->careful ? -1 : 1;
	if (x->far != y->far)
		return x->far < y->far ? -1 : 1;
	return (x->e.rule > y->e.rule) - (x->e.rule < y->e.rule);
}

/* Of the routes above: those below would not have decided. */
static void
near_rows(struct state *s, const struct hd_decision *d)
{
	size_t above = d->route >= 0 ? (size_t)d->route : s->rs->nroutes, n = 0;
	const unsigned char *fires = s->p->moments[s->moment].fires;
	struct near *all = hd_xcalloc(above + 1, sizeof(*all)), *at;
	const struct hd_rule *r;

	for (size_t i = 0; i < above; i++) {
		r = &s->rs->routes[i];
		at = &all[n];
		if ((r->stages & 1u << stage_of(s)) == 0 || fires[i] != HD_NO ||
		    !hd_explain_near(s->p->m, r, &at->e))
			continue;
		at->careful = hd_action_careful(hd_route_action(r));
		at->far = how_far(s->rs, &at->e);
		n++;
	}
	qsort(all, n, sizeof(*all), compare);
	for (size_t i = 0; i < n && i < NEAREST; i++)
		(void)evidence_row(s, "near", &all[i].e);
	free(all);
}

static void
explain_moment(struct state *s, const struct hd_decision *d)
{
	struct hd_decision other;

	decision_row(s, "decided", d);
	if (d->route >= 0) {
		(void)hd_explain_route(
		    s->p->m, &s->rs->routes[d->route], because, s);
		hd_decide_by(s->rs, stage_of(s), s->p->moments[s->moment].fires,
		    d->route, &other);
		decision_row(s, "without", &other);
	}
	near_rows(s, d);
}

static void
explain_ticket(
    struct state *s, const struct hd_thread *th, struct hd_arena *arena)
{
	struct hd_replayed r;

	hd_replayer_run(s->p, th, arena, &r);
	s->key = th->key;
	for (size_t i = 0; i < r.nasked; i++) {
		s->moment = i;
		s->number = r.number[i];
		hd_replay_eval(s->p, i);
		explain_moment(s, &r.asked[i]);
	}
	if (r.basis != HD_REPLAY_UNKNOWN)
		return;
	s->moment = 1;
	s->number = 2;
	begin_row(s, "unknown", NULL, NULL);
	nulls(s, 7);
	hd_table_row(&s->t);
}

static int
each(struct state *s, struct hd_threads *threads, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_thread th;
	int r;

	while ((r = hd_threads_next(threads, &arena, &th, err)) == 1) {
		explain_ticket(s, &th, &arena);
		hd_arena_reset(&arena);
	}
	hd_arena_release(&arena);
	return r;
}

int
hd_replay_explain(struct hd_rulejob *job, const struct hd_ruleset *rs,
    bool header, bool show_text, struct hd_err *err)
{
	struct state s = { .rs = rs, .b = HD_BUF_INIT, .show_text = show_text };
	struct hd_threads *threads = NULL;
	const char *columns = job->columns, *const * wanted;
	size_t n;
	int r = -1;

	if (columns == NULL && job->format == HD_FMT_TABLE)
		columns = "stage,message,what,rule,action,value,condition";
	if (hd_replay_check(rs, err) != 0 ||
	    hd_table_begin(&s.t, job->out, job->format, names, NAMES, columns,
		header, err) != 0)
		return -1;
	s.p = hd_replayer_new(rs, job->languages, HD_REPLAY_PLAIN, err);
	if (s.p != NULL) {
		wanted = hd_replayer_columns(s.p, &n);
		threads = hd_threads_open(job->db, wanted, n, err);
	}
	if (threads != NULL)
		r = each(&s, threads, err);
	hd_table_end(&s.t);
	hd_threads_close(threads);
	hd_replayer_free(s.p);
	hd_buf_release(&s.b);
	return r;
}
