/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zendesk's users and organizations. */
#include "ingest/accounts.h"
#include "ingest/author.h"
#include "ingest/facts.h"
#include "ingest/zendesk_int.h"

bool
hd_zd_is_user(const struct hd_json *j)
{
	struct hd_str role = hd_json_at(j, "role");

	return hd_zd_url_has(j, "/api/v2/users/") ||
	       (hd_json_get(j, "name") != NULL &&
		   (hd_str_eq(role, "end-user") || hd_str_eq(role, "agent") ||
		       hd_str_eq(role, "admin")));
}

bool
hd_zd_is_organization(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/organizations/") ||
	       hd_json_get(j, "organization_fields") != NULL;
}

/* Light agents and contributors have role agent too, and are people. */
int
hd_zd_user(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;
	struct hd_str role = hd_json_at(j, "role");

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	if (hd_json_get(j, "organization_id") != NULL)
		hd_rec_null(&r, HD_PS_ACCOUNT);
	hd_rec_text(&r, HD_PS_ACCOUNT, hd_json_at(j, "organization_id"));
	hd_rec_int(&r, HD_PS_ROLE,
	    hd_str_eq(role, "end-user") ? HD_ROLE_CUSTOMER : HD_ROLE_AGENT);
	if (hd_zd_source(in, j, err) != 0)
		return -1;
	return hd_person_emit(in, &r, j, err);
}

int
hd_zd_organization(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	if (hd_json_at(j, "external_id").n > 0)
		hd_rec_text(&r, HD_AC_EXTERNAL, hd_json_at(j, "external_id"));
	hd_json_domains(in, &r, hd_json_get(j, "domain_names"));
	if (hd_zd_source(in, j, err) != 0 ||
	    hd_account_emit(in, &r, j, err) != 0)
		return -1;
	return hd_facts_object(
	    in, r.id, hd_json_get(j, "organization_fields"), r.ver, err);
}
