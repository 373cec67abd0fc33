/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vendors' definitions beside ours: see bridge.h. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "metrics/bridge.h"
#include "stats/claim.h"

/* What a figure needs that may not be known of each ticket. */
enum need {
	ANSWERED, /* who answered */
	TEXTS,	  /* what was written */
	VERDICT,  /* what a language model of the vendor says */
	TIME,	  /* whether it held: time, reopenings, the issue */
};

static const struct {
	const char *vendor, *name, *metric;
	enum need need;
} rows[] = {
	{ "intercom", "involvement", "intercom_involvement", ANSWERED },
	{ "intercom", "answer rate", "intercom_answer", TEXTS },
	{ "intercom", "resolution", "intercom_resolution", TEXTS },
	{ "zendesk", "automated until 5/26", "zendesk_ar", VERDICT },
	{ "zendesk2026", "unassisted", "zendesk2026_unassisted", TEXTS },
	{ "zendesk2026", "assisted escalation", "zendesk2026_escalated",
	    TEXTS },
	{ "zendesk2026", "contained", "zendesk2026_contained", TEXTS },
	{ "zendesk2026", "verified", "zendesk2026_verified", VERDICT },
	{ "ada", "automated", "ada_ar", VERDICT },
	{ "ada", "containment", "ada_containment", ANSWERED },
	{ "gorgias", "automation", "gorgias_automation", ANSWERED },
	{ "chatwoot", "auto-resolution", "chatwoot_auto", ANSWERED },
	{ "chatwoot", "durable", "chatwoot_durable", TIME },
	{ "servicenow", "durable", "servicenow_durable", TIME },
	{ "dialogflow", "no callback in 24 h", "dialogflow_contained", TIME },
	{ "rasa", "success", "rasa_success", ANSWERED },
	{ "ours", "deflection", "deflection", ANSWERED },
	{ "ours", "containment", "containment", ANSWERED },
	{ "ours", "verified deflection", "verified_deflection", TIME },
};

#define NROWS (sizeof(rows) / sizeof(rows[0]))

struct state {
	const struct hd_bridge *b;
	int64_t tickets, known, involved;
	/* Sources whose AI-only conversations are missing, or may be. */
	struct blind {
		int64_t tickets;
		struct hd_buf names;
	} none, some;
	struct hd_buf missing;
	/* the figure that was measured last */
	struct hd_figure figure;
	double deff;
	int64_t accounts;
};

static bool
known_vendor(struct hd_str name)
{
	for (size_t i = 0; i < NROWS; i++)
		if (hd_str_eq(name, rows[i].vendor))
			return true;
	return false;
}

static int
check_vendors(const char *as, struct hd_err *err)
{
	struct hd_str rest = hd_str(as != NULL ? as : ""), name;

	while (hd_str_split(&rest, ',', &name))
		if (name.n > 0 && !known_vendor(name))
			return hd_err_set(err, HD_EOPTION,
			    "--as: intercom, zendesk, zendesk2026, ada, gorgias, "
			    "chatwoot, servicenow, dialogflow or rasa, not '%.*s'",
			    (int)name.n, name.p);
	return 0;
}

/* Ours stand beside whatever is asked for. */
static bool
wanted(const struct hd_bridge *b, const char *vendor)
{
	struct hd_str rest = hd_str(b->as != NULL ? b->as : ""), name;
	bool any = false, found = false;

	while (hd_str_split(&rest, ',', &name)) {
		any = any || name.n > 0;
		found = found || hd_str_eq(name, vendor);
	}
	return !any || found || strcmp(vendor, "ours") == 0;
}

static void
read_blind(struct blind *b, struct hd_stmt *st, int i)
{
	struct hd_str names = hd_col_text(st, i + 1);

	b->tickets = hd_col_int(st, i);
	hd_buf_add(&b->names, names.p, names.n);
}

static int
read_lacks(struct state *s, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(s->b->db, "sql/bridge_lacks", err);
	int r = st != NULL ? hd_stmt_step(st, err) : -1;

	if (r == 1) {
		s->tickets = hd_col_int(st, 0);
		s->known = hd_col_int(st, 1);
		s->involved = hd_col_int(st, 2);
		read_blind(&s->none, st, 3);
		read_blind(&s->some, st, 5);
	}
	hd_stmt_close(st);
	return r == 1 ? 0 : -1;
}

/* A figure, and then its design effect. */
static void
keep(void *ctx, const struct hd_metric *m, const struct hd_figure *f,
    const char *by, struct hd_str value)
{
	struct state *s = ctx;

	(void)by;
	(void)value;
	if (strcmp(f->metric, m->name) == 0) {
		s->figure = *f;
		s->figure.metric = m->name;
		s->figure.segment = "all";
		s->deff = NAN;
		s->accounts = 0;
		return;
	}
	s->deff = f->estimate;
	s->accounts = f->N;
}

static int
measure(struct state *s, const char *metric, struct hd_err *err)
{
	const struct hd_measure m = {
		.db = s->b->db,
		.min_n = s->b->min_n,
		.give = keep,
		.ctx = s,
	};

	return hd_measure(&m, hd_metric_find(metric), NULL, err);
}

/*
 * Such tickets count in no row, and where there are no others there is no number: it
 * would be one of people's tickets alone.
 */
static void
lacks_ai_only(struct state *s)
{
	if (s->none.tickets == s->tickets)
		s->figure.status = HD_INCOMPATIBLE;
	hd_buf_addf(&s->missing,
	    "%sexport has no AI-only conversations: %" PRId64 " of %" PRId64
	    " tickets are from sources without them (%s)%s",
	    s->missing.n > 0 ? "; " : "", s->none.tickets, s->tickets,
	    hd_buf_cstr(&s->none.names),
	    s->none.tickets < s->tickets ? " and left out" : "");
}

