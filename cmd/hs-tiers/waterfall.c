/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the tickets came to be those analysed, and what every list shares. */
#include <stdio.h>

#include "base/tstamp.h"
#include "hs-tiers/hs-tiers.h"

const char *
hd_landscape_columns(const struct hd_landscape *l, const char *few)
{
	if (l->columns != NULL || l->format != HD_FMT_TABLE)
		return l->columns;
	return l->figures ? "metric,segment,estimate,x,n,status" : few;
}

int
hd_landscape_begin(struct hd_landscape *l, struct hd_table *tb,
    const char *const *names, size_t n, const char *few, struct hd_err *err)
{
	return hd_table_begin(tb, l->out, l->format,
	    l->figures ? hd_figure_columns : names, l->figures ? 11 : n,
	    hd_landscape_columns(l, few), true, err);
}

/* One row of the waterfall. */
static void
step(struct hd_table *tb, const char *name, int64_t n, const char *note)
{
	hd_table_cstr(tb, name);
	hd_table_int(tb, n);
	hd_table_cstr(tb, note);
	hd_table_row(tb);
}

/* First and last ticket, days without, and what is not tagged as it should. */
static void
coverage(const struct hd_landscape *l, struct hd_table *tb,
    const struct hd_tiers_coverage *c)
{
	char first[HD_TIME_TEXT], last[HD_TIME_TEXT], note[128];

	(void)snprintf(note, sizeof(note), "%.10s to %.10s",
	    hd_time_iso(c->first, first), hd_time_iso(c->last, last));
	if (!l->t.keys)
		step(tb, "  days without tickets", c->empty_days, note);
	step(tb, "  untagged", c->untagged, "run hs-tag");
	step(tb, "  tagged under another rule set", c->outdated, "run hs-tag");
	step(tb, "  changed since tagged", c->changed, "run hs-tag");
	step(tb, "  language not covered", c->language, "tags unknown");
	step(tb, "  too little text", c->short_text, "tags unknown");
	step(
	    tb, "  solve time assumed", c->assumed, "nothing says when it was");
	step(tb, "  no AI-only conversations", c->ai_apart,
	    "Zendesk exports them apart");
}

int
hd_landscape_waterfall(struct hd_landscape *l, struct hd_err *err)
{
	static const char *const names[] = { "step", "tickets", "note" };
	static const char *const left[HD_LEFTS] = { "- spam and test",
		"- merged", "- outbound", "- deleted", "- out of period",
		"- unresolved", "- without customer text", "- not selected" };
	struct hd_waterfall w;
	struct hd_tiers_coverage c;
	struct hd_table tb;

	if (hd_tiers_waterfall(&l->t, &w, err) != 0 ||
	    hd_tiers_coverage(&l->t, &c, err) != 0 ||
	    hd_table_begin(&tb, l->out, l->format, names, 3, NULL, true, err) !=
		0)
		return -1;
	step(&tb, "read", w.read, "ticket records in all imports");
	step(&tb, "- duplicates", w.duplicates, "the same ticket again");
	step(&tb, "- rejected", w.rejected, "told at import");
	for (int i = 0; i < HD_LEFTS; i++)
		step(&tb, left[i], w.left[i], NULL);
	step(&tb, "= analysed", w.analysed, NULL);
	if (c.n > 0)
		coverage(l, &tb, &c);
	hd_table_end(&tb);
	return 0;
}
