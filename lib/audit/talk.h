/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TALK_H
#define HD_TALK_H

#include "audit/subject.h"

/*
 * A talk of a customer with an AI in numbers, for models of how it went.  They
 * need no language and no word list: how much each says and asks, who has the
 * last word, and who says again what was said.  Two messages are alike by the
 * share of their different words that both have (Jaccard), 0 to 1.
 */
#define HD_TALK_NUMBERS 16
extern const char *const hd_talk_names[HD_TALK_NUMBERS];

/*
 * The public messages of the thread that the subject took last, up to the first
 * of a person of the team: what people did is not the AI's doing.  false: the AI
 * said nothing, and all numbers are 0.
 */
bool hd_talk_measure(const struct hd_subject *s, double v[HD_TALK_NUMBERS]);

#endif
