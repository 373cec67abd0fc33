/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_READER_H
#define HD_READER_H

#include "ingest/convert.h"

/*
 * Bytes of one input, a line or a chunk at a time, in bounded memory, and the
 * readers that cut records from them.
 */
struct hd_reader {
	int fd;
	struct hd_buf buf; /* bytes read and not yet taken, from pos on */
	size_t pos;
	size_t line;  /* number of the last line that hd_reader_line gave */
	size_t bytes; /* read in all */
	bool eof, failed;
};

void hd_reader_init(struct hd_reader *r, int fd);
void hd_reader_release(struct hd_reader *r);

/* Have at least want bytes in the buffer, unless the input ends before. */
void hd_reader_fill(struct hd_reader *r, size_t want);
/*
 * Next line without its line feed, borrowed until the next call: 1, or 0 at
 * the end.  Past max bytes a line is cut and *cut set; the rest is skipped
 * without being held.
 */
int hd_reader_line(
    struct hd_reader *r, size_t max, struct hd_str *line, bool *cut);
/* All that is buffered, at least one byte unless at the end: 1 or 0. */
int hd_reader_chunk(struct hd_reader *r, struct hd_str *chunk);
/* -1 when reading failed. */
int hd_reader_check(struct hd_reader *r, const char *name, struct hd_err *err);

/* Tell the shape by the first bytes and read the whole input. */
int hd_read_export(
    struct hd_ingest *in, struct hd_reader *r, struct hd_err *err);
/* One JSON record a line. */
int hd_read_ndjson(
    struct hd_ingest *in, struct hd_reader *r, struct hd_err *err);
/* A JSON array, a page with its array of records, or several of them. */
int hd_read_json(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err);
/* A table with a header line. */
int hd_read_csv(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err);

#endif
