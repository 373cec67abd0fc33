/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COVERAGE_H
#define HD_COVERAGE_H

#include "render/table.h"
#include "store/db.h"

/*
 * What an import can support: by source, which fields are filled (the view
 * field_coverage), which metrics follow from them, and for those that do not,
 * what to export or switch on in that helpdesk; and where the AI vendor's states
 * disagree with the messages.
 */

#define HD_COVER_FIELDS 40
#define HD_COVER_CHECKS 8

struct hd_cover {
	char source[64], vendor[32];
	int64_t tickets;
	struct hd_cover_field {
		char name[24];
		int64_t filled;
	} fields[HD_COVER_FIELDS];
	size_t n;
	struct hd_cover_check { /* of the view state_check */
		char name[64];
		int64_t x, n;
	} checks[HD_COVER_CHECKS];
	size_t nchecks;
};

/*
 * A metric needs one of several sets of fields: "handle|agent_text+
 * message_times".  The first set that is there is what it is made of.  status:
 * that of the figure then; NULL is MEASURED, but what machine tags say is
 * UNVERIFIED until people have reviewed a sample.
 */
struct hd_need {
	const char *metric, *needs, *status;
};

extern const struct hd_need hd_needs[]; /* ended by a NULL metric */

/*
 * Can the metric be MEASURED?  set gets the set it is made of, else the set
 * that lacks least, with the names of what lacks alone in missing.
 */
bool hd_need_met(const struct hd_need *need, const struct hd_cover *c,
    struct hd_buf *set, struct hd_buf *missing);
/* How to get a field from this vendor. */
const char *hd_cover_advice(const char *vendor, struct hd_str field);

/*
 * Print all sources: as tables with a column each for people (format table or
 * md, no columns named), or one table for programs, with the columns source item
 * (field, metric, check) name status filled of share note.
 */
int hd_cover_print(struct hd_db *db, struct hd_out *out, enum hd_format f,
    const char *columns, struct hd_err *err);

#endif
