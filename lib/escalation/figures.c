/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates with intervals: see figures.h. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "escalation/figures.h"
#include "escalation/replytime.h"
#include "escalation/tally.h"
#include "stats/proportion.h"
#include "store/select.h"

/* Sums over accounts of a metric: x, n, x^2, x n, n^2. */
struct sums {
	int64_t x, n, m;
	double xx, xn, nn;
};

/* A segment with the sums of all metrics. */
struct segment {
	char *name; /* "all", "issue=refund" */
	int64_t escalated, tickets;
	struct sums sums[HD_ESCMETRICS];
};

struct state {
	struct hd_escfigures *f;
	struct hd_esctally *tally;
	struct segment *v;
	size_t n, cap;
	struct hd_failif *conditions;
	bool known; /* of some ticket of the database: whether the AI had it */
	bool *met;  /* there was a figure of that name */
};

static int
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f,
    struct hd_err *err)
{
	struct state *s = ctx;

	(void)err;
	hd_esctally_add(s->tally, e, f);
	for (size_t i = 0; i < s->f->nextras; i++)
		s->f->extras[i].take(s->f->extras[i].ctx, e, f);
	return 0;
}

static int
by_account(const void *pa, const void *pb)
{
	const struct hd_tallied *a = *(const struct hd_tallied *const *)pa,
				*b = *(const struct hd_tallied *const *)pb;

	return a->account != b->account ? (a->account < b->account ? -1 : 1)
					: 0;
}

/* Close the account whose tickets were counted in x and n. */
static void
close_account(struct segment *g, int64_t *x, int64_t *n)
{
	for (int m = 0; m < HD_ESCMETRICS; m++) {
		struct sums *s = &g->sums[m];

		if (n[m] == 0)
			continue;
		s->x += x[m];
		s->n += n[m];
		s->m++;
		s->xx += (double)x[m] * (double)x[m];
		s->xn += (double)x[m] * (double)n[m];
		s->nn += (double)n[m] * (double)n[m];
		x[m] = n[m] = 0;
	}
}

/* rows are in the order of accounts. */
static void
sum_up(struct segment *g, const struct hd_tallied *const *rows, size_t n)
{
	int64_t x[HD_ESCMETRICS] = { 0 }, of[HD_ESCMETRICS] = { 0 };

	for (size_t i = 0; i < n; i++) {
		for (int m = 0; m < HD_ESCMETRICS; m++) {
			x[m] += (int64_t)(rows[i]->x >> m & 1);
			of[m] += (int64_t)(rows[i]->n >> m & 1);
		}
		g->escalated += rows[i]->escalated;
		g->tickets++;
		if (i + 1 == n || rows[i + 1]->account != rows[i]->account)
			close_account(g, x, of);
	}
}

static struct segment *
add_segment(struct state *s, const char *dimension, struct hd_str value)
{
	struct hd_buf b = HD_BUF_INIT;
	struct segment *g;

	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	g = &s->v[s->n++];
	memset(g, 0, sizeof(*g));
	hd_buf_adds(&b, dimension);
	if (value.p != NULL) {
		hd_buf_addc(&b, '=');
		hd_buf_add(&b, value.p, value.n);
	}
	g->name = b.s;
	return g;
}

