/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of accounts: see facts.h. */
#include <string.h>

#include "base/num.h"
#include "base/tstamp.h"
#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/money.h"
#include "ingest/vendor.h"

enum fact_type {
	TEXT,
	MONEY,
	SCORE,
	NUMBER,
	DATE,
	FLAG
};

static const struct {
	const char *header, *name;
	enum fact_type type;
	bool of_churn;
} facts[] = {
	{ "plan", "plan", TEXT, false },
	{ "plan_name", "plan", TEXT, false },
	{ "tier", "plan", TEXT, false },
	{ "edition", "plan", TEXT, false },
	{ "plan_tier", "plan", TEXT, false },
	{ "account_tier", "plan", TEXT, false },
	{ "subscription_plan", "plan", TEXT, false },
	{ "mrr", "mrr", MONEY, false },
	{ "mrr_amount", "mrr", MONEY, false },
	{ "monthly_spend", "mrr", MONEY, false },
	{ "monthly_recurring_revenue", "mrr", MONEY, false },
	{ "arr", "arr", MONEY, false },
	{ "arr_amount", "arr", MONEY, false },
	{ "acv", "arr", MONEY, false },
	{ "annual_recurring_revenue", "arr", MONEY, false },
	{ "currency", "currency", TEXT, false },
	{ "currencyisocode", "currency", TEXT, false },
	{ "health", "health", SCORE, false },
	{ "health_score", "health", SCORE, false },
	{ "account_health", "health", SCORE, false },
	{ "churn", "churn", NUMBER, false },
	{ "churn_risk", "churn", NUMBER, false },
	{ "seats", "seats", NUMBER, false },
	{ "licenses", "seats", NUMBER, false },
	{ "advocate", "advocate", FLAG, false },
	{ "renewal", "renewal", DATE, false },
	{ "renewal_date", "renewal", DATE, false },
	{ "churned", "churned", FLAG, true },
	{ "churned_at", "churned_at", DATE, true },
	{ "churn_date", "churned_at", DATE, true },
	{ "churn_reason", "churn_reason", TEXT, true },
	{ "reason_code", "churn_reason", TEXT, true },
	{ "churn_note", "churn_note", TEXT, true },
	{ "feedback_text", "churn_note", TEXT, true },
	{ "reactivation", "reactivation", FLAG, true },
	{ "is_reactivation", "reactivation", FLAG, true },
	{ "failure_at", "failure_at", DATE, false },
	/* what the customer earns, not what it pays: nothing reads it */
	{ "customer_revenue", "customer_revenue", TEXT, false },
	{ "annualrevenue", "customer_revenue", TEXT, false },
	{ "annual_revenue", "customer_revenue", TEXT, false },
};

#define NFACTS (sizeof(facts) / sizeof(facts[0]))

/* "Renewal Date" is renewal_date. */
static bool
same_name(struct hd_str s, const char *name)
{
	size_t i;

	s = hd_str_trim(s);
	for (i = 0; i < s.n && name[i] != '\0'; i++)
		if ((s.p[i] == ' ' ? '_' : s.p[i] | 32) !=
			(name[i] == '_' ? '_' : name[i] | 32) &&
		    s.p[i] != name[i])
			return false;
	return i == s.n && name[i] == '\0';
}

static size_t
find(struct hd_str header)
{
	size_t i;

	/* custom fields: Salesforce's Plan__c, Freshdesk's cf_plan */
	header = hd_str_trim(header);
	if (header.n > 3 && memcmp(header.p + header.n - 3, "__c", 3) == 0)
		header.n -= 3;
	if (header.n > 3 && hd_str_starts(header, "cf_"))
		header = (struct hd_str){ header.p + 3, header.n - 3 };
	for (i = 0; i < NFACTS; i++)
		if (same_name(header, facts[i].header))
			break;
	return i;
}

const char *
hd_fact_name(struct hd_str header)
{
	size_t i = find(header);

	return i < NFACTS ? facts[i].name : NULL;
}

static int
bad(struct hd_str s, const char *name, struct hd_err *err)
{
	return hd_err_set(err, HD_EDATA, "bad %s '%.*s'", name,
	    (int)(s.n < 60 ? s.n : 60), s.p);
}

/* The text as the fact's number, in r. */
static int
number(struct hd_ingest *in, struct hd_rec *r, enum fact_type type,
    const char *name, struct hd_str s, struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { in->o->tz != NULL ? in->o->tz : &utc,
		hd_order(in) };
	int64_t v;
	double d;
	bool zoned;

	switch (type) {
	case TEXT:
		return 0;
	case MONEY: /* see amount() */
		return 0;
	case SCORE: /* red, amber, green or 0 to 100 */
		if (hd_num_real(s, &d))
			hd_rec_real(r, HD_FA_NUM, d);
		return 0;
	case NUMBER:
		if (!hd_num_real(s, &d))
			return bad(s, name, err);
		hd_rec_real(r, HD_FA_NUM, d);
		return 0;
	case DATE:
		if (hd_time_parse(s, &opt, &v, &zoned, err) != 0)
			return -1;
		hd_rec_real(r, HD_FA_NUM, (double)v);
		return 0;
	case FLAG:
		hd_rec_real(r, HD_FA_NUM,
		    hd_str_ieq(s, "true") || hd_str_ieq(s, "yes") ||
			hd_str_eq(s, "1"));
		return 0;
	}
	return 0;
}

