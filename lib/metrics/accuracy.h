/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ACCURACY_H
#define HD_ACCURACY_H

#include "audit/basis.h"
#include "metrics/measure.h"

/* What of the AI's layer is no plain share of tickets. */

/*
 * accuracy: the AI's answers that reviewers call correct, in the review that speaks
 * for the selection w, weighted as the view ceiling_ai_accuracy does.  ESTIMATED by a
 * review of this window, ESTIMATED(transported) by that of another, NOT-MEASURABLE
 * without any.
 */
int hd_accuracy_measure(
    const struct hd_measure *m, const struct hd_listing *w, struct hd_err *err);

/* durable.km: the view durable_km of the window, as Kaplan and Meier estimate it. */
int hd_durable_measure(const struct hd_measure *m, struct hd_err *err);

#endif
