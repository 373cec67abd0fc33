/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RECORD_TEXT_H
#define HD_RECORD_TEXT_H

#include "escalation/escalation.h"

/*
 * What a ticket has beside its talk as a message that nobody wrote, for the
 * rules of notes; in arena.  Without a body where the ticket has none of it.
 */
const struct hd_message *hd_record_make(
    enum hd_record which, const struct hd_thread *th, struct hd_arena *arena);

/*
 * The name and the value of the line of a record in which words stand; name p
 * NULL: they stand in none.
 */
void hd_record_line(const struct hd_turn *record, struct hd_str words,
    struct hd_str *name, struct hd_str *value);

#endif
