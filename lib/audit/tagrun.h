/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGRUN_H
#define HD_TAGRUN_H

#include "audit/tagger.h"
#include "store/db.h"

/* What the rules did to a ticket; borrowed for the time of the call. */
struct hd_fired {
	struct hd_str key;
	const size_t *rules; /* numbers of those that fired, rising */
	size_t n;
	const int *by; /* of each dimension: the rule, or HD_BY_... */
};

/*
 * Tag the selection on several threads.  Tickets are read in order by the
 * caller's thread, tagged in batches by workers, and handed back in order, so
 * that results do not depend on the number of threads.
 */
struct hd_tagrun {
	struct hd_db *db;
	const struct hd_ruleset *rs;
	const struct hd_modelset *models; /* NULL: rules alone */
	const char *languages;		  /* path of languages.conf */
	size_t jobs;
	/* bring what is stored of answers under this rule set, 0: nothing */
	int64_t clusters;
	/* Called in ticket order on the caller's thread; either may be NULL. */
	int (*done)(void *ctx, const struct hd_tagrow *row, struct hd_err *err);
	int (*fired)(void *ctx, const struct hd_fired *f, struct hd_err *err);
	void *ctx;
	int64_t tickets; /* result: how many were tagged */
	int64_t gave_up; /* tickets with a rule that could not be decided */
};

int hd_tagrun(struct hd_tagrun *run, struct hd_err *err);

#endif
