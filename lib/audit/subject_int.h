/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUBJECT_INT_H
#define HD_SUBJECT_INT_H

#include "audit/subject.h"
#include "base/json.h"

/*
 * Shared by subject.c, which takes a thread, subjval.c, its values, and
 * subjreply.c, those in the middle of the talk.
 */

/* Where the value of a field comes from. */
enum hd_origin {
	FROM_NOWHERE,
	FROM_TEXT,
	FROM_RAW,
	FROM_SUBJECT,
	FROM_FIRST,
	FROM_LAST,
	FROM_MESSAGE,
	FROM_AI,
	FROM_AI_HANDOFF,
	FROM_AGENT,
	FROM_AGENT_FIRST,
	FROM_NOTE,
	FROM_ANSWER,
	FROM_PAGE,
	FROM_ACTION,
	FROM_TAGS,
	FROM_CUSTOM, /* ticket.field("NAME") */
	FROM_HANDOFF,
	FROM_PATH,
	FROM_LANGUAGE,
	FROM_CLUSTER_SIZE, /* in the order of enum hd_cluster_fact */
	FROM_CLUSTER_SHARE,
	FROM_CLUSTER_DURABLE,
	FROM_COLUMN,
};

/* What is counted while the talk goes on, of the columns. */
enum hd_counted {
	COUNTED_NOT,
	COUNTED_MESSAGES,
	COUNTED_CUSTOMER,
	COUNTED_AI,
	COUNTED_AGENT,
	COUNTED_FIRST_REPLY,
};

struct hd_textlist {
	struct hd_str *v;
	size_t n, cap;
};

struct hd_subject {
	const struct hd_ruleset *rs;
	enum hd_origin *from; /* by field */
	enum hd_counted *counted;
	size_t *column; /* by field, of FROM_COLUMN */
	const char **columns;
	size_t ncolumns;
	struct hd_arena names; /* of the columns */
	struct hd_val *vals;
	const struct hd_thread *th;
	struct hd_arena arena; /* of the ticket at hand */
	struct hd_str text;
	struct hd_textlist customer, ai, agent, note, tags;
	struct hd_json *custom; /* parsed fields, once a ticket */
	bool custom_read;
	/* the texts of hd_subject_only() and hd_subject_also() */
	struct hd_str aside[HD_SUBJECT_ASIDE];
	size_t naside;
	struct hd_buf b;
};

/* The raw texts of the first n messages joined, quotes and all. */
struct hd_str hd_subject_raw(struct hd_subject *s, size_t n);
/* Subject and the first n customer messages, a line feed between. */
struct hd_str hd_subject_joined(const struct hd_subject *s, size_t n);
/* Which texts a message belongs to, NULL: none. */
struct hd_textlist *hd_subject_list(
    struct hd_subject *s, const struct hd_message *m);

/* Values; a text or list of nothing is unset. */
struct hd_val hd_subject_textval(struct hd_str s);
struct hd_val hd_subject_listval(const struct hd_textlist *l, size_t max);
struct hd_val hd_subject_numval(double d);
/* Texts of the first n customer messages, and what arrival knows. */
struct hd_val hd_subject_arrival(struct hd_subject *s, size_t field, size_t n);

#endif
