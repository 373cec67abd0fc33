/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of page one: see summary.h. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "report/blocks.h"
#include "report/measured.h"
#include "report/prepare.h"
#include "report/summary.h"
#include "report/worst.h"

#define TARGETS 5

static void
target(struct hd_report *r, const struct hd_land *l, const struct hd_target *x)
{
	struct hd_figure f = hd_target_share(&l->targets, x);
	struct hd_doc *d = &r->doc;
	size_t share = hd_land_figure(r, l, &f);

	hd_doc_row(d);
	hd_doc_cell_text(d, x->issue);
	hd_doc_cell_fig(d, share, HD_AS_XN);
	if (!r->small) /* shares are told as counts then */
		hd_doc_cell_fig(d, share, HD_AS_TEXT);
	f = hd_hours_tagged("targets.handle", &x->hours);
	f.segment = x->segment;
	hd_doc_cell_fig(d, hd_land_figure(r, l, &f), HD_AS_TEXT);
	hd_doc_cell_ticket(d, x->key);
}

void
hd_summary_targets(struct hd_report *r, const struct hd_land *l)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "Tickets", true }, { "Share", true },
		{ "Agents’ time", true }, { "For example", false } };
	static const struct hd_doccol few[] = { { "Type", false },
		{ "Tickets", true }, { "Agents’ time", true },
		{ "For example", false } };

	if (l->targets.n == 0)
		return;
	/* by volume: the first is the largest */
	if (l->targets.v[0].n < r->min_n) {
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "Which type to automate first cannot be told: none has "
		    "%lld such tickets.",
		    (long long)r->min_n);
		return;
	}
	hd_doc_table(&r->doc, "targets", "Automate these first",
	    "The largest types of tickets that are simple, follow a known path "
	    "and carry no emotion or risk, by their tags.",
	    r->small ? few : columns, r->small ? 4 : 5);
	for (size_t i = 0; i < l->targets.n && i < TARGETS; i++)
		if (l->targets.v[i].n >= r->min_n)
			target(r, l, &l->targets.v[i]);
	hd_doc_end(&r->doc);
}

/* The rate by which a vendor tells of its AI; NULL: none is known. */
static const char *
vendor_metric(const char *vendor)
{
	static const struct {
		const char *vendor, *metric;
	} list[] = {
		{ "intercom", "intercom_resolution" },
		{ "zendesk", "zendesk2026_contained" },
		{ "ada", "ada_containment" },
		{ "gorgias", "gorgias_automation" },
		{ "chatwoot", "chatwoot_auto" },
		{ "servicenow", "servicenow_durable" },
		{ "dialogflow", "dialogflow_contained" },
		{ "rasa", "rasa_success" },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(list[i].vendor, vendor) == 0)
			return list[i].metric;
	return NULL;
}

/* The vendor of most tickets that an AI had, of those whose rate is known if any is. */
static int
find_vendor(struct hd_report *r, struct hd_buf *vendor, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/report_vendor", err);
	bool known = false;
	int got = -1;

	if (st != NULL)
		hd_bind_int(st, 1, HD_WIN_PERIOD);
	while (st != NULL && !known && (got = hd_stmt_step(st, err)) == 1) {
		struct hd_str name = hd_col_text(st, 0);

		known = vendor_metric(name.p) != NULL;
		if (known)
			hd_buf_reset(vendor);
		if (vendor->n == 0)
			hd_buf_add(vendor, name.p, name.n);
	}
	hd_stmt_close(st);
	return got < 0 ? -1 : 0;
}

/* Does the claim lie where the rate may? */
static void
judge_claim(struct hd_report *r, size_t fig)
{
	const struct hd_figure *f = hd_doc_known(&r->doc, fig);
	const char *words = "fits these tickets";

	if (isnan(r->claimed))
		return;
	if (!hd_doc_shown(&r->doc, fig) || isnan(f->lo))
		words = "cannot be tested by these tickets";
	else if (r->claimed > f->hi)
		words = "is more than these tickets show";
	else if (r->claimed < f->lo)
		words = "is less than these tickets show";
	hd_doc_words(
	    &r->doc, " The claim of %.1f %% %s.", 100 * r->claimed, words);
}

