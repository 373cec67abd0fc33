/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team goes through every quarter: see historytable.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/historytable.h"
#include "stats/proportion.h"

#define DAY	  ((int64_t)86400)
#define NOT_DATED INT64_MIN

/* What is wrong with a rule: the higher, the sooner it is looked at. */
enum {
	FEW = 1, /* not that: nobody can tell */
	LACKS = 2,
	UNDONE = 4,
	DRIFTS = 8,
	SHADOWED = 16,
	NEVER = 32,
	OVERDUE = 64,
};
#define UNDONE_SHARE 0.2 /* as of R196 */

struct row {
	size_t rule;
	unsigned verdict;
	int64_t late; /* days, NOT_DATED: it has no date */
};

struct review {
	const struct hd_history *h;
	const struct hd_historytable *of;
	struct hd_ruledrift *drifts;
	struct row *rows;
	struct hd_table t;
	int decimals;
	struct hd_buf b;
};

/* Days since the date of its review; the parser let only dates pass. */
static int64_t
late(const struct hd_rule *r, int64_t now)
{
	const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt o = { .zone = &utc };
	struct hd_err err = HD_ERR_INIT;
	int64_t t;
	bool zoned;

	if (r->review == NULL ||
	    hd_time_parse(hd_str(r->review), &o, &t, &zoned, &err) < 0)
		return NOT_DATED;
	return now >= t ? (now - t) / DAY : -((t - now + DAY - 1) / DAY);
}

static unsigned
verdict(const struct review *v, size_t i, int64_t days)
{
	const struct hd_rulehistory *r = &v->h->rules[i];
	int64_t n = hd_history_asked(v->h, r->rule, HD_ERA_NOW);
	const struct hd_tally *t = hd_history_undone(r, v->of->job.least);
	unsigned w = days != NOT_DATED && days > 0 ? OVERDUE : 0;

	if (r->lacks != NULL)
		return w | LACKS;
	if (n == 0 || n < v->of->job.least)
		return w | FEW;
	if (r->fires[HD_ERA_NOW] == 0)
		w |= NEVER;
	else if (r->rule->kind == HD_ROUTE && r->first == 0)
		w |= SHADOWED;
	if (v->drifts[i].moved)
		w |= DRIFTS;
	if (t != NULL && hd_wilson(t->x, t->n).lo > UNDONE_SHARE)
		w |= UNDONE;
	return w;
}

