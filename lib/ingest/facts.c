/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of accounts: see facts.h. */
#include <string.h>

#include "base/num.h"
#include "base/tstamp.h"
#include "ingest/facts.h"
#include "ingest/vendor.h"

enum fact_type {
	TEXT,
	MONEY,
	NUMBER,
	DATE,
	FLAG
};

static const struct {
	const char *header, *name;
	enum fact_type type;
} facts[] = {
	{ "plan", "plan", TEXT },
	{ "tier", "plan", TEXT },
	{ "edition", "plan", TEXT },
	{ "plan_tier", "plan", TEXT },
	{ "account_tier", "plan", TEXT },
	{ "mrr", "mrr", MONEY },
	{ "mrr_amount", "mrr", MONEY },
	{ "monthly_spend", "mrr", MONEY },
	{ "arr", "arr", MONEY },
	{ "arr_amount", "arr", MONEY },
	{ "acv", "arr", MONEY },
	{ "currency", "currency", TEXT },
	{ "health", "health", TEXT },
	{ "health_score", "health", TEXT },
	{ "churn", "churn", NUMBER },
	{ "churn_risk", "churn", NUMBER },
	{ "seats", "seats", NUMBER },
	{ "advocate", "advocate", FLAG },
	{ "renewal", "renewal", DATE },
	{ "renewal_date", "renewal", DATE },
	{ "churned_at", "churned_at", DATE },
	{ "churn_date", "churned_at", DATE },
	{ "churn_reason", "churn_reason", TEXT },
	{ "failure_at", "failure_at", DATE },
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
	char currency[4];
	int64_t v;
	double d;
	bool zoned;

	switch (type) {
	case TEXT:
		return 0;
	case MONEY:
		if (!hd_num_money(s, &v, currency))
			return bad(s, name, err);
		hd_rec_real(r, HD_FA_NUM, (double)v);
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

int
hd_fact(struct hd_ingest *in, struct hd_str account, const char *name,
    struct hd_str text, int64_t since, int64_t ver, struct hd_err *err)
{
	struct hd_rec r;
	size_t i = find(hd_str(name));
	char *low;

	text = hd_str_trim(text);
	if (text.n == 0 || hd_str_eq(text, "-") || i == NFACTS)
		return 0;
	hd_rec_init(&r, HD_REC_FACT);
	r.id = account;
	r.ver = ver;
	hd_rec_text(&r, HD_FA_NAME, hd_str(name));
	if (strcmp(name, "plan") == 0) { /* rules compare in lower case */
		low = hd_arena_memdup(&in->arena, text.p, text.n);
		for (size_t k = 0; k < text.n; k++)
			if (low[k] >= 'A' && low[k] <= 'Z')
				low[k] = (char)(low[k] | 32);
		text.p = low;
	}
	hd_rec_text(&r, HD_FA_VALUE, text);
	if (since != HD_TIME_NONE)
		hd_rec_int(&r, HD_FA_SINCE, since);
	return hd_emit_part(
	    in, &r, number(in, &r, facts[i].type, name, text, err), err);
}

int
hd_facts_object(struct hd_ingest *in, struct hd_str account,
    const struct hd_json *j, int64_t ver, struct hd_err *err)
{
	const char *name;
	struct hd_str s;

	if (j == NULL || j->type != HD_JOBJ)
		return 0;
	for (j = j->child; j != NULL; j = j->next) {
		name = hd_fact_name(j->key);
		s = hd_json_str(j);
		if (name != NULL && s.p != NULL &&
		    hd_fact(in, account, name, s, HD_TIME_NONE, ver, err) != 0)
			return -1;
	}
	return 0;
}
