/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FAILED_H
#define HD_FAILED_H

#include "escalation/escalation.h"

/*
 * Of a ticket that the AI had alone: did it fail?  Adds the first that holds of
 * failed-reopened, failed-recontact, failed-rephrased, failed-feedback and
 * failed-gave-up to the audit `needed`; nothing where none does, which does not
 * say that the customer was helped.
 */
void hd_esc_failed(const struct hd_escalation *e, struct hd_findings *f);

#endif
