/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the person who takes over was told: see context.h.  The talk itself does
 * not count, since who has to read it has been told nothing.
 */
#include "escalation/carried.h"
#include "escalation/context.h"
#include "escalation/detect.h"
#include "escalation/known.h"
#include "escalation/record.h"

static const char dimension[] = "handoff-context";
const char hd_context_present[] = "present";
const char hd_context_absent[] = "absent";
const char hd_context_na[] = "na";

enum {
	IDENTITY,
	ACCOUNT_STATUS,
	ISSUE,
	ATTEMPTED,
	SENTIMENT,
	PAGE,
	ACTION
};
const char *const hd_context_names[HD_CONTEXTS] = { "identity",
	"account_status", "issue", "attempted", "sentiment", "page", "action" };

#define IN(record) (1u << (record))
/* Beside notes, where each may stand. */
static const unsigned places[HD_CONTEXTS] = {
	[IDENTITY] = IN(HD_REC_FIELDS) | IN(HD_REC_SUBJECT),
	[ACCOUNT_STATUS] =
	    IN(HD_REC_FIELDS) | IN(HD_REC_TAGS) | IN(HD_REC_SUBJECT),
	[ISSUE] = IN(HD_REC_FIELDS) | IN(HD_REC_TAGS),
	[ATTEMPTED] = IN(HD_REC_FIELDS) | IN(HD_REC_TAGS),
	[SENTIMENT] = IN(HD_REC_FIELDS) | IN(HD_REC_TAGS) | IN(HD_REC_SUBJECT),
	[PAGE] = IN(HD_REC_FIELDS) | IN(HD_REC_TAGS) | IN(HD_REC_SUBJECT),
	[ACTION] = IN(HD_REC_FIELDS) | IN(HD_REC_TAGS) | IN(HD_REC_SUBJECT),
};

static struct hd_finding *
found(
    struct hd_findings *f, const char *code, int element, struct hd_str reason)
{
	struct hd_finding *one = hd_finding_add(
	    f, HD_AUDIT_HANDOFF, code, "%.*s", (int)reason.n, reason.p);

	one->item = hd_context_names[element];
	return one;
}

/* Notes count that were there before a person answered, whoever wrote them. */
static bool
counts(const struct hd_escalation *e, size_t i)
{
	return !e->turns[i].m->public &&
	       (e->first_human < 0 || (int64_t)i < e->first_human);
}

static bool
in_note(const struct hd_escalation *e, int element, struct hd_findings *f)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct hd_mark *k;
		struct hd_finding *one;

		if (!counts(e, i))
			continue;
		k = hd_mark_find(
		    &e->turns[i], dimension, hd_context_names[element]);
		if (k == NULL)
			continue;
		one = found(f, hd_context_present, element, k->rule->why);
		one->message = (int64_t)i;
		one->quote = k->span;
		one->basis = "note";
		return true;
	}
	return false;
}

/* "field plan", "tag" or "subject". */
static struct hd_str
place_name(enum hd_record r, struct hd_str name, struct hd_arena *arena)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	if (r == HD_REC_FIELDS)
		hd_buf_adds(&b, "field ");
	hd_buf_add(&b, name.p, name.n);
	s = hd_str_keep(arena, hd_buf_str(&b));
	hd_buf_release(&b);
	return s;
}

static bool
in_record(const struct hd_escalation *e, int element, struct hd_findings *f)
{
	static const char *const basis[HD_RECORDS] = { "field", "tag",
		"subject" };

	for (int r = 0; r < HD_RECORDS; r++) {
		const struct hd_turn *t = &e->record[r];
		const struct hd_mark *k;
		struct hd_finding *one;
		struct hd_str name;

		if (!(places[element] & IN(r)))
			continue;
		k = hd_mark_find(t, dimension, hd_context_names[element]);
		if (k == NULL)
			continue;
		one = found(f, hd_context_present, element, k->rule->why);
		hd_record_line(t, k->span, &name, &one->given_quote);
		one->given_in = place_name(r, name, f->arena);
		one->basis = basis[r];
		return true;
	}
	return false;
}

static void
told_in(struct hd_findings *f, int element, const char *place,
    struct hd_str words, const char *basis, const char *reason)
{
	struct hd_finding *one =
	    found(f, hd_context_present, element, hd_str(reason));

	one->given_in = hd_str(place);
	one->given_quote = words;
	one->basis = basis;
}

/* What the ticket itself says by having it. */
static bool
in_ticket(const struct hd_escalation *e, int element, struct hd_findings *f)
{
	const struct hd_thread *th = e->th;

	if (element == IDENTITY && hd_esc_str(e, HD_EF_CUSTOMER).n > 0)
		told_in(f, element, "account record",
		    (struct hd_str){ NULL, 0 }, "account",
		    "the desk knows who writes");
	else if (element == PAGE && th->page.n > 0)
		told_in(f, element, "page", th->page, "page",
		    "the ticket has the address of the page");
	else if (element == ACTION && th->action.n > 0)
		told_in(f, element, "action", th->action, "action",
		    "the ticket has the last action");
	else if (element == ISSUE && th->subject.n > 0 &&
		 hd_mark_find(&e->record[HD_REC_SUBJECT], "subject-kind",
		     "vague") == NULL)
		told_in(f, element, "subject", th->subject, "subject",
		    "the subject says what it is about");
	else
		return false;
	return true;
}

