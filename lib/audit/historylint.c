/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What history has against single rules: see historyrun.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/historylint_int.h"
#include "base/tstamp.h"
#include "rules/catalogue.h"
#include "stats/proportion.h"

#define UNDONE 0.2 /* share whose lower limit is above it: R196 */

struct hd_diag *
hd_historylint_add(struct hd_historylint *l, const char *id,
    const struct hd_rule *r, int64_t n, const char *fmt, ...)
{
	struct hd_pos top = { 0, 1, 1 };
	struct hd_diag *d;
	char msg[1024];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	d = hd_diag_add(l->out, hd_rules_check(id),
	    hd_ruleset_place(l->h->rs, r != NULL ? r->pos : top, 0), "%s", msg);
	d->observed = n;
	if (r != NULL)
		d->rule = hd_arena_memdup(&l->out->arena, r->id, strlen(r->id));
	return d;
}

const char *
hd_historylint_tickets(int64_t n, char text[HD_TICKETS_TEXT])
{
	(void)snprintf(text, HD_TICKETS_TEXT, "%lld ticket%s", (long long)n,
	    n == 1 ? "" : "s");
	return text;
}

static double
percent(int64_t x, int64_t n)
{
	return 100 * (double)x / (double)n;
}

/* That it never fired is exact; of tickets to come it says less (3/n). */
static void
never(struct hd_historylint *l, const struct hd_rulehistory *r, int64_t n)
{
	char tickets[HD_TICKETS_TEXT], iso[HD_TIME_TEXT] = "";
	int64_t sure = n - r->gave_up;
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s '%s' fired on none of %s",
	    hd_rulekind_name(r->rule->kind), r->rule->id,
	    hd_historylint_tickets(n, tickets));
	if (r->gave_up > 0)
		hd_buf_addf(&b, " (a pattern gave up on %lld of them)",
		    (long long)r->gave_up);
	if (r->last != HD_TIME_NONE)
		hd_buf_addf(
		    &b, ", last on one of %.10s", hd_time_iso(r->last, iso));
	else
		hd_buf_adds(&b, " and on none before");
	if (sure > 3)
		hd_buf_addf(&b, "; at most on %.2g %% of those to come (3/n)",
		    300 / (double)sure);
	hd_historylint_add(l, "R190", r->rule, 0, "%s", hd_buf_cstr(&b));
	hd_buf_release(&b);
}

/* A fact that the export lacks is no fault of the rule. */
static void
lacking(struct hd_historylint *l, const struct hd_rulehistory *r, int64_t n)
{
	char tickets[HD_TICKETS_TEXT];

	hd_historylint_add(l, "R198", r->rule, n,
	    "nothing can be said of %s '%s': %s is not known of any of %s",
	    hd_rulekind_name(r->rule->kind), r->rule->id, r->lacks,
	    hd_historylint_tickets(n, tickets));
}

static void
often(struct hd_historylint *l, const struct hd_rulehistory *r, int64_t n)
{
	int64_t x = r->fires[HD_ERA_NOW];
	struct hd_interval i = hd_wilson(x, n);

	if (percent(x, n) > 100 * l->job->often)
		hd_historylint_add(l, "R191", r->rule, x,
		    "%s '%s' fires on %lld of %lld tickets, %.1f %% (of "
		    "tickets to come %.1f to %.1f %%): more than %.3g %%",
		    hd_rulekind_name(r->rule->kind), r->rule->id, (long long)x,
		    (long long)n, 100 * i.p, 100 * i.lo, 100 * i.hi,
		    100 * l->job->often);
}

/* Who takes its tickets, the most first. */
static void
shadowed(struct hd_historylint *l, size_t route)
{
	const struct hd_ruleset *rs = l->h->rs;
	const struct hd_rulehistory *r = &l->h->rules[rs->nrules + route];
	char tickets[HD_TICKETS_TEXT];
	int64_t n, last = INT64_MAX, most;

	if (r->shadowed == 0 || r->first > 0)
		return;
	hd_historylint_add(l, "R192", r->rule, r->shadowed,
	    "route '%s' fires on %s, and an earlier route always takes them",
	    r->rule->id, hd_historylint_tickets(r->shadowed, tickets));
	do {
		most = 0;
		for (size_t i = 0; i < rs->nroutes; i++) {
			n = hd_history_taken(l->h, i, route);
			if (n > most && n < last)
				most = n;
		}
		last = most;
		for (size_t i = 0; most > 0 && i < rs->nroutes; i++)
			if (hd_history_taken(l->h, i, route) == most)
				hd_diag_relate(l->out,
				    hd_ruleset_place(rs, rs->routes[i].pos, 0),
				    "'%s' takes %lld of them", rs->routes[i].id,
				    (long long)most);
	} while (most > 0);
}

