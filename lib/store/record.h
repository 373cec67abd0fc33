/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RECORD_H
#define HD_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/tstamp.h"
#include "store/columnids.h"

/*
 * The canonical records that importers make of exports and the loader writes:
 * one struct for all kinds, its columns named in tables, so that aliases,
 * mapping files, merging and writing are loops.  All in a record is borrowed.
 */

enum hd_rec_kind {
	HD_REC_TICKET,
	HD_REC_MESSAGE,
	HD_REC_EVENT,
	HD_REC_PERSON,
	HD_REC_ACCOUNT,
	HD_REC_FACT, /* one dated value of an account */
	HD_REC_SURVEY,
	HD_REC_SUGGESTION, /* what an AI drafted, and what was sent */
	HD_REC_LABEL,	   /* what a person says a tag should be */
	HD_REC_SUBSCRIPTION,
	HD_REC_NAME,  /* what the vendor's id of a team, a field means */
	HD_REC_STAGE, /* what a stage of a pipeline means */
	HD_REC_KINDS,
};

/* How a text value of an export becomes this column. */
enum hd_ctype {
	HD_C_TEXT,
	HD_C_INT,
	HD_C_TIME,
	HD_C_SPAN, /* duration, in seconds */
	HD_C_BOOL,
	HD_C_STATUS, /* fills status and status_raw */
	HD_C_CSAT,   /* fills csat, satisfied and csat_raw */
	HD_C_TAGS,   /* JSON array of strings */
	HD_C_JSON,
	HD_C_ROLE,
	HD_C_STATE, /* of the AI: fills ai_state and ai_state_raw */
	HD_C_REAL,
};

enum hd_role {
	HD_ROLE_UNKNOWN,
	HD_ROLE_CUSTOMER,
	HD_ROLE_AI,
	HD_ROLE_AGENT,
	HD_ROLE_SYSTEM,
};

enum hd_cell_type {
	HD_CELL_NONE, /* the record does not say */
	HD_CELL_NULL, /* it says there is none */
	HD_CELL_TEXT,
	HD_CELL_INT,
	HD_CELL_REAL,
};

struct hd_cell {
	enum hd_cell_type type;
	struct hd_str s;
	int64_t i;
	double d;
};

struct hd_rec {
	enum hd_rec_kind kind;
	struct hd_str id;     /* the vendor's id, as text */
	struct hd_str ticket; /* id of the ticket it belongs to */
	/* or its key, SOURCE:ID, or an id that one source alone has */
	struct hd_str key;
	bool known;  /* the ticket must be there; one with a key must always */
	int64_t ver; /* when this version was written, or HD_TIME_NONE */
	/*
	 * Of a ticket: figures that an export keeps beside its record.  They
	 * compete with one another alone, and make no ticket known.
	 */
	bool part;
	uint64_t unread; /* bits of columns whose word nobody knows */
	struct hd_cell v[HD_TK_COUNT]; /* ticket has the most columns */
};

struct hd_column {
	const char *name;
	enum hd_ctype type;
};

/* Columns of a kind, and their number. */
const struct hd_column *hd_rec_columns(enum hd_rec_kind kind, size_t *n);
const char *hd_rec_kind_name(enum hd_rec_kind kind);
/* Messages, events, surveys ...: a record that names its ticket. */
bool hd_rec_of_ticket(enum hd_rec_kind kind);
const char *hd_role_name(enum hd_role role);
/* customer, end-user, user, ai, bot, agent, admin, system ... or unknown. */
enum hd_role hd_role_read(struct hd_str s);

/* An empty record of a kind. */
void hd_rec_init(struct hd_rec *r, enum hd_rec_kind kind);
/* Set a column; text with p NULL leaves it unsaid. */
void hd_rec_text(struct hd_rec *r, int col, struct hd_str s);
void hd_rec_int(struct hd_rec *r, int col, int64_t v);
void hd_rec_real(struct hd_rec *r, int col, double v);
/* The record knows it is empty: a newer one clears what was there. */
void hd_rec_null(struct hd_rec *r, int col);

#endif
