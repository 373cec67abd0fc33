/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_INGEST_H
#define HD_INGEST_H

#include <stdbool.h>

#include "base/hash.h"
#include "base/json.h"
#include "base/tstamp.h"
#include "ingest/fold.h"
#include "store/loader.h"

/*
 * Exports in, canonical records out.  A reader (csvin, jsonin) cuts a file into
 * records, a vendor's file maps each onto canonical records, and hd_emit()
 * writes and counts them.  A bad record is reported with file and line,
 * counted, and never stops the rest.
 */

struct hd_fx;
struct hd_mapping;
struct hd_name;
struct hd_rows;
struct hd_vendor;

struct hd_ingest_opts {
	const char *source; /* NULL: the vendor's name */
	const char *as;	    /* "vendor:type" or NULL: told from the content */
	const struct hd_zone *tz; /* of times without a zone; NULL: refuse */
	enum hd_date_order order;
	bool lenient;
	const int64_t *as_of;	/* of facts without a date; NULL: today's */
	const struct hd_fx *fx; /* rates, or NULL */
	const struct hd_mapping *map; /* NULL: the alias table alone */
	size_t max_record;
};

struct hd_ingest {
	const struct hd_ingest_opts *o;
	struct hd_loader *loader;
	const struct hd_rows *rows; /* takes rows instead: rows.h */
	/*
	 * Told of every rejected record; the message has file and line.  Where
	 * many of a file are alike one message stands for several records.
	 */
	void (*warn)(void *ctx, const struct hd_err *err, size_t records);
	/* Told what is worth knowing of a file and is no reject. */
	void (*note)(void *ctx, const char *line);
	/* Told now and then how many bytes are read; NULL: silent. */
	void (*progress)(void *ctx, size_t bytes);
	void *ctx;
	struct hd_counts counts[HD_REC_KINDS];
	int64_t broken;	     /* input that is no record at all */
	int64_t repaired;    /* texts with bytes that are not UTF-8 */
	struct hd_fold fold; /* what was rejected in this file */
	int64_t cut_threads; /* threads of which the export holds a part */
	char currency[4];    /* of all amounts; "" until one is named */
	/* where we are, for messages */
	const char *file;
	size_t line;
	bool in_dir; /* the file was found in a directory, not named */
	/* of the dates in the column at hand, where the options say none */
	enum hd_date_order order;
	/* the source that the loader is set to */
	char vendor[16], account[64];
	bool source_set;
	/* when a pipeline read the record at hand: its version if it has none */
	int64_t extracted;
	struct hd_arena arena; /* of the record at hand */
	struct hd_jgen gen;
	struct hd_buf text;
	struct hd_map people;		   /* automations already emitted */
	struct hd_map names[HD_REC_KINDS]; /* met names -> index of known */
	struct hd_name *known;
	size_t n_known, known_cap;
	struct hd_map unread; /* words that no column knows: notes.h */
	struct hd_map notes;  /* other things to tell, each once */
	/* of the column at hand: its own zone, and what is between tags */
	const struct hd_zone *zone;
	char tag_sep;
};

void hd_ingest_init(struct hd_ingest *in, const struct hd_ingest_opts *o,
    struct hd_loader *loader);
void hd_ingest_release(struct hd_ingest *in);

/* The order of a date's parts at this place. */
enum hd_date_order hd_order(const struct hd_ingest *in);

/* Is "vendor:type" one we know?  Its vendor's name and kind of record. */
bool hd_as_known(const char *as, const char **vendor, enum hd_rec_kind *kind);

/*
 * Read one input: a path, or NULL for standard input.  Directories are read
 * file by file in name order.  -1 only when the job cannot go on.
 */
int hd_ingest_path(struct hd_ingest *in, const char *path, struct hd_err *err);

/*
 * For readers and vendors.  hd_reject() reports err for the record at hand and
 * counts it under kind; always 0.  hd_broken() is for input that has no kind.
 */
int hd_reject(
    struct hd_ingest *in, enum hd_rec_kind kind, const struct hd_err *err);
int hd_broken(struct hd_ingest *in, const struct hd_err *err);
/* The file ends: tell of the records that were not told one by one. */
void hd_told(struct hd_ingest *in);
/* A line about the file at hand, for the user. */
void hd_say(struct hd_ingest *in, const char *fmt, ...) HD_PRINTF(2, 3);
/* Count a record that is none of ours. */
void hd_skip(struct hd_ingest *in, enum hd_rec_kind kind);
/* Set the source of the records that follow, from a vendor's name. */
int hd_set_source(struct hd_ingest *in, const char *vendor,
    struct hd_str account, struct hd_err *err);
/* What in->text holds, in the record's arena. */
struct hd_str hd_keep_text(struct hd_ingest *in);
/* Check, clean and write a record. */
int hd_emit(struct hd_ingest *in, struct hd_rec *r, struct hd_err *err);

#endif
