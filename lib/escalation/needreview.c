/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precision and recall by review: see needreview.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/codebook.h"
#include "audit/status.h"
#include "escalation/needreview.h"
#include "stats/strata.h"
#include "store/sample.h"

enum said {
	SAID_NOTHING,
	SAID_NO,
	SAID_YES,
	SAID_UNCLEAR
};

/* A ticket of the frame. */
struct place {
	int64_t ticket;
	size_t stratum;
	enum said said;
};

/* Tickets of which a share is told. */
struct group {
	const char *trigger; /* NULL: all of them */
	struct hd_stratum *strata;
	int64_t outside; /* of the frame */
	int64_t unclear;
	int64_t x, n, N; /* sums of the strata */
};

struct hd_needreview {
	int64_t sample;
	struct hd_str name;
	bool any;  /* of the selection something is reviewed */
	int *kind; /* of a stratum */
	size_t nstrata;
	struct place *v; /* by ticket */
	size_t n, cap;
	struct group escalated, alone;
	struct group *triggers;
	size_t ntriggers, trigger_cap;
	struct hd_arena arena;
};

/* --- the sample --- */

static int
find_sample(struct hd_needreview *r, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/esc_sample", err);
	int n;

	if (st == NULL)
		return -1;
	n = hd_stmt_step(st, err);
	if (n == 1) {
		r->sample = hd_col_int(st, 0);
		r->name = hd_str_keep(&r->arena, hd_col_text(st, 1));
		r->any = hd_col_int(st, 2) > 0;
	}
	hd_stmt_close(st);
	return n < 0 ? -1 : 0;
}

static int
read_strata(struct hd_needreview *r, struct hd_db *db, struct hd_err *err)
{
	struct hd_sample_stratum *s;

	if (hd_sample_strata(db, r->sample, &r->arena, &s, &r->nstrata, err) !=
	    0)
		return -1;
	r->kind =
	    hd_arena_alloc(&r->arena, (r->nstrata + 1) * sizeof(*r->kind));
	for (size_t h = 0; h < r->nstrata; h++)
		r->kind[h] = hd_sample_kind(s[h].ceiling);
	return 0;
}

static enum said
said(struct hd_stmt *st, int col)
{
	if (hd_col_is_null(st, col))
		return SAID_NOTHING;
	if (hd_str_eq(hd_col_text(st, col), HD_UNCLEAR))
		return SAID_UNCLEAR;
	return hd_str_eq(hd_col_text(st, col), "needed") ? SAID_YES : SAID_NO;
}

static int
read_frame(struct hd_needreview *r, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/esc_frame", err);
	int n;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, r->sample);
	while ((n = hd_stmt_step(st, err)) == 1) {
		struct place p = { hd_col_int(st, 0), 0, said(st, 2) };

		if (hd_sample_stratum(
			hd_col_int(st, 1), r->nstrata, &p.stratum, err) != 0) {
			n = -1;
			break;
		}
		r->v = hd_grow(r->v, &r->cap, r->n + 1, sizeof(*r->v));
		r->v[r->n++] = p;
	}
	hd_stmt_close(st);
	return n;
}

static struct group
new_group(const struct hd_needreview *r, const char *trigger)
{
	return (struct group){ trigger,
		hd_xcalloc(r->nstrata + 1, sizeof(struct hd_stratum)), 0, 0, 0,
		0, 0 };
}

struct hd_needreview *
hd_needreview_new(struct hd_db *db, struct hd_err *err)
{
	struct hd_needreview *r = hd_xcalloc(1, sizeof(*r));
	int n = find_sample(r, db, err);

	if (n == 0 && r->any)
		n = read_strata(r, db, err) != 0 ? -1 : read_frame(r, db, err);
	if (n != 0) {
		hd_needreview_free(r);
		return NULL;
	}
	r->escalated = new_group(r, NULL);
	r->alone = new_group(r, NULL);
	return r;
}

void
hd_needreview_free(struct hd_needreview *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->ntriggers; i++)
		free(r->triggers[i].strata);
	free(r->triggers);
	free(r->escalated.strata);
	free(r->alone.strata);
	free(r->v);
	hd_arena_release(&r->arena);
	free(r);
}

