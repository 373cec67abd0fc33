/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPEAT_INT_H
#define HD_REPEAT_INT_H

#include "escalation/repeattext.h"

/* Between the files of the audit repeat. */

/* The ticket with its texts. */
struct hd_repeat {
	const struct hd_escalation *e;
	struct hd_rtext *turns; /* one a message */
	struct hd_rtext *cells; /* subject, page, fields */
	size_t ncells;
	struct hd_buf low;
	/*
	 * Fields do not count: an agent may have filled them from the answer,
	 * which does not say that it had been given.
	 */
	bool late;
	/* What was given to asks of this message that are reported. */
	struct hd_str *taken;
	size_t ntaken, nasks;
};

/* An ask of one message. */
struct hd_ask {
	const char *item;
	struct hd_str quote;   /* of the stored body: the sentence */
	struct hd_str clause;  /* the part of it that names what is asked for */
	struct hd_rtext words; /* of the clause */
	unsigned things;       /* what the words name, 1u << enum hd_thing */
	bool other;	       /* another one than before */
	bool part;	       /* the sentence asks for it beside others */
	bool found;
};

struct hd_asks {
	struct hd_ask *v;
	size_t n;
};

/* Where it had been given. */
struct hd_given_at {
	const struct hd_rtext *in;
	struct hd_str span;
};

/* What the customer said next to an ask. */
struct hd_reply {
	const struct hd_rtext
	    *v; /* turns side by side, customer's only count */
	size_t n;
	bool any, already, none, attached;
};

/* The asks in a message, in the order of the rules. */
void hd_asks_of(struct hd_repeat *r, size_t turn, struct hd_asks *asks);

/*
 * Adds what the sentences of the asks go on to ask for, as details: "…, which
 * size and the colour?", the lines of a list.  There is room for HD_ASK_PARTS.
 */
#define HD_ASK_PARTS 8
void hd_ask_parts(struct hd_repeat *r, size_t turn, struct hd_asks *asks);

/* What the customer said between turn `from` and the next answer to him. */
void hd_reply_to(const struct hd_repeat *r, size_t from, struct hd_reply *a);

/*
 * What kind of thing was given, where the ask alone does not tell: its item, or
 * that of what was given.
 */
const char *hd_given_item(
    const struct hd_ask *ask, const struct hd_given_at *at);
/*
 * The kinds of particulars that answer an ask of that item; 0: any words may.
 */
unsigned hd_item_kinds(const char *item);
/* The item that a field of that name holds, or NULL. */
const char *hd_named_item(struct hd_str name);

/* Was what is asked for told before message `asker`, with that answer to it? */
bool hd_ask_given(struct hd_repeat *r, struct hd_ask *ask, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at);
enum hd_givenness {
	HD_NOT_GIVEN,
	HD_GIVEN,
	HD_UNDECIDED,
};
/* By a particular of the kind that answers the ask. */
enum hd_givenness hd_ask_by_datum(struct hd_repeat *r, const struct hd_ask *ask,
    size_t asker, const struct hd_reply *answer, struct hd_given_at *at);

/* By the words of the answer alone, which had all been said before. */
bool hd_ask_echoed(const struct hd_repeat *r, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at);
/* The answer has a word or more for each of n asks, and none that is new. */
bool hd_reply_all_said(const struct hd_repeat *r, size_t asker,
    const struct hd_reply *answer, size_t n, struct hd_given_at *at);
/* By an earlier ask for the same that had been answered. */
bool hd_ask_answered(struct hd_repeat *r, const struct hd_ask *ask,
    size_t asker, struct hd_given_at *at);

/* Nothing was answered, or much of it had been said before. */
bool hd_reply_echoes(
    const struct hd_repeat *r, size_t asker, const struct hd_reply *answer);

/* Does that field not count? */
bool hd_filled_late(const struct hd_repeat *r, const struct hd_rtext *cell);
/* Texts of what was given before message `asker`, in the order of time. */
const struct hd_rtext *hd_sources_next(
    const struct hd_repeat *r, size_t asker, size_t *at);

#endif
