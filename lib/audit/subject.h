/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUBJECT_H
#define HD_SUBJECT_H

#include "audit/path.h"
#include "rules/eval.h"

/*
 * A thread as the facts that rules test.  One subject serves many tickets; the
 * values are borrowed until the next call.
 */

struct hd_subject;

/* Owned by caller; the rule set is borrowed. */
struct hd_subject *hd_subject_new(const struct hd_ruleset *rs);
void hd_subject_free(struct hd_subject *s);

/*
 * The columns of rule_facts that threads must bring for this rule set, in the
 * order hd_subject_vals() expects them; borrowed from s.
 */
const char *const *hd_subject_columns(const struct hd_subject *s, size_t *n);

/*
 * Take a thread: cut quotes, join texts.  route and answer may be NULL while
 * they are not known; answer is the index of the resolution, -1 none.
 */
void hd_subject_set(struct hd_subject *s, const struct hd_thread *th);
const struct hd_val *hd_subject_vals(struct hd_subject *s, enum hd_stage stage,
    const struct hd_route *route, int64_t answer);
/*
 * The values at stage reply, as the first `before` messages of the thread made
 * them: what stands in them, how many of whom, and what arrival knows.  What
 * only the end knows is unset, as are reopens and transfers.
 */
const struct hd_val *hd_subject_reply_vals(struct hd_subject *s, size_t before);
/* All values unset but one text field; for asking about one message. */
const struct hd_val *hd_subject_only(
    struct hd_subject *s, const char *field, struct hd_str text);
/* One text more beside those; at most HD_SUBJECT_ASIDE in all. */
#define HD_SUBJECT_ASIDE 3
const struct hd_val *hd_subject_also(
    struct hd_subject *s, const char *field, struct hd_str text);

/* All new customer text with the subject, and how many words it has. */
struct hd_str hd_subject_text(const struct hd_subject *s);
bool hd_subject_has_text(const struct hd_subject *s);
size_t hd_subject_words(const struct hd_subject *s, enum hd_stage stage);
/* The subject and the new customer text of the first `before` messages. */
struct hd_str hd_subject_text_before(struct hd_subject *s, size_t before);

#endif