static void
may_lack_ai_only(struct state *s)
{
	if (s->some.tickets == 0)
		return;
	hd_buf_addf(&s->missing,
	    "%sno export of the AI's own conversations for %s (%" PRId64
	    " of %" PRId64 " tickets): what it closed alone may be missing",
	    s->missing.n > 0 ? "; " : "", hd_buf_cstr(&s->some.names),
	    s->some.tickets, s->tickets);
}

static void
review_figure(
    struct state *s, const struct hd_basis *basis, const struct hd_share *all)
{
	struct hd_figure *f = &s->figure;

	f->estimate = all->e.p;
	f->lo = all->e.lo;
	f->hi = all->e.hi;
	f->x = all->x;
	f->n = all->n;
	f->N = all->N;
	f->method = "mover";
	f->definition = "reviewed_resolution";
	f->status = f->n < s->b->min_n			? HD_SUPPRESSED
		    : basis->ground == HD_GROUND_WINDOW ? HD_ESTIMATED
							: HD_TRANSPORTED;
	hd_buf_adds(&s->missing,
	    "no LLM verdict in the export: review estimate shown instead");
}

/* Reviewers say what no model of the vendor's is known to have said. */
static int
use_reviews(struct state *s, struct hd_err *err)
{
	const struct hd_share *all;
	struct hd_shares shares = { 0 };
	struct hd_basis basis;
	int r = hd_basis_find(&basis, s->b->db, &s->b->tickets, err);

	if (r == 0 && (basis.ground == HD_GROUND_WINDOW ||
			  basis.ground == HD_GROUND_OTHER))
		r = hd_shares_read(&shares, s->b->db, "sql/share_resolved",
		    basis.sample, HD_SHARE_DOMAIN, false, err);
	all = hd_shares_of(&shares, hd_str("all"));
	if (r == 0 && all->n > 0)
		review_figure(s, &basis, all);
	else if (r == 0)
		hd_buf_adds(&s->missing,
		    "no LLM verdict in the export, and no reviews to show "
		    "instead");
	hd_shares_release(&shares);
	hd_basis_release(&basis);
	return r;
}

static void
partly_known(struct state *s, enum need need)
{
	static const char *const what[] = { "who answered is known",
		"the texts are known and tagged", "a verdict is exported",
		"it is known whether they held" };

	hd_buf_addf(&s->missing, "of %" PRId64 " of %" PRId64 " tickets %s",
	    s->figure.n, s->figure.N, what[need]);
}

static int
find_missing(struct state *s, size_t i, struct hd_err *err)
{
	struct hd_figure *f = &s->figure;

	if (s->none.tickets > 0)
		lacks_ai_only(s);
	if (s->none.tickets == s->tickets && s->tickets > 0)
		return 0;
	if (f->N == 0 || s->known == 0) {
		f->status = HD_NOT_MEASURABLE;
		hd_buf_adds(&s->missing,
		    s->tickets == 0    ? "no tickets"
		    : s->known == 0    ? "nothing says who answered"
		    : s->involved == 0 ? "the AI took part in no ticket"
				       : "the AI resolved no ticket");
		return 0;
	}
	if (f->n == 0 && rows[i].need == VERDICT && use_reviews(s, err) != 0)
		return -1;
	if (s->missing.n == 0 && f->n < f->N)
		partly_known(s, rows[i].need);
	may_lack_ai_only(s);
	return 0;
}

/*
 * Exact where every ticket stands for itself, else by the design effect, which agrees
 * with the interval.
 */
static void
test_claim(const struct state *s, struct hd_bridge_row *row)
{
	const struct hd_figure *f = &row->figure;
	struct hd_claim *c = &row->claim;
	double p0 = s->b->claimed;

	row->claimed = !isnan(p0) && !hd_figure_hidden(f);
	if (!row->claimed)
		return;
	c->difference = p0 - f->estimate;
	c->lo = p0 - f->hi;
	c->hi = p0 - f->lo;
	c->inside = p0 >= f->lo && p0 <= f->hi;
	c->exact = s->accounts == f->n;
	if (isnan(s->deff)) /* of a review: the interval says it */
		c->p = NAN;
	else if (c->exact)
		c->p = hd_binomial_p(f->x, f->n, p0);
	else
		c->p = hd_score_p(
		    f->estimate, (double)f->n / s->deff, s->accounts, p0);
}

static int
give_row(struct state *s, size_t i, struct hd_err *err)
{
	struct hd_bridge_row row = { .vendor = rows[i].vendor,
		.name = rows[i].name };

	hd_buf_reset(&s->missing);
	if (measure(s, rows[i].metric, err) != 0 ||
	    find_missing(s, i, err) != 0)
		return -1;
	row.figure = s->figure;
	row.deff = hd_figure_hidden(&s->figure) ? NAN : s->deff;
	row.accounts = s->accounts;
	row.missing = s->missing.n > 0 ? s->missing.s : NULL;
	test_claim(s, &row);
	s->b->give(s->b->ctx, &row);
	return 0;
}

int
hd_bridge(const struct hd_bridge *b, struct hd_err *err)
{
	struct state s = { .b = b };
	int r = check_vendors(b->as, err);

	if (r == 0)
		r = read_lacks(&s, err);
	for (size_t i = 0; r == 0 && i < NROWS; i++)
		if (wanted(b, rows[i].vendor))
			r = give_row(&s, i, err);
	hd_buf_release(&s.none.names);
	hd_buf_release(&s.some.names);
	hd_buf_release(&s.missing);
	return r;
}
