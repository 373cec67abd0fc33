/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freshdesk's contacts, agents, groups and companies. */
#include "ingest/accounts.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/freshdesk.h"
#include "ingest/parts.h"

static bool
has(const struct hd_json *j, const char *name)
{
	return hd_json_get(j, name) != NULL;
}

bool
hd_freshdesk_is_contact(const struct hd_json *j)
{
	return has(j, "name") && has(j, "email") &&
	       (has(j, "unique_external_id") || has(j, "view_all_tickets") ||
		   has(j, "helpdesk_agent") || has(j, "twitter_id"));
}

bool
hd_freshdesk_is_agent(const struct hd_json *j)
{
	return (has(j, "contact") || has(j, "user")) &&
	       (has(j, "ticket_scope") || has(j, "occasional"));
}

bool
hd_freshdesk_is_group(const struct hd_json *j)
{
	return has(j, "name") && has(j, "escalate_to") &&
	       (has(j, "unassigned_for") || has(j, "business_hour_id") ||
		   has(j, "auto_ticket_assign"));
}

bool
hd_freshdesk_is_company(const struct hd_json *j)
{
	return (has(j, "health_score") && has(j, "renewal_date")) ||
	       (has(j, "domains") && has(j, "name") && has(j, "custom_fields"));
}

int
hd_freshdesk_contact(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str company = hd_json_at(j, "company_id");
	struct hd_rec r;

	if (company.n == 0)
		company = hd_json_at(j, "customer_id");
	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_int(&r, HD_PS_ROLE,
	    hd_json_true(hd_json_get(j, "helpdesk_agent")) ? HD_ROLE_AGENT
							   : HD_ROLE_CUSTOMER);
	if (has(j, "company_id"))
		hd_rec_null(&r, HD_PS_ACCOUNT);
	hd_rec_text(&r, HD_PS_ACCOUNT, company);
	return hd_person_emit(in, &r, j, err);
}

/* A virtual agent says so in its type; its name is looked at later. */
static void
machine(struct hd_rec *r, struct hd_str type)
{
	static const char *const types[] = { "ai_agent", "virtual_agent",
		"bot" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (hd_str_ieq(type, types[i]))
			hd_rec_text(r, HD_PS_AI, hd_str("agent of type ai"));
}

int
hd_freshdesk_agent(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *who = hd_json_get(j, "contact");
	struct hd_str user = hd_json_at(j, "user_id");
	struct hd_rec r;

	if (who == NULL)
		who = hd_json_get(j, "user");
	hd_rec_init(&r, HD_REC_PERSON);
	/* in version 1 tickets name the user, not the agent */
	r.id = user.n > 0 ? user : hd_json_at(j, "id");
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_AGENT);
	machine(&r, hd_json_at(j, "type"));
	return hd_person_emit(in, &r, who, err);
}

int
hd_freshdesk_group(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return hd_emit_name(in, "group/", j, "name", err);
}

int
hd_freshdesk_company(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	hd_json_domains(in, &r, hd_json_get(j, "domains"));
	if (hd_account_emit(in, &r, j, err) != 0 ||
	    hd_facts_object(in, r.id, j, r.ver, err) != 0)
		return -1;
	return hd_facts_object(
	    in, r.id, hd_json_get(j, "custom_fields"), r.ver, err);
}
