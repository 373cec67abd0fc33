/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_THREAD_H
#define HD_THREAD_H

#include "base/mem.h"
#include "store/answer.h"
#include "store/record.h"

/*
 * A ticket as audits read it: its facts and its messages in order.  Strings
 * live in the arena given and are borrowed until it is reset.
 */

struct hd_message {
	struct hd_str ext_id, kind, author, evidence, body;
	int64_t at; /* HD_TIME_NONE: not known */
	int64_t seq;
	enum hd_role role;
	bool public;
};

/* A cell of a fact column, in the order asked for. */
struct hd_factcell {
	enum {
		HD_FACT_NULL,
		HD_FACT_NUM,
		HD_FACT_STR
	} kind;
	double num;
	struct hd_str str;
};

/* What a person decided a tag is; value p NULL: not known, whatever rules say. */
struct hd_override {
	struct hd_str dimension, value, why;
};

/* Something that happened to a ticket; strings p NULL are not known. */
struct hd_event {
	int64_t at;	   /* HD_TIME_NONE: not known */
	enum hd_role role; /* of the actor */
	struct hd_str actor, field, old, now;
};

struct hd_thread {
	int64_t ticket, rev;
	struct hd_str key;
	int64_t created; /* HD_TIME_NONE: not known */
	struct hd_str subject, page, action, language, ai_state, tags, fields;
	bool resolved, reopened;
	int64_t first_solved; /* HD_TIME_NONE: not known */
	bool has_text;	      /* its source has messages at all */
	struct hd_message *messages;
	size_t n, cap;
	struct hd_factcell *facts; /* one a column asked for */
	struct hd_override *overrides;
	size_t noverrides;
	bool clustered; /* others may have the same answer: */
	double cluster[HD_CLUSTER_FACTS];
	struct hd_str
	    cluster_key;     /* of the ticket that stands for it, or NULL */
	int64_t handover_at; /* when the AI assigned it to people, or NONE */
	struct hd_factcell *more; /* hd_threads_more(); NULL: not asked for */
	struct hd_event *events;  /* hd_threads_events(), in time order */
	size_t nevents;
};

/* Reads threads of the selection, in ticket order. */
struct hd_threads;

/*
 * columns: names of columns of the view rule_facts whose values are wanted;
 * names that are no column are refused [R125].  Owned by caller.
 */
struct hd_threads *hd_threads_open(
    struct hd_db *db, const char *const *columns, size_t n, struct hd_err *err);
/*
 * The same for tickets that are looked up, whatever the selection is: seek
 * chooses the one that hd_threads_next() gives.
 */
struct hd_threads *hd_threads_open_one(
    struct hd_db *db, const char *const *columns, size_t n, struct hd_err *err);
int hd_threads_seek(struct hd_threads *t, int64_t ticket, struct hd_err *err);
void hd_threads_close(struct hd_threads *t);
/* Bring what is stored of each ticket's answer under a rule set as well. */
int hd_threads_clusters(
    struct hd_threads *t, int64_t ruleset, struct hd_err *err);
/* Bring cells of another view with a row a ticket, one for each column named. */
int hd_threads_more(struct hd_threads *t, const char *view,
    const char *const *columns, size_t n, struct hd_err *err);
/* Bring the events of each ticket. */
int hd_threads_events(struct hd_threads *t, struct hd_err *err);
/* 1 a ticket in *th, 0 the end, -1. */
int hd_threads_next(struct hd_threads *t, struct hd_arena *arena,
    struct hd_thread *th, struct hd_err *err);

/*
 * Put messages in reading order: time, then place in the export, then id; by
 * place alone where a message has no time.
 */
void hd_thread_sort(struct hd_thread *th);

#endif
