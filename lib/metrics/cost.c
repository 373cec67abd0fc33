/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tickets cost: see cost.h. */
#include <math.h>
#include <string.h>

#include "metrics/cost.h"

#define PATHS 6 /* five, and all */
#define ALL   (PATHS - 1)

static const char *const paths[PATHS] = { "ai_only", "ai_to_human",
	"human_only", "human_to_ai", "no_reply", "all" };
enum {
	AI_ONLY,
	AI_TO_HUMAN,
	HUMAN_ONLY,
	HUMAN_TO_AI,
	NO_REPLY
};

static const char *const units[] = { "resolution", "conversation", "answer" };
static const char *const unit_views[] = { "deflection", "involvement",
	"answered" };

/* The tickets of a path. */
struct sums {
	int64_t n;	 /* tickets */
	double seconds;	 /* of agents; NaN: not known of all */
	double lo, hi;	 /* of their mean; NaN: none */
	double units;	 /* of the AI; NaN likewise */
	double resolved; /* by the AI; NaN likewise */
};

struct cost {
	const struct hd_measure *m;
	const struct hd_prices *p;
	struct sums by[PATHS];
	int64_t unknown; /* tickets of no known path */
	int64_t blind;	 /* others, whose units of the AI are not known */
	bool assumed;	 /* minutes stand in for hours */
	double held;	 /* share of what the AI resolved; NaN */
};

int
hd_ai_unit_read(const char *word, enum hd_ai_unit *unit, struct hd_err *err)
{
	*unit = HD_AI_RESOLUTION;
	for (size_t i = 0; word != NULL && i < 3; i++)
		if (strcmp(units[i], word) == 0) {
			*unit = (enum hd_ai_unit)i;
			return 0;
		}
	if (word == NULL)
		return 0;
	return hd_err_set(err, HD_EOPTION,
	    "--ai-unit: resolution, conversation or answer, not '%s'", word);
}

static int
path_place(struct hd_str name)
{
	for (int i = 0; i < ALL; i++)
		if (name.p != NULL && hd_str_eq(name, paths[i]))
			return i;
	return -1;
}

/*
 * A column, and after it how many tickets it is not known of: those count none, as
 * what is pending is not paid for; where it is known of no ticket there is no sum.
 */
static double
known_sum(struct hd_stmt *st, int col)
{
	return hd_col_int(st, col + 1) == hd_col_int(st, 1)
		   ? NAN
		   : hd_col_real(st, col);
}

static double
seconds(struct cost *c, struct hd_stmt *st)
{
	if (hd_col_int(st, 3) == 0)
		return hd_col_real(st, 2);
	if (isnan(c->p->minutes_per_reply) || hd_col_int(st, 5) > 0)
		return NAN;
	c->assumed = true;
	return hd_col_real(st, 2) +
	       60 * c->p->minutes_per_reply * hd_col_real(st, 4);
}

static void
add(struct cost *c, struct hd_stmt *st)
{
	int i = path_place(hd_col_text(st, 0));
	struct sums *s, *all = &c->by[ALL];

	if (i < 0) {
		c->unknown += hd_col_int(st, 1);
		return;
	}
	s = &c->by[i];
	s->n = hd_col_int(st, 1);
	s->seconds = seconds(c, st);
	s->resolved = known_sum(st, 6);
	s->units = known_sum(st, 6 + 2 * (int)c->p->unit);
	c->blind += hd_col_int(st, 7 + 2 * (int)c->p->unit);
	all->n += s->n;
	all->seconds += s->seconds;
	all->resolved += s->resolved;
	all->units += s->units;
}

static int
read_sums(struct cost *c, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(c->m->db, "sql/cost_sums", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, c->m->win);
	while ((r = hd_stmt_step(st, err)) == 1)
		add(c, st);
	hd_stmt_close(st);
	if (c->by[ALL].n == 0) /* nothing, which is not zero */
		c->by[ALL].seconds = c->by[ALL].units = NAN;
	return r;
}

/* Keep the limits of the agents' time of a path. */
static void
keep_limits(void *ctx, const struct hd_metric *metric,
    const struct hd_figure *f, const char *by, struct hd_str value)
{
	struct cost *c = ctx;
	int i = by == NULL ? ALL : path_place(value);

	/* no width is no interval: nobody worked on them */
	if (i < 0 || strcmp(f->metric, metric->name) != 0 || f->hi <= f->lo)
		return;
	c->by[i].lo = f->lo;
	c->by[i].hi = f->hi;
}

static int
read_limits(struct cost *c, struct hd_err *err)
{
	const struct hd_metric *metric = hd_metric_find("agent_time");
	struct hd_measure m = *c->m;

	m.give = keep_limits;
	m.ctx = c;
	m.notes = NULL;
	for (int i = 0; i < PATHS; i++)
		c->by[i].lo = c->by[i].hi = NAN;
	/* of all, limits would count tickets of unknown path, and guesses none */
	if (c->assumed)
		return 0;
	if (c->unknown == 0 && hd_measure(&m, metric, NULL, err) != 0)
		return -1;
	return hd_measure(&m, metric, "path", err);
}

static void
keep_held(void *ctx, const struct hd_metric *metric, const struct hd_figure *f,
    const char *by, struct hd_str value)
{
	struct cost *c = ctx;

	(void)by;
	(void)value;
	if (strcmp(f->metric, metric->name) == 0 && f->n > 0)
		c->held = f->estimate;
}

