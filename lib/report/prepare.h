/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREPARE_H
#define HD_PREPARE_H

#include "report/report.h"

/* What a report needs before its sections: tickets, titles, what to be told. */

/*
 * Fill the ladder's windows and the selection (the period's population), count,
 * and find the rule set.  r has db, period, asof and zone; a period of fewer than
 * HD_REPORT_FEW tickets is a small one, and widened to three months if `widen`:
 * those are small below three times as many.
 */
#define HD_REPORT_FEW 300
int hd_report_prepare(struct hd_report *r, bool widen, struct hd_err *err);

/* Select the period's population again: a section may have selected others. */
int hd_report_select(struct hd_report *r, struct hd_err *err);

/* Begin the document; title NULL: that of its kind; logo p NULL: none. */
void hd_report_begin(
    struct hd_report *r, const char *title, struct hd_str logo);
void hd_report_release(struct hd_report *r);

/* A number of tickets as a figure; the query tells it from the view or table. */
size_t hd_report_count(struct hd_report *r, const char *metric,
    const char *title, int64_t n, const char *definition, const char *query);
/* The same of records of all imports: the sum of columns of import_run. */
size_t hd_report_imported(struct hd_report *r, const char *metric,
    const char *title, int64_t n, const char *columns);

/*
 * What a reader must know of the data before any figure: a period widened, cut
 * or empty, tickets without tags, imports that lack something.  Paragraphs of the
 * section that is open.
 */
int hd_report_caveats(struct hd_report *r, struct hd_err *err);

#endif