/* Nobody has a page open who writes or calls from elsewhere. */
static bool
off_site(struct hd_str channel)
{
	static const char *const names[] = { "email", "mail", "phone", "voice",
		"call", "sms", "whatsapp", "facebook", "instagram", "twitter",
		"telegram", "line", "viber", "letter", "fax" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (hd_str_ieq(channel, names[i]))
			return true;
	return false;
}

static struct hd_str
first_ai(const struct hd_escalation *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_AI) &&
		    e->turns[i].m->author.n > 0)
			return e->turns[i].m->author;
	return (struct hd_str){ NULL, 0 };
}

static bool
speaks_of(const struct hd_escalation *e, const char *what)
{
	size_t end = e->first_human >= 0 ? (size_t)e->first_human : e->n;

	for (size_t i = 0; i < end; i++)
		if (hd_mark_find(&e->turns[i], "handoff-speaks", what) != NULL)
			return true;
	return false;
}

static struct hd_str
source_of(const struct hd_escalation *e)
{
	struct hd_str rest = e->th->key, source;

	(void)hd_str_split(&rest, ':', &source);
	return source;
}

/* The customer speaks of a page, or such tickets come with one. */
static bool
can_have_page(const struct hd_escalation *e)
{
	if (speaks_of(e, "page"))
		return true;
	if (off_site(hd_esc_str(e, HD_EF_CHANNEL)))
		return false;
	return speaks_of(e, "screen") ||
	       hd_known_pages(&e->world->known, source_of(e),
		   hd_esc_str(e, HD_EF_BRAND), first_ai(e));
}

/* Passers-by have none, and where nobody has one it has to be spoken of. */
static bool
can_have_account(const struct hd_escalation *e)
{
	if (speaks_of(e, "no-account"))
		return false;
	return hd_known_accounts(&e->world->known, source_of(e)) ||
	       speaks_of(e, "account");
}

/* Issues of the shipped pack that are about something that took place. */
static bool
took_place(struct hd_str issue)
{
	static const char *const names[] = { "account-blocked", "api-error",
		"app-crash", "appointment-change", "baggage",
		"balance-not-updated", "bug-report", "card-not-working",
		"card-swallowed", "charge-dispute", "damaged-item", "data-loss",
		"defective-product", "double-charge", "exchange-request",
		"export-data", "flight-change", "flight-status", "fraud-report",
		"import-data", "internet-down", "internet-slow",
		"late-delivery", "login-problem", "lost-card", "missing-item",
		"missing-parcel", "number-porting", "order-cancel",
		"order-change", "order-status", "outage", "page-error",
		"payment-declined", "payment-failed", "payroll-problem",
		"pending-payment", "performance-slow", "printer",
		"refund-request", "refund-status", "report-wrong",
		"return-request", "safety-incident", "security-incident",
		"sync-problem", "transfer-failed", "transfer-pending",
		"unrecognised-charge", "upload-problem", "webhook",
		"wrong-item" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (hd_str_eq(issue, names[i]))
			return true;
	return false;
}

/* A customer who only asks how or where has done nothing that could be told. */
static bool
asks_only(const struct hd_escalation *e)
{
	bool asks = false;
	int64_t end = e->handoff >= 0 ? e->handoff : (int64_t)e->n;

	if (took_place(hd_esc_str(e, HD_EF_ISSUE)))
		return false;
	for (int64_t i = 0; i < end; i++) {
		if (!hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER))
			continue;
		if (hd_mark_find(&e->turns[i], "handoff-event", "event"))
			return false;
		asks = asks || hd_mark_find(&e->turns[i], "handoff-event",
				   "enquiry") != NULL;
	}
	return asks;
}

static void
not_there(const struct hd_escalation *e, int element, struct hd_findings *f)
{
	if (element == PAGE && !can_have_page(e))
		found(f, hd_context_na, element,
		    hd_str(
			"no page is known where it came from, or spoken of"));
	else if (element == ACCOUNT_STATUS && !can_have_account(e))
		found(f, hd_context_na, element,
		    hd_str("no account is known, or spoken of"));
	else if (element == ACTION && asks_only(e))
		found(f, hd_context_na, element,
		    hd_str("the customer only asks: nothing was ordered, paid "
			   "or reported"));
	else
		found(f, hd_context_absent, element,
		    hd_str("no note, field, tag or subject has it"));
}

/*
 * What a note repeats of the talk, beside the first element that it tells: a
 * number that stands for the case is none of the seven by itself.
 */
static void
repeats(const struct hd_escalation *e, struct hd_findings *f, size_t from)
{
	for (size_t i = from; i < f->n; i++) {
		struct hd_finding *one = &f->v[i];

		if (one->message >= 0 &&
		    hd_carried(e, one->message, &one->given, &one->given_quote))
			return;
	}
}

void
hd_esc_handoff(const struct hd_escalation *e, struct hd_findings *f)
{
	size_t from = f->n;

	if (!e->escalated)
		return;
	for (int i = 0; i < HD_CONTEXTS; i++)
		if (!in_note(e, i, f) && !in_record(e, i, f) &&
		    !in_ticket(e, i, f))
			not_there(e, i, f);
	repeats(e, f, from);
}
