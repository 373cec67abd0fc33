/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts of CRMs and spreadsheets: see accounts.h. */
#include <string.h>

#include "base/num.h"
#include "ingest/accounts.h"
#include "ingest/alias.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/money.h"
#include "ingest/vendor.h"

static const struct {
	const char *name;
	enum hd_rec_kind kind;
	int col;
} names[] = {
	{ "customer id", HD_REC_ACCOUNT, HD_T_ID },
	{ "record id", HD_REC_ACCOUNT, HD_T_ID },
	{ "hs object id", HD_REC_ACCOUNT, HD_T_ID },
	{ "company", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "account", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "customer", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "customer name", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "client", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "organization", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "organization name", HD_REC_ACCOUNT, HD_AC_NAME },
	{ "createddate", HD_REC_ACCOUNT, HD_AC_CREATED },
	{ "create date", HD_REC_ACCOUNT, HD_AC_CREATED },
	{ "createdate", HD_REC_ACCOUNT, HD_AC_CREATED },
	{ "start date", HD_REC_ACCOUNT, HD_AC_CREATED },
	{ "customer since", HD_REC_ACCOUNT, HD_AC_CREATED },
	{ "external id", HD_REC_ACCOUNT, HD_AC_EXTERNAL },
	{ "crm id", HD_REC_ACCOUNT, HD_AC_EXTERNAL },
	{ "salesforce id", HD_REC_ACCOUNT, HD_AC_EXTERNAL },
	{ "domain", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "domains", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "domain names", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "company domain name", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "website", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "website url", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "as of", HD_REC_ACCOUNT, HD_T_SINCE },
	{ "snapshot date", HD_REC_ACCOUNT, HD_T_SINCE },
	{ "subscription id", HD_REC_SUBSCRIPTION, HD_T_ID },
	{ "id", HD_REC_SUBSCRIPTION, HD_T_ID },
	{ "account id", HD_REC_SUBSCRIPTION, HD_SB_ACCOUNT },
	{ "customer id", HD_REC_SUBSCRIPTION, HD_SB_ACCOUNT },
	{ "company id", HD_REC_SUBSCRIPTION, HD_SB_ACCOUNT },
	{ "account", HD_REC_SUBSCRIPTION, HD_SB_ACCOUNT },
	{ "customer", HD_REC_SUBSCRIPTION, HD_SB_ACCOUNT },
	{ "company", HD_REC_SUBSCRIPTION, HD_SB_ACCOUNT },
	{ "start date", HD_REC_SUBSCRIPTION, HD_SB_SINCE },
	{ "started at", HD_REC_SUBSCRIPTION, HD_SB_SINCE },
	{ "end date", HD_REC_SUBSCRIPTION, HD_SB_UNTIL },
	{ "ended at", HD_REC_SUBSCRIPTION, HD_SB_UNTIL },
	{ "updated at", HD_REC_SUBSCRIPTION, HD_T_VERSION },
	{ "updated at", HD_REC_ACCOUNT, HD_T_VERSION },
	{ "systemmodstamp", HD_REC_ACCOUNT, HD_T_VERSION },
	{ "lastmodifieddate", HD_REC_ACCOUNT, HD_T_VERSION },
	{ "last modified date", HD_REC_ACCOUNT, HD_T_VERSION },
	{ "hs lastmodifieddate", HD_REC_ACCOUNT, HD_T_VERSION },
};

bool
hd_account_target(
    struct hd_str name, enum hd_rec_kind kind, struct hd_target *t)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (names[i].kind == kind && hd_str_eq(name, names[i].name)) {
			/* behind all aliases, in this order */
			*t = (struct hd_target){ names[i].col, 1000 + (int)i, 0,
				NULL };
			return true;
		}
	return false;
}

static bool
any(const struct hd_str *cols, size_t n, const char *const *list)
{
	for (; *list != NULL; list++)
		if (hd_alias_in(cols, n, *list))
			return true;
	return false;
}

/* Has it a column with a fact of one of these names? */
static bool
says(const struct hd_str *cols, size_t n, const char *const *facts)
{
	const char *fact;

	for (size_t i = 0; i < n; i++) {
		fact = hd_fact_name(cols[i]);
		for (const char *const *f = facts; fact != NULL && *f != NULL;
		     f++)
			if (strcmp(fact, *f) == 0)
				return true;
	}
	return false;
}

