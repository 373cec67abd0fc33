/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_READER_H
#define HD_READER_H

#include <sys/types.h>

#include "ingest/convert.h"
#include "ingest/recode.h"

/*
 * Bytes of one input, a line or a chunk at a time, in bounded memory, and the
 * readers that cut records from them.
 */

/* Up to n bytes at p; 0 at the end; -1 with err when there is no going on. */
typedef ssize_t hd_get(void *ctx, char *p, size_t n, struct hd_err *err);

struct hd_reader {
	hd_get *get; /* where the bytes come from */
	void *ctx;
	int fd;		   /* -1: not from a descriptor */
	struct hd_buf buf; /* bytes read and not yet taken, from pos on */
	size_t pos;
	size_t line;  /* number of the last line that hd_reader_line gave */
	size_t bytes; /* read in all */
	bool eof, failed;
	struct hd_err why; /* of failed */
	struct hd_recode recode;
};

void hd_reader_init(struct hd_reader *r, int fd);
/* Bytes that a function gives; ctx is borrowed. */
void hd_reader_init_from(struct hd_reader *r, hd_get *get, void *ctx);
void hd_reader_release(struct hd_reader *r);

/* Have at least want bytes in the buffer, unless the input ends before. */
void hd_reader_fill(struct hd_reader *r, size_t want);
/* From here on the bytes are text: what is not UTF-8 is made so. */
void hd_reader_decode(struct hd_reader *r);
/*
 * Next line without its line feed, borrowed until the next call: 1, or 0 at
 * the end.  Past max bytes a line is cut and *cut set; the rest is skipped
 * without being held.
 */
int hd_reader_line(
    struct hd_reader *r, size_t max, struct hd_str *line, bool *cut);
/* After a giant line: let go of its memory.  What was borrowed is gone. */
void hd_reader_shrink(struct hd_reader *r);
/* All that is buffered, at least one byte unless at the end: 1 or 0. */
int hd_reader_chunk(struct hd_reader *r, struct hd_str *chunk);
/*
 * -1 when reading failed.  Damage in the data (HD_EDATA) is no failure here:
 * what came before it counts.
 */
int hd_reader_check(struct hd_reader *r, const char *name, struct hd_err *err);

/* Tell what the bytes are, unpack them if need be, and read the whole. */
int hd_read_any(
    struct hd_ingest *in, struct hd_reader *r, int depth, struct hd_err *err);
/* Is it something that hd_unpack() reads? */
bool hd_is_packed(struct hd_reader *r);
/*
 * The one file that was compressed, or each member of an archive that looks
 * like an export.  depth counts archives in archives.
 */
int hd_unpack(
    struct hd_ingest *in, struct hd_reader *r, int depth, struct hd_err *err);
/* May a file of this name be an export?  What has no ending may be. */
bool hd_looks_like_export(const char *name);

/* Tell the shape of text by its first bytes and read the whole input. */
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
