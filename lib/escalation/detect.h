/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DETECT_H
#define HD_DETECT_H

#include "escalation/escalation.h"

/*
 * The audits of one ticket.  Each adds what it finds to f and keeps nothing;
 * hd_esc_detect() runs those asked for (1u << enum hd_audit) in the order of
 * the enum, so that a later one may read what an earlier one found, and what
 * that needs.  Of a ticket without bodies, or in a language that the rules do
 * not cover, an audit of words says hd_not_measurable.
 */
void hd_esc_detect(
    const struct hd_escalation *e, unsigned audits, struct hd_findings *f);

void hd_esc_triggers(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_wording(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_handoff(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_repeat(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_opening(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_pages(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_effort(const struct hd_escalation *e, struct hd_findings *f);
void hd_esc_needed(const struct hd_escalation *e, struct hd_findings *f);

#endif
