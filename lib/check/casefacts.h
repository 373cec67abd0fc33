/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CASEFACTS_H
#define HD_CASEFACTS_H

#include "rules/eval.h"

/*
 * A test as the facts that rules look at: what it says, what follows from that
 * as on a real ticket, and nothing else.
 */

struct hd_casefacts {
	struct hd_arena arena;
	struct hd_val *vals; /* by field of the rule set */
	enum hd_stage stage;
	bool readable; /* a default "when readable" applies */
};

#define HD_CASEFACTS_INIT                                  \
	{                                                  \
		HD_ARENA_INIT, NULL, HD_STAGE_WHOLE, false \
	}

/* Of a case or a row; f is used again from call to call. */
void hd_case_facts(const struct hd_ruleset *rs, const struct hd_case *c,
    struct hd_casefacts *f);
/*
 * Of a journey after its steps up to `step`, a customer's: what an AI or a
 * person would have before them.  An answer that the journey does not give
 * counts as a turn of the AI of unknown words.
 */
void hd_journey_facts(const struct hd_ruleset *rs, const struct hd_case *c,
    size_t step, struct hd_casefacts *f);
void hd_casefacts_release(struct hd_casefacts *f);

#endif