/* metric NULL: what most vendors tell stands in, theirs is not known. */
static int
say_claim(struct hd_report *r, const char *metric, struct hd_err *err)
{
	const struct hd_metric *m =
	    hd_metric_find(metric != NULL ? metric : "containment");
	struct hd_doc *d = &r->doc;
	size_t theirs, ours;

	if (hd_report_metric(r, m->name, HD_WIN_PERIOD, &theirs, err) != 0 ||
	    hd_report_metric(
		r, "verified_deflection", HD_WIN_PERIOD, &ours, err) != 0)
		return -1;
	hd_doc_para(d, HD_TONE_PLAIN);
	hd_doc_words(d, "As %s (%s) the AI comes to ",
	    metric != NULL ? "the vendor counts" : "most vendors count",
	    m->title);
	hd_doc_fig(d, theirs, HD_AS_BOTH);
	hd_doc_words(d,
	    hd_doc_shown(d, ours)
		? ". Of all tickets that came in, it resolved so that it held "
		: ". What of all tickets it resolved so that it held: ");
	hd_doc_fig(d, ours, HD_AS_BOTH);
	hd_doc_words(d, ".");
	judge_claim(r, theirs);
	hd_doc_end(d);
	return 0;
}

int
hd_summary_claim(struct hd_report *r, struct hd_err *err)
{
	struct hd_buf vendor = HD_BUF_INIT;
	const char *metric;
	int n = 0;

	if (r->claimed_as != NULL)
		hd_buf_adds(&vendor, r->claimed_as);
	else
		n = find_vendor(r, &vendor, err);
	metric = vendor_metric(hd_buf_cstr(&vendor));
	if (n == 0 && metric == NULL && r->claimed_as != NULL)
		n = hd_err_set(err, HD_EOPTION,
		    "--claimed-as: nothing is known of '%s'", r->claimed_as);
	if (n == 0 && vendor.n > 0)
		n = say_claim(r, metric, err);
	hd_buf_release(&vendor);
	return n;
}

int
hd_summary_worst(struct hd_report *r, struct hd_err *err)
{
	const struct hd_worst *w;

	if (r->kind == HD_KIND_DASH) /* a glance reads no conversations */
		return 0;
	if (hd_report_worst(r, &w, err) != 0)
		return -1;
	if (w == NULL)
		return 0;
	hd_doc_say(&r->doc, HD_TONE_PLAIN,
	    "The worst handoff from the AI to a person:");
	return hd_worst_quote(r, w, err);
}

static void
caveat(struct hd_report *r, size_t fig, int64_t n, const char *words)
{
	struct hd_doc *d = &r->doc;

	if (n == 0)
		return;
	hd_doc_para(d, HD_TONE_WARN);
	hd_doc_fig(d, fig, HD_AS_TEXT);
	hd_doc_words(d, " %s", words);
	hd_doc_end(d);
}

static size_t
outdated(struct hd_report *r, const struct hd_land *l)
{
	struct hd_buf query = HD_BUF_INIT;
	size_t fig;

	hd_buf_addf(&query,
	    "SELECT count(*), NULL, NULL, NULL FROM landscape WHERE excluded "
	    "IS NULL AND solved >= %" PRId64 " AND solved < %" PRId64
	    " AND NOT tagged AND ticket IN (SELECT ticket FROM tagging);",
	    l->t.since, l->t.until);
	fig = hd_report_count(r, "landscape.outdated",
	    "Tagged under another rule set only", l->covers.outdated,
	    "landscape", query.s);
	hd_buf_release(&query);
	return fig;
}

void
hd_summary_caveats(struct hd_report *r, const struct hd_land *l)
{
	struct hd_str rest = hd_buf_str(&l->t.notes), line;

	caveat(r, outdated(r, l), l->covers.outdated,
	    "resolved tickets are tagged under another rule set only, and "
	    "count as not judged: run hs-tag.");
	caveat(r,
	    hd_report_imported(r, "counted.rejected", "Rejected at import",
		l->fall.rejected, "rejected + skipped"),
	    l->fall.rejected,
	    "records were rejected when they were imported, and are in no "
	    "number here.");
	while (hd_str_split(&rest, '\n', &line))
		if (line.n > 0)
			hd_doc_say(&r->doc, HD_TONE_NOTE, "%.*s.", (int)line.n,
			    line.p);
}
