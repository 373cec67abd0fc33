/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPLAYLIST_H
#define HD_REPLAYLIST_H

#include "audit/replay.h"

/*
 * The replay of one rule set, printed.  Both leave in job->gave_up how many
 * tickets a pattern leaves open; errors are those of hd_replay().
 */

/*
 * A row a ticket: where it went, at which message of the customer, by which
 * route, and where else it may have gone.  header: over TSV too.
 */
int hd_replay_list(struct hd_rulejob *job, const struct hd_ruleset *rs,
    bool header, struct hd_err *err);
/*
 * Why each ticket of the selection goes where it goes: a row for each decision,
 * the conditions that held, the routes that were one condition away, and what
 * would have been decided without the route that did.  show_text: with the
 * words of customers.
 */
int hd_replay_explain(struct hd_rulejob *job, const struct hd_ruleset *rs,
    bool header, bool show_text, struct hd_err *err);
/*
 * Three tables: figures; the routes, with what the AI would have without each;
 * whom the AI met although the rules keep them from it.  The columns asked for
 * are those of the second.
 */
int hd_replay_summary(
    struct hd_rulejob *job, const struct hd_ruleset *rs, struct hd_err *err);

#endif
