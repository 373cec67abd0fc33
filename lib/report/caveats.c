/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader must know before any figure: see prepare.h. */
#include <inttypes.h>
#include <string.h>

#include "report/measured.h"
#include "report/period.h"
#include "report/prepare.h"

#define DAY	   86400
#define UNFINISHED 0.005 /* share of tickets, from which it is told */

/* The query behind a number of tickets of a span. */
static void
add_query(struct hd_buf *b, const struct hd_docspan *s, const char *more)
{
	hd_buf_addf(b,
	    "SELECT count(*), NULL, NULL, NULL FROM facts WHERE created >= "
	    "%" PRId64 " AND created < %" PRId64 "%s;",
	    s->since, s->until, more);
}

static size_t
count(struct hd_report *r, const char *metric, const char *title, int64_t n,
    const struct hd_docspan *s, const char *more)
{
	struct hd_buf query = HD_BUF_INIT;
	size_t fig;

	add_query(&query, s, more);
	fig = hd_report_count(r, metric, title, n, "facts", query.s);
	hd_buf_release(&query);
	return fig;
}

static void
say_span(struct hd_report *r, const struct hd_docspan *s)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_span_words(&b, &r->zone, s);
	hd_doc_text(&r->doc, hd_buf_str(&b));
	hd_buf_release(&b);
}

/* "June 2026 has 180 tickets" */
static void
say_asked(struct hd_report *r)
{
	struct hd_doc *d = &r->doc;

	if (r->tickets_asked == 0) {
		hd_doc_words(d, "No ticket was created in ");
		say_span(r, &r->asked);
		return;
	}
	say_span(r, &r->asked);
	hd_doc_words(d, " has only ");
	hd_doc_fig(d,
	    count(r, "counted.asked", "Tickets of the month", r->tickets_asked,
		&r->asked, ""),
	    HD_AS_TEXT);
	hd_doc_words(d, r->tickets_asked == 1 ? " ticket" : " tickets");
}

/* What a period of few tickets was widened to. */
static void
say_widened(struct hd_report *r)
{
	struct hd_doc *d = &r->doc;

	hd_doc_words(d, ". So that there is something to tell, this report is "
			"about the ");
	hd_doc_fig(d,
	    count(r, "counted.tickets", "Tickets", r->tickets, &r->period, ""),
	    HD_AS_TEXT);
	hd_doc_words(d, r->tickets == 1 ? " ticket of " : " tickets of ");
	say_span(r, &r->period);
	hd_doc_words(d, r->small ? ", and tells shares as “12 of 18”." : ".");
}

static void
few(struct hd_report *r)
{
	bool widened = r->period.since != r->asked.since;
	struct hd_doc *d = &r->doc;

	if (r->tickets_asked >= HD_REPORT_FEW)
		return;
	hd_doc_para(d, HD_TONE_WARN);
	say_asked(r);
	if (r->tickets == 0)
		hd_doc_words(d, widened ? ", nor in the two months before: "
					  "there is nothing to report."
					: ": there is nothing to report.");
	else if (widened)
		say_widened(r);
	else
		hd_doc_words(d, ": shares are told as “12 of 18”.");
	hd_doc_end(d);
}

/* Nothing is known of the last days of the period. */
static void
cut(struct hd_report *r)
{
	struct hd_buf b = HD_BUF_INIT;

	if (r->asof + DAY >= r->period.until)
		return;
	hd_doc_para(&r->doc, HD_TONE_WARN);
	hd_span_day(&b, &r->zone, r->asof);
	if (r->asof < r->asked.since) {
		hd_doc_words(&r->doc, "The data ends on %s, before ", b.s);
		say_span(r, &r->asked);
		hd_doc_words(&r->doc, " begins.");
	} else {
		say_span(r, &r->asked);
		hd_doc_words(&r->doc,
		    " is not complete: it is cut on %s, where the data ends. "
		    "Numbers of tickets are not those of a whole period.",
		    b.s);
	}
	hd_doc_end(&r->doc);
	hd_buf_release(&b);
}

/*
 * A source that ends long before the others was half imported: ten times as long as
 * it is silent between two tickets, which by chance happens once in e^10 times.
 */
static void
source_ends(
    struct hd_report *r, struct hd_str name, int64_t newest, int64_t tickets)
{
	int64_t end = r->asof < r->period.until ? r->asof : r->period.until,
		silent = (end - r->period.since) * 2 / tickets;
	struct hd_buf b = HD_BUF_INIT;

	if (newest + 2 * DAY >= end || newest + 10 * silent >= end)
		return;
	hd_span_day(&b, &r->zone, newest);
	hd_doc_say(&r->doc, HD_TONE_WARN,
	    "The data of %.*s ends on %s, earlier than the rest: what came "
	    "later is missing here.",
	    (int)name.n, name.p, b.s);
	hd_buf_release(&b);
}

static int
sources(struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/report_sources", err);
	int got = -1;

	while (st != NULL && (got = hd_stmt_step(st, err)) == 1)
		source_ends(r, hd_col_text(st, 0), hd_col_int(st, 1),
		    hd_col_int(st, 2));
	hd_stmt_close(st);
	return got;
}

