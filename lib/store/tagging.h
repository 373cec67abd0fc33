/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGGING_H
#define HD_TAGGING_H

#include "store/answer.h"

/*
 * Rule sets and the tags they gave, as stored.  Nothing here knows what a rule
 * is: files are bytes, values are words.
 */

/* The one-dimensions that have columns of their own. */
enum hd_core {
	HD_CORE_COMPLEXITY,
	HD_CORE_EMOTION,
	HD_CORE_PATTERN,
	HD_CORE_ISSUE,
	HD_CORE_APPROACH,
	HD_CORE_TIER,
	HD_CORES,
};
const char *hd_core_name(enum hd_core c);

enum hd_path {
	HD_PATH_UNKNOWN,
	HD_PATH_AI_ONLY,
	HD_PATH_AI_TO_HUMAN,
	HD_PATH_HUMAN_ONLY,
	HD_PATH_HUMAN_TO_AI,
	HD_PATH_NO_REPLY,
};
const char *hd_path_name(enum hd_path p);

/* What the customer wrote after the AI's last answer and before any person. */
enum hd_ai_reply {
	HD_AI_REPLY_NONE = -2, /* nothing, or it is not known; stored as NULL */
	HD_AI_REPLY_MORE = -1, /* it did not help, or more is wanted */
	HD_AI_REPLY_OTHER = 0,
	HD_AI_REPLY_HELPED = 1,
};

/* Who decided, where it was no rule; as stored, NONE as NULL. */
#define HD_TAG_BY_DEFAULT 0
#define HD_TAG_BY_MODEL	  (-1)
#define HD_TAG_BY_MANUAL  (-2)
#define HD_TAG_BY_NONE	  (-3)

struct hd_tagrow {
	int64_t ruleset, ticket, rev;
	int readable;		/* 1, 0 language, -1 too little text */
	struct hd_str language; /* detected; p NULL: stated or unknown */
	enum hd_path path;
	const char *path_basis, *handoff_basis; /* NULL: none */
	int64_t handoff_at;			/* HD_TIME_NONE: none */
	int64_t handoff_message; /* place among the messages, -1: none */
	int one[HD_CORES], open[HD_CORES]; /* -1: unknown */
	int by[HD_CORES];		   /* the rule, or HD_TAG_BY_... */
	struct hd_str many;		   /* JSON object */
	struct hd_str guess;	/* JSON object, p NULL: no model spoke */
	int64_t ai_answers;	/* of the AI in public, -1: not known */
	int64_t ai_answered_at; /* the last of them, HD_TIME_NONE */
	enum hd_ai_reply ai_reply;
	struct hd_answer answer;
};

/*
 * Store a rule set's files, dimensions and rules unless it is there; its id in
 * *id.  The caller supplies them by name after the call returned `made`.
 */
int hd_ruleset_put(struct hd_db *db, const char *hash, const char *name,
    int64_t *id, bool *made, struct hd_err *err);
int hd_ruleset_put_file(struct hd_db *db, int64_t id, int64_t seq,
    const char *name, const char *asked, struct hd_str text,
    struct hd_err *err);
int hd_ruleset_put_value(struct hd_db *db, int64_t id, const char *dim,
    int64_t idx, const char *value, bool many, struct hd_err *err);
int hd_ruleset_put_rule(struct hd_db *db, int64_t id, int64_t number,
    const char *rule, struct hd_str why, bool cluster, struct hd_err *err);
/* Make it the active one. */
int hd_ruleset_activate(struct hd_db *db, int64_t id, struct hd_err *err);
/*
 * The active rule set, or the one whose hash begins with `prefix`: 1 and its
 * id, 0 there is none, -1.
 */
int hd_ruleset_find(
    struct hd_db *db, const char *prefix, int64_t *id, struct hd_err *err);
/*
 * A stored file by what was asked for when it was read: 1 with its name and
 * text appended, 0, -1.
 */
int hd_ruleset_get_file(struct hd_db *db, int64_t id, const char *asked,
    struct hd_buf *name, struct hd_buf *text, struct hd_err *err);

/* Leave in the selection what has no fresh tags under a rule set. */
int hd_sel_untagged(struct hd_db *db, int64_t ruleset, struct hd_err *err);

/* How many tickets have none under a rule set. */
int hd_tagging_due(
    struct hd_db *db, int64_t ruleset, int64_t *n, struct hd_err *err);

/* Writes rows; owned by caller. */
struct hd_tagger_out;
struct hd_tagger_out *hd_tagger_out_new(struct hd_db *db, struct hd_err *err);
void hd_tagger_out_free(struct hd_tagger_out *o);
int hd_tagger_put(
    struct hd_tagger_out *o, const struct hd_tagrow *row, struct hd_err *err);

#endif