enum hd_rec_kind
hd_account_table(const struct hd_str *cols, size_t n)
{
	static const char *const of_tickets[] = { "subject", "ticket id",
		"ticket", "ticket number", "ticket name", "conversation id",
		"case number", "casenumber", "issue key", NULL };
	static const char *const ids[] = { "account id", "customer id",
		"company id", "account", "customer", "company", NULL };
	static const char *const whose[] = { "company", "account", "customer",
		"customer name", "client", "organization", "company name",
		"account name", "account id", "customer id", NULL };
	static const char *const crm[] = { "annualrevenue", "numberofemployees",
		"billingcity", "company domain name", "domain names", "domains",
		"website", NULL };
	static const char *const sites[] = { "company domain name", "record id",
		NULL };
	static const char *const starts[] = { "start date", "started at",
		NULL };
	static const char *const ends[] = { "end date", "ended at", NULL };
	static const char *const money[] = { "mrr", "arr", NULL };
	static const char *const plan[] = { "plan", "health", "renewal",
		"churned_at", NULL };

	if (any(cols, n, of_tickets))
		return HD_REC_KINDS;
	if (any(cols, n, ids) && any(cols, n, starts) &&
	    (hd_alias_in(cols, n, "subscription id") || any(cols, n, ends)) &&
	    says(cols, n, money))
		return HD_REC_SUBSCRIPTION;
	if (any(cols, n, whose) && says(cols, n, money))
		return HD_REC_ACCOUNT;
	if (hd_alias_in(cols, n, "status") || hd_alias_in(cols, n, "email"))
		return HD_REC_KINDS;
	if ((any(cols, n, whose) && says(cols, n, plan)) ||
	    (hd_alias_in(cols, n, "name") && any(cols, n, crm)) ||
	    (hd_alias_in(cols, n, "company name") && any(cols, n, sites)))
		return HD_REC_ACCOUNT;
	return HD_REC_KINDS;
}

struct hd_str
hd_crm_id(struct hd_str id)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
	unsigned bits;
	char c;

	if (id.n != 18)
		return id;
	for (size_t block = 0; block < 3; block++) {
		bits = 0;
		for (size_t i = 0; i < 5; i++) {
			c = id.p[block * 5 + i];
			if (!((c >= '0' && c <= '9') ||
				((c | 32) >= 'a' && (c | 32) <= 'z')))
				return id;
			bits |= (unsigned)(c >= 'A' && c <= 'Z') << i;
		}
		if (id.p[15 + block] != digits[bits])
			return id;
	}
	return (struct hd_str){ id.p, 15 };
}

/* "https://www.Acme.example/en" is acme.example; false for free mail. */
static bool
domain(struct hd_ingest *in, struct hd_str s, struct hd_str *out)
{
	const char *scheme = hd_str_find(s, "://");
	char *p;

	if (scheme != NULL) {
		s.n -= (size_t)(scheme + 3 - s.p);
		s.p = scheme + 3;
	}
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '/' || s.p[i] == '?' || s.p[i] == ':')
			s.n = i;
	if (s.n > 4 && hd_str_ieq((struct hd_str){ s.p, 4 }, "www."))
		s = (struct hd_str){ s.p + 4, s.n - 4 };
	if (s.n == 0 || memchr(s.p, '.', s.n) == NULL || hd_free_mail(s))
		return false;
	p = hd_arena_memdup(&in->arena, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] | 32);
	*out = (struct hd_str){ p, s.n };
	return true;
}

void
hd_take_domains(struct hd_ingest *in, struct hd_rec *r, struct hd_str text)
{
	struct hd_str one, d;
	size_t n = 0, end;

	hd_jgen_arr(&in->gen);
	while (text.n > 0) {
		for (end = 0;
		     end < text.n && memchr(" ,;\t\n", text.p[end], 5) == NULL;
		     end++)
			;
		one = (struct hd_str){ text.p, end };
		if (domain(in, one, &d)) {
			hd_jgen_str(&in->gen, d);
			n++;
		}
		end += end < text.n;
		text = (struct hd_str){ text.p + end, text.n - end };
	}
	hd_jgen_endarr(&in->gen);
	hd_buf_reset(&in->text);
	if (n > 0)
		hd_keep_json(in, r, HD_AC_DOMAINS);
	else
		hd_jgen_take(&in->gen, &in->text);
}

