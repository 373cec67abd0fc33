/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COLUMNS_H
#define HD_COLUMNS_H

/* The columns of each kind of record: name in C, name in SQL, type. */

#define HD_TICKET_COLUMNS(X)                  \
	X(CREATED, "created", TIME)           \
	X(UPDATED, "updated", TIME)           \
	X(FIRST_SOLVED, "first_solved", TIME) \
	X(SOLVED, "solved", TIME)             \
	X(CLOSED, "closed", TIME)             \
	X(STATUS, "status", STATUS)           \
	X(STATUS_RAW, "status_raw", TEXT)     \
	X(CHANNEL, "channel", TEXT)           \
	X(TEAM, "team", TEXT)                 \
	X(ASSIGNEE, "assignee", TEXT)         \
	X(CATEGORY, "category", TEXT)         \
	X(PRIORITY, "priority", TEXT)         \
	X(REQUESTER, "requester", TEXT)       \
	X(ACCOUNT, "account", TEXT)           \
	X(BRAND, "brand", TEXT)               \
	X(FORM, "form", TEXT)                 \
	X(LANGUAGE, "language", TEXT)         \
	X(PAGE, "page", TEXT)                 \
	X(ACTION, "action", TEXT)             \
	X(ORIGIN, "origin", TEXT)             \
	X(LINK, "link", TEXT)                 \
	X(CSAT, "csat", CSAT)                 \
	X(SATISFIED, "satisfied", BOOL)       \
	X(CSAT_RAW, "csat_raw", TEXT)         \
	X(CSAT_AT, "csat_at", TIME)           \
	X(AI_STATE, "ai_state", STATE)        \
	X(AI_STATE_RAW, "ai_state_raw", TEXT) \
	X(FIRST_REPLY, "first_reply_s", SPAN) \
	X(RESOLUTION, "resolution_s", SPAN)   \
	X(HANDLE, "handle_s", SPAN)           \
	X(REPLIES, "replies", INT)            \
	X(REOPENS, "reopens", INT)            \
	X(TRANSFERS, "transfers", INT)        \
	X(MARK, "mark", TEXT)                 \
	X(SUBJECT, "subject", TEXT)           \
	X(TAGS, "tags", TAGS)                 \
	X(FIELDS, "fields", JSON)

#define HD_MESSAGE_COLUMNS(X)         \
	X(AT, "at", TIME)             \
	X(SEQ, "seq", INT)            \
	X(SAID, "said", ROLE)         \
	X(PUBLIC, "public", BOOL)     \
	X(KIND, "kind", TEXT)         \
	X(AUTHOR, "author", TEXT)     \
	X(EVIDENCE, "evidence", TEXT) \
	X(EMPTY, "empty", BOOL)       \
	X(BODY, "body", TEXT)

#define HD_EVENT_COLUMNS(X)     \
	X(AT, "at", TIME)       \
	X(ACTOR, "actor", TEXT) \
	X(ROLE, "role", ROLE)   \
	X(FIELD, "field", TEXT) \
	X(OLD, "old", TEXT)     \
	X(NEW, "new", TEXT)

#define HD_PERSON_COLUMNS(X)        \
	X(NAME, "name", TEXT)       \
	X(EMAIL, "email", TEXT)     \
	X(ROLE, "role", ROLE)       \
	X(ACCOUNT, "account", TEXT) \
	X(AI, "ai", TEXT)

#define HD_ACCOUNT_COLUMNS(X)         \
	X(NAME, "name", TEXT)         \
	X(CREATED, "created", TIME)   \
	X(EXTERNAL, "external", TEXT) \
	X(DOMAINS, "domains", TAGS)

/* name is the fact's name; id of the record is the account's. */
#define HD_FACT_COLUMNS(X)      \
	X(NAME, "name", TEXT)   \
	X(SINCE, "since", TIME) \
	X(VALUE, "value", TEXT) \
	X(NUM, "num", REAL)

#endif
