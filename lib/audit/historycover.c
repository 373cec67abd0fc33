/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules take of a period, and what they share: see historytable.h. */
#include <string.h>

#include "audit/historytable.h"

struct cover {
	const struct hd_history *h;
	struct hd_table t;
	int decimals;
	struct hd_buf b;
};

/* routing.rules:12, without the folder. */
static void
place_cell(struct cover *c, struct hd_pos pos)
{
	const char *name = c->h->rs->files[pos.file].name;
	const char *slash = strrchr(name, '/');

	hd_buf_reset(&c->b);
	hd_buf_addf(
	    &c->b, "%s:%zu", slash != NULL ? slash + 1 : name, pos.line);
	hd_table_text(&c->t, hd_buf_str(&c->b));
}

static void
share_cell(struct cover *c, int64_t x, int64_t n)
{
	if (n == 0)
		hd_table_null(&c->t);
	else
		hd_table_real(&c->t, (double)x / (double)n, c->decimals);
}

/* The route that takes most of what this one does not get. */
static const char *
taker(const struct hd_history *h, size_t route)
{
	int64_t n, most = 0;
	const char *id = NULL;

	for (size_t i = 0; i < h->rs->nroutes; i++) {
		n = hd_history_taken(h, i, route);
		if (n > most) {
			most = n;
			id = h->rs->routes[i].id;
		}
	}
	return id;
}

static void
date_cell(struct cover *c, int64_t t)
{
	char iso[HD_TIME_TEXT];

	if (t == HD_TIME_NONE)
		hd_table_null(&c->t);
	else
		hd_table_text(
		    &c->t, (struct hd_str){ hd_time_iso(t, iso), 10 });
}

static void
rule_row(struct cover *c, size_t i)
{
	const struct hd_history *h = c->h;
	const struct hd_rulehistory *r = &h->rules[i];
	bool route = r->rule->kind == HD_ROUTE;
	int64_t n = hd_history_asked(h, r->rule, HD_ERA_NOW);

	hd_table_cstr(&c->t, hd_rulekind_name(r->rule->kind));
	hd_table_cstr(&c->t, r->rule->id);
	place_cell(c, r->rule->pos);
	hd_table_int(&c->t, n);
	/* of no ticket nobody can say that it does not fire */
	if (n == 0 || r->lacks != NULL) {
		for (int k = 0; k < 8; k++)
			hd_table_null(&c->t);
		hd_table_row(&c->t);
		return;
	}
	hd_table_int(&c->t, r->fires[HD_ERA_NOW]);
	share_cell(c, r->fires[HD_ERA_NOW], n);
	hd_table_int(&c->t, r->first);
	if (route) {
		hd_table_int(&c->t, r->shadowed);
		hd_table_cstr(&c->t, taker(h, i - h->rs->nrules));
	} else {
		hd_table_null(&c->t);
		hd_table_null(&c->t);
	}
	hd_table_int(&c->t, r->alone);
	date_cell(c, r->last);
	hd_table_cstr(&c->t, r->example);
	hd_table_row(&c->t);
}

/* What is left at a stage: of its default, or nobody knows whose. */
static void
rest_row(struct cover *c, const char *kind, int stage, int64_t x,
    const char *example)
{
	int64_t n = c->h->stages[stage].tickets[HD_ERA_NOW];

	hd_table_cstr(&c->t, kind);
	hd_table_cstr(&c->t, hd_stage_name((enum hd_stage)stage));
	if (c->h->rs->stage_default[stage].action != HD_ACTION_NONE)
		place_cell(c, c->h->rs->stage_default[stage].pos);
	else
		hd_table_null(&c->t);
	hd_table_int(&c->t, n);
	hd_table_int(&c->t, x);
	share_cell(c, x, n);
	hd_table_int(&c->t, x);
	for (int k = 0; k < 4; k++)
		hd_table_null(&c->t);
	hd_table_cstr(&c->t, example);
	hd_table_row(&c->t);
}

