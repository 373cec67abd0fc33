/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SIGHTING_H
#define HD_SIGHTING_H

#include "rules/ruleset.h"
#include "store/thread.h"

/* What rules say of a ticket; everything borrowed for the time of the call. */
struct hd_sighting {
	int64_t ticket;
	struct hd_str key;
	int64_t created;    /* HD_TIME_NONE: not known */
	const size_t *tags; /* numbers of the tags that fired, rising, from 1 */
	size_t ntags;
	struct hd_sighted {
		bool asked;
		int route;	/* that takes it, HD_BY_STAGE_DEFAULT: none */
		bool undecided; /* a route above it gave up */
		const size_t *routes; /* all that fire, rising, from 0 */
		size_t nroutes;
		int64_t
		    at; /* when the route took it, HD_TIME_NONE: not known */
	} stage[HD_STAGES];
	/* Values of the dimension segment when it came, NULL: see the tags. */
	const int *segments;
	size_t nsegments;
	const size_t *gave_up; /* rules that could not be decided */
	size_t ngave_up;
};

/*
 * Asks the tags about a ticket as a whole, and the routes at its stages.  One a
 * thread.
 */
struct hd_sighter;

/*
 * Owned by caller; rs and the path of languages.conf are borrowed.  tags: say
 * which of them fire; a rule set without routes has nothing else.
 */
struct hd_sighter *hd_sighter_new(const struct hd_ruleset *rs,
    const char *languages, bool tags, struct hd_err *err);
void hd_sighter_free(struct hd_sighter *s); /* NULL is allowed */
/* The columns threads must bring. */
const char *const *hd_sighter_columns(const struct hd_sighter *s, size_t *n);
/* From now on note which facts are known; which were, by field of the rules. */
void hd_sighter_note(struct hd_sighter *s);
void hd_sighter_noted(const struct hd_sighter *s, bool *known);
/* What outlives the call lies in arena; strings of th are borrowed. */
void hd_sighter_run(struct hd_sighter *s, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_sighting *out);

#endif
