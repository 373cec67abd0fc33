/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_VERDICT_H
#define HD_VERDICT_H

#include "store/sample.h"

/*
 * What a reviewer's answers make of a ticket: its tier by the rule set that the
 * sample was drawn under, as if the answers were its tags, with the machine's tags
 * of the draw where there is no answer.  Later rule sets change nothing.
 */
struct hd_verdicts;

/*
 * The sample and the path of languages.conf are borrowed.  A sample without a rule
 * set has no verdicts; storing one does nothing then.  Owned by caller.
 */
struct hd_verdicts *hd_verdicts_open(struct hd_db *db,
    const struct hd_sample *s, const char *languages, struct hd_err *err);
void hd_verdicts_close(struct hd_verdicts *v);

/*
 * Work out and store the verdict of a reviewer on a ticket of the sample from the
 * answers that are stored; without one on complexity, emotion or pattern there is
 * none.  Inside the caller's transaction.
 */
int hd_verdicts_put(struct hd_verdicts *v, int64_t ticket,
    struct hd_str reviewer, struct hd_err *err);

/*
 * The answer as it is stored: a choice of the codebook in its own letters, a type
 * of issue that the sample's rule set knows ("other", "unclear"; any where there is
 * no rule set), or text.  HD_EDATA says what the choices are.  Borrowed from the
 * codebook, the rule set or `given`.
 */
int hd_verdicts_answer(struct hd_verdicts *v, int question, struct hd_str given,
    struct hd_str *answer, struct hd_err *err);

#endif
