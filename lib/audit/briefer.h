/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BRIEFER_H
#define HD_BRIEFER_H

#include "audit/brief_int.h"
#include "audit/tagger.h"
#include "audit/tagset.h"

/*
 * Shared by the files that gather a brief: brief, briefwho, briefpast,
 * brieftalk, briefthen.
 */

/* Whose history it is, and until when; -1 and p NULL: not known. */
struct hd_briefscope {
	int64_t ticket, account, source;
	struct hd_str requester;
	int64_t as_of;
};

struct hd_briefer {
	struct hd_db *db;
	const struct hd_briefopt *o;
	struct hd_stmt *ticket, *facts, *past, *issues, *scores, *similar,
	    *answer;
	struct hd_threads *threads;
	struct hd_tagset set;
	int64_t ruleset; /* 0: nothing is tagged */
	struct hd_tagger *tagger;
	const char *const *columns; /* of its threads */
	size_t ncolumns;
	int issue, complexity, emotion, segment,
	    trigger; /* dimensions, or -1 */
	struct hd_arena arena;
};

/* Blanks made one, and cut between words at max bytes; p NULL: nothing is left. */
struct hd_str hd_brief_short(
    struct hd_arena *a, struct hd_str text, size_t max);
#define HD_BRIEF_SHORT 280
#define HD_BRIEF_NOTE  1000 /* a summary is short already */

/* The columns of sql/brief_ticket. */
enum hd_briefcolumn {
	HD_BT_KEY,
	HD_BT_CREATED,
	HD_BT_SUBJECT,
	HD_BT_CHANNEL,
	HD_BT_PAGE,
	HD_BT_ACTION,
	HD_BT_SOURCE,
	HD_BT_REQUESTER,
	HD_BT_NAME,
	HD_BT_EMAIL,
	HD_BT_ACCOUNT,
	HD_BT_ACCOUNT_NAME,
	HD_BT_ACCOUNT_KEY,
	HD_BT_ACCOUNT_SAID,
	HD_BT_ACCOUNT_BASIS,
	HD_BT_PATH,
	HD_BT_HANDOFF_AT,
	HD_BT_HANDOFF,
	HD_BT_HANDOFF_BASIS,
};

/* A thread, and where it is cut. */
struct hd_brieftalk {
	struct hd_briefer *w;
	struct hd_brief *b;
	const struct hd_thread *th;
	size_t n;	 /* messages before a person took over */
	int64_t handoff; /* place of the message, -1: none, or not known */
	struct hd_tagrow row;
	const struct hd_tags *tags; /* NULL: nothing is tagged */
};

/* A public message of a role, with words. */
bool hd_brief_public(const struct hd_message *m, enum hd_role role);
/* Find where to cut; the thread as it was then, its facts the arena's. */
void hd_brief_cut(struct hd_brieftalk *t, struct hd_stmt *st);
void hd_brief_then(const struct hd_brieftalk *t, struct hd_thread *then);
/* A cell of the value of a dimension, -1: the rules have none such; of all. */
struct hd_briefcell *hd_brief_tag(
    struct hd_brieftalk *t, struct hd_briefpart *p, const char *name, int dim);
void hd_brief_tags(
    struct hd_brieftalk *t, struct hd_briefpart *p, const char *name, int dim);

/* The parts.  st is on the row of the ticket. */
void hd_brief_identity(struct hd_brief *b, struct hd_stmt *st);
int hd_brief_status(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, struct hd_err *err);
int hd_brief_past(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, struct hd_err *err);
int hd_brief_similar(struct hd_briefer *w, struct hd_brief *b,
    const struct hd_briefscope *scope, int issue, struct hd_err *err);
/*
 * The parts of the talk, and of the account its segments, as they were when a
 * person took over; *issue is its index then, -1 unknown.
 */
void hd_brief_talk(struct hd_briefer *w, struct hd_brief *b, struct hd_stmt *st,
    const struct hd_thread *th, int *issue);

#endif
