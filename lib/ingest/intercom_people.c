/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intercom's contacts, teammates and companies. */
#include "ingest/accounts.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/intercom.h"
#include "ingest/parts.h"

static bool
is_type(const struct hd_json *j, const char *type)
{
	return hd_str_eq(hd_json_at(j, "type"), type);
}

/*
 * A contact, or what older versions called users and leads; other helpdesks
 * have users too.
 */
bool
hd_intercom_is_contact(const struct hd_json *j)
{
	bool old = is_type(j, "user") || is_type(j, "lead");

	return hd_json_get(j, "id") != NULL &&
	       (is_type(j, "contact") ||
		   (old && hd_json_get(j, "custom_attributes") != NULL));
}

bool
hd_intercom_is_admin(const struct hd_json *j)
{
	return is_type(j, "admin") && hd_json_get(j, "id") != NULL;
}

bool
hd_intercom_is_company(const struct hd_json *j)
{
	return is_type(j, "company");
}

/* What has no place in the database. */
bool
hd_intercom_is_other(const struct hd_json *j)
{
	return is_type(j, "tag") || is_type(j, "segment");
}

bool
hd_intercom_is_team(const struct hd_json *j)
{
	return is_type(j, "team") && hd_json_get(j, "id") != NULL;
}

int
hd_intercom_team(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return hd_emit_name(in, "group/", j, "name", err);
}

int
hd_intercom_other(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	(void)j;
	(void)err;
	hd_skip(in, HD_REC_PERSON);
	return 0;
}

static int
person(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	r->id = hd_json_at(j, "id");
	return hd_person_emit(in, r, j, err);
}

int
hd_intercom_contact(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *list = hd_json_path(j, "companies.data");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_CUSTOMER);
	if (list == NULL) /* as older versions have it */
		list = hd_json_path(j, "companies.companies");
	if (list != NULL)
		hd_rec_text(&r, HD_PS_ACCOUNT, hd_json_at(list->child, "id"));
	return person(in, &r, j, err);
}

int
hd_intercom_admin(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const char *evidence = NULL;
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	hd_rec_int(&r, HD_PS_ROLE, hd_intercom_role(j, &evidence));
	/* the role of an account is the system's; that it is an AI stands by */
	if (evidence != NULL) {
		hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_SYSTEM);
		hd_rec_text(&r, HD_PS_AI, hd_str(evidence));
	}
	return person(in, &r, j, err);
}

int
hd_intercom_company(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str created = hd_json_at(j, "remote_created_at");
	struct hd_str plan = hd_json_at(j, "plan.name");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_AC_NAME, hd_json_at(j, "name"));
	if (hd_json_at(j, "company_id").n > 0)
		hd_rec_text(&r, HD_AC_EXTERNAL, hd_json_at(j, "company_id"));
	hd_json_domains(in, &r, hd_json_get(j, "website"));
	if (created.p == NULL)
		created = hd_json_at(j, "created_at");
	if ((created.p != NULL &&
		hd_convert_utc(&r, HD_AC_CREATED, created, err) != 0) ||
	    hd_take_version(&r, j, "updated_at", err) != 0 ||
	    hd_emit(in, &r, err) != 0)
		return -1;
	if (plan.p != NULL &&
	    hd_fact(in, r.id, "plan", plan, HD_TIME_NONE, r.ver, err) != 0)
		return -1;
	if (hd_facts_object(in, r.id, j, r.ver, err) != 0)
		return -1;
	return hd_facts_object(
	    in, r.id, hd_json_get(j, "custom_attributes"), r.ver, err);
}
