/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NAMED_H
#define HD_NAMED_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Which trigger a tag, the value of a field or of an event names: "kw_refund",
 * "account_tier", "Escalation requested by user".  The words are those that
 * helpdesks and bots write, whoever their customer is.
 */
enum hd_named {
	HD_NAMED_NOT,
	HD_NAMED_HINT, /* it tells something beside, as "vip" tells who asks */
	HD_NAMED_REASON,
};

/* *code becomes a code of the audit `triggers`. */
enum hd_named hd_named_trigger(struct hd_str words, const char **code);

/*
 * Does a field or event of that name tell why a case was handed over, or (a
 * hint) that and where it went?
 */
enum hd_named hd_named_field(struct hd_str name);

/*
 * Does it name a matter beside the handover itself ("handoff_billing", not
 * "bot_handoff")?  said: the field has told that it is a reason, so the word
 * need not.
 */
bool hd_named_matter(struct hd_str words, bool said);

#endif
