/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gorgias's messages and people.  Its AI agent answers as a user of the
 * helpdesk would, so who wrote "from_agent" is told by the person.
 */
#include <string.h>

#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/gorgias.h"
#include "ingest/parts.h"

bool
hd_gorgias_is_message(const struct hd_json *j)
{
	return hd_json_get(j, "from_agent") != NULL &&
	       (hd_json_get(j, "body_html") != NULL ||
		   hd_json_get(j, "body_text") != NULL ||
		   hd_json_get(j, "stripped_text") != NULL);
}

static bool
ends(struct hd_str s, const char *tail)
{
	size_t n = strlen(tail);

	return s.n >= n &&
	       hd_str_ieq((struct hd_str){ s.p + s.n - n, n }, tail);
}

/* The address that Gorgias itself gives its AI agent. */
static const char *
machine(struct hd_str mail)
{
	if (mail.n > 0 && hd_str_starts(mail, "ai-agent@") &&
	    (ends(mail, ".gorgias.io") || ends(mail, ".gorgias.com")))
		return "address of Gorgias's AI agent";
	return NULL;
}

static struct hd_str
full_name(struct hd_ingest *in, const struct hd_json *j)
{
	struct hd_str name = hd_json_at(j, "name");

	return name.n > 0 ? name
			  : hd_full_name(in, hd_json_at(j, "firstname"),
				hd_json_at(j, "lastname"));
}

int
hd_gorgias_person(struct hd_ingest *in, const struct hd_json *j,
    enum hd_role role, struct hd_err *err)
{
	struct hd_author a = { hd_json_at(j, "id"), full_name(in, j),
		hd_json_at(j, "email"), role, NULL };

	if (role == HD_ROLE_AGENT)
		a.ai = machine(a.email);
	return hd_author_emit(in, &a, err);
}

/* What a rule wrote is the system's; the rest depends on the user. */
static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *sender = hd_json_get(j, "sender");
	bool ours = hd_json_true(hd_json_get(j, "from_agent"));

	hd_rec_text(r, HD_MS_AUTHOR, hd_json_at(sender, "id"));
	if (!ours) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	} else if (hd_json_at(j, "rule_id").n > 0) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str("rule_id"));
		return 0;
	}
	return hd_gorgias_person(
	    in, sender, ours ? HD_ROLE_AGENT : HD_ROLE_CUSTOMER, err);
}

static struct hd_str
body(struct hd_ingest *in, const struct hd_json *j)
{
	struct hd_str s = hd_json_at(j, "body_text");

	if (s.n == 0 && hd_json_at(j, "body_html").n > 0)
		s = hd_plain(in, hd_json_at(j, "body_html"));
	return s.n > 0 ? s : hd_json_at(j, "stripped_text");
}

static int
message(struct hd_ingest *in, const struct hd_json *j, struct hd_str ticket,
    struct hd_err *err)
{
	const struct hd_json *public = hd_json_get(j, "public");
	struct hd_rec r;

	/* what could not be sent was said to nobody */
	if (hd_json_at(j, "failed_datetime").n > 0) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	r.ticket = ticket;
	if (hd_take_utc(&r, HD_MS_AT, j, "created_datetime", err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC,
	    (public == NULL || hd_json_true(public)) &&
		!hd_str_eq(hd_json_at(j, "channel"), "internal-note"));
	if (r.v[HD_MS_PUBLIC].i == 0)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, body(in, j));
	if (author(in, &r, j, err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

int
hd_gorgias_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str ticket = hd_json_at(j, "ticket_id");

	if (ticket.n == 0)
		return hd_err_set(err, HD_EDATA, "the message names no ticket");
	return message(in, j, ticket, err);
}

int
hd_gorgias_talk(struct hd_ingest *in, const struct hd_json *ticket,
    struct hd_str id, struct hd_err *err)
{
	const struct hd_json *m = hd_json_get(ticket, "messages");

	if (m == NULL || m->type != HD_JARR)
		return 0;
	for (m = m->child; m != NULL; m = m->next) {
		if (message(in, m, id, err) == 0)
			continue;
		if (err->code != HD_EDATA)
			return -1;
		(void)hd_reject(in, HD_REC_MESSAGE, err);
	}
	return 0;
}

/* Users have a role, customers channels or integrations. */
bool
hd_gorgias_is_person(const struct hd_json *j)
{
	return hd_json_get(j, "created_datetime") != NULL &&
	       hd_json_get(j, "email") != NULL &&
	       hd_json_get(j, "firstname") != NULL;
}

int
hd_gorgias_someone(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *role = hd_json_get(j, "role");
	struct hd_str name = full_name(in, j);
	const char *ai = machine(hd_json_at(j, "email"));
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	if (name.n > 0)
		hd_rec_text(&r, HD_PS_NAME, name);
	hd_rec_text(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	hd_rec_int(
	    &r, HD_PS_ROLE, role != NULL ? HD_ROLE_AGENT : HD_ROLE_CUSTOMER);
	if (role != NULL)
		hd_rec_text(&r, HD_PS_AI, hd_str(ai));
	if (hd_take_version(&r, j, "updated_datetime", err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

/* Tags and teams: their names have no place of their own. */
bool
hd_gorgias_is_other(const struct hd_json *j)
{
	return hd_json_get(j, "decoration") != NULL &&
	       hd_json_get(j, "name") != NULL;
}

int
hd_gorgias_other(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	(void)j;
	(void)err;
	hd_skip(in, HD_REC_PERSON);
	return 0;
}
