/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPEATTEXT_H
#define HD_REPEATTEXT_H

#include "escalation/datum.h"
#include "escalation/escalation.h"
#include "learn/wordlist.h"

/* Texts of a ticket as the audit repeat reads them. */
struct hd_repeat;

struct hd_rword {
	struct hd_str raw, low;
	bool content; /* it says something by itself */
};

/* A text with its words and its particulars. */
struct hd_rtext {
	int64_t message;	    /* -1: of no message */
	const char *where;	    /* "subject", "field plan", else NULL */
	const struct hd_turn *turn; /* NULL: of no message */
	struct hd_str text;
	struct hd_rword *w;
	size_t n;
	struct hd_data data;
};

/* Cut a text; in the ticket's arena. */
void hd_rtext_make(struct hd_repeat *r, struct hd_str text, struct hd_rtext *t);
/* Is that word, or a form of it, in the text? */
const struct hd_rword *hd_rtext_has(
    const struct hd_rtext *t, const struct hd_rword *w);
/* What the words next to a particular say it is the number of. */
enum hd_thing hd_rtext_thing(const struct hd_rtext *t, struct hd_str span);

#endif
