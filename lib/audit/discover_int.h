/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DISCOVER_INT_H
#define HD_DISCOVER_INT_H

#include "audit/discover.h"
#include "base/mem.h"
#include "learn/topics.h"
#include "learn/telling.h"

/*
 * Private to discover*.c: what was read, what was found, and the rule that
 * would find a group.
 */

#define HD_DISCOVER_TERMS   6  /* telling words shown */
#define HD_DISCOVER_KEYS    3  /* example tickets */
#define HD_DISCOVER_PHRASES 12 /* of a rule */

/* Why tickets of the selection are in no group. */
enum hd_discover_out {
	HD_OUT_REST,	 /* near no group, or in one that is too small */
	HD_OUT_SHORT,	 /* too little text */
	HD_OUT_LANGUAGE, /* in a language the rules do not read */
	HD_OUT_ISSUE,	 /* a rule has found an issue */
	HD_OUT_UNTAGGED, /* not tagged by the rule set as they are now */
	HD_OUT_UNREAD,	 /* past the most that is read */
	HD_OUTS
};

struct hd_found {
	struct hd_arena arena;
	struct hd_foundticket {
		struct hd_str key;
		struct hd_str text; /* subject and customer messages */
		size_t first;	    /* bytes: subject and first message */
		size_t row;	    /* among those grouped; SIZE_MAX: short */
	} * tickets;		    /* by key */
	size_t n, cap;
	int64_t out[HD_OUTS], selected;
	struct hd_topics groups;
	struct hd_words words;
	struct hd_map names; /* words of people's names, small letters */
	struct hd_buf low;
	size_t *of_row;	 /* ticket of a row */
	size_t *members; /* rows by group, the most fitting first */
	size_t *first;	 /* where a group begins in members */
};

/* As a rule file. */
int hd_discover_draft(struct hd_discover *d, struct hd_err *err);

/* The rule set that says which tickets have an issue; 0: none, with `all`. */
int hd_discover_ruleset(struct hd_discover *d, int64_t *id, struct hd_err *err);

/* Read the selection, leave out what is not to be grouped, group the rest. */
int hd_found_read(struct hd_discover *d, int64_t ruleset, struct hd_found *f,
    struct hd_err *err);
void hd_found_release(struct hd_found *f);

/* What a rule for a group would be. */
struct hd_draft {
	struct hd_buf name; /* draft-exchange-rate */
	struct hd_buf pattern;
	struct hd_telling words[30];
	size_t nwords;
	struct hd_phrase phrases[HD_DISCOVER_PHRASES];
	size_t nphrases;
	size_t covers,
	    others; /* tickets the pattern finds: of the group, not */
	bool *hit;  /* by ticket */
};

/* d is owned by caller, zeroed. */
int hd_draft_make(
    struct hd_found *f, uint32_t group, struct hd_draft *d, struct hd_err *err);
void hd_draft_release(struct hd_draft *d);

/* Append the text, line by line, without links, addresses, and words with digits. */
void hd_discover_plain(struct hd_buf *b, struct hd_str text);
/* Read the names of all people, which lines leave out. */
int hd_discover_names(struct hd_db *db, struct hd_found *f, struct hd_err *err);
/*
 * Append the text as one harmless line in which names, and words that few
 * tickets use, are "..."; those of the draft's phrases stay, if no names.
 */
void hd_discover_line(struct hd_buf *b, struct hd_found *f,
    const struct hd_draft *d, struct hd_str text);

#endif
