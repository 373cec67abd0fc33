/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHOWN_H
#define HD_SHOWN_H

#include <stddef.h>

#include "base/buf.h"

/*
 * What a model is shown of a ticket: one text, or the customer's messages
 * apart; what rules say of it, each a word of its own; and numbers of the
 * conversation, as many as the model has names for.  Everything is borrowed.
 */
struct hd_shown {
	const struct hd_str *parts; /* valid UTF-8 */
	size_t nparts;		    /* 0 is a document without text */
	const double *counts;	    /* each >= 0; NULL when there are none */
	const struct hd_str *tags;
	size_t ntags;
};

#endif
