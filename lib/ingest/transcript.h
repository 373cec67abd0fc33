/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TRANSCRIPT_H
#define HD_TRANSCRIPT_H

#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

/*
 * A chat kept as one text: lines "(09:00:05) Ann: text" or "(9:00:05 AM) ...",
 * each with what follows it up to the next such line.  "(09:00:05) *** Ann left
 * ***" has no speaker: the chat itself says it.
 */
struct hd_transcript_line {
	/* Since midnight of the day the chat began; never falls. */
	int64_t sec;
	struct hd_str speaker; /* n 0: the chat itself */
	struct hd_str text;    /* without blanks at its ends; may be empty */
};

struct hd_transcript {
	struct hd_transcript_line *lines; /* in the arena */
	size_t n;
	size_t speakers; /* different ones, up to two */
};

/*
 * Cut text into lines; what they hold is borrowed from text.  false, and no
 * lines, when the first line with words has no time: the text then only
 * mentions one.  Times have no date: one that is more than five minutes before
 * the line above it is of the next day, one that is less is taken for equal.
 */
bool hd_transcript_read(
    struct hd_arena *a, struct hd_str text, struct hd_transcript *t);

/*
 * When line i was said, for a chat that was over at `end`: its last line is
 * within the day before end, a minute of clocks that differ granted.
 */
int64_t hd_transcript_at(const struct hd_transcript *t, size_t i, int64_t end);

/* "Web User 6a27d07e": what the vendor calls a visitor without a name. */
bool hd_transcript_visitor(struct hd_str speaker);
/*
 * A name with a word that only machines bear: bot, assistant, virtual, AI agent
 * ...  Whole words: nobody called Abbott is meant.
 */
bool hd_transcript_bot(struct hd_str speaker);

#endif
