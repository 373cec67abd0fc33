/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what rules do for a population: see rulecover.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/rulecover.h"
#include "audit/rulestore.h"
#include "base/mem.h"
#include "stats/proportion.h"

struct state {
	struct hd_rulejob *job;
	const struct hd_ruleset *rs;
	struct hd_rulecover *cover;
	struct hd_table t;
	struct hd_buf b;
};

/* A rule and how often it fires, to be sorted. */
struct place {
	size_t rule;
	int64_t tickets;
};

static int
add(void *arg, const struct hd_fired *f, struct hd_err *err)
{
	struct state *s = arg;

	(void)err;
	hd_rulecover_add(s->cover, f);
	if (s->job->at != NULL)
		s->job->at(s->job->ctx, (size_t)hd_rulecover_tickets(s->cover));
	return 0;
}

/* default.rules:12, without the folder. */
static void
place_cell(struct state *s, struct hd_pos pos)
{
	const char *name = s->rs->files[pos.file].name;
	const char *slash = strrchr(name, '/');

	hd_buf_reset(&s->b);
	hd_buf_addf(
	    &s->b, "%s:%zu", slash != NULL ? slash + 1 : name, pos.line);
	hd_table_text(&s->t, hd_buf_str(&s->b));
}

/* "emotion=frustrated issue=billing" */
static void
sets_cell(struct state *s, const struct hd_rule *r)
{
	const struct hd_ruleset *rs = s->rs;
	const struct hd_set *set = rs->sets + r->set;

	hd_buf_reset(&s->b);
	for (size_t i = 0; i < r->nsets; i++)
		hd_buf_addf(&s->b, "%s%s=%s", i > 0 ? " " : "",
		    rs->dims[set[i].dim].name,
		    rs->dims[set[i].dim].values[set[i].value]);
	hd_table_text(&s->t, hd_buf_str(&s->b));
}

static void
share_cell(struct state *s, int64_t x)
{
	int64_t n = hd_rulecover_tickets(s->cover);

	if (n == 0)
		hd_table_null(&s->t);
	else
		hd_table_real(&s->t, (double)x / (double)n, 6);
}

static void
rule_cell(struct state *s, int rule)
{
	hd_table_cstr(&s->t, rule < 0 ? NULL : s->rs->rules[rule].id);
}

/*
 * That it never fired is exact; what it says of tickets to come is not.  Where
 * a rule gave up, it may have been this one.
 */
static double
upper_limit(const struct state *s)
{
	int64_t n = hd_rulecover_tickets(s->cover) - s->job->gave_up;

	return hd_wilson(0, n).hi;
}

static void
rule_row(struct state *s, size_t rule)
{
	const struct hd_rule *r = &s->rs->rules[rule];
	struct hd_rulecount n;

	hd_rulecover_rule(s->cover, rule, &n);
	hd_table_cstr(&s->t, r->id);
	place_cell(s, r->pos);
	sets_cell(s, r);
	hd_table_int(&s->t, n.fires);
	share_cell(s, n.fires);
	if (n.fires == 0)
		hd_table_real(&s->t, upper_limit(s), 6);
	else
		hd_table_null(&s->t);
	hd_table_int(&s->t, n.alone);
	rule_cell(s, n.overlap);
	if (n.overlap < 0) {
		hd_table_null(&s->t);
		hd_table_null(&s->t);
	} else {
		hd_table_int(&s->t, n.both);
		hd_table_real(&s->t, n.jaccard, 3);
	}
	hd_table_int(&s->t, n.conflicts);
	rule_cell(s, n.opponent);
	hd_table_int(&s->t, n.decided);
	hd_table_cstr(&s->t, n.example);
	hd_table_row(&s->t);
}

/* What no rule of a dimension touches; no rule is called that. */
static void
bare_row(struct state *s, size_t dim)
{
	const char *example, *name = s->rs->dims[dim].name;
	int64_t n = hd_rulecover_bare(s->cover, dim, &example);

	hd_buf_reset(&s->b);
	hd_buf_addf(&s->b, "uncovered:%s", name);
	hd_table_text(&s->t, hd_buf_str(&s->b));
	hd_table_null(&s->t);
	hd_table_cstr(&s->t, name);
	hd_table_int(&s->t, n);
	share_cell(s, n);
	for (int i = 0; i < 8; i++)
		hd_table_null(&s->t);
	hd_table_cstr(&s->t, example);
	hd_table_row(&s->t);
}

static int
more_fires(const void *pa, const void *pb)
{
	const struct place *a = pa, *b = pb;

	if (a->tickets != b->tickets)
		return a->tickets < b->tickets ? 1 : -1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

static void
rows(struct state *s, bool by_tickets)
{
	const struct hd_ruleset *rs = s->rs;
	struct place *order = hd_xcalloc(rs->nrules, sizeof(*order));
	struct hd_rulecount n;

	for (size_t i = 0; i < rs->nrules; i++) {
		hd_rulecover_rule(s->cover, i, &n);
		order[i] = (struct place){ i, n.fires };
	}
	if (by_tickets)
		qsort(order, rs->nrules, sizeof(*order), more_fires);
	for (size_t i = 0; i < rs->nrules; i++)
		rule_row(s, order[i].rule);
	for (size_t i = 0; i < rs->ndims; i++)
		bare_row(s, i);
	free(order);
}

static int
list(struct hd_rulejob *job, const struct hd_tagset *set, bool by_tickets,
    struct hd_err *err)
{
	static const char *const names[] = { "rule", "place", "sets", "tickets",
		"share", "upper", "alone", "overlap", "both", "jaccard",
		"conflicts", "opponent", "decided", "example" };
	struct state s = { .job = job, .rs = set->rs, .b = HD_BUF_INIT };
	struct hd_tagrun run = { .db = job->db,
		.rs = set->rs,
		.models = set->models,
		.languages = job->languages,
		.jobs = job->jobs,
		.fired = add,
		.ctx = &s };
	const char *columns = job->columns;
	int r;

	if (columns == NULL && job->format == HD_FMT_TABLE)
		columns = "rule,tickets,share,alone,conflicts,decided";
	if (hd_table_begin(&s.t, job->out, job->format, names, 14, columns,
		true, err) != 0)
		return -1;
	s.cover = hd_rulecover_new(set->rs);
	r = hd_rulestore_answers(job->db, set->rs, &run.clusters, err);
	if (r == 0)
		r = hd_tagrun(&run, err);
	job->gave_up = run.gave_up;
	if (r == 0)
		rows(&s, by_tickets);
	hd_table_end(&s.t);
	hd_rulecover_free(s.cover);
	hd_buf_release(&s.b);
	return r;
}

int
hd_coverlist(struct hd_rulejob *job, const char *rules, bool by_tickets,
    struct hd_err *err)
{
	struct hd_tagset set = HD_TAGSET_INIT;
	int r =
	    hd_tagset_read(&set, rules, job->pack, job->db, job->source, err);

	if (r == 0)
		r = list(job, &set, by_tickets, err);
	hd_tagset_release(&set);
	return r;
}