static int
worse(const void *pa, const void *pb)
{
	const struct row *a = pa, *b = pb;

	if (a->verdict != b->verdict)
		return a->verdict < b->verdict ? 1 : -1;
	if (a->late != b->late)
		return a->late < b->late ? 1 : -1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

static void
real_cell(struct review *v, double x)
{
	if (isnan(x))
		hd_table_null(&v->t);
	else
		hd_table_real(&v->t, x, v->decimals);
}

static void
drift_cells(struct review *v, const struct hd_ruledrift *d)
{
	real_cell(v, d->before);
	real_cell(v, d->d);
	real_cell(v, d->lo);
	real_cell(v, d->hi);
	real_cell(v, d->p);
}

/* "12/40", of which kind, and the share with its limits. */
static void
undone_cells(struct review *v, const struct hd_rulehistory *r)
{
	const struct hd_tally *t = hd_history_undone(r, 1);
	struct hd_interval i;

	if (t == NULL) {
		for (int k = 0; k < 5; k++)
			hd_table_null(&v->t);
		return;
	}
	i = hd_wilson(t->x, t->n);
	hd_buf_reset(&v->b);
	hd_buf_addf(&v->b, "%lld/%lld", (long long)t->x, (long long)t->n);
	hd_table_text(&v->t, hd_buf_str(&v->b));
	hd_table_cstr(&v->t, t == &r->judged		 ? "judged"
			     : r->rule->kind == HD_ROUTE ? "moved"
							 : "corrected");
	real_cell(v, i.p);
	real_cell(v, i.lo);
	real_cell(v, i.hi);
}

static void
verdict_cell(struct review *v, unsigned w)
{
	static const struct {
		unsigned bit;
		const char *word;
	} words[] = { { OVERDUE, "overdue" }, { NEVER, "never-fired" },
		{ SHADOWED, "shadowed" }, { DRIFTS, "drifting" },
		{ UNDONE, "undone" }, { LACKS, "no-data" },
		{ FEW, "too-few" } };

	hd_buf_reset(&v->b);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (w & words[i].bit)
			hd_buf_addf(&v->b, "%s%s", v->b.n > 0 ? "," : "",
			    words[i].word);
	hd_table_cstr(&v->t, v->b.n > 0 ? hd_buf_cstr(&v->b) : "fine");
}

/* Who looks after it, and how late they are. */
static void
owner_cells(struct review *v, const struct row *row)
{
	const struct hd_rule *r = v->h->rules[row->rule].rule;

	hd_table_cstr(&v->t, hd_rulekind_name(r->kind));
	hd_table_cstr(&v->t, r->owner);
	hd_table_cstr(&v->t, r->review);
	if (row->late == NOT_DATED)
		hd_table_null(&v->t);
	else
		hd_table_int(&v->t, row->late > 0 ? row->late : 0);
}

static void
rule_row(struct review *v, const struct row *row)
{
	const struct hd_rulehistory *r = &v->h->rules[row->rule];
	char iso[HD_TIME_TEXT];

	hd_table_cstr(&v->t, r->rule->id);
	owner_cells(v, row);
	if (r->lacks != NULL ||
	    hd_history_asked(v->h, r->rule, HD_ERA_NOW) == 0)
		hd_table_null(&v->t);
	else
		hd_table_int(&v->t, r->fires[HD_ERA_NOW]);
	real_cell(v, v->drifts[row->rule].now);
	if (r->last == HD_TIME_NONE)
		hd_table_null(&v->t);
	else
		hd_table_text(
		    &v->t, (struct hd_str){ hd_time_iso(r->last, iso), 10 });
	drift_cells(v, &v->drifts[row->rule]);
	undone_cells(v, r);
	verdict_cell(v, row->verdict);
	hd_table_row(&v->t);
}

static void
rule_rows(struct review *v, bool *needs)
{
	struct row *r;
	size_t n = 0;

	v->rows = hd_xcalloc(v->h->n + 1, sizeof(*v->rows));
	for (size_t i = 0; i < v->h->n; i++) {
		if (!hd_history_judges(&v->of->job, v->h->rules[i].rule))
			continue;
		r = &v->rows[n++];
		r->rule = i;
		r->late = late(v->h->rules[i].rule, v->of->now);
		r->verdict = verdict(v, i, r->late);
		*needs = *needs || (r->verdict & ~(unsigned)(FEW | LACKS)) != 0;
	}
	qsort(v->rows, n, sizeof(*v->rows), worse);
	for (size_t i = 0; i < n; i++)
		rule_row(v, &v->rows[i]);
}

/* Is there no rule that could set it? */
static bool
segment_lacks(const struct hd_history *h, int value)
{
	const struct hd_rule *r;
	const struct hd_set *s;

	for (size_t i = 0; i < h->rs->nrules; i++) {
		r = &h->rs->rules[i];
		s = &h->rs->sets[r->set];
		for (size_t k = 0; k < r->nsets; k++)
			if ((int)s[k].dim == h->segment &&
			    s[k].value == value && h->rules[i].lacks == NULL)
				return false;
	}
	return true;
}

static void
segment_row(struct review *v, size_t value, const struct hd_ruledrift *d)
{
	const struct hd_dim *dim = &v->h->rs->dims[v->h->segment];

	hd_table_cstr(&v->t, dim->values[value]);
	hd_table_cstr(&v->t, "segment");
	for (int k = 0; k < 3; k++)
		hd_table_null(&v->t);
	if (segment_lacks(v->h, (int)value))
		hd_table_null(&v->t);
	else
		hd_table_int(&v->t, v->h->segments[HD_ERA_NOW][value]);
	real_cell(v, d->now);
	hd_table_null(&v->t);
	drift_cells(v, d);
	for (int k = 0; k < 5; k++)
		hd_table_null(&v->t);
	hd_table_cstr(&v->t, segment_lacks(v->h, (int)value) ? "no-data"
			     : isnan(d->p)		     ? "too-few"
			     : d->moved			     ? "moved"
							     : "fine");
	hd_table_row(&v->t);
}

/* Segments whose size moved: their shares of all tickets. */
static void
segment_rows(struct review *v)
{
	const struct hd_history *h = v->h;
	size_t n = h->segment < 0 ? 0 : h->rs->dims[h->segment].n;
	struct hd_change *c = hd_xcalloc(n + 1, sizeof(*c));
	struct hd_ruledrift *d = hd_xcalloc(n + 1, sizeof(*d));

	for (size_t i = 0; i < n; i++)
		if (!segment_lacks(h, (int)i))
			c[i] = (struct hd_change){ h->segments[HD_ERA_NOW][i],
				h->tickets[HD_ERA_NOW],
				h->segments[HD_ERA_BEFORE][i],
				h->tickets[HD_ERA_BEFORE] };
	hd_history_drift(c, n, v->of->job.least, d);
	for (size_t i = 0; i < n; i++)
		segment_row(v, i, &d[i]);
	free(c);
	free(d);
}

/* Segments are known of routes; tags are asked where they have rows. */
static bool
asks_tags(const struct hd_historyjob *job, const struct hd_ruleset *rs)
{
	for (size_t i = 0; i < rs->nrules; i++)
		if (hd_history_judges(job, &rs->rules[i]))
			return true;
	return rs->nroutes == 0;
}

static int
run(struct hd_historytable *t, struct hd_history *h, struct hd_err *err)
{
	t->job.compare = t->job.earlier = t->job.people = true;
	t->job.tags = asks_tags(&t->job, h->rs);
	return hd_historytable_run(t, h, err);
}

int
hd_history_review(struct hd_historytable *t, const struct hd_ruleset *rs,
    bool *needs, struct hd_err *err)
{
	static const char *const names[] = { "rule", "kind", "owner", "review",
		"overdue", "tickets", "share", "last", "before", "change", "lo",
		"hi", "p", "undone", "basis", "undone_share", "undone_lo",
		"undone_hi", "verdict" };
	const char *columns = t->columns;
	struct hd_history h;
	struct review v = { .h = &h, .of = t };
	int r;

	if (columns == NULL && t->format == HD_FMT_TABLE)
		columns = "rule,tickets,share,before,undone,verdict";
	v.decimals = t->format == HD_FMT_TABLE ? 4 : 6;
	*needs = false;
	hd_history_init(&h, rs);
	r = hd_table_begin(
	    &v.t, t->out, t->format, names, 19, columns, true, err);
	if (r != 0) {
		hd_history_release(&h);
		return -1;
	}
	r = run(t, &h, err);
	v.drifts = hd_xcalloc(h.n + 1, sizeof(*v.drifts));
	(void)hd_history_drifts(&t->job, &h, v.drifts);
	if (r == 0) {
		rule_rows(&v, needs);
		segment_rows(&v);
	}
	hd_table_end(&v.t);
	free(v.drifts);
	free(v.rows);
	hd_buf_release(&v.b);
	hd_history_release(&h);
	return r;
}
