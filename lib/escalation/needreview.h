/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NEEDREVIEW_H
#define HD_NEEDREVIEW_H

#include "escalation/figures.h"

/*
 * What reviewers make of precision and recall of handoffs, beside what rules do:
 * the answers to human_needed in one sample, each stratum weighted by how many
 * tickets of the selection are in it.
 *
 *	escalation_precision.reviewed	share needed of what was handed over; by
 *					trigger too
 *	escalation_recall.reviewed	needed handoffs, of these and of what the
 *					AI had alone and needed a person
 *
 * A share is hd_review_share(), recall hd_recall().  Answers "unclear" are left
 * out, and counted in a note.  A frame without some of the tickets says nothing of
 * them: "all" is then UNVERIFIED, and the segment sample=NAME is of those in it.
 */
struct hd_needreview;

/*
 * Read the sample that speaks for most of the selection, of those of which it was
 * reviewed; none is no error.  Owned by caller; NULL on error.
 */
struct hd_needreview *hd_needreview_new(struct hd_db *db, struct hd_err *err);
void hd_needreview_free(struct hd_needreview *r);
struct hd_escextra hd_needreview_extra(struct hd_needreview *r);

#endif
