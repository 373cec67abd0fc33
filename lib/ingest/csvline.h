/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CSVLINE_H
#define HD_CSVLINE_H

#include <stdio.h>

#include "ingest/reader.h"

/*
 * The lines of a table as they stand in the input, ends included.  All from a
 * mark on are held, up to a limit, so that a broken record can be gone through
 * again; and what was read ahead into a spool is given a second time.
 */
struct hd_csvline {
	struct hd_reader *r; /* borrowed */
	FILE *spool;	     /* read before the reader is; owned */
	FILE *tee;	     /* what the reader gives is written here too */
	bool cr;	     /* a lone carriage return ends a line as well */
	bool failed;	     /* the spool could not be written or read */
	size_t max;	     /* bytes from the mark on that are held */
	struct hd_buf buf;
	size_t mark, pos;   /* in buf: of the mark, of the next line */
	size_t first, line; /* lines before these */
};

#define HD_CSVLINE_OVER 2

void hd_csvline_init(struct hd_csvline *l, struct hd_reader *r, size_t max);
void hd_csvline_release(struct hd_csvline *l);

/*
 * The next line, borrowed until the next call: 1; 0 at the end;
 * HD_CSVLINE_OVER when it would end past the limit, and nothing is taken then.
 */
int hd_csvline_next(struct hd_csvline *l, struct hd_str *line);
/*
 * Throw away the line that is over the limit; the mark moves behind it.  Its
 * quotes are added up.
 */
void hd_csvline_drop(struct hd_csvline *l, size_t *quotes);
/* Hold what follows; what came before is let go. */
void hd_csvline_mark(struct hd_csvline *l);
/* Back to the mark. */
void hd_csvline_rewind(struct hd_csvline *l);
/* Where the line that begins at `from` of s ends, past its terminator. */
size_t hd_csvline_end(struct hd_str s, size_t from, bool cr);
size_t hd_csvline_quotes(struct hd_str s);

#endif
