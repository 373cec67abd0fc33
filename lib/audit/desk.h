/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DESK_H
#define HD_DESK_H

#include "audit/codebook.h"
#include "audit/verdict.h"
#include "render/lines.h"

/*
 * A reviewer's desk: the tickets of a sample in the order of its sheet, what this
 * reviewer answered, and which question is next.  Other reviewers' answers and the
 * machine's tags are not here, so that neither can be seen.  desk.c knows no
 * database; deskstore.c reads and stores.
 */
struct hd_desk_ticket {
	int64_t ticket;
	struct hd_str key;
	bool ai;			    /* an AI answered */
	struct hd_str answer[HD_QUESTIONS]; /* p NULL: none */
	unsigned passed; /* questions skipped in this round, a bit each */
};

/* A verdict given, to be undone; was, now: p NULL is none. */
struct hd_desk_act {
	size_t at, q;
	struct hd_str was, now;
};

struct hd_desk {
	struct hd_sample sample;
	struct hd_str reviewer;		     /* borrowed */
	enum hd_question asks[HD_QUESTIONS]; /* in the order they are asked */
	size_t nasks;
	struct hd_desk_ticket *v;
	size_t n, cap;
	size_t at;  /* the ticket on the desk; n: nothing is left */
	size_t q;   /* index of asks */
	bool again; /* what was skipped comes back */
	struct hd_desk_act *acts;
	size_t nacts, acts_cap;
	struct hd_arena arena;
};

void hd_desk_release(struct hd_desk *d);
/* The question on the desk, and the ticket; at is not n. */
enum hd_question hd_desk_question(const struct hd_desk *d);
struct hd_desk_ticket *hd_desk_ticket(const struct hd_desk *d);
/*
 * Questions asked of the ticket on the desk, and the place of this one, from 1.
 * ai_correct is asked where an AI answered.
 */
size_t hd_desk_asked(const struct hd_desk *d, size_t *place);
/*
 * May question k stay without an answer?  A note, and what the codebook says to
 * leave empty where there was no answer of an AI or no hand-over; a ticket is not
 * put on the desk for their sake, unless nothing else is asked.
 */
bool hd_desk_may_be_empty(const struct hd_desk *d, size_t k);
/* Tickets with an answer to all that must have one. */
size_t hd_desk_done(const struct hd_desk *d);
/*
 * Go to the next question without an answer: of this ticket, else of the next
 * ticket that has one.  What was skipped comes back when nothing else is left.
 * false: nothing is.
 */
bool hd_desk_next(struct hd_desk *d);
/* Skip the question, or all of the ticket's, until nothing else is left. */
void hd_desk_pass(struct hd_desk *d, bool ticket);
/* Go to the question before, answered or not; false: it is the first. */
bool hd_desk_back(struct hd_desk *d);
/* Keep an answer in memory, and how to undo it; the string is copied. */
void hd_desk_answer(struct hd_desk *d, struct hd_str value);

/* What became of an answer that was to be stored. */
enum hd_desk_stored {
	HD_DESK_STORED,
	HD_DESK_OTHERWISE, /* another terminal stored something else: kept */
};

/*
 * Read the tickets of the selection that are in the sample and that a question is
 * asked of, for a second reviewer only those drawn for one; sample, reviewer and
 * questions are set.  Nothing is on the desk then: hd_desk_move() goes on.
 */
int hd_desk_read(
    struct hd_desk *d, struct hd_db *db, bool second, struct hd_err *err);
/* Read again what this reviewer answered of the ticket on the desk. */
int hd_desk_reload(struct hd_desk *d, struct hd_db *db, struct hd_err *err);
/* hd_desk_next() past what was answered in another terminal: 1, 0 done, -1. */
int hd_desk_move(struct hd_desk *d, struct hd_db *db, struct hd_err *err);
/*
 * Store an answer and the verdict in a transaction of their own, if what is stored
 * is what the desk shows.  If it is not, the desk shows it from then on, and nothing
 * is stored.
 */
int hd_desk_store(struct hd_desk *d, struct hd_db *db, struct hd_verdicts *v,
    struct hd_str value, enum hd_desk_stored *what, struct hd_err *err);
/*
 * Go back to the last answer given and withdraw it, in the same way; 0 with
 * HD_DESK_OTHERWISE as above.  nacts is not 0.
 */
int hd_desk_undo(struct hd_desk *d, struct hd_db *db, struct hd_verdicts *v,
    enum hd_desk_stored *what, struct hd_err *err);
/* Values of the issue in the sample's rule set, by name, in d's arena. */
int hd_desk_issues(struct hd_desk *d, struct hd_db *db, struct hd_str **list,
    size_t *n, struct hd_err *err);

/* Add the ticket on the desk: its subject, and its messages in order. */
int hd_desk_show(const struct hd_desk *d, struct hd_db *db, struct hd_lines *l,
    struct hd_err *err);

#endif
