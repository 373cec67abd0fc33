/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PERIOD_H
#define HD_PERIOD_H

#include "report/doc.h"

/* Spans of time: months, quarters and days of a zone, and what they are called. */

/* n whole months, the last of them `back` months before the one of t. */
struct hd_docspan hd_span_months(
    const struct hd_zone *z, int64_t t, int back, int n);
/* n whole days, the last that of t. */
struct hd_docspan hd_span_days(const struct hd_zone *z, int64_t t, int n);
/* [since, until), named. */
struct hd_docspan hd_span(
    const struct hd_zone *z, int64_t since, int64_t until);
/* What lies before it and is as long: as many months, if it is of months. */
struct hd_docspan hd_span_before(
    const struct hd_zone *z, const struct hd_docspan *s);
/* It is of whole months: their number, else 0. */
int hd_span_whole(const struct hd_zone *z, const struct hd_docspan *s);

/* Append "June 2026", "April to June 2026", or the dates. */
void hd_span_words(
    struct hd_buf *b, const struct hd_zone *z, const struct hd_docspan *s);
/* Append "1 to 30 June 2026". */
void hd_span_dates(
    struct hd_buf *b, const struct hd_zone *z, const struct hd_docspan *s);
/* Append "20 June 2026". */
void hd_span_day(struct hd_buf *b, const struct hd_zone *z, int64_t t);

#endif
