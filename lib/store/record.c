/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Canonical records: see record.h. */
#include <string.h>

#include "store/record.h"

#define ROW(id, name, type) { name, HD_C_##type },

static const struct hd_column ticket_cols[] = { HD_TICKET_COLUMNS(ROW) };
static const struct hd_column message_cols[] = { HD_MESSAGE_COLUMNS(ROW) };
static const struct hd_column event_cols[] = { HD_EVENT_COLUMNS(ROW) };
static const struct hd_column person_cols[] = { HD_PERSON_COLUMNS(ROW) };
static const struct hd_column account_cols[] = { HD_ACCOUNT_COLUMNS(ROW) };
static const struct hd_column fact_cols[] = { HD_FACT_COLUMNS(ROW) };

static const struct hd_column survey_cols[] = { HD_SURVEY_COLUMNS(ROW) };
static const struct hd_column suggestion_cols[] = { HD_SUGGESTION_COLUMNS(
    ROW) };
static const struct hd_column label_cols[] = { HD_LABEL_COLUMNS(ROW) };
static const struct hd_column subscription_cols[] = { HD_SUBSCRIPTION_COLUMNS(
    ROW) };
static const struct hd_column name_cols[] = { HD_NAME_COLUMNS(ROW) };
static const struct hd_column stage_cols[] = { HD_STAGE_COLUMNS(ROW) };

static const struct {
	const char *name;
	const struct hd_column *cols;
	size_t n;
	bool of_ticket;
} kinds[HD_REC_KINDS] = {
	{ "ticket", ticket_cols, HD_TK_COUNT, false },
	{ "message", message_cols, HD_MS_COUNT, true },
	{ "event", event_cols, HD_EV_COUNT, true },
	{ "person", person_cols, HD_PS_COUNT, false },
	{ "account", account_cols, HD_AC_COUNT, false },
	{ "account_fact", fact_cols, HD_FA_COUNT, false },
	{ "survey", survey_cols, HD_SU_COUNT, true },
	{ "suggestion", suggestion_cols, HD_SG_COUNT, true },
	{ "label", label_cols, HD_LB_COUNT, true },
	{ "subscription", subscription_cols, HD_SB_COUNT, false },
	{ "name", name_cols, HD_NM_COUNT, false },
	{ "stage", stage_cols, HD_ST_COUNT, false },
};

const struct hd_column *
hd_rec_columns(enum hd_rec_kind kind, size_t *n)
{
	*n = kinds[kind].n;
	return kinds[kind].cols;
}

const char *
hd_rec_kind_name(enum hd_rec_kind kind)
{
	return kinds[kind].name;
}

bool
hd_rec_of_ticket(enum hd_rec_kind kind)
{
	return kinds[kind].of_ticket;
}

const char *
hd_role_name(enum hd_role role)
{
	static const char *const names[] = { "unknown", "customer", "ai",
		"agent", "system" };

	return names[role];
}

enum hd_role
hd_role_read(struct hd_str s)
{
	static const struct {
		const char *word;
		enum hd_role role;
	} words[] = {
		{ "customer", HD_ROLE_CUSTOMER },
		{ "end-user", HD_ROLE_CUSTOMER },
		{ "end_user", HD_ROLE_CUSTOMER },
		{ "user", HD_ROLE_CUSTOMER },
		{ "lead", HD_ROLE_CUSTOMER },
		{ "contact", HD_ROLE_CUSTOMER },
		{ "visitor", HD_ROLE_CUSTOMER },
		{ "requester", HD_ROLE_CUSTOMER },
		{ "ai", HD_ROLE_AI },
		{ "ai_agent", HD_ROLE_AI },
		{ "bot", HD_ROLE_AI },
		{ "assistant", HD_ROLE_AI },
		{ "agent", HD_ROLE_AGENT },
		{ "admin", HD_ROLE_AGENT },
		{ "teammate", HD_ROLE_AGENT },
		{ "human", HD_ROLE_AGENT },
		{ "system", HD_ROLE_SYSTEM },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(s, words[i].word))
			return words[i].role;
	return HD_ROLE_UNKNOWN;
}

void
hd_rec_init(struct hd_rec *r, enum hd_rec_kind kind)
{
	memset(r, 0, sizeof(*r));
	r->kind = kind;
	r->ver = HD_TIME_NONE;
}

void
hd_rec_text(struct hd_rec *r, int col, struct hd_str s)
{
	if (s.p == NULL)
		return;
	r->v[col].type = HD_CELL_TEXT;
	r->v[col].s = s;
}

void
hd_rec_null(struct hd_rec *r, int col)
{
	r->v[col].type = HD_CELL_NULL;
}

void
hd_rec_int(struct hd_rec *r, int col, int64_t v)
{
	r->v[col].type = HD_CELL_INT;
	r->v[col].i = v;
}

void
hd_rec_real(struct hd_rec *r, int col, double v)
{
	r->v[col].type = HD_CELL_REAL;
	r->v[col].d = v;
}
