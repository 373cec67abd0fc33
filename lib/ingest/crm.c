/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Accounts as CRMs give them over their APIs: Salesforce's Account, HubSpot's
 * company.  Their tables are told by their header lines (accounts.c).
 */
#include "ingest/accounts.h"
#include "ingest/generic.h"

static bool
is_salesforce(const struct hd_json *j)
{
	struct hd_str id = hd_json_at(j, "Id");

	return hd_str_eq(hd_json_at(j, "attributes.type"), "Account") ||
	       (hd_json_get(j, "Name") != NULL && id.n >= 15 &&
		   hd_str_starts(id, "001"));
}

static int
map_salesforce(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return hd_map_members(
	    in, j, HD_REC_ACCOUNT, (struct hd_str){ NULL, 0 }, err);
}

/* Of HubSpot's objects with properties the one that has a domain or a name. */
static bool
is_company(const struct hd_json *j)
{
	const struct hd_json *p = hd_json_get(j, "properties");

	return p != NULL && p->type == HD_JOBJ &&
	       hd_json_get(p, "hs_pipeline_stage") == NULL &&
	       hd_json_get(p, "name") != NULL &&
	       (hd_json_get(p, "domain") != NULL ||
		   hd_json_get(p, "annualrevenue") != NULL);
}

static int
map_company(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *p = hd_json_get(j, "properties");

	if (p == NULL)
		return hd_err_set(err, HD_EDATA, "no properties");
	return hd_map_members(in, p, HD_REC_ACCOUNT, hd_json_at(j, "id"), err);
}

static const struct hd_rectype salesforce[] = {
	{ "account", HD_REC_ACCOUNT, is_salesforce, map_salesforce },
	{ NULL, HD_REC_ACCOUNT, NULL, NULL },
};

static const struct hd_rectype hubspot[] = {
	{ "company", HD_REC_ACCOUNT, is_company, map_company },
	{ NULL, HD_REC_ACCOUNT, NULL, NULL },
};

const struct hd_vendor hd_salesforce = { "salesforce", salesforce };
const struct hd_vendor hd_hubspot_crm = { "hubspot", hubspot };