/* One pass over the rows a dimension: a bucket a value, accounts in order. */
static void
by_dimension(struct state *s, const struct hd_tallied **rows, int dim)
{
	const struct hd_map *values = &s->tally->values[dim];
	size_t n = s->tally->n, *start, at = 0;
	const struct hd_tallied **sorted;

	start = hd_xcalloc(values->count + 2, sizeof(*start));
	sorted = hd_xcalloc(n + 1, sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		start[rows[i]->segment[dim] + 1]++;
	for (size_t v = 0; v <= values->count; v++) {
		size_t count = start[v];

		start[v] = at;
		at += count;
	}
	for (size_t i = 0; i < n; i++)
		sorted[start[rows[i]->segment[dim] + 1]++] = rows[i];
	/* start[v + 1] is now where the bucket of value v ends */
	for (size_t v = 0; v < values->count; v++) {
		const struct hd_map_entry *e = &values->entries[v];

		/* pages are many, and most of them had a ticket or two */
		if (dim >= HD_ES_PAGE &&
		    start[v + 1] - start[v] < (size_t)s->f->min_n)
			continue;
		sum_up(add_segment(s, hd_escsegment_names[dim],
			   (struct hd_str){ e->key, e->n }),
		    sorted + start[v], start[v + 1] - start[v]);
	}
	free(start);
	free(sorted);
}

static int
by_name(const void *pa, const void *pb)
{
	const struct segment *a = pa, *b = pb;

	return strcmp(a->name, b->name);
}

static void
make_segments(struct state *s)
{
	size_t n = s->tally->n;
	const struct hd_tallied **rows = hd_xcalloc(n + 1, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = &s->tally->v[i];
	qsort(rows, n, sizeof(*rows), by_account);
	sum_up(add_segment(s, "all", (struct hd_str){ NULL, 0 }), rows, n);
	for (int d = 0; d < HD_ESCSEGMENTS; d++)
		by_dimension(s, rows, d);
	qsort(s->v + 1, s->n - 1, sizeof(*s->v), by_name);
	free(rows);
}

/* What a verdict of rules is worth before anybody reviewed it. */
static enum hd_status
status_of(const struct state *s, enum hd_audit audit, const struct sums *m)
{
	const struct hd_map *r = &s->tally->reasons;
	const char *name = hd_audit_name(audit);

	for (size_t i = 0; m->n == 0 && i < r->count; i++)
		if (strncmp(r->entries[i].key, name, strlen(name)) == 0)
			return HD_NOT_MEASURABLE;
	if (m->n < s->f->min_n)
		return HD_SUPPRESSED;
	return audit == HD_AUDIT_NEEDED ? HD_UNVERIFIED : HD_MEASURED;
}

/*
 * The tickets that a metric speaks for: what was handed over, and those of the AI
 * alone only where it is of them too.
 */
static int64_t
speaks_for(const struct state *s, const struct segment *g, enum hd_escmetric m)
{
	bool alone = m == HD_EM_RECALL || m == HD_EM_FAILED ||
		     (m == HD_EM_REPEAT && s->f->run->world.ai_asks);

	return alone ? g->tickets : g->escalated;
}

static struct hd_figure
rate(const struct state *s, const struct segment *g, enum hd_escmetric metric)
{
	const struct hd_escmetric_info *info = &hd_escmetric_info[metric];
	const struct sums *m = &g->sums[metric];
	double p = m->n > 0 ? (double)m->x / (double)m->n : 0;
	struct hd_interval i = hd_wilson_cluster(
	    m->x, m->n, m->m, m->xx - 2 * p * m->xn + p * p * m->nn);

	return (struct hd_figure){ info->name, g->name, i.p, i.lo, i.hi, m->x,
		m->n, speaks_for(s, g, metric), 6, "wilson-cluster",
		hd_audit_name(info->audit), status_of(s, info->audit, m) };
}

/* A figure to give, and to hold against the conditions. */
static void
give(struct state *s, const struct hd_figure *fig)
{
	if (s->f->figure != NULL)
		s->f->figure(s->f->ctx, fig);
	for (size_t i = 0;
	     strcmp(fig->segment, "all") == 0 && i < s->f->nconditions; i++) {
		int r;

		if (strcmp(s->conditions[i].metric, fig->metric) != 0)
			continue;
		s->met[i] = true;
		r = hd_failif_test(&s->conditions[i], fig);
		s->f->failed = s->f->failed || r == 1;
		s->f->open = s->f->open || r < 0;
		if (r != 0)
			hd_buf_addf(&s->f->notes, "%s: %s\n",
			    s->f->conditions[i],
			    r == 1 ? "so it is" : "there is no number to test");
	}
}

static void
escalations(struct state *s, const struct segment *g)
{
	struct hd_figure fig = { "escalations", g->name, (double)g->escalated,
		NAN, NAN, g->escalated, -1, g->tickets, 0, "count",
		"escalation_facts",
		s->known ? HD_MEASURED : HD_NOT_MEASURABLE };

	give(s, &fig);
}

static void
give_all(struct state *s)
{
	for (size_t i = 0; i < s->n; i++)
		escalations(s, &s->v[i]);
	for (int m = 0; m < HD_ESCMETRICS; m++) {
		if (!(s->tally->audits & 1u << hd_escmetric_info[m].audit))
			continue;
		for (size_t i = 0; i < s->n; i++) {
			struct hd_figure fig =
			    rate(s, &s->v[i], (enum hd_escmetric)m);

			/* of a part that has none there is nothing to say */
			if (fig.n > 0 || i == 0)
				give(s, &fig);
		}
	}
}

/* Is a person of more use, and sooner, who was told what is needed? */
static void
give_replies(struct state *s)
{
	for (int complete = 1; complete >= 0; complete--) {
		struct hd_figure fig =
		    hd_replytime(s->tally, complete, s->f->min_n);

		if (s->tally->audits & 1u << HD_AUDIT_HANDOFF)
			give(s, &fig);
	}
}

static void
give_one(void *ctx, const struct hd_figure *fig)
{
	give(ctx, fig);
}

static void
give_extras(struct state *s)
{
	struct hd_escgive to = { give_one, s, s->f->min_n, (int64_t)s->tally->n,
		&s->f->notes };

	for (size_t i = 0; i < s->f->nextras; i++)
		s->f->extras[i].give(s->f->extras[i].ctx, &to);
}

static void
say_reasons(struct state *s)
{
	for (size_t i = 0; i < s->tally->reasons.count; i++) {
		const struct hd_map_entry *e = &s->tally->reasons.entries[i];

		hd_buf_addf(&s->f->notes, "%" PRId64 " tickets, %s\n", e->value,
		    e->key);
	}
}

static int
check_met(const struct state *s, struct hd_err *err)
{
	for (size_t i = 0; i < s->f->nconditions; i++)
		if (!s->met[i])
			return hd_err_set(err, HD_EOPTION,
			    "--fail-if: no figure '%s' here; see --figures",
			    s->conditions[i].metric);
	return 0;
}

int
hd_escfigures(struct hd_escfigures *f, struct hd_err *err)
{
	struct state s = { .f = f, .tally = &f->tally };
	unsigned asked = f->run->audits;
	int r;

	f->tally = (struct hd_esctally){
		.zone = f->zone, .audits = asked, .pages = f->pages
	};
	f->failed = f->open = false;
	/* rates are told by trigger too */
	f->run->audits |= 1u << HD_AUDIT_TRIGGERS;
	for (size_t i = 0; i < f->nextras; i++)
		f->run->audits |= f->extras[i].reads;
	s.met = hd_xcalloc(f->nconditions + 1, sizeof(*s.met));
	r = hd_failif_read_all(
	    &s.conditions, f->conditions, f->nconditions, err);
	if (r == 0)
		r = hd_path_known(f->run->db, &s.known, err);
	if (r == 0)
		r = hd_escrun(f->run, take, &s, err);
	f->run->audits = asked;
	if (r == 0) {
		make_segments(&s);
		give_all(&s);
		give_replies(&s);
		give_extras(&s);
		say_reasons(&s);
		r = check_met(&s, err);
	}
	for (size_t i = 0; i < s.n; i++)
		free(s.v[i].name);
	free(s.v);
	free(s.conditions);
	free(s.met);
	return r;
}
