/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCALATION_H
#define HD_ESCALATION_H

#include "base/hash.h"
#include "escalation/escfact.h"
#include "escalation/finding.h"
#include "rules/ruleset.h"
#include "store/tagging.h"
#include "store/thread.h"

/*
 * A ticket that the AI had, as the audits of its handoff read it: the thread,
 * what escalation.rules say of each message by itself, what hs-tag found, and
 * what the database knows beside.
 */

/* A tag that a rule gave a message. */
struct hd_mark {
	const char *dimension, *value;
	const struct hd_rule *rule;
	struct hd_str span; /* the words in the stored body; p NULL: no words */
};

struct hd_turn {
	const struct hd_message *m;
	struct hd_str
	    text; /* what is new in it: without quoted history; its head */
	struct hd_mark *marks;
	size_t nmarks;
};

/*
 * What a ticket has beside its talk, as texts that the rules read like a note:
 * lines "name: value", "tag: value" and "subject: value".
 */
enum hd_record {
	HD_REC_FIELDS,
	HD_REC_TAGS,
	HD_REC_SUBJECT,
	HD_RECORDS,
};

struct hd_escpast;
struct hd_schedule;

/* What is the same for all tickets of a run; read-only while it runs. */
struct hd_escworld {
	const struct hd_ruleset *rules; /* escalation.rules */
	const char *languages;		/* path of languages.conf */
	struct hd_map known;		/* see known.h */
	bool ai_asks; /* repeat: the AI is the one who asks, of every ticket */
	const struct hd_schedule *schedule; /* NULL: none was given */
	const struct hd_escpast *past;	    /* NULL: nothing, see past.h */
};

struct hd_escalation {
	const struct hd_escworld *world;
	const struct hd_thread *th;
	struct hd_turn *turns; /* one a message of the thread */
	size_t n;
	struct hd_turn record[HD_RECORDS]; /* of what went to people */
	bool escalated; /* else the AI had it alone, or ai_asks */
	/* Indexes of turns, -1: none. */
	int64_t handoff;     /* as hs-tag found it, see hd_route */
	int64_t last_ai;     /* the AI's last public words up to the handoff */
	int64_t first_human; /* an agent's first public words from there on */
	int64_t handoff_at;  /* HD_TIME_NONE: not known */
	bool bodies;	     /* the export has what was said */
	bool covered;	     /* in a language that the rules read */
	bool gave_up;	     /* a rule could not be decided on a message */
	struct hd_arena *arena;
};

/* A cell: p NULL, or NaN, where it is not known. */
struct hd_str hd_esc_str(const struct hd_escalation *e, enum hd_escfact f);
double hd_esc_num(const struct hd_escalation *e, enum hd_escfact f);

/* The mark of that dimension and value (NULL: any value), or NULL. */
const struct hd_mark *hd_mark_find(
    const struct hd_turn *t, const char *dimension, const char *value);

/*
 * Where the bytes of `text` (words of turn t) stand in the stored body: the
 * longest beginning of them that stands there in one piece; p NULL: nowhere.
 */
struct hd_str hd_turn_quote(const struct hd_turn *t, struct hd_str text);

/* Is the turn public and of that role? */
bool hd_turn_is(const struct hd_turn *t, enum hd_role role);
/* Index of the last such turn before `end`, or -1. */
int64_t hd_turn_before(
    const struct hd_escalation *e, int64_t end, enum hd_role role);

/*
 * Makes them; one a thread of the machine.  Owned by caller; world is
 * borrowed.
 */
struct hd_escmaker;
struct hd_escmaker *hd_escmaker_new(
    const struct hd_escworld *world, struct hd_err *err);
void hd_escmaker_free(struct hd_escmaker *m);
/*
 * Of a thread read with the columns of hd_escfact_names as th->more; all that
 * is made lives in arena.
 */
void hd_escmaker_make(struct hd_escmaker *m, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_escalation *e);

#endif