/* --- the tickets of the run --- */

static int
by_ticket(const void *key, const void *element)
{
	const int64_t *ticket = key;
	const struct place *p = element;

	return (*ticket > p->ticket) - (*ticket < p->ticket);
}

/* p NULL: the sample does not know the ticket. */
static void
add(struct group *g, const struct place *p)
{
	struct hd_stratum *s;

	if (p == NULL) {
		g->outside++;
		return;
	}
	s = &g->strata[p->stratum];
	s->N++;
	g->N++;
	g->unclear += p->said == SAID_UNCLEAR;
	if (p->said == SAID_YES || p->said == SAID_NO) {
		s->n++;
		g->n++;
		s->x += p->said == SAID_YES;
		g->x += p->said == SAID_YES;
	}
}

/* Codes are few and static. */
static struct group *
trigger_of(struct hd_needreview *r, const char *code)
{
	for (size_t i = 0; i < r->ntriggers; i++)
		if (strcmp(r->triggers[i].trigger, code) == 0)
			return &r->triggers[i];
	r->triggers = hd_grow(r->triggers, &r->trigger_cap, r->ntriggers + 1,
	    sizeof(*r->triggers));
	r->triggers[r->ntriggers] = new_group(r, code);
	return &r->triggers[r->ntriggers++];
}

static void
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f)
{
	struct hd_needreview *r = ctx;
	const struct hd_finding *trigger =
	    hd_finding_of(f, HD_AUDIT_TRIGGERS, NULL, NULL);
	const struct place *p = r->n == 0 ? NULL
					  : bsearch(&e->th->ticket, r->v, r->n,
						sizeof(*r->v), by_ticket);

	add(e->escalated ? &r->escalated : &r->alone, p);
	if (e->escalated && trigger != NULL &&
	    trigger->code != hd_not_measurable)
		add(trigger_of(r, trigger->code), p);
}

/* --- figures --- */

static struct hd_estimate
share(const struct hd_needreview *r, const struct group *g, enum hd_sharing how)
{
	struct hd_estimate none = { NAN, 0, 1, NAN, 0, 0, 0, 0 };

	return g->n > 0
		   ? hd_review_share(g->strata, r->kind, r->nstrata, how, false)
		   : none;
}

/* fig has the estimate and its counts; of: all the tickets it should be of. */
static void
give_one(const struct hd_escgive *to, struct hd_figure fig, bool reviewed,
    int64_t of)
{
	const struct hd_standing standing = { .shown = of > 0,
		.reviewed = reviewed,
		.n = fig.n,
		.least = to->min_n,
		.fits = true };

	fig.decimals = 6;
	fig.method = "mover";
	fig.definition = "needed";
	fig.status = hd_standing_status(&standing);
	if (!reviewed) {
		fig.estimate = fig.lo = fig.hi = NAN;
		fig.x = fig.n = -1;
		fig.N = of;
	} else if (isnan(fig.estimate)) /* nobody was needed anywhere */
		fig.status = HD_NOT_MEASURABLE;
	to->figure(to->ctx, &fig);
}

/* "all", or of those in the frame alone where some are not. */
static void
give_whole(const struct hd_needreview *r, const struct hd_escgive *to,
    struct hd_figure fig, bool reviewed, int64_t outside)
{
	struct hd_buf b = HD_BUF_INIT;

	fig.segment = "all";
	give_one(to, fig, reviewed && outside == 0, fig.N + outside);
	if (!reviewed || outside == 0)
		return;
	hd_buf_addf(&b, "sample=%s", r->name.p);
	fig.segment = b.s;
	give_one(to, fig, true, fig.N);
	hd_buf_release(&b);
}

static void
give_precision(const struct hd_needreview *r, const struct hd_escgive *to)
{
	const struct group *g = &r->escalated;
	struct hd_estimate e = share(r, g, HD_SHARE_FRAME);
	struct hd_figure fig = { .metric = "escalation_precision.reviewed",
		.estimate = e.p,
		.lo = e.lo,
		.hi = e.hi,
		.x = g->x,
		.n = g->n,
		.N = g->N };

	give_whole(r, to, fig, g->n > 0, g->outside);
}