static void
untagged(struct hd_report *r)
{
	struct hd_doc *d = &r->doc;

	if (r->untagged == 0)
		return;
	hd_doc_para(d, HD_TONE_WARN);
	hd_doc_fig(d,
	    count(r, "counted.untagged", "Tickets without tags", r->untagged,
		&r->period, " AND NOT tagged"),
	    HD_AS_TEXT);
	hd_doc_words(d, " of ");
	hd_doc_fig(d,
	    count(r, "counted.tickets", "Tickets", r->tickets, &r->period, ""),
	    HD_AS_TEXT);
	hd_doc_words(d,
	    " tickets are not tagged. What needs tags, as types and who "
	    "answered, leaves them out: run hs-tag, then this report again.");
	hd_doc_end(d);
}

/* So many tickets of the period have something about them; more is it, as SQL. */
static void
warn_of(struct hd_report *r, const char *metric, const char *title, int64_t n,
    const char *more, const char *what)
{
	struct hd_doc *d = &r->doc;

	if (n == 0)
		return;
	hd_doc_para(d, HD_TONE_WARN);
	hd_doc_fig(d, count(r, metric, title, n, &r->period, more), HD_AS_TEXT);
	hd_doc_text(d, hd_str(what));
	hd_doc_end(d);
}

/* Tickets of sources that export apart what their AI closed alone. */
static void
apart(struct hd_report *r, int64_t n, int64_t blind)
{
	warn_of(r, "counted.blind", "Tickets without the AI’s own", blind,
	    " AND source IN (SELECT name FROM blind_source)",
	    " tickets are of Zendesk, which exports apart what its AI closed "
	    "alone, and none of that was imported: the figures of the AI leave "
	    "them out.");
	warn_of(r, "counted.apart", "Tickets that may lack the AI’s own",
	    n - blind,
	    " AND vendor = 'zendesk' AND source NOT IN (SELECT name FROM "
	    "blind_source) AND source NOT IN (SELECT s.name FROM source s JOIN "
	    "ticket a ON a.source = s.id WHERE a.origin = 'ai')",
	    " tickets are of Zendesk, which exports apart what its AI closed "
	    "alone, and none of that was imported: the AI may have resolved "
	    "more than is seen here.");
}

/* What coverage.sql says of the selection. */
static int
coverage(struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/coverage", err);
	int got = -1;

	if (st != NULL) {
		hd_bind_int_as(st, ":by", 0);
		got = hd_stmt_step(st, err);
	}
	if (got == 1) {
		warn_of(r, "counted.stale", "Tickets changed since tagged",
		    hd_col_int(st, 5),
		    " AND ticket IN (SELECT g.ticket FROM tagging g JOIN "
		    "ticket t ON t.id = g.ticket WHERE g.rev <> t.rev AND "
		    "g.ruleset = (SELECT id FROM ruleset WHERE active = 1))",
		    " tickets have changed since hs-tag ran: their tags are "
		    "older than they are.");
		warn_of(r, "counted.assumed", "Tickets of assumed solution",
		    hd_col_int(st, 9), " AND solved_basis = 'assumed'",
		    " tickets come without a status or a time of solution: "
		    "they are taken for solved when their last message was "
		    "written.");
		apart(r, hd_col_int(st, 10), hd_col_int(st, 11));
	}
	hd_stmt_close(st);
	return got < 0 ? -1 : 0;
}

/* Tickets of neither layer, or of one layer alone. */
static int
answered(struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/ladder_about", err);
	int got = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, HD_WIN_PERIOD);
		got = hd_stmt_step(st, err);
	}
	if (got == 1) {
		warn_of(r, "counted.unanswerable", "Not known who answered",
		    hd_col_int(st, 6), " AND path IS NULL AND tagged",
		    " tickets do not tell who answered them, and are in no "
		    "figure of the AI or of people: import their messages.");
		if (hd_col_real(st, 5) > UNFINISHED * hd_col_real(st, 0))
			warn_of(r, "counted.unfinished",
			    "Still open with the AI alone", hd_col_int(st, 5),
			    " AND ticket IN (SELECT ticket FROM ladder WHERE "
			    "n4 = 1 AND first_solved IS NULL)",
			    " tickets are still open with the AI alone: they "
			    "count as not resolved, so deflection may yet rise, "
			    "and a fall of it may be none.");
		if (hd_col_int(st, 0) > hd_col_int(st, 2) &&
		    hd_col_int(st, 3) == 0)
			hd_doc_say(&r->doc, HD_TONE_WARN,
			    "No AI is seen in any ticket. If there is one, it "
			    "counts as a person here: hs-import --ai-author "
			    "tells which author it is.");
	}
	hd_stmt_close(st);
	return got < 0 ? -1 : 0;
}

int
hd_report_caveats(struct hd_report *r, struct hd_err *err)
{
	few(r);
	cut(r);
	if (sources(r, err) != 0)
		return -1;
	untagged(r);
	return coverage(r, err) != 0 ? -1 : answered(r, err);
}