static void
stage_rows(struct cover *c)
{
	const struct hd_stagehistory *s;

	for (int i = 0; i < HD_STAGES; i++) {
		s = &c->h->stages[i];
		if (s->tickets[HD_ERA_NOW] == 0)
			continue;
		rest_row(c, "default", i, s->dflt, s->example);
		if (s->undecided > 0)
			rest_row(c, "undecided", i, s->undecided, NULL);
	}
}

int
hd_historytable_run(
    struct hd_historytable *t, struct hd_history *h, struct hd_err *err)
{
	t->job.bare = -1;
	if (hd_history_run(&t->job, h, err) != 0)
		return -1;
	t->tickets = h->tickets[HD_ERA_NOW];
	for (int i = 0; i < HD_STAGES; i++)
		t->undecided += h->stages[i].undecided;
	return 0;
}

/* What both tables begin with. */
static int
begin(struct hd_historytable *t, struct hd_history *h, struct cover *c,
    const char *const *names, size_t n, const char *narrow, struct hd_err *err)
{
	const char *columns = t->columns;

	if (columns == NULL && t->format == HD_FMT_TABLE)
		columns = narrow;
	memset(c, 0, sizeof(*c));
	c->h = h;
	c->decimals = t->format == HD_FMT_TABLE ? 4 : 6;
	if (hd_table_begin(
		&c->t, t->out, t->format, names, n, columns, true, err) != 0)
		return -1;
	t->job.tags = t->tags || h->rs->nroutes == 0;
	return hd_historytable_run(t, h, err);
}

static void
end(struct cover *c, struct hd_history *h)
{
	hd_table_end(&c->t);
	hd_history_release(h);
	hd_buf_release(&c->b);
}

int
hd_history_cover(
    struct hd_historytable *t, const struct hd_ruleset *rs, struct hd_err *err)
{
	static const char *const names[] = { "kind", "rule", "place", "asked",
		"tickets", "share", "first", "shadowed", "by", "alone", "last",
		"example" };
	struct hd_history h;
	struct cover c;
	int r;

	hd_history_init(&h, rs);
	r = begin(t, &h, &c, names, 12,
	    "kind,rule,tickets,share,first,shadowed,by", err);
	for (size_t i = rs->nrules; r == 0 && i < h.n; i++)
		rule_row(&c, i);
	if (r == 0)
		stage_rows(&c);
	for (size_t i = 0; r == 0 && t->job.tags && i < rs->nrules; i++)
		rule_row(&c, i);
	end(&c, &h);
	return r;
}

static void
pair_row(struct cover *c, size_t a, size_t b)
{
	const struct hd_rulehistory *x = &c->h->rules[a], *y = &c->h->rules[b];
	int64_t both = hd_history_both(c->h, a, b);

	if (both == 0)
		return;
	hd_table_cstr(&c->t, hd_rulekind_name(x->rule->kind));
	hd_table_cstr(&c->t, x->rule->id);
	hd_table_cstr(&c->t, y->rule->id);
	hd_table_int(&c->t, x->fires[HD_ERA_NOW]);
	hd_table_int(&c->t, y->fires[HD_ERA_NOW]);
	hd_table_int(&c->t, both);
	hd_table_real(&c->t,
	    (double)both /
		(double)(x->fires[HD_ERA_NOW] + y->fires[HD_ERA_NOW] - both),
	    c->decimals);
	hd_table_row(&c->t);
}

int
hd_history_overlap(
    struct hd_historytable *t, const struct hd_ruleset *rs, struct hd_err *err)
{
	static const char *const names[] = { "kind", "rule", "other", "tickets",
		"of_other", "both", "jaccard" };
	struct hd_history h;
	struct cover c;
	int r;

	hd_history_init(&h, rs);
	r = begin(t, &h, &c, names, 7, NULL, err);
	for (size_t a = rs->nrules; r == 0 && a < h.n; a++)
		for (size_t b = a + 1; b < h.n; b++)
			pair_row(&c, a, b);
	if (!t->job.tags) {
		end(&c, &h);
		return r;
	}
	for (size_t a = 0; r == 0 && a < rs->nrules; a++)
		for (size_t b = a + 1; b < rs->nrules; b++)
			pair_row(&c, a, b);
	end(&c, &h);
	return r;
}
