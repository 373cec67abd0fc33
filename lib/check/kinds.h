/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_KINDS_H
#define HD_KINDS_H

#include <stddef.h>

#include "check/sketch.h"

/*
 * The exact difference of two rule sets: which kinds of ticket are sent
 * elsewhere.  A kind is a stage, who decides in the old set and who in the new,
 * where the two act differently and some ticket is decided so.
 */

#define HD_KIND_DEFAULT ((size_t)-1) /* decided by the stage's default */

struct hd_kind {
	enum hd_stage stage;
	size_t from, to; /* indexes of routes, or HD_KIND_DEFAULT */
	enum hd_action from_action, to_action;
	bool named; /* there is an example; one without facts is any ticket */
	struct hd_sketch example;
};

struct hd_kinds {
	struct hd_kind *v; /* by stage, then by from and to in file order */
	size_t n, cap;
	size_t pairs;	  /* of deciders that act differently, all looked at */
	size_t undecided; /* deciders for which the steps were used up (R157) */
};

#define HD_KINDS_INIT            \
	{                        \
		NULL, 0, 0, 0, 0 \
	}

/*
 * All kinds.  Rule sets that mean the same have none, however they are
 * written.  out is filled once and released by the caller; the rule sets are
 * needed no longer than this call.
 */
void hd_kinds_find(const struct hd_ruleset *from, const struct hd_ruleset *to,
    struct hd_kinds *out);
void hd_kinds_release(struct hd_kinds *k);
/* The id of the route that decides, "default" where none does. */
const char *hd_kind_by(const struct hd_ruleset *rs, size_t route);

#endif
