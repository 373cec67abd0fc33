/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people put right in the AI's work, and what agents flagged, by type. */
#include "report/blocks.h"
#include "report/gaps.h"
#include "report/measured.h"

/* By what people put it right, of the answers that can be put right so. */
static int
bases(struct hd_report *r, struct hd_err *err)
{
	static const struct {
		const char *metric, *words;
	} of[] = {
		{ "corrections_suggestion", "changed drafts " },
		{ "corrections_rating", "bad ratings of the AI " },
		{ "corrections_feedback", "negative feedback " },
	};
	struct hd_doc *d = &r->doc;
	size_t fig[3];

	for (size_t i = 0; i < 3; i++)
		if (hd_report_metric(
			r, of[i].metric, HD_WIN_PERIOD, &fig[i], err) != 0)
			return -1;
	hd_doc_para(d, HD_TONE_NOTE);
	hd_doc_words(d, "An AI answer counts as corrected once a ticket. By ");
	for (size_t i = 0; i < 3; i++) {
		hd_doc_words(d, "%s%s", i > 0 ? "; by " : "", of[i].words);
		hd_doc_fig(d, fig[i], HD_AS_TEXT);
	}
	hd_doc_words(d, ".");
	hd_doc_end(d);
	return 0;
}

static int
lead(struct hd_report *r, struct hd_err *err)
{
	struct hd_doc *d = &r->doc;
	size_t corrected, flagged;

	if (hd_report_metric(
		r, "corrections", HD_WIN_PERIOD, &corrected, err) != 0 ||
	    hd_report_metric(r, "flags", HD_WIN_PERIOD, &flagged, err) != 0)
		return -1;
	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_words(d, "Of the AI's answers, corrected by people: ");
	hd_doc_fig(d, corrected, HD_AS_BOTH);
	hd_doc_words(d, "; flagged by agents: ");
	hd_doc_fig(d, flagged, HD_AS_BOTH);
	hd_doc_words(d, ".");
	hd_doc_end(d);
	if (!hd_doc_shown(d, flagged))
		hd_doc_say(d, HD_TONE_NOTE,
		    "Agents can flag a wrong answer with a tag of the "
		    "helpdesk: hs-import --flag-tag TAG says which.");
	return bases(r, err);
}

int
hd_section_corrections(struct hd_report *r, struct hd_err *err)
{
	static const struct hd_gapkind corrected = { "corrections",
		"corrections-by-type", "Types whose answers are corrected",
		"corrected" };
	static const struct hd_gapkind flagged = { "flags", "flags-by-type",
		"Types whose answers are flagged", "flagged" };

	if (lead(r, err) != 0 || hd_gaps(r, &corrected, err) != 0)
		return -1;
	return hd_gaps(r, &flagged, err);
}
