/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_THREADJSON_H
#define HD_THREADJSON_H

#include "base/json.h"
#include "store/thread.h"

/*
 * A ticket as a JSON object, as hs-show -f json writes it: columns of the view
 * `tickets` and a member `messages`.  Lines of other tools are taken as well
 * where the names are clear (created_at, description, text).
 */

/*
 * Read a thread; its strings stay in the JSON's arena.  columns are those of
 * rule_facts that a tagger wants: ticket_channel is the member channel,
 * account_plan the member account_plan or plan.  -1 with HD_EDATA when it is no
 * ticket.
 */
int hd_thread_from_json(const struct hd_json *j, const char *const *columns,
    size_t n, struct hd_arena *arena, struct hd_thread *th, struct hd_err *err);

#endif