static void
drifting(struct hd_historylint *l, const struct hd_rulehistory *r,
    const struct hd_ruledrift *d)
{
	if (d->moved)
		hd_historylint_add(l, "R195", r->rule, r->fires[HD_ERA_NOW],
		    "%s '%s' fires on %.3g %% of tickets, in the period before "
		    "on %.3g %% (difference %.3g to %.3g points, p = %.2g by Holm, "
		    "rules tested: %zu)",
		    hd_rulekind_name(r->rule->kind), r->rule->id, 100 * d->now,
		    100 * d->before, 100 * d->lo, 100 * d->hi, d->p, l->tested);
}

static void
undone(struct hd_historylint *l, const struct hd_rulehistory *r)
{
	const struct hd_tally *t = hd_history_undone(r, l->job->least);
	struct hd_interval i;

	if (t == NULL)
		return;
	i = hd_wilson(t->x, t->n);
	if (i.lo <= UNDONE)
		return;
	hd_historylint_add(l, "R196", r->rule, t->x,
	    "people %s %lld of the %lld tickets that %s '%s' decided%s: "
	    "%.1f %% (%.1f to %.1f %%)",
	    r->rule->kind == HD_ROUTE ? "gave to another team"
	    : t == &r->judged	      ? "say otherwise of"
				      : "corrected",
	    (long long)t->x, (long long)t->n, hd_rulekind_name(r->rule->kind),
	    r->rule->id, t == &r->judged ? " and they looked at" : "",
	    100 * i.p, 100 * i.lo, 100 * i.hi);
}

static void
gave_up(struct hd_historylint *l, const struct hd_rulehistory *r)
{
	char tickets[HD_TICKETS_TEXT];

	if (r->gave_up > 0)
		hd_historylint_add(l, "R114", r->rule, r->gave_up,
		    "whether %s '%s' fires on %s is not known: a pattern "
		    "gave up",
		    hd_rulekind_name(r->rule->kind), r->rule->id,
		    hd_historylint_tickets(r->gave_up, tickets));
}

/* What n tickets, asked about, say of rule i. */
static void
rule(struct hd_historylint *l, size_t i, const struct hd_ruledrift *d)
{
	const struct hd_rulehistory *r = &l->h->rules[i];
	int64_t n = hd_history_asked(l->h, r->rule, HD_ERA_NOW);

	gave_up(l, r);
	if (n < l->job->least || n == 0)
		return;
	if (r->lacks != NULL) {
		lacking(l, r, n);
		return;
	}
	if (r->fires[HD_ERA_NOW] == 0)
		never(l, r, n);
	else
		often(l, r, n);
	if (r->rule->kind == HD_ROUTE)
		shadowed(l, i - l->h->rs->nrules);
	drifting(l, r, d);
	undone(l, r);
}

static void
too_few(struct hd_historylint *l, enum hd_era era, const char *what)
{
	char tickets[HD_TICKETS_TEXT];
	int64_t n = l->h->tickets[era];

	if (n < l->job->least)
		hd_historylint_add(l, "R198", NULL, n,
		    "%s: %lld are needed to say %s",
		    hd_historylint_tickets(n, tickets),
		    (long long)l->job->least, what);
}

int
hd_lint_history(struct hd_historyjob *job, const struct hd_ruleset *rs,
    const struct hd_lintopt *o, struct hd_diags *out, struct hd_err *err)
{
	struct hd_ruledrift *drifts =
	    hd_xcalloc(rs->nrules + rs->nroutes + 1, sizeof(*drifts));
	struct hd_history h;
	struct hd_historylint l = { job, &h, out, 0 };
	int r;

	hd_history_init(&h, rs);
	job->wanted = o->wanted;
	job->tags = job->compare = job->earlier = job->people = true;
	job->bare = hd_ruleset_dim(rs, "issue");
	r = hd_history_run(job, &h, err);
	if (r == 0) {
		l.tested = hd_history_drifts(job, &h, drifts);
		too_few(&l, HD_ERA_NOW, "what rules do");
		too_few(&l, HD_ERA_BEFORE,
		    "how often rules fired in the period before");
		for (size_t i = 0; i < h.n; i++)
			if (hd_history_judges(job, h.rules[i].rule))
				rule(&l, i, &drifts[i]);
		hd_historylint_pairs(&l);
		r = hd_historylint_uncovered(&l, err);
	}
	hd_history_release(&h);
	free(drifts);
	return r;
}
