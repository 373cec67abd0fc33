/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGALL_H
#define HD_TAGALL_H

#include "audit/tagset.h"

/*
 * Tag the selection by rules and models and store the tags, inside the caller's
 * transaction.  Then answers are grouped anew (regroup.h), and tickets for which
 * that changes what rules find, selected or not, are tagged again.  Which rule
 * set is active is not touched; the selection is used up.
 */
struct hd_tagall {
	struct hd_db *db;
	const struct hd_tagset *set;
	const char *languages; /* path of languages.conf */
	size_t jobs;
	bool again; /* tickets whose tags are fresh as well */
	/* Told after every ticket how many are tagged; NULL: nobody is. */
	void (*at)(void *ctx, size_t tickets);
	void *ctx;
	/* results */
	int64_t ruleset; /* its id in the database */
	int64_t selected, tagged;
	int64_t gave_up; /* tickets with a rule that could not be decided */
	int64_t again_tagged; /* tagged again for what their answer is */
};

int hd_tagall(struct hd_tagall *t, struct hd_err *err);

#endif