/* Of its tickets, wherever they are, some are reviewed; or it has none. */
static bool
known(const struct group *g)
{
	return g->n > 0 || g->N + g->outside == 0;
}

static void
give_recall(const struct hd_needreview *r, const struct hd_escgive *to)
{
	const struct group *g = &r->escalated, *a = &r->alone;
	struct hd_estimate tagged = share(r, g, HD_SHARE_FRAME),
			   untagged = share(r, a, HD_SHARE_FRAME);
	struct hd_interval i = hd_recall(&tagged, &untagged);
	struct hd_figure fig = { .metric = "escalation_recall.reviewed",
		.estimate = i.p,
		.lo = i.lo,
		.hi = i.hi,
		.x = g->x,
		.n = g->n + a->n,
		.N = g->N + a->N };

	give_whole(r, to, fig, fig.n > 0 && known(g) && known(a),
	    g->outside + a->outside);
}

static int
by_code(const void *pa, const void *pb)
{
	const struct group *a = pa, *b = pb;

	return strcmp(a->trigger, b->trigger);
}

static void
give_triggers(struct hd_needreview *r, const struct hd_escgive *to)
{
	struct hd_buf b = HD_BUF_INIT;

	if (r->ntriggers > 0)
		qsort(r->triggers, r->ntriggers, sizeof(*r->triggers), by_code);
	for (size_t i = 0; i < r->ntriggers; i++) {
		const struct group *g = &r->triggers[i];
		struct hd_estimate e = share(r, g, HD_SHARE_DOMAIN);
		struct hd_figure fig = { "escalation_precision.reviewed", NULL,
			e.p, e.lo, e.hi, g->x, g->n, g->N, 6, NULL, NULL,
			HD_ESTIMATED };

		if (g->n < to->min_n || g->n == 0)
			continue;
		hd_buf_reset(&b);
		if (g->outside > 0)
			hd_buf_addf(&b, "sample=%s,", r->name.p);
		hd_buf_addf(&b, "trigger=%s", g->trigger);
		fig.segment = b.s;
		give_one(to, fig, true, g->N);
	}
	hd_buf_release(&b);
}

static void
say_group(const struct hd_needreview *r, const struct hd_escgive *to,
    const struct group *g, const char *what)
{
	int64_t blank = 0;

	if (r->any && g->outside > 0)
		hd_buf_addf(to->notes,
		    "%s speaks for %lld tickets %s: %lld are not in its "
		    "frame\n",
		    r->name.p, (long long)g->N, what, (long long)g->outside);
	if (g->unclear > 0)
		hd_buf_addf(to->notes,
		    "%s: %lld answers on tickets %s are unclear and left out\n",
		    r->name.p, (long long)g->unclear, what);
	for (size_t h = 0; h < r->nstrata; h++)
		if (!(g->strata[h].n > 0))
			blank += (int64_t)g->strata[h].N;
	if (g->n > 0 && blank > 0)
		hd_buf_addf(to->notes,
		    "%s: of %lld tickets %s nobody reviewed any of their "
		    "strata: their share counts as anything from 0 to 1\n",
		    r->name.p, (long long)blank, what);
}

static void
give(void *ctx, const struct hd_escgive *to)
{
	struct hd_needreview *r = ctx;

	give_precision(r, to);
	give_triggers(r, to);
	give_recall(r, to);
	if (r->name.p != NULL && !r->any)
		hd_buf_addf(to->notes,
		    "%s was reviewed for other tickets: it says nothing of "
		    "these\n",
		    r->name.p);
	say_group(r, to, &r->escalated, "handed over");
	say_group(r, to, &r->alone, "of the AI alone");
}

struct hd_escextra
hd_needreview_extra(struct hd_needreview *r)
{
	return (struct hd_escextra){ 1u << HD_AUDIT_TRIGGERS, take, give, r };
}
