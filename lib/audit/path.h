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
	/* The AI's words that hand over, else what follows its last turn. */
	int64_t handoff; /* index in the thread, -1: none */
	int64_t handoff_at;
	const char *handoff_basis; /* text, messages, event, state */
};

/* What words of the AI do with the customer. */
enum hd_handover {
	HD_HANDOVER_NO,
	HD_HANDOVER_REFUSED, /* it goes no further; counts where it is the last */
	HD_HANDOVER_ANNOUNCED, /* it passes the customer to a person */
};

/* asks(ctx, body) judges words of the AI; called only where it matters. */
void hd_route_find(const struct hd_thread *th,
    enum hd_handover (*asks)(void *ctx, struct hd_str body), void *ctx,
    struct hd_route *r);

#endif