void
hd_json_domains(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	struct hd_buf b = HD_BUF_INIT;

	if (j != NULL && j->type == HD_JARR)
		for (j = j->child; j != NULL; j = j->next)
			hd_buf_addf(&b, "%.*s ", (int)hd_json_str(j).n,
			    hd_json_str(j).p != NULL ? hd_json_str(j).p : "");
	else if (j != NULL && hd_json_str(j).p != NULL)
		hd_buf_add(&b, hd_json_str(j).p, hd_json_str(j).n);
	hd_take_domains(in, r, hd_buf_str(&b));
	hd_buf_release(&b);
}

int
hd_account_finish(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;

	if (row->domains.n > 0)
		hd_take_domains(row->in, r, row->domains);
	if (r->id.p == NULL && r->v[HD_AC_NAME].type == HD_CELL_TEXT)
		r->id = r->v[HD_AC_NAME].s;
	if (r->id.p == NULL)
		r->id = row->domains;
	if (r->id.p == NULL)
		return hd_err_set(err, HD_EDATA, "no id");
	return 0;
}

/* Of what a subscription pays, both amounts follow from one. */
static int
amounts(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;
	struct hd_str given = hd_row_currency(row);
	const char *fact;
	char currency[4];
	int64_t cents;
	double d;

	for (size_t i = 0; i < row->n; i++) {
		fact = row->others[i].t.fact;
		if (fact == NULL)
			continue;
		if (strcmp(fact, "mrr") == 0 || strcmp(fact, "arr") == 0) {
			if (hd_money(row->in, fact, row->others[i].text, given,
				r->v[HD_SB_SINCE].i, &cents, currency,
				err) != 0)
				return -1;
			hd_rec_int(
			    r, fact[0] == 'm' ? HD_SB_MRR : HD_SB_ARR, cents);
			if (currency[0] != '\0')
				hd_rec_text(r, HD_SB_CURRENCY,
				    (struct hd_str){
					hd_arena_memdup(
					    &row->in->arena, currency, 3),
					3 });
		} else if (strcmp(fact, "seats") == 0) {
			if (!hd_num_real(row->others[i].text, &d))
				return hd_err_set(err, HD_EDATA, "bad seats");
			hd_rec_real(r, HD_SB_SEATS, d);
		} else if (strcmp(fact, "plan") == 0 &&
			   r->v[HD_SB_PLAN].type == HD_CELL_NONE) {
			hd_rec_text(r, HD_SB_PLAN,
			    hd_fact_lower(row->in, row->others[i].text));
		}
	}
	if (r->v[HD_SB_MRR].type == HD_CELL_NONE &&
	    r->v[HD_SB_ARR].type == HD_CELL_INT)
		hd_rec_int(r, HD_SB_MRR, r->v[HD_SB_ARR].i / 12);
	if (r->v[HD_SB_ARR].type == HD_CELL_NONE &&
	    r->v[HD_SB_MRR].type == HD_CELL_INT)
		hd_rec_int(r, HD_SB_ARR, r->v[HD_SB_MRR].i * 12);
	return 0;
}

int
hd_subscription_emit(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;
	struct hd_buf id = HD_BUF_INIT;

	if (r->v[HD_SB_ACCOUNT].type != HD_CELL_TEXT)
		return hd_err_set(err, HD_EDATA, "no account");
	if (r->v[HD_SB_SINCE].type != HD_CELL_INT)
		return hd_err_set(err, HD_EDATA, "no start date");
	if (r->id.p == NULL) { /* one an account and day, then */
		hd_buf_addf(&id, "%.*s@%lld", (int)r->v[HD_SB_ACCOUNT].s.n,
		    r->v[HD_SB_ACCOUNT].s.p, (long long)r->v[HD_SB_SINCE].i);
		r->id = (struct hd_str){
			hd_arena_memdup(&row->in->arena, id.s, id.n), id.n
		};
		hd_buf_release(&id);
	}
	return amounts(row, err) != 0 ? -1 : hd_emit(row->in, r, err);
}

int
hd_account_emit(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	hd_rec_text(r, HD_AC_NAME, hd_json_at(j, "name"));
	if (hd_take_version(r, j, "updated_at", err) != 0 ||
	    hd_take_utc(r, HD_AC_CREATED, j, "created_at", err) != 0)
		return -1;
	return hd_emit(in, r, err);
}
