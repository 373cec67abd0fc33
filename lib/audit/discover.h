/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DISCOVER_H
#define HD_DISCOVER_H

#include "render/table.h"
#include "store/db.h"

/*
 * Groups of tickets that no issue rule touches, by what their customers wrote;
 * with the words that tell each from the rest, and a rule that would find it.
 */
struct hd_discover {
	struct hd_db *db;    /* the selection is what is looked at */
	const char *ruleset; /* prefix of its hash; NULL: the active one */
	const char *pack;    /* the rules to extend when none is stored */
	bool all;	     /* tickets with an issue, and untagged ones, too */
	int64_t least;	     /* tickets of the smallest group told */
	bool members, draft; /* what is told: see hd_discover() */
	struct hd_out *out;
	enum hd_format format;
	const char *columns;
	bool header;
	/* results */
	size_t tickets; /* that were read */
	size_t drawn;	/* of them, those that found the groups */
	size_t groups;
};

/*
 * A row a group, and a row for each reason why tickets are in none; or, with
 * `members`, a row a ticket; or, with `draft`, a rule file with a rule a group,
 * that loads and holds.
 */
int hd_discover(struct hd_discover *d, struct hd_err *err);

#endif
