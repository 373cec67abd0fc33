/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCSUMS_H
#define HD_ESCSUMS_H

#include "report/worst.h"

/*
 * What the audits of handoffs make of the report's period: one pass, however
 * many sections ask.  Tickets are those handed over in the period, as
 * hs-escaudit(1) has them, so that its commands give the same figures.
 */
struct hd_escsums {
	struct hd_figure *v; /* strings are the arena's */
	size_t n, cap;
	struct hd_esctally tally;
	struct hd_str *keys; /* of the tickets of the tally, in its order */
	size_t nkeys, keycap;
	struct hd_worsts worst;
	int64_t escalations; /* -1: nobody knows whether the AI had a ticket */
	struct hd_arena arena;
};

/* Made at the first call, and the report's then; NULL on error. */
const struct hd_escsums *hd_report_escalations(
    struct hd_report *r, struct hd_err *err);
void hd_escsums_free(struct hd_escsums *s); /* NULL is fine */

/* A figure by its name, or NULL. */
const struct hd_figure *hd_escsums_find(
    const struct hd_escsums *s, const char *metric, const char *segment);
/*
 * The same as a figure of the document, with the tickets that count in it and
 * the command that tells it again; HD_DOC_NONE where there is none.
 */
size_t hd_escsums_figure(struct hd_report *r, const struct hd_escsums *s,
    const char *metric, const char *segment, const char *title);
/* The same, its segment shown as another text. */
size_t hd_escsums_figure_as(struct hd_report *r, const struct hd_escsums *s,
    const char *metric, const char *segment, const char *shown,
    const char *title);
/* The first that shows a number: that by review, else that by rules. */
size_t hd_escsums_reviewed(struct hd_report *r, const struct hd_escsums *s,
    const char *metric, const char *segment, const char *title);

#endif
