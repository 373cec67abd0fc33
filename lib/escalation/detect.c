/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which audit is whose: see detect.h. */
#include "escalation/detect.h"

static const struct {
	enum hd_audit audit;
	void (*detect)(const struct hd_escalation *e, struct hd_findings *f);
	unsigned reads; /* what it reads of others */
	bool words;	/* it cannot be made without what was said */
} detectors[HD_AUDITS] = {
	{ HD_AUDIT_TRIGGERS, hd_esc_triggers, 0, false },
	{ HD_AUDIT_WORDING, hd_esc_wording, 0, true },
	{ HD_AUDIT_HANDOFF, hd_esc_handoff, 0, true },
	{ HD_AUDIT_REPEAT, hd_esc_repeat, 0, true },
	{ HD_AUDIT_OPENING, hd_esc_opening, 1u << HD_AUDIT_REPEAT, true },
	{ HD_AUDIT_PAGES, hd_esc_pages, 1u << HD_AUDIT_HANDOFF, true },
	{ HD_AUDIT_EFFORT, hd_esc_effort, 1u << HD_AUDIT_REPEAT, false },
	{ HD_AUDIT_NEEDED, hd_esc_needed,
	    1u << HD_AUDIT_TRIGGERS | 1u << HD_AUDIT_REPEAT |
		1u << HD_AUDIT_PAGES,
	    true },
};

/* Those that the audits asked for read are made too. */
static unsigned
with_readings(unsigned audits)
{
	for (int a = HD_AUDITS; a-- > 0;)
		if (audits & 1u << a)
			audits |= detectors[a].reads;
	return audits;
}

void
hd_esc_detect(
    const struct hd_escalation *e, unsigned audits, struct hd_findings *f)
{
	unsigned all = with_readings(audits);

	for (int a = 0; a < HD_AUDITS; a++) {
		if (!(all & 1u << a))
			continue;
		if (detectors[a].words && !e->bodies)
			hd_finding_add(f, detectors[a].audit, hd_not_measurable,
			    "the export does not have what was said");
		else if (detectors[a].words && !e->covered)
			hd_finding_add(f, detectors[a].audit, hd_not_measurable,
			    "the rules do not cover its language");
		else
			detectors[a].detect(e, f);
	}
}
