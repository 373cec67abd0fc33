/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_QUERY_H
#define HD_QUERY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * SQL for analysts: one row of estimate, x, n and N, the same numbers that a report
 * shows, in any SQLite client.  since and until are of `created`; texts are quoted
 * here.  Each appends to b.
 */

/* A text or a name between quotes of its kind, those in it doubled. */
void hd_query_quote(struct hd_buf *b, struct hd_str s, char quote);
/* A text as a value; NULL where p is. */
void hd_query_text(struct hd_buf *b, struct hd_str s);

/* How often a metric's x is 1 in a type, as a multiple of all other types. */
void hd_query_ratio(struct hd_buf *b, const char *view, struct hd_str issue,
    int64_t since, int64_t until);
/*
 * The view response_accuracy in one sample, weighted by strata; of a type with by_issue
 * (issue p NULL: of unknown type).
 */
void hd_query_accuracy(struct hd_buf *b, struct hd_str sample, bool by_issue,
    struct hd_str issue, int64_t since, int64_t until);
/* Wrong answers in that sample that reviewers gave a verdict of human_needed. */
void hd_query_wrong(struct hd_buf *b, struct hd_str sample,
    struct hd_str verdict, int64_t since, int64_t until);
/*
 * A rate of the keep-human list, of a type's simple tickets (view simple) solved in
 * the window; reason: emotion, risk or reopened.
 */
void hd_query_keep(struct hd_buf *b, const char *reason, struct hd_str issue,
    int64_t since, int64_t until);
/*
 * Tickets of pages, n of them as they stand in tickets; of a type with by_issue (issue
 * p NULL: of unknown type).
 */
void hd_query_pages(struct hd_buf *b, const struct hd_str *pages, size_t n,
    bool by_issue, struct hd_str issue, int64_t since, int64_t until);
/* Of those tickets, N, the n whose answer is of a cluster: the share of answers that
 * held. */
void hd_query_steps(struct hd_buf *b, const struct hd_str *pages, size_t n,
    struct hd_str issue, struct hd_str cluster, int64_t since, int64_t until);

#endif
