/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUBJECT_INT_H
#define HD_SUBJECT_INT_H

#include "audit/subject.h"
#include "base/json.h"

/* Shared by subject.c, which takes a thread, and subjval.c, its values. */

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

struct hd_textlist {
	struct hd_str *v;
	size_t n, cap;
};

struct hd_subject {
	const struct hd_ruleset *rs;
	enum hd_origin *from; /* by field */
	size_t *column;	      /* by field, of FROM_COLUMN */
	const char **columns;
	size_t ncolumns;
	struct hd_arena names; /* of the columns */
	struct hd_val *vals;
	const struct hd_thread *th;
	struct hd_arena arena; /* of the ticket at hand */
	struct hd_str text, open_text;
	struct hd_textlist customer, ai, agent, note, tags;
	struct hd_json *custom; /* parsed fields, once a ticket */
	bool custom_read;
	struct hd_str one; /* the text of hd_subject_only() */
	struct hd_buf b;
};

/* The raw texts joined, quotes and all, for text.raw. */
struct hd_str hd_subject_raw(struct hd_subject *s);

#endif
