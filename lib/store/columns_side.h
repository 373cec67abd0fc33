/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COLUMNS_SIDE_H
#define HD_COLUMNS_SIDE_H

/* Columns, as in columns.h, of what stands beside tickets and their threads. */

/* score: as the customer gave it; value: 0 worst to 1 best; rated: ai, agent. */
#define HD_SURVEY_COLUMNS(X)            \
	X(AT, "at", TIME)               \
	X(KIND, "kind", TEXT)           \
	X(SCALE, "scale", TEXT)         \
	X(RAW, "raw", TEXT)             \
	X(SCORE, "score", REAL)         \
	X(VALUE, "value", REAL)         \
	X(SATISFIED, "satisfied", BOOL) \
	X(RATED, "rated", TEXT)         \
	X(COMMENT, "comment", TEXT)

#define HD_SUGGESTION_COLUMNS(X)  \
	X(AT, "at", TIME)         \
	X(AUTHOR, "author", TEXT) \
	X(DRAFT, "draft", TEXT)   \
	X(SENT, "sent", TEXT)     \
	X(BASIS, "basis", TEXT)

/* id of the record is the stage's; status: the normalised word. */
#define HD_STAGE_COLUMNS(X)   \
	X(NAME, "name", TEXT) \
	X(STATUS, "status", TEXT)

#define HD_LABEL_COLUMNS(X)             \
	X(DIMENSION, "dimension", TEXT) \
	X(VALUE, "value", TEXT)         \
	X(AUTHOR, "author", TEXT)       \
	X(AT, "at", TIME)

#define HD_SUBSCRIPTION_COLUMNS(X)  \
	X(ACCOUNT, "account", TEXT) \
	X(SINCE, "since", TIME)     \
	X(UNTIL, "until", TIME)     \
	X(PLAN, "plan", TEXT)       \
	X(SEATS, "seats", REAL)     \
	X(MRR, "mrr", INT)          \
	X(ARR, "arr", INT)          \
	X(CURRENCY, "currency", TEXT)

#define HD_NAME_COLUMNS(X) X(NAME, "name", TEXT)

#endif
