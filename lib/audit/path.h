/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PATH_H
#define HD_PATH_H

#include "store/tagging.h"
#include "store/thread.h"

/*
 * The resolution path of a ticket and the moment it went from AI to people, by
 * the definitions of hs-metrics: the first that holds of human_to_ai,
 * ai_to_human, ai_only, human_only, no_reply; without messages by the vendor's
 * state.
 */
struct hd_route {
	enum hd_path path;
	const char *basis; /* messages, text, event, state; NULL: unknown */
	/*
	 * The AI's words that hand over, else what follows its last turn: of the
	 * customer only where a person was wanted and nothing answers that.
	 */
	int64_t handoff; /* index in the thread, -1: none */
	int64_t handoff_at;
	const char *handoff_basis; /* text, messages, event, state */
};

/* What words of the AI do with the customer. */
enum hd_handover {
	HD_HANDOVER_NO,
	HD_HANDOVER_REFUSED, /* it goes no further; counts where it is the last */
	HD_HANDOVER_HINTED, /* people get it; counts where one answers next */
	HD_HANDOVER_ANNOUNCED, /* it passes the customer to a person */
};

/* Who judges words; called only where it matters. */
struct hd_ears {
	/* Words of the AI. */
	enum hd_handover (*asks)(void *ctx, struct hd_str body);
	/* Words of the customer after the AI's: is a person wanted now? */
	bool (*wants)(void *ctx, struct hd_str ai, struct hd_str reply);
	void *ctx;
};

void hd_route_find(
    const struct hd_thread *th, const struct hd_ears *ears, struct hd_route *r);

#endif
