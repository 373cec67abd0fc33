/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Accounts as a CRM gives them over its API: Salesforce's.  Tables of accounts
 * are told by their header lines (accounts.c).
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

static const struct hd_rectype salesforce[] = {
	{ "account", HD_REC_ACCOUNT, is_salesforce, map_salesforce },
	{ NULL, HD_REC_ACCOUNT, NULL, NULL },
};

const struct hd_vendor hd_salesforce = { "salesforce", salesforce };
