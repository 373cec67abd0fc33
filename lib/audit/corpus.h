/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CORPUS_H
#define HD_CORPUS_H

#include "audit/document.h"
#include "audit/tagnames.h"
#include "base/mem.h"
#include "store/db.h"

/*
 * The labelled tickets of one dimension: what a model reads of them, what
 * people and what the rules say they are, and what they have in common.
 * Everything lives in the corpus and is owned by it.
 */

/* The value of a ticket that is none of the classes. */
#define HD_OTHER "other"

struct hd_labelled_ticket {
	int64_t ticket;
	struct hd_str key;
	const char *value; /* the label */
	int label;	   /* its class, HD_LABEL_NONE: none of the classes */
	int rules;	   /* the class that the rules say, -1 none */
	struct hd_str account, requester; /* p NULL: unknown */
	struct hd_document document;
};

struct hd_labelled {
	const char *dimension;
	struct hd_reading reading;
	bool ordered; /* the classes are ranked, as those of the rule set are */
	const char **classes; /* ranked, else by name */
	size_t nclasses;
	struct hd_labelled_ticket *v; /* by key */
	size_t n, cap;
	struct hd_tagnames names; /* of the rule set's tags */
	struct hd_arena arena;
};

/*
 * Read the labelled tickets of the selection, which becomes these tickets; the
 * rule set is asked what it says of each, with what is known of clusters since
 * the tickets were tagged by it or by the active one.  A label that a ranked dimension of
 * the rule set does not have is HD_EUSAGE.  sample: the labels are what its
 * reviewers answered; 0: those that were imported.
 */
int hd_labelled_read(struct hd_labelled *c, struct hd_db *db,
    const struct hd_ruleset *rs, const char *languages, const char *dimension,
    int64_t sample, struct hd_err *err);
void hd_labelled_release(struct hd_labelled *c);

#endif
