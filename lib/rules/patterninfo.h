/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PATTERNINFO_H
#define HD_PATTERNINFO_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/ruleset.h"

/* What is known of a pattern without a text: for advice about it. */

/* The text of patterns[i], as written; borrowed from rs. */
struct hd_str hd_pattern_at(const struct hd_ruleset *rs, size_t i);
/*
 * Does it match a text that has nothing to do with it, and can it match the
 * empty string?
 */
bool hd_pattern_empty(const struct hd_ruleset *rs, size_t i);
/* Is there a literal that every match has? */
bool hd_pattern_literal(const struct hd_ruleset *rs, size_t i);

/* What versions of PCRE2 from 10.43 on understand in another way. */
struct hd_newer {
	const char *what;    /* a few words */
	const char *instead; /* what to write */
	size_t at, n;	     /* bytes of the pattern */
	bool refused;	     /* 10.42 does not compile it */
};

/* The first such thing of a pattern, which need not compile; false: none. */
bool hd_pattern_newer(struct hd_str pattern, struct hd_newer *newer);

#endif