static int
read_held(struct cost *c, struct hd_err *err)
{
	struct hd_measure m = *c->m;

	m.give = keep_held;
	m.ctx = c;
	m.notes = NULL;
	c->held = NAN;
	return hd_measure(&m, hd_metric_find("durable"), NULL, err);
}

static void
give(const struct cost *c, const char *name, int path, struct hd_figure f)
{
	struct hd_buf segment = HD_BUF_INIT;

	f.metric = name;
	f.n = f.N = c->by[path].n;
	if (path == ALL)
		f.N += c->unknown;
	f.method = "prices";
	f.status = isfinite(f.estimate) ? HD_ASSUMED : HD_NOT_MEASURABLE;
	if (path != ALL)
		hd_buf_addf(&segment, "%s%spath=%s",
		    c->m->prefix != NULL ? c->m->prefix : "",
		    c->m->prefix != NULL ? "," : "", paths[path]);
	else
		hd_buf_adds(
		    &segment, c->m->prefix != NULL ? c->m->prefix : "all");
	f.segment = segment.s;
	c->m->give(c->m->ctx, NULL, &f, path == ALL ? NULL : "path",
	    hd_str(paths[path]));
	hd_buf_release(&segment);
}

static double
times(double n, double price)
{
	return n == 0 ? 0 : n * price;
}

static double
agents(const struct cost *c, double s)
{
	return times(s / 3600, c->p->agent_hour);
}

static double
fixed(const struct cost *c)
{
	return isnan(c->p->fixed) ? 0 : c->p->fixed;
}

static void
give_path(const struct cost *c, int i)
{
	const struct sums *s = &c->by[i];
	double n = (double)s->n, ai = times(s->units, c->p->ai),
	       rest = ai / n + fixed(c) / (double)c->by[ALL].n;
	struct hd_figure f = { .estimate = agents(c, s->seconds),
		.lo = agents(c, n * s->lo),
		.hi = agents(c, n * s->hi),
		.x = -1,
		.definition = "agent_time" };

	give(c, "cost.agent", i, f);
	f.decimals = 2;
	f.estimate = f.estimate / n + rest;
	f.lo = f.lo / n + rest;
	f.hi = f.hi / n + rest;
	give(c, "cost.per_contact", i, f);
	f = (struct hd_figure){ .estimate = ai,
		.lo = NAN,
		.hi = NAN,
		.x = isnan(s->units) ? -1 : (int64_t)s->units,
		.definition = unit_views[c->p->unit] };
	give(c, "cost.ai", i, f);
}

static void
give_one(const struct cost *c, const char *name, double estimate, double of,
    int decimals, const char *definition)
{
	give(c, name, ALL,
	    (struct hd_figure){ .estimate = estimate,
		.lo = NAN,
		.hi = NAN,
		.x = isnan(of) ? -1 : (int64_t)of,
		.decimals = decimals,
		.definition = definition });
}

/* What a ticket that people have alone costs. */
static double
of_people(const struct cost *c)
{
	const struct sums *a = &c->by[HUMAN_ONLY], *b = &c->by[HUMAN_TO_AI];

	return agents(c, a->seconds + b->seconds) / (double)(a->n + b->n);
}

static void
give_automation(const struct cost *c)
{
	double resolved = c->by[ALL].resolved, people = of_people(c),
	       ai = times(c->by[ALL].units, c->p->ai) + fixed(c),
	       back = resolved * (1 - c->held) * people;

	give_one(c, "cost.fixed", c->p->fixed, NAN, 0, "agent_time");
	give_one(c, "cost.ai_resolution.gross", ai / resolved, resolved, 2,
	    "deflection");
	give_one(c, "cost.ai_resolution.net", (ai + back) / resolved, resolved,
	    2, "durable");
	give_one(c, "cost.saved.gross", resolved * people - ai, resolved, 0,
	    "deflection");
	give_one(c, "cost.saved.net", resolved * people - back - ai, resolved,
	    0, "durable");
}

static void
note(const struct cost *c)
{
	struct hd_buf *b = c->m->notes;

	if (b == NULL)
		return;
	if (isnan(c->p->agent_hour))
		hd_buf_adds(b, "what people cost takes --agent-hour\n");
	if (isnan(c->p->ai))
		hd_buf_adds(b, "what the AI costs takes --ai-price\n");
	if (isnan(c->p->fixed))
		hd_buf_adds(b, "without --fixed the AI has no fixed price\n");
	if (isnan(c->by[ALL].seconds))
		hd_buf_adds(b, "the hours of some tickets are not known: "
			       "--minutes-per-reply may stand in\n");
	if (c->blind > 0)
		hd_buf_addf(b,
		    "of %lld tickets it is not known whether the AI has a unit "
		    "(%s): %s\n",
		    (long long)c->blind, units[c->p->unit],
		    isnan(c->by[ALL].units) ? "what it costs cannot be said"
					    : "they count none");
	if (c->unknown > 0)
		hd_buf_addf(b,
		    "%lld tickets of which nobody knows who answered are in no "
		    "cost\n",
		    (long long)c->unknown);
}

int
hd_cost_measure(
    const struct hd_measure *m, const struct hd_prices *p, struct hd_err *err)
{
	struct cost c = { .m = m, .p = p };

	if (read_sums(&c, err) != 0 || read_limits(&c, err) != 0 ||
	    read_held(&c, err) != 0)
		return -1;
	give_path(&c, ALL);
	for (int i = 0; i < ALL; i++)
		if (c.by[i].n > 0)
			give_path(&c, i);
	give_automation(&c);
	note(&c);
	return 0;
}