struct hd_str
hd_fact_lower(struct hd_ingest *in, struct hd_str text)
{
	char *low = hd_arena_memdup(&in->arena, text.p, text.n);

	for (size_t k = 0; k < text.n; k++)
		if (low[k] >= 'A' && low[k] <= 'Z')
			low[k] = (char)(low[k] | 32);
	return (struct hd_str){ low, text.n };
}

int
hd_churn_date(struct hd_ingest *in, struct hd_factset *set, struct hd_str text,
    struct hd_err *err)
{
	struct hd_rec r;

	text = hd_str_trim(text);
	if (text.n == 0)
		return 0;
	hd_rec_init(&r, HD_REC_ACCOUNT);
	if (hd_convert(in, &r, HD_AC_CREATED, 0, text, err) != 0)
		return -1;
	if (r.v[HD_AC_CREATED].type == HD_CELL_INT)
		set->churned = r.v[HD_AC_CREATED].i;
	return 0;
}

/* From when on it holds: a churn from its day, the rest as the record says. */
static int64_t
holds_from(const struct hd_ingest *in, const struct hd_factset *set, size_t i)
{
	if (facts[i].of_churn && set->churned != HD_TIME_NONE)
		return set->churned;
	return set->since != HD_TIME_NONE || in->o->as_of == NULL
		   ? set->since
		   : *in->o->as_of;
}

static int
currency_fact(struct hd_ingest *in, const struct hd_factset *set,
    struct hd_str code, int64_t since, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_FACT);
	r.id = set->account;
	r.ver = set->ver;
	hd_rec_text(&r, HD_FA_NAME, hd_str("currency"));
	hd_rec_text(&r, HD_FA_VALUE, code);
	if (since != HD_TIME_NONE)
		hd_rec_int(&r, HD_FA_SINCE, since);
	return hd_emit(in, &r, err);
}

/*
 * An amount, as cents of the one currency of the database.  A record that
 * names its currency says so in a fact of its own.
 */
static int
amount(struct hd_ingest *in, const struct hd_factset *set, struct hd_rec *r,
    size_t i, struct hd_str text, struct hd_err *err)
{
	int64_t cents, since = holds_from(in, set, i);
	char code[4], sign[4];

	if (hd_money(in, facts[i].name, text, set->currency, since, &cents,
		code, err) != 0)
		return -1;
	hd_rec_real(r, HD_FA_NUM, (double)cents);
	(void)hd_num_money(text, &cents, sign);
	if (sign[0] == '\0' || set->currency.p != NULL)
		return 0;
	return currency_fact(in, set,
	    (struct hd_str){ hd_arena_memdup(&in->arena, code, 3), 3 }, since,
	    err);
}

int
hd_fact_of(struct hd_ingest *in, const struct hd_factset *set, const char *name,
    struct hd_str text, struct hd_err *err)
{
	struct hd_rec r;
	size_t i = find(hd_str(name));
	int64_t since;
	int bad;

	text = hd_str_trim(text);
	if (text.n == 0 || hd_str_eq(text, "-") || i == NFACTS)
		return 0;
	hd_rec_init(&r, HD_REC_FACT);
	r.id = set->account;
	r.ver = set->ver;
	hd_rec_text(&r, HD_FA_NAME, hd_str(name));
	if (strcmp(name, "plan") == 0)
		text = hd_fact_lower(in, text);
	if (strcmp(name, "currency") == 0 && in->o->fx != NULL)
		text = hd_str(in->o->fx->base); /* what the amounts are in */
	hd_rec_text(&r, HD_FA_VALUE, text);
	since = holds_from(in, set, i);
	if (since != HD_TIME_NONE)
		hd_rec_int(&r, HD_FA_SINCE, since);
	bad = facts[i].type == MONEY
		  ? amount(in, set, &r, i, text, err)
		  : number(in, &r, facts[i].type, name, text, err);
	return hd_emit_part(in, &r, bad, err);
}

int
hd_fact(struct hd_ingest *in, struct hd_str account, const char *name,
    struct hd_str text, int64_t since, int64_t ver, struct hd_err *err)
{
	const struct hd_factset set = { account, since, ver, { NULL, 0 },
		HD_TIME_NONE };

	return hd_fact_of(in, &set, name, text, err);
}

int
hd_facts_object(struct hd_ingest *in, struct hd_str account,
    const struct hd_json *j, int64_t ver, struct hd_err *err)
{
	struct hd_factset set = { account, HD_TIME_NONE, ver, { NULL, 0 },
		HD_TIME_NONE };
	const struct hd_json *m;
	const char *name;
	struct hd_str s;

	if (j == NULL || j->type != HD_JOBJ)
		return 0;
	for (m = j->child; m != NULL; m = m->next) {
		name = hd_fact_name(m->key);
		if (name != NULL && strcmp(name, "currency") == 0)
			set.currency = hd_json_str(m);
		if (name != NULL && strcmp(name, "churned_at") == 0 &&
		    hd_json_str(m).p != NULL &&
		    hd_churn_date(in, &set, hd_json_str(m), err) != 0)
			return -1;
	}
	for (m = j->child; m != NULL; m = m->next) {
		name = hd_fact_name(m->key);
		s = hd_json_str(m);
		if (name != NULL && s.p != NULL &&
		    hd_fact_of(in, &set, name, s, err) != 0)
			return -1;
	}
	return 0;
}
